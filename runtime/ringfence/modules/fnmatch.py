"""fnmatch: names and the patterns of shells, on a system whose names have case."""

import re as _re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def _set(inner):
    """A set of a pattern, without brackets, as a regular expression."""
    if "-" not in inner:
        inner = inner.replace("\\", r"\\")
    else:
        # parts between the hyphens that make ranges; one that is first or last is itself
        parts = []
        start = 0
        look = 2 if inner[0] == "!" else 1
        while True:
            look = inner.find("-", look)
            if look < 0:
                break
            parts.append(inner[start:look])
            start = look + 1
            look += 3
        rest = inner[start:]
        if rest:
            parts.append(rest)
        elif parts:
            parts[-1] += "-"
        for k in range(len(parts) - 1, 0, -1):
            if parts[k - 1][-1] > parts[k][0]:  # an empty range
                parts[k - 1] = parts[k - 1][:-1] + parts[k][1:]
                del parts[k]
        inner = "-".join([part.replace("\\", r"\\").replace("-", r"\-") for part in parts])
    if not inner:
        return "(?!)"
    if inner == "!":
        return "."
    inner = _re.sub(r"([&~|])", r"\\\1", inner)
    if inner[0] == "!":
        inner = "^" + inner[1:]
    elif inner[0] in "^[":
        inner = "\\" + inner
    return f"[{inner}]"


_STAR = None


def translate(pat):
    """Translate a shell PATTERN to a regular expression."""
    parts = []
    at = 0
    n = len(pat)
    while at < n:
        char = pat[at]
        at += 1
        if char == "*":
            if not parts or parts[-1] is not _STAR:
                parts.append(_STAR)
        elif char == "?":
            parts.append(".")
        elif char == "[":
            end = at
            if pat.startswith("!", end):
                end += 1
            end = pat.find("]", end + 1 if pat.startswith("]", end) else end)
            if end < 0:
                parts.append("\\[")
            else:
                parts.append(_set(pat[at:end]))
                at = end + 1
        else:
            parts.append(_re.escape(char))
    made = ""
    k = 0
    while k < len(parts) and parts[k] is not _STAR:
        made += parts[k]
        k += 1
    while k < len(parts):
        k += 1
        fixed = ""
        while k < len(parts) and parts[k] is not _STAR:
            fixed += parts[k]
            k += 1
        if k < len(parts):
            made += f"(?>.*?{fixed})"  # the shortest way is as good as any
        else:
            made += f".*{fixed}"
    return rf"(?s:{made})\Z"


def fnmatchcase(name, pat):
    """Test whether FILENAME matches PATTERN, including case."""
    if isinstance(pat, bytes):
        pattern = translate(str(pat, "ISO-8859-1")).encode("ISO-8859-1")
    else:
        pattern = translate(pat)
    return _re.match(pattern, name) is not None


def fnmatch(name, pat):
    """Test whether FILENAME matches PATTERN."""
    for value in (name, pat):
        if not isinstance(value, (str, bytes)):
            raise TypeError("expected str, bytes or os.PathLike object, "
                            f"not {type(value).__name__}")
    return fnmatchcase(name, pat)


def filter(names, pat):
    """Construct a list from those elements of the iterable NAMES that match PAT."""
    return [name for name in names if fnmatch(name, pat)]
