"""What sites of unknown software say instead of a page, told from pages that speak of it. All pages are made up."""

# ruff: noqa: E501 - one page a row of the table


import pytest

from cleaners.outcome import Reason, State
from cleaners.page import Hints, Media, Page
from cleaners.platforms.generic import PLATFORM, wall_words
from cleaners.platforms.generic.walls import cut_of
from cleaners.platforms.platform import Findings
from cleaners.sheet import open_sheet
from tests.tables import table
from tests.timing import assert_quick

NAV = "".join(f'<a href="/{n}/">{name}</a>' for n, name in enumerate(("首页", "新闻", "公告", "政策", "办事", "留言") * 3))
FOOT = '<div class="footer"><p><a href="/a">关于我们</a> | <a href="/b">联系我们</a></p><p>Copyright © 2010-2024 青禾网 桂ICP备00000001号-1</p><p>举报电话：0000-00000000</p></div>'
ROWS = "".join(f'<li><a href="/x/{n}.html">青禾县第{n}季度河道清理情况通报</a></li>' for n in range(15))
NOTICE = "因供水管网检修，定于十二月八日九时至十七时停水，请各单位和居民提前做好储水准备，不便之处敬请谅解，特此通知。"
PROSE = "".join(f"<p>第{n}，今年以来，全县各级各部门认真落实上级部署，工作有序推进，成效明显。</p>" for n in "一二三四")
READ, CUT, LISTED = "read", "cut", "listed"


def bare(title: str, body: str) -> str:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"


def framed(title: str, body: str) -> str:
    return bare(title, f"<div class='nav'>{NAV}</div>{body}{FOOT}")


