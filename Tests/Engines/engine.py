"""Drives `dateline annotate --engine` from Python: lines in, as many answers out, in order."""
import os
import signal
import subprocess
import threading


class FatalError(Exception):
    """What another try would not mend: usage, input or data are missing (exit codes 64, 66 and 78)."""


def answers(lines, program, options=(), on_answer=None):
    """Yields the answer to each of `lines` (bytes or text, without their ends), from a process of its own.

    A thread feeds the process, so that neither side waits for a full pipe. What is raised when the process dies is for the engine:
    it starts the task again, and the answers of this one are dropped."""
    command = [program, "annotate", "--engine", "--jobs", "1", *options]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    sent = 0

    def feed():
        nonlocal sent
        try:
            for line in lines:
                process.stdin.write((line.encode() if isinstance(line, str) else line) + b"\n")
                sent += 1
            process.stdin.close()
        except BrokenPipeError:
            pass

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    received = 0
    for answer in process.stdout:
        received += 1
        if on_answer:
            on_answer(process, received)
        yield answer.rstrip(b"\n").decode()
    feeder.join()
    message = process.stderr.read().decode(errors="replace").strip()
    code = process.wait()
    if code in (64, 66, 78):
        raise FatalError(f"exit code {code}: {message}")
    if code != 0 or received != sent:
        raise RuntimeError(f"exit code {code}, {received} answers to {sent} lines: {message}")


def killer(marker, after, victim):
    """For tests: kills the process that answers, or this one, once in all tries, after so many answers."""

    def on_answer(process, received):
        if received == after:
            try:
                os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                return
            os.kill(process.pid if victim == "program" else os.getpid(), signal.SIGKILL)

    return on_answer
