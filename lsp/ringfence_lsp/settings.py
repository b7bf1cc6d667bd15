"""Which files are programs of the sandbox, and what the host lends each: read, checked, merged.

From the weakest to the strongest: ``[tool.ringfence]`` of ``pyproject.toml`` or ``ringfence.toml``
(the nearest above a file), the client's settings (initialization options,
``workspace/configuration``), a header comment of the file. A value of a wrong type is named in the
log and left out; the rest counts.

    files = ["agents/**/*.py"]            # globs, from the folder of the file that says so
    exclude = ["agents/drafts/**"]
    stubs = ["tools.pyi"]                 # .pyi, or .py whose public signatures are taken
    inputs = { url = "str", rows = "list[dict[str, int]]" }     # or ["url", "rows"]
    limits = { max_instructions = 1000000 }
    severity = { unused-awaitable = "ignore" }

    [[programs]]                          # the same for some files; the last that fits wins
    files = ["agents/billing/*.py"]

A header comment: ``# ringfence: stubs=tools.pyi inputs=url:str,rows max_instructions=1000000``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

LIMITS: Final = {
    "max_instructions": int, "max_duration_secs": float, "max_memory": int,
    "max_recursion_depth": int, "max_host_calls": int, "max_output_bytes": int,
    "max_result_bytes": int, "per_function": dict,
}  # fmt: skip
SEVERITIES: Final = ("error", "warning", "information", "hint", "ignore")
HEADER: Final = re.compile(r"^\s*#\s*ringfence\b(?!-)\s*:?\s*(?P<rest>.*?)\s*$")
_HEADER_LINES: Final = 10
_INPUT: Final = re.compile(r"(\w+)(?::([^,\s]+(?:\[[^\]]*\])?))?")
FILES: Final = ("ringfence.toml", "pyproject.toml")


@dataclass(frozen=True)
class Program:
    """What the host lends a program, and how it is looked at."""

    stubs: tuple[str, ...] = ()  # absolute paths
    stub_text: str = ""  # given in place, by an editor or a call
    inputs: tuple[tuple[str, str], ...] = ()  # name, type ('' where unknown)
    limits: tuple[tuple[str, Any], ...] = field(default=(), compare=False)  # matter to runs only
    severity: tuple[tuple[str, str], ...] = ()
    tools: str = ""  # a Python file whose functions answer the host calls of a run
    answers: str = ""  # a JSON file of recorded answers

    @property
    def input_names(self) -> tuple[str, ...]:
        """Names of the inputs."""
        return tuple(name for name, _ in self.inputs)


@dataclass(frozen=True)
class Client:
    """What the editor says about itself and its wishes."""

    schemes: tuple[str, ...] = ("untitled", "inmemory", "vscode-chat-code-block")
    languages: tuple[str, ...] = ("ringfence",)
    embedded: bool = True
    inlay_types: bool = True
    inlay_costs: bool = True
    lens: bool = True
    workspace_diagnostics: bool = True
    trusted: bool = True
    documentation: str = ""  # site of the rules' pages
    layer: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Rules:
    """One configuration file: its folder and what it says."""

    folder: Path
    layer: dict[str, Any]
    problems: tuple[str, ...] = ()


# ---------------------------------------------------------------- values of the right type
def checked(raw: Any, place: str, problems: list[str]) -> dict[str, Any]:
    """Keep what has the right type; name the rest in ``problems``."""
    if not isinstance(raw, dict):
        problems.append(f"{place}: a table is wanted, not {_shown(raw)}")
        return {}
    good: dict[str, Any] = {}
    for key, value in raw.items():
        name = str(key)
        try:
            if name in _READERS:
                good[name] = _READERS[name](value)
            elif name == "programs":
                good[name] = [
                    checked(one, f"{place}.programs[{index}]", problems)
                    for index, one in enumerate(_list(value))
                ]
            else:
                problems.append(f"{place}: unknown setting `{name}`; there are "
                                + ", ".join(f"`{one}`" for one in sorted((*_READERS, "programs"))))
        except TypeError as error:
            problems.append(f"{place}.{name}: {error}")
    return good


def _shown(value: Any) -> str:
    text = repr(value)
    return f"`{text if len(text) <= 60 else text[:57] + '...'}`"


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"a list is wanted, not {_shown(value)}")
    return value


def _texts(value: Any) -> list[str]:
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise TypeError(f"a text or a list of texts is wanted, not {_shown(value)}")
    return list(given)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text is wanted, not {_shown(value)}")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"true or false is wanted, not {_shown(value)}")
    return value


def _inputs(value: Any) -> dict[str, str]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return dict.fromkeys(value, "")
    if isinstance(value, dict) and all(
        isinstance(name, str) and isinstance(kind, str) for name, kind in value.items()
    ):
        return dict(value)
    raise TypeError(f"a list of names or a table of name and type is wanted, not {_shown(value)}")


def _limits(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(f"a table is wanted, not {_shown(value)}")
    for name, number in value.items():
        if name not in LIMITS:
            raise TypeError(f"unknown limit `{name}`; the limits are {', '.join(LIMITS)}")
        wanted = (int, float) if LIMITS[name] is float else LIMITS[name]
        if number is not None and (isinstance(number, bool) or not isinstance(number, wanted)):
            raise TypeError(f"limit `{name}` is a number, not {_shown(number)}")
    return dict(value)


def _severity(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(one in SEVERITIES for one in value.values()):
        raise TypeError(
            f"a table of rule and one of {', '.join(SEVERITIES)} is wanted, not {_shown(value)}"
        )
    return {str(rule): str(one) for rule, one in value.items()}


_READERS: Final[dict[str, Any]] = {
    "files": _texts, "exclude": _texts, "stubs": _texts, "stub_text": _text, "inputs": _inputs,
    "limits": _limits, "severity": _severity, "tools": _text, "answers": _text,
}  # fmt: skip
_CLIENT_READERS: Final[dict[str, Any]] = {
    "schemes": _texts, "languages": _texts, "embedded": _flag, "inlay_types": _flag,
    "inlay_costs": _flag, "lens": _flag, "workspace_diagnostics": _flag, "trusted": _flag,
    "documentation": _text,
}  # fmt: skip


def client_settings(raw: Any, problems: list[str], before: Client | None = None) -> Client:
    """The client's wishes from initialization options or ``workspace/configuration``."""
    client = before or Client()
    if raw is None:
        return client
    if not isinstance(raw, dict):
        problems.append(f"settings: a table is wanted, not {_shown(raw)}")
        return client
    changes: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for key, value in raw.items():
        name = _snake(str(key))
        if value is None or value in ([], {}, ""):
            continue  # an editor's default
        if name not in _CLIENT_READERS:
            if name in _READERS or name == "programs":
                rest[name] = value
            elif name not in _OF_THE_EXTENSION:
                problems.append(f"settings: unknown setting `{key}`")
            continue
        try:
            read = _CLIENT_READERS[name](value)
            changes[name] = tuple(read) if isinstance(read, list) else read
        except TypeError as error:
            problems.append(f"settings.{key}: {error}")
    if rest:
        changes["layer"] = {**client.layer, **checked(rest, "settings", problems)}
    return replace(client, **changes)


