"""Points, polygons, convex hull, segments."""
from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, order=True)
class Point:
    x: float
    y: float = 0.0

    def __add__(self, o: Point) -> Point:
        return Point(self.x + o.x, self.y + o.y)

    def __sub__(self, o: Point) -> Point:
        return Point(self.x - o.x, self.y - o.y)

    def __mul__(self, k: float) -> Point:
        return Point(self.x * k, self.y * k)

    def __abs__(self) -> float:
        return math.hypot(self.x, self.y)

    def cross(self, o: Point) -> float:
        return self.x * o.y - self.y * o.x


class Box(NamedTuple):
    low: Point
    high: Point

    @property
    def area(self) -> float:
        return (self.high.x - self.low.x) * (self.high.y - self.low.y)


@dataclass
class Polygon:
    points: list[Point] = field(default_factory=list)
    name: str = field(default="polygon", compare=False)

    @property
    def area(self) -> float:
        return abs(sum(a.cross(b) for a, b in zip(self.points, self.points[1:] + self.points[:1]))) / 2

    @property
    def perimeter(self) -> float:
        return sum(abs(a - b) for a, b in zip(self.points, self.points[1:] + self.points[:1]))

    def contains(self, p: Point) -> bool:
        inside = False
        for a, b in zip(self.points, self.points[1:] + self.points[:1]):
            if (a.y > p.y) != (b.y > p.y) and p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x:
                inside = not inside
        return inside

    def box(self) -> Box:
        xs, ys = [p.x for p in self.points], [p.y for p in self.points]
        return Box(Point(min(xs), min(ys)), Point(max(xs), max(ys)))


def hull(points: list[Point]) -> Polygon:
    def half(ps):
        out: list[Point] = []
        for p in ps:
            while len(out) > 1 and (out[-1] - out[-2]).cross(p - out[-1]) <= 0:
                out.pop()
            out.append(p)
        return out[:-1]

    ordered = sorted(set(points))
    return Polygon(half(ordered) + half(ordered[::-1]), "hull")


points = [Point(x * 7 % 11, x * x % 13) for x in range(25)]
h = hull(points)
print(h, h.area, round(h.perimeter, 9))
print(h.box(), h.box().area, h.contains(Point(5, 5)), h.contains(Point(-1, 5)))
print(Point(1, 2) < Point(1, 3), Point(1, 2) == Point(1.0, 2.0), hash(Point(1, 2)) == hash(Point(1.0, 2.0)), Point(3))
try:
    Point(1, 2).x = 5
except Exception as e:
    print(type(e).__name__, e)
print(math.degrees(math.atan2(1, 1)), math.dist((0, 0), (3, 4)), math.isclose(0.1 + 0.2, 0.3), abs(Point(3, 4)))
