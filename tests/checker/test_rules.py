"""The table of rules: each finds its wrong example and passes its right one."""

from pathlib import Path

import pytest

from ringfence_checker.rule_pages import page
from ringfence_checker.rules import LEVELS, RULES

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("rule", [r for r in RULES.values() if r.wrong], ids=lambda r: r.code)
def test_the_wrong_example_is_found_at_its_level(find, rule):
    found = [d for d in find(rule.wrong, rule.stubs or None) if d.rule == rule.code]
    assert found
    assert found[0].severity == rule.level


@pytest.mark.parametrize("rule", [r for r in RULES.values() if r.right], ids=lambda r: r.code)
def test_the_right_example_gives_nothing(find, rule):
    assert find(rule.right, rule.stubs or None) == []


def test_levels_and_sources_are_known():
    for rule in RULES.values():
        assert rule.level in LEVELS
        assert rule.source in ("mypy", "ringfence")


def test_rules_of_ours_say_why():
    assert all(rule.why for rule in RULES.values() if rule.source == "ringfence")


def test_codes_of_mypy_exist():
    from mypy import errorcodes

    assert {r.code for r in RULES.values() if r.source == "mypy"} <= set(errorcodes.error_codes)


def test_the_page_is_made_from_the_table():
    made = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert made == page(), "python -m ringfence_checker.rule_pages > docs/rules.md"
