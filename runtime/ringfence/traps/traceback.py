"""Lines of tracebacks: the host's own module draws them, carets and folding as in its version."""

from __future__ import annotations

from typing import Any

from ringfence.traps import TrapContext, trap

MOST_ROWS = 20_000
BYTES_PER_ROW = 400  # of the text that one frame becomes, besides its line of source


@trap("traceback.draw_frames")
def draw_frames(context: TrapContext, rows: list[Any]) -> list[str]:
    """Text of frames.

    Each row is (file, line, column, line of the end, column of the end, function, source line,
    source line of the end); columns are code points from 0, or None.
    """
    import traceback

    if len(rows) > MOST_ROWS:
        raise ValueError("too many frames to draw")
    context.check_size(sum(BYTES_PER_ROW + 8 * len(row[6]) for row in rows))
    context.charge(2000 * len(rows))
    return traceback.StackSummary.from_list([_summary(*row) for row in rows]).format()


def _summary(filename: str, line: int, column: int | None, end_line: int | None,
             end_column: int | None, name: str, source: str, last: str) -> Any:
    import traceback

    made = traceback.FrameSummary(
        filename, line, name, lookup_line=False, line=source + "\n", end_lineno=end_line,
        colno=None if column is None else _bytes(source, column),
        end_colno=None if end_column is None else _bytes(last, end_column),
    )
    if hasattr(made, "_lines"):  # 3.13 and later show all lines of an expression
        made._lines = source if end_line in (None, line) else f"{source}\n{last}"
    return made


def _bytes(line: str, column: int) -> int:
    return len(line[:column].encode("utf-8", "surrogatepass"))
