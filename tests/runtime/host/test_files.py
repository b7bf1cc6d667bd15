"""Files, environment and policies that the host lends, and what the program sees of them."""

from __future__ import annotations

import contextlib
import datetime
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ringfence import (
    CallbackFile,
    MemoryFile,
    Monty,
    MontyComplete,
    MontyRuntimeError,
    MountDir,
    OSAccess,
    Session,
    load_snapshot,
)
from ringfence.host import OsSnapshot

# run by CPython in an empty directory and by us over a lent one: the outputs must be equal
PROGRAM = """
import os, os.path, stat
from pathlib import Path

def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print('ok', r if not hasattr(r, 'close') else r.close())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, 'filename', '-'))

with open('a.txt', 'w') as f:
    print(f.write('one\\ntwo\\n'), f.writable(), f.readable(), f.mode, f.name, f.closed)
    f.writelines(['three\\n', 'four'])
print(f.closed)
with open('a.txt') as f:
    print(repr(f.readline()), f.read(3), f.readlines(), repr(f.read()))
print([line.rstrip() for line in open('a.txt')])
with open('a.txt', 'a') as f:
    f.write('!')
with open('a.txt', 'rb') as f:
    print(f.read(4), f.seek(0, 2), f.tell(), f.seek(-2, 1), f.read())
with open('a.txt', 'r+') as f:
    f.write('ONE')
    f.seek(0)
    print(f.read())
with open('b.bin', 'wb') as f:
    print(f.write(bytes(range(5))), f.write(b''))
with open('b.bin', 'r+b') as f:
    f.seek(2); f.write(b'XY'); f.truncate(4)
print(open('b.bin', 'rb').read(), os.path.getsize('b.bin'))
with open('crlf.txt', 'w', newline='\\r\\n') as f:
    f.write('a\\nb\\n')
print(open('crlf.txt', 'rb').read(), repr(open('crlf.txt').read()), repr(open('crlf.txt', newline='').read()))
with open('latin.txt', 'w', encoding='latin-1') as f:
    f.write('caf\\xe9')
print(open('latin.txt', encoding='latin-1').read(), open('latin.txt', 'rb').read())
show(lambda: open('latin.txt', encoding='utf-8').read())
show(open, 'x.txt', 'x'); show(open, 'x.txt', 'x')
show(open, 'missing'); show(open, 'nodir/x', 'w'); show(open, '.', 'w'); show(open, 'a.txt/b')
for mode in ('q', 'rw', 'rbt', '', 'r+w', 'rr', 'b'):
    show(open, 'a.txt', mode)
show(open, 'a.txt', 'rb', encoding='utf-8'); show(open, 'a\\0b'); show(open, 3.5); show(open, '')
with open('a.txt') as f:
    show(f.write, 'x')
with open('c.txt', 'w') as f:
    show(f.read); show(f.write, b'x')
show(f.write, 'x'); show(f.read)
os.mkdir('d'); show(os.mkdir, 'd'); os.makedirs('d/e/f'); os.makedirs('d/e', exist_ok=True)
show(os.makedirs, 'd/e'); show(os.rmdir, 'd'); show(os.remove, 'd/none')
Path('d/e/t.py').write_text('x = 1\\n'); Path('d/u.py').write_bytes(b'yy'); Path('d/e/f/v.txt').touch()
print(sorted(os.listdir('d')), sorted(e.name for e in os.scandir('d') if e.is_dir()))
for top, dirs, files in sorted(os.walk('d')):
    print(top, sorted(dirs), sorted(files))
print([top for top, _, _ in os.walk('d', topdown=False)][-1])
def found(paths): print(sorted(map(str, paths)))
found(Path('.').glob('*.txt')); found(Path('d').rglob('*.py')); found(Path('.').glob('**/*.txt'))
found(Path('d').glob('**'))
p = Path('d/e/t.py')
print(p.exists(), p.is_file(), p.is_dir(), p.read_text(), p.stat().st_size)
print(stat.S_ISREG(p.stat().st_mode), Path('no').exists())
show(Path('no').read_text); show(Path('d').read_bytes); show(Path('no').unlink)
Path('no').unlink(missing_ok=True)
print(p.rename('d/moved.py'), Path('d/moved.py').read_text(), p.exists())
os.replace('d/moved.py', 'a2.txt'); print(os.path.exists('a2.txt'), os.path.isdir('d'), os.path.isfile('d'))
show(os.rename, 'none', 'x2'); show(Path('d').mkdir)
Path('d').mkdir(exist_ok=True); Path('g/h').mkdir(parents=True)
show(Path('q/r').mkdir); os.removedirs('g/h'); print(os.path.exists('g'))
os.chdir('d'); print(os.path.basename(os.getcwd()), os.path.exists('u.py'), open('../b.bin', 'rb').read(1))
os.chdir('..')
show(os.chdir, 'a.txt'); show(os.listdir, 'a.txt'); show(os.stat, 'none'); show(os.remove, 'd/u.py')
print(os.access('a.txt', os.R_OK), os.access('none', os.F_OK), os.fspath(Path('z')))
print(sorted(os.listdir()))
"""


