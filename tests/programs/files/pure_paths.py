from pathlib import PurePosixPath as P, Path
import os.path

for text in ["", ".", "/", "//", "///a", "a", "a/b.tar.gz", "/a/./b//c/", "../x", ".bashrc", "a.", "a..b", "..", "/a/../b", "x.y/z"]:
    p = P(text)
    print(repr(p), str(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents), p.root, p.is_absolute())
    print(os.path.split(text), os.path.splitext(text), os.path.normpath(text), os.path.basename(text), os.path.dirname(text), os.path.isabs(text))
a = P("/a/b/c.txt")
print(a / "d", "x" / P("y"), P("a") / "/b", a.joinpath("..", "e"), a.with_name("z"), a.with_suffix(".md"), a.with_suffix(""), a.with_stem("q"))
print(a.relative_to("/a"), a.is_relative_to("/b"), a.match("*.txt"), a.match("b/*"), a.match("/a/*/c.[st]xt"), a.match("*.py"), a.as_uri(), bytes(a))
print(sorted([P("b"), P("a/c"), P("a")]), P("a") == P("a/"), hash(P("a")) == hash(P("./a")), P("a") < P("b"), {P("x"): 1}[P("x")])
print(a.parents[0], a.parents[-1], len(a.parents), a.parents[0:2])
for attempt in (lambda: a.relative_to("/z"), lambda: P("/").with_name("x"), lambda: a.with_name("a/b"), lambda: a.with_suffix("md"), lambda: P(1), lambda: a / 3, lambda: a.parents[9], lambda: P("a").as_uri(), lambda: a < 1, lambda: os.path.join("a", 1), lambda: os.path.commonpath(["/a", "b"]), lambda: os.path.commonpath([])):
    try:
        print(attempt())
    except Exception as e:
        print(type(e).__name__, e)
print(os.path.join("a", "b", "/c", "d"), os.path.join("a/", "b"), os.path.join("", "x"), os.path.join("a", ""))
print(os.path.commonprefix(["abc", "abd"]), os.path.commonpath(["/a/b/c", "/a/b/d", "/a/b"]), os.path.relpath("/a/b", "/a/c"), os.path.relpath("/a/b", "/"))
print(type(Path("x")).__name__, repr(Path("a") / "b"), isinstance(Path("x"), P), os.fspath(Path("q/r")), isinstance(Path("x"), os.PathLike))
print(os.path.splitdrive("/a"), os.path.normcase("A/b"), os.path.split("a//b//"), os.sep, os.linesep, os.curdir, os.extsep, os.path.sep)
match Path("/a/b.py"):
    case Path(suffix=".py", name=n):
        print(n)
