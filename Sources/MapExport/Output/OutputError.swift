#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Why something could not be written. `code` is an `errno`.
public enum OutputError: Error, Hashable, Sendable {
    /// The file could not be made, or not be put in its place.
    case cannotCreate(path: String, code: Int32)
    /// The file was open, and a write to it failed.
    case cannotWrite(path: String, code: Int32)
    /// What was written for a while could not be read again.
    case cannotRead(path: String, code: Int32)
    /// The reader at the other end of the pipe has gone (`EPIPE`): no fault of anyone, nothing to report.
    case closedPipe(path: String)
}

extension OutputError: CustomStringConvertible {
    /// What failed, why, and the next thing to do.
    public var description: String {
        switch self {
        case .cannotCreate(let path, let code):
            "cannot create '\(path)': \(Self.text(of: code)). \(Self.advice(for: code))"
        case .cannotWrite(let path, let code):
            "cannot write to '\(path)': \(Self.text(of: code)). \(Self.advice(for: code))"
        case .cannotRead(let path, let code):
            "cannot read '\(path)' again: \(Self.text(of: code)). \(Self.advice(for: code))"
        case .closedPipe(let path): "the reader of '\(path)' has closed it"
        }
    }

    /// The system's words for an `errno`.
    static func text(of code: Int32) -> String {
        guard let text = strerror(code) else { return "error \(code)" }
        return String(cString: text)
    }

    private static func advice(for code: Int32) -> String {
        switch code {
        case ENOSPC, EDQUOT: "Free some space there, or write to another disk."
        case EACCES, EPERM, EROFS: "Choose a folder that you may write to."
        case ENOENT, ENOTDIR: "Make its folder first."
        case EISDIR: "It is a folder: give the name of a file."
        case ENAMETOOLONG: "Give a shorter name."
        case EFBIG: "Raise the limit on the size of files, or write less at once."
        case EMFILE, ENFILE: "Raise the limit on open files (ulimit -n)."
        case EBADF: "The output is closed: redirect it to a file, or drop the '>&-'."
        default: "Check the disk and try again."
        }
    }
}
