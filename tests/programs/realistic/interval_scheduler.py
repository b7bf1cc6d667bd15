"""Bookings in intervals: overlaps, merging, free slots, rooms, recurring dates."""
import bisect
from datetime import datetime, timedelta
from functools import total_ordering
from heapq import heappop, heappush


@total_ordering
class Slot:
    __slots__ = ("start", "end")

    def __init__(self, start, end):
        if end <= start:
            raise ValueError(f"ends {end} before it starts {start}")
        self.start, self.end = start, end

    def __lt__(self, other):
        return (self.start, self.end) < (other.start, other.end)

    def __eq__(self, other):
        return isinstance(other, Slot) and (self.start, self.end) == (other.start, other.end)

    def __hash__(self):
        return hash((self.start, self.end))

    def __and__(self, other):
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Slot(start, end) if start < end else None

    def __contains__(self, moment):
        return self.start <= moment < self.end

    def __len__(self):
        return int((self.end - self.start).total_seconds() // 60)

    def __repr__(self):
        return f"{self.start:%a %H:%M}-{self.end:%H:%M}"


DAY = datetime(2024, 2, 28, 9)


def slot(start, minutes, day=0):
    begin = DAY + timedelta(days=day, minutes=start)
    return Slot(begin, begin + timedelta(minutes=minutes))


def merge(slots):
    merged = []
    for each in sorted(slots):
        if merged and each.start <= merged[-1].end:
            merged[-1] = Slot(merged[-1].start, max(merged[-1].end, each.end))
        else:
            merged.append(each)
    return merged


def free(slots, whole):
    at = whole.start
    for each in merge(slots):
        if each.start > at:
            yield Slot(at, each.start)
        at = max(at, each.end)
    if at < whole.end:
        yield Slot(at, whole.end)


def rooms(slots):
    ends, most, plan = [], 0, {}
    names = iter("ABCDEF")
    spare = []
    for each in sorted(slots):
        while ends and ends[0][0] <= each.start:
            heappush(spare, heappop(ends)[1])
        name = heappop(spare) if spare else next(names)
        heappush(ends, (each.end, name))
        plan.setdefault(name, []).append(each)
        most = max(most, len(ends))
    return most, plan


bookings = [slot(0, 60), slot(30, 45), slot(120, 30), slot(75, 15), slot(60, 30), slot(200, 100)]
print(sorted(bookings), merge(bookings), list(free(bookings, slot(0, 360))), sep="\n")
print(rooms(bookings), bookings[0] & bookings[1], bookings[0] & bookings[2], len(bookings[-1]), DAY in bookings[0], DAY in bookings[2])
starts = [each.start for each in sorted(bookings)]
print(bisect.bisect_left(starts, DAY + timedelta(minutes=60)), max(bookings), min(bookings) == bookings[0], len(set(bookings + bookings)))
weekly = [slot(0, 30, day=day) for day in range(0, 15, 7)]
print(weekly, [(each.start.date() + timedelta(days=1)).isoformat() for each in weekly])
try:
    Slot(DAY, DAY)
except ValueError as error:
    print(error)
print(bookings[0] >= bookings[1], bookings[0] != bookings[1], bool(bookings[0]), sum(len(each) for each in merge(bookings)))
