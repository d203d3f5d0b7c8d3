#!/usr/bin/env python3
"""Runs a command and prints its time and the most memory that it held.

usage: usage.py COMMAND...
"""
import resource
import subprocess
import sys
import time


def main():
    start = time.perf_counter()
    status = subprocess.run(sys.argv[1:]).returncode
    elapsed = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{elapsed:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of processor time, {used.ru_maxrss / 1024:.0f} MB, status {status}")
    return status


sys.exit(main())
