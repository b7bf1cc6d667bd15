"""The pre-flight checker. Not built yet; the runtime does not need it."""
