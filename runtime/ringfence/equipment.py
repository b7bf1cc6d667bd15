"""What a host may give a run besides functions: files and policies, modules, objects, a hand on it."""

from __future__ import annotations

from time import monotonic, perf_counter, sleep
from typing import TYPE_CHECKING, Any, Final

from ringfence import layout as L

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ringfence.machine import Machine

SLEEP_MAX_S: Final = 60.0  # of time.sleep, where the host says nothing else
SLEEP_STEP_S: Final = 0.05  # a cancellation is heard between two steps
METHOD_CALL, ATTRIBUTE_READ = "call", "attribute"  # operations of host objects


class Control:
    """A hand on a run from another thread: ``pause()`` it or ``cancel()`` it.

    Given to ``run``, ``start`` or a feed. A pause shows as a ``LimitSnapshot`` whose limit is
    ``"pause"`` (from ``run``, as a MontyLimitError); a cancelled run ends with a MontyLimitError
    whose limit is ``"cancel"``. Both are heard within a few milliseconds of execution; a call of a
    host function is not interrupted.

    Examples
    --------
    >>> import ringfence, threading
    >>> control = ringfence.Control()
    >>> threading.Timer(0.01, control.pause).start()
    >>> step = ringfence.Monty("n = 0\\nwhile n >= 0: n += 1").start(control=control)
    >>> step
    LimitSnapshot('pause')
    """

    __slots__ = ("_cancelled", "_machine", "_pausing")

    def __init__(self) -> None:
        self._machine: Machine | None = None
        self._pausing = self._cancelled = False

    def pause(self) -> None:
        """Have the run pause at the next instruction that can be a pause."""
        machine = self._machine
        if machine is None:
            self._pausing = True
        else:
            machine.pausing = True

    def cancel(self) -> None:
        """Have the run end; it cannot go on."""
        self._cancelled = True
        machine = self._machine
        if machine is not None:
            machine.cancelled = True

    def hold(self, machine: Machine) -> None:
        """Take a run in hand; what was asked for before is asked of it."""
        self._machine = machine
        machine.pausing = machine.pausing or self._pausing
        machine.cancelled = machine.cancelled or self._cancelled
        self._pausing = False


class ExternalModule:
    """A module of the host that a program can import.

    Parameters
    ----------
    attrs
        Its names: callables become host functions named ``module.name``, other values are
        copied in.
    stubs
        `.pyi` text of it, for the checker.

    Examples
    --------
    >>> import ringfence
    >>> shop = ExternalModule({"price": lambda name: 3 * len(name), "CURRENCY": "EUR"})
    >>> code = "from shop import price, CURRENCY\\nprice('tea'), CURRENCY"
    >>> ringfence.Monty(code).run(external_modules={"shop": shop})
    (9, 'EUR')
    """

    __slots__ = ("attrs", "stubs")

    def __init__(self, attrs: Mapping[str, Any], stubs: str | None = None) -> None:
        for name in attrs:
            if not isinstance(name, str) or not name.isidentifier():
                raise ValueError(f"{name!r} is no name of a module's attribute")
        self.attrs = dict(attrs)
        self.stubs = stubs

    def functions(self, name: str) -> dict[str, Callable[..., Any]]:
        """The host functions of the module imported under a name."""
        return {f"{name}.{key}": value for key, value in self.attrs.items()
                if callable(value) and not isinstance(value, ClassInstance)}

    def values(self) -> dict[str, Any]:
        """What is copied in."""
        return {key: value for key, value in self.attrs.items()
                if not callable(value) or isinstance(value, ClassInstance)}


class ClassInstance:
    """An object of the host lent by reference: the program reaches what is listed, nothing else.

    Parameters
    ----------
    obj
        The object.
    eager_attrs
        Attributes copied in when the object is.
    lazy_attrs
        Attributes read from the object each time the program reads them.
    allowed_methods
        Methods the program may call.
    convert_value
        Applied to what methods and lazy attributes give, before it crosses.

    Examples
    --------
    >>> import io, ringfence
    >>> lent = ClassInstance(io.StringIO("a\\nb"), allowed_methods=["readline"], lazy_attrs=["closed"])
    >>> code = "x.readline(), x.closed, hasattr(x, 'write')"
    >>> ringfence.Monty(code, inputs=["x"]).run(inputs={"x": lent})
    ('a\\n', False, False)
    """

    __slots__ = ("allowed_methods", "convert_value", "eager_attrs", "lazy_attrs", "obj")

    def __init__(
        self, obj: Any, *, eager_attrs: Iterable[str] = (), lazy_attrs: Iterable[str] = (),
        allowed_methods: Iterable[str] = (), convert_value: Callable[[Any], Any] | None = None,
    ) -> None:
        self.obj = obj
        self.eager_attrs = tuple(eager_attrs)
        self.lazy_attrs = tuple(lazy_attrs)
        self.allowed_methods = tuple(allowed_methods)
        self.convert_value = convert_value

    def __repr__(self) -> str:
        return f"ClassInstance({self.obj!r})"

    @property
    def type_name(self) -> str:
        """Name of the object's class."""
        return type(self.obj).__name__

    def carry_out(self, operation: str, name: str, args: tuple[Any, ...],
                  kwargs: dict[str, Any]) -> Any:
        """Call a method or read an attribute that is lent."""
        if operation == METHOD_CALL and name in self.allowed_methods:
            return getattr(self.obj, name)(*args, **kwargs)
        if operation == ATTRIBUTE_READ and name in self.lazy_attrs:
            return getattr(self.obj, name)
        raise AttributeError(f"'{self.type_name}' object has no attribute '{name}'")

    def converted(self, value: Any) -> Any:
        """A result as it crosses."""
        return value if self.convert_value is None else self.convert_value(value)


