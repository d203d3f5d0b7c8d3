import Synchronization

/// What names were taken for, for tables that repeat them; shared by threads. It forgets all when it is full.
final class NameCache: Sendable {
    /// Names that are kept: about 20 MB.
    private static let capacity = 65_536

    private let names = Mutex<[String: [NameResolver.Scored]]>([:])

    subscript(name: String) -> [NameResolver.Scored]? {
        get { names.withLock { $0[name] } }
        set {
            names.withLock { names in
                if names.count >= Self.capacity { names.removeAll(keepingCapacity: true) }
                names[name] = newValue
            }
        }
    }
}
