class G:
    def __iter__(self):
        yield 1
    def m(self): yield 2
print([repr(g).split(" at ")[0] for g in (iter(G()), G().m(), (x for x in "a"), G().m)])
