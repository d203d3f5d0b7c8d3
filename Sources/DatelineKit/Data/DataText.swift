import Articles

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads a file of the program's data.
enum DataText {
    /// The text at `path`: a plain file as it is, anything else as articles are read.
    static func bytes(at path: String) throws -> [UInt8] { try plain(path) ?? FileBytes.read(path) }

    /// `nil` for a file that is packed, has no size, or cannot be read.
    private static func plain(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 1,
            status.st_size < 1 << 30
        else { return nil }
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            while count < Int(status.st_size) {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let got = read(descriptor, rest.baseAddress, Int(status.st_size) - count)
                if got <= 0 { break }
                count += got
            }
            isWhole = count == Int(status.st_size) && !(buffer[0] == 0x1F && buffer[1] == 0x8B)
        }
        return isWhole ? bytes : nil
    }
}
