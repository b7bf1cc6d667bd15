import re

print(re.sub(r"\d+", lambda m: f"<{ask(int(m.group()))}>", "a1 b22 c333"))
print(re.subn("(x)(y)?", lambda m: str(ask(m.lastindex)), "xxy", count=2))
print([(m.group(), ask(m.start())) for m in re.finditer("[a-z]", "a-b")])
