"""The flags of a text's condition: each with the words that raise it and the ordinary words that look alike."""

from functools import partial

import pytest

from cleaners.facts.entry import entry_facts
from cleaners.facts.injection import injected
from cleaners.facts.machine import ai_written, machine_translated
from cleaners.facts.spun import TELLTALES, spun
from cleaners.reading import Edit
from tests.tables import table
from tests.timing import assert_quick

BODY = "今年以来,我镇高度重视安全生产工作,层层压实责任,深入开展隐患排查,成效明显。\n"


def flags(text: str, edits: tuple[Edit, ...] = ()) -> list[str]:
    """Give the names of the flags but `doubled`: the texts here are one sentence over and over."""
    return [flag.name for flag in entry_facts(text, edits=edits).flags if flag.name != "doubled"]


SPUN = (
    "准那么 原那么 规那么 细那么 法那么 假设干 效劳群众 效劳意识 效劳中心 "
    "效劳水平 效劳质量 效劳平台 效劳体系 效劳大局 公共效劳 志愿效劳 优质效劳 便民效劳 "
    "医疗效劳 根底设施 根底上 根底工作 根本情况 根本知识 平安生产 平安隐患 食品平安 "
    "消防平安 开展观 可持续开展 经济社会开展 催促检查 稳固成果 缺乏之处 反响问题 老实守信 "
    "进步认识 进步素质 进步效率 仔细贯彻 仔细执行 当真贯彻 当真落实 当真学习 不时提高 "
    "不时加强 不时完善 结实树立 亲密联系群众 实在做好 实在加强 充沛发挥 片面贯彻 片面落实 "
    "鼓吹教育 步队建设 步队扶植 规章轨制 管理轨制 主题勾当 教育勾当"
)


@table("words", SPUN.split(" "))
def test_each_telltale_counts(words: str) -> None:
    others = [one for one in ("准那么", "假设干", "根底设施") if one != words][:2]
    count, found = spun(f"要{words},并{others[0]},且{others[1]}。")
    assert (count, {one.words for one in found}) == (3, {words, *others})


def test_the_list_of_telltales_is_that_of_the_cases() -> None:
    assert set(TELLTALES) == set(SPUN.split(" "))


@pytest.mark.parametrize(
    "text",
    [
        "按照准那么和原那么,准那么办。",  # two different ones
        "服务群众,基础设施,基本原则,准则,若干,督促检查,巩固成果,安全生产,消防安全",
        "那么多的工作,假设干好了,愿为人民效劳,根本制度,根本上解决,平安建设,平安责任书,科学开展工作,深入开展活动",
        "双轨制,并轨制度,当真如此,片面追求,带领班子成员,带领干部群众,催促落实,进步明显,仔细阅读,充沛的精力,老实人",
        "工程建设,奉献力量,标准化管理,局部地区,缺乏经验,反响热烈,稳固的基础,结实的身体,亲密的关系,实在的成绩",
        "",
    ],
)
def test_ordinary_words_spin_nothing(text: str) -> None:
    assert spun(text) == (0, ())


def test_a_spun_text_is_flagged_in_its_own_script() -> None:
    text = "要遵守準那麼,建設根底設施,抓好平安生產,落實責任,總結經驗,開展檢查。"
    flag = next(flag for flag in entry_facts(text).flags if flag.name == "spun")
    assert (flag.count, [one.words for one in flag.evidence]) == (3, ["準那麼", "根底設施", "平安生產"])
    assert [text[one.start or 0 :][: len(one.words)] for one in flag.evidence] == ["準那麼", "根底設施", "平安生產"]


@table(
    "text",
    [
        f"## 一、工作情况\n{BODY}### (一)主要做法\n{BODY}### (二)成效\n{BODY}",
        f"**一、工作情况**\n{BODY}**二、存在问题**\n{BODY}**三、下步打算**\n{BODY}",
        f"- **加强领导**:{BODY}- **压实责任**：{BODY}- **督查考核:**{BODY}",
        f"1. **加强领导**:{BODY}2. **压实责任**:{BODY}3、**督查考核**:{BODY}",
        f"{BODY}希望这篇工作总结能够对您有所帮助。",
        f"{BODY}希望以上内容对你有所启发!",
        f"{BODY}希望本文可以给您一些参考。",
        f"{BODY}如果您还有其他问题,请随时告诉我。",
        f"{BODY}如需要进一步修改,欢迎随时提问。",
        f"{BODY}您可以根据实际情况进行修改。",
        f"{BODY}你可以根据自己的需求调整内容。",
        f"{BODY}以上是一篇工作总结的范文。",
        f"{BODY}以上内容为一份述职报告示例。",
        f"{BODY}请根据具体情况进行适当调整。",
        f"作为一个AI语言模型,我没有经历。{BODY}",
        f"作为人工智能助手,我写一篇。{BODY}",
        f"我是一个人工智能模型。{BODY}",
        f"我无法访问互联网。我无法获取实时数据。我的资料有限。{BODY}",
        f"我不能获取最新资料。{BODY}",
        f"我无法获取实时资料。{BODY}",
        f"我不能访问互联网。{BODY}",
        f"我无法访问互联网。{BODY}",
        f"作为智能助手,我写一篇。{BODY}",
        f"作为智能写作助手,我写一篇。{BODY}",
        f"作为大型语言模型,我写一篇。{BODY}",
        f"截至我的训练数据为止。{BODY}",
        f"截至我的知识更新时。{BODY}",
        f"好的,以下是工作总结:\n{BODY}",
        f"当然可以!这是一份报告。\n{BODY}",
        f"没问题,下面写一篇。\n{BODY}",
        f"以下是一篇关于安全的工作总结:\n{BODY}",
        f"以下是为您撰写的工作总结：\n{BODY}",
        f"{BODY}汇报人:[您的姓名]\n[具体日期]",
        f"{BODY}单位:【单位名称】\n【日期】",
    ],
)
def test_what_a_chat_machine_leaves(text: str) -> None:
    assert flags(text) == ["ai_written"]


