"""builtins: what every program sees without an import."""

from _kernel import state_get


def _start(namespace):
    state_builtins = 141  # STATE_BUILTINS; names of this file would be seen in the module
    for name, value in state_get(state_builtins).items():
        if name[0] not in "_<" or name in ("__build_class__", "__debug__", "__import__"):
            namespace[name] = value
