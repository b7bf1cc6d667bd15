"""os: files, directories and the environment that the host lends."""

from _files import _absolute, _ask, _environ_of_run, _files_state, _path_text
from _prelude import _HOST_MINOR
from collections.abc import MutableMapping as _MutableMapping
from stat import S_ISDIR as _S_ISDIR, S_ISLNK as _S_ISLNK, S_ISREG as _S_ISREG
import abc as _abc
import posixpath as path

name = "posix"
curdir, pardir, sep, altsep, extsep, pathsep = ".", "..", "/", None, ".", ":"
linesep, defpath, devnull = "\n", "/bin:/usr/bin", "/dev/null"
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class PathLike(_abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    @_abc.abstractmethod
    def __fspath__(self):
        """Return the file system path representation of the object."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return hasattr(subclass, "__fspath__")
        return NotImplemented

    def __class_getitem__(cls, item, /):
        return _generic(cls, item)


def _generic(cls, item):
    from types import GenericAlias

    return GenericAlias(cls, item)


@builtin
def fspath(path):
    """Return the file system path representation of the object."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    found = method(path)
    if not isinstance(found, (str, bytes)):
        raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, "
                        f"not {type(found).__name__}")
    return found


def fsencode(filename):
    """Encode filename (an os.PathLike, bytes, or str) to the filesystem encoding."""
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    """Decode filename (an os.PathLike, bytes, or str) from the filesystem encoding."""
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


