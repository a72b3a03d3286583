"""Words of templates that stand where a value was to stand."""

import pytest

from cleaners.rules.head.odd_labels import is_unfilled


@pytest.mark.parametrize("value", ["db:来源", "[db:作者]", "{{author}}", "null", "undefined", "标签:来源"])
def test_a_templates_own_word_is_no_value(value: str) -> None:
    assert is_unfilled(value)


@pytest.mark.parametrize("value", ["", "溪口日报", "data中心", "cms之家", "某某网", "dbq", "Nanjing"])
def test_a_name_is_a_value(value: str) -> None:
    assert not is_unfilled(value)
