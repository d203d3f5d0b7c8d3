/// Counts of a comparison with gold annotations.
public struct Score: Hashable, Sendable {
    public var correct = 0
    public var found = 0
    public var expected = 0

    public init() {}

    /// 0...1; 0 when nothing was found.
    public var precision: Double { found == 0 ? 0 : Double(correct) / Double(found) }
    /// 0...1; 0 when nothing was expected.
    public var recall: Double { expected == 0 ? 0 : Double(correct) / Double(expected) }
    public var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
}
