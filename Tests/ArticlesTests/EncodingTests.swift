import Articles
import Foundation
import TestSupport
import Testing

@Suite struct EncodingTests {
    /// KOI8-U by its order: the letters of 0xC0...0xFF, and those of Ukrainian.
    static func koi8u(_ text: String) -> Data {
        let letters = Array("юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ".unicodeScalars)
        var table: [Unicode.Scalar: UInt8] = [:]
        for (index, letter) in letters.enumerated() { table[letter] = UInt8(0xC0 + index) }
        for (letter, byte) in zip(
            "єіїґЄІЇҐ".unicodeScalars, [0xA4, 0xA6, 0xA7, 0xAD, 0xB4, 0xB6, 0xB7, 0xBD] as [UInt8])
        {
            table[letter] = byte
        }
        return Data(text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : table[$0] ?? 0x3F })
    }

    private static let ukrainian =
        "Обстріл міста Ізюм тривав до ранку. У лікарні Харкова перебувають семеро людей, серед них їхній сусід, "
        + "повідомила речниця адміністрації."

    private func read(_ data: Data) throws -> (text: String?, warnings: Int, errors: Int) {
        let folder = try ScratchFolder()
        try folder.write(data, to: "a.txt")
        var reader = ArticleReader([folder.path + "/a.txt"])
        var outcome: (text: String?, warnings: Int, errors: Int) = (nil, 0, 0)
        while let input = reader.next() {
            switch input {
            case .article(let article): outcome.text = article.text
            case .warning: outcome.warnings += 1
            case .failure: outcome.errors += 1
            case .annotation: break
            }
        }
        return outcome
    }

    @Test func textIsReadInTheEncodingThatItsLettersShow() throws {
        for (data, warnings) in [
            (Self.ukrainian.data(using: .windowsCP1251), 1), (Self.koi8u(Self.ukrainian), 1),
            (Self.ukrainian.data(using: .utf8), 0), (Data([0xEF, 0xBB, 0xBF]) + Data(Self.ukrainian.utf8), 0),
            (Data([0xFF, 0xFE]) + (Self.ukrainian.data(using: .utf16LittleEndian) ?? Data()), 0),
            (Data([0xFE, 0xFF]) + (Self.ukrainian.data(using: .utf16BigEndian) ?? Data()), 0),
        ] {
            let outcome = try read(try #require(data))
            #expect(outcome.text == Self.ukrainian)
            #expect(outcome.warnings == warnings)
        }
    }

    @Test func latinTextIsNotTakenForCyrillic() throws {
        let text =
            "Die Größe des Schadens in Nürnberg blieb für die Behörden zunächst unklar, sagte Frau Müller über Gespräche."
        #expect(try read(try #require(text.data(using: .isoLatin1))).text == text)
        // UTF-16 without a mark.
        #expect(try read(try #require(text.data(using: .utf16LittleEndian))).text == text)
    }

    @Test(arguments: [
        // UTF-8 with one broken letter is a fault, not another encoding.
        Data("Ізюм і Харків".utf8) + Data([0xD0, 0x20]) + Data("та Херсон".utf8),
        Data([0x41, 0x00, 0x01, 0x02, 0xFF, 0x80]), Data([0xFF, 0xFE, 0x41]),
        Data([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]),
    ])
    func whatIsNoTextIsAnError(data: Data) throws {
        let outcome = try read(data)
        #expect(outcome.text == nil)
        #expect(outcome.errors == 1)
    }
}
