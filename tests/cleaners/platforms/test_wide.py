"""Words are found in a page as they stand, whatever its ASCII joins or parts."""

import pytest

from cleaners.platforms.wide import holds, wide_of


@pytest.mark.parametrize("words", ["文共", "资源ID", "会员", "】相关文章", "TRS_Editor", "共10页", "页面", ""])
@pytest.mark.parametrize(
    "text", ["", "全文共10页", "文<b>共</b>", "资源ID：3", "资源 ID", "会<br>员", "TRS_Editor", "页<p>面"]
)
def test_words_are_held_where_the_text_has_them(text: str, words: str) -> None:
    assert holds(text, words) is (words in text)


def test_what_is_wide_is_all_but_ascii() -> None:
    assert wide_of("a文 b\u00e9\n共\ud800") == "文\u00e9共"
