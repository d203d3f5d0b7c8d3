#!/usr/bin/env python3
"""Look-ups a second of SQLite with an index on the same names, and of a Swift Dictionary with its load time.

usage: peers.py GAZETTEER NAMES      (the folder of tables; a file of names, one a line)
"""
import glob
import os
import sqlite3
import subprocess
import sys
import tempfile
import time

DICTIONARY = """
import Foundation
func seconds(_ body: () -> Void) -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    let start = now()
    body()
    return now() - start
}
var table: [String: [Int32]] = [:]
let load = seconds {
    for line in try! String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).split(separator: "\\n") {
        let fields = line.split(separator: "\\t")
        table[String(fields[0]), default: []].append(Int32(fields[1])!)
    }
}
let names = try! String(contentsOfFile: CommandLine.arguments[2], encoding: .utf8).split(separator: "\\n").map(String.init)
var found = 0
let time = seconds { for name in names { found += table[name]?.count ?? 0 } }
print("dictionary\\tload \\(load) seconds\\t\\(Int(Double(names.count) / time)) a second\\t\\(found)")
"""


def rows(folder):
    number = 0
    for path in sorted(glob.glob(folder + "/*.tsv") + glob.glob(folder + "/places/*.tsv")):
        with open(path, encoding="utf-8") as lines:
            if not next(lines).startswith("id\t"):
                continue
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                for name in [fields[1]] + [n for n in fields[8].split("|") if n]:
                    yield name, number
                number += 1


def main():
    folder, names = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as work:
        table = list(rows(folder))
        database = sqlite3.connect(work + "/names.db")
        database.execute("create table names (name text, place integer)")
        database.executemany("insert into names values (?, ?)", table)
        database.execute("create index by_name on names (name)")
        database.commit()
        wanted = open(names, encoding="utf-8").read().split("\n")[:-1]
        start = time.process_time()
        found = sum(len(database.execute("select place from names where name = ?", (n,)).fetchall()) for n in wanted)
        elapsed = time.process_time() - start
        print(f"sqlite\t{os.path.getsize(work + '/names.db')} bytes\t{len(wanted) / elapsed:.0f} a second\t{found}")
        with open(work + "/names.tsv", "w", encoding="utf-8") as out:
            out.writelines(f"{name}\t{place}\n" for name, place in table)
        with open(work + "/main.swift", "w") as out:
            out.write(DICTIONARY)
        subprocess.run(["swiftc", "-O", work + "/main.swift", "-o", work + "/peer"], check=True)
        subprocess.run([work + "/peer", work + "/names.tsv", names], check=True)


main()
