/// Gives each article an id of its own.
///
/// An id that is taken gets the least number from 2 that is free: `a`, `a#2`, `a#3`. The ids made count as taken.
package struct UniqueNames: Sendable {
    /// The number to try next, for each id that is taken.
    private var next: [String: Int] = [:]

    package init() {}

    /// `name`, or `name#2` and so on when it is taken; the result is taken from now on.
    package mutating func claim(_ name: String) -> String {
        guard var number = next[name] else {
            next[name] = 2
            return name
        }
        while next["\(name)#\(number)"] != nil { number += 1 }
        let made = "\(name)#\(number)"
        next[name] = number + 1
        next[made] = 2
        return made
    }

    /// The same for an article of a file, and what to say when `name` is taken.
    package mutating func claim(_ name: String, path: String, line: Int?) -> (id: String, warning: ArticleWarning?) {
        let id = claim(name)
        guard id != name else { return (id, nil) }
        return (id, ArticleWarning(path: path, line: line, message: "the id '\(name)' is taken; kept as '\(id)'"))
    }
}
