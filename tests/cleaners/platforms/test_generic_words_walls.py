"""Each word by which errors, challenges, logins and walls are told, on the small page that says it. All made up."""

# ruff: noqa: E501 - words in rows of tables

import pytest

from cleaners.outcome import Reason, State
from cleaners.page import Hints, Media, Page
from cleaners.platforms.generic import PLATFORM
from cleaners.platforms.generic.walls import cut_of
from cleaners.platforms.platform import Findings
from cleaners.sheet import open_sheet
from tests.tables import table

PROSE = "".join(f"<p>第{n}，今年以来，全县各级各部门认真落实上级部署，工作有序推进，成效明显。</p>" for n in "一二三四")


def read(body: str, *, title: str = "青禾") -> Findings:
    html = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"
    sheet = open_sheet(Page(body=html.encode(), url="http://docs.example/a/77.html", media=Media.HTML), Hints())
    guess = PLATFORM.detect(sheet)
    assert guess is not None
    return PLATFORM.read(sheet, guess)


SAID: dict[Reason, tuple[str, ...]] = {
    Reason.GONE: (
        "404", "HTTP 410", "Not Found", "The page cannot be found", "page can't be displayed", "页面不存在", "頁面已不存在", "网页未找到", "網頁找不到", "文章已删除", "内容已被作者刪除", "內容被移除", "信息已下架", "资讯已下线", "新闻已被屏蔽",
        "文档已隐藏", "文檔已取消", "帖子已过期", "主题已失效", "链接已搬家", "文件走丢了", "资源丢失", "网址丢了", "作品飞走了", "日志迷路了", "网页不見了", "商品不见了", "数据失联", "资料去了火星", "栏目已经被系统自动删除",
        "找不到该文档", "无法找到该网页", "没有找到对应的内容", "沒有找到帖子", "无法显示此页面", "無法顯示網頁", "无此信息", "没有该文章", "不存在此资源", "没有您要的文件", "没有你要看的作品", "参数错误", "地址有误", "参数有误", "非法参数",
        "非法访问", "非法操作", "页面出错", "頁面出錯", "站点不存在", "没有找到站点",
    ),
    Reason.SERVER_ERROR: (
        "Internal Server Error", "Bad Gateway", "Service Unavailable", "service temporarily unavailable", "Gateway Time-out", "gateway timeout", "Server Error", "数据库连接失败", "資料庫錯誤", "database connection error", "服务器错误", "服务器内部错误",
        "伺服器錯誤", "系统异常", "系统繁忙", "程序出错", "应用程序发生错误", "系统暂时繁忙", "HTTP Status 500", "Fatal error: x", "Parse error: x", "MySQL server error", "mysql 错误", "SQLSTATE[HY000]", "Microsoft OLE DB", "ADODB.Connection", "JDBC", "Stack Trace",
        "Runtime Error", "页面错误！请稍后再试",
    ),
    Reason.PERMISSION: (
        "没有权限", "沒有權限".replace("權限", "权限"), "无此权限", "无足够的权限", "没有查看权限", "無權", "无权访问", "无权查看", "无权浏览", "权限不足", "403", "Forbidden", "禁止访问", "拒绝访问", "Access Denied", "仅限内网", "仅校内可看", "只能内部看", "只允许校园网",
        "仅单位内", "您的IP受到限制", "IP地址不在允许范围", "ip被禁止",
    ),
    Reason.CHALLENGE: (
        "安全验证", "安全驗證", "人机验证", "人机身份验证", "人機驗證", "访问验证", "安全检查", "正在进行安全检查，请稍候", "浏览器安全检查中", "请完成下方安全检查", "请先完成验证", "完成以下安全验证", "请完成下方验证", "请填写验证码后继续", "输入图中验证码继续访问", "Checking your browser", "Just a moment", "正在检查您的浏览器", "检测浏览器", "驗證您是否是真人".replace("您是否是真人", "您是否是真人"),
        "正在檢查瀏覽器", "请稍候片刻，正在验证", "Enable JavaScript", "请开启JavaScript", "請啟用 JavaScript", "需要允许cookie", "请先打开浏览器的JS", "访问太频繁", "操作过于频繁", "请求过频繁", "刷新過於頻繁", "频繁刷新限制", "页面重载开启", "拖动下方滑块", "按住滑块", "滑动左边滑块", "滑动验证",
        "点击按钮进行验证", "点击这里完成验证", "异常流量", "可疑请求", "异常访问", "可疑行为", "网络异常", "账号存在异常", "环境异常", "已拦截", "被网站管理员设置拦截", "已阻断", "被攔截", "网站防火墙", "Web应用防火墙", "web application firewall", "访问被拒绝", "创宇盾", "安全狗", "云锁", "雷池", "D盾", "疑似黑客",
        "疑似攻击", "DDoS protection", "Verify you are human", "verifying you are a human", "Attention Required", "Too Many Requests",
    ),
    Reason.PASSWORD: (
        "受密码保护", "受到密码保护", "需要输入密码", "请先输入访问密码", "請輸入密碼", "请提供查看密码", "凭密码访问", "输入密码查看", "加密文章", "加密日志", "加密相册", "Password Protected",
    ),
    Reason.PAID: (
        "购买后阅读", "付费后可查看", "订阅后浏览", "訂閱后解锁", "充值后下载", "支付后观看", "打赏后继续", "积分不足才能看", "下载券方可使用", "开通套餐后阅读", "付费专享", "VIP专属", "会员可见", "收费内容", "會員文章", "订阅限定", "訂閱才能看", "会员方可看", "VIP可查看", "会员可读", "试读已结束", "试读部分完", "本文为付费", "此文需订阅",
        "该内容是收费", "以下内容为会员", "全文需付费", "剩余内容为VIP", "此处内容需订阅", "解锁全文", "解锁剩余", "解锁后续", "解锁本文", "解锁完整", "权限：会员", "权限VIP",
    ),
    Reason.LOGIN: (
        "请先登录", "請登錄", "需登陆", "需要登录", "須登入", "必须登录", "尚未登录", "未登录", "还没有登录", "您还没登录", "请注册", "登录后才能看", "登陆后即可看", "登錄后方可看", "登录后可以看", "登录后再来", "登录后查看", "登录后阅读", "登录后继续", "登录已过期", "登陆超时", "登錄失效", "游客不能看", "未登录用户无法看", "游客无权看",
        "Please log in", "please signin", "关注公众号可见", "扫码阅读全文", "关注后查看全文", "扫码后解锁", "关注后阅读", "扫码后查看",
    ),
    Reason.CLOSED: (
        "网站维护", "本站正在維護", "站点关闭", "系统升级", "该站暂停", "網站升級", "平台停用", "网站停止服务", "网站改版", "本站建设中", "网站建設中", "网站到期", "该站过期", "平台下线", "網站關閉", "未备案", "没有进行备案", "暂未备案", "尚未备案", "备案已注销", "备案被取消", "备案不符", "备案未通过", "域名到期", "空间已过期", "主机欠费", "服务被停",
        "空間關閉", "该域名无法访问", "此站点暂时不能访问", "正在施工中", "正在筹备中", "正在備案中", "Under Construction", "Coming Soon", "即将上线", "稍后开放", "即将推出", "域名出售", "域名正在转让", "域名停放", "域名交易", "域名待售", "Domain is for sale", "domain parking", "domain parked", "Domain has expired", "Buy this domain", "恭喜，站点创建成功",
        "Welcome to nginx", "welcome to openresty", "Welcome to CentOS", "welcome to tengine", "Apache2 Ubuntu default page", "IIS Windows Server", "It works!", "违反相关规定已关闭", "违反法律被停止", "因违反规定已被屏蔽",
    ),
    Reason.NO_CONTENT: (
        "没有找到相关结果", "沒有搜索到匹配", "未检索到符合条件", "未查询到结果", "没有搜到與關鍵字有关的", "搜索结果为空", "检索为0", "查询结果0条", "搜尋结果为空", "共0条", "约 0 個结果", "找到0篇", "共0项", "暂无相关内容", "暂无搜索记录", "暂无符合的", "查無資料", "查無此結果", "No results found",
    ),
}  # fmt: skip


