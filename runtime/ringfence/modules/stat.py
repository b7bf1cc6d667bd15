"""stat: constants and functions for interpreting the results of os.stat()."""

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = (
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
S_IFDIR = 0o040000
S_IFCHR = 0o020000
S_IFBLK = 0o060000
S_IFREG = 0o100000
S_IFIFO = 0o010000
S_IFLNK = 0o120000
S_IFSOCK = 0o140000
S_ISUID = 0o4000
S_ISGID = 0o2000
S_ISVTX = 0o1000
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001


@builtin
def S_IMODE(mode):
    """Return the portion of the file's mode that can be set by os.chmod()."""
    return mode & 0o7777


@builtin
def S_IFMT(mode):
    """Return the portion of the file's mode that describes the file type."""
    return mode & 0o170000


@builtin
def S_ISDIR(mode):
    return S_IFMT(mode) == S_IFDIR


@builtin
def S_ISREG(mode):
    return S_IFMT(mode) == S_IFREG


@builtin
def S_ISLNK(mode):
    return S_IFMT(mode) == S_IFLNK


@builtin
def S_ISCHR(mode):
    return S_IFMT(mode) == S_IFCHR


@builtin
def S_ISBLK(mode):
    return S_IFMT(mode) == S_IFBLK


@builtin
def S_ISFIFO(mode):
    return S_IFMT(mode) == S_IFIFO


@builtin
def S_ISSOCK(mode):
    return S_IFMT(mode) == S_IFSOCK


_KINDS = ((S_IFLNK, "l"), (S_IFSOCK, "s"), (S_IFREG, "-"), (S_IFBLK, "b"), (S_IFDIR, "d"),
          (S_IFCHR, "c"), (S_IFIFO, "p"))


@builtin
def filemode(mode):
    """Convert a file's mode to a string of the form '-rwxrwxrwx'."""
    shown = "?"
    for kind, letter in _KINDS:
        if S_IFMT(mode) == kind:
            shown = letter
            break
    for shift, special, letters in ((6, S_ISUID, "sS"), (3, S_ISGID, "sS"), (0, S_ISVTX, "tT")):
        bits = mode >> shift & 7
        shown += "r" if bits & 4 else "-"
        shown += "w" if bits & 2 else "-"
        if mode & special:
            shown += letters[0] if bits & 1 else letters[1]
        else:
            shown += "x" if bits & 1 else "-"
    return shown
