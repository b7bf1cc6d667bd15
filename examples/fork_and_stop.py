"""One paused run, two futures; a run that is paused, profiled and stopped from outside.

    python examples/fork_and_stop.py
"""

import threading

import ringfence

AGENT = """
plan = ['look', 'think']
answer = ask('buy or sell?')
plan.append(answer)
plan
"""

BUSY = """
def work(n):
    return sum(i * i for i in range(n))

done = 0
while True:
    done += work(1000)
"""


def fork() -> None:
    paused = ringfence.Monty(AGENT).start()
    data = paused.dump()  # loading the same bytes twice makes two runs
    for answer in ("buy", "sell"):
        snapshot = ringfence.load_snapshot(data)
        assert isinstance(snapshot, ringfence.FunctionSnapshot)
        done = snapshot.resume(return_value=answer)
        assert isinstance(done, ringfence.MontyComplete)
        print(answer, "->", done.output)


def stop() -> None:
    control = ringfence.Control()
    threading.Timer(0.05, control.pause).start()
    paused = ringfence.Monty(BUSY).start(control=control, profile=True)
    assert isinstance(paused, ringfence.LimitSnapshot)
    print("paused by:", paused.limit)
    profile = paused.meters.profile
    assert profile is not None
    dearest = max(profile.lines.items(), key=lambda item: item[1].instructions)
    print("most instructions in line", dearest[0][1])
    threading.Timer(0.05, control.cancel).start()
    try:
        paused.resume()
    except ringfence.MontyLimitError as error:
        print("stopped by:", error.limit)


if __name__ == "__main__":
    fork()
    stop()