_OF_THE_EXTENSION: Final = ("interpreter", "arguments", "trace", "status_bar", "enable", "meters")


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", lambda m: "_" + m[1].lower(), name)


# ---------------------------------------------------------------- files
def read_rules(folder: Path) -> Rules | None:
    """What a folder's configuration file says; None where there is none."""
    for name in FILES:
        path = folder / name
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            continue
        try:
            raw: Any = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            return Rules(folder, {}, (f"{path}: {error}",)) if name == FILES[0] else None
        if name == "pyproject.toml":
            raw = raw.get("tool", {}).get("ringfence") if isinstance(raw.get("tool"), dict) else None
            if raw is None:
                continue
        problems: list[str] = []
        layer = checked(raw, str(path), problems)
        return Rules(folder, layer, tuple(problems))
    return None


def header(lines: list[str]) -> tuple[bool, dict[str, Any], list[str]]:
    """Whether a text says that it is a program, what it says besides, and what is wrong in it."""
    problems: list[str] = []
    for line in lines[:_HEADER_LINES]:
        if line.strip() and not line.lstrip().startswith("#"):
            break
        match = HEADER.match(line)
        if match:
            return True, _header_layer(match["rest"], problems), problems
    return False, {}, problems


def _header_layer(text: str, problems: list[str]) -> dict[str, Any]:
    raw: dict[str, Any] = {}
    for word in text.split():
        name, separator, value = word.partition("=")
        if not separator:
            continue  # prose after the marker
        if name == "inputs":
            raw["inputs"] = {m[1]: m[2] or "" for m in _INPUT.finditer(value)}
        elif name == "stubs":
            raw["stubs"] = value.split(",")
        elif name in LIMITS:
            try:
                number: Any = float(value) if LIMITS[name] is float else int(value.replace("_", ""))
            except ValueError:
                problems.append(f"header: limit `{name}` is a number, not `{value}`")
                continue
            raw.setdefault("limits", {})[name] = number
        else:
            raw[name] = value
    return checked(raw, "header", problems)


@lru_cache(maxsize=512)
def _pattern(glob: str) -> re.Pattern[str]:
    """A glob as in .gitignore: ``**`` any folders, ``*`` inside one name; a bare name, anywhere."""
    made = ""
    at = 0
    text = glob.removeprefix("./")
    if "/" not in text:
        text = "**/" + text
    while at < len(text):
        if text.startswith("**/", at):
            made, at = made + r"(?:[^/]+/)*", at + 3
        elif text.startswith("**", at):
            made, at = made + ".*", at + 2
        elif text[at] == "*":
            made, at = made + "[^/]*", at + 1
        elif text[at] == "?":
            made, at = made + "[^/]", at + 1
        else:
            made, at = made + re.escape(text[at]), at + 1
    return re.compile(made + r"\Z")


def fits(path: str, globs: list[str]) -> bool:
    """Whether a path, relative with slashes, fits one of the globs."""
    return any(_pattern(glob).match(path) for glob in globs)


