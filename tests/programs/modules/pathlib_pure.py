"""PurePosixPath: parts, joins, suffixes, matching, relations."""
from pathlib import PurePath, PurePosixPath

for text in ("/usr/local/lib/x.tar.gz", "a/b/../c", ".", "", "/", "//x/y", "a//b/./c/", ".hidden", "dir.d/file", "trailing.", "~/x"):
    p = PurePosixPath(text)
    print(repr(text), str(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, str(p.parent), p.is_absolute(), p.root, p.anchor)
base = PurePosixPath("/srv/data")
print(base / "a" / "b.txt", base / "/abs", "/x" / PurePosixPath("y"), base.joinpath("a", "b"), base / PurePosixPath("c"), [str(x) for x in (base / "x/y").parents])
file = PurePosixPath("/srv/data/report.csv")
print(file.with_name("new.txt"), file.with_suffix(".json"), file.with_suffix(""), file.with_stem("other"), file.relative_to("/srv"), file.relative_to(base), file.is_relative_to("/srv"), file.is_relative_to("/etc"))
for wrong in (lambda: file.relative_to("/etc"), lambda: PurePosixPath("/").with_name("x"), lambda: file.with_suffix("x"), lambda: file.with_name("a/b"), lambda: file.with_name(""), lambda: file / 5, lambda: PurePosixPath(5), lambda: PurePosixPath(".").with_suffix(".x")):
    try:
        print(wrong())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error)[:70])
for pattern in ("*.csv", "data/*.csv", "/srv/*/*.csv", "*.txt", "report.*", "/srv/data/report.csv", "**/*.csv", "d*/r*"):
    print(pattern, file.match(pattern))
print(PurePosixPath("a") == PurePosixPath("a/."), PurePosixPath("A") == PurePosixPath("a"), PurePosixPath("a") < PurePosixPath("b/a"), len({PurePosixPath("x"), PurePosixPath("x/")}), sorted(PurePosixPath(t) for t in ("b", "a/z", "a")))
print(repr(file), bytes(file), file.as_posix(), hash(file) == hash(PurePosixPath(str(file))), file.as_uri(), isinstance(file, PurePath), f"{file}", PurePosixPath("a", "/b", "c"))
