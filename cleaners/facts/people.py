"""Which words name people who report: `记者 青禾 通讯员 王溪`, `学工处：王溪岚`. Where they stand: `reporters`.

Without a role, names must look like names: a family name before them, and for two characters alone a usual given name.
"""

from collections.abc import Set as AbstractSet

from cleaners.regex import regex
from cleaners.rules.folding import folded
from cleaners.rules.head.head_repeats import is_person
from cleaners.rules.title.surnames import COMPOUND, SURNAMES

HAN = "[一-鿿]"
_PAPER = r"[一-鿿·A-Za-z]{2,20}?(?:报|网|台|社|中心|周刊|客户端|新闻|传媒|壹点|频道|校区|学院|大学)"
WRITES = (
    rf"(?:本[报网台刊站]\s?|{_PAPER}\s?)?(?:全媒体|融媒体?|见习|实习|特约|首席|特派|摄影){{0,2}}"
    r"(?:记者|通讯员|报道员|实习生|特派员|撰稿人?(?=\s?[:：]))"
)
"""What a paper calls those who write for it, its own name before it or not; bounded."""
ROLE = regex(rf"(?P<role>{WRITES})[\s\u3000：:]{{0,3}}")
LEAD = regex(
    rf"(?:{_PAPER}[\s\u3000]{{1,3}}"
    r"|[一-鿿]{1,16}(?:处|部|科|室|院|系|局|中心|办|委|会|校|园|小学|中学|镇|乡|街道|村|社区|公司|队|站|支部)(?:\s?[:：]\s?|[\s\u3000]{1,3}))"
    r"(?=[一-鿿])"
)
"""`溪口晚报·石榴客户端 `, `学工处：`: for whom somebody writes, before the name; bounded."""
BESIDE = regex(
    r"[\s\u3000]{0,4}(?:文[/／]?图|图[/／]?文|(?:摄影|攝影|综合|綜合)?(?:报[道导]|報[道導])|摄影|整理|采写|编写|撰稿|文)[\s\u3000]{0,4}\Z"
    r"|\A(?:文[/／]?图|图[/／]?文|文)[\s\u3000/／：:]{1,4}"
)
"""What a person did, beside the name; bounded."""
PICTURES = regex(r"摄\Z|图片|供图|图[/／：:]|\A图")
"""Names of who took a picture are no author's."""
PARTS = regex(r"[\s\u3000、,，]+")
LONE = regex(rf"(?<!{HAN})({HAN})[ \u3000\u00a0]{{1,2}}({HAN})(?!{HAN})")
"""`朱 婷`: a name of two characters, set as wide as one of three."""
RARER = frozenset("高甘申桑季饶凌屈褚滕殷匡桂戚晏卜佟仇冷司单占利莘荣华梅解包喻应闵牟鄢边欒饒單華榮應閔")
"""Family names that begin many words as well: with these one looks at the given name too."""
GIVEN = frozenset(
    "冰兵芹荷魁平伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞刚玲婷鹏波辉燕倩岚旭峰斌浩鑫健俊帆雪梅颖琳璐莹萍蓉蕾薇洁晶慧琴琼瑶瑞琪琦珊珍瑛莉莎菲萌芸芬茜菁茹荔莲萱彬博凯凡铭锋钢铮锐钰锦镇栋楠桦樱淼淇渊潇瀚泽"
    "洪涵润沛晗晨曦昊晖暄晓昕晴妍妮婕媛嫣姗婧怡悦恺恒毅志宇宏宁宾寅轩辰迪逸远达遥飞翔翰翠耀臻骏骁驰骥麟龙凤鹤鸿雁霖露霏雯韬韵顺颂馨虎豪贤贵赟跃路哲坤垚培堃奕奎娅娥嘉坚城岩岭峥嵘嵩川帅庆"
    "庚康廷弘彪彦彤征怀恩惠愉扬捷政敬斐昌昱晏朋杉松柯柱标桢桐梁榕槐欣武毓河沁津洲浪淑清湘滔滢滨炎炜炯烁烨焕焱煜熙爽玉玮珂珺琛琢瑜璇璟璞甜申登睿碧祥禄禹禾秀秋科积程竹笑筠纯红纲绍绪维绮群"
    "翼育芝芮苑苒若茂茵荣莺菊菡蓓蔚蕊融衡裕诗诚谦谨贞赫轶辛迅进邦郁钊铎锴闯阳雄雅雷雨霆靖顿飒香驹骅偉靜麗強軍艷傑濤剛輝燁穎瑩瓊鵬飛飄馬龍鳳鴻鋒銘銳鋼錦鈺韻順貴賢曉暉澤潔嵐嶺維綺紅純蓮蘭"
    "葉詩誠謙遠達遙"
)
"""Characters that given names end with; a word of a family name and one of these is seldom anything else."""
_WORDS = (
    "高峰|高超|高雅|安静|宁静|温馨|文静|方程|白雪|金玉|金龙|成龙|马达|马路|石梁|石榴|龙凤|江河|于达|单纯|文科|方阳|温泉|成熟|高原|高远|高清"
)
WORDS = frozenset(_WORDS.split("|"))
"""Words of two such characters."""
LONGEST = 3
"""Characters of a name whose family name is one."""


