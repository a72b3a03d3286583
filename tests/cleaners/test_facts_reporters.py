"""Who reports and for whom, by the text's own first and last words; and words there that name nobody."""

import pytest

from cleaners.facts.reporters import names_reporters, with_reporters
from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.reading import Facts
from tests.tables import table
from tests.timing import assert_quick

BODY = "近日，溪口镇召开秋季防火工作会议，对各村巡护作了部署。"
NAMED = [
    (f"本报讯（记者青禾）{BODY}", {"author": "青禾"}),
    (f"本报讯(王溪岚 李青禾) {BODY}", {"author": "王溪岚 李青禾"}),
    (f"溪口新闻网讯(记者王溪)为做好防火，{BODY}", {"author": "王溪", "source": "溪口新闻网"}),
    (f"溪口林业网讯 通讯员 王大溪 报道 {BODY}", {"author": "王大溪", "source": "溪口林业网"}),
    (f"溪口日报石榴11月20日讯（王青禾）{BODY}", {"author": "王青禾", "source": "溪口日报"}),
    (f"新华社石榴7月5日电 {BODY}", {"source": "新华社"}),
    (f"新華社石榴7月5日電（記者青禾）{BODY}", {"author": "青禾", "source": "新華社"}),
    (f"本报讯 记者王溪报道：{BODY}", {"author": "王溪"}),
    (f"通讯员：王小溪、李青禾　{BODY}", {"author": "王小溪、李青禾"}),
    (f"（记者 青禾 通讯员 王溪 石榴）{BODY}", {"author": "青禾", "contributor": "王溪 石榴"}),
    (f"编者按：防火无小事。\n本报讯（记者 青 禾）{BODY}", {"author": "青 禾"}),
    (f"{BODY}（通讯员 王溪 李青禾）", {"author": "王溪 李青禾"}),
    (f"{BODY}\n（溪口日报记者 青禾 通讯员 王溪）", {"author": "青禾", "contributor": "王溪"}),
    (f"{BODY}（王溪岚）", {"author": "王溪岚"}),
    (f"{BODY}（王 溪）", {"author": "王 溪"}),
    (f"{BODY} 记者 青禾 通讯员 王溪", {"author": "青禾", "contributor": "王溪"}),
    (f"{BODY}（记者 青禾 文/图）", {"author": "青禾"}),
    (f"会上说：“防火是大事！”（记者 青禾）\n{BODY}", {}),
    (f"{BODY}（完）", {}),
    (f"{BODY}（方案）", {}),
    (f"{BODY}（王溪岚 摄）", {}),
    (f"{BODY}（记者站供图）", {}),
    (f"{BODY}（溪口镇人民政府）", {}),
    (f"{BODY}（记者发现三处隐患，已经整改）", {}),
    (f"{BODY}（周一至周五）", {}),
    (f"{BODY}（王某）", {}),
    (f"本报讯 {BODY}", {}),
    (f"记者王溪走进溪口镇，看到各村的巡护员都在岗。{BODY}", {}),
    (f"据溪口新闻网消息，{BODY}", {}),
    (f"全网讯息畅通（记者站负责）。{BODY}", {}),
    (f"{BODY}通讯员队伍由十二人组成", {}),
    (f"{BODY}（王岚）", {"author": "王岚"}),
    (f"{BODY}（高志刚）", {"author": "高志刚"}),
    (f"{BODY}(学工处:王倩)", {"author": "王倩"}),
    (f"{BODY}（记者 王溪岚整理）", {"author": "王溪岚"}),
    (f"{BODY}\n（溪口日报·石榴周刊记者 王溪）", {"author": "王溪"}),
    (f"{BODY}（溪口晚报·石榴客户端 王溪岚 通讯员 李青）", {"author": "王溪岚", "contributor": "李青"}),
    (f"{BODY}（溪口广播电视台记者王溪 通讯员李青禾", {"author": "王溪", "contributor": "李青禾"}),
    (f"{BODY}\n（撰稿人：王溪岚）\n附相关链接：\n溪口晚报", {"author": "王溪岚"}),
    (f"{BODY}溪口县石榴镇王溪岚", {"author": "王溪岚"}),
    (f"溪口日报有人说：“这比什么都强！”王小溪\n{BODY}", {}),
    (f"{BODY}“这比什么都强！”王小溪", {"author": "王小溪"}),
    (f"{BODY}\n王溪岚摄影报道", {"author": "王溪岚"}),
    (f"{BODY}\n（记者 王溪 摄）", {"author": "王溪"}),
    (f"{BODY * 12}\n（记者 王溪 摄）", {}),
    (f"{BODY}（溪口晚报）", {"source": "溪口晚报"}),
    (f"{BODY}\n（来源：石榴日报）\n上一页 下一页", {"source": "石榴日报"}),
    (f"溪口网消息 王溪岚报道：{BODY}", {"author": "王溪岚", "source": "溪口网"}),
    (f"（转自溪口交通网）（王溪岚）{BODY}", {"author": "王溪岚", "source": "溪口交通网"}),
    (f"H记者 王溪岚\n{BODY}", {"author": "王溪岚"}),
    (f"记者 王 溪 文/图\n{BODY}", {"author": "王 溪"}),
    (f"|\n|\n|\n|\n|\n溪口网石榴11月8日电（记者王溪）{BODY}", {"author": "王溪", "source": "溪口网"}),
    (f"【記者王溪岚/石榴報導】{BODY}", {"author": "王溪岚"}),
    (f"（石榴傳媒溪口新聞）【記者王溪岚/石榴報導】{BODY}", {"author": "王溪岚"}),
    (f"〔溪聲傳媒/記者王溪岚報導〕{BODY}", {"author": "王溪岚"}),
    (f"【溪聲時報 王溪岚/石榴報導】{BODY}", {"author": "王溪岚"}),
    (f"【溪聲2019年3月6日訊】（溪聲記者王溪岚石榴報導）{BODY}", {"author": "王溪岚"}),
    (f"【本報9月2日報導】(通訊社記者王溪岚石榴二日電){BODY}", {"author": "王溪岚"}),
    (f"2025/11/03 12:34 記者王溪岚／石榴報導\n{BODY}", {"author": "王溪岚"}),
    (f"更新於 2020年09月05日06:15 • 發布於 2020年09月05日06:15 • 記者王溪岚/石榴報導\n{BODY}", {"author": "王溪岚"}),
    (f"王溪岚 石榴縣 報導\n{BODY}", {"author": "王溪岚"}),
    (f"記者欧阳溪岚石榴報導\n{BODY}", {"author": "欧阳溪岚"}),
    (f"即時新聞／綜合報導\n{BODY}", {}),
    (f"（記者會報導）{BODY}", {}),
    (f"【報導】{BODY}", {}),
    (f"{BODY}\n(作者:王溪岚 溪口作协会员、中学教师)", {"author": "王溪岚"}),
    (f"{BODY}\n(作者:单位 溪口作协会员、中学教师)", {}),
    (f"{BODY} 作者:王溪岚 来源:《石榴日报》 |", {"author": "王溪岚", "source": "石榴日报"}),
    (f"{BODY}选稿:王溪来源:石榴日报作者:李小青", {"author": "李小青", "source": "石榴日报"}),
    (f"{BODY}\n供稿:溪口记者站\n文字:王溪岚 李青禾\n漫画:陈石", {"author": "王溪岚 李青禾"}),
    (f"{BODY}\n新聞來源:石榴新聞\n關鍵字\n石榴", {"source": "石榴新聞"}),
    (f"{BODY}（来源：溪口镇党政办 王溪岚 李青禾）", {"author": "王溪岚 李青禾", "source": "溪口镇党政办"}),
    (f"石榴月报\n来源:溪口研究院 作者:王溪岚\n{BODY}", {"author": "王溪岚", "source": "溪口研究院"}),
    (f"{BODY}\n作者：王溪岚\n{BODY}", {}),
    (f"{BODY}\n来源：县统计局 作者：王溪岚", {}),
    (f"{BODY}\n记者：好的", {}),
    (f"{BODY}\n记者：王溪，您怎么看？", {}),
    (f"{BODY}\n文：石榴", {}),
    (f"{BODY}（高峰）", {}),
    (f"{BODY}（高新区）", {}),
    (f"{BODY}（方案）", {}),
    (f"{BODY}（办公室:值班电话）", {}),
    (f"{BODY}（来源：市统计局）", {}),
    (f"{BODY}（来源：县统计年鉴）", {}),
    (f"{BODY}（严格执行）", {}),
    (f"{BODY}谢谢大家", {}),
    (f"{BODY}谢谢您", {}),
    (f"{BODY}（某县融媒体中心 综合整理）", {}),
]  # fmt: skip
SILENT = Facts()