def by_cpython(directory: Path, program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], cwd=directory, capture_output=True,
                          text=True, check=True)
    return done.stdout


def inside(program: str, **options: Any) -> str:
    printed: list[str] = []
    Monty(program).run(print_callback=lambda _, text: printed.append(text), **options)
    return "".join(printed)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    return by_cpython(tmp_path_factory.mktemp("cpython"), PROGRAM)


def lines_alike(found: str, expected: str) -> None:
    for mine, theirs in zip(found.splitlines(), expected.splitlines(), strict=False):
        assert mine == theirs
    assert len(found.splitlines()) == len(expected.splitlines())


def test_a_lent_directory_behaves_as_under_cpython(tmp_path: Path, expected: str) -> None:
    mount = MountDir(tmp_path, "/desk", "read-write")
    program = "import os; os.chdir('/desk')\n" + PROGRAM
    lines_alike(inside(program, mount=mount), expected)
    assert (tmp_path / "a.txt").read_text() == "ONE\ntwo\nthree\nfour!"


def test_an_overlay_behaves_alike_and_changes_nothing(tmp_path: Path, expected: str) -> None:
    mount = MountDir(tmp_path, "/desk", "overlay")
    program = "import os; os.chdir('/desk')\n" + PROGRAM
    lines_alike(inside(program, mount=mount), expected)
    assert list(tmp_path.iterdir()) == []
    assert mount.changes()["a2.txt"] == b"x = 1\n"


def test_files_in_memory_behave_alike(expected: str) -> None:
    system = OSAccess([MemoryFile("/desk/.keep")])
    program = "import os; os.remove('/desk/.keep'); os.chdir('/desk')\n" + PROGRAM
    lines_alike(inside(program, os=system), expected)
    assert system.content("/desk/b.bin") == b"\x00\x01XY"


def test_without_files_opening_is_a_permission_error() -> None:
    code = "try: open('x')\nexcept PermissionError as e: r = str(e)\nr"
    assert Monty(code).run() == "`read` is not available: the host lends no files"


