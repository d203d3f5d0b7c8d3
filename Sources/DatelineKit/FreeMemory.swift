#if canImport(Glibc)
    internal import Glibc
#endif

/// Memory that is free, but still the program's.
enum FreeMemory {
    /// Gives it back to the system, where the C library can: free pieces between others are of no use for what is needed in one piece.
    static func giveBack() {
        #if canImport(Glibc)
            // Looked up, for the headers that Swift reads do not declare it.
            guard let symbol = dlsym(nil, "malloc_trim") else { return }
            typealias Trim = @convention(c) (Int) -> Int32
            _ = unsafeBitCast(symbol, to: Trim.self)(0)
        #endif
    }
}