@table(
    "text",
    [
        f"首先,{BODY}其次,{BODY}再次,{BODY}最后,{BODY}总之,{BODY}",
        f"## 一、工作情况\n{BODY}",
        f"**市**县**局\n{BODY}**局**同志\n{BODY}**镇**村\n{BODY}",
        f"**校委会**,{BODY}**局**、{BODY}**县**,{BODY}",
        f"希望这篇工作总结能够对您有所帮助。{BODY * 10}",
        f"{BODY}希望大家继续努力。",
        f"{BODY}希望各级各部门抓好落实,能够有所帮助。",
        f"{BODY}以上是一年来的工作总结。",
        f"{BODY}请各单位根据实际情况制定方案。",
        f"我局作为人工智能产业主管部门,抓好落实。{BODY}",
        f"好的做法要坚持。以下是做法。{BODY}",
        f"当然,成绩属于过去。{BODY}",
        f"以下是一年来的工作。{BODY}",
        f"{BODY}【日期】",
        f"【一】{BODY}[2019]12号{BODY}",
    ],
)
def test_how_people_write_too(text: str) -> None:
    assert flags(text) == []


def test_a_closing_phrase_that_a_rule_took_counts() -> None:
    taken = (Edit(rule="tail", start=40, taken="希望这篇工作总结能够对您有所帮助。"),)
    flag = entry_facts(BODY, edits=taken).flags[0]
    assert (flag.name, flag.evidence[0].start) == ("ai_written", None)
    assert flags(BODY, (Edit(rule="tail", start=40, taken="本文来源于网络,如有侵权请联系删除。"),)) == []


@table(
    ("words", "found"),
    [
        ("新葡京娱乐工作", "新葡京娱乐"),
        ("澳门威尼斯人棋牌工作", "澳门威尼斯人棋牌"),
        ("太阳城彩票工作", "太阳城彩票"),
        ("澳门金沙娱乐工作", "澳门金沙娱乐"),
        ("亚博体育app工作", "亚博体育app"),
        ("万博体育官网工作", "万博体育官"),
        ("皇冠现金网工作", "皇冠现金网"),
        ("永利真人工作", "永利真人"),
        ("凯发投注工作", "凯发投注"),
        ("博狗线上工作", "博狗线上"),
        ("新葡京赌场工作", "新葡京赌场"),
        ("新葡京工作", "新葡京"),
        ("澳门赌场工作", "澳门赌场"),
        ("bet365工作", "bet365"),
        ("betway工作", "betway"),
        ("manbetx工作", "manbetx"),
        ("pk10开奖工作", "pk10开奖"),
        ("PK10开奖工作", "PK10开奖"),
        ("北京赛车pk工作", "北京赛车pk"),
        ("时时彩平台工作", "时时彩平台"),
        ("真人百家乐工作", "真人百家乐"),
        ("百家乐平台工作", "百家乐平台"),
        ("博彩网站工作", "博彩网站"),
        ("棋牌官网工作", "棋牌官网"),
        ("彩票官网工作", "彩票官网"),
        ("娱乐城注册工作", "娱乐城注册"),
        ("体育投注大发体育投注", "大发体育投注"),
    ],
)
def test_betting_brands(words: str, found: str) -> None:
    flag = next(iter(entry_facts(f"认真做好{words}的总结。").flags))
    assert (flag.name, flag.count, flag.evidence[0].words) == ("injected", 1, found)


