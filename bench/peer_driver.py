"""Answers the bench from inside the peer's own virtual environment (pydantic-monty).

Reads one JSON request a line: {"run": source} times one run of a program in a fresh session, and
{"host_call": n} the mean of n host calls; answers {"seconds", "output"} or {"error"}.
"""

import json
import sys
import time

import pydantic_monty


def run(pool, source):
    with pool.checkout(assert_message_annotations=False) as session:
        out = pydantic_monty.CollectString()
        started = time.perf_counter()
        session.feed_run(source, print_callback=out)
        return {"seconds": time.perf_counter() - started, "output": out.output}


def host_call(pool, n):
    with pool.checkout() as session:
        started = time.perf_counter()
        session.feed_run(f"for i in range({n}):\n    f(i)", external_lookup={"f": lambda i: i})
        return {"seconds": (time.perf_counter() - started) / n, "output": ""}


def one_plus_one(pool, n):
    with pool.checkout() as session:
        started = time.perf_counter()
        for _ in range(n):
            session.feed_run("1 + 1")
        return {"seconds": (time.perf_counter() - started) / n, "output": ""}


def main():
    with pydantic_monty.Monty(min_processes=1) as pool:
        for line in sys.stdin:
            request = json.loads(line)
            try:
                if "run" in request:
                    answer = run(pool, request["run"])
                elif "host_call" in request:
                    answer = host_call(pool, min(request["host_call"], 900))
                else:
                    answer = one_plus_one(pool, request["one_plus_one"])
            except Exception as error:
                answer = {"error": f"{type(error).__name__}: {str(error)[:200]}"}
            print(json.dumps(answer), flush=True)


main()
