log = []
def e(x):
    log.append(x)
    return x
e(1) + e(2) * e(3)
{e("k1"): e("v1"), e("k2"): e("v2")}
[e(4), e(5)][e(0)]
d = {}
d[e("key")] = e("value")
(lambda *a, **k: 0)(e("a"), *e(["b"]), c=e("c"), **e({"d": 1}))
e(1) if e(0) else e(2)
x, d[e("t")] = e((1, 2))
d[e("aug")] = 0
d[e("aug")] += e(3)
e(1) < e(2) < e(0) < e("no")
e([])  or e(0) or e("x") and e("y")
def f(a=e("default")): pass
class C(e(object)):
    z = e("body")
@e(lambda f: f)
def g(): pass
log.pop() if callable(log[-1]) else 0
f"{e('f1')}{e('f2')!r:{e('>4')}}"
del d[e("t")]
assert e(True), e("msg")
[e(i) for i in e([7])]
e("abc")[e(0):e(2):e(1)]
print(log)
