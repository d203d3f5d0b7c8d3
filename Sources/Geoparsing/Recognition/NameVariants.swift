/// Other ways to look a given span up: without "the", a possessive, or a class word.
enum NameVariants {
    static func of(_ surface: String) -> [String] {
        var variants = [surface]
        func add(_ text: some StringProtocol) {
            let text = String(text)
            if !text.isEmpty, !variants.contains(text) { variants.append(text) }
        }
        for prefix in ["the ", "The ", "city of ", "City of ", "town of ", "downtown "] where surface.hasPrefix(prefix)
        {
            add(surface.dropFirst(prefix.count))
        }
        for suffix in ["'s", "’s"] where surface.hasSuffix(suffix) { add(surface.dropLast(suffix.count)) }
        if let comma = surface.firstIndex(of: ",") { add(surface[..<comma]) }
        return variants
    }
}
