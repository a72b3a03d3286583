"""The shapes of machinery that pages print by mistake: variables, tags, style sheets. What is taken: `machinery`.

Each is tried on a whole trimmed line, or begins with a rare mark; all are bounded over disjoint or closed words, or
possessive (reference: realtext 3i).
"""

from cleaners.regex import regex

_VARIABLE = (
    r"\{\{\s{0,4}[A-Za-z_$][\w$.()'\"|:\[\] ]{0,60}\}\}|\{%[^%\n]{1,80}%\}|\{\$[\w.>\[\]'-]{1,60}\}|\$\{[\w.]{1,60}\}"
)
_CMS_TAG = (
    r"\[(?:标签|字段|標籤|標簽|欄位|field|e):[^\[\]\n]{1,30}\]|\[!--[\w.]{1,40}--\]"
    r"|\{(?:dede|pboot|eyou|cms|news|article):[^{}\n]{1,80}\}"
)
VARIABLES = regex(
    rf"(?:[^\W\d_]{{1,6}}\s?[:：]\s{{0,3}})?(?:(?:{_VARIABLE}|{_CMS_TAG})[\s|｜/,，:：·-]*+"
    rf"(?:[^\W\d_]{{1,6}}\s?[:：]\s{{0,3}}(?=[\[{{$]))?)++"
)
"""A line of template variables and nothing else but a label before each: `作者：{{ author }} 时间：{{ date }}`."""
CMS_TAG = regex(rf"(?<![“\"'‘「《（(])(?:{_CMS_TAG})")
"""A tag of a content system that is not quoted: `[标签:标题]`, `[!--title--]`; no one's words, wherever it stands."""
TEMPLATE_MARKS = (
    "{{", "{%", "${", "{$", "[标签:", "[字段:", "[標籤:", "[標簽:", "[!--", "{dede:", "{pboot:", "{eyou:", "{cms:",
)  # fmt: skip
"""What a text with any of them holds: one search for each, and most texts are done."""
_EMPTY = r"(?:null|undefined|NaN|NULL|\[object Object\])"
NULLS = regex(
    r"(?:投稿|作者|来源|编辑|责编|浏览|阅读|点击|时间|日期|发布|审核|标签|关键词|摘要|供稿|上传人?)\s?[:：]\s?"
    rf"{_EMPTY}(?:\s{{1,9}}[^\W\d_]{{2,6}}\s?[:：]\s?{_EMPTY}){{0,8}}"
    r"|(?:<image>[^<>\n]{0,400}</image>[\s|｜]{0,3}+){1,20}+"
    r"|(?:!\[[\x21-\x5a\x5e-\x7e ]{0,40}\]\([^()\s]{0,300}\)[\s|｜]{0,6}+){1,20}+"
)
"""Fields that a program left empty, and pictures without words: `![]() |`, `<image>…</image>`;
whole line, closed words, possessive."""
CAPTCHA = regex(
    r"(?:[验驗][证證][码碼]\s?[:：]?\s?)?ImageVerifierCode(?:\s*[换換]一[换換])?"
    r"|[验驗][证證][码碼]\s?[:：]?\s?[换換]一[换換]"
)
"""The picture of a code, as a library's page dumps it; whole line."""
SHEET = regex(r"第\d{1,3}版\s?\(\s?\)")
"""`第2版()`: an old paper's sheet whose name its archive has not; `专栏:` stands below it."""
SHEET_COLUMN = regex(r"专栏\s?[:：]")
PAGE_FIELD = regex(
    r"[-—–\s]{0,4}(?:第\s?)?PAGE(?:\s{0,3}\\\*\s?(?:MERGEFORMAT|Arabic)){0,2}\s{0,3}\d{0,4}(?:\s?页)?"
    r"(?:\s{0,3}[/／]?\s{0,3}(?:共\s?)?NUMPAGES\s{0,3}\d{0,4}(?:\s?页)?)?[-—–\s]{0,4}"
)
"""A field of a Word file's footer: `PAGE 2`, `PAGE1 / NUMPAGES6`; whole line."""
EMPTY_SIGNS = (
    b"![", b"<image>", b"null", b"NULL", b"undefined", b"NaN", b"[object Object]", b"ImageVerifierCode", b"PAGE", b"()",
)  # fmt: skip
"""One of them, or `换一换`, is in each of these lines."""
_SELECTORS = r"(?:[.#]?[A-Za-z][A-Za-z0-9_.#:>-]*+[\s,]{0,3}+){1,8}+"
STYLE_OPEN = regex(
    rf"(?:<style[^<>]{{0,80}}>\s{{0,3}})?(?:@(?:page|font-face|media|list)\b[^{{}}\n]{{0,120}}|{_SELECTORS})\{{[^\n]{{0,4000}}"
)
"""The beginning of a style sheet's block: an at-rule, or selectors in possessive runs, and an opening brace."""
STYLE_LINE = regex(r"(?:[a-z-]{2,40}\s?:[^;{}\n]{1,200}+(?:;\s*+|(?=\})|\Z)|[;{}]\s*+)++(?:</style>)?")
"""Properties, each to its semicolon, and braces: deterministic."""
STYLE_OTHER = regex(
    r"@(?:charset|import)\b[^;\n]{0,120};?|/\*\s{0,3}(?:Font|Style|Page|List) Definitions[^\n]{0,80}"
    r"|</?style[^<>\n]{0,80}>"
)
"""Lines of a style sheet outside its blocks."""
STYLE_RUN = regex(
    r"(?:(?<=^)|(?<=\n))\s{0,4}(?:[a-z]{1,6}>\s{0,3})?(?:(?:@(?:page|font-face)|[A-Za-z][\w.#-]{0,30}"
    r"(?:,?\s[.#]?[A-Za-z][\w.#-]{0,30}){0,3})\s?\{\s?[^{}\n]{3,600}\}\s{0,3}){2,60}"
)
"""Two or more blocks of a style sheet at the beginning of a line that goes on with the text; bounded."""
DECLARED = regex(r"(?:^|[{;\s])[a-z]{2,14}(?:-[a-z]{1,14}){0,4}\s?:\s?[^;{}\s]")
"""A property with its value, which a style sheet holds and other braces do not."""
TAG_NAMES = "p|span|div|strong|font|section|td|tr|table|tbody|body|html|b|em|o:p|a|li|ul"
BLOCK_TAG = regex(r"</?(?:p|div|section|td|tr|table|tbody|li|ul|br)\b")
"""A tag behind or before which a new line begins."""
CLOSERS = regex(rf"(?:\]\]>|-->|</(?:{TAG_NAMES})>)")
"""A closing tag, or the end of CDATA or of a comment."""
EDITOR_TAG = regex(
    rf"<(?:{TAG_NAMES}|br|img)"
    r"(?:\s{1,4}(?:[a-z][\w:-]{1,30})\s?=\s?"
    r"(?:\"[^\"\n]{0,400}(?:\"[A-Za-z][A-Za-z -]{1,30}\"[^\"\n]{0,200}){0,6}\"|'[^'\n]{0,400}'|[\w#%-]{1,40})"
    r"){0,10}\s?/?>"
)
"""An opening tag of a text editor with its attributes; its name is a closed word. A style may hold a font's name in
quotation marks (`"Times New Roman"`), written as entities, which are mended before. Bounded; marks part the classes."""
TAG_LINE = regex(
    r"(?:[•·●*]|\d{1,2}[.、])?\s{0,4}(?:</?[a-z][a-z0-9]{0,14}"
    r"(?:\s[a-z-]{2,12}=(?:\"[^\"<>\n]{0,60}\"|'[^'<>\n]{0,60}'))"
    r"{0,4}\s?/?>\s{0,4})++"
)
"""A line of nothing but tags, a list's mark before them or none; possessive, each tag begins with its bracket."""
STREWN_ID = regex(r"<[a-z][a-z0-9]{0,14} id=[\"'](?P<id>[A-Za-z0-9]{4,8})[\"']>")
"""A tag with the letters that a copying program gives all of its tags."""
STREWN = 3
"""Tags with the same letters that make their page such a copy: the least met had nine."""
LESSON = regex(
    r"标签|代码|样式|网页|模板|编程|HTML|CSS|html|css|JavaScript|前端|变量|语法|元素|程序|接口|脚本"
)
"""Words of a text about markup, some of which other reports have too."""
CODE = regex(
    r"(?<!信用)(?<!机构)(?<!行政)代码|编程|网页制作|网页设计|HTML|CSS|JavaScript|样式表"
    r"|(?:讲解|认识|学习|使用|写出|输入)[^。\n]{0,6}标签"
)
"""Words of which one is enough: such a text keeps every tag."""
