class M(type):
    kind = "meta"
    def describe(cls): return f"class {cls.__name__}"
    @property
    def prop(cls): return cls.__name__.lower()
    def __getattr__(cls, name):
        if name.startswith("dyn_"): return name[4:]
        raise AttributeError(name)
    def __len__(cls): return 7
    def __iter__(cls): return iter("abc")
    def __contains__(cls, x): return x == 1
    def __getitem__(cls, k): return ("item", k)
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __add__(cls, o): return "added"
    def __eq__(cls, o): return o == "eq" or cls is o
    def __hash__(cls): return 5
    def __bool__(cls): return False
    def __setattr__(cls, k, v):
        print("set", k, v)
        super().__setattr__(k, v)
    def __delattr__(cls, k):
        print("del", k)
        super().__delattr__(k)
class A(metaclass=M): pass
print(A.kind, A.describe(), A.prop, A.dyn_x, len(A), list(A), 1 in A, A[2], A, A + 1, A == "eq", hash(A), bool(A))
A.q = 1
print(A.q)
del A.q
for f in (lambda: A().kind, lambda: A().describe(), lambda: A.nope, lambda: A().prop):
    try: print(f())
    except AttributeError as e: print(e)
try: A.prop = 1
except AttributeError as e: print(e)
