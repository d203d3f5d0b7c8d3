internal import CZlib

/// Unpacks gzip (RFC 1952) as it comes, members one after another, as in WARC files.
final class Gunzip {
    private let stream: UnsafeMutablePointer<z_stream>
    private var isInMember = false

    /// - Throws: ``ArticleError/unreadable(path:reason:)`` when there is no memory for it.
    init(path: String) throws(ArticleError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .unreadable(path: path, reason: "zlib has no memory")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Takes from the beginning of `packed` and appends to `output`, up to about `most` bytes.
    ///
    /// - Returns: how many bytes of `packed` are done with.
    func unpack(
        _ packed: ArraySlice<UInt8>, into output: inout [UInt8], most: Int, path: String
    ) throws(ArticleError) -> Int {
        var chunk = [UInt8](repeating: 0, count: min(most, 1 << 17))
        var used = 0
        var written = 0
        while used < packed.count, written < most {
            if !isInMember {
                guard packed[packed.startIndex + used] == 0x1F else {
                    // What follows the last member is padding.
                    return packed.count
                }
                inflateReset(stream)
                isInMember = true
            }
            let (status, taken, given) = step(packed.dropFirst(used), &chunk)
            used += taken
            output.append(contentsOf: chunk[..<given])
            written += given
            switch status {
            case Z_STREAM_END: isInMember = false
            case Z_OK: break
            case Z_BUF_ERROR where taken == 0 && given == 0: return used
            case Z_BUF_ERROR: break
            default: throw .unreadable(path: path, reason: "damaged gzip data; fetch the file again")
            }
        }
        return used
    }

    /// Whether the input may end here.
    var isBetweenMembers: Bool { !isInMember }

    private func step(_ packed: ArraySlice<UInt8>, _ chunk: inout [UInt8]) -> (status: Int32, taken: Int, given: Int) {
        packed.withUnsafeBufferPointer { input in
            chunk.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.avail_in = UInt32(clamping: input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(clamping: output.count)
                let before = Int(stream.pointee.avail_in)
                let status = inflate(stream, Z_NO_FLUSH)
                return (status, before - Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out))
            }
        }
    }
}
