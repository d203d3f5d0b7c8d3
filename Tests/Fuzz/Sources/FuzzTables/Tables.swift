import Articles
import EventExtraction
import Foundation
import Tables

/// Edits of a sound image of small tables, whose checksum is set right again so that the fuzzer gets past it: four bytes an edit (place,
/// place, what to do, value), a byte 0xFF ends them. What follows is a text to read. An image must be refused or give
/// events, and never be read outside itself.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0, var image = Sound.image, image.count > 32 else { return 0 }
    var rest = Array(UnsafeBufferPointer(start: start, count: count))[...]
    while rest.count >= 4, rest.first != 0xFF {
        let place = Int(rest.removeFirst()) << 8 | Int(rest.removeFirst())
        let (action, value) = (rest.removeFirst(), rest.removeFirst())
        let position = 32 + place % (image.count - 32)
        switch action % 6 {
        case 0: image[position] = value
        case 1: image[position] ^= 1 << (value & 7)
        case 2: image[position] = image[position] &+ value
        case 3: for step in 0..<4 where position + step < image.count { image[position + step] = value }
        case 4: image.removeLast(min(Int(value), image.count - 40))
        default: image += [UInt8](repeating: value, count: Int(value))
        }
    }
    Sound.seal(&image)
    var files = Sound.tables
    files[EventExtractor.imageName] = image
    guard let extractor = try? EventExtractor(files: files) else { preconditionFailure("the tables are sound") }
    let text = rest.count > 1 ? String(decoding: rest.dropFirst(), as: UTF8.self) : Sound.text
    _ = extractor.extract(Document(Article(id: "a", text: text)), toponyms: [], times: [])
    return 0
}

private enum Sound {
    static let text = "Rebels attacked and shelled the town. They plan to take troops hostage, and a dozen people fled."

    /// Small tables, and the weights of English, for every one of these must be there.
    static let tables: [String: [UInt8]] = {
        var tables: [String: [UInt8]] = [:]
        let folder =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
            + "/../../../../Sources/EventExtraction/Resources/en/"
        for name in EventExtractor.tableNames { tables[name] = [] }
        for name in ["linker.tsv", "confidence.tsv"] {
            tables[name] = (try? Data(contentsOf: URL(fileURLWithPath: folder + name))).map { Array($0) }
        }
        for (name, text) in [
            "triggers.tsv": """
            attack\tv\tASSAULT\t\t\t3\t!obj=@abstract/idea
            shell\tv\tASSAULT\tbombard\tmilitary\t3\tsubj=@armies
            take * hostage\tv\tCOERCE\t\t\t3\tobj
            flee ~ home\tv\tRETREAT\t\t\t1\tdeparture
            """,
            "modality.tsv": "plan\tv\tinfinitive\tplanned\n",
            "classes.tsv": "to\tto\nbe\tbe+v\nabstract\tidea+n\nsubject-pronoun\tthey\n",
            "lists.tsv": "armies\ttroop+n\n",
            "numbers.tsv": "dozen\tvalue\t12\n", "withheld.tsv": "undisclosed town\tx\n",
            "furniture.tsv": "read more\t\n",
        ] { tables[name] = Array(text.utf8) }
        return tables
    }()

    static let image = try? EventExtractor.image(of: tables)

    static func seal(_ image: inout [UInt8]) {
        set(UInt64(image.count - 32), at: 24, &image)
        let sum = image.withUnsafeBytes { bytes in
            StableHash.mixed(
                StableHash.whole(UnsafeRawBufferPointer(rebasing: bytes[..<16]))
                    ^ StableHash.whole(UnsafeRawBufferPointer(rebasing: bytes[24...])))
        }
        set(sum, at: 16, &image)
    }

    private static func set(_ number: UInt64, at offset: Int, _ image: inout [UInt8]) {
        for place in 0..<8 { image[offset + place] = UInt8(truncatingIfNeeded: number >> UInt64(8 * place)) }
    }
}
