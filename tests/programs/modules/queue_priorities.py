"""queue without threads: order, bounds, errors, a scheduler on PriorityQueue."""
import queue
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    attempts: int = field(default=0, compare=False)


jobs = queue.PriorityQueue()
for name, priority in (("write", 5), ("read", 1), ("flush", 3), ("check", 1)):
    jobs.put(Job(priority, name))
done = []
while not jobs.empty():
    job = jobs.get()
    job.attempts += 1
    if job.name == "flush" and job.attempts < 3:
        job.priority += 1
        jobs.put(job)
    else:
        done.append((job.name, job.priority, job.attempts))
    jobs.task_done()
jobs.join()
print(done, jobs.qsize())
fifo, lifo, simple = queue.Queue(2), queue.LifoQueue(), queue.SimpleQueue()
fifo.put("a")
fifo.put_nowait("b")
print(fifo.full(), fifo.qsize(), fifo.maxsize)
for attempt in (lambda: fifo.put_nowait("c"), lambda: fifo.put("c", block=False), lambda: fifo.put("c", timeout=0.001), lambda: fifo.put("c", timeout=-1)):
    try:
        attempt()
    except (queue.Full, ValueError) as error:
        print(type(error).__name__, error)
print(fifo.get(), fifo.get_nowait(), fifo.empty())
for attempt in (lambda: fifo.get_nowait(), lambda: fifo.get(False), lambda: fifo.get(timeout=0.001), lambda: simple.get_nowait(), lambda: fifo.get(timeout=-1)):
    try:
        attempt()
    except (queue.Empty, ValueError) as error:
        print(type(error).__name__, error)
for n in range(3):
    lifo.put(n)
    simple.put(n)
print([lifo.get() for _ in range(3)], [simple.get() for _ in range(3)], simple.empty(), simple.qsize())
try:
    for _ in range(9):
        fifo.task_done()
except ValueError as error:
    print(error)
mixed = queue.PriorityQueue()
mixed.put((1, "b"))
mixed.put((1, "a"))
mixed.put((0, [1]))
print([mixed.get() for _ in range(3)])
mixed.put((1, {}))
try:
    mixed.put((1, {}))
except TypeError as error:
    print(error)
print(issubclass(queue.LifoQueue, queue.Queue), queue.Empty.__mro__[1].__name__)
