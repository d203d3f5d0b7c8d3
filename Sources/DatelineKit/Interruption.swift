#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// SIGINT and SIGTERM: a run ends after the document at hand, with whole lines and whole files behind it.
///
/// The first signal asks; a second one, or one that comes while nothing is left to write, ends the program at once.
public enum Interruption {
    // Written by a signal handler: plain words, nothing that locks.
    nonisolated(unsafe) private static var requested: sig_atomic_t = 0
    nonisolated(unsafe) private static var idle: sig_atomic_t = 0

    /// Begins to listen.
    public static func install() {
        requested = 0
        idle = 0
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                if Interruption.requested != 0 || Interruption.idle != 0 {
                    signal(number, SIG_DFL)
                    raise(number)
                }
                Interruption.requested = sig_atomic_t(number)
            }
            unblock(number)
        }
    }

    /// A program that is started from a thread with signals blocked, as many engines do, has them blocked, too.
    private static func unblock(_ number: Int32) {
        withUnsafeTemporaryAllocation(of: sigset_t.self, capacity: 1) { set in
            guard let set = set.baseAddress else { return }
            sigemptyset(set)
            sigaddset(set, number)
            pthread_sigmask(SIG_UNBLOCK, set, nil)
        }
    }

    public static var isRequested: Bool { requested != 0 }

    /// Says that all is written and the program waits for input.
    public static func setIdle(_ isIdle: Bool) { idle = isIdle ? 1 : 0 }

    /// Ends the program by the signal that came, if one came.
    public static func finish() {
        guard requested != 0 else { return }
        signal(requested, SIG_DFL)
        raise(requested)
    }
}
