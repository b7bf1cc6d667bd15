"""Streams in memory, line processing, word counts, diffs, logs by level."""
import difflib
import io
import pprint
from collections import Counter
from datetime import datetime, timedelta
from pathlib import PurePosixPath

text = io.StringIO("alpha beta\nbeta gamma\n\ngamma gamma delta\n")
words = Counter(w for line in text for w in line.split())
print(words.most_common(2), text.tell(), text.seek(0), text.readline(), text.read(4), text.readlines()[:1])
out = io.StringIO()
print("a", 1, None, sep="-", end=";\n", file=out)
out.writelines(["x\n", "y\n"])
print(repr(out.getvalue()), out.closed)
raw = io.BytesIO(b"\x00\x01two")
print(raw.read(2), raw.read(), raw.getvalue()[-3:])
a, b = "one\ntwo\nthree\nfour".splitlines(), "one\n2\nthree\nfour\nfive".splitlines()
print(*difflib.unified_diff(a, b, "old", "new", lineterm=""), sep="\n")
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), round(difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), 3))
p = PurePosixPath("/srv/data/../logs/app.log.gz")
print(p.name, p.stem, p.suffixes, p.parent, p.parts[:3], p.with_suffix(".txt"), PurePosixPath("a") / "b" / "c.py", p.is_absolute(), p.match("*.gz"))
pprint.pprint({"name": "x" * 30, "list": list(range(25)), "nested": {"k" + str(i): [i] * i for i in range(5)}, "t": (1,)}, width=60)
LINES = """\
09:00:00 INFO  boot
09:00:07 ERROR disk full
09:01:07 DEBUG tick
09:01:30 ERROR net down
09:03:00 INFO  bye""".splitlines()
records = []
for line in LINES:
    when, level, message = line.split(maxsplit=2)
    records.append((datetime.strptime(when, "%H:%M:%S"), level, message))
gaps = [b[0] - a[0] for a, b in zip(records, records[1:])]
print(max(gaps), sum(gaps, timedelta()), [g.seconds for g in gaps], Counter(r[1] for r in records))
errors = [m for _, level, m in records if level == "ERROR"]
print(f"{len(errors)} errors: {'; '.join(errors)}", sorted({level for _, level, _ in records}))
histogram = Counter(t.minute for t, *_ in records)
for minute in range(4):
    print(f"{minute:02d} {'#' * histogram[minute]:<4}| {histogram[minute]}")