# ---------------------------------------------------------------- environment
class _Environ(_MutableMapping):
    """The variables that the host gave; changes stay in the run."""

    def _key(self, key):
        if not isinstance(key, str):
            raise TypeError(f"str expected, not {type(key).__name__}")
        return key

    def __getitem__(self, key):
        try:
            return _environ_of_run()[self._key(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        _environ_of_run()[self._key(key)] = value

    def __delitem__(self, key):
        try:
            del _environ_of_run()[self._key(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        return iter(list(_environ_of_run()))

    def __len__(self):
        return len(_environ_of_run())

    def __repr__(self):
        shown = ", ".join([f"{key!r}: {value!r}" for key, value in self.items()])
        return f"environ({{{shown}}})"

    def copy(self):
        return dict(self)

    def __or__(self, other):
        return dict(self) | dict(other)

    def __ror__(self, other):
        return dict(other) | dict(self)


environ = _Environ()


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist."""
    return environ.get(key, default)


@builtin
def putenv(name, value, /):
    """Change or add an environment variable."""
    environ[name] = value


@builtin
def unsetenv(name, /):
    """Delete an environment variable."""
    environ.pop(name, None)


# ---------------------------------------------------------------- files
class stat_result(tuple):
    """Result of stat: ten numbers, times in seconds, and more as attributes."""

    __slots__ = ()

    @property
    def st_mode(self):
        return self[0]

    @property
    def st_ino(self):
        return self[1]

    @property
    def st_dev(self):
        return self[2]

    @property
    def st_nlink(self):
        return self[3]

    @property
    def st_uid(self):
        return self[4]

    @property
    def st_gid(self):
        return self[5]

    @property
    def st_size(self):
        return self[6]

    @property
    def st_atime(self):
        return self[10] / 1e9

    @property
    def st_mtime(self):
        return self[11] / 1e9

    @property
    def st_ctime(self):
        return self[12] / 1e9

    @property
    def st_atime_ns(self):
        return self[10]

    @property
    def st_mtime_ns(self):
        return self[11]

    @property
    def st_ctime_ns(self):
        return self[12]

    def __repr__(self):
        names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size",
                 "st_atime", "st_mtime", "st_ctime")
        return f"os.stat_result({', '.join([f'{n}={v}' for n, v in zip(names, self)])})"

    def __len__(self):
        return 10

    def __iter__(self):
        return iter(self[:10])


@builtin
def stat(path, *, dir_fd=None, follow_symlinks=True):
    """Perform a stat system call on the given path."""
    numbers = tuple(_ask("stat", path, bool(follow_symlinks)))
    seconds = tuple([number // 1_000_000_000 for number in numbers[7:]])
    return tuple.__new__(stat_result, numbers[:7] + seconds + numbers[7:])


@builtin
def lstat(path, *, dir_fd=None):
    """Perform a stat system call on the given path, without following symbolic links."""
    return stat(path, follow_symlinks=False)


@builtin
def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Use the real uid/gid to test for access to a path."""
    try:
        found = _ask("stat", path, bool(follow_symlinks))[0]
    except OSError:
        return False
    return not mode & ~(found >> 6 & 7)


@builtin
def getcwd():
    """Return a unicode string representing the current working directory."""
    return _files_state()["cwd"]


@builtin
def getcwdb():
    """Return a bytes string representing the current working directory."""
    return getcwd().encode()


@builtin
def chdir(path):
    """Change the current working directory to the specified path."""
    if not _S_ISDIR(_ask("stat", path, True)[0]):
        raise NotADirectoryError(20, "Not a directory", path)
    from posixpath import normpath

    _files_state()["cwd"] = normpath(_absolute(_path_text(path)))


@builtin
def listdir(path="."):
    """Return a list containing the names of the files in the directory."""
    names = list(_ask("listdir", "." if path is None else path))
    return [name.encode() for name in names] if isinstance(path, bytes) else names


class DirEntry:
    """What os.scandir() yields."""

    __module__ = "posix"

    __slots__ = ("name", "path", "_found")

    def __init__(self, directory, name):
        self.name = name
        self.path = name if directory == "" else path.join(directory, name)
        self._found = None

    def _mode(self, follow):
        try:
            return _ask("stat", self.path, follow)[0]
        except OSError:
            return 0

    def is_dir(self, *, follow_symlinks=True):
        return _S_ISDIR(self._mode(follow_symlinks))

    def is_file(self, *, follow_symlinks=True):
        return _S_ISREG(self._mode(follow_symlinks))

    def is_symlink(self):
        return _S_ISLNK(self._mode(False))

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return _ask("stat", self.path, False)[1]

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    """The iterator of os.scandir()."""

    def __init__(self, directory):
        self._entries = iter([DirEntry(directory, name) for name in listdir(directory)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


@builtin
def scandir(path="."):
    """Return an iterator of DirEntry objects for given path."""
    return _Scan(_path_text("." if path is None else path))


@builtin
def mkdir(path, mode=0o777, *, dir_fd=None):
    """Create a directory."""
    _ask("mkdir", path, mode)


def makedirs(name, mode=0o777, exist_ok=False):
    """Super-mkdir; create a leaf directory and all intermediate ones."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


@builtin
def rmdir(path, *, dir_fd=None):
    """Remove a directory."""
    _ask("rmdir", path)


def removedirs(name):
    """Super-rmdir; remove a leaf directory and all empty intermediate ones."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


@builtin
def remove(path, *, dir_fd=None):
    """Remove a file (same as unlink())."""
    _ask("remove", path)


@builtin
def unlink(path, *, dir_fd=None):
    """Remove a file (same as remove())."""
    _ask("remove", path)


@builtin
def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Rename a file or directory."""
    try:
        _ask("rename", src, _absolute(_path_text(dst)))
    except OSError as error:
        if error.filename is not None:
            error.filename2 = _path_text(dst)
        raise


@builtin
def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Rename a file or directory, overwriting the destination."""
    rename(src, dst)


def renames(old, new):
    """Super-rename; create directories as necessary and delete any left empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


@builtin
def readlink(path, *, dir_fd=None):
    """Return a string representing the path to which the symbolic link points."""
    return _ask("readlink", path)


@builtin
def truncate(path, length):
    """Truncate a file, specified by path, to a specific length."""
    data = _ask("read", path)
    _ask("write", path, data[:length] + bytes(max(0, length - len(data))), "truncate")


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directory tree generator."""
    top = fspath(top)
    waiting = [top]
    while waiting:
        top = waiting.pop()
        if isinstance(top, tuple):
            yield top
            continue
        directories, files, inner = [], [], []
        try:
            names = listdir(top)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        for each in names:
            full = path.join(top, each)
            if path.isdir(full):
                directories.append(each)
                if not topdown and (followlinks or not path.islink(full)):
                    inner.append(full)
            else:
                files.append(each)
        if topdown:
            yield top, directories, files
            for each in reversed(directories):
                full = path.join(top, each)
                if followlinks or not path.islink(full):
                    waiting.append(full)
        else:
            waiting.append((top, directories, files))
            for full in reversed(inner):
                waiting.append(full)


def get_exec_path(env=None):
    """Returns the sequence of directories that will be searched for the named executable."""
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


@builtin
def strerror(code, /):
    """Translate an error code to a message string."""
    return _MESSAGES.get(code, f"Unknown error {code}")


_MESSAGES = {
    0: "Success", 1: "Operation not permitted", 2: "No such file or directory",
    5: "Input/output error", 9: "Bad file descriptor", 12: "Cannot allocate memory",
    13: "Permission denied", 17: "File exists", 18: "Invalid cross-device link",
    20: "Not a directory", 21: "Is a directory", 22: "Invalid argument",
    27: "File too large", 28: "No space left on device", 30: "Read-only file system",
    36: "File name too long", 39: "Directory not empty", 40: "Too many levels of symbolic links",
}


@trap("os.urandom")
def _entropy(size, /):
    from _kernel import os_call

    return os_call("entropy", (size,), None)


@builtin
def urandom(size, /):
    """Return a bytes object containing random bytes suitable for cryptographic use."""
    if not isinstance(size, int):
        raise TypeError(f"'{type(size).__name__}' object cannot be interpreted as an integer")
    if size < 0:
        raise ValueError("negative argument not allowed")
    return _entropy(size)


@builtin
def get_terminal_size(fd=1, /):
    """There is no terminal."""
    raise OSError(25, "Inappropriate ioctl for device")


@builtin
def cpu_count():
    """A run has one."""
    return 1


@builtin
def getpid():
    """Always the same: a run is no process."""
    return 1


