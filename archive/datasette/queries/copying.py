"""Ready-made queries about copies of a report: who had it first, how often, in which wordings, and what is related."""

from archive.datasette.queries.canned import DATED, Canned

_THIS = """
with this as (
  select coalesce(merged_into_id, id) as id from reports
  where :public_id <> '' and (public_id = :public_id or title = :public_id)
)"""

WHO_FIRST = Canned(
    name="who_published_first",
    chinese="谁先发布", english="Who published it first",
    tells_chinese="填报告编号或完整标题：按所标日期列出每一处；没有日期或日期不算发布日的排在最后。这只是已知最早，不等于首发。",
    tells_english="Give a report's id or its whole title: its places by stated date, undated ones and dates that are"
                  " none of publication last: the first KNOWN, no more.",
    sql=f"""{_THIS}
select {DATED} as published_on, sites.host, copies.title, copies.url, copies.relation, copies.is_current,
  copies.published_on as stated_on, copies.date_kind, copies.first_seen_at, copies.asserted, reports.public_id
from this join reports on reports.id = this.id join copies on copies.report_id = this.id
left join sites on sites.id = copies.site_id
order by {DATED} is null, {DATED}, copies.first_seen_at, copies.id limit 1000
""",
    params=("public_id",),
)  # fmt: skip
WORDINGS = Canned(
    name="wordings",
    chinese="一篇的各种文本", english="Wordings of a report",
    tells_chinese="填报告编号或完整标题：同一篇的不同文本，各有多少处、与定本的关系和重合比例。",
    tells_english="Give a report's id or its whole title: its different texts, how many places have each, and how"
                  " each relates to the canonical one.",
    sql=f"""{_THIS}
select texts.relation, round(100 * texts.measure, 1) as percent_of_it_in_canonical,
  round(100 * texts.canonical_share, 1) as percent_of_canonical_in_it, texts.chars,
  count(copies.id) as copies, count(distinct copies.site_id) as sites, count({DATED}) as dated_copies,
  min({DATED}) as first_on, min(copies.first_seen_at) as first_seen_at, texts.id as text
from this join texts on texts.report_id = this.id left join copies on copies.text_id = texts.id and copies.is_current
group by texts.id order by copies desc, texts.id limit 500
""",
    params=("public_id",),
)  # fmt: skip
MOST_COPIED = Canned(
    name="most_copied",
    chinese="转载最多的报告", english="Most copied reports",
    tells_chinese="现存处数最多的报告；有日期和无日期的处数分列。",
    tells_english="Reports that stand in most places now, with dated and undated places apart.",
    sql=f"""
with most as (
  select id, public_id, title, copies, sites from reports where merged_into_id is null
  order by copies desc, id limit 100
)
select most.public_id, most.title, most.copies, most.sites, count({DATED}) as dated_copies,
  count(*) - count({DATED}) as undated_copies, min({DATED}) as first_on, max({DATED}) as last_on
from most join copies on copies.report_id = most.id and copies.is_current
group by most.id order by most.copies desc, most.id
""",
)  # fmt: skip
REWRITES = Canned(
    name="rewrites",
    chinese="改写与换年版本", english="Editions and rewrites",
    tells_chinese="换了年份或数字的同文（edition）、共用模板的（sibling）和合集中的（contains），及相隔天数；不填关系即为全部。",
    tells_english="Reports of one wording with other years or figures (edition), of one template (sibling), or inside"
                  " a compilation (contains), and the days between them; nothing typed in: all three. Days need two"
                  " dates.",
    sql="""
select relations.relation, relations.measure, one.public_id, one.title, one.first_published_on,
  other.public_id as other_id, other.title as other_title, other.first_published_on as other_date,
  cast(round(julianday(substr(other.first_published_on, 1, 10)) - julianday(substr(one.first_published_on, 1, 10)))
    as integer) as days_between
from (
  select id, relation, measure, report_id, other_id from relations where :relation = '' or relation = :relation
  order by measure desc, id limit 500
) as relations
join reports as one on one.id = relations.report_id join reports as other on other.id = relations.other_id
order by relations.measure desc, relations.id
""",
    params=("relation",),
)  # fmt: skip
MIRRORS = Canned(
    name="mirrors",
    chinese="疑似镜像站", english="Likely mirrors",
    tells_chinese="同一文本以相同路径出现在不同主机上：多半是同一批文件换了域名，不是独立转载。填主机名看它的，不填看全部：都限最近入档的两万处。",
    tells_english="Pairs of hosts with the same text under the same path: one store of files under two names rather"
                  " than copying. Of the latest 20,000 places, of the host named or of all; paths must be equal, so"
                  " some are missed.",
    sql="""
with looked_at as materialized (
  select id from (select id from copies where :host <> '' and is_current
    and site_id = (select id from sites where host = :host) order by id desc limit 20000)
  union all
  select id from (select id from copies where :host = '' and is_current order by id desc limit 20000)
), placed as (
  select one.site_id, other.site_id as other_site_id,
    substr(one.url, instr(substr(one.url, 9), '/') + 8) as path,
    substr(other.url, instr(substr(other.url, 9), '/') + 8) as other_path
  from looked_at join copies as one on one.id = looked_at.id
  join copies as other on other.text_id = one.text_id and other.is_current and other.site_id <> one.site_id
  where one.url glob 'http*://*/*[0-9]*'
)
select one_site.host, other_site.host as other_host, count(*) as shared_places, min(placed.path) as example
from placed join sites as one_site on one_site.id = placed.site_id
join sites as other_site on other_site.id = placed.other_site_id
where placed.path = placed.other_path and (:host <> '' or placed.site_id < placed.other_site_id)
group by placed.site_id, placed.other_site_id order by shared_places desc, 1, 2 limit 500
""",
    params=("host",),
)  # fmt: skip
CHANGED = Canned(
    name="changed_texts",
    chinese="被改动的页面", english="Places whose text changed",
    tells_chinese="同一位置先后出现过不同文本；最近的改动在前。",
    tells_english="Places that showed another text before; the latest change first.",
    sql="""
select documents.title, copies.url, copies.position, copies.version, copies.is_current, copies.first_seen_at,
  reports.public_id, texts.chars, copies.id as copy
from (select id from copies where version > 1 order by first_seen_at desc, id desc limit 500) as changed
join copies on copies.id = changed.id join documents on documents.id = copies.document_id
join reports on reports.id = copies.report_id join texts on texts.id = copies.text_id
order by copies.first_seen_at desc, copies.id desc
""",
)  # fmt: skip
COPYING = (WHO_FIRST, MOST_COPIED, WORDINGS, REWRITES, MIRRORS, CHANGED)
