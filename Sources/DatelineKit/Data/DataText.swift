import Articles

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads the text of a file of the program's data.
enum DataText {
    /// The text at `path`: a plain file straight into its text, anything else as articles are read.
    static func text(at path: String) throws -> String {
        if let text = plain(path) { return text }
        return String(decoding: try FileBytes.read(path), as: UTF8.self)
    }

    /// `nil` for a file that is packed, has no size, or cannot be read.
    private static func plain(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 1,
            status.st_size < 1 << 30
        else { return nil }
        var isWhole = false
        let text = String(unsafeUninitializedCapacity: Int(status.st_size)) { buffer in
            var count = 0
            while count < buffer.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let got = read(descriptor, rest.baseAddress, rest.count)
                if got <= 0 { break }
                count += got
            }
            isWhole = count == Int(status.st_size) && !(buffer[0] == 0x1F && buffer[1] == 0x8B)
            return count
        }
        return isWhole ? text : nil
    }
}
