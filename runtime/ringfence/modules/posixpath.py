"""posixpath: operations on path names, as on POSIX; this is os.path."""

from _files import _absolute, _ask, _files_state, _path_text
from stat import S_ISDIR, S_ISLNK, S_ISREG

curdir, pardir, extsep, sep, pathsep = ".", "..", ".", "/", ":"
defpath, devnull, altsep = "/bin:/usr/bin", "/dev/null", None
supports_unicode_filenames = False


def _like(path):
    """The path as str or bytes, and the separator of that type."""
    if isinstance(path, (str, bytes)):
        found = path
    else:
        method = getattr(type(path), "__fspath__", None)
        if method is None:
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
        found = method(path)
    return found, (b"/" if isinstance(found, bytes) else "/")


def normcase(s):
    """Normalize case of pathname. Has no effect under Posix"""
    return _like(s)[0]


def isabs(s):
    """Test whether a path is absolute"""
    s, slash = _like(s)
    return s.startswith(slash)


def join(a, *p):
    """Join two or more pathname components, inserting '/' as needed."""
    path, slash = _like(a)
    for each in p:
        if not isinstance(each, (str, bytes)) and not hasattr(type(each), "__fspath__"):
            raise TypeError("join() argument must be str, bytes, or os.PathLike object, "
                            f"not {type(each).__name__!r}")
        part = _like(each)[0]
        if isinstance(part, bytes) is not isinstance(path, bytes):
            raise TypeError("Can't mix strings and bytes in path components") from None
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    """Split a pathname. Returns tuple "(head, tail)" where "tail" is everything after the final slash."""
    p, slash = _like(p)
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def basename(p):
    """Returns the final component of a pathname"""
    return split(p)[1]


def dirname(p):
    """Returns the directory component of a pathname"""
    return split(p)[0]