@table(("reason", "words"), [(reason, words) for reason, rows in SAID.items() for words in rows])
def test_a_page_that_only_says_this_is_refused(reason: Reason, words: str) -> None:
    findings = read(f"<p>{words}</p>")
    assert (findings.outcome.state, findings.outcome.reason) == (State.REFUSED, reason)


NEAR = (
    "404号文件", "第403条", "2.404", "403户", "文章很好", "页面设计", "服务器采购", "数据库建设", "权限清单", "访问团到访", "检查工作", "验证合格", "密码学", "密码登录", "会员大会", "积分制管理", "订阅报刊", "登录平台报名", "请登录县教育局平台报名", "注册商标", "备案登记",
    "建设项目", "施工许可", "维护稳定", "搜索救援", "共100条", "域名知识", "会员整理的内容",
)  # fmt: skip


@table("words", NEAR)
def test_a_page_that_says_something_like_it_is_no_message(words: str) -> None:
    findings = read(f"<h1>{words}</h1><p>{words}，各单位按要求抓好落实，办公室每月通报一次进展，群众满意是唯一标准，请大家共同努力。</p>", title=words)
    assert findings.outcome.state is State.READ


SHORT = ("溪口镇开展燃气安全检查", "关于开展安全检查的通知", "溪口镇节前安全检查", "开展安全检查 消除安全隐患")
"""Titles of short news and notices in which a shield's words stand."""


