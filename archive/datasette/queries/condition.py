"""Ready-made queries about the archive's condition: runs, states, failures, doubtful captures, cleaning, lengths."""

from archive.datasette.queries.canned import Canned, share
from archive.tables.documents import DOCUMENTS

CRAWL_HEALTH = Canned(
    name="crawl_health",
    chinese="采集健康", english="Crawl health",
    tells_chinese="每次采集：请求、页面、新报告、失败次数及占请求的比例、失败原因；没有结束时间的仍在运行或已中断。",
    tells_english="Each run: requests, pages, new reports, failed attempts with their share of requests, and the"
                  " reasons. One without an end is running or was killed.",
    sql=f"""
with counted as (
  select crawl_id, reason, count(*) as times from failures group by crawl_id, reason
), failed as (
  select crawl_id, sum(times) as failures, group_concat(reason || ' × ' || times, ', ') as reasons
  from (select * from counted order by crawl_id, times desc, reason) group by crawl_id
)
select crawls.id as crawl, crawls.label, crawls.spider, crawls.started_at, crawls.finished_at, crawls.finish_reason,
  crawls.requests, crawls.pages, crawls.reports_new, crawls.copies_new, coalesce(failed.failures, 0) as failures,
  {share("coalesce(failed.failures, 0)", "crawls.requests")} as percent_failed, failed.reasons,
  round(crawls.bytes / 1e6, 1) as megabytes
from crawls left join failed on failed.crawl_id = crawls.id order by crawls.id desc limit 200
""",
)  # fmt: skip
STATES = Canned(
    name="states",
    chinese="网址处理结果", english="What URLs came to",
    tells_chinese="每种状态和原因的网址数及比例。",
    tells_english="States and reasons of all URLs, with counts and shares.",
    sql=f"""
select state, reason, count(*) as urls, {share("count(*)", "sum(count(*)) over ()")} as percent
from frontier group by state, reason order by urls desc, state, reason limit 500
""",
)  # fmt: skip
STATES_BY_SITE = Canned(
    name="states_by_site",
    chinese="各网站处理结果", english="What URLs came to, by site",
    tells_chinese="各网站各状态的网址数；填主机名则只看一家并列出原因。",
    tells_english="URLs of each site by state; a host name shows that site alone, with the reasons.",
    sql=f"""
select sites.host, frontier.state, iif(:host = '', null, frontier.reason) as reason, count(*) as urls,
  {share("count(*)", "sum(count(*)) over (partition by frontier.site_id)")} as percent_of_site
from frontier join sites on sites.id = frontier.site_id
where :host = '' or sites.host = :host
group by frontier.site_id, frontier.state, 3 order by sites.host, urls desc limit 1000
""",
    params=("host",),
)  # fmt: skip
GONE = Canned(
    name="gone_since",
    chinese="后来消失的页面", english="Gone since",
    tells_chinese="曾经入档、再访时已被删除、锁定或要求登录的页面；报告仍在档案中。",
    tells_english="Pages that were archived, and answered with an error, a lock or a log-in since; the archive still"
                  " has the report.",
    sql="""
select frontier.reason, frontier.url, documents.title, frontier.detail, frontier.fetched_at, documents.last_seen_at,
  (select reports.public_id from copies join reports on reports.id = copies.report_id
   where copies.document_id = documents.id order by copies.position, copies.part limit 1) as public_id
from frontier join documents on documents.id = frontier.document_id
where frontier.state = 'refused' order by frontier.fetched_at desc, frontier.id limit 500
""",
)  # fmt: skip
FAILING = Canned(
    name="failing_sites",
    chinese="常失败的网站", english="Where attempts fail",
    tells_chinese="按网站和原因统计失败的请求，最近一次在何时。",
    tells_english="Attempts that gave no page, by site and reason, and when it last happened.",
    sql="""
select sites.host, failures.stage, failures.reason, count(*) as attempts, max(failures.http_status) as http_status,
  max(failures.failed_at) as last_at
from failures left join frontier on frontier.id = failures.frontier_id left join sites on sites.id = frontier.site_id
group by frontier.site_id, failures.stage, failures.reason order by attempts desc limit 500
""",
)  # fmt: skip
DOUBTFUL = Canned(
    name="doubtful_captures",
    chinese="有疑问的抓取", english="Captures in doubt",
    tells_chinese="隔离的、尚未读取的、没有内容的、缺少摘要的抓取。字节本身须用 gongwen verify 核对。",
    tells_english="Captures that are quarantined, not read yet, empty, or without a digest. Their bytes are checked"
                  " by `gongwen verify`, not here.",
    sql="""
with doubtful as (
  select id from captures where state in ('quarantined', 'fetched')
  union
  select id from captures where sha256 in ('', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
)
select case when captures.state = 'quarantined' then 'quarantined' when captures.state = 'fetched' then 'not read yet'
    when captures.sha256 = '' then 'no digest' else 'empty' end as doubt,
  captures.reason, captures.url, captures.status, captures.bytes, captures.fetched_at, captures.warc_file,
  captures.warc_offset, captures.sha256, captures.id as capture
from (select id from doubtful order by id desc limit 500) as newest join captures on captures.id = newest.id
order by captures.id desc
""",
)  # fmt: skip
INCOMPLETE = Canned(
    name="incomplete_documents",
    chinese="不完整的文档", english="Incomplete documents",
    tells_chinese="缺页的，或页面自己说只显示一部分的。",
    tells_english="Documents with pages missing, and those whose page says that it shows only a part.",
    sql="""
select title, url, pages_have, pages_of, is_truncated, last_seen_at, id as document from documents
where is_complete = 0 or is_truncated = 1 order by id desc limit 500
""",
)  # fmt: skip
REMOVED = Canned(
    name="what_was_removed",
    chinese="清洗了什么", english="What cleaning changed",
    tells_chinese="每条规则改动的次数、涉及的处数和比例，附一例。",
    tells_english="Each cleaning rule by use: changes, copies that it changed and their share, with an example.",
    sql=f"""
with counted as (
  select rule, count(*) as changes, count(distinct copy_id) as copies, min(id) as example from edits group by rule
)
select counted.rule, counted.changes, counted.copies,
  {share("counted.copies", "(select count(*) from copies)")} as percent_of_copies,
  substr(edits.taken, 1, 200) as example_taken, substr(edits.put, 1, 200) as example_put
from counted join edits on edits.id = counted.example order by counted.changes desc, counted.rule limit 500
""",
)  # fmt: skip
CHANGES = Canned(
    name="changes_by_rule",
    chinese="某条规则改了什么", english="What a rule changed",
    tells_chinese="填规则名：最近的 200 处改动，删去什么、补上什么。",
    tells_english="Give a rule's name: its latest 200 changes, what stood there and what stands there now.",
    sql="""
select edits.taken, edits.put, edits.start, copies.title, copies.url, reports.public_id, edits.copy_id as copy
from (select id from edits where rule = :rule order by id desc limit 200) as latest
join edits on edits.id = latest.id join copies on copies.id = edits.copy_id
join reports on reports.id = copies.report_id order by edits.id desc
""",
    params=("rule",),
)  # fmt: skip
# As the index over these documents says it.
WITH_CLAIMS = DOCUMENTS.named_indexes[0].where
CLAIMED = Canned(
    name="claimed_length_mismatch",
    chinese="标称字数不符", english="Claimed length mismatch",
    tells_chinese="页面标称的字数与所存正文相差一成以上：可能是截断、付费预览或合集。",
    tells_english="Documents whose page states a length that differs from the kept text by more than a tenth: cut, a"
                  " paid preview, or a compilation.",
    sql=f"""
with claims as (
  select documents.id, claim.value as claimed, (select sum(texts.chars) from copies
    join texts on texts.id = copies.text_id where copies.document_id = documents.id and copies.is_current) as chars
  from documents join json_each(iif(json_valid(documents.facts), documents.facts, '{{}}'), '$.claimed_chars') as claim
  where {WITH_CLAIMS} and claim.type = 'integer' and claim.value > 0
), nearest as (
  select id, claimed, chars, min(abs(chars - claimed)) as off from claims where chars is not null group by id
)
select documents.title, documents.url, nearest.claimed as claimed_chars, nearest.chars as kept_chars,
  {share("(nearest.chars - nearest.claimed)", "nearest.claimed")} as percent_off, documents.is_truncated,
  (select reports.public_id from copies join reports on reports.id = copies.report_id
   where copies.document_id = documents.id and copies.is_current
   order by copies.position, copies.part limit 1) as public_id
from nearest join documents on documents.id = nearest.id
where nearest.off > 0.1 * nearest.claimed order by abs(percent_off) desc, documents.id limit 500
""",
)  # fmt: skip
NOARCHIVE = Canned(
    name="noarchive_pages",
    chinese="要求不存档的页面", english="Pages that ask not to be archived",
    tells_chinese="页面写有 noarchive：公开发布的副本不含它们。",
    tells_english="Pages that say `noarchive`: copies made by `gongwen publish` leave them out.",
    sql="""
select sites.host, documents.title, documents.url, documents.last_seen_at, documents.id as document
from documents left join sites on sites.id = documents.site_id
where documents.noarchive = 1 order by documents.id desc limit 500
""",
)  # fmt: skip
CONDITION = (
    CRAWL_HEALTH, STATES, STATES_BY_SITE, FAILING, GONE, DOUBTFUL, INCOMPLETE, REMOVED, CHANGES, CLAIMED,
    NOARCHIVE,
)  # fmt: skip
