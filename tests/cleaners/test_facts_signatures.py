"""The day and the office that a text is signed by, and lines like them that sign nothing."""

import pytest

from cleaners.facts.signatures import with_signature
from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Facts
from tests.tables import table
from tests.timing import assert_quick

BODY = "近日，溪口镇召开秋季防火工作会议，对各村巡护作了部署。\n会议要求各村排好值班。"
LAW = "溪口县听证办法\n第一章　总则\n第一条　为了规范听证。\n第二条　听证公开。\n第三条　当事人可以发言。"
SIGNED = [
    (f"{BODY}\n溪口镇人民政府\n2019年3月4日", ("溪口镇人民政府", "2019-03-04")),
    (f"{BODY}\n　　石榴物业客服部\n　　2019-3-4", ("石榴物业客服部", "2019-03-04")),
    (f"{BODY}\n溪口縣養蜂協會\n民國108年3月4日", ("溪口縣養蜂協會", "2019-03-04")),
    (f"{BODY}\n溪口县政府办公室\n二〇一九年三月十四日\n{LAW}", ("溪口县政府办公室", "2019-03-14")),
    (f"{BODY}\n二○○三年九月二十八日（星期日）\n寄给朋友", (None, "2003-09-28")),
    (f"{BODY}\n二 ○ ○ 三 年 九 月 八 日 ( 星 期 一 )\n回上页", (None, "2003-09-08")),
    (f"{BODY}\n附件：作息时间表\n2022年9月26日\n附件\n作息时间表\n上午\n第一节\n第二节", (None, "2022-09-26")),
    (f"【溪聲2019年03月06日訊】{BODY}", (None, "2019-03-06")),
    (f"{BODY}\n2019年3月4日", (None, "2019-03-04")),
    (f"2019年3月4日\n{BODY}", (None, None)),
    (f"{BODY}\n2011-04-17\n讲得真好。\n我坐在后排。\n又听了一遍。\n补记几条。", (None, None)),
    (f"{BODY}\n某某有限公司\n2019年3月4日", (None, "2019-03-04")),
    (f"{BODY}\nXX县人民政府\n2019年3月4日", (None, "2019-03-04")),
    (f"{BODY}\n会议由镇党委委员王溪主持，各村负责人参加。\n2019年3月4日", (None, "2019-03-04")),
    (f"{BODY}\n溪口镇人民政府\n2019年3月", (None, None)),
    (f"{BODY}\n溪口镇人民政府\n2019年13月4日", ("溪口镇人民政府", None)),
    (f"{BODY}\n主送：县政府办公室\n抄送：县农业局", (None, None)),
    (f"【溪聲3月6日訊】{BODY}", (None, None)),
    (f"2019年3月4日，{BODY}", (None, None)),
]  # fmt: skip


@table(("text", "signed"), SIGNED)
def test_a_text_is_signed(text: str, signed: tuple[str | None, str | None]) -> None:
    found = with_signature(Facts(), text)
    assert (found.author, next((date.at for date in found.dates), None)) == signed
    assert found.published_at is None  # each copy bears that day: a mirror would be the first to have published
    assert [date.kind for date in found.dates] == ["written"] * (signed[1] is not None)


def test_what_the_page_states_goes_before() -> None:
    stated = Facts(author="石榴", published_at="2020-01-02")
    signed = f"{BODY}\n溪口镇人民政府\n2019年3月4日"
    assert with_signature(stated, signed) == stated
    assert with_signature(Facts(issuer="石榴县"), signed).author is None


@pytest.mark.parametrize("media", [Media.TEXT, Media.HTML])
def test_the_words_stay_in_the_text(media: Media) -> None:
    lines = ["关于秋季防火的通知", *([BODY.replace("\n", "")] * 4), "溪口镇人民政府", "2019年3月4日"]
    marked = f"<title>{lines[0]}</title><h1>{lines[0]}</h1>" + "".join(f"<p>{line}</p>" for line in lines[1:])
    found = read(Page(body=("\n".join(lines) if media is Media.TEXT else marked).encode(), media=media))
    assert (found.facts.author, found.facts.published_at) == ("溪口镇人民政府", None)
    assert [(date.kind, date.at) for date in found.facts.dates] == [("written", "2019-03-04")]
    assert found.entries[0].text.endswith("溪口镇人民政府\n2019年3月4日")


@pytest.mark.parametrize("nasty", ["2019年3月4日\n" * 9_999, "（）" * 50_000, "政府\n" * 50_000, "2019" * 40_000])
def test_nasty_texts_are_quick(nasty: str) -> None:
    assert_quick(lambda: with_signature(Facts(), nasty), seconds=0.2)
