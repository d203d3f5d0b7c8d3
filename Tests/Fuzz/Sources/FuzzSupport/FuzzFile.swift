import Glibc

/// A file that lives as long as one input, in memory where the system has such a place.
public final class FuzzFile {
    public let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    public let path: String

    public init(_ bytes: [UInt8], ending: String) {
        path = "\(folder)/dateline-fuzz-\(getpid()).\(ending)"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { return }
        _ = write(descriptor, bytes, bytes.count)
        close(descriptor)
    }

    deinit { unlink(path) }
}
