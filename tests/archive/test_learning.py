"""Learning a host's boilerplate: what is planted is proposed with counts; stock of reports and others' lines never."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from archive.errors import UnknownId
from archive.learning import Known, Learned, learn
from archive.recurring import Search, Source, find_lines, needed
from archive.recurring_phrases import find_phrases
from archive.stock_phrases import LENIENT, STOCK, STRICT, stock_of
from cleaners.edits import apply
from cleaners.page import HostRule
from cleaners.rules.host import fold_line, rules_of
from cleaners.rules.rule import Context
from tests.archive.desk import Desk, entry, open_desk, reading
from tests.cleaners.ordinary import ordinary
from tests.tables import table
from tests.timing import assert_quick

HOST = "docs.example"
MARK = "本文由云岭范文网整理发布，转载请注明出处"
NOTICE = ("温馨提示：", "1. 下载前请先预览全文", "2. 如有侵权请联系客服")
PHRASE = "精选优质文档-----倾情为你奉上"
Dress = Callable[[int, list[str]], list[str]]


def plain(number: int, lines: list[str]) -> list[str]:
    return lines


def tailed(number: int, lines: list[str], *tail: str) -> list[str]:
    return [*lines, *tail]


def headed(number: int, lines: list[str], *head: str) -> list[str]:
    return [*(line.replace("#", str(number * 7 + 3)) for line in head), *lines]


def inside(number: int, lines: list[str], words: str) -> list[str]:
    """Set words into a line, each time at another place."""
    at = 1 + number % (len(lines) - 2)
    cut = 1 + number * 5 % (len(lines[at]) - 1)
    return [*lines[:at], lines[at][:cut] + words + lines[at][cut:], *lines[at + 1 :]]


def marked(number: int, lines: list[str]) -> list[str]:
    return [*lines, MARK]


def texts(dress: Dress, count: int, *, first: int = 0) -> list[str]:
    return ["\n".join(dress(number, ordinary(number).text.split("\n"))) for number in range(first, first + count)]


def found(texts: Sequence[str], **known: tuple[str, ...]) -> list[tuple[str, str, int]]:
    """Give (words, place, documents) of what recurs in texts of one host."""
    sources = [Source(document=number, text=text) for number, text in enumerate(texts)]
    search = Search(names=known.get("names", ()), barred=known.get("barred", ()))
    lines = find_lines(sources, search)
    return [(one.words, one.place, one.documents) for one in (*lines, *find_phrases(sources, search, lines))]


PLANTED = [
    ("a watermark", tailed, (MARK,), MARK, "tail"),
    ("a notice of lines", tailed, NOTICE, "\n".join(NOTICE), "tail"),
    ("an intro", headed, ("以下是小编为大家整理的范文，仅供参考，欢迎阅读！",),
     "以下是小编为大家整理的范文，仅供参考，欢迎阅读！", "head"),
    ("a counter", headed, ("浏览:#次",), "浏览:{n}次", "head"),
    ("a name in brackets", tailed, ("【云岭之窗】",), "【云岭之窗】", "tail"),
    ("below signature and date", tailed, ("云岭镇人民政府", "2020年12月30日", MARK), MARK, "tail"),
    ("in traditional script", tailed, ("本文由雲嶺範文網整理發佈,轉載請註明出處",),
     "本文由雲嶺範文網整理發佈,轉載請註明出處", "tail"),
    ("a phrase amid lines", inside, (PHRASE,), PHRASE, "any"),
    ("a name amid lines", inside, ("云岭范文网",), "云岭范文网", "any"),
    ("a bare line at every end", tailed, ("云岭之窗典藏文稿",), "云岭之窗典藏文稿", "tail"),
]  # fmt: skip


@pytest.mark.parametrize(("dress", "words", "wanted", "place"), [case[1:] for case in PLANTED],
                         ids=[case[0] for case in PLANTED])  # fmt: skip
def test_what_a_site_planted_is_found(dress: Callable[..., list[str]], words: Sequence[str], wanted: str,
                                      place: str) -> None:
    made = texts(lambda number, lines: dress(number, lines, *words), 24)
    assert found(made) == [(wanted, place, 24)]
    assert found(texts(plain, 24)) == []


@pytest.mark.parametrize(("dress", "words", "wanted", "place"), [case[1:] for case in PLANTED],
                         ids=[case[0] for case in PLANTED])  # fmt: skip
def test_the_rule_takes_what_was_planted_and_nothing_else(
    dress: Callable[..., list[str]], words: Sequence[str], wanted: str, place: str
) -> None:
    shape = "block" if "\n" in wanted else "phrase" if place == "any" else "line"
    rules = (HostRule(name="r", words=wanted, shape=shape, place=place),)
    others = {"云岭镇人民政府", "2020年12月30日"}
    for number in range(24):
        lines = ordinary(number).text.split("\n")
        text, _ = apply("\n".join(dress(number, lines, *words)), rules_of(rules),
                        Context(family="generic", host_rules=rules))  # fmt: skip
        assert [line for line in text.split("\n") if line and line not in others] == lines


GENRE = (
    "各位代表：", "同志们：", "尊敬的各位领导、同事们：", "各位評委、各位來賓:", "特此报告。", "特此報告",
    "以上报告，请予审议。", "妥否，请批示。", "此致", "敬礼！", "谢谢大家！", "我的汇报完毕，谢谢大家！",
    "以上汇报，如有不当之处，敬请批评指正。", "2020年12月30日", "二〇二〇年十二月", "20XX年X月X日", "2020-12-30",
    "云岭镇人民政府", "清溪县教育局 2020年1月3日", "中共云岭镇委员会", "存在问题", "存在的主要问题", "一、基本情况",
    "（二）抓好落实", "下一步工作打算", "汇报人：某某", "附件：1.名单", "关键词：总结 计划",
    "今年以来，各项工作有序推进。", "在县委、县政府的正确领导下，我局工作取得成效。", "现将有关情况报告如下：",
    "工作总结", "年度工作计划", "为实现中华民族伟大复兴而努力奋斗！", "让我们携起手来，再上新台阶！",
    "根据上级要求，开展自查。", "第一部分 工作回顾", "一是健全机制。", "感谢各位领导的关心和支持！",
    "我们深感责任重大，使命光荣。", "群众利益无小事。", "目录", "前言",
)  # fmt: skip


@table("words", GENRE)
def test_formulae_of_the_genre_are_never_proposed(words: str) -> None:
    """Even where all texts of the only host have them, at either end, amid the text, and inside lines."""
    dresses: tuple[Dress, ...] = (
        lambda number, lines: [words, *lines], lambda number, lines: [*lines, words],
        lambda number, lines: [*lines[: 1 + number % 4], words, *lines[1 + number % 4 :]],
        lambda number, lines: inside(number, lines, words.strip("。：！")),
    )  # fmt: skip
    for dress in dresses:
        assert found(texts(dress, 30)) == []


@pytest.mark.parametrize("words", [
    "针对公众号中的留言", "由各村统一收集后上报", "本站全体职工参加", "未经允许不得离岗", "网友留言逐条回复",
    "参考资料及文献", "____年__月", "在政府网站公开栏目", "了解更多内容和要求", "小编团队采写稿件",
])  # fmt: skip
def test_words_of_reports_inside_lines_are_no_sites(words: str) -> None:
    assert found(texts(lambda number, lines: inside(number, lines, words), 30)) == []


def test_ordinary_reports_of_one_host_give_nothing() -> None:
    assert found(texts(plain, 200)) == []


@pytest.mark.parametrize(("documents", "need"), [(1, 5), (5, 5), (25, 5), (26, 6), (100, 20), (101, 20), (9999, 20)])
def test_documents_that_are_needed(documents: int, need: int) -> None:
    assert needed(documents) == need


def test_fewer_documents_than_needed_give_nothing() -> None:
    assert found([*texts(marked, 4), *texts(plain, 20, first=50)]) == []
    more = [*texts(marked, 5), *texts(plain, 20, first=50)]
    assert found(more) == [(MARK, "tail", 5)]


def test_a_series_of_one_wording_is_its_own() -> None:
    """The same neighbours everywhere, though a line talks of the page and its readers."""
    series = [f"去年我们看了网站。\n本文说的是它。\n{ordinary(1).text}\n{number}" for number in range(30)]
    assert found(series) == []


def test_what_is_all_of_a_text_is_not_proposed() -> None:
    made = texts(lambda number, lines: [*lines, MARK], 24)
    assert found([*made, MARK]) == []
    assert found([*made, f"{MARK}\n{MARK}"]) == [(MARK, "tail", 25)]


def test_what_was_rejected_is_not_proposed_nor_any_part_of_it() -> None:
    made = texts(lambda number, lines: [*lines, *NOTICE], 24)
    assert found(made, barred=tuple(fold_line(line) for line in NOTICE)) == []
    assert found(made, barred=(fold_line(NOTICE[1]),)) == [(NOTICE[0], "tail", 24)]
    phrases = texts(lambda number, lines: inside(number, lines, PHRASE), 24)
    assert found(phrases, barred=(PHRASE,)) == []


def test_the_hosts_own_name_is_a_sign() -> None:
    made = [*texts(lambda number, lines: [*lines, "愿云岭之窗常伴左右，日日有新意"], 6), *texts(plain, 6, first=50)]
    assert found(made) == []
    assert found(made, names=("云岭之窗",)) == [("愿云岭之窗常伴左右，日日有新意", "tail", 6)]


@table("name", [stock.name for stock in STOCK])
def test_every_group_of_stock_is_needed(name: str) -> None:
    assert name in {stock_of(fold_line(words)) for words in GENRE}
    assert all(stock.reason for stock in STOCK)


@pytest.mark.parametrize("words", ["。" * 50_000, "各位" * 25_000, "2" * 50_000, "www." * 12_000, "-" * 50_000])
def test_nasty_lines_are_quick(words: str) -> None:
    assert_quick(lambda: (stock_of(words[:200]), STRICT.search(words), LENIENT.search(words)), seconds=0.5, name="l")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(tmp_path)
    yield made
    made.archive.close()


def put(desk: Desk, texts: Sequence[str], *, host: str = HOST, first: int = 0) -> None:
    for number, text in enumerate(texts, first):
        desk.file(reading(entry(text), key=f"{host}:{number}", url=f"http://{host}/{number}"))


def ask(desk: Desk, **known: object) -> Learned:
    names = [HOST, f"www.{HOST}"]
    return learn(desk.archive, HOST, spellings=names, known=Known(**known))  # type: ignore[arg-type]  # of a test


def test_proposals_say_where(desk: Desk) -> None:
    put(desk, texts(marked, 4))
    assert (ask(desk).is_enough, ask(desk).proposals, ask(desk).documents) == (False, (), 4)
    put(desk, texts(marked, 4, first=4), host=f"www.{HOST}", first=4)
    learned = ask(desk)
    (one,) = learned.proposals
    assert (one.rule.words, one.rule.shape, one.rule.place, one.documents) == (MARK, "line", "tail", 8)
    public_id = desk.one("SELECT public_id FROM reports WHERE id = 1")
    assert one.examples[0] == (public_id, f"http://{HOST}/0")
    assert (len(one.examples), learned.documents, learned.elsewhere) == (3, 8, 0)
    assert one.rule.name == ask(desk).proposals[0].rule.name
    assert one.rule.name.startswith("tail-line-")


def test_copies_and_versions_of_one_report_count_once(desk: Desk) -> None:
    put(desk, texts(marked, 4))
    put(desk, texts(marked, 1) * 9, first=10)
    put(desk, texts(marked, 3), first=1)
    assert (ask(desk).documents, ask(desk).proposals) == (3, ())


def test_what_stands_on_other_hosts_too_is_stock(desk: Desk) -> None:
    put(desk, texts(marked, 8))
    put(desk, texts(marked, 1, first=40), host="other.example")
    learned = ask(desk)
    assert (learned.proposals, learned.elsewhere, learned.left_out["also on other hosts"]) == ((), 1, 1)


def test_copies_of_its_own_reports_elsewhere_prove_nothing(desk: Desk) -> None:
    put(desk, texts(marked, 8))
    put(desk, texts(marked, 8), host="mirror.example")
    assert [one.rule.words for one in ask(desk).proposals] == [MARK]


def test_a_phrase_of_other_hosts_is_stock_and_a_block_that_shares_a_line_is_not(desk: Desk) -> None:
    put(desk, texts(lambda number, lines: [*inside(number, lines, PHRASE), *NOTICE], 12))
    put(desk, texts(lambda number, lines: [*lines, NOTICE[0], "请先阅读说明"], 3, first=40), host="other.example")
    assert sorted(one.rule.words for one in ask(desk).proposals) == sorted([PHRASE, "\n".join(NOTICE)])
    put(desk, [f"转自别处{PHRASE}的文章。\n" + ordinary(60).text], host="other.example", first=50)
    assert [one.rule.words for one in ask(desk).proposals] == ["\n".join(NOTICE)]


def test_what_is_a_rule_or_was_rejected_is_not_proposed_again(desk: Desk) -> None:
    put(desk, texts(lambda number, lines: [*inside(number, lines, PHRASE), *NOTICE, MARK], 12))
    proposals = ask(desk).proposals
    assert len(proposals) == 2
    rules = tuple(one.rule for one in proposals)
    assert ask(desk, rules=rules).proposals == ()
    assert ask(desk, rejected=tuple(rule.words for rule in rules)).proposals == ()
    assert ask(desk, rules=rules[:1], rejected=(rules[1].words,)).proposals == ()


def test_a_host_that_is_not_there_is_named_with_those_that_are(desk: Desk) -> None:
    put(desk, texts(marked, 1), host="docs.other.example")
    with pytest.raises(UnknownId, match=r"no page of docs.example in .*; it has docs.other.example"):
        ask(desk)
