internal import Articles

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The files that an earlier run left in a folder, as its `report.json` lists them.
struct RunFiles {
    private let folder: String
    private let names: [String]
    /// When the report was written, which comes last.
    private let written: timespec

    /// Reads the report in `folder`; nothing is known without one.
    init(folder: String) {
        self.folder = folder
        let path = folder + "/report.json"
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let head = try? FileBytes.head(path, count: 1 << 14)
        else {
            names = []
            written = timespec()
            return
        }
        names = Self.names(head)
        written = Self.modified(status)
    }

    /// Removes those that are not among `kept`: a plain file that is listed by name and has not been changed since. Others, and what
    /// is not listed, are left alone.
    ///
    /// - Returns: the names of the files removed.
    func remove(except kept: [String]) -> [String] {
        names.filter { name in
            var status = stat()
            guard !kept.contains(name), lstat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG
            else { return false }
            let time = Self.modified(status)
            // A project that was saved again by hand is no longer ours.
            guard (time.tv_sec, time.tv_nsec) <= (written.tv_sec, written.tv_nsec) else { return false }
            return unlink(folder + "/" + name) == 0
        }
    }

    private static func modified(_ status: stat) -> timespec {
        #if canImport(Darwin)
            status.st_mtimespec
        #else
            status.st_mtim
        #endif
    }

    /// The list at the head of a report; names that this program does not write are passed over.
    private static func names(_ head: [UInt8]) -> [String] {
        let text = String(decoding: head, as: UTF8.self)
        guard let start = text.firstRange(of: "\"files\":["), let end = text[start.upperBound...].firstIndex(of: "]")
        else {
            return []
        }
        return text[start.upperBound..<end].split(separator: ",").compactMap { part in
            let name = part.filter { $0 != "\"" && $0 != " " }
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, LayerFiles.layerNames.contains(String(parts[0])) || parts[0] == "map",
                parts[1].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
            else { return nil }
            return name
        }
    }
}
