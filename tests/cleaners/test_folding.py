"""Labels of mirrors are judged in simplified characters, place for place; the stored text is never folded."""

import pytest

from cleaners.rules.folding import folded


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("發佈時間：2021-03-02 閱讀：35", "发布时间：2021-03-02 阅读：35"),
        ("轉載請註明出處，如有侵權請聯繫刪除", "转载请注明出处，如有侵权请联系删除"),
        ("預覽時標籤不可點 收錄於話題", "预览时标签不可点 收录于话题"),
        ("索引號 發文機關 有效性", "索引号 发文机关 有效性"),
        ("以下是小編為大家整理的總結，僅供參考", "以下是小编为大家整理的总结，仅供参考"),
        ("责任编辑：青禾", "责任编辑：青禾"),
        ("馬上註冊，人氣：35，騰訊微博", "马上注册，人气：35，腾讯微博"),
        ("預覽文檔經過壓縮，獲取全文", "预览文档经过压缩，获取全文"),
        ("plain ASCII: 12", "plain ASCII: 12"),
        ("", ""),
    ],
)
def test_a_line_is_folded_place_for_place(words: str, wanted: str) -> None:
    assert folded(words) == wanted
    assert len(folded(words)) == len(words)
