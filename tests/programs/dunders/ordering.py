class V:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        if not isinstance(o, V): return NotImplemented
        return self.n < o.n
    def __le__(self, o):
        if not isinstance(o, V): return NotImplemented
        return self.n <= o.n
    def __repr__(self): return f"V{self.n}"
print(V(1) < V(2), V(1) > V(2), V(1) <= V(1), V(2) >= V(3), sorted([V(3), V(1), V(2)]), max(V(1), V(5)), min([V(4), V(0)]))
for f in (lambda: V(1) < 3, lambda: 3 < V(1), lambda: 3 >= V(1), lambda: sorted([V(1), "a"])):
    try: print(f())
    except TypeError as e: print(e)
print(V(1) == V(1), V(1) != V(1), V(1) == 1)
class W:
    def __lt__(self, o): return "yes"
    def __eq__(self, o): return []
    def __gt__(self, o): return 0
print(W() < 1, 1 > W(), W() == 1, 1 == W(), W() != 1, W() > 3, 3 < W())
print(not (W() < 1), 1 < W() < 3)
