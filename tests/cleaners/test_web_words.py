"""Lines of a page's machinery told by their words, and lines of reports that speak of the same things."""

from cleaners.page import Media, Page
from cleaners.read import read
from cleaners.rules.folding import folded
from cleaners.rules.foot.page_tools import NEIGHBOUR
from cleaners.rules.foot.site_lines import SITE_LINES
from cleaners.rules.foot.tail_lines import is_tail_line, tail_zone
from cleaners.rules.frame.web_words import WEB_LINE
from cleaners.rules.head.counted_lines import COUNTED_LINE
from cleaners.rules.head.entered_lines import ENTERED
from cleaners.rules.head.head_lines import head_of
from cleaners.rules.lines import lines_of

MACHINE = (
    "放大字体 缩小字体 默认", "手机看新闻", "用手机看", "微信扫描二维码,分享到朋友圈", "用微信扫描二维码",
    "我要评论(0)", "【打印此文】【关闭窗口】", "听新闻 00:00", "语音朗读：播放 暂停", "复制链接 二维码",
    "已有0人发表了评论", "还没有人评论，快来抢沙发吧", "发表评论", "网友评论 0条评论", "加载更多",
    "查看更多相关内容>>", "打开APP阅读全文", "更多资料请下载后查看", "官方微信 官方微博 手机站", "点击下载 Word版",
    "A+ A A-", "背景色：杏仁黄 秋叶褐 胭脂红 芥末绿 天蓝 雪青 灰 银河白(默认色)", "掃描二維碼，分享給好友",
    "護眼 夜間 特大 宋體", "换一张 看不清",
)  # fmt: skip
REPORTED = (
    "（三）微信公众号", "附件下载：", "一、扫码登记", "1.打印材料", "微信公众号关注人数达到3万人",
    "扫码登记系统上线", "网上评论员队伍", "下载应急通客户端", "评论员文章", "群众点赞。", "收藏家协会", "手机游戏",
    "会员单位名单", "首页建设", "导航定位服务", "注册资金", "密码管理工作", "播放宣传片12场", "A B", "关注民生",
    "阅读活动", "推荐人选",
)  # fmt: skip
COUNTED = (
    "345人已阅读", "已有 345 人浏览", "345℃", "（0）条评论", "阅读 356 · 评论 0", "3.2万次浏览", "浏览(35) 评论(2)",
    "1.2W 阅读",
)  # fmt: skip
NOT_COUNTED = (
    "345人参加会议", "评论3篇文章", "阅读书目12种", "3条意见", "浏览", "5℃以下低温", "浏览室35个",
)  # fmt: skip
SITES = (
    "更多范文请关注溪口文库", "海量范文 尽在溪口文库", "想了解更多工作总结，请继续关注溪口文库。", "获取更多资讯",
    "版权声明：本文为青禾原创，未经授权不得转载。", "未经允许不得转载：溪口文库 » 溪口镇工作总结",
    "本文内容来自网络，不代表本站立场，如需转载请注明出处", "《溪口镇2021年工作总结》下载",
    "本文档下载地址：点击下载", "温馨提示：下载后可编辑", "原标题：溪口镇2021年工作总结", "【完】", "TOP",
    "转载自：溪口网", "本文已影响 345 人", "浏览次数：345",
)  # fmt: skip
OF_REPORTS = (
    "获取更多支持", "更多群众走上致富路", "版权声明登记12件", "未经批准不得转载", "本文件由溪口镇解释",
    "《溪口镇志》", "温馨提示：请佩戴安全帽", "标题：溪口镇工作总结", "完成情况", "影响范围：3个村",
    "浏览次数：统计中", "免费为老人体检", "最新政策解读会", "精彩活动不断，群众满意",
)  # fmt: skip
NAMED = (
    ("老秘书 发表于 2021-03-02 10:20", "老秘书"), ("原创 青禾 溪口发布", "青禾"),
    ("Original 青禾 溪口发布 2021-03-02", "青禾"), ("本文由 青禾 上传", "青禾"), ("本文作者青禾", "青禾"),
    ("作者 青禾 山溪", "青禾 山溪"), ("本站原创 2021-03-02", None), ("阅读本文约需要5分钟", None),
)  # fmt: skip
NOT_NAMED = (
    "作者单位", "本文由三部分组成", "原创 歌曲12首。", "阅读活动约30分钟", "会议于2021-03-02 10:20召开", "作者简介",
)  # fmt: skip
NEIGHBOURS = (
    "上一主题：某镇总结",
    "下一页面：某镇计划",
    "[上一篇] 某镇总结", "【下一篇】某镇计划", "PREV：某镇总结", "« 某镇2020年工作总结", "某镇2020年工作计划 »",
)  # fmt: skip
NOT_NEIGHBOURS = (
    "上一年度工作总结", "《某镇2020年工作总结》", "« 上",
)  # fmt: skip


