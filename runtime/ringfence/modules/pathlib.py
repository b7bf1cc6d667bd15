"""pathlib: paths as objects, as on POSIX."""

from _files import _ask, _files_state, open as _open
from _prelude import _HOST_MINOR
from stat import (S_ISBLK as _S_ISBLK, S_ISCHR as _S_ISCHR, S_ISDIR as _S_ISDIR,
                  S_ISFIFO as _S_ISFIFO, S_ISLNK as _S_ISLNK, S_ISREG as _S_ISREG,
                  S_ISSOCK as _S_ISSOCK)
import os as _os
import posixpath as _posixpath

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath"]


def _split(text):
    """Root and components of the text of a path."""
    root = ""
    if text.startswith("/"):
        root = "//" if text.startswith("//") and not text.startswith("///") else "/"
    return root, [part for part in text.split("/") if part and part != "."]


def _matches(name, pattern):
    """Whether a name matches a pattern of ``*``, ``?`` and ``[...]``."""
    at = shape = 0
    star = back = -1
    while at < len(name):
        c = pattern[shape] if shape < len(pattern) else ""
        if c == "*":
            star, back = shape, at
            shape += 1
            continue
        if c == "[":
            found, after = _in_set(name[at], pattern, shape)
            if found:
                at += 1
                shape = after
                continue
        elif c == "?" or (c and c == name[at]):
            at += 1
            shape += 1
            continue
        if star < 0:
            return False
        back += 1
        at, shape = back, star + 1
    return not pattern[shape:].strip("*")


def _in_set(c, pattern, start):
    """Whether a character is in the set that begins at `start`, and where the pattern goes on."""
    at = start + 1
    negated = pattern[at:at + 1] == "!"
    if negated:
        at += 1
    end = pattern.find("]", at + 1)
    if end < 0:
        return c == "[", start + 1
    found = False
    while at < end:
        if at + 2 < end and pattern[at + 1] == "-":
            found = found or pattern[at] <= c <= pattern[at + 2]
            at += 3
        else:
            found = found or pattern[at] == c
            at += 1
    return found is not negated, end + 1


