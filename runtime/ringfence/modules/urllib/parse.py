"""urllib.parse: URLs taken apart, put together and quoted (RFC 3986)."""

from collections import namedtuple as _namedtuple
import re as _re

from _prelude import _HOST_MINOR, _generic_alias

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit",
           "urlencode", "parse_qs", "parse_qsl", "quote", "quote_plus", "quote_from_bytes",
           "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult",
           "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp",
                 "mms", "prospero", "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms",
               "https", "shttp", "snews", "prospero", "rtsp", "rtspu", "rsync", "svn", "svn+ssh",
               "sftp", "nfs", "git", "git+ssh", "ws", "wss"]
if _HOST_MINOR >= 12:
    uses_netloc.append("itms-services")
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu",
               "sip", "sips", "mms", "sftp", "tel"]
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."
_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_ENDS = "".join(map(chr, range(33)))
_REMOVED = ("\t", "\r", "\n")


# ---------------------------------------------------------------- texts and bytes
def _to_text(*values):
    """All values as text, and what turns results back into the kind that was given."""
    is_text = isinstance(values[0], str)
    for value in values[1:]:
        if value and isinstance(value, str) != is_text:
            raise TypeError("Cannot mix str and non-str arguments")
    if is_text:
        return *values, lambda found: found
    decoded = [value.decode("ascii", "strict") if value else "" for value in values]
    return *decoded, lambda found: found.encode("ascii", "strict")


class _TextParts:
    __slots__ = ()

    def encode(self, encoding="ascii", errors="strict"):
        return self._other_kind(*[part.encode(encoding, errors) for part in self])


class _BytesParts:
    __slots__ = ()

    def decode(self, encoding="ascii", errors="strict"):
        return self._other_kind(*[part.decode(encoding, errors) for part in self])


class _Location:
    """The parts of a network location."""

    __slots__ = ()

    @property
    def _signs(self):
        return ("@", ":", "[", "]", "%") if isinstance(self.netloc, str) else (
            b"@", b":", b"[", b"]", b"%")

    @property
    def username(self):
        return self._user[0]

    @property
    def password(self):
        return self._user[1]

    @property
    def _user(self):
        at, colon = self._signs[:2]
        info, found, _ = self.netloc.rpartition(at)
        if not found:
            return None, None
        name, found, password = info.partition(colon)
        return name, password if found else None

    @property
    def _place(self):
        """Host and port as they stand."""
        at, colon, left, right, _ = self._signs
        rest = self.netloc.rpartition(at)[2]
        _, bracketed, inner = rest.partition(left)
        if bracketed:
            host, _, port = inner.partition(right)
            port = port.partition(colon)[2]
        else:
            host, _, port = rest.partition(colon)
        return host, port or None

    @property
    def hostname(self):
        host = self._place[0]
        if not host:
            return None
        name, percent, zone = host.partition(self._signs[4])
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._place[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        number = int(port)
        if not 0 <= number <= 65535:
            raise ValueError("Port out of range 0-65535")
        return number

    __class_getitem__ = classmethod(_generic_alias)


_Defrag = _namedtuple("_DefragResultBase", "url fragment")
_Split = _namedtuple("_SplitResultBase", "scheme netloc path query fragment")
_Parse = _namedtuple("_ParseResultBase", "scheme netloc path params query fragment")


class DefragResult(_Defrag, _TextParts):
    __slots__ = ()

    def geturl(self):
        return f"{self.url}#{self.fragment}" if self.fragment else self.url


class SplitResult(_Split, _Location, _TextParts):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Parse, _Location, _TextParts):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_Defrag, _BytesParts):
    __slots__ = ()

    def geturl(self):
        return self.url + b"#" + self.fragment if self.fragment else self.url


class SplitResultBytes(_Split, _Location, _BytesParts):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_Parse, _Location, _BytesParts):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _text, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes),
                      (ParseResult, ParseResultBytes)):
    _text._other_kind = _bytes
    _bytes._other_kind = _text


def _result(kind, parts, is_text):
    return kind(*parts) if is_text else kind._other_kind(*[part.encode("ascii") for part in parts])