@table(
    "text",
    [
        "检查娱乐场所和彩票站点",
        "体育彩票公益金,福利彩票",
        "开展休闲娱乐活动,建设体育馆、体育中心",
        "金沙娱乐广场开业,永利娱乐场所检查",
        "打击网上赌场,查处新葡京娱乐等网站",
        "查处真人百家乐网络赌博案",
        "开设赌场案:澳门金沙娱乐",
        "聚赌窝点:新葡京娱乐",
        "涉赌网站bet365",
        "禁赌宣传:bet365",
        "参赌人员玩百家乐平台",
        "赌资来自百家乐平台",
        "金沙县、永利村、皇冠小区",
        "真人真事,线上线下结合,棋牌室",
        "alphabet",
        "大发体育精神",
        "",
    ],
)
def test_ordinary_words_inject_nothing(text: str) -> None:
    assert injected(text) == (0, ())


@table(
    "head",
    [
        "国产精品,无码在线",
        "久久久,一区二区",
        "国产欧美久久,无码",
        "av在线,免费人成",
        "成人视频,黄片",
        "成人电影,性爱",
        "国产精品,av在线",
        "一区二区,av在线",
        "无码,av在线",
        "久久久,av在线",
        "成人视频,av在线",
        "黄片,av在线",
        "性爱,av在线",
    ],
)
def test_smut_on_top(head: str) -> None:
    assert injected(f"{head}\n{BODY}")[0] == 2
    assert injected(f"{BODY * 10}{head}") == (0, ())


@pytest.mark.parametrize("head", ["国产汽车,成人教育", "无码头作业", "久久为功", "成人高考,国产设备", "一区二区三区"])
def test_ordinary_heads(head: str) -> None:
    assert injected(f"{head}\n{BODY}") == (0, ())


@pytest.mark.parametrize(
    "name",
    [
        "公务员之家版权所有",
        "学习啦在线学习网",
        "当前隐藏内容免费查看",
        "第一范文网",
        "免费范文网",
        "文秘资源网",
        "中国文秘网",
    ],
)
def test_site_names_in_the_midst_of_a_sentence(name: str) -> None:
    (flag,) = entry_facts(f"认真抓好{name}安全工作。").flags
    assert [one.words for one in flag.evidence] == [name]
    assert injected(f"抓好工作。{name}\n") == (0, ())


@pytest.mark.parametrize("before", ["来源", "转载", "摘自", "来自", "源于", "选自", "登录", "访问", "出处", "关注"])
def test_a_site_named_as_a_source(before: str) -> None:
    assert injected(f"本文{before}第一范文网的文章。") == (0, ())


JAPANESE = "今年に入ってから、わが町は安全生産を重視し、責任を明確にして、調査を行いました。"
ENGLISH = "Since the beginning of this year the town has paid great attention to safety and said who has to do it. "


def test_texts_that_go_on_in_another_language() -> None:
    assert flags(BODY + JAPANESE * 4) == ["machine_translated"]
    count, found = machine_translated(BODY + JAPANESE * 4)
    assert (count, found[0].words[:6]) == (76, "に入ってから")
    assert flags(BODY + ENGLISH * 8) == ["machine_translated"]
    assert machine_translated(BODY + ENGLISH * 8)[1][0].words == "Since the beginning of this ye"


@pytest.mark.parametrize(
    "text",
    [
        BODY + JAPANESE,
        BODY * 40 + JAPANESE * 3,
        "产品名为の家,を字,に字。" + BODY,
        BODY + ENGLISH,
        BODY * 60 + ENGLISH * 8,
        ENGLISH * 20,
        BODY + "WiFi、APP、GDP、PPP、e-mail。" * 8,
        BODY + "see " * 200,
        "",
    ],
)
def test_quotations_in_another_language(text: str) -> None:
    expected = ["machine_translated"] if text.count("see ") > 100 else []
    assert [name for name in flags(text) if name == "machine_translated"] == expected


def test_a_long_text_without_marks() -> None:
    bare = "今年以来我镇高度重视安全生产工作层层压实责任" * 20
    flag = entry_facts(bare).flags[0]
    assert (flag.name, flag.count, flag.evidence[0].start) == ("no_punctuation", 0, 0)
    assert flags(bare[:290]) == []
    assert "no_punctuation" not in flags(bare + "," * 5)
    assert "no_punctuation" in flags(bare + "," * 3)


@pytest.mark.parametrize("mark", "，,。.、；;：:")
def test_every_mark_counts(mark: str) -> None:
    assert "no_punctuation" not in flags(("今年以来我镇重视生产" * 3 + mark) * 12)


def test_damage_and_taboo_are_flags_too() -> None:
    found = {flag.name: flag for flag in entry_facts("教育*员,各乡镇乡镇都要抓好落实,做出成效。").flags}
    assert {name: flag.count for name, flag in found.items()} == {"doubled": 1, "censored": 1}
    assert [(one.words, one.start) for one in found["censored"].evidence] == [("*员", 2)]


def test_nasty_texts_are_quick() -> None:
    for nasty in ("**a" * 6_000, "## " * 6_000, "[日期]" * 4_000, "a b " * 6_000, "娱乐" * 9_000, "の" * 20_000):
        for look in (ai_written, machine_translated, injected, spun):
            assert_quick(partial(look, nasty), seconds=0.5, name=f"{look.__name__} {nasty[:9]}")