def splitext(p):
    """Split the extension from a pathname. Extension is everything from the last dot to the end."""
    p, slash = _like(p)
    dot = b"." if slash == b"/" else "."
    first = p.rfind(slash) + 1
    at = p.rfind(dot)
    if at > first and p[first:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    """Split a pathname into drive and path. On Posix, drive is always empty."""
    p = _like(p)[0]
    return p[:0], p


def commonprefix(m):
    """Given a list of pathnames, returns the longest common leading component"""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple([_like(each)[0] for each in m])
    low, high = min(m), max(m)
    for number, item in enumerate(low):
        if item != high[number]:
            return low[:number]
    return low


def commonpath(paths):
    """Given a sequence of path names, returns the longest common sub-path."""
    paths = [_like(each)[0] for each in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash = b"/" if isinstance(paths[0], bytes) else "/"
    dot = b"." if slash == b"/" else "."
    absolute = {each.startswith(slash) for each in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in each.split(slash) if part and part != dot] for each in paths]
    low, high = min(split_paths), max(split_paths)
    common = low
    for number, part in enumerate(low):
        if part != high[number]:
            common = low[:number]
            break
    return (slash if True in absolute else slash[:0]) + slash.join(common)


def normpath(path):
    """Normalize path, eliminating double slashes, etc."""
    path, slash = _like(path)
    dot = b"." if slash == b"/" else "."
    if not path:
        return dot
    lead = 1 if path.startswith(slash) else 0
    if path.startswith(slash * 2) and not path.startswith(slash * 3):
        lead = 2
    kept = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dot * 2 or (not lead and not kept) or (kept and kept[-1] == dot * 2):
            kept.append(part)
        elif kept:
            kept.pop()
    return slash * lead + slash.join(kept) or dot


def abspath(path):
    """Return an absolute path."""
    path, slash = _like(path)
    if not path.startswith(slash):
        cwd = _files_state()["cwd"]
        path = join(cwd.encode() if slash == b"/" else cwd, path)
    return normpath(path)


def relpath(path, start=None):
    """Return a relative version of a path"""
    if not path:
        raise ValueError("no path specified")
    path, slash = _like(path)
    dot = b"." if slash == b"/" else "."
    start = dot if start is None else _like(start)[0]
    here = [part for part in abspath(start).split(slash) if part]
    there = [part for part in abspath(path).split(slash) if part]
    n = len(commonprefix([here, there]))
    parts = [dot * 2] * (len(here) - n) + there[n:]
    return join(*parts) if parts else dot


def expanduser(path):
    """Expand ~ and ~user constructions. If user or $HOME is unknown, do nothing."""
    path, slash = _like(path)
    tilde = b"~" if slash == b"/" else "~"
    if not path.startswith(tilde):
        return path
    end = path.find(slash, 1)
    end = len(path) if end < 0 else end
    home = _environment().get("HOME") if end == 1 else None
    if home is None:
        return path
    home = home.encode() if slash == b"/" else home
    return (home.rstrip(slash) + path[end:]) or slash


def expandvars(path):
    """Expand shell variables of form $var and ${var}. Unknown variables are left unchanged."""
    path = _path_text(path)
    if "$" not in path:
        return path
    known = _environment()
    made, at = "", 0
    while True:
        found = path.find("$", at)
        if found < 0:
            return made + path[at:]
        made += path[at:found]
        if path[found + 1:found + 2] == "{":
            end = path.find("}", found)
            name, after = (path[found + 2:end], end + 1) if end > 0 else (None, found + 1)
        else:
            after = found + 1
            while after < len(path) and path[after].isascii() and (
                    path[after].isalnum() or path[after] == "_"):
                after += 1
            name = path[found + 1:after]
        if name and name in known:
            made += known[name]
        else:
            made += path[found:after]
        at = after


def _environment():
    from _files import _environ_of_run

    return _environ_of_run()


def _mode(path, follow=True):
    try:
        return _ask("stat", path, follow)[0]
    except (OSError, ValueError):
        return None


def exists(path):
    """Test whether a path exists.  Returns False for broken symbolic links"""
    return _mode(path) is not None


def lexists(path):
    """Test whether a path exists.  Returns True for broken symbolic links"""
    return _mode(path, False) is not None


def isfile(path):
    """Test whether a path is a regular file"""
    mode = _mode(path)
    return mode is not None and S_ISREG(mode)


def isdir(s):
    """Return true if the pathname refers to an existing directory."""
    mode = _mode(s)
    return mode is not None and S_ISDIR(mode)


def islink(path):
    """Test whether a path is a symbolic link"""
    mode = _mode(path, False)
    return mode is not None and S_ISLNK(mode)


def ismount(path):
    """Test whether a path is a mount point"""
    return abspath(path) == "/"


def getsize(filename):
    """Return the size of a file, reported by os.stat()."""
    return _ask("stat", filename, True)[6]


def getmtime(filename):
    """Return the last modification time of a file, reported by os.stat()."""
    return _ask("stat", filename, True)[8] / 1e9


def getatime(filename):
    """Return the last access time of a file, reported by os.stat()."""
    return _ask("stat", filename, True)[7] / 1e9


def getctime(filename):
    """Return the metadata change time of a file, reported by os.stat()."""
    return _ask("stat", filename, True)[9] / 1e9


def samestat(s1, s2):
    """Test whether two stat buffers reference the same file"""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Test whether two pathnames reference the same actual file or directory"""
    return _ask("stat", f1, True)[:3] == _ask("stat", f2, True)[:3] and realpath(f1) == realpath(f2)


def realpath(filename, *, strict=False):
    """Return the canonical path of the specified filename, eliminating any symbolic links."""
    path = abspath(filename)
    if isinstance(path, bytes):
        return realpath(path.decode()).encode()
    if strict:
        _ask("stat", path, True)
    done, todo, n_links = [], path.split("/")[::-1], 0
    while todo:
        part = todo.pop()
        if not part or part == ".":
            continue
        if part == "..":
            del done[-1:]
            continue
        here = "/" + "/".join(done + [part])
        if n_links < 40 and islink(here):
            n_links += 1
            target = _ask("readlink", here)
            if target.startswith("/"):
                done = []
            todo.extend(target.split("/")[::-1])
            continue
        done.append(part)
    return "/" + "/".join(done)