# ---------------------------------------------------------------- taking apart
def urlparse(url, scheme="", allow_fragments=True):
    """Parse a URL into 6 components:
    <scheme>://<netloc>/<path>;<params>?<query>#<fragment>"""
    is_text = isinstance(url, str)
    url, scheme, _ = _to_text(url, scheme)
    scheme, netloc, path, query, fragment = _split(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        place = path.find(";", path.rfind("/") + 1) if "/" in path else path.find(";")
        if place >= 0:
            path, params = path[:place], path[place + 1:]
    return _result(ParseResult, (scheme, netloc, path, params, query, fragment), is_text)


def urlsplit(url, scheme="", allow_fragments=True):
    """Parse a URL into 5 components:
    <scheme>://<netloc>/<path>?<query>#<fragment>"""
    is_text = isinstance(url, str)
    url, scheme, _ = _to_text(url, scheme)
    return _result(SplitResult, _split(url, scheme, allow_fragments), is_text)


def _split(url, scheme, allow_fragments):
    url = url.lstrip(_ENDS)
    scheme = scheme.strip(_ENDS)
    for char in _REMOVED:
        url = url.replace(char, "")
        scheme = scheme.replace(char, "")
    netloc = query = fragment = ""
    colon = url.find(":")
    if colon > 0 and url[0].isascii() and url[0].isalpha():
        if not url[:colon].strip(scheme_chars):
            scheme, url = url[:colon].lower(), url[colon + 1:]
    if url.startswith("//"):
        end = len(url)
        for char in "/?#":
            place = url.find(char, 2)
            if place >= 0:
                end = min(end, place)
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_brackets(netloc)
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    _check_location(netloc)
    return scheme, netloc, url, query, fragment


_NUMBER = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_IPV4 = _re.compile(rf"(?:{_NUMBER}\.){{3}}{_NUMBER}\Z")
_GROUP = _re.compile(r"[0-9A-Fa-f]{1,4}\Z")
_FUTURE = _re.compile(r"\Av[a-fA-F0-9]+\..+\Z")


def _check_brackets(netloc):
    """The host in brackets must be an address of version 6 or of the future."""
    host = netloc.rpartition("@")[2].partition("[")[2].partition("]")[0]
    if host.startswith("v"):
        if not _FUTURE.match(host):
            raise ValueError("IPvFuture address is invalid")
        return
    if _IPV4.match(host):
        raise ValueError("An IPv4 address cannot be in brackets")
    if not _is_ipv6(host):
        raise ValueError(f"{host!r} does not appear to be an IPv4 or IPv6 address")


def _is_ipv6(host):
    """Whether a text is an address of eight groups, some zero ones left out, with a zone or not."""
    host, percent, zone = host.partition("%")
    if percent and (not zone or "%" in zone):
        return False
    head, found, last = host.rpartition(":")
    if found and _IPV4.match(last):
        host = f"{head}:0:0"
    before, short, behind = host.partition("::")
    groups = (before.split(":") if before else []) + (behind.split(":") if behind else [])
    for group in groups:
        if not _GROUP.match(group):
            return False
    return len(groups) < 8 if short else len(groups) == 8


def _check_location(netloc):
    """Refuse characters that would become delimiters under a normal form."""
    if not netloc or netloc.isascii():
        return
    from unicodedata import normalize
    plain = netloc
    for char in "@:#?":
        plain = plain.replace(char, "")
    normal = normalize("NFKC", plain)
    if plain == normal:
        return
    for char in "/?#@:":
        if char in normal:
            raise ValueError(f"netloc {netloc} contains invalid characters under NFKC "
                             "normalization")


def urldefrag(url):
    """Removes any existing fragment from URL."""
    is_text = isinstance(url, str)
    url, _ = _to_text(url)
    if "#" not in url:
        return _result(DefragResult, (url, ""), is_text)
    scheme, netloc, path, params, query, fragment = urlparse(url)
    bare = urlunparse((scheme, netloc, path, params, query, ""))
    return _result(DefragResult, (bare, fragment), is_text)


# ---------------------------------------------------------------- putting together
def urlunparse(components):
    """Put a parsed URL back together again."""
    *parts, back = _to_text(*components)
    scheme, netloc, url, params, query, fragment = parts
    if params:
        url = f"{url};{params}"
    return back(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
    """Combine the elements of a tuple as returned by urlsplit() into a complete URL."""
    *parts, back = _to_text(*components)
    scheme, netloc, url, query, fragment = parts
    if _HOST_MINOR >= 12:
        if netloc:
            if url and url[:1] != "/":
                url = "/" + url
            url = "//" + netloc + url
        elif url[:2] == "//":
            url = "//" + url
        elif scheme and scheme in uses_netloc and (not url or url[:1] == "/"):
            url = "//" + url
    elif netloc or (scheme and scheme in uses_netloc and url[:2] != "//"):
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = f"{scheme}:{url}"
    if query:
        url = f"{url}?{query}"
    if fragment:
        url = f"{url}#{fragment}"
    return back(url)


def urljoin(base, url, allow_fragments=True):
    """Join a base URL and a possibly relative URL to form an absolute interpretation."""
    if not base:
        return url
    if not url:
        return base
    base, url, back = _to_text(base, url)
    (base_scheme, base_netloc, base_path, base_params, base_query,
     _) = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, base_scheme, allow_fragments)
    if scheme != base_scheme or scheme not in uses_relative:
        return back(url)
    if scheme in uses_netloc:
        if netloc:
            return back(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = base_netloc
    if not path and not params:
        return back(urlunparse((scheme, netloc, base_path, base_params, query or base_query,
                                fragment)))
    base_parts = base_path.split("/")
    if base_parts[-1] != "":
        base_parts.pop()
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = base_parts + path.split("/")
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return back(urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment)))


