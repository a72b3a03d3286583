"""Disclaimers in any wording, and sentences of reports that speak of the same things."""

from cleaners.rules.folding import folded
from cleaners.rules.foot.disclaimer_lines import DISCLAIMERS, NOTICE, RULED

SHAPES = (*DISCLAIMERS, NOTICE, RULED)
SITES = (
    "注：本文来源于网络，如有侵权请告知删除。",
    "来源声明：本文来自互联网，版权归原作者所有。",
    "＊本站所有文章均来自网友投稿，仅供参考学习。",
    "本站资源来自网络，仅供学习，请于24小时内删除。",
    "文中图片来源于网络，侵删",
    "声明：该文观点仅代表作者本人，某某系信息发布平台，仅提供信息存储空间服务。",
    "特别声明：本文为某号作者上传，仅代表作者观点",
    "文章内容仅供参考，请以官方发布为准",
    "本文图片版权归作者所有，如有侵犯请联系我们",
    "以上内容仅供参考，不代表本网观点",
    "版权归溪口镇所有 未经许可不得转载",
    "转发请注明来自溪口文库",
    "本文由溪口文库小编青禾编辑整理",
    "此文仅供学习参考",
    "增值电信业务经营许可证：某B2-20210001",
    "Powered by DedeCMS",
    "发布于：某省",
    "总访问量：123456 今日访问：123",
    "※※※※※",
    "- 完 -",
    "文：青禾 图：山溪",
    "注：本文來源於網絡，如有侵權請告知刪除。",
)
REPORTS = (
    "文章来源于网络的占三成，其中侵权12起，已联系删除。",
    "本文由三部分组成。",
    "本文仅就农村公路谈几点意见。",
    "内容侵权的案件要依法处理，群众满意。",
    "资料收集整理工作由办公室负责，供领导决策参考。",
    "以上意见仅代表个人，请批评指正。",
    "图片展览吸引群众3万人。",
    "食品经营许可证办理情况",
    "发布于县政府网站的文件共12份。",
    "一二三",
    "--",
    "工业产品生产许可证：已办理",
    "文化：青禾负责 图书：山溪负责",
    "部分群众来信反映侵权问题，已及时处理5件。",
    "本站点负责供水，联系电话见附件。",
)


def test_a_page_on_itself_is_no_text() -> None:
    assert [words for words in SITES if not any(shape.fullmatch(folded(words)) for shape in SHAPES)] == []


def test_reports_that_speak_of_the_same_things_stay() -> None:
    assert [words for words in REPORTS if any(shape.fullmatch(folded(words)) for shape in SHAPES)] == []
