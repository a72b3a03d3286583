"""What masks stand for, by the words at their edges."""

from functools import partial

from cleaners.facts.mask_kinds import kind_of, mask_kinds
from cleaners.facts.text import mask_places, masks_of
from tests.tables import table
from tests.timing import assert_quick


def kinds(text: str) -> list[str]:
    return [kind_of(text, start, end) for start, end in mask_places(text)]


@table(
    "text",
    [
        "***同志",
        "以***同志为核心",
        "以***为核心",
        "**总书记",
        "XX书记",
        "XX副书记",
        "XX主任",
        "XX副主任",
        "XX县长",
        "XX副镇长",
        "XX局长",
        "XX校长",
        "XX省长",
        "XX主席",
        "XX总理",
        "XX常委",
        "XX委员",
        "XX老师",
        "XX先生",
        "XX女士",
        "XX教授",
        "XX院士",
        "XX董事长",
        "XX总经理",
        "XX组长",
        "XX会长",
        "XX支书",
        "XX班主任",
        "XX等同志",
        "***新时代中国特色社会主义思想",
        "***重要讲话",
        "***系列重要讲话",
        "***关于脱贫攻坚的重要论述",
        "***法治思想",
        "组长:XX\n",
        "书记：XX",
        "联系人:XX,",
        "总书记**指出",
        "□□同志",
    ],
)
def test_leaders(text: str) -> None:
    text = f"学习{text}" if text[0] == "□" else text
    assert kinds(text) == ["leader"]


@table(
    "text",
    [
        "XX省",
        "**市",
        "XX县",
        "XX县委",
        "XX区政府",
        "X镇",
        "XX乡",
        "XX州",
        "XX旗",
        "XX盟",
        "XX村",
        "XX村民",
        "XX屯",
        "XX社区",
        "XX街道",
        "XX自治县",
        "XX矿区",
        "XX开发区",
        "XX高新区",
        "XX农场",
        "XX林场",
        "XX行政村",
        "XX办事处",
        "XX居委会",
        "XX苏木",
        "XX嘎查",
        "XX人民政府",
        "XX人民法院",
        "XX大地",
        "XX境内",
        "XX辖区",
        "XX籍",
        "XX河流域",
        "XX地区",
        "XX路",
        "XX大道",
        "法治XX建设",
        "平安XX建设",
        "美丽××",
    ],
)
def test_places(text: str) -> None:
    assert kinds(text) == ["place"]


@table(
    "text",
    [
        "XX人次",
        "**万元",
        "X亿元",
        "XX元",
        "X个",
        "XX多个",
        "XX余名",
        "测试*场",
        "XX次",
        "X名",
        "X户",
        "X篇",
        "X条",
        "X件",
        "X起",
        "X项",
        "X份",
        "X%",
        "XX公里",
        "XX亩",
        "XX平方米",
        "X台",
        "X套",
        "X间",
        "X所",
        "*支文艺队",
        "X期",
        "第*批",
        "第X",
        "X批",
        "X届",
        "X岁",
        "X周年",
        "X吨",
        "X家企业",
        "XX号",
        "X年",
        "X月",
        "X日",
        "X时",
        "X分",
        "X天",
        "X个百分点",
        "X人",
        "党的XX大精神",
        "X中全会",
        "约XX",
        "共XX",
        "增长XX",
        "投入XX",
    ],
)
def test_numbers(text: str) -> None:
    assert kinds(text) == ["number"]


@table(
    "text",
    [
        "XX学校",
        "**公司",
        "XX局",
        "XX集团",
        "**大学",
        "开展XX活动",
        "“XX”服务",
        "XX市场",
        "XX区域",
        "XX市级",
        "XX县级",
        "XX镇级",
        "XX乡村旅游",
        "XX路线",
        "XX项目",
        "XX家园",
        "XX家庭",
        "XX名称",
        "XX期间",
        "XX支部",
        "XX人才",
        "XX人民日报",
        "XX处室",
        "XX号召",
        "XX分局",
        "XX分公司",
        "XX主任务",
        "XX委员会",
        "XX局长期",
        "张某",
        "XX主席台",
        "XX条例",
        "XX户外",
        "XX场所",
    ],
)
def test_what_no_word_tells(text: str) -> None:
    assert kinds(text) == ["unknown"]


def test_kinds_are_counted_in_a_fixed_order() -> None:
    text = "XX公司XX人次,**市***同志,XX县。"
    assert mask_kinds(text, mask_places(text)) == (("leader", 1), ("place", 2), ("number", 1), ("unknown", 1))
    assert mask_kinds("无", ()) == ()


@table(
    ("text", "expected"),
    [
        ("在__县开会", (("__", 1),)),
        ("在＿＿县开会", (("＿＿", 1),)),
        ("市====局", (("====", 1),)),
        ("在★★镇开会", (("★★", 1),)),
        ("在□□村开会", (("□□", 1),)),
        ("在○○村开会", (("○○", 1),)),
        ("在ＸＸ镇开会", (("ＸＸ", 1),)),
        ("在ｘｘ镇开会", (("ｘｘ", 1),)),
        ("□是□否", ()),
        ("姓名:____", ()),
        ("____\n", ()),
        ("====\n标题\n====", ()),
        ("★★★★★", ()),
        ("意_形", ()),
        ("a==b", ()),
        ("20__年", ()),
        ("20□□年", ()),
        ("党的○一", ()),
    ],
)
def test_blanks_are_masks_between_characters(text: str, expected: tuple[tuple[str, int], ...]) -> None:
    assert masks_of(text) == expected


def test_nasty_texts_are_quick() -> None:
    def read(nasty: str) -> None:
        mask_kinds(nasty, mask_places(nasty))

    for nasty in ("XX" + "关于" * 10_000, "X个" * 6_000, "党__县" * 4_000, "组长:XX" * 3_000):
        assert_quick(partial(read, nasty), seconds=0.4, name=nasty[:9])