# ---------------------------------------------------------------- quoting
_QUOTED = tuple([chr(code) if code in _ALWAYS_SAFE else f"%{code:02X}" for code in range(256)])
_HEX = frozenset(b"0123456789ABCDEFabcdef")
_RUNS = _re.compile("([\0-\x7f]+)")


def quote(string, safe="/", encoding=None, errors=None):
    """quote('abc def') -> 'abc%20def'"""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode("utf-8" if encoding is None else encoding,
                               "strict" if errors is None else errors)
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """Like quote(), but also replace ' ' with '+', as required for quoting HTML form values."""
    if (isinstance(string, str) and " " not in string) or (
            isinstance(string, bytes) and b" " not in string):
        return quote(string, safe, encoding, errors)
    space = " " if isinstance(safe, str) else b" "
    return quote(string, safe + space, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    """Like quote(), but accepts a bytes object rather than a str."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    else:
        safe = bytes([code for code in safe if code < 128])
    if not bs.rstrip(bytes(_ALWAYS_SAFE) + safe):
        return bs.decode()
    return "".join([chr(code) if code in safe else _QUOTED[code] for code in bs])


def unquote_to_bytes(string):
    """unquote_to_bytes('abc%20def') -> b'abc def'."""
    if not string:
        string.split
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    pieces = string.split(b"%")
    if len(pieces) == 1:
        return string
    for k in range(1, len(pieces)):
        piece = pieces[k]
        if len(piece) >= 2 and piece[0] in _HEX and piece[1] in _HEX:
            pieces[k] = bytes.fromhex(piece[:2].decode()) + piece[2:]
        else:
            pieces[k] = b"%" + piece
    return b"".join(pieces)


def unquote(string, encoding="utf-8", errors="replace"):
    """Replace %xx escapes by their single-character equivalent."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode("utf-8" if encoding is None else encoding,
                                               "replace" if errors is None else errors)
    if "%" not in string:
        string.split
        return string
    encoding = "utf-8" if encoding is None else encoding
    errors = "replace" if errors is None else errors
    pieces = _RUNS.split(string)
    for k in range(1, len(pieces), 2):
        if "%" in pieces[k]:
            pieces[k] = unquote_to_bytes(pieces[k]).decode(encoding, errors)
    return "".join(pieces)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """Like unquote(), but also replace plus signs by spaces."""
    return unquote(string.replace("+", " "), encoding, errors)


# ---------------------------------------------------------------- queries
def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
             errors="replace", max_num_fields=None, separator="&"):
    """Parse a query given as a string argument, into a dictionary of lists."""
    made = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors,
                                 max_num_fields, separator):
        made.setdefault(name, []).append(value)
    return made


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
              errors="replace", max_num_fields=None, separator="&"):
    """Parse a query given as a string argument, into a list of pairs."""
    qs, back = _to_text(qs)
    separator, _ = _to_text(separator)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None:
        n = 1 + qs.count(separator) if qs or _HOST_MINOR < 12 else 0
        if max_num_fields < n:
            raise ValueError("Max number of fields exceeded")
    made = []
    for pair in qs.split(separator) if qs else []:
        if not pair and not strict_parsing:
            continue
        name, equals, value = pair.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError(f"bad query field: {pair!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            made.append((back(unquote(name.replace("+", " "), encoding, errors)),
                         back(unquote(value.replace("+", " "), encoding, errors))))
    return made


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """Encode a dict or sequence of two-element tuples into a URL query string."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as error:
            raise TypeError("not a valid non-string sequence or mapping object") from error

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(value if isinstance(value, str) else str(value), safe, encoding, errors)

    made = []
    for name, value in query:
        name = quoted(name)
        values = (value,)
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
            except TypeError:
                pass
            else:
                values = value
        for one in values:
            made.append(f"{name}={quoted(one)}")
    return "&".join(made)
