import sys, traceback
def inner(): raise ValueError("deep")
def outer(): inner()
try: outer()
except ValueError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)
    print(traceback.format_exc())
    print(traceback.format_exception_only(type(e), e))
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)])
    print("".join(traceback.format_tb(e.__traceback__)))
    t = e.__traceback__
    print(type(t).__name__)
e2 = ValueError("moved").with_traceback(t)
print(e2.__traceback__ is t)
