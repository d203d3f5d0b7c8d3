#if canImport(Glibc)
    internal import Glibc
#endif

/// Memory that is free, but still the program's.
enum FreeMemory {
    /// Gives it back to the system: free pieces between others are of no use for what is needed in one piece.
    static func giveBack() {
        #if canImport(Glibc)
            malloc_trim(0)
        #endif
    }
}
