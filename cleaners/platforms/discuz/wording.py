"""Data: what the message pages of Discuz 7 to X3.5 (2010 to 2024) say, and the reason that each wording stands for.

Wordings from the language packs of 7.2, X1.5, X2 and X3.x and from captured pages. The order matters: the first that is
found in the message counts. Only text of the message box is compared, never a page's body.
"""

from typing import Final

from cleaners.outcome import Reason
from cleaners.regex import regex

# Each is a literal, or literals with one bounded gap between them: no way to backtrack far.
WORDINGS: Final[tuple[tuple[Reason, tuple[str, ...]], ...]] = (
    (
        Reason.CHALLENGE,
        ("验证码", "频繁刷新", "刷新间隔", "代理服务器访问", "安全提问", "人机验证", "请完成验证", "访问(?:过于)?频繁",
         "秒内只能进行一次", "系统最多响应搜索请求", "操作太快"),
    ),
    (Reason.PASSWORD, ("需要密码", "输入正确的密码", "密码(?:不正确|错误)")),
    (
        Reason.GONE,
        ("(?:主题|帖子|版块|论坛|文章|专题|分类|群组|圈子|栏目|日志|页面|活动|空间|用户)[^。，]{0,12}"
         "(?:不存在|已被删除|已删除|尚未找到)",
         "不存在或已(?:经)?(?:被)?(?:删除|关闭)", "正在(?:被)?审核", "已经被删除", "没有找到(?:帖子|商品)"),
    ),
    (Reason.PAID, ("需(?:要)?(?:向作者)?支付", "需要付费", "请您付费", "需要购买", "购买(?:本)?主题")),
    (Reason.PERMISSION, ("阅读权限",)),
    (
        Reason.LOGIN,
        ("未登录", "没有登录", "需要(?:先)?登录", "请(?:您)?先登录", "登录后(?:才能|才可以|方可|再)",
         "游客(?:没有权限|无法|不能|不允许)", "仅(?:限)?会员", "只有会员", "注册会员(?:才|方)"),
    ),
    (
        Reason.CLOSED,
        ("管理员设置了每日",
         "(?:站点|论坛|网站|本站|社区|服务器)[^。]{0,16}(?:关闭|维护|升级|备案|整改|改版|搬迁|迁移)",
         "维护中", "系统维护", "例行维护", "正在升级", "暂停(?:访问|服务|开放)", "已(?:经)?关闭", "功能尚未开启",
         "尚未开放"),
    ),
    (
        Reason.PERMISSION,
        ("没有权限", "无权", "权限不足", "无此权限", "特定用户",
         "(?:用户组|会员组)[^。]{0,30}(?:无法|不能|不允许|没有)", "积分(?:不足|低于|要求|须)", "IP ?地址",
         "[账帐]号被禁", "禁止访问", "被禁用", "隐私设置", "禁止查看", "含有非法字符", "已经被系统拒绝",
         "请不要从外部链接", "需要邀请", "等待[^。]{0,4}审核", "审核通过后", "已被锁定",
         "才能访问(?:该|这个|此|本)", "才能进行本操作", "激活自己的"),
    ),
    (
        Reason.SERVER_ERROR,
        ("服务器(?:繁忙|忙|负载|错误)", "数据库", "流量过大", "站点繁忙", "System Error", "Database Error"),
    ),
    (Reason.NO_CONTENT, ("附件(?:链接已失效|不存在)", "无法读取", "请求来路不正确", "尚未(?:正确)?指定")),
)  # fmt: skip
_PATTERNS: Final = tuple((reason, regex("|".join(wordings))) for reason, wordings in WORDINGS)
# How the software's own messages begin: what begins otherwise was typed by an administrator.
_OWN_WORDS: Final = regex("抱歉|对不起|很遗憾|错误|参数|您|没有|未定义|非正常|该|此|指定|目标|投票|图片")


def reason_of(message: str) -> Reason:
    """Give the reason that a message stands for.

    Unknown words of the software's own kind are `no_content`; free words are an administrator's: the board is closed.
    """
    for reason, pattern in _PATTERNS:
        if pattern.search(message):
            return reason
    return Reason.NO_CONTENT if _OWN_WORDS.match(message) or len(message) < 2 else Reason.CLOSED