def test_an_overlay_shows_the_host_files_under_its_changes(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a").write_text("a")
    (tmp_path / "b").write_text("b")
    (tmp_path / "sub" / "c").write_text("c")
    mount = MountDir(tmp_path, "/m", "overlay")
    code = """
import os
from pathlib import Path
m = Path('/m')
(m / 'a').write_text('A')
(m / 'b').unlink()
with open('/m/sub/c', 'a') as f: f.write('C')
(m / 'sub' / 'd').write_text('d')
seen = [sorted(os.listdir('/m')), (m / 'a').read_text(), (m / 'sub/c').read_text()]
seen = (*seen, sorted(os.listdir('/m/sub')), (m / 'b').exists())
os.remove('/m/sub/c'); os.remove('/m/sub/d'); os.rmdir('/m/sub'); os.mkdir('/m/sub')
seen, os.listdir('/m/sub'), sorted(os.listdir('/m'))
"""
    seen, inner, outer = Monty(code).run(mount=mount)
    assert seen == (["a", "sub"], "A", "cC", ["c", "d"], False)
    assert (inner, outer) == ([], ["a", "sub"])
    assert (tmp_path / "a").read_text() == "a"
    assert (tmp_path / "sub" / "c").read_text() == "c"


def test_a_read_only_directory_cannot_be_changed(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    code = """
import os
def attempt(f, *a):
    try: f(*a)
    except OSError as e: return e.errno, e.strerror
r = [attempt(open, '/m/a', 'w'), attempt(open, '/m/new', 'w'), attempt(os.remove, '/m/a'),
     attempt(os.mkdir, '/m/d'), attempt(os.rename, '/m/a', '/m/b'), attempt(open, '/m/a', 'a')]
r, open('/m/a').read()
"""
    refused, content = Monty(code).run(mount=MountDir(tmp_path, "/m", "read-only"))
    assert refused == [(30, "Read-only file system")] * 6
    assert content == "a"


@pytest.mark.parametrize("mode", ["read-only", "overlay", "read-write"])
def test_there_is_no_way_out_of_a_lent_directory(tmp_path: Path, mode: str) -> None:
    root = tmp_path / "root"
    (root / "inner").mkdir(parents=True)
    (tmp_path / "secret").write_text("secret")
    (root / "own").write_text("own")
    (root / "inner" / "up").symlink_to("../own")
    (root / "absolute").symlink_to(tmp_path / "secret")
    (root / "above").symlink_to("../secret")
    (root / "twice").symlink_to("above")
    (root / "directory").symlink_to("..")
    (root / "ring").symlink_to("ring")
    (root / "loop").symlink_to(".")
    os.mkfifo(root / "pipe")
    code = """
import os
def attempt(f, *a):
    try: return f(*a)
    except OSError as e: return type(e).__name__
def read(p):
    with open(p) as f: return f.read()
paths = ('/m/../secret', '/m/inner/../../secret', '/m/absolute', '/m/above', '/m/twice',
  '/m/directory/secret', '/m/ring', '/m/pipe', '/m/inner/up', '/m/loop/loop/own', '/secret',
  '/m/inner/../own', '/m/./own', '//m//own')
[attempt(read, p) for p in paths] + [attempt(os.listdir, '/m/directory'), attempt(os.stat, '/m/above')]
"""
    found = Monty(code).run(mount=MountDir(root, "/m", mode), limits={"max_duration_secs": 5})
    assert found == [
        "FileNotFoundError", "FileNotFoundError", "PermissionError", "PermissionError",
        "PermissionError", "PermissionError", "OSError", "PermissionError", "own", "own",
        "FileNotFoundError", "own", "own", "own", "PermissionError", "PermissionError",
    ]
    assert (tmp_path / "secret").read_text() == "secret"


def test_writing_through_a_link_stays_inside(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "out").write_text("untouched")
    (root / "link").symlink_to("../out")
    (root / "dangling").symlink_to("../new")
    code = """
def attempt(p):
    try: open(p, 'w').write('x')
    except OSError as e: return type(e).__name__
attempt('/m/link'), attempt('/m/dangling')
"""
    found = Monty(code).run(mount=MountDir(root, "/m", "read-write"))
    assert found == ("PermissionError", "PermissionError")
    assert (tmp_path / "out").read_text() == "untouched"
    assert not (tmp_path / "new").exists()


def test_a_directory_swapped_for_a_link_is_refused(tmp_path: Path, monkeypatch: Any) -> None:
    """The race: a component becomes a link between two looks."""
    root = tmp_path / "root"
    (root / "d").mkdir(parents=True)
    (root / "d" / "f").write_text("inside")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "f").write_text("outside")
    mount = MountDir(root, "/m", "read-only")
    resolve = mount._resolve

    def swap(*args: Any, **options: Any) -> Any:
        found = resolve(*args, **options)
        (root / "d").rename(root / "old")
        (root / "d").symlink_to(outside)
        return found

    monkeypatch.setattr(mount, "_resolve", swap)
    with pytest.raises(OSError, match=r"denied|directory"):
        mount.read(("d", "f"), "/m/d/f", 100)


def test_what_may_be_written_is_bounded(tmp_path: Path) -> None:
    code = """
n = 0
try:
    with open('/m/f', 'wb') as f:
        while n < 1000:
            f.write(b'x' * 1000); f.flush(); n += 1
except OSError as e: r = n, e.errno
r
"""
    limited = MountDir(tmp_path, "/m", "read-write", write_bytes_limit=5500)
    with contextlib.suppress(MontyRuntimeError):
        assert Monty(code).run(mount=limited) == (5, 28)
    assert (tmp_path / "f").stat().st_size <= 5500
    overlay = MountDir(tmp_path, "/m", "overlay", memory_bytes_limit=20_000)
    with contextlib.suppress(MontyRuntimeError):
        n, number = Monty(code).run(mount=overlay)
        assert n < 20
        assert number == 28


def test_the_environment_is_the_one_given() -> None:
    code = """
import os
os.environ['NEW'] = 'n'
os.environ.get('HOME'), os.getenv('USER'), dict(os.environ), os.path.expanduser('~/x'), 'PATH' in os.environ
"""
    system = OSAccess(environ={"HOME": "/h", "USER": "u"})
    assert Monty(code).run(os=system) == (
        "/h", "u", {"HOME": "/h", "USER": "u", "NEW": "n"}, "/h/x", False)
    assert Monty("import os\ndict(os.environ)").run() == {}
    assert system.environ == {"HOME": "/h", "USER": "u"}


def test_clock_and_entropy_are_the_hosts() -> None:
    moment = datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.UTC)
    code = """
import time, os, random, datetime
time.time(), time.time_ns() % 1000, os.urandom(4), random.random(), datetime.datetime.now(datetime.UTC)
"""
    first = Monty(code).run(os=OSAccess(clock=moment, entropy=7))
    assert first[0] == moment.timestamp()
    assert first[4] == moment
    assert Monty(code).run(os=OSAccess(clock=moment, entropy=7)) == first
    assert Monty(code).run(os=OSAccess(clock=moment, entropy=8))[2:4] != first[2:4]
    ticks = iter(range(100, 200))
    assert Monty("import time\n[time.time() for _ in range(3)]").run(
        os=OSAccess(clock=lambda: next(ticks))) == [100.0, 101.0, 102.0]


