import Foundation
import MapExport
import TestSupport
import Testing

@Suite struct OutputTests {
    @Test func aFileAppearsWholeOrNotAtAll() throws {
        let folder = try ScratchFolder()
        let file = try AtomicFile(path: folder.path + "/a.txt")
        try file.write("one")
        #expect(folder.text("a.txt") == nil)
        try file.commit()
        #expect(folder.text("a.txt") == "one")
        #expect(folder.names == ["a.txt"])
    }

    @Test func aFailureLeavesWhatWasThere() throws {
        struct Failure: Error {}
        let folder = try ScratchFolder()
        try AtomicFile.write(to: folder.path + "/a.txt") { try $0.write("old") }
        #expect(throws: Failure.self) {
            try AtomicFile.write(to: folder.path + "/a.txt") { file in
                try file.write(String(repeating: "new", count: 100_000))
                throw Failure()
            }
        }
        #expect(folder.text("a.txt") == "old")
        #expect(folder.names == ["a.txt"])
    }

    @Test func twoWritersDoNotShareATemporaryFile() throws {
        let folder = try ScratchFolder()
        let (first, second) = (try AtomicFile(path: folder.path + "/a"), try AtomicFile(path: folder.path + "/a"))
        try first.write("first")
        try second.write("second")
        try first.commit()
        try second.commit()
        #expect(folder.text("a") == "second")
        #expect(folder.names == ["a"])
    }

    @Test func permissionsAndLinksAreKept() throws {
        let folder = try ScratchFolder()
        try AtomicFile.write(to: folder.path + "/real") { try $0.write("1") }
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path + "/real")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "real")
        try AtomicFile.write(to: folder.path + "/link", sync: true) { try $0.write("2") }
        #expect(folder.text("real") == "2")
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/real")[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o640)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link") == "real")
    }

    @Test func anErrorSaysWhatToDo() throws {
        let folder = try ScratchFolder()
        let error = #expect(throws: OutputError.self) { try AtomicFile(path: folder.path + "/no/such/file") }
        #expect(error?.description.contains("No such file or directory. Make its folder first.") == true)
        let other = #expect(throws: OutputError.self) { try AtomicFile(path: folder.path) }
        #expect(other?.description.contains("give the name of a file") == true)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func aFullDiskIsAnError() throws {
        let error = #expect(throws: OutputError.self) {
            try AtomicFile.write(to: "/dev/full") { try $0.write("lost") }
        }
        #expect(error == .cannotWrite(path: "/dev/full", code: ENOSPC))
        #expect(FileManager.default.fileExists(atPath: "/dev/full"))
    }

    @Test func aClosedPipeIsToldApart() throws {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        let sink = FileDescriptorSink(descriptor: ends[1], path: "standard output")
        try sink.write("kept back")
        #expect(throws: OutputError.closedPipe(path: "standard output")) { try sink.flush() }
    }

    @Test func bytesKeepTheirOrderThroughTheBuffer() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let sink = FileDescriptorSink(descriptor: ends[1], path: "pipe", capacity: 8)
        var expected = ""
        for piece in ["a", "bcdefgh", "ijklmnopqrstuvwxyz", "", "0", "123"] {
            try sink.write(piece)
            expected += piece
        }
        try sink.flush()
        close(ends[1])
        let text = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true).readDataToEndOfFile()
        #expect(String(decoding: text, as: UTF8.self) == expected)
    }
}
