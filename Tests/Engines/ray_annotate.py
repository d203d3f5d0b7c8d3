#!/usr/bin/env python3
"""Annotates JSON Lines with Ray Data: ray_annotate.py PROGRAM INPUT OUTPUT [KILL_FOLDER]

Each actor keeps a process of its own and starts another one when it dies. With KILL_FOLDER, for tests, a process and an actor are
killed once."""
import os
import subprocess
import sys
import threading

import ray

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))


class Annotator:
    def __init__(self, program, kill):
        self.program, self.kill, self.process = program, kill, None
        self.batches = 0

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "annotate", "--engine", "--jobs", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def attempt(self, lines):
        if self.process is None or self.process.poll() is not None:
            self.start()
        process = self.process

        def feed():
            try:
                process.stdin.write("".join(line + "\n" for line in lines).encode())
                process.stdin.flush()
            except BrokenPipeError:
                pass

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        made = []
        for number in range(len(lines)):
            answer = process.stdout.readline()
            if not answer.endswith(b"\n"):
                self.process = None
                if process.wait() in (64, 66, 78):
                    raise SystemExit("the program cannot run here")
                return None
            made.append(answer[:-1].decode())
            if self.kill and self.batches == 2 and number == 20:
                self.murder(process)
        feeder.join()
        return made

    def murder(self, process):
        import signal

        for victim, pid in (("program", process.pid), ("worker", os.getpid())):
            try:
                os.close(os.open(f"{self.kill}/{victim}", os.O_CREAT | os.O_EXCL))
            except FileExistsError:
                continue
            os.kill(pid, signal.SIGKILL)
            return

    def __call__(self, batch):
        self.batches += 1
        lines = [str(line) for line in batch["text"]]
        # Answers to a batch come whole or not at all: what a process that died had answered is asked again.
        for _ in range(3):
            made = self.attempt(lines)
            if made is not None:
                return {"answer": made}
        raise RuntimeError("the process died three times over one batch")


def main():
    program, source, output = sys.argv[1:4]
    kill = sys.argv[4] if len(sys.argv) > 4 else None
    ray.init(num_cpus=4, include_dashboard=False, log_to_driver=False, object_store_memory=500 << 20, configure_logging=not kill)
    context = ray.data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    lines = ray.data.read_text(source, drop_empty_lines=False)
    answers = lines.map_batches(
        Annotator, fn_constructor_args=(program, kill), batch_size=250, concurrency=2, num_cpus=1, max_restarts=4, max_task_retries=4)
    with open(output + ".part", "w", encoding="utf-8") as file:
        for row in answers.iter_rows():
            file.write(row["answer"] + "\n")
    os.rename(output + ".part", output)
    ray.shutdown()


main()