def test_clock_entropy_and_sleep_may_be_asked() -> None:
    step = Monty("import time, os\ntime.sleep(3)\ntime.time(), os.urandom(2)").start(
        os=OSAccess(clock="asked", entropy="asked", sleep="asked"))
    answers = {"sleep": None, "time": 1.5, "entropy": b"ab"}
    asked = []
    while isinstance(step, OsSnapshot):
        asked.append((step.operation, step.args))
        step = step.resume(return_value=answers[step.operation])
    assert isinstance(step, MontyComplete)
    assert step.output == (1.5, b"ab")
    assert asked == [("sleep", (3,)), ("time", ()), ("entropy", (2,))]


def test_sleep_has_a_longest() -> None:
    code = "import time\ntry: time.sleep(1000)\nexcept OSError as e: r = str(e)\nr"
    assert "allows no sleep" in Monty(code).run(os=OSAccess(sleep_max_s=1))
    assert "allows no sleep" in Monty(code).run()
    assert Monty("import time\ntime.sleep(1000)").run(os=OSAccess(sleep="none")) is None


def test_a_handler_answers_what_it_likes() -> None:
    from ringfence import NOT_HANDLED

    def handler(operation: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        if operation == "read" and args[0].endswith(".txt"):
            return args[0].encode()
        if operation == "read":
            raise FileNotFoundError(2, "No such file or directory", args[0])
        return NOT_HANDLED

    code = """
def attempt(f):
    try: return f()
    except OSError as e: return type(e).__name__, e.filename
open('a.txt').read(), attempt(lambda: open('a.bin')), attempt(lambda: open('x', 'w'))
"""
    assert Monty(code).run(os=handler) == (
        "/a.txt", ("FileNotFoundError", "a.bin"), ("PermissionError", None))


def test_callback_files_are_read_and_written_by_the_host() -> None:
    got: list[bytes] = []
    system = OSAccess([CallbackFile("/now", lambda: "12:00", got.append), CallbackFile("/ro", lambda: b"r")])
    code = """
with open('/now', 'w') as f: f.write('new')
try: open('/ro', 'w'); r = 1
except PermissionError: r = 2
open('/now').read(), r
"""
    assert Monty(code).run(os=system) == ("12:00", 2)
    assert got == [b"", b"12:00new"] or got[-1].endswith(b"new")


def test_a_run_is_put_away_with_its_files_open() -> None:
    system = OSAccess([MemoryFile("/a", "1\n2\n3\n")])
    code = """
with open('/a') as f, open('/out', 'w') as out:
    for line in f:
        out.write(ask(line))
open('/out').read()
"""
    step: Any = Monty(code).start(os=system)
    while not isinstance(step, MontyComplete):
        step = load_snapshot(step.dump(), os=system).resume(  # type: ignore[attr-defined]
            return_value=step.args[0] * 2)
    assert step.output == "1\n1\n2\n2\n3\n3\n"


def test_a_pause_in_an_operation_can_be_carried_on() -> None:
    step = Monty("open('f').read() + 'x'").start()
    assert isinstance(step, OsSnapshot)
    assert (step.operation, step.args) == ("read", ("/f",))
    again = load_snapshot(step.dump())
    assert isinstance(again, OsSnapshot)
    done = again.resume(return_value=b"content")
    assert isinstance(done, MontyComplete)
    assert done.output == "contentx"
    with pytest.raises(MontyRuntimeError, match="FileNotFoundError"):
        step.resume(exception=FileNotFoundError(2, "No such file or directory", "/f"))


def test_a_session_keeps_its_files() -> None:
    session = Session()
    session.feed_run("f = open('/x', 'w')\nn = f.write('abc')", os=OSAccess())
    assert session.feed_run("open('/x').read()") == "abc"


def test_a_file_that_does_not_fit_is_a_memory_error(tmp_path: Path) -> None:
    with open(tmp_path / "big", "wb") as file:
        file.truncate(1 << 30)
    code = "try: open('/m/big', 'rb')\nexcept MemoryError: r = 1\nr"
    mount = MountDir(tmp_path, "/m", "read-only")
    assert Monty(code).run(mount=mount, limits={"max_memory": 4 << 20}) == 1


def test_time_in_operations_counts(tmp_path: Path) -> None:
    code = "import os\nwhile True: os.path.exists('/m/x')"
    with pytest.raises(MontyRuntimeError, match="max_duration_secs"):
        Monty(code).run(mount=MountDir(tmp_path, "/m"), limits={"max_duration_secs": 0.1})


