line = 'the quick brown fox jumps over the lazy dog and runs away from 42 angry bees'
out = []
for i in range(6_000):
    parts = line.split()
    picked = [p.upper() for p in parts if len(p) > 3]
    out.append('-'.join(picked).replace('QUICK', str(i)))
text = '\n'.join(out)
print(len(text), text.count('FOX'), text[:60])
