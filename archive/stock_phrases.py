"""What recurs in reports because reports are written so, and the words by which a site's additions show themselves.

Both serve `archive.recurring` and `archive.recurring_phrases` alone: nothing here takes anything out of a text. Stock
comes first: a line that is stock is never proposed, whatever words it holds. All is written in simplified script, and
tried on folded lines (ASCII punctuation, no blanks) in simplified script.
"""

import re
from dataclasses import dataclass
from functools import cache

from archive.han import simplified_of
from cleaners.rules.lines import ENUMERATOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """A group of phrases of the genre, and why it is the reports' own."""

    name: str
    shape: re.Pattern[str]
    """Tried at the start of a line. Fixed words and bounded repeats of one class: linear on a line."""
    reason: str


_ANYONE = (
    "各位|同志|领导|代表|委员|同事|同仁|来宾|嘉宾|老师|家长|同学|朋友|评委|主席|主任|书记|组长|党员|党委|党组|支部"
    "|局|委|办|人大|常委会|政府|乡镇|单位|好[:,!]$"
)
_BODY = (
    "府|局|委|办|院|校|中心|公司|会|部|处|科|室|站|所|厂|社|团|行|馆|队|组|学|园|段|店|矿|场|集团|街道|镇|乡|村|县|市|区|省"
)
_HAN_DIGIT = "〇○零一二三四五六七八九十廿卅元xX×*"
_DATE = rf"(?:[\d{_HAN_DIGIT}]{{2,5}}年)?[\d{_HAN_DIGIT}]{{1,3}}月(?:[\d{_HAN_DIGIT}]{{1,3}}[日号])?"
_FIGURES = r"[\dxX]{4}[-./年][\dxX]{1,2}(?:[-./月][\dxX]{1,2}日?)?"
_WHOSE = "汇报|述职|报告|发言|总结|撰稿|执笔|填报|联系|签发|主持|记录"
_WHAT = "人|单位|姓名|部门|时间|日期|地点|职务|主题|电话"
_ASKED = "审议|审阅|批示|批复|指正|批评|指导|支持|谅解"
_KINDS = "报告|汇报|意见|请示|总结|发言|内容|情况"
_HEADED = (
    "问题|不足|情况|做法|成效|成绩|措施|打算|计划|安排|思路|目标|任务|体会|经验|启示|建议|总结|回顾|原因|方向|要求"
    "|报告|述职|自查|汇报|讲话|方案|意见|通知|考核|表现|作风|心得"
)
_HEADING = (
    "主要|存在|基本|当前|目前|具体|下一步|下步|今后|明年|来年|工作|学习|思想|个人|年度|经验|取得|采取|整改|自查|总体|总的"
    "|指导|有关|下阶段"
)
_OUTLOOK = (
    "努力奋斗|不懈努力|新贡献|新局面|新台阶|新篇章|新征程|中国梦|复兴|现代化|贡献力量|再创佳绩|更大的?成绩|更大的?贡献"
)
STOCK: tuple[Stock, ...] = (
    Stock(
        name="enumerator",
        shape=re.compile(rf"{ENUMERATOR.pattern}|[一二三四五六七八九十](?:是|要)|第[一二三四五六七八九十]"),
        reason="Numbered headings and items are the skeleton of every report.",
    ),
    Stock(
        name="salutation",
        shape=re.compile(rf"(?=.{{0,40}}(?:{_ANYONE})).{{1,40}}[:,!]$"),
        reason="`各位代表：`, `同志们：` open speeches and reports to a body; they name those addressed.",
    ),
    Stock(
        name="date",
        shape=re.compile(rf"[(]?(?:{_DATE}|{_FIGURES}|[\d〇○零一二三四五六七八九]{{4}}年度?)[)]?$"),
        reason="A date under a text says when it was written: a fact.",
    ),
    Stock(
        name="signature",
        shape=re.compile(rf"[^,。!?;:]{{1,28}}(?:{_BODY})(?:{_DATE}|{_FIGURES})?$"),
        reason="The body that signs a report; on an organisation's own host it signs them all.",
    ),
    Stock(
        name="byline",
        shape=re.compile(rf"[(]?(?:{_WHOSE})?(?:{_WHAT})[:]"),
        reason="Who reports, when and where: facts of the text.",
    ),
    Stock(
        name="attachment",
        shape=re.compile(r"[(]?附(?:件|表|录|图)?[:\d一二三四五]|附件$|[(]?此件|主送|抄送|抄报|印发"),
        reason="Official papers list attachments and recipients.",
    ),
    Stock(
        name="part",
        shape=re.compile("(?:关键词|关键字|主题词|摘要|内容摘要|前言|引言|导言|结语|目录|正文|序言)"),
        reason="Parts of papers that their authors write.",
    ),
    Stock(
        name="conclusion",
        shape=re.compile(
            rf"(?:特此|此致|敬礼|谨此|专此)|.{{0,60}}(?:请|恳请|望|请予).{{0,12}}(?:{_ASKED})[!。]?$"
            rf"|(?:妥否|当否)|以上(?:{_KINDS}|[是,])|.{{0,30}}(?:不妥|不当|不足)之处|.{{0,20}}(?:汇报|发言|报告|述职)?完[毕了]"
        ),
        reason="`特此报告`, `以上报告，请予审议` close official papers.",
    ),
    Stock(
        name="thanks",
        shape=re.compile(
            r".{0,24}(?:谢谢|感谢)(?:大家|各位.{0,16}|聆听|领导.{0,10}|组织.{0,6})?"
            r"(?:的?(?:聆听|支持|帮助|关心|信任|厚爱).{0,6})?[!。.]?$"
        ),
        reason="Speeches and reviews end with thanks.",
    ),
    Stock(
        name="opening",
        shape=re.compile(
            r".{0,60}(?:现?[将就].{0,60}(?:如下|报告|汇报)[:。.]?$|(?:如下|以下)[:。.]$)"
            r"|(?:今年|去年|本年|一年|近年|半年|三年|五年|近期)(?:以来|来|度)"
            r"|(?:为|根据|按照|依据|遵照|围绕|坚持|通过)|在.{1,60}(?:领导|指导|支持|关心|帮助|努力|推动|部署)下"
        ),
        reason="Reports open by their occasion, their mandate and `现将有关情况汇报如下`.",
    ),
    Stock(
        name="outlook",
        shape=re.compile(rf".{{0,80}}(?:{_OUTLOOK})"),
        reason="Reports end with an outlook in set words.",
    ),
    Stock(
        name="heading",
        shape=re.compile(rf"(?:{_HEADING})?(?:的主要|的|主要|工作|个人|年度|方面)?(?:{_HEADED})[:]?$"),
        reason="Headings without a number: `存在问题`, `下一步工作打算`.",
    ),
)
FORMULA = re.compile(
    "思想|精神|领导下|主义|如下|贯彻|落实|坚持|深入|加强|认真|推进|开展|积极|提高|工作|建设|发展|全面|群众|管理|服务|制度"
    "|机制|党|责任|安全|教育|存在|针对|关于|活动|情况|问题|干部|我[省市县区镇乡村局校院站厂]"
)
"""Words that reports are full of: a phrase inside lines that holds one of them is taken for the text's own."""
_ADDRESS = r"https?://|www\.|[A-Za-z0-9-]{2,30}+\.(?:com|cn|net|org|cc|info|top|vip)(?![A-Za-z])"
_SITES = "(?:范文|文秘|公文|资料|学习|作文|论文|文档|文章|下载)网|文库|文档之家"
_SELLS = (
    "精品文档|优质文档|精选文档|欢迎下载|免费下载|下载本文|文档下载|版权所有|倾情|奉上|隐藏内容|更多(?:精彩|范文|文章|资讯)"
)
STRICT = re.compile(rf"{_ADDRESS}|{_SITES}|{_SELLS}|[-=~·★☆◆※]{{4,20}}+")
"""Signs of a site inside a line: its address, what it sells, rows of marks (reference: realtext 3b, 3c, 3f, 3h).

None of them is a word of reports: a 水利站 says `本站`, offices have `公众号` and collect things `由各村收集`.
"""
LENIENT = re.compile(
    rf"{STRICT.pattern}|本站|本网|小编|网友|公众号|仅供(?:参考|学习|交流)|未经(?:许可|授权|允许)|更多(?:内容|资料)"
    "|由.{1,12}(?:整理|收集|提供|上传|分享|发布|编辑|首发)"
    "|您|下载|免费|会员|转载|侵权|侵犯|微信|扫码|扫一扫|二维码|QQ|VIP|点击|关注我|收藏|点赞|阅读|浏览"
    "|上一篇|下一篇|上一页|下一页|(?:相关|推荐|热门|最新)(?:推荐|阅读|文章|文档|资料|范文|链接|内容)|举报|打印"
    "|返回(?:顶部|首页|列表)|网址|网站|论坛|注册|登录|客服|热线|声明:|(?:免责|版权|郑重|特别)声明|(?:温馨|友情|特别)提示"
    "|参考|上传|投稿|原创|本文|原文|文章|文档|admin|(?i:copyright)|©|ICP|备案|【|[(]完[)]"
    "|希望.{0,12}(?:帮助|喜欢)|欢迎(?:阅读|分享|访问|来到|投稿|收藏|借鉴|光临)"
)
"""Signs of a site in a whole line at the head or tail of a text: what it says to its readers and about the page."""


@cache
def _simplified() -> dict[int, str]:
    return str.maketrans(simplified_of())


def in_simplified(text: str) -> str:
    """Give a text in simplified script, character by character, as the lists here are written."""
    return text.translate(_simplified())


def stock_of(folded: str) -> str | None:
    """Give the name of the group that a folded line belongs to; None for a line that is no stock of reports."""
    plain = in_simplified(folded)
    return next((stock.name for stock in STOCK if stock.shape.match(plain)), None)
