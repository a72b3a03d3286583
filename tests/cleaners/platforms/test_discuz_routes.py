"""What links lead to, script by script and parameter by parameter; typed from the software's own list of scripts."""

import pytest

from cleaners.platforms.discuz import anatomy
from cleaners.platforms.discuz.addresses import address
from cleaners.platforms.discuz.routes import quick_rule
from cleaners.reading import UrlKind
from tests.tables import table

SITE = "http://bbs.test/"
BY_MOD = """
    space: home.php?mod=space&uid=5|home.php?mod=follow|forum.php?mod=space|forum.php?mod=follow
    action: home.php?mod=spacecp|forum.php?mod=post|forum.php?mod=topicadmin|forum.php?mod=modcp|misc.php?mod=report
    action: portal.php?mod=portalcp|misc.php?mod=invite|misc.php?mod=buyinvitecode|forum.php?mod=misc&action=rate
    redirect-goto: forum.php?mod=redirect&goto=lastpost
    login: member.php?mod=logging|member.php?mod=lostpasswd|member.php?mod=getpasswd|member.php?mod=anything
    login: ?mod=logging|forum.php?mod=logging|forum.php?mod=lostpasswd|forum.php?mod=getpasswd
    register: member.php?mod=register|member.php?mod=activate
    search: search.php?mod=forum|home.php?mod=search
    ajax: forum.php?mod=ajax|misc.php?mod=editor|misc.php?mod=swfupload|misc.php?mod=upload|misc.php?mod=relatekw
    ajax: misc.php?mod=relatethread|misc.php?mod=clickread|misc.php?mod=initsys|misc.php?mod=patch|misc.php?mod=diyhelp
    captcha: misc.php?mod=seccode|misc.php?mod=secqaa
    guide: forum.php?mod=guide
    collection: forum.php?mod=collection
    portal-comment: portal.php?mod=comment
    asset: forum.php?mod=image
    no-id: forum.php?mod=viewthread|forum.php?mod=forumdisplay|forum.php?mod=group|portal.php?mod=view
    no-id: misc.php?mod=viewthread|misc.php?mod=forumdisplay|misc.php?mod=group
    misc: home.php?mod=misc|forum.php?mod=announcement|home.php?mod=medal|home.php?mod=magic|home.php?mod=task
    misc: forum.php?mod=trade|forum.php?mod=tradelog|home.php?mod=faq|forum.php?mod=ranklist|forum.php?mod=tag
    misc: home.php?mod=stat|forum.php?mod=mobile|forum.php?mod=index
"""
BY_SCRIPT = """
    search: search.php
    plugin: plugin.php?id=x|userapp.php
    admin: admin.php
    login: connect.php|logging.php|member.php
    register: register.php
    space: home.php|space.php?uid=5|profile.php|viewpro.php|memcp.php|pm.php|my.php
    action: cp.php|post.php|topicadmin.php|modcp.php|pay.php|invite.php
    group: group.php
    portal-other: portal.php?mod=odd
    forum-other: forum.php?mod=odd
    home-other: index.php?fromuid=5&gid=3
    redirect-goto: redirect.php?goto=lastpost
    ajax: api.php|ajax.php|relatethread.php
    captcha: seccode.php
    list-filter: digest.php
    mobile: wap.php
    misc: misc.php|tag.php|eccredit.php|stats.php|faq.php|member_list.php|magic.php|medal.php|task.php
    misc: announcement.php|leftmenu.php|frame.php|video.php|campaign.php|sitemap.php|trade.php|forumnav.php|topic.php
    misc: advertise.php|tag-x.html|topic-x.html
    redirect-goto: redirect-1.html
    space: space-uid-5.html|profile-5.html|blog-5-6.html
"""
ROWS = [
    (target, line.strip().partition(": ")[0])
    for line in (BY_MOD + BY_SCRIPT).splitlines()
    if line.strip()
    for target in line.partition(": ")[2].split("|")
]


@table(("target", "rule"), ROWS)
def test_what_is_never_followed_has_its_rule(target: str, rule: str) -> None:
    found = address(SITE + target)
    assert found is not None
    assert (found.kind, found.rule) == (UrlKind.SKIP, rule)


NOISE = (
    "extra fromuid fromuser fromguid highlight from sid mobile simpletype showmobile showoldetails forumlist newwindow"
    " tdsourcetag utm_source utm_medium utm_campaign lastpage formhash auth forumrefresh mobiledata"
)


@table("name", NOISE.split(" "))
def test_what_only_changes_a_session_is_left_out(name: str) -> None:
    found = address(f"{SITE}forum.php?mod=viewthread&tid=7&{name}=x1")
    assert (found.url, found.key) == (f"{SITE}forum.php?mod=viewthread&tid=7", "discuz:bbs.test:thread:7")


@pytest.mark.parametrize(
    "href",
    ["", "javascript:;", "#top", "mailto:a@b.test", "tel:1", "data:,x", "ftp://f.test/", "thunder://x", "magnet:?x",
     "ed2k://x"],
)  # fmt: skip
def test_targets_that_lead_to_no_page(href: str) -> None:
    assert quick_rule(href) == ""


@pytest.mark.parametrize(
    ("href", "is_plain"),
    [
        ("thread-7-1-1.html", True),
        ("forum.php?mod=viewthread&amp;tid=7", True),
        ("forum.php#a", True),
        ("../forum.php", False),
        ("//x.test/forum.php", False),
        ("x.test:80/forum.php", False),
        ("a/forum.php", False),
        ("?mod=x", False),
    ],
)
def test_plain_targets_are_joined_without_taking_them_apart(href: str, is_plain: bool) -> None:
    assert (anatomy._PLAIN_TARGET.match(href) is not None) == is_plain


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.bbs.test/bbs/thread-7-1-1.html", "discuz:bbs.test/bbs:thread:7"),
        ("https://bbs.test/bbs/forum.php?mod=viewthread&tid=7", "discuz:bbs.test/bbs:thread:7"),
        ("https://bbs.test/bbs/archiver/?tid-7.html", "discuz:bbs.test/bbs:thread:7"),
        ("http://bbs.test:8080/thread-7-2-1.html", "discuz:bbs.test:8080:thread:7"),
        ("http://bbs.test/forum.php?mod=viewthread&tid=7&archiver=1", "discuz:bbs.test:thread:7"),
        ("http://bbs.test/forum.php?mod=viewthread&tid=7&cp=all", "discuz:bbs.test:thread:7:whole"),
    ],
)
def test_keys_under_folders_hosts_and_ports(url: str, key: str) -> None:
    assert address(url).key == key
