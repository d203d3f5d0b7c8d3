/// The base letter of every Latin letter with marks, one character a code point; `.` where there is none.
/// From the canonical decompositions of Unicode 15, with ø, đ, ł and their like added.
package enum LatinBaseLetters {
    /// U+00C0...U+024F
    static let latin1ToExtendedB = Array(
        ("aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll."
            + ".llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
            + "b..............e................oo.............uu..............."
            + ".............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa...."
            + "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
            + "................").utf8)
    /// U+1E00...U+1EFF
    static let extendedAdditional = Array(
        ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
            + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
            + "wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
            + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)

    /// The lower-case base letter of `value`, or `nil` when it is not a Latin letter with marks.
    static func base(_ value: UInt32) -> UInt8? {
        let letter: UInt8
        switch value {
        case 0xC0..<0x250: letter = latin1ToExtendedB[Int(value - 0xC0)]
        case 0x1E00..<0x1F00: letter = extendedAdditional[Int(value - 0x1E00)]
        default: return nil
        }
        return letter == UInt8(ascii: ".") ? nil : letter
    }

    /// `text` with the base letters of Latin letters with marks, and without marks that stand apart (U+0300...U+036F).
    package static func withoutMarks(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !(0x300..<0x370).contains(scalar.value) {
            guard let letter = base(scalar.value) else {
                scalars.append(scalar)
                continue
            }
            scalars.append(Unicode.Scalar(scalar.properties.isUppercase ? letter - 0x20 : letter))
        }
        return String(scalars)
    }
}
