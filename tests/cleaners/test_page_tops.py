"""What stands above a title: a site's own lines, the page's title as its window has it; and what must stay."""

from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.rules.head.head_lines import head_of
from cleaners.rules.head.head_repeats import is_person
from cleaners.rules.head.lead_lines import is_lead

TITLE = "溪口镇2021年度安全生产工作总结"
BODY = "今年以来，全镇各项工作有序推进，群众满意度明显提高。\n一、主要做法\n全年召开会议6次，开展检查12次。"
LEADS = (
    "欢迎来到溪口文库！",
    "欢迎光临溪口文库，请登录 注册",
    "热门搜索： 安全生产 工作总结",
    "loading...",
    "javascript:void(0)",
    "<!-- 广告 -->",
    "广告合作QQ：12345",
    "本站推荐：公文写作培训班火热招生",
    "【工作总结】",
    "工作总结 > 安全生产",
    "☰",
    "上传文档 赚取积分",
)
OWN = (
    "【关于做好春季防火工作的紧急通知】",
    "欢迎各界人士参加",
    "搜索救援工作",
    "推荐单位：溪口镇",
    "工作总结",
    "联系人：青禾",
    "上传下达情况",
    "更多群众受益",
)
WINDOWS = (
    f"{TITLE}-溪口文库",
    f"{TITLE}_工作总结_溪口文库",
    f"{TITLE}|溪口范文网",
    f"{TITLE}(全文)",
    f"{TITLE}.docx 下载",
    f"你正在浏览：{TITLE}",
    f"题目：{TITLE}",
    f"【{TITLE}】",
    f"✦ {TITLE}",
)
NO_WINDOWS = (f"{TITLE}-暨2022年计划", f"关于报送{TITLE}的通知", f"{TITLE}及明年打算")


def _reading(text: str) -> tuple[str | None, str]:
    reading = read(Page(body=text.encode(), media=Media.TEXT))
    return reading.title, "".join(entry.text for entry in reading.entries)


def test_a_sites_own_lines_above_a_title_leave() -> None:
    red = {words: got for words in LEADS if (got := _reading(f"{words}\n{TITLE}\n{BODY}")) != (TITLE, BODY)}
    assert red == {}


def test_the_same_lines_without_a_title_below_stay() -> None:
    red = [words for words in LEADS if [one.kind for one in head_of(f"{words}\n{BODY}")][:1] not in (["other"], [])]
    assert red == []


def test_a_reports_own_first_lines_are_none() -> None:
    assert [words for words in OWN if is_lead(words)] == []


def test_a_windows_title_gives_way_to_the_texts() -> None:
    red = {words: got for words in WINDOWS if (got := _reading(f"{words}\n{TITLE}\n{BODY}")) != (TITLE, BODY)}
    assert red == {}


def test_a_longer_title_keeps_its_place() -> None:
    assert [words for words in NO_WINDOWS if _reading(f"{words}\n{TITLE}\n{BODY}")[0] != words] == []


def test_who_made_a_text_may_stand_right_above_its_title() -> None:
    for words in ("文/青禾", "来源：溪口文库", "扫码下载APP", "您好，请登录 免费注册"):
        assert _reading(f"{words}\n{TITLE}\n{BODY}") == (TITLE, BODY), words


def test_an_applications_panel_above_a_dated_headline_leaves() -> None:
    panel = "24周年\n名师课程 高薪就业 学历教育\nAPP下载\n立享专属优惠\n安卓版本:8.7.30"
    panel += "\n开发者:溪口科技公司\n隐私政策:查看"
    text = f"{panel}\n{TITLE}\n来源: 溪口日报 编辑: 2006/03/01 00:00:00  字体:\n{BODY}"
    assert _reading(text) == (TITLE, BODY)


def test_a_question_over_its_date_is_the_title() -> None:
    assert _reading(f"会计工作年终总结怎么写?\n- 2025-03-21 03:30\n{BODY}") == ("会计工作年终总结怎么写?", BODY)


def test_a_sites_path_of_words_gives_way() -> None:
    assert _reading(f"溪口期刊网 精选范文 {TITLE}\n{TITLE}(九篇)\n{BODY}")[0] == f"{TITLE}(九篇)"


def test_a_piped_headline_over_its_date_is_the_title() -> None:
    text = f"最美溪口人 | 我找李青禾\n2020-07-28 14:18:17 来源: 溪口广播 作者:\n{BODY}"
    assert _reading(text) == ("最美溪口人 | 我找李青禾", BODY)


def test_a_lost_time_before_a_column_is_the_pages() -> None:
    assert _reading(f"{TITLE}\n时间: 小龙 工作报告\n{BODY}") == (TITLE, BODY)
    assert "时间: 全年 全镇" in _reading(f"{TITLE}\n时间: 全年 全镇\n{BODY}")[1]


def test_a_date_before_buttons_keeps_all_its_digits() -> None:
    page = Page(body=f"{TITLE}\n2025-02-07 版权声明 我要投稿\n{BODY}".encode(), media=Media.TEXT)
    assert read(page).facts.published_at == "2025-02-07"


def test_a_first_heading_of_the_titles_words_stays() -> None:
    text = f"关于开展“绩效审计”的思考与实践\n开展绩效审计的意义\n{BODY}"
    assert _reading(text) == ("关于开展“绩效审计”的思考与实践", f"开展绩效审计的意义\n{BODY}")


def test_what_a_site_deals_in_is_no_person() -> None:
    words = (
        "作文", "範文", "日记", "总结", "星期日", "周三", "禮拜天", "首頁", "更多", "青禾", "李小禾", "周三禾", "文若",
    )  # fmt: skip
    assert [one for one in words if is_person(one)] == ["青禾", "李小禾", "周三禾", "文若"]