def test_lines_of_machine_words_are_the_pages() -> None:
    assert [words for words in MACHINE if not WEB_LINE.fullmatch(folded(words))] == []
    assert [words for words in REPORTED if WEB_LINE.fullmatch(folded(words))] == []


def test_counts_without_a_label_are_the_pages() -> None:
    assert [words for words in COUNTED if not COUNTED_LINE.fullmatch(folded(words))] == []
    assert [words for words in NOT_COUNTED if COUNTED_LINE.fullmatch(folded(words))] == []


def test_what_sites_say_of_themselves() -> None:
    assert [words for words in SITES if not any(shape.fullmatch(folded(words)) for shape in SITE_LINES)] == []
    assert [words for words in OF_REPORTS if any(shape.fullmatch(folded(words)) for shape in SITE_LINES)] == []


def test_who_entered_a_text_is_read() -> None:
    red = []
    for words, author in NAMED:
        match = next((match for shape in ENTERED if (match := shape.fullmatch(folded(words)))), None)
        if match is None or match.groupdict().get("author") != author:
            red.append(words)
    assert red == []
    assert [words for words in NOT_NAMED if any(shape.fullmatch(folded(words)) for shape in ENTERED)] == []


def test_neighbours_in_any_brackets() -> None:
    assert [words for words in NEIGHBOURS if not NEIGHBOUR.fullmatch(folded(words))] == []
    assert [words for words in NOT_NEIGHBOURS if NEIGHBOUR.fullmatch(folded(words))] == []


def test_a_first_line_of_machine_words_without_a_head_stays() -> None:
    text = "举报 回复\n群众来信已办结，感谢支持。"
    assert [one.kind for one in head_of(text)] == ["other"]


def test_drawn_clocks_and_eyes_do_not_hide_fields() -> None:
    text = "溪口镇工作总结\n🕒 2021-03-02 10:20 👁 345\n今年以来，全镇工作有序推进，群众满意。"
    assert [one.kind for one in head_of(text)] == ["title", "byline"]


def test_a_sites_owner_above_its_licence_is_the_sites() -> None:
    text = "工作有序推进，群众满意。\n主办单位：溪口镇人民政府\n地址：溪口镇中心路1号\n某ICP备12345678号"
    assert tail_zone(lines_of(text)) == 1
    own = "工作有序推进，群众满意。\n地址：溪口镇中心路1号\n某ICP备12345678号"
    assert tail_zone(lines_of(own)) == 2


def test_lists_heads_without_a_colon() -> None:
    for words in ("安全生产工作总结相关内容", "同类文章排行", "更多工作总结>>"):
        assert is_tail_line(words), words
    for words in ("第三部分相关内容", "我镇相关内容", "更多工作总结"):
        assert not is_tail_line(words), words


TEXT = "今年以来，全镇工作有序推进，群众满意。"


def test_what_a_site_says_below_its_own_line_goes_with_it() -> None:
    feet = (
        "本文标题：溪口镇工作总结\n某个没有人知道的按钮\n类似文章 更多",
        "版权声明：\n1.溪口范文网的资料来自互联网以及用户的投稿，免费阅览。\n2.《总结》一文的著作权归原作者所有。",
        "本站是提供个人知识管理的网络存储空间，内容均由用户发布。\n转藏 分享 献花(0)\n来自: 青禾 > 《物业》\n举报/认领",
        "2022-05-15 18:21:24\n来源:\n作者/编辑:\n浏览次数:167",
        "（未完，全文共6830字，当前显示1105字）\n（请阅读提示信息）\n此文章内容需要登录并成为正式会员才能看。",
        "上一篇演讲稿: 某某讲话\n下一篇演讲稿: 没有了\n相关演讲稿",
    )
    for foot in feet:
        reading = read(Page(body=f"{TEXT}\n{TEXT}\n{foot}".encode(), media=Media.TEXT))
        assert reading.entries[0].text == f"{TEXT}\n{TEXT}", foot


def test_a_reports_own_end_stays_whatever_it_speaks_of() -> None:
    ends = (
        "五、新媒体\n微信公众号\n抖音号\n视频号",
        "本文标题所说的做法值得推广。\n溪口镇办公室\n2021年3月2日",
        "版权保护工作取得实效。\n溪口镇办公室",
        "时间：2021年3月2日\n地点：镇二楼\n主持：青禾",
        "填报单位：溪口镇\n填报日期：2021年3月2日",
        "附件：登录说明\n溪口镇\n2021年3月2日",
        "推荐\n青禾\n山溪",
        "----------\n溪口镇办公室",
        "评论\n青禾\n山溪",
    )
    for end in ends:
        reading = read(Page(body=f"{TEXT}\n{TEXT}\n{end}".encode(), media=Media.TEXT))
        assert reading.entries[0].text == f"{TEXT}\n{TEXT}\n{end}", end
