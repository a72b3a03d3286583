"""Titles that no line end parts from their text: where they end, and sentences that only begin like one."""

import pytest

from cleaners.rules.title.glued_titles import glued_end, is_glued, named_end

REST = "各项任务按时间节点推进，取得了新的成绩。"
GLUED = (
    "2021年街道关心下一代工作总结文稿|2021年街道工委认真学习重要指示，",
    "街道统战工作情况汇报材料范文稿|近年来，街道统战工作在区委领导下，",
    "校工会工作报告16篇| 过去的一年里，学校工会在上级领导下，",
    "縣委書記在全縣防汛抗旱工作會議上的講話|同志們：今天召開會議，",
    "某镇消防工作总结及2022年工作计划|在镇党委的坚强领导下，我镇",
    "卫生院医疗质量整改方案|为认真落实上级要求，切实提高质量，",
    "党支部书记述职报告范文|根据安排，现将履职情况报告如下：",
    "支部书记在主题党课上的讲话稿|各位党员同志们：大家好。",
    "某县水利局2020年防汛工作汇报材料|我局在县委领导下，",
    "关于村级集体经济发展的调研报告|随着农村改革的深入，",
    "学习党史心得体会(三)|通过学习党史，我深刻认识到，",
    "共青团團委工作總結範文|時光荏苒，一年的工作結束了，",
    "某中学德育工作实施方案|2022学年德育工作以立德树人为主线，",
    "全镇信访维稳工作的几点建议|尊敬的领导：您好。",
    "关于做好秸秆禁烧工作方案|为全面落实责任，",
    "环保局工作总结3篇|近年来，",
    "学校疫情防控工作方案和应急预案|一、指导思想 为做好防控工作，",
    "某局书记民主生活会对照检查材料|根据会议安排，我紧扣主题，",
    "教师学习心得体会5篇| 【篇一】 教师是人类灵魂的工程师，",
    "社区工作总结|2021年，社区党委",
)
SENTENCES = (
    "会议认真回顾总结我市工作经验，提出下一步打算，",
    "市委常委会听取2020年工作汇报根据会议要求，",
    "我市出台工作方案为提高效率提供了保障，",
    "回顾一年来的工作总结为做好下一步工作打下了基础，",
    "全体干部认真撰写心得体会通过学习提高了认识，",
    "各单位要及时上报工作总结我局将汇总，",
    "该镇及时传达会议精神制定工作方案按照时间节点推进，",
    "某县纪委完善工作制度为进一步规范执法行为提供依据，",
    "某镇扎实开展安全生产工作情况通报各村，",
    "某县教育局组织教师分享学习心得体会在全县推广，",
    "小明的学习计划 每天早上六点起床，",
    "根据年度工作总结今年以来，",
    "工作总结今年以来，",
    "某镇党委，某镇政府工作总结今年以来，",
)


@pytest.mark.parametrize("line", GLUED)
def test_a_title_and_a_report_s_first_words_part(line: str) -> None:
    title, _, text = line.partition("|")
    assert glued_end(title + text + REST) == len(title)
    assert is_glued(title, text + REST)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_no_title(line: str) -> None:
    assert glued_end(line + REST) == 0


@pytest.mark.parametrize(
    ("title", "behind"),
    [
        ("溪口镇2021年工作总结", "为下一步打好了基础。"),
        ("溪口镇2021年工作总结", "会议于近日召开。"),
        ("溪口镇会议情况", "根据安排通报各村。"),
        ("溪口镇的变化", "今年以来，"),
    ],
)
def test_what_follows_must_begin_a_report(title: str, behind: str) -> None:
    assert not is_glued(title, behind + REST)


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("《社区年度工作总结》今年以来，全社区工作有序。", 10),
        ("《社区年度工作总结》一、主要做法", 10),
        ("《社区年度工作总结》已经印发，请遵照执行。", 0),
        ("《社区防火办法研究》今年以来，全社区工作有序。", 0),
        ("《总结》今年以来，全社区工作有序。", 0),
    ],
)
def test_a_title_in_title_marks_needs_a_sure_beginning(line: str, end: int) -> None:
    assert named_end(line) == end