class _Parents:
    """The ancestors of a path, from its parent up."""

    __slots__ = ("_path", "_n")

    def __init__(self, path):
        self._path = path
        self._n = len(path._names)

    def __len__(self):
        return self._n

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([self[i] for i in range(*index.indices(self._n))])
        if index >= self._n or index < -self._n:
            raise IndexError(index)
        if index < 0:
            index += self._n
        path = self._path
        return path._made(path._lead, path._names[:self._n - index - 1])

    def __iter__(self):
        for index in range(self._n):
            yield self[index]

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    """Path operations that need no file system."""

    __slots__ = ("_lead", "_names")

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        lead, names = "", []
        for arg in args:
            if isinstance(arg, PurePath):
                own, parts = arg._lead, list(arg._names)
            else:
                text = _os.fspath(arg)
                if not isinstance(text, str):
                    raise TypeError("argument should be a str or an os.PathLike object where __fspath__ "
                                    f"returns a str, not {type(text).__name__!r}")
                own, parts = _split(text)
            if own:
                lead, names = own, parts
            else:
                names = names + parts
        self = object.__new__(cls)
        self._lead = lead
        self._names = tuple(names)
        return self

    def __init__(self, *args):
        pass

    def _made(self, lead, names):
        made = object.__new__(type(self))
        made._lead = lead
        made._names = tuple(names)
        return made

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def __str__(self):
        return self._lead + "/".join(self._names) or "."

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return _os.fsencode(str(self))

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_uri(self):
        """Return the path as a 'file' URI."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        kept = []
        for byte in bytes(self):
            c = chr(byte)
            kept.append(c if byte < 128 and (c.isalnum() or c in "_.-~/") else f"%{byte:02X}")
        return "file://" + "".join(kept)

    def _key(self):
        return self._lead, self._names

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __lt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._parts_of_order() < other._parts_of_order()

    def __le__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._parts_of_order() <= other._parts_of_order()

    def __gt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._parts_of_order() > other._parts_of_order()

    def __ge__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._parts_of_order() >= other._parts_of_order()

    def _parts_of_order(self):
        return self.parts if _HOST_MINOR < 12 else tuple(str(self).split("/"))

    def __truediv__(self, key):
        try:
            return type(self)(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return type(self)(key, self)
        except TypeError:
            return NotImplemented

    def __reduce__(self):
        return type(self), self.parts

    @property
    def drive(self):
        return ""

    @property
    def root(self):
        return self._lead

    @property
    def anchor(self):
        return self._lead

    @property
    def parts(self):
        return (self._lead, *self._names) if self._lead else self._names

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    @property
    def parent(self):
        return self._made(self._lead, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        """Return a new path with the file name changed."""
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._lead, (*self._names[:-1], name))

    def with_stem(self, stem):
        """Return a new path with the stem changed."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """Return a new path with the file suffix changed."""
        if "/" in suffix or (suffix and not suffix.startswith(".")) or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        old = self.suffix
        return self._made(self._lead, (*self._names[:-1], (name[:-len(old)] if old else name) + suffix))

    def joinpath(self, *args):
        """Combine this path with one or several arguments, and return a new path."""
        return type(self)(self, *args)

    def is_absolute(self):
        return bool(self._lead)

    def is_reserved(self):
        return False

    def is_relative_to(self, other, /, *more):
        """Return True if the path is relative to another path or False."""
        other = type(self)(other, *more)
        n = len(other._names)
        return other._lead == self._lead and self._names[:n] == other._names

    def relative_to(self, other, /, *more, **options):
        """Return the relative path to another path identified by the passed arguments."""
        walk_up = options.pop("walk_up", False) if _HOST_MINOR >= 12 else False
        if options:
            raise TypeError(f"PurePath.relative_to() got an unexpected keyword argument "
                            f"{next(iter(options))!r}")
        other = type(self)(other, *more)
        n = len(other._names)
        if other._lead == self._lead and self._names[:n] == other._names:
            return self._made("", self._names[n:])
        if walk_up and other._lead == self._lead:
            n = 0
            while n < min(len(self._names), len(other._names)) and self._names[n] == other._names[n]:
                n += 1
            return self._made("", (".." ,) * (len(other._names) - n) + self._names[n:])
        if _HOST_MINOR >= 12:
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
        raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r} OR one path is relative "
                         "and the other is absolute.")

    def match(self, path_pattern):
        """Return True if this path matches the given pattern."""
        pattern = PurePath(path_pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        wanted, own = pattern.parts, self.parts
        if pattern._lead:
            if len(own) != len(wanted):
                return False
        elif len(wanted) > len(own):
            return False
        for name, shape in zip(reversed(own), reversed(wanted)):
            if not _matches(name, shape):
                return False
        return True


class PurePosixPath(PurePath):
    """PurePath subclass for non-Windows systems."""

    __slots__ = ()


_os.PathLike.register(PurePath)


class Path(PurePath):
    """PurePath subclass that can make system calls, as far as the host lends files."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return PurePath.__new__(cls, *args)

    def __init__(self, *args, **kwargs):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass

    @classmethod
    def cwd(cls):
        """Return a new path pointing to the current working directory."""
        return cls(_files_state()["cwd"])

    @classmethod
    def home(cls):
        """Return a new path pointing to the user's home directory."""
        return cls("~").expanduser()

    def expanduser(self):
        """Return a new path with expanded ~ and ~user constructs."""
        if self._lead or not self._names or not self._names[0].startswith("~"):
            return self
        home = _posixpath.expanduser(self._names[0])
        if home.startswith("~"):
            raise RuntimeError("Could not determine home directory.")
        return type(self)(home, *self._names[1:])

    def absolute(self):
        """Return an absolute version of this path, without normalization."""
        return self if self._lead else type(self)(_files_state()["cwd"], self)

    def resolve(self, strict=False):
        """Make the path absolute, resolving all symlinks on the way."""
        return type(self)(_posixpath.realpath(self, strict=strict))

    def stat(self, *, follow_symlinks=True):
        return _os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return _os.stat(self, follow_symlinks=False)

    def _is(self, check, follow=True):
        try:
            return check(_ask("stat", self, follow)[0])
        except FileNotFoundError:
            return False
        except NotADirectoryError:
            return False
        except ValueError:
            return False

    def exists(self, *, follow_symlinks=True):
        return self._is(_always, follow_symlinks)

    def is_dir(self):
        return self._is(_S_ISDIR)

    def is_file(self):
        return self._is(_S_ISREG)

    def is_symlink(self):
        return self._is(_S_ISLNK, False)

    def is_mount(self):
        return _posixpath.ismount(self)

    def is_block_device(self):
        return self._is(_S_ISBLK)

    def is_char_device(self):
        return self._is(_S_ISCHR)

    def is_fifo(self):
        return self._is(_S_ISFIFO)

    def is_socket(self):
        return self._is(_S_ISSOCK)

    def samefile(self, other_path):
        return _posixpath.samefile(self, other_path)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file pointed by this path and return a file object."""
        return _open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        """Open the file in text mode, read it, and close the file."""
        with _open(self, "r", -1, encoding, errors) as file:
            return file.read()

    def read_bytes(self):
        """Open the file in bytes mode, read it, and close the file."""
        return _ask("read", self)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Open the file in text mode, write to it, and close the file."""
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with _open(self, "w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        """Open the file in bytes mode, write to it, and close the file."""
        data = bytes(memoryview(data))
        _ask("write", self, data, "truncate")
        return len(data)

    def touch(self, mode=0o666, exist_ok=True):
        """Create this file with the given access mode, if it doesn't exist."""
        _ask("write", self, b"", "append" if exist_ok else "exclusive")

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Create a new directory at this given path."""
        try:
            _ask("mkdir", self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        """Remove this directory. The directory must be empty."""
        _ask("rmdir", self)

    def unlink(self, missing_ok=False):
        """Remove this file or link."""
        try:
            _ask("remove", self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        """Rename this path to the target path."""
        _os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        """Rename this path to the target path, overwriting if that path exists."""
        _os.replace(self, target)
        return type(self)(target)

    def readlink(self):
        """Return the path to which the symbolic link points."""
        return type(self)(_ask("readlink", self))

    def iterdir(self):
        """Yield path objects of the directory contents."""
        for name in _os.listdir(self):
            yield self._made(self._lead, (*self._names, name))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Walk the directory tree from this directory."""
        for top, directories, files in _os.walk(self, top_down, on_error, follow_symlinks):
            yield type(self)(top), directories, files

    def glob(self, pattern):
        """Iterate over this subtree and yield all existing files that match the pattern."""
        return self._glob(_pattern_parts(pattern))

    def rglob(self, pattern):
        """Recursively yield all existing files that match the pattern, anywhere in this subtree."""
        return self._glob(("**", *_pattern_parts(pattern)))

    def _glob(self, shapes):
        waiting = [(self, shapes)]
        seen = set()
        while waiting:
            path, shapes = waiting.pop()
            if not shapes:
                if path not in seen and path.exists():
                    seen.add(path)
                    yield path
                continue
            shape, rest = shapes[0], shapes[1:]
            if shape == "**":
                found = [(path, rest)]
                for inner in path._directories():
                    found.append((inner, shapes))
                if not rest:
                    found[0] = (path, ())
            elif "*" not in shape and "?" not in shape and "[" not in shape:
                found = [(path._made(path._lead, (*path._names, shape)), rest)]
            else:
                found = []
                for name in path._listed():
                    if _matches(name, shape):
                        inner = path._made(path._lead, (*path._names, name))
                        if not rest or inner.is_dir():
                            found.append((inner, rest))
            waiting.extend(reversed(found))

    def _listed(self):
        try:
            return _os.listdir(self)
        except (NotADirectoryError, FileNotFoundError, PermissionError):
            return []

    def _directories(self):
        found = [self._made(self._lead, (*self._names, name)) for name in self._listed()]
        return [path for path in found if path.is_dir() and not path.is_symlink()]


def _always(mode):
    return True


def _pattern_parts(pattern):
    if not pattern:
        raise ValueError(f"Unacceptable pattern: {pattern!r}")
    lead, parts = _split(pattern)
    if lead:
        raise NotImplementedError("Non-relative patterns are unsupported")
    for part in parts:
        if "**" in part and part != "**" and _HOST_MINOR < 13:
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
    return tuple(parts)


class PosixPath(Path, PurePosixPath):
    """Path subclass for non-Windows systems."""

    __slots__ = ()
