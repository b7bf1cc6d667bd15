"""html: text made safe for HTML, and back."""

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """Replace special characters "&", "<" and ">" to HTML-safe sequences."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


@trap("html.unescape")
def _unescape(s, /): ...


def unescape(s):
    """Convert all named and numeric character references to the Unicode characters."""
    if "&" not in s:
        return s
    return _unescape(s)