@table(("text", "told"), NAMED)
def test_a_text_names_its_reporters(text: str, told: dict[str, str]) -> None:
    found = with_reporters(SILENT, text)
    names = ("author", "contributor", "source")
    assert {name: getattr(found, name) for name in names if getattr(found, name) is not None} == told
    assert dict(found.where) == dict.fromkeys(told, "text: dateline")


def test_what_the_page_names_goes_before() -> None:
    stated = Facts(author="石榴", source="青禾台")
    assert with_reporters(stated, f"溪口新闻网讯（记者王溪）{BODY}") == stated
    assert with_reporters(Facts(author="石榴"), f"溪口新闻网讯（记者王溪 通讯员青禾）{BODY}") == Facts(
        author="石榴", source="溪口新闻网", where=(("source", "text: dateline"),)
    )


def test_who_handed_a_text_in_wrote_it_where_nobody_else_did() -> None:
    for name, label, author in (
        ("青禾", "通讯员", "青禾"),
        ("王溪岚", "供稿", "王溪岚"),
        ("党政办", "供稿", None),
        ("宣教股", "供稿", None),
    ):
        facts = Facts(contributor=name, where=(("contributor", f"foot: {label}"),))
        assert with_reporters(facts, BODY).author == author
        assert with_reporters(Facts(author="石榴", contributor=name), BODY).author == "石榴"