CASES: dict[str, tuple[str, str]] = {
    # errors
    "404 plain": (Reason.GONE, bare("404 Not Found", "<center><h1>404 Not Found</h1></center><hr><center>nginx</center>")),
    "404 framed": (Reason.GONE, framed("青禾网", "<div class=err><h2>很抱歉，您要访问的页面不存在！</h2><p>可能的原因：</p><ul><li>输入的网址有误</li><li>页面已被删除或移动</li></ul><a href=/>返回首页</a></div>")),
    "404 long reasons": (Reason.GONE, bare("出错啦", "<p>抱歉，您访问的页面找不到了</p><p>可能是因为：您输入的网址错误，或者该页面已经被管理员删除、移动到别的位置，也可能是服务器暂时没有响应。您可以检查网址是否正确，或者返回首页重新查找，5秒后自动跳转。</p>")),
    "deleted article framed": (Reason.GONE, framed("某局工作总结_青禾网", "<div class=msg><p>该文章已被作者删除</p></div>")),
    "deleted info": (Reason.GONE, bare("提示信息", "<p>您查看的信息已被删除或正在审核中</p>")),
    "trad 404": (Reason.GONE, framed("找不到網頁", "<h1>找不到您要的頁面</h1><p>您要瀏覽的頁面可能已經移除，請檢查網址是否正確。</p>")),
    "trad 404 b": (Reason.GONE, bare("錯誤訊息", "<p>很抱歉，您所查詢的文章不存在或已被刪除。</p>")),
    "gone wechat-like": (Reason.GONE, bare("", "<div><h2>该内容已被发布者删除</h2></div>")),
    "param": (Reason.GONE, bare("提示", "<p>参数错误！</p>")),
    "404 with recommends": (Reason.GONE, framed("404 - 页面没有找到_青禾网", f"<h1>404</h1><p>您访问的页面不存在</p><h3>热门推荐</h3><ul>{ROWS}</ul>")),
    "iis 404": (Reason.GONE, bare("无法找到页面", "<h1>无法找到该页</h1>您正在搜索的页面可能已经删除、更名或暂时不可用。<hr><p>请尝试以下操作：</p><ul><li>确保浏览器的地址栏中显示的网站地址的拼写和格式正确无误。</li><li>单击后退按钮尝试另一个链接。</li></ul>HTTP 错误 404 - 文件或目录未找到。<br>Internet 信息服务 (IIS)")),
    "下架": (Reason.GONE, framed("青禾文库", "<div class=tip>抱歉，该文档已下架，看看其他文档吧</div>")),
    "走丢": (Reason.GONE, framed("404", "<p>哎呀，页面走丢了~</p><a href=/>回首页</a>")),
    "500": (Reason.SERVER_ERROR, bare("500 - Internal server error.", "<h1>Server Error</h1><h2>500 - Internal server error.</h2><p>There is a problem with the resource you are looking for, and it cannot be displayed.</p>")),
    "502": (Reason.SERVER_ERROR, bare("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>")),
    "db": (Reason.SERVER_ERROR, bare("数据库错误", "<h1>建立数据库连接时出错</h1>")),
    "asp ole": (Reason.SERVER_ERROR, bare("", "<p>Microsoft OLE DB Provider for ODBC Drivers 错误 '80004005'</p><p>/show.asp，行 12</p>")),
    "busy": (Reason.SERVER_ERROR, bare("系统提示", "<p>系统繁忙，请稍后再试</p>")),
    "denied": (Reason.PERMISSION, bare("提示", "<p>抱歉，您没有权限查看该内容</p>")),
    "403": (Reason.PERMISSION, bare("403 Forbidden", "<h1>403 Forbidden</h1><p>You don't have permission to access this resource.</p>")),
    "intranet": (Reason.PERMISSION, framed("青禾大学", "<p>该页面仅限校内访问</p>")),
    # challenge
    "5s": (Reason.CHALLENGE, bare("Just a moment...", "<div>Checking your browser before accessing docs.example.</div><script>window._cf_chl_opt={}</script>")),
    "cookie 521": (Reason.CHALLENGE, '<html><head></head><body><script>document.cookie=("_")+("_")+("jsl_clearance=1");location.href=location.pathname+location.search</script></body></html>'),
    "bt waf": (Reason.CHALLENGE, bare("网站防火墙", "<h1>网站防火墙</h1><p>您的请求带有不合法参数，已被网站管理员设置拦截！</p><p>可能原因：您提交的内容包含危险的攻击请求</p><p>如何解决：1）检查提交内容；2）如网站托管，请联系空间提供商；3）普通网站访客，请联系网站管理员；</p>")),
    "yunsuo": (Reason.CHALLENGE, bare("", "<script>function YunSuoAutoJump(){}; var cookie='yunsuo_session_verify=1'</script>")),
    "safedog": (Reason.CHALLENGE, bare("网站访问报错", "<p>您的请求带有不合法参数，已被网站安全狗拦截</p>")),
    "aliyun": (Reason.CHALLENGE, bare("405", "<div>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</div><div>您的请求ID是: 0a1b</div>")),
    "acw": (Reason.CHALLENGE, '<html><script>var arg1="ABCD";document.cookie="acw_sc__v2="+x;document.location.reload()</script></html>'),
    "tencent": (Reason.CHALLENGE, bare("安全验证", "<p>请完成以下验证后继续访问</p><div id=captcha></div><script src=TCaptcha.js></script>")),
    "slider": (Reason.CHALLENGE, bare("验证", "<p>请按住滑块，拖动到最右边</p>")),
    "freq": (Reason.CHALLENGE, bare("提示信息", "<p>您的访问过于频繁，请稍后再试</p>")),
    "traffic": (Reason.CHALLENGE, bare("青禾", "<p>系统检测到您的网络环境存在异常，请输入验证码继续访问</p>")),
    "cyd": (Reason.CHALLENGE, bare("", "<p>当前访问疑似黑客攻击，已被创宇盾拦截</p><p>客户端IP：127.0.0.1</p>")),
    "js on": (Reason.CHALLENGE, bare("", "<noscript>x</noscript><p>请开启JavaScript并刷新该页.</p>")),
    "trad verify": (Reason.CHALLENGE, bare("請稍候...", "<p>正在進行安全驗證</p><p>此網站使用安全服務來防護惡意機器人。</p>")),
    # login
    "login": (Reason.LOGIN, bare("用户登录", "<form><input name=u><input type=password><button>登录</button></form>")),
    "login framed": (Reason.LOGIN, framed("会员登录 - 青禾网", "<div><h2>会员登录</h2><form>用户名：<input name=u>密码：<input type=password><a href=/r>注册</a></form><p>没有账号？立即注册，享受更多服务。忘记密码请点击找回。</p></div>")),
    "login needed": (Reason.LOGIN, framed("提示信息", "<p>您需要登录后才能查看此内容</p>")),
    "login oa": (Reason.LOGIN, bare("青禾县协同办公系统登录", "<form><input type=text><input type=password></form><p>建议使用谷歌浏览器</p>")),
    "session": (Reason.LOGIN, bare("提示", "<p>登录超时，请重新登录</p>")),
    "follow wall": (Reason.LOGIN, bare("某局总结", "<h1>某局总结</h1><p>扫码关注公众号后阅读全文</p>")),
    "password": (Reason.PASSWORD, bare("密码保护：我的日记", "<h1>密码保护：我的日记</h1><form><p>这是一篇受密码保护的文章，您需要提供访问密码：</p><input type=password></form>")),
    # closed
    "maint": (Reason.CLOSED, bare("提示", "<p>网站维护中，请稍后再来</p>")),
    "building": (Reason.CLOSED, bare("青禾", "<h1>网站建设中，敬请期待</h1>")),
    "beian": (Reason.CLOSED, bare("该网站未备案", "<h2>该网站暂时无法进行访问</h2><p>可能由以下原因导致：</p><p>1、未备案或未接入；</p><p>2、网站内容与备案信息不符或备案信息不准确；</p><p>3、网站内容违反相关规定。</p>")),
    "expired": (Reason.CLOSED, bare("", "<p>您的虚拟主机已到期，请及时续费</p>")),
    "parked": (Reason.CLOSED, bare("docs.example", "<h1>docs.example</h1><p>此域名正在出售中</p><p>This domain is for sale</p>")),
    "bt default": (Reason.CLOSED, bare("恭喜，站点创建成功！", "<h1>恭喜, 站点创建成功！</h1><p>这是默认index.html，本页面由系统自动生成</p><ul><li>本页面在FTP根目录下的index.html</li><li>您可以修改、删除或覆盖本页面</li></ul>")),
    "nginx": (Reason.CLOSED, bare("Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>")),
    "soon": (Reason.CLOSED, bare("Coming Soon", "<h1>Coming Soon</h1>")),
    # paid
    "paid wall": (Reason.PAID, framed("某县总结", "<h1>某县总结</h1><div class=pay><p>付费内容，购买后可查看全文</p></div>")),
    "vip": (Reason.PAID, framed("某县总结", "<h1>某县总结</h1><div><p>开通会员阅读全文</p></div>")),
    # nothing
    "refresh": (Reason.NO_CONTENT, '<html><head><meta http-equiv="refresh" content="0;url=/index.html"></head><body></body></html>'),
    "jsredirect": (Reason.NO_CONTENT, '<html><body><script>window.location.href="/new/";</script></body></html>'),
    "empty search": (Reason.NO_CONTENT, framed("搜索结果", "<p>抱歉，没有找到与“河道”相关的结果</p>")),
    "empty search b": (Reason.NO_CONTENT, framed("站内搜索", "<div>共找到 0 条结果</div>")),
    "json body": (Reason.NO_CONTENT, bare("青禾", "<div id=app></div><script>window.__DATA__={'content':'正文'}</script>")),
    # lists
    "dir": (LISTED, bare("Index of /doc", "<h1>Index of /doc</h1><pre><a href='../'>../</a>\n<a href='a.doc'>a.doc</a> 01-Jan-2020 10:00 12K</pre>")),
    "list": (LISTED, framed("通知公告", f"<ul>{ROWS}</ul>")),
    "list with login box": (LISTED, framed("青禾文库", f"<form>用户登录<input><input type=password></form><ul>{ROWS}</ul>")),
    "frames": (LISTED, "<html><head><title>青禾在线</title></head><frameset cols='200,*'><frame src='left.htm'><frame src='main.htm'></frameset></html>"),
    # near misses
    "about 404": (READ, framed("404页面不存在怎么办", "<h1>404页面不存在怎么办</h1><p>很多站长都遇到过404错误。页面不存在，一般是因为链接写错了，或者文章被删除之后没有做跳转。</p><p>解决的办法有三种，先检查链接，再看服务器日志，最后设置一个友好的提示页，让访客可以返回首页。</p>")),
    "about waf": (READ, framed("网站防火墙部署总结", "<h1>网站防火墙部署总结</h1><p>今年以来，我中心为全县三十二个政务网站统一部署了网站防火墙，累计拦截攻击请求十二万次，未发生安全事件，工作得到上级充分肯定。</p>")),
    "maint notice": (READ, framed("关于系统升级维护的公告", "<h1>关于系统升级维护的公告</h1><p>为提高服务质量，县政务服务平台定于12月8日22时至次日6时进行系统升级维护，期间网站暂停访问，由此带来的不便，敬请谅解。</p><p>县政务服务中心</p><p>2021年12月6日</p>")),
    "maint notice small": (READ, bare("关于系统升级维护的公告", "<h1>关于系统升级维护的公告</h1><p>为提高服务质量，县政务服务平台定于12月8日22时至次日6时进行系统升级维护，期间网站暂停访问，由此带来的不便，敬请谅解。</p><p>县政务服务中心</p><p>2021年12月6日</p>")),
    "short notice login word": (READ, framed("报名通知", "<h1>报名通知</h1><p>请各位家长于七月十日前登录县教育局报名平台填写信息，逾期视为放弃，特此通知。</p>")),
    "short notice": (READ, framed("停水通知", f"<h1>停水通知</h1><p>{NOTICE}</p>")),
    "short notice + login box": (READ, framed("停水通知", f"<form>用户登录 <input><input type=password></form><h1>停水通知</h1><p>{NOTICE}{NOTICE}</p>")),
    "about paid": (READ, framed("付费阅读的前景", "<h1>付费阅读的前景</h1><p>开通会员阅读全文，已经成为不少平台的主要收入来源。付费阅读能不能走得远，关键还是看内容值不值这个价钱，读者愿不愿意为好文章买单。</p>")),
    "about challenge": (READ, framed("验证码的故事", "<h1>验证码的故事</h1><p>请完成验证后继续访问，这句话我们每天都要看见好几次。从最早的扭曲字母，到后来的滑块，再到现在的无感验证，十几年间人与机器的较量一刻也没有停过。</p>")),
    "about delete": (READ, framed("文章被删除之后", "<h1>文章被删除之后</h1><p>该文章已被作者删除。看到这行字的时候，我愣了很久。那是我读过的写故乡写得最好的一篇文字，如今再也找不到了，只剩下收藏夹里一个灰色的标题。</p>")),
    "about beian": (READ, framed("备案流程说明", "<h1>备案流程说明</h1><p>网站未备案的，应当在开通之日起三十日内办理备案手续。逾期未办理的，由通信管理部门责令限期改正，拒不改正的，依法予以关闭网站。</p>")),
    "403 units": (READ, framed("全市404户企业复工情况通报", "<h1>全市404户企业复工情况通报</h1><p>截至三月十日，全市404户规模以上企业已全部复工，到岗职工三万二千人，复工率百分之百，产能恢复到去年同期的九成以上。</p>")),
    "search article": (READ, framed("搜救行动纪实", "<h1>搜救行动纪实</h1><p>没有找到失踪者的相关线索，搜救队员们一夜未眠。天亮的时候，山谷里终于传来了微弱的回应，所有人都激动得流下了眼泪，顾不上疲惫朝着声音的方向奔去。</p>")),
    "preview": (CUT, framed("某县工作总结", "<h1>某县工作总结</h1><div>" + PROSE + "</div><div class=pay>试读结束，开通会员阅读全文</div>")),
    "preview b": (CUT, framed("某县工作总结", "<h1>某县工作总结</h1><div>" + PROSE + "<p>登录后阅读剩余内容</p></div>")),
    "preview c": (CUT, framed("某县工作总结", "<h1>某县工作总结</h1><div>" + PROSE + "</div><p>剩余70%未读，付费后可查看全文</p>")),
    "no preview": (READ, framed("某县工作总结", "<h1>某县工作总结</h1><div>" + PROSE + "</div><p>展开全文</p>")),
}


