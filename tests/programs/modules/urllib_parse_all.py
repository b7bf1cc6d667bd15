from urllib.parse import (parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin,
                          urlparse, urlsplit, urlunparse, urlunsplit)
import urllib.parse

for url in ["http://user:pass@Host.COM:8080/p/a;x=1?q=1&r=2#frag", "mailto:a@b.c", "//netloc/path", "path/only", "", "http:///x", "HTTP://a?b#c?d", "file:///etc/passwd", "a:b", "1a:b", "http://a:b@c@d:1/", "tel:+1;ext=2", "  http://x y/\n", "ftp://h/a;type=i"]:
    p, s = urlparse(url), urlsplit(url)
    print(p, s, p.geturl(), s.geturl())
    print(p.username, p.password, p.hostname, s.path, urlunparse(p) == p.geturl())
for url in ["http://h:99999/", "http://h:x/", "http://h:/", "http://h"]:
    try:
        print(urlparse(url).port)
    except ValueError as e:
        print(e)
for url in ["http://[::1", "http://::1]/"]:
    try:
        print(urlsplit(url))
    except ValueError as e:
        print(e)
print(urlparse(b"http://h/p?q"), urlparse(b"http://h/p?q").decode(), urlparse("http://h/é;p").netloc, urlparse("//x/y", scheme="ftp"), urlsplit("a#b", allow_fragments=False))
base = "http://a/b/c/d;p?q"
for ref in ["g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", "g?y#s", ";x", "g;x", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "g/./h", "g/../h", "g;x=1/../y", "http:g"]:
    print(ref, urljoin(base, ref))
print(urljoin("", "x"), urljoin("a/b", "c"), urljoin("mailto:a", "b"), urljoin(b"http://a/b", b"c"))
print(urldefrag("http://a/b#c"), urldefrag("x").fragment, urldefrag("a#b").geturl())
print(quote("a b/c?é&~%"), quote("a/b", safe=""), quote_plus("a b+c&é"), quote(b"\x00\xff"), quote_from_bytes(b"a b"), quote("é", encoding="latin-1"), quote(""), quote("a b", safe=" "))
print(unquote("a%20b%C3%A9%zz%4"), unquote_plus("a+b%2B"), unquote_to_bytes("%41%ff"), unquote("%E9", encoding="latin-1"), unquote("%ff"), unquote("é%20"), unquote(b"a%20"))
print(urlencode({"a": 1, "b": "x y", "c": "é&="}), urlencode([("k", [1, 2]), ("s", "ab")], doseq=True), urlencode({"k": [1, 2]}), urlencode({"a b": b"\xff"}), urlencode({"a": "b c"}, quote_via=quote), urlencode([]))
print(parse_qs("a=1&b=2&a=3&c=&d"), parse_qs("a=1&c=&d", keep_blank_values=True), parse_qsl("a=1;b=2", separator=";"), parse_qsl("x=%41+b&é=ü"), parse_qsl(b"a=1&b=%20"), parse_qs(""))
for bad in [lambda: parse_qsl("a", strict_parsing=True), lambda: parse_qsl("a=1&b=2", max_num_fields=1), lambda: urlencode(5), lambda: urlencode("ab"), lambda: quote(5), lambda: urljoin("a", b"b"), lambda: quote(b"a", encoding="utf-8"), lambda: parse_qsl("a", separator="")]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(urlparse("http://a/b")._replace(path="/c", query="d").geturl(), urlunsplit(("http", "h", "p", "", "")), urlunparse(("", "", "p", "", "q", "")), urllib.parse.ParseResult is type(urlparse("x")))
print(urlunsplit(("http", "", "x", "", "")), urlunsplit(("", "", "//x", "", "")), urlunsplit(("file", "", "/a", "", "")))
