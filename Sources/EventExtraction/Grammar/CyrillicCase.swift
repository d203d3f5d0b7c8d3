/// The case of Cyrillic letters, by bytes of UTF-8.
enum CyrillicCase {
    /// Makes the letters А-Я, Ѐ-Џ and Ґ of `bytes` small.
    static func lower(_ bytes: inout [UInt8]) {
        var index = 0
        while index + 1 < bytes.count {
            switch (bytes[index], bytes[index + 1]) {
            case (0xD0, 0x80...0x8F):
                bytes[index] = 0xD1
                bytes[index + 1] += 0x10
            case (0xD0, 0x90...0x9F): bytes[index + 1] += 0x20
            case (0xD0, 0xA0...0xAF):
                bytes[index] = 0xD1
                bytes[index + 1] -= 0x20
            case (0xD2, 0x90): bytes[index + 1] = 0x91
            default: break
            }
            index += 1
        }
    }
}
