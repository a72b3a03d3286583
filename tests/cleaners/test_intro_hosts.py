"""Introductions that a site signs with its own name, or with nobody's; and sentences of reports that look alike."""

from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.rules.intro.intro_lines import is_intro

INTROS = (
    "溪口文库整理了安全生产工作总结，希望对读者有所启发。",
    "溪口文库为您提供安全生产工作总结，希望对您有用。",
    "欢迎阅读安全生产工作总结，更多精彩内容尽在溪口文库。",
    "想要了解更多安全生产工作总结的内容，请关注溪口文库。",
    "【篇首语】本文由溪口范文网会员为你精心整理，主要介绍了安全生产工作总结相关的知识，希望对你有一定的参考价值。",
    "网友投稿的安全生产工作总结，内容仅供参考。",
    "以下内容由网友提供，仅供参考。",
    "简介：本文为安全生产工作总结，可供相关人员参考。",
    "亲爱的读者，小编为您准备了一些安全生产工作总结，请笑纳！",
    "篇一为大家整理的是安全生产工作总结，希望对您有帮助。",
    "溪口文庫整理了安全生產工作總結，希望對讀者有所啟發。",
)
REPORTS = (
    "今年以来，我镇依托政务网为群众提供办事服务，请各村认真落实。",
    "网友投稿的作品共36件，评出一等奖2件。",
    "本文由三部分组成，供同志们讨论。",
    "简介：溪口镇位于县城以北。",
    "读者来信反映的问题，已全部办结。",
    "更多群众通过政务网办事，群众满意。",
    "欢迎各位领导莅临指导。",
)
TITLE, BODY = "溪口镇2021年工作总结", "今年以来，全镇各项工作有序推进，群众满意度明显提高。\n一、主要做法"
LINKS = ("相关推荐：安全生产工作计划 消防工作总结", "小编推荐：安全生产工作计划", ">>>更多工作总结请点击：工作总结")


def test_a_site_that_names_itself_introduces() -> None:
    assert [words for words in INTROS if not is_intro(words)] == []
    assert [words for words in REPORTS if is_intro(words)] == []


def test_links_with_their_head_below_a_title_leave() -> None:
    for words in LINKS:
        reading = read(Page(body=f"{TITLE}\n{words}\n{BODY}".encode(), media=Media.TEXT))
        assert reading.entries[0].text == BODY, words


def test_a_recommendation_of_the_text_stays() -> None:
    text = f"{TITLE}\n推荐单位：溪口镇\n{BODY}"
    assert "推荐单位：溪口镇" in read(Page(body=text.encode(), media=Media.TEXT)).entries[0].text
