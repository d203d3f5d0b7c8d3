import Tables

/// All tables of a language compiled into one file, `lexicon.index` beside them: what ``Lexicon`` made of their rows, as arrays that
/// are copied, not parsed.
///
/// A header of 32 bytes: a name that ends with the version, a hash of the tables' names and bytes, the same of the header's first half
/// and all behind the header, and the number of bytes behind it. An image is only taken for the tables of which it was made, so
/// that who edits a table need not know of it.
enum LexiconImage {
    /// To be raised with every change of what an image holds or of what its numbers mean: the layout, the bits of
    /// ``WordClasses`` and ``FormTags``, the order of ``Topic`` and ``Institution``, hashes of words, how patterns and forms are made.
    static let version: UInt64 = 4
    private static let name: UInt64 = 0x58_494C_4C44 << 16  // "DLLIX", before the version
    private static let headerSize = 32

    /// The name of the file.
    static let file = "lexicon.index"

    /// A hash of the names and bytes of all `tables`; what is no table is left out.
    static func stamp(_ tables: [String: [UInt8]]) -> UInt64 {
        var hash = StableHash.seed
        for name in tables.keys.filter({ $0.hasSuffix(".tsv") }).sorted() {
            guard let bytes = tables[name] else { continue }
            let letters = Array(name.utf8)
            hash = StableHash.mixed(hash ^ letters.withUnsafeBytes { StableHash.whole($0) })
            hash = StableHash.mixed(hash ^ bytes.withUnsafeBytes { StableHash.whole($0) })
        }
        return hash
    }

    static func write(_ lexicon: Lexicon, stamp: UInt64) -> [UInt8] {
        var image = ImageWriter()
        image.add(name | version)
        image.add(stamp)
        image.add(UInt64(0))
        image.add(UInt64(0))
        lexicon.write(to: &image)
        image.replace(at: 24, UInt64(image.bytes.count - headerSize))
        image.replace(at: 16, image.bytes.withUnsafeBytes(checksum))
        return image.bytes
    }

    /// What is behind the header of an image of `tables`; `nil` for one of other tables or of another version, and for a damaged one.
    static func read<Result>(
        _ image: [UInt8], of tables: [String: [UInt8]], _ body: (inout ImageReader) throws(ImageDamage) -> Result
    ) -> Result? {
        image.withUnsafeBytes { bytes -> Result? in
            guard bytes.count >= headerSize else { return nil }
            func number(_ offset: Int) -> UInt64 {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            }
            guard number(0) == name | version, number(24) == UInt64(bytes.count - headerSize),
                number(8) == stamp(tables), number(16) == checksum(bytes)
            else { return nil }
            var reader = ImageReader(UnsafeRawBufferPointer(rebasing: bytes[headerSize...]))
            guard let result = try? body(&reader), reader.isAtEnd else { return nil }
            return result
        }
    }

    private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let header = StableHash.whole(UnsafeRawBufferPointer(rebasing: bytes[..<16]))
        return StableHash.mixed(header ^ StableHash.whole(UnsafeRawBufferPointer(rebasing: bytes[24...])))
    }
}

extension Lexicon {
    /// The lexicon of `files`: from the image among them where there is a sound one of the tables, else from these.
    static func read(_ files: [String: [UInt8]]) throws(EventExtractionError) -> Lexicon {
        if let lexicon = compiled(files) { return lexicon }
        return try Lexicon(files)
    }

    /// The lexicon that the image among `files` holds; `nil` where there is none, or none of these tables, or a damaged one.
    static func compiled(_ files: [String: [UInt8]]) -> Lexicon? {
        guard let image = files[LexiconImage.file] else { return nil }
        return LexiconImage.read(image, of: files) { reader throws(ImageDamage) in
            try Lexicon(&reader, weights: files)
        }
    }

    func write(to image: inout ImageWriter) {
        vocabulary.write(to: &image)
        image.add(UInt64(isInflected ? 1 : 0))
        for endings in caseEndings.map(\.all) ?? [] { image.add(texts: endings) }
        image.add(violence.rawValue)
        image.add(nature.rawValue)
        image.add(harmless)
        image.add(bloodless)
        triggers.write(to: &image)
        modality.write(to: &image)
        image.add(numbers: topics.bits)
        image.add(numbers: institutions.kinds)
        image.add(numbers: synonyms.rows)
        numbers.write(to: &image)
        withheld.write(to: &image)
        furniture.lines.write(to: &image)
        furniture.pleas.write(to: &image)
        furniture.headings.write(to: &image)
    }
}

extension CaseEndings {
    /// All lists, in the order in which an image holds them.
    var all: [[[UInt8]]] { [oblique, genitive, instrumental, adjective, verbal] }

    init(_ image: inout ImageReader) throws(ImageDamage) {
        oblique = try image.texts()
        genitive = try image.texts()
        instrumental = try image.texts()
        adjective = try image.texts()
        verbal = try image.texts()
    }
}

extension NumberWords {
    /// Larger numbers would not fit in what is counted with them.
    private static let largest: Int64 = 1_000_000_000_000

    init(_ image: inout ImageReader) throws(ImageDamage) {
        let count = image.wordCount
        let records = try image.records(size: 13) { record -> (Int32, (kind: Kind, value: Int))? in
            let value = record.number(0, as: Int64.self)
            let kind = Int(record.number(12, as: UInt8.self))
            guard value.magnitude <= Self.largest.magnitude, kind < Kind.allCases.count,
                let word = record.index(8, in: count)
            else { return nil }
            return (word, (Kind.allCases[kind], Int(value)))
        }
        entries = Dictionary(records) { $1 }
    }

    func write(to image: inout ImageWriter) {
        image.add(records: entries.keys.sorted()) { image, word in
            let entry = entries[word] ?? (.vague, 0)
            image.add(Int64(entry.value))
            image.add(word)
            image.add(UInt8(truncatingIfNeeded: Kind.allCases.firstIndex(of: entry.kind) ?? 0))
        }
    }
}
