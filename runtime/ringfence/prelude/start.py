"""First of all: how class statements work while the rest of the prelude is run, and what natives
without a body of their own fall back to."""

from _kernel import state_get, unwrapped_all


def _boot_build_class(function, name, *bases):
    namespace = {}
    function(namespace)
    return _make_class(name, bases, namespace)


def _make_fallback(native):
    def fallback(*args, **kwargs):
        if not kwargs:
            plain = unwrapped_all(args)
            if plain is not args:
                return native(*plain)
        _fail_native_arguments(native, args, kwargs or None)

    return fallback


_missing = ("no argument given",)
_HOST_MINOR = state_get(150)
