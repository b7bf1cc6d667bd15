"""csv: dialects, quoting, sniffing, errors, DictReader and DictWriter in odd cases."""
import csv
import io

rows = [["plain", "with,comma", 'with"quote', "multi\nline", "", None, 5, 2.5, " spaced "]]
for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC):
    out = io.StringIO()
    csv.writer(out, quoting=quoting, lineterminator="\n").writerows(rows)
    print(quoting, out.getvalue(), next(csv.reader(io.StringIO(out.getvalue()))) if quoting != csv.QUOTE_NONNUMERIC else "")
out = io.StringIO()
csv.writer(out, quoting=csv.QUOTE_NONE, escapechar="\\", delimiter=";").writerow(["a;b", 'q"', "c"])
print(repr(out.getvalue()), list(csv.reader([out.getvalue()], quoting=csv.QUOTE_NONE, escapechar="\\", delimiter=";")))
csv.register_dialect("pipes", delimiter="|", quotechar="'", doublequote=False, escapechar="^", skipinitialspace=True)
print(list(csv.reader(["a| 'b|c'|d^|e", "'it^'s'|x"], "pipes")), "pipes" in csv.list_dialects(), csv.get_dialect("pipes").delimiter)
csv.unregister_dialect("pipes")


class Tabs(csv.excel):
    delimiter = "\t"
    lineterminator = "\n"


out = io.StringIO()
writer = csv.writer(out, Tabs)
print(writer.writerow(["a", "b c"]), writer.dialect.delimiter == "\t", repr(out.getvalue()))
text = "name,age,city\nann,41,rome\nbob,7\ncy,8,oslo,extra,more\n\n"
for row in csv.DictReader(io.StringIO(text), restkey="rest", restval="?"):
    print(row)
reader = csv.DictReader(text.splitlines(), fieldnames=["a", "b"])
print(reader.fieldnames, next(reader), reader.line_num)
out = io.StringIO()
writer = csv.DictWriter(out, ["b", "a"], extrasaction="ignore", restval="-", lineterminator="\n")
writer.writeheader()
writer.writerows([{"a": 1, "b": 2, "z": 3}, {"a": 5}])
print(out.getvalue())
for wrong in (lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"x": 1}), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.reader(["a"], "nope"), lambda: csv.reader(["a"], delimiter="ab"), lambda: csv.writer(io.StringIO()).writerow(5), lambda: list(csv.reader(['a"b"c', '"open'], strict=True)), lambda: csv.writer(5), lambda: csv.get_dialect("pipes"), lambda: csv.writer(io.StringIO(), quotechar="")):
    try:
        print(wrong())
    except (csv.Error, ValueError, TypeError) as error:
        print(type(error).__name__, error)
sniffed = csv.Sniffer().sniff("a;b;c\n1;2;3\n4;5;6\n")
print(sniffed.delimiter, csv.Sniffer().has_header("name,n\nann,1\nbob,2\n"))
print(list(csv.reader(['a,"b\n', 'c",d'])), list(csv.reader(["1,2.5,'x'"], quotechar="'", quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a,b", "", " c ,d "])))
