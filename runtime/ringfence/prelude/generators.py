"""Methods of generators, coroutines and async generators around the kernels that switch frames."""

from _kernel import (
    generator_close_with,
    generator_raise_in,
    generator_resume,
    generator_state,
    instance_of,
    is_yielded,
    make_property,
    yielded_value,
)

_FLAG_FINISHED, _FLAG_RUNNING, _FLAG_STARTED = 1, 2, 4


def _thrown(kind, value, traceback):
    """The exception that ``throw(type, value, traceback)`` means."""
    if isinstance(kind, type) and issubclass(kind, BaseException):
        if value is None:
            exception = kind()
        elif isinstance(value, kind):
            exception = value
        elif isinstance(value, tuple):
            exception = kind(*value)
        else:
            exception = kind(value)
        if not isinstance(exception, BaseException):
            raise TypeError(
                f"calling {kind!r} should have returned an instance of BaseException, "
                f"not {type(exception)!r}")
    elif isinstance(kind, BaseException):
        if value is not None:
            raise TypeError("instance exception may not have a separate value")
        exception = kind
    else:
        raise TypeError(
            "exceptions must be classes or instances deriving from BaseException, "
            f"not {type(kind).__name__}")
    if traceback is not None:
        exception.__traceback__ = traceback
    return exception


def _throw(target, kind, value, traceback):
    """Raise inside a suspended frame; what it delegates to gets the exception first."""
    return generator_raise_in(target, _thrown(kind, value, traceback))


class generator:
    """A suspended function that yields."""

    @member("generator.__name__")
    def __name__(self, /): ...

    @member("generator.__qualname__")
    def __qualname__(self, /): ...

    def __repr__(self, /):
        return f"<generator object {self.__qualname__} at 0x{id(self):012x}>"

    @member("generator.gi_code")
    def gi_code(self, /): ...

    @make_property
    def gi_frame(self, /):
        if generator_state(self) & _FLAG_FINISHED:
            return None
        return _frame_at(self.gi_code, self.gi_code.co_firstlineno)

    @member("generator.gi_running")
    def gi_running(self, /): ...

    @member("generator.gi_suspended")
    def gi_suspended(self, /): ...

    @member("generator.gi_yieldfrom")
    def gi_yieldfrom(self, /): ...

    @native("iter")
    def __iter__(self, /):
        return self

    @native
    def __next__(self, /): ...

    @native
    def send(self, arg, /): ...

    @native
    def throw(self, typ, val=None, tb=None, /):
        return _throw(self, typ, val, tb)

    @native
    def close(self, /):
        return generator_close_with(self, GeneratorExit())


class coroutine:
    """A suspended async function."""

    @member("generator.__name__")
    def __name__(self, /): ...

    @member("generator.__qualname__")
    def __qualname__(self, /): ...

    def __repr__(self, /):
        return f"<coroutine object {self.__qualname__} at 0x{id(self):012x}>"

    @member("generator.gi_code")
    def cr_code(self, /): ...

    @make_property
    def cr_frame(self, /):
        if generator_state(self) & _FLAG_FINISHED:
            return None
        return _frame_at(self.cr_code, self.cr_code.co_firstlineno)

    @member("generator.gi_running")
    def cr_running(self, /): ...

    @member("generator.gi_suspended")
    def cr_suspended(self, /): ...

    @member("generator.gi_yieldfrom")
    def cr_await(self, /): ...

    @native
    def send(self, arg, /): ...

    @native
    def throw(self, typ, val=None, tb=None, /):
        if generator_state(self) & _FLAG_FINISHED:
            raise RuntimeError("cannot reuse already awaited coroutine")
        return _throw(self, typ, val, tb)

    @native
    def close(self, /):
        return generator_close_with(self, GeneratorExit())

    @native
    def __await__(self, /):
        made = instance_of(coroutine_wrapper)
        made._coroutine = self
        return made


class coroutine_wrapper:
    """What ``coroutine.__await__()`` gives."""

    __slots__ = ("_coroutine",)

    def __iter__(self, /):
        return self

    def __next__(self, /):
        return generator_resume(self._coroutine, None)

    def send(self, arg, /):
        return generator_resume(self._coroutine, arg)

    def throw(self, typ, val=None, tb=None, /):
        return self._coroutine.throw(typ, val, tb)

    def close(self, /):
        return generator_close_with(self._coroutine, GeneratorExit())


class async_generator:
    """A suspended async function that yields."""

    @member("generator.__name__")
    def __name__(self, /): ...

    @member("generator.__qualname__")
    def __qualname__(self, /): ...

    def __repr__(self, /):
        return f"<async_generator object {self.__qualname__} at 0x{id(self):012x}>"

    @member("generator.gi_code")
    def ag_code(self, /): ...

    @member("generator.gi_running")
    def ag_running(self, /): ...

    @member("generator.gi_suspended")
    def ag_suspended(self, /): ...

    @member("generator.gi_yieldfrom")
    def ag_await(self, /): ...

    @native
    def __aiter__(self, /):
        return self

    @native
    def __anext__(self, /):
        return _async_step(self, None, None, False)

    @native
    def asend(self, value, /):
        return _async_step(self, value, None, False)

    @native
    def athrow(self, typ, val=None, tb=None, /):
        return _async_step(self, None, _thrown(typ, val, tb), False)

    @native
    def aclose(self, /):
        return _async_step(self, None, GeneratorExit(), True)


def _async_step(source, value, exception, closing):
    made = instance_of(async_generator_asend)
    made._source = source
    made._value = value
    made._exception = exception
    made._closing = closing
    made._state = 0
    return made


class async_generator_asend:
    """The awaitable of one step of an async generator. State: 0 new, 1 running, 2 done."""

    __slots__ = ("_source", "_value", "_exception", "_closing", "_state")

    def __await__(self, /):
        return self

    def __iter__(self, /):
        return self

    def __next__(self, /):
        return self.send(None)

    def send(self, arg, /):
        state = self._state
        if state == 2:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        source = self._source
        flags = generator_state(source)
        exception = None
        if state == 0:
            if flags & _FLAG_RUNNING:
                raise RuntimeError("anext(): asynchronous generator is already running")
            exception = self._exception
            if self._closing and not flags & _FLAG_STARTED:
                generator_close_with(source, exception)
                flags = _FLAG_FINISHED
            if exception is not None and flags & _FLAG_FINISHED:
                self._state = 2
                raise StopIteration
            if arg is None:
                arg = self._value
            self._state = 1
        try:
            if exception is not None:
                result = generator_raise_in(source, exception)
            else:
                result = generator_resume(source, arg)
        except (StopAsyncIteration, GeneratorExit):
            self._state = 2
            if self._closing:
                raise StopIteration from None
            raise
        except BaseException:
            self._state = 2
            raise
        return self._finish(result)

    def _finish(self, result):
        if is_yielded(result):
            self._state = 2
            if self._closing:
                raise RuntimeError("async generator ignored GeneratorExit")
            raise StopIteration(yielded_value(result, None))
        return result

    def throw(self, typ, val=None, tb=None, /):
        if self._state == 2:
            raise RuntimeError("cannot reuse already awaited __anext__()/asend()")
        self._state = 1
        try:
            result = generator_raise_in(self._source, _thrown(typ, val, tb))
        except (StopAsyncIteration, GeneratorExit):
            self._state = 2
            if self._closing:
                raise StopIteration from None
            raise
        except BaseException:
            self._state = 2
            raise
        return self._finish(result)

    def close(self, /):
        self._state = 2
