class C(list): pass
for a in [lambda: C(1,2), lambda: C(x=1), lambda: list(1,2), lambda: list.__init__([],1,2)]:
    try: print(a())
    except TypeError as e: print(e)
class D(list):
    y=3
for a in [lambda: D(1,2), lambda: type('Q',(dict,),{})(1,2), lambda: type('Q',(set,),{})(1,2), lambda: type('Q',(int,),{})(1,2,3), lambda: type('Q',(str,),{})(1,2,3,4), lambda: type('Q',(tuple,),{})(1,2), lambda: type('Q',(float,),{})(1,2), lambda: type('Q',(bytes,),{})(1,2,3,4), lambda: type('Q',(bytearray,),{})(1,2,3,4), lambda: type('Q',(object,),{})(1,2)]:
    try: print(a())
    except TypeError as e: print(e)