def people_of(words: str, *, is_picture: bool = False) -> tuple[tuple[str, str], ...]:
    """Give the author, and who handed the text in beside one, of words that are names and nothing else; else empty.

    `is_picture`: the text is a picture's, so whom a role names for taking it made it.
    """
    words = TAKEN.sub("", words) if is_picture and ROLE.match(folded(words)) else words
    line = folded(words)
    if PICTURES.search(line):
        return ()
    roles = list(ROLE.finditer(line))
    told: list[str] = []
    if not roles or roles[0].start() > 0:
        lead = LEAD.match(line)
        first = names_of(words[lead.end() if lead else 0 : roles[0].start() if roles else len(words)], is_sure=False)
        if not first or (roles and not lead):
            return ()
        told.append(first)
    ends = [*(role.start() for role in roles[1:]), len(words)]
    for role, stop in zip(roles, ends, strict=False):  # `记者：好的` is an interview's line
        told.append(names_of(words[role.end() : stop], is_sure=not {":", "："} & set(role[0])))
    return tuple(zip(("author", "contributor"), told, strict=False)) if all(told) else ()


TAKEN = regex(r"[\s\u3000]{0,3}[摄攝]影?\Z")


def names_of(words: str, *, is_sure: bool) -> str:
    """Give names as printed where words are nothing else; empty otherwise. `is_sure`: a role stands before them."""
    bare = BESIDE.sub("", words.strip(" \u3000\u00a0:：、,，"))
    spaced = {"".join(match.groups()) for match in LONE.finditer(bare)}
    names = [name for name in PARTS.split(LONE.sub(r"\1\2", bare)) if name]
    if not names or not all(map(is_person, names)):
        return ""
    if not is_sure and not (all(map(has_family, names)) and any(is_called(name, spaced) for name in names)):
        return ""
    return bare.strip()


def has_family(name: str) -> bool:
    """Say whether a name begins with a family name and does not end like `王某`, `张某等`."""
    return (name[0] in SURNAMES or name[0] in RARER or name[:2] in COMPOUND) and name[-1] not in "某等完"


def is_called(name: str, spaced: AbstractSet[str] = frozenset()) -> bool:
    """Say whether a name alone is no word: three characters, two set apart, or a given name of one."""
    if len(name) > LONGEST:
        return name[:2] in COMPOUND or "·" in name
    if len(name) == LONGEST:
        return name[0] not in RARER or is_given(name)
    return name in spaced or (is_given(name) and name not in WORDS)


def is_given(name: str) -> bool:
    """Say whether a name ends like a given name, or has one's usual second character."""
    return name[-1] in GIVEN or (len(name) == LONGEST and name[1] in MIDDLE)


def without_roles(words: str) -> str:
    """Give names without `通讯员`, `记者` before them; words that are not all names as they are."""
    bare = " ".join(ROLE.sub(" ", words).split()) if ROLE.search(folded(words)) else ""
    return bare if bare and names_of(bare, is_sure=True) else words


MIDDLE = frozenset("小晓曉")


def signed_by(words: str) -> str:
    """Give the name at the end of words that are it, or it behind a place or an office; empty for others."""
    before, name = words[:-LONGEST], words[-LONGEST:]
    is_name = len(name) == LONGEST and is_person(name) and has_family(name) and is_given(name)
    return name if is_name and (not before or WHERE.fullmatch(folded(before))) else ""


WHERE = regex(rf"{HAN}{{1,15}}[县市区镇乡村局院校学处办部社队站]")
"""`溪口县石榴镇`: whence somebody wrote; bounded."""
