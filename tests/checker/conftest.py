"""One warm checker a process, for every test that needs no settings of its own."""

from collections.abc import Iterator

import pytest

from ringfence_checker import Checker


@pytest.fixture(scope="session")
def checker() -> Iterator[Checker]:
    with Checker(timeout_s=120) as one:  # one test imports every module, beside other tests
        yield one


@pytest.fixture(scope="session")
def find(checker: Checker):
    """Check a text with stubs: its diagnostics."""

    def find(code: str, stubs: object = None, **options: object) -> list:
        checker.set_stubs(stubs)
        return checker.check(code, **options)

    return find