def test_who_reports_is_no_title() -> None:
    for line in ("H记者 王溪岚", "【溪聲時報 王溪岚/石榴報導】"):
        found = read(Page(body=f"{line}\n{BODY * 3}\n{BODY}".encode(), media=Media.TEXT))
        assert (found.facts.author, found.entries[0].title) == ("王溪岚", None)
    assert not names_reporters("记者站2021年工作总结")
    assert not names_reporters("【图片新闻】石榴熟了")


def test_a_button_in_an_authors_place_is_none() -> None:
    head = "溪口镇部署秋季防火工作\n刊发日期：2022-06-08 阅读次数： 作者：  语音阅读：\n"
    found = read(Page(body=f"{head}{BODY * 3}\n{BODY}（王 溪）".encode(), media=Media.TEXT))
    assert found.facts.author == "王 溪"


@pytest.mark.parametrize("media", [Media.TEXT, Media.HTML])
def test_the_words_stay_in_the_text(media: Media) -> None:
    text = f"溪口新闻网讯（记者王溪）{BODY * 4}"
    page = f"溪口镇部署秋季防火工作\n发布时间：2021-09-03\n{text}\n{BODY}"
    marked = "<title>溪口镇部署秋季防火工作</title><h1>溪口镇部署秋季防火工作</h1><p>" + f"{text}</p><p>{BODY}</p>"
    found = read(Page(body=(page if media is Media.TEXT else marked).encode(), media=media))
    assert (found.facts.author, found.facts.source) == ("王溪", "溪口新闻网")
    assert text in found.entries[0].text


@pytest.mark.parametrize("nasty", ["记者 " * 9_999, "（王溪" * 30_000, "网讯" * 50_000, "　" * 99_000, "。（" * 40_000])
def test_nasty_texts_are_quick(nasty: str) -> None:
    assert_quick(lambda: with_reporters(SILENT, nasty), seconds=0.2)
