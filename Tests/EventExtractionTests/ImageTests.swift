import Articles
import EventExtraction
import Foundation
import Tables
import Testing

@Suite("The compiled image of the tables")
struct ImageTests {
    private typealias Files = [String: [UInt8]]

    private static let texts = [
        "Rebels attacked [[Izium]] {{on March 4|2022-03-04}}, killing three people and wounding a dozen soldiers.",
        "Police arrested 40 protesters in [[Kharkiv]], and the government of [[Ukraine]] threatened to sanction their leaders.",
        "The president may visit [[Lviv]]. He did not sign the agreement. Troops withdrew from [[Sumy]], officials said.",
        "Residents fled to [[Poltava]]; the army denied that it had shelled the town or taken anyone hostage.",
        "Российские войска обстреляли [[Харьков]]. Полиция задержала протестующих в [[Киеве|geonames:703448]].",
        "Російські війська обстріляли [[Харків]]. Армія планує захопити [[Авдіївку]]. Загинули троє людей.",
    ]

    private static func files(_ language: String) throws -> Files {
        var files = Extraction.tables.mapValues { Array($0.utf8) }
        guard language != "en" else { return files }
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/EventExtraction/Resources/" + language)
        for name in files.keys where !["linker.tsv", "confidence.tsv"].contains(name) { files[name] = [] }
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            files[file.lastPathComponent] = Array(try Data(contentsOf: file))
        }
        return files
    }

    private static func withImage(_ files: Files, _ image: [UInt8]? = nil) throws -> Files {
        var files = files
        files[EventExtractor.imageName] = try image ?? EventExtractor.image(of: files)
        return files
    }

    /// Few rows, of every kind.
    private static let few: Files = {
        var files = Extraction.tables.mapValues { Array($0.utf8) }
        for (name, text) in [
            "triggers.tsv": """
            attack\tv\tASSAULT\t\t\t3\t!obj=@abstract/idea,obj
            shell\tv\tASSAULT\tbombard\tmilitary|territory\t3\tsubj=@armies
            kill\tv\tASSAULT\t\t\t2\tresult,killed,sent=@person/crowd
            take * hostage\tv\tCOERCE\t\t\t3\tobj=@place
            flee ~ to <place>\tv\tRETREAT\t\t\t2\tdeparture,!prev=@name
            peace talks\tn\tCONSULT\t\t\t2\tbefore=hold|begin
            """,
            "modality.tsv": "plan\tv\tinfinitive,object\tplanned\nnot\tx\tverb\tnegated\n",
            "classes.tsv":
                "negation\tnot\nto\tto\nbe\tbe+v\nperson\tsoldier+n people\nabstract\tidea+n\nweapon\tgun+n\nfire\tfire+n\n",
            "irregular.tsv": "fled\tflee\tpast-participle\n", "lists.tsv": "armies\tarmy+n troop+n\n",
            "numbers.tsv": "dozen\tvalue\t12\nthousand\tscale\t1000\nsome\tvague\t0\n",
            "withheld.tsv": "undisclosed location\tx\n", "furniture.tsv": "read more\t\nsubscribe now\tparagraph\n",
            "topics.tsv": "war\tattack+v army\nsport\tgoal\n", "institutions.tsv": "local\tcourt+n\nforces\ttroop+n\n",
            "synonyms.tsv": "strike\tattack+v shell+v\n",
        ] { files[name] = Array(text.utf8) }
        return files
    }()

    private static func events(_ extractor: EventExtractor, _ marked: String) -> [Event] {
        let text = MarkedText(marked)
        let document = Document(Article(id: "a", text: text.text))
        return extractor.extract(document, toponyms: text.toponyms, times: text.times)
    }

    @Test("An image is taken and gives the events that its tables give", arguments: ["en", "uk", "ru"])
    func same(language: String) throws {
        let tables = try Self.files(language)
        let files = try Self.withImage(tables)
        #expect(EventExtractor.takesImage(among: files))
        #expect(!EventExtractor.takesImage(among: tables))
        let (fromTables, fromImage) = (try EventExtractor(files: tables), try EventExtractor(files: files))
        #expect(fromImage.triggerCount == fromTables.triggerCount)
        #expect(fromImage.triggerCount > 500)
        var found = 0
        for text in Self.texts {
            let events = Self.events(fromTables, text)
            #expect(Self.events(fromImage, text) == events)
            found += events.count
        }
        #expect(found > 1)
    }

    @Test("An image of other tables is passed over, whichever differs", arguments: EventExtractor.tableNames)
    func otherTables(name: String) throws {
        var files = try Self.withImage(Self.few)
        #expect(EventExtractor.takesImage(among: files))
        files[name, default: []] += Array("\n# seen\n".utf8)
        #expect(!EventExtractor.takesImage(among: files))
    }

    @Test("A row added beside an image counts, and a bad one is named")
    func edited() throws {
        var files = try Self.withImage(Self.few)
        files["triggers.tsv", default: []] += Array("\ndefenestrate\tv\tASSAULT\ttargeted\t\t3\t\n".utf8)
        let count = try EventExtractor(files: files).triggerCount
        #expect(count == 7)
        files["triggers.tsv", default: []] += Array("attack\tverb\tASSAULT\t\t\t3\t\n".utf8)
        #expect(
            throws: EventExtractionError.badRow(
                file: "triggers.tsv", line: 8, found: "verb", expected: "v, va, vp, n or x")
        ) { try EventExtractor(files: files) }
    }

    @Test("An image that is cut off, longer or changed in one byte is passed over, and the tables are read")
    func damaged() throws {
        let image = try EventExtractor.image(of: Self.few)
        for count in stride(from: 0, to: image.count, by: max(1, image.count / 300)) {
            #expect(!EventExtractor.takesImage(among: try Self.withImage(Self.few, Array(image[..<count]))), "\(count)")
        }
        #expect(!EventExtractor.takesImage(among: try Self.withImage(Self.few, image + [0])))
        for position in stride(from: 0, to: image.count, by: max(1, image.count / 2000)) {
            var changed = image
            changed[position] ^= 0x10
            #expect(!EventExtractor.takesImage(among: try Self.withImage(Self.few, changed)), "byte \(position)")
        }
        #expect(try EventExtractor(files: Self.withImage(Self.few, Array(image.dropLast()))).triggerCount == 6)
    }

    /// The image with the checksum and the length that a sound one of these bytes has.
    private static func sealed(_ image: [UInt8]) -> [UInt8] {
        var image = image
        func set(_ number: UInt64, at offset: Int) {
            for place in 0..<8 { image[offset + place] = UInt8(truncatingIfNeeded: number >> UInt64(8 * place)) }
        }
        set(UInt64(image.count - 32), at: 24)
        let sum = image.withUnsafeBytes { bytes in
            StableHash.mixed(
                StableHash.whole(UnsafeRawBufferPointer(rebasing: bytes[..<16]))
                    ^ StableHash.whole(UnsafeRawBufferPointer(rebasing: bytes[24...])))
        }
        set(sum, at: 16)
        return image
    }

    @Test(
        "What an image says is checked even where its checksum is right: no text traps",
        arguments: [
            [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0x80], [0, 1, 0, 0], [1], [0xFF], [0x7F, 0],
        ] as [[UInt8]])
    func hostile(written: [UInt8]) throws {
        let image = try EventExtractor.image(of: Self.few)
        #expect(Self.sealed(image) == image)
        var taken = 0
        for position in stride(from: 32, to: image.count - 4, by: 3) {
            var changed = image
            for (place, byte) in written.enumerated() { changed[position + place] = byte }
            let files = try Self.withImage(Self.few, Self.sealed(changed))
            guard EventExtractor.takesImage(among: files) else { continue }
            taken += 1
            guard taken % 8 == 0 else { continue }
            let extractor = try EventExtractor(files: files)
            for text in Self.texts.dropLast() { #expect(Self.events(extractor, text).count < 50) }
        }
        // Some bytes may say anything: bits of classes, hashes.
        #expect(taken > 0)
    }

    /// Images that were made before must not be taken where they would mean something else.
    @Test("What an image holds changes only with its version")
    func version() throws {
        let image = try EventExtractor.image(of: Self.few)
        let body = String(StableHash.hash(image[32...]), radix: 16)
        #expect(
            [String(image[0]), body] == ["4", "aa13168897a6a1ce"],
            "the image of the same tables is another: raise LexiconImage.version, and write both here")
    }
}
