"""Each word of a forum's chrome, typed here again, where a dump shows it; and the same word in an author's sentence."""

import pytest

from cleaners.edits import apply
from cleaners.rules.forum.discuz_dump import HEAD, TAIL
from cleaners.rules.forum.phpwind_lines import LINE_NOISE
from cleaners.rules.recipe import rules_for
from cleaners.rules.rule import Context
from tests.tables import table

TEXT = "今年以来，各项工作有序推进，成效明显。"
POSTED = "发表于 2021-1-2 22:08:16"

# What stands behind 发表于 … or on the lines below it: desktop, printable and archiver, X1.5 to X3.5.
HEAD_WORDS = (
    "只看该作者 只看楼主 只看大图 倒序浏览 正序浏览 倒序看帖 阅读模式 回帖奖励 显示全部楼层 显示全部帖子 字体大小"
    " 手机版 看该作者 电梯直达 跳转到指定楼层 [复制链接] 楼主 沙发 板凳 地板 推荐 来自手机 来自微信 来自移动端"
)
# Below a floor: share bar, buttons, magic cards; below the last one: reply form, toolbar, page footer.
TAIL_WORDS = (
    "QQ好友和群 QQ空间 腾讯微博 腾讯朋友 新浪微博 人人网 开心网 微信好友 微信 分享到: 分享给好友 转播给听众 分享"
    " 收藏 淘帖 淘专辑 转播 转发 支持 反对 评分 点评 查看全部评分 回复 引用 使用道具 举报 报告 提升卡 置顶卡"
    " 沉默卡 喧嚣卡 变色卡 千斤顶 照妖镜 显身卡 道具 返回顶部 返回列表 返回版块 TOP 顶 赞 踩 送花 鲜花 鸡蛋"
    " 发表回复 回帖并转播 发新帖 发表新帖 发帖 高级模式 快速回复 回帖后跳转到最后一页 本版积分规则"
    " 您需要登录后才可以回帖 您需要登录后才可以发帖 后才可以回帖 立即注册 微信登录 QQ登录 使用QQ帐号登录 登录"
    " 注册 手机版 小黑屋 Archiver 网站地图 站点统计 触屏版 标准版 上一主题 下一主题 上一页 下一页 打印本页 打印"
    " 帖子 主题 附件 编辑 推送 管理 添加到收藏 送鲜花 砸鸡蛋 Color Image Link Quote Code Smilies 您需要 关闭 淘"
)


def headed(text: str) -> str:
    return apply(text, (HEAD,), HEAD.context)[0]


def footed(text: str) -> str:
    return apply(text, (TAIL,), TAIL.context)[0]


@table("word", HEAD_WORDS.split())
def test_a_word_of_a_floors_head_goes_with_it(word: str) -> None:
    assert headed(f"张三\n{POSTED}\n{word}\n{TEXT}") == TEXT
    assert headed(f"张三\n{POSTED} | {word.strip('[]')} |\n{TEXT}") == TEXT


@table("word", HEAD_WORDS.split())
def test_a_text_may_begin_with_a_word_of_a_floors_head(word: str) -> None:
    text = f"“{word}”成为热词。\n{TEXT}"
    assert headed(f"张三\n{POSTED}\n{text}") == text


@table("word", TAIL_WORDS.split())
def test_a_word_of_a_floors_foot_goes_with_it(word: str) -> None:
    assert footed(f"{TEXT}\n{word}\n使用道具 举报\n") == f"{TEXT}\n"
    assert footed(f"{TEXT}\n{word} | 12\n返回列表\n") == f"{TEXT}\n"


@table("word", TAIL_WORDS.split())
def test_a_text_may_end_with_a_word_of_a_floors_foot(word: str) -> None:
    text = f"{TEXT}\n（一）做好{word}工作\n"
    assert footed(f"{text}使用道具 举报\n") == text


@pytest.mark.parametrize(
    "form",
    [
        "B\nColor Image Link Quote Code |Smilies",
        "您需要\n登录\n后才可以回帖\n登录\n|\n立即注册",
        "您需要登录后才可以回帖 登录 | 立即注册 | 微信登录",
        "分享到:  QQ好友和群QQ好友和群 QQ空间QQ空间 腾讯微博腾讯微博 腾讯朋友腾讯朋友",
        "收藏收藏3 转播转播 分享分享 淘帖 支持支持 反对反对",
    ],
)
def test_lines_of_several_words_go(form: str) -> None:
    assert footed(f"{TEXT}\n{form}\n使用道具 举报\n") == f"{TEXT}\n"


@pytest.mark.parametrize("heading", ["相关帖子", "相关主题：", "相关阅读", "相关推荐:", "最近访问", "浏览过的版块"])
def test_related_threads_above_the_foot_go(heading: str) -> None:
    assert footed(f"{TEXT}\n{heading}\n• 某镇计划\n• 某局总结\n使用道具 举报\n") == f"{TEXT}\n"


@pytest.mark.parametrize("line", ["相关帖子已经整理归档", "最近访问量上升", "做好相关主题教育"])
def test_a_line_that_begins_like_related_threads_stays(line: str) -> None:
    assert footed(f"{TEXT}\n{line}\n继续努力\n使用道具 举报\n") == f"{TEXT}\n{line}\n继续努力\n"


def test_ratings_in_sentences_go_with_their_head() -> None:
    ratings = "参与人数 2 威望 +5\n小溪 + 2 写得很全面，值得学习；谢谢！\n山人 + 3 很给力!\n"
    assert footed(f"{TEXT}\n{ratings}使用道具 举报\n") == f"{TEXT}\n"


def test_a_sentence_without_points_is_no_rating() -> None:
    text = f"{TEXT}\n参与人数 200 人次\n全年开展活动，群众反映良好；成效明显。\n"
    assert footed(f"{text}使用道具 举报\n") == text


NOISE = ("k%7Q~x", "#9!zLp", "Rt[2^w", "8&yU{b", "m+4]Ge")


@pytest.mark.parametrize(
    ("family", "is_dump", "is_taken"),
    [("phpwind", False, True), ("phpwind", True, True), ("dump", True, True), ("discuz", True, False)],
)
def test_noise_at_line_ends_goes_where_the_software_puts_it(family: str, is_dump: bool, is_taken: bool) -> None:
    lines = [f"{number}、压实责任，抓好落实。" for number in "一二三四五"]
    text = "\n".join(f"{line} {noise}" for line, noise in zip(lines, NOISE, strict=True))
    context = Context(family=family, is_dump=is_dump)
    assert apply(text, rules_for(context), context)[0] == ("\n".join(lines) if is_taken else text)


def test_the_examples_of_noise_are_noisy() -> None:
    assert [sum("。 " in line for line in before.split("\n")) for before, _ in LINE_NOISE.examples[:2]] == [4, 4]
