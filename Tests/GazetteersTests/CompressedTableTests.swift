import Foundation
import Gazetteers
import Testing

@Suite struct CompressedTableTests {
    private let folder = NSTemporaryDirectory() + "dateline-compressed-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    /// Forty places in GeoNames' form: `Town 1` to `Town 1600`.
    enum Form: CaseIterable {
        case gzip, zip

        var bytes: [UInt8] {
            let text =
                switch self {
                case .gzip: CompressedTableTests.gzip
                case .zip: CompressedTableTests.zip
                }
            return Data(base64Encoded: text.filter { !$0.isWhitespace }).map(Array.init) ?? []
        }
    }

    /// The index of a table.
    private func index(_ bytes: [UInt8]) throws -> [UInt8] {
        let path = folder + "/table"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let importer = Importer(writer: IndexWriter(temporaryFolder: folder))
        try importer.readGeoNames(path)
        return try importer.writer.bytes(stamp: 1)
    }

    @Test(arguments: Form.allCases) func aSoundOneIsRead(form: Form) throws {
        let index = try GazetteerIndex(index(form.bytes))
        #expect(index.placeCount == 40)
        #expect(index.candidates(for: "Town 1600", depth: .exact).first?.place.id == "geonames:40")
    }

    @Test(arguments: Form.allCases) func aTruncatedOneIsAnError(form: Form) throws {
        let bytes = form.bytes
        for length in stride(from: 4, to: bytes.count, by: 3) {
            let error = #expect(throws: GazetteerError.self, "\(length) bytes") { try index(Array(bytes[..<length])) }
            let message = error.map { "\($0)" } ?? ""
            #expect(message.contains("cut off") || message.contains("damaged"), "\(message)")
        }
    }

    /// A flipped byte that means nothing (the time in a header) changes nothing.
    @Test(arguments: Form.allCases) func aFlippedByteIsAnErrorOrHarmless(form: Form) throws {
        let sound = try index(form.bytes)
        var errors = 0
        for position in 2..<form.bytes.count {
            var damaged = form.bytes
            damaged[position] ^= 0x55
            do {
                #expect(try index(damaged) == sound, "byte \(position)")
            } catch is GazetteerError {
                errors += 1
            }
        }
        #expect(errors > form.bytes.count / 2)
    }

    @Test func severalGzipsInARowAreOne() throws {
        let index = try GazetteerIndex(index(Form.gzip.bytes + Form.gzip.bytes))
        #expect(index.placeCount == 40)
        #expect(throws: GazetteerError.self) { try self.index(Form.gzip.bytes + Form.gzip.bytes.prefix(40)) }
    }

    private static let gzip = """
        H4sIAAAAAAACA22WPW4cMQyFa/kUuUAMkdRv6d7FFskBUgYw7CJFrh9yRY6EvDEM6AELffuw8w0lSj++/n5+o1jePn7/+qNrfq2J0iM9Hu/p
        51tKuSf9o5xt4czleyb9f+G1scSy9nOi15wY9jPsl7VxxrL2i+6vSWC/wH7/YmrXugglsTYoQChAqGsn73URqhJqqkCoQPDvlr0uQkuiHRoQ
        GhC6/3zzWhehK6GmDoQOhLF2tnKtizBS0Q4DCAMI/t2DrnURphJqmkCYQKDsDyEfwYXKqWoPXW6UAk7YyEdwDilHzbxRE90kl5NK2cE5nJr1
        QUUJHSUJueYOzhHlaB9UldBVihqz7eCckrr1QWEJjaVQlY/gHLXF+qC2hN7GS8P1CM5paVgflJfQXnJ9ecwdnNOVo31QYUKHySUWLjs4Z6Rp
        fVBkQpNpxotIOzhnKkf7oM6EPrNrXPIRfMCZyzbi8t2MA5D3KOUIDiID6axBo/lm2sa4HWUHB+nMfQ7dm6mLSrMrXXnu4CAxkDZCpxmdjkdV
        e9vBQUVfJmuEUjNKHS63MzioGkgbodWMVrMXaf0IDmr6Wloj1JpRa3ate/xGff9G3UDaCL1m9Jrd6x5Pre+nNvQFt0YoNqPYUWSER2N7NA2k
        jdBsRrPFhZ75CH70qtk2qiXfnb4A8iKzHcFBZCA9xdFsQbMlZnUOo57JUeq2jWtBt+XmShHjOsc8eiZHiaG01c3lAu2W6EIxIp/JUeq3DW1B
        vwX9lhpnGZ/JUTYirRUaLmh4XDSI55kcpY7b6BZ0XNBxccdJrrNNrsNNPySb3oKWC1ou4zpky5EcpZ7bABf0XNBziS71ugHU6wqgH5LNcEHT
        BU0vcRVp+Ux+SbQBbtfEfHdP/B/1D76sWFQrCwAA
        """

    private static let zip = """
        UEsDBBQAAAAIAAAAIVi+rFhUkQIAACsLAAAGAAAAVUEudHh0bZY7jt0wDEVrZhXZQAYiqW85fYopkgWkDBAkRYpsP+QzaQm4HgygCzzo+MI+
        psX07c+/3585l/dfP3/8tbW8NWL6oI+Pr/T9nagMsj8uxRcpUr8Utv9Pcm2suVz7hfitkMB+gf16bVy5XPvV9jdS2K+wPy7M/V4vQiWxBhUI
        FQjt2il7vQjNCI0aEBoQ4tq614vQSa1DB0IHwojbt+71IgwjNBpAGECY185e7/UiTKrWYQJhAiGuPfleL8IyQqMFhAUELvEQyhFCqELNetjy
        oBRw0kY5QnDYOGbmg5roJoecXOsOwRHq3gcVZXSUNeVaOwRHjWN9UFVGVzlrrL5DcCoN74PCMhrLqaocIThmi/dBbRm9zZdG2hGC02l6H5SX
        0V4OfWWuHYIzjGN9UGFGhzkkVqk7BGfS8j4oMqPJvPJF5B2Cs4xjfVBnRp8lNK7lCDHg3GUfcSi0oNDpca1HCBA7yGYNGi0P0zbH7aw7BMhm
        7mvoPkxdVFpC6SZrhwCpg6wROi3odD6qNvoOAar2MnkjlFpQ6nS5nyFAzUHWCK0WtFqiSB9HCFC319IbodaCWktoPfIejX2PhoOsEXot6LWE
        1yOf2thPbdoL7o1QbEGxs8hMj+b2aDnIGqHZgmZrCL3KEeLTa2b7qFY0W9FsjSKrHyFA7CD7iqPZimZrzuqSRr1SoMxtH9eKbuvDkSLHdcl5
        9EqBUkdZq4fDBdqt2YVzRL5SoMxvH9qKfiv6rS2/ZXKmQPmI9FZouKLhedBgWWcKlDnuo1vRcUXHNRxnvb9ten/c7Ef26a1ouaLlOu+PbD1S
        oMxzH+CKnit6rtml3SeAdh8B7Ef2Ga5ouqLpNY8ivZwpDok+wP2YiK5XdP0/UEsBAhQDFAAAAAgAAAAhWL6sWFSRAgAAKwsAAAYAAAAAAAAA
        AAAAAIABAAAAAFVBLnR4dFBLBQYAAAAAAQABADQAAAC1AgAAAAA=
        """
}