def equip(
    machine: Machine, *, os: Any = None, mount: Any = None, control: Control | None = None,
    profile: bool = False, external_modules: Mapping[str, ExternalModule] | None = None,
) -> dict[str, Callable[..., Any]]:
    """Give a begun run what only some runs have; the functions of its modules."""
    if os is not None or mount is not None:
        from ringfence.system import System

        machine.system = System(os, mount)
    functions: dict[str, Callable[..., Any]] = {}
    if external_modules:
        functions = _lend_modules(machine, external_modules)
    if profile:
        machine.begin_profile()
    if control is not None:
        control.hold(machine)
    return functions


def _lend_modules(
    machine: Machine, modules: Mapping[str, ExternalModule]
) -> dict[str, Callable[..., Any]]:
    functions: dict[str, Callable[..., Any]] = {}
    requests = []
    for name, module in modules.items():
        if not isinstance(module, ExternalModule):
            raise TypeError(f"`{name}` is an ExternalModule, not `{type(module).__name__}`")
        own = module.functions(name)
        functions.update(own)
        requests.append(("module", name, module.values(), tuple(own)))
    machine.lend_more(functions)
    machine.make_inside(requests, "external_modules")
    return functions


# ---------------------------------------------------------------- operations
def os_answer(machine: Machine) -> int | None:
    """Answer an operating-system call by the run's own system; None: nobody does.

    The time it takes is execution time of the program, save sleeping and host objects.
    """
    operation, args, kwargs = machine.question()
    if operation in (METHOD_CALL, ATTRIBUTE_READ):
        return _on_object(machine, operation, args, kwargs)
    system = machine.system
    if system is None:
        return None
    from ringfence.osaccess import NOT_HANDLED

    started = perf_counter()
    most_bytes = machine.allowance.memory_bytes or L.HEAP_BYTES >> 1
    try:
        value = system.answer(operation, args, kwargs, most_bytes)
    except Exception as error:
        return machine.raise_host_exception(error, keep=False)
    finally:
        machine.execution_s += perf_counter() - started
    if value is NOT_HANDLED:
        return None
    from ringfence.host import answer

    return answer(machine, value, operation)


def object_call(machine: Machine) -> tuple[ClassInstance | None, str, Any]:
    """The object that is asked, the name to count the call under, and what calls it."""
    operation, args, kwargs = machine.question()
    number, name = args[0], args[1]
    if not 0 <= number < len(machine.objects):
        return None, name, None
    lent = machine.objects[number]
    given = args[2] if len(args) > 2 else ()
    return lent, f"{lent.type_name}.{name}", lambda: lent.carry_out(operation, name, given, kwargs)


def _on_object(machine: Machine, operation: str, args: tuple[Any, ...], kwargs: Any) -> int:
    from ringfence.host import answer, count_call

    lent, name, call = object_call(machine)
    if lent is None:
        return machine.raise_inside(
            "ReferenceError", "ReferenceError", ("the host object is not here any more",))
    if operation == METHOD_CALL:
        count_call(machine, name)
    try:
        value = lent.converted(call())
    except Exception as error:
        return machine.raise_host_exception(error)
    return answer(machine, value, name)


def os_call_refused(machine: Machine) -> int:
    """Refuse an operating-system call that nobody answers."""
    from ringfence.osaccess import PATH_OPERATIONS

    name, _, _ = machine.question()
    lends = "no files" if name in PATH_OPERATIONS else f"no `{name}`"
    return machine.raise_inside(
        "PermissionError", "PermissionError", (f"`{name}` is not available: the host lends {lends}",)
    )


def sleep_wanted(machine: Machine) -> float | None:
    """Seconds that the program asks to sleep, if that is what it asks; None: it is not.

    Raises
    ------
    OSError
        For a sleep longer than the host's policy allows.
    """
    access = machine.system.access if machine.system is not None else None
    operation, args, _ = machine.question()
    if operation != "sleep" or (access is not None and access.sleep == "asked"):
        return None
    seconds = float(args[0])
    if access is not None and access.sleep == "none":
        return 0.0
    most_s = access.sleep_max_s if access is not None else SLEEP_MAX_S
    if seconds > most_s:
        raise OSError(1, f"the host allows no sleep of {seconds} seconds")
    return seconds


def pass_time(machine: Machine, seconds: float) -> None:
    """Let time pass that the program waits; a cancellation ends it."""
    access = machine.system.access if machine.system is not None else None
    if access is not None and access.sleep == "none":
        return
    until = monotonic() + seconds
    while not machine.cancelled:
        left = until - monotonic()
        if left <= 0:
            return
        sleep(min(left, SLEEP_STEP_S))


def run_os_call(machine: Machine) -> int:
    """Answer an operating-system call under ``run``; how to enter next."""
    try:
        seconds = sleep_wanted(machine)
    except OSError as error:
        return machine.raise_host_exception(error, keep=False)
    if seconds is not None:
        pass_time(machine, seconds)
        return machine.answer(None)
    answered = os_answer(machine)
    return os_call_refused(machine) if answered is None else answered