@table("words", SHORT)
def test_short_news_of_an_inspection_is_no_shield(words: str) -> None:
    findings = read(f"<h1>{words}</h1><p>11月3日，我镇组织检查，发现隐患3处，已整改到位。</p>")
    assert findings.outcome.reason is not Reason.CHALLENGE


@table(
    "source",
    ["_cf_chl_opt", "/cdn-cgi/challenge-platform/", "cf-browser-verification", "__jsl_clearance", "jsluid", "yunsuo_session", "safedog", "btwaf", "aliyunwaf", "acw_sc__v2", "renderData", "TencentCaptcha", "EO_Bot", "wzws", "_Incapsula_", "incap_ses", "geetest", "nocaptcha",
     "recaptcha/api", "hcaptcha.com", "HWWAFSESID", "$_ts = x", "anticrawl", "slidercaptcha", "slider-captcha", "document.cookie='a=1';location.href='/'", "document.cookie = x; location.reload()", "document.cookie=x;location.replace(y)"],
)  # fmt: skip
def test_the_script_of_a_shield(source: str) -> None:
    findings = read(f"<script>var a; {source}</script>")
    assert findings.outcome.reason is Reason.CHALLENGE
    assert read(f"<div>{PROSE}</div><script>var a; {source}</script>").outcome.state is State.READ


@pytest.mark.parametrize("source", ["captcha", "challenge", "document.cookie='a=1'", "location.hash", "waf", "safe"])
def test_another_script_is_no_shield(source: str) -> None:
    assert read(f"<script>var a; {source}</script>").outcome.reason is Reason.NO_CONTENT


@pytest.mark.parametrize(
    "source",
    ["<meta http-equiv='refresh' content='0;url=/'>", '<META content="0" http-equiv = "Refresh">', "<script>location='/'</script>", "<script>window.location.href = '/'</script>", "<script>self.location(\"/\")</script>", "<script>top.location.replace('/')</script>", "<script>document.location.assign('/')</script>"],
)  # fmt: skip
def test_a_page_that_only_sends_on(source: str) -> None:
    outcome = read(source).outcome
    assert (outcome.reason, outcome.detail) == (Reason.NO_CONTENT, "青禾")
    assert read(source, title="").outcome.detail == "only sends on"


@table(
    "title",
    ["用户登录", "会员登陆", "系统登錄", "统一身份认证", "管理登录", "后台登录", "青禾平台登录", "某中心登录入口", "社区登录页面", "論壇登錄", "會員登入", "登 录", "Login", "Sign in", "Log In", "青禾县账号登录", "帐号登录界面"],
)  # fmt: skip
def test_a_title_of_a_login(title: str) -> None:
    body = f"<form><input name=u><input type=password></form><div>{PROSE}</div>"
    assert read(body, title=title).outcome.reason is Reason.LOGIN
    assert read(body.replace("type=password", ""), title=title).outcome.state is State.READ


@pytest.mark.parametrize("title", ["登录指南", "用户调查", "认证工作总结", "login问题"])
def test_a_title_of_no_login(title: str) -> None:
    assert read(f"<form><input type=password></form><div>{PROSE}</div>", title=title).outcome.state is State.READ


@pytest.mark.parametrize("words", ["登录", "登 陆", "登錄", "登入", "Login", "log in", "Sign In"])
def test_a_small_page_with_a_password_and_this_word_is_a_login(words: str) -> None:
    body = f"<form><input type=password><b>{words}</b></form>"
    assert read(body).outcome.reason is Reason.LOGIN
    assert read(body.replace(words, "进入")).outcome.reason is Reason.NO_CONTENT


@table(
    "words", ["试读结束", "试读部分已结束", "预览到此", "試讀已完毕", "預覽結束", "试读章节结束", "还有35%未读", "剩余1200字，登录阅读", "余下3页付费可看", "未读20页开通会员", "剩余内容登录后查看", "以下内容为付费内容", "后面部分购买后阅读", "全文VIP可查看", "完整版会员可见", "隐藏内容登录后可以看",
              "更多内容请登录", "全部内容订阅后阅读", "阅读权限：会员，购买后阅读", "还有内容请登录"],
)  # fmt: skip
def test_the_line_below_a_cut_text(words: str) -> None:
    assert cut_of(("一", "二", words), "一\n二") == words
    assert cut_of(("一", words, "三", "四", "二"), "一\n二") is None


@pytest.mark.parametrize("words", ["预览文件", "还有三天", "剩余工作", "登录平台", "付费停车", "展开全文", "以下内容为附件", "还有35%未读。请登录后"])
def test_a_line_below_a_whole_text(words: str) -> None:
    assert cut_of(("一", "二", words), "一\n二") is None
