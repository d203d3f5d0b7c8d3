#!/usr/bin/env python3
"""Annotates JSON Lines with Spark: spark_annotate.py pipe|pandas PROGRAM INPUT OUTPUT [KILL_FOLDER]

`pipe` hands whole partitions to RDD.pipe; `pandas` runs a process for each partition in mapInPandas. With KILL_FOLDER, for tests,
a process and a worker of Spark are killed on their first try, and Spark tries again."""
import os
import shutil
import sys

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)

from pyspark import TaskContext  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import engine  # noqa: E402


def main():
    mode, program, source, output = sys.argv[1:5]
    kill = sys.argv[5] if len(sys.argv) > 5 else None
    spark = (
        SparkSession.builder.master("local[2,4]").appName("dateline").config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "500").config("spark.driver.memory", "1g")
        .config("spark.sql.shuffle.partitions", "4").getOrCreate())
    spark.sparkContext.setLogLevel("OFF" if kill else "WARN")
    spark.sparkContext.addPyFile(os.path.join(os.path.dirname(os.path.abspath(__file__)), "engine.py"))
    if mode == "pipe":
        lines = spark.sparkContext.textFile(source, minPartitions=4)
        command = f"{program} annotate --engine --jobs 1"
        if kill:
            # The first process to come here ends in the middle of its work.
            command = f"/bin/sh -c 'if mkdir {kill}/program 2>/dev/null; then {command} | head -n 50; exit 9; else exec {command}; fi'"
        answers = lines.pipe(command, checkCode=True)
    else:
        def annotate(batches):
            import engine

            victims = {1: "program", 2: "worker"}
            number = TaskContext.get().partitionId()
            on_answer = None
            if kill and number in victims:
                on_answer = engine.killer(f"{kill}/{victims[number]}", 50, victims[number])
            import pandas

            made = []
            for answer in engine.answers((line for batch in batches for line in batch["value"]), program, on_answer=on_answer):
                made.append(answer)
                if len(made) == 500:
                    yield pandas.DataFrame({"value": made})
                    made = []
            yield pandas.DataFrame({"value": made})

        lines = spark.sparkContext.textFile(source, minPartitions=4).map(lambda line: (line,))
        frame = spark.createDataFrame(lines, "value string")
        answers = frame.mapInPandas(annotate, "value string").rdd.map(lambda row: row.value)
    shutil.rmtree(output, ignore_errors=True)
    answers.saveAsTextFile(output)
    spark.stop()


main()
