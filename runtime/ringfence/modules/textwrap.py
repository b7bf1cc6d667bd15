"""textwrap: paragraphs broken into lines."""

import re as _re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_SPACES = "\t\n\x0b\x0c\r "
_SPACE = "[\t\n\x0b\x0c\r ]"
_OTHER = "[^\t\n\x0b\x0c\r ]"
_INNER = r"[\w!\"'&.,?]"  # what may stand before a dash
_LETTER = r"[^\d\W]"
_CHUNKS = _re.compile(
    f"({_SPACE}+"
    f"|(?<={_INNER})-{{2,}}(?=\\w)"  # a dash between words
    f"|{_OTHER}+?(?:-(?:(?<={_LETTER}{{2}}-)|(?<={_LETTER}-{_LETTER}-))(?={_LETTER}-?{_LETTER})"
    f"|(?={_SPACE}|\\Z)|(?<={_INNER})(?=-{{2,}}\\w)))"
)
_WORDS = _re.compile(f"({_SPACE}+)")
_SENTENCE_END = _re.compile(r"[a-z][.!?][\"']?\Z")
_TO_SPACES = dict.fromkeys(map(ord, _SPACES), 32)
_BLANK_LINES = _re.compile("^[ \t]+$", _re.MULTILINE)
_MARGINS = _re.compile("^([ \t]*)[^ \t\n]", _re.MULTILINE)


class TextWrapper:
    """Object for wrapping/filling text."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split(self, text):
        """The text in pieces that are not broken: words, parts of words, spaces."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_TO_SPACES)
        pattern = _CHUNKS if self.break_on_hyphens is True else _WORDS
        chunks = [chunk for chunk in pattern.split(text) if chunk]
        if self.fix_sentence_endings:
            for k in range(1, len(chunks)):
                if chunks[k] == " " and _SENTENCE_END.search(chunks[k - 1]):
                    chunks[k] = "  "
        return chunks

    def _break_word(self, chunk, room):
        """Where to cut a word that is too long for a line."""
        if self.break_on_hyphens and len(chunk) > room:
            hyphen = chunk.rfind("-", 0, room)
            if hyphen > 0 and chunk[:hyphen].strip("-"):
                return hyphen + 1
        return room

    def wrap(self, text):
        """Reformat the single paragraph in 'text' so it fits in lines of at most width columns."""
        chunks = self._split(text)
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        most = self.max_lines
        if most is not None:
            indent = self.subsequent_indent if most > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        drop = self.drop_whitespace
        at = 0
        n = len(chunks)
        while at < n:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if drop and lines and not chunks[at].strip():
                at += 1
            line = []
            length = 0
            while at < n and length + len(chunks[at]) <= width:
                length += len(chunks[at])
                line.append(chunks[at])
                at += 1
            if at < n and len(chunks[at]) > width:
                if self.break_long_words:
                    cut = self._break_word(chunks[at], 1 if width < 1 else width - length)
                    line.append(chunks[at][:cut])
                    chunks[at] = chunks[at][cut:]
                elif not line:
                    line.append(chunks[at])
                    at += 1
                length = sum(map(len, line))
            if drop and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            last = at >= n or (drop and at == n - 1 and not chunks[at].strip())
            if most is None or len(lines) + 1 < most or (last and length <= width):
                lines.append(indent + "".join(line))
            else:
                self._cut_short(lines, line, length, indent, width)
                break
        return lines

    def _cut_short(self, lines, line, length, indent, width):
        """End the last line that is allowed with the placeholder."""
        room = width - len(self.placeholder)
        while line:
            if line[-1].strip() and length <= room:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        """Reformat the single paragraph in 'text' to fit in lines, and return a new string."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """Wrap a single paragraph of text, returning a list of wrapped lines."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Fill a single paragraph of text, returning a new string."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Collapse and truncate the given text to fit in the given width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Remove any common leading whitespace from every line in `text`."""
    text = _BLANK_LINES.sub("", text)
    margins = _MARGINS.findall(text)
    if not margins:
        return text
    first, last = min(margins), max(margins)
    size = 0
    while size < min(len(first), len(last)) and first[size] == last[size]:
        size += 1
    return _re.sub("(?m)^" + first[:size], "", text) if size else text


def indent(text, prefix, predicate=None):
    """Adds 'prefix' to the beginning of selected lines in 'text'."""
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
