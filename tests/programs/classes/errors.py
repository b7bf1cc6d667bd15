def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, e)
class A:
    @property
    def x(self): ...
    y = property()
a = A()
t(lambda: a.y); t(lambda: setattr(a,'x',1)); t(lambda: delattr(a,'x')); t(lambda: property().__get__(a)); t(lambda: property().__set__(a,1))
t(lambda: type('A',(5,),{})); t(lambda: type(5,(),{})); t(lambda: type('A',5,{})); t(lambda: type('A',(),5)); t(lambda: type('a','b'))
t(lambda: type('A',(bool,),{})); t(lambda: type('A',(int,str),{})); t(lambda: type('A',(object,int),{})); t(lambda: type('A',(int,int),{}))
class S: __slots__=('a',)
class T: __slots__=('b',)
t(lambda: type('A',(S,T),{})); t(lambda: type('A',(),{'__slots__':5})); t(lambda: type('A',(),{'__slots__':('1a',)})); t(lambda: type('A',(),{'__slots__':('a',),'a':1})); t(lambda: type('A',(int,),{'__slots__':('a',)}));t(lambda: type('A',(),{'__slots__':(5,)}));t(lambda: type('A',(A,),{'__slots__':('__dict__',)}));t(lambda: type('A',(),{'__slots__':('__dict__','__dict__')}))
t(lambda: setattr(int,'x',1)); t(lambda: delattr(int,'x')); t(lambda: setattr(A,'__name__',5)); t(lambda: setattr(A,'__mro__',5)); t(lambda: setattr(A,'__dict__',5)); t(lambda:delattr(A,'zz'))
s=S(); t(lambda: setattr(s,'q',1)); t(lambda: s.a); t(lambda: delattr(s,'a')); t(lambda: setattr(5,'q',1));t(lambda: setattr(5,'real',1));t(lambda: delattr(5,'real')); t(lambda: delattr(a,'nope'));t(lambda: setattr(a,'__class__',5));t(lambda: setattr(a,'__class__',int));t(lambda: setattr(a,'__class__',S));t(lambda: setattr(a,'__dict__',5)); t(lambda: setattr((lambda:1),'__name__',5)); t(lambda: setattr((lambda:1),'__defaults__',5));t(lambda: delattr((lambda:1),'__name__'))
t(lambda: super().x); t(lambda: super(A, 5)); t(lambda: super(5,5)); t(lambda: object(5)); t(lambda: A(5)); t(lambda: object.__new__(int)); t(lambda: object.__new__(5)); t(lambda: object.__new__()); t(lambda: int.__new__(A)); t(lambda: int.__new__())
t(lambda: isinstance(5,5)); t(lambda: issubclass(5,5)); t(lambda: issubclass(int,5)); t(lambda: getattr(5,5)); t(lambda: hasattr(5,5)); t(lambda: setattr(a,5,5)); t(lambda: getattr(5)); t(lambda: vars(5)); t(lambda: isinstance(5,list[int]))
t(lambda: S.a.__get__(5)); t(lambda: S.a.__set__(a,5)); t(lambda: getattr(5, 'x')); t(lambda: int.x)
t(lambda: A.__name__.x)
class M(type):
    def mro(cls): return 5
t(lambda: M('x',(),{}))
class E:
    def __init__(self): return 5
t(E)
class F:
    def __set_name__(self,a,b): raise ValueError(5)
t(lambda: type('A',(),{'f':F()}))
t(lambda: type('A',(),{'__qualname__':5})); t(lambda: type('A',(),{},x=5)); t(lambda: type('A\0',(),{}))
def f(a,b,*,c,d): pass
t(lambda: f()); t(lambda: f(1)); t(lambda: f(1,2)); t(lambda: f(1,2,3)); t(lambda: f(1,2,3,c=1)); t(lambda: f(1,2,3,c=1,d=2)); t(lambda:f(1,2,c=1)); t(lambda: f(1,2,c=1,d=2,e=3)); t(lambda: f(1,2,a=3,c=1,d=1))
def g(a,b=1,c=2,*args): pass
t(lambda: g()); 
def h(a,/,b): pass
t(lambda: h(1,a=2)); t(lambda: h(a=2,b=1)); t(lambda: h(b=1)); t(lambda: h(1,2,3))
def k(a,b=1): pass
t(lambda: k()); t(lambda: k(1,2,3)); t(lambda: k(1,2,3,4,x=1))
def z(): pass
t(lambda: z(1)); t(lambda: z(1,2)); t(lambda: z(x=1))
def y(a,b,c): pass
t(lambda: y()); t(lambda: y(1)); t(lambda: y(1,2,3,4))
def y(a,b,c,d): pass
t(lambda: y()); 
def ko(*,a=1): pass
t(lambda: ko(1)); t(lambda: ko(1,a=2)); t(lambda: ko(1,2,a=2)); t(lambda: ko(**{'1':2}))
def ko(x,*,a=1): pass
t(lambda: ko(1,2,a=2)); t(lambda: ko(1,2,3,a=2))
def ko(x=1,*,a,b): pass
t(lambda: ko()); t(lambda: ko(1,2))
def p(a,b,/,c,d): pass
t(lambda: p(1,2,a=5,b=5)); t(lambda: p(1,2,a=5,c=1,d=1)); t(lambda: p(c=1,d=1,a=5,b=5))
class C:
    def m(self): pass
t(lambda: C().m(1)); t(lambda: C(1)); t(lambda: C.m()); t(lambda: C().nope())
t(lambda: [].append()); t(lambda: [].append(1,2)); t(lambda: [].append(x=1)); t(lambda: len()); t(lambda: len(1,2)); t(lambda: len(x=1)); t(lambda: list.append()); t(lambda: list.append(5,5)); t(lambda: str.upper()); t(lambda: str.upper(5)); t(lambda: "a".upper(5)); t(lambda: {}.get()); t(lambda: {}.get(1,2,3)); t(lambda: isinstance(1))
def ff(*a,**k): pass
t(lambda: ff(*5)); t(lambda: ff(**5)); t(lambda: ff(**{'a':1},**{'a':2})); t(lambda: ff(**{5:1})); t(lambda: print(*5)); t(lambda: [*5]); t(lambda: {**5}); t(lambda: ff(a=1,**{'a':2}))
def s(): raise 5
t(s)
def s(): raise ValueError from 5
t(s)
def s(): raise int
t(s)
def s():
    try: raise ValueError
    except 5: pass
t(s)
def s():
    try: raise ValueError
    except (KeyError, 5): pass
t(s)
def s(): raise
t(s)
class B:
    def __bool__(s): return 5
    def __len__(s): return -1
    def __hash__(s): return "a"
t(lambda: bool(B())); t(lambda: len(B())); t(lambda: hash(B()))
class B:
    def __len__(s): return "a"
    def __eq__(s,o): return 1
t(lambda: bool(B())); t(lambda: len(B())); t(lambda: hash(B())); t(lambda: B()()); t(lambda: {B()})
