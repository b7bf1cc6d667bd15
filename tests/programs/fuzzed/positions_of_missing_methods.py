import traceback
class G:
    def __getattr__(self, k): raise AttributeError(k)
class P:
    @property
    def p(self): raise ValueError('p')
for f in (lambda: [].missing(1), lambda: {}.__mod__(3), lambda: (1).foo(1, *[2]), lambda: 'x'.foo(k=1), lambda: G().foo(1), lambda: P().p(1), lambda: int.foo(1), lambda: G.foo(2), lambda: None.foo(), lambda: (lambda: 1).foo(),
          lambda: G().foo(*[1]), lambda: super(G).foo(2)):
    try: f()
    except BaseException: print(traceback.format_exc())