def apply(program: Program, layer: dict[str, Any], folder: Path | None) -> Program:
    """A program with a layer put on top; relative paths are from ``folder``."""
    changes: dict[str, Any] = {}

    def absolute(name: str) -> str:
        path = Path(name)
        return str(path if path.is_absolute() or folder is None else folder / path)

    if "stubs" in layer:
        changes["stubs"] = tuple(absolute(name) for name in layer["stubs"])
    for name in ("tools", "answers"):
        if layer.get(name):
            changes[name] = absolute(layer[name])
    if "stub_text" in layer:
        changes["stub_text"] = layer["stub_text"]
    if "inputs" in layer:
        changes["inputs"] = tuple(layer["inputs"].items())
    if "limits" in layer:
        changes["limits"] = tuple({**dict(program.limits), **layer["limits"]}.items())
    if "severity" in layer:
        changes["severity"] = tuple({**dict(program.severity), **layer["severity"]}.items())
    return replace(program, **changes) if changes else program


class Configuration:
    """Settings of a workspace: files are read once and forgotten by ``forget``."""

    def __init__(self) -> None:
        self.client = Client()
        self.folders: list[Path] = []
        self.generation = 0
        self._rules: dict[Path, Rules | None] = {}
        self._told: set[str] = set()
        self._initial: Any = None
        self.problems: list[str] = []  # not yet told

    def forget(self) -> None:
        """A file or the client's wishes changed: read all anew."""
        self._rules.clear()
        self._told.clear()
        self.generation += 1

    def configure(self, raw: Any, *, initial: bool = False) -> None:
        """Take the client's settings; those it had at first count where these say nothing."""
        problems: list[str] = []
        if initial:
            self._initial = raw
            self.client = client_settings(raw, problems)
        else:
            self.client = client_settings(raw, problems, client_settings(self._initial, []))
        self.forget()
        self._tell(problems)

    def _tell(self, problems: list[str] | tuple[str, ...]) -> None:
        for problem in problems:
            if problem not in self._told:
                self._told.add(problem)
                self.problems.append(problem)

    def rules_above(self, path: Path) -> Rules | None:
        """The nearest configuration file above a file."""
        for folder in path.parents:
            if folder not in self._rules:
                self._rules[folder] = rules = read_rules(folder)
                if rules is not None:
                    self._tell(rules.problems)
            rules = self._rules[folder]
            if rules is not None:
                return rules
        return None

    def host_settings(self, path: Path | None) -> Program:
        """What programs inside the strings of a host file are lent."""
        program, _ = self._layers(path)
        return program

    def program(
        self, path: Path | None, scheme: str, language: str | None, lines: list[str]
    ) -> Program | None:
        """What a text is lent if it is a program; None for Python of the host."""
        program, chosen = self._layers(path)
        marked, layer, problems = header(lines)
        self._tell(problems)
        chosen = chosen or marked or scheme in self.client.schemes
        chosen = chosen or (language or "") in self.client.languages
        if not chosen:
            return None
        return apply(program, layer, path.parent if path else self._root())

    def _root(self) -> Path | None:
        return self.folders[0] if self.folders else None

    def _layers(self, path: Path | None) -> tuple[Program, bool]:
        program, chosen = Program(), False
        layers: list[tuple[dict[str, Any], Path | None]] = []
        rules = self.rules_above(path) if path else None
        if path is None and self._root():
            rules = self.rules_above(self.folders[0] / "untitled.py")
        if rules is not None:
            layers.append((rules.layer, rules.folder))
        folder = next((f for f in self.folders if path and path.is_relative_to(f)), self._root())
        layers.append((self.client.layer, folder))
        for layer, base in layers:
            relative = _relative(path, base)
            if relative is not None and fits(relative, layer.get("exclude", [])):
                chosen = False
                continue
            program = apply(program, layer, base)
            chosen = chosen or (relative is not None and fits(relative, layer.get("files", [])))
            for one in layer.get("programs", []):
                if relative is not None and fits(relative, one.get("files", [])):
                    program, chosen = apply(program, one, base), True
        return program, chosen

    def candidates(self) -> list[Path]:
        """Files of the workspace that the configuration calls programs."""
        found: dict[Path, None] = {}
        for root in self.folders:
            rules = self.rules_above(root / "x.py")
            bases = [(rules.layer, rules.folder)] if rules else []
            for layer, base in [*bases, (self.client.layer, root)]:
                globs = list(layer.get("files", []))
                for one in layer.get("programs", []):
                    globs += one.get("files", [])
                for glob in globs:
                    pattern = glob.removeprefix("./")
                    try:
                        paths = sorted(base.glob(pattern if "/" in pattern else f"**/{pattern}"))
                    except (ValueError, NotImplementedError, OSError):
                        continue
                    for path in paths:
                        relative = _relative(path, base) or ""
                        if path.is_file() and not fits(relative, layer.get("exclude", [])):
                            found[path] = None
        return list(found)


def _relative(path: Path | None, base: Path | None) -> str | None:
    if path is None or base is None:
        return None
    try:
        return path.relative_to(base).as_posix()
    except ValueError:
        return path.as_posix()
