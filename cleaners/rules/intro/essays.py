"""Essays by which a site opens a sample: what a summary is, how to write one. Which to take: `intros`.

Realtext 3f, shape B: two to four sentences of platitude without a speaker. They are the site's where the last asks how
such a text is written, or wishes its readers well, and one before speaks of writing to the reader; others stay.
"""

from cleaners.regex import regex

_KIND = (
    r"(?:总结|计划|报告|汇报|体会|心得|演讲稿|讲话稿|发言稿|述职|方案|稿|范文|文章|致辞|合同|申请书|承诺书|倡议书|鉴定|评语|材料|公文|要点"
    r"|主持词|感悟|读后感|观后感|简报)"
)
ASKED = regex(
    rf"(?:那么|那|但是|不过|可是|你|您|大家|各位|我们|现在|这)?[^。！？!?]{{0,30}}{_KIND}[^。！？!?]{{0,20}}"
    r"(?:怎么写|如何写|怎样写|该写些?什么|怎么(?:拟定|制定|撰写|去写|样写)|如何(?:撰写|拟定|制定|去写)|(?:的)?(?:格式|写法|结构)[^。！？!?]{0,12}(?:掌握|了解|知道|清楚|吗)"
    r"|是什么样的|是怎样的|有哪些(?:类型|呢)|怎么写才|如何写才)[^。！？!?]{0,24}(?:[？?]|[呢吗][。！!]?)"
)
"""`那么总结应该怎么写呢？`, `工作总结的格式，你掌握了吗？`: the closing question; bounded."""
KNOWN = regex(
    rf"(?:大家|您|你)(?:知道|了解|清楚|见过|想好|还在为|是否)[^。！？!?]{{0,30}}{_KIND}[^。！？!?]{{0,30}}[？?]"
    rf"|相信(?:很多|许多|不少|大部分)[^。！？!?]{{0,30}}(?:写|{_KIND})[^。！？!?]{{0,40}}[吧呢][。！!？?]"
)
"""`你知道心得体会的类型吗？`: another; bounded."""
WISHED = regex(
    r"(?:欢迎|希望|敬请)(?:大家|各位|您|你)?(?:的?阅读|借鉴|参考)[^。！？!?]{0,40}[。！!~]?"
    r"|[^。！？!?]{0,30}(?:仅供|供|以供)(?:大家|各位|您|你)?(?:参考|借鉴)[^。！？!?]{0,40}[。！!~]?"
    r"|(?:下面|现在|接下来|那就|就让我们|快来|赶快)?(?:我们|大家)?(?:就)?(?:一起|一同)来?(?:看看|看一看|了解|欣赏)[^。！？!?]{0,20}[。！!~]?"
)
"""`欢迎大家借鉴与参考，希望对大家有所帮助。`, `一起来看看吧`: the closing wish; bounded."""
PLATITUDE = regex(
    r"书面材料|应用文|应用写作|文体|文种|公文的一种|事务文书|事务公文|让我们(?:一起|来|抽出|好好)|不妨(?:坐下来|让我们)?(?:好好)?写"
    rf"|写(?:一份|一篇|好|出)[^。]{{0,8}}{_KIND}|是时候[^。]{{0,20}}(?:写|总结|计划)"
    rf"|{_KIND}[^。]{{0,6}}(?:就)?是(?:指|对|把|一种|一个|应用|社会团体|党政机关|单位|事后)|{_KIND}(?:能|可以|可|有助于)(?:够)?[^。]{{0,30}}(?:我们|自己|零星|教训|经验)"
    rf"|(?:需要|要|会|经常|常常|都会)(?:用到|使用|接触到|写)[^。]{{0,8}}{_KIND}|在(?:学习|日常|现实|我们平凡的|当下|不断进步)[^。]{{0,20}}{_KIND}"
)
"""What such an essay says of writing; bounded."""
CLOSED = (ASKED, KNOWN, WISHED)
"""Sentences by which it ends."""
ESSAY_WORDS = (
    "怎么", "如何", "怎样", "格式", "写法", "什么", "类型", "借鉴", "看看", "参考", "怎麼", "怎樣", "什麼", "類型",
    "寫法", "借鑑", "借鑒", "參考", "知道", "相信", "模样", "欢迎", "歡迎",
)  # fmt: skip
"""One of them is in each closing sentence, in either script."""


def closes(sentence: str) -> bool:
    """Say whether a folded sentence is one by which such an essay ends."""
    return any(shape.fullmatch(sentence) for shape in CLOSED)