def read(html: str) -> Findings:
    sheet = open_sheet(Page(body=html.encode(), url="http://docs.example/a/77.html", media=Media.HTML), Hints())
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    return PLATFORM.read(sheet, guess)


@table(("came_to", "html"), CASES.values(), ids=CASES)
def test_a_page_comes_to_what_it_is(came_to: str, html: str) -> None:
    findings = read(html)
    states = {READ: State.READ, CUT: State.READ, LISTED: State.LISTED}
    assert findings.outcome.state is states.get(came_to, State.REFUSED)
    assert findings.outcome.reason is (None if came_to in states else came_to)
    assert findings.facts.truncated is (came_to == CUT)
    assert bool(findings.drafts) is (came_to in (READ, CUT))


def test_the_line_that_says_that_a_text_is_cut_is_told() -> None:
    facts = read(CASES["preview"][1]).facts
    assert dict(facts.where)["truncated"] == "试读结束，开通会员阅读全文"
    assert cut_of(("开通会员阅读全文", "一", "二"), "一\n二") is None


def test_frames_lead_to_their_pages() -> None:
    found = {link.url for link in read(CASES["frames"][1]).links.documents}
    assert found == {"http://docs.example/a/left.htm", "http://docs.example/a/main.htm"}


@pytest.mark.parametrize("nasty", ["请登录" * 3_000, "页面" * 6_000, " " * 20_000, "0" * 20_000, "网站" * 6_000, "备案" * 6_000, "<meta" * 4_000])
def test_no_shape_lingers(nasty: str) -> None:
    shapes = [shape for name, shape in vars(wall_words).items() if name.isupper() and hasattr(shape, "search")]

    def work() -> None:
        for shape in shapes:
            shape.search(nasty)

    assert_quick(work, seconds=1.0)
