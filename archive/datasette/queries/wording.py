"""Ready-made queries about words: search, passages that recur, labels and other words of people, reports in bundles."""

from archive.datasette.queries.canned import Canned

MOST_RANKED = 5_000
"""Matches up to which the best come first; more would be read through for seconds, so they come newest filed first."""

SEARCH = Canned(
    name="search",
    chinese="搜索", english="Search",
    tells_chinese=f"最相关的 50 篇；词语以空格分开，繁简皆可；匹配超过 {MOST_RANKED} 篇时改按入档先后，新的在前。",
    tells_english=f"The 50 best matches; terms are set apart by spaces, either script finds both. Past {MOST_RANKED}"
                  " matches the newest filed come first instead.",
    sql=f"""
with many as materialized (
  select count(*) > {MOST_RANKED} as too_many
  from (select 1 from reports_fts where reports_fts match zh_query(:q) limit {MOST_RANKED + 1})
), best as (
  select rowid as id, bm25(reports_fts, 8.0, 1.0) as score from reports_fts
  where reports_fts match zh_query(:q) and not (select too_many from many) order by score, rowid limit 50
), newest as (
  select rowid as id, 0.0 as score from reports_fts
  where reports_fts match zh_query(:q) and (select too_many from many) order by rowid desc limit 50
)
select reports.public_id, reports.title, zh_snippet(texts.text, :q) as snippet, reports.copies, reports.sites,
  reports.first_published_on, reports.id as report
from (select id, score, id as place from best union all select id, score, -id from newest) as found
join reports on reports.id = found.id join texts on texts.id = reports.text_id order by found.score, found.place
""",
    params=("q",),
)  # fmt: skip
MOST_SHARED = Canned(
    name="most_shared_passages",
    chinese="套话", english="Most shared passages",
    tells_chinese="最多报告共有的句子和段落，及已知最早使用；可填其中的字词和最少字数。需先运行 gongwen rededup。",
    tells_english="Sentences and paragraphs that most different reports have, with their first known use; with words:"
                  " those that hold them, of that many characters at least. Made by `gongwen rededup`.",
    sql="""
select passages.text, passages.kind, passages.reports, passages.sites, passages.figures, passages.first_used_on,
  reports.title as first_title, reports.public_id as first_report, passages.chars, passages.id as passage
from passages left join reports on reports.id = passages.first_report_id
where instr(passages.text, :words) and passages.chars >= cast(:min_chars as integer)
order by passages.reports desc, passages.id limit 200
""",
    params=("words", "min_chars"),
)  # fmt: skip
PASSAGE_USERS = Canned(
    name="passage_users",
    chinese="谁用了这句套话", english="Reports that have a passage",
    tells_chinese="填套话的编号（见“套话”的 passage 列）：用到它的报告，按已知最早日期；无日期的在最后。",
    tells_english="Give a passage's number (column `passage` of the most shared ones): the reports that have it by"
                  " their earliest known date, undated ones last.",
    sql="""
select reports.first_published_on, reports.public_id, reports.title, reports.copies, reports.sites, uses.is_counted
from passage_uses as uses join reports on reports.id = uses.report_id
where uses.passage_id = cast(:passage as integer)
order by reports.first_published_on is null, reports.first_published_on, reports.id limit 500
""",
    params=("passage",),
)  # fmt: skip
LABELLED = Canned(
    name="labelled",
    chinese="标签", english="Reports by label",
    tells_chinese="用 gongwen assert 加的标签；不填即为全部。",
    tells_english="Labels that people gave with `gongwen assert`; nothing typed in: all of them.",
    sql="""
select labels.value as label, reports.public_id, reports.title, reports.copies, reports.first_published_on,
  reports.id as report
from assertions join reports as named on named.public_id = substr(assertions.subject, length('report:') + 1)
join reports on reports.id = coalesce(named.merged_into_id, named.id)
join json_each(iif(json_valid(reports.labels), reports.labels, '[]')) as labels
where assertions.field = 'label' and assertions.state = 'holds' and assertions.value = labels.value
  and instr(labels.value, :label)
group by labels.value, reports.id order by labels.value, reports.id limit 500
""",
    params=("label",),
)  # fmt: skip
ASSERTED = Canned(
    name="what_people_said",
    chinese="人工更正", english="What people said",
    tells_chinese="仍然有效的人工说法：关于什么、谁说的、为什么；不填字段即为全部。",
    tells_english="People's words that hold: about what, who said so and why; no field typed in: all of them.",
    sql="""
select field, value, subject, who, why, asserted_at from assertions
where state = 'holds' and (:field = '' or field = :field) order by id desc limit 500
""",
    params=("field",),
)  # fmt: skip
COMPILATIONS = Canned(
    name="compilations",
    chinese="合集", english="Compilations",
    tells_chinese="收有其他报告的合集（如“工作总结五篇”）及所收篇数。",
    tells_english="Reports that hold other reports, as pages of five model summaries do, and how many.",
    sql="""
select reports.public_id, reports.title, count(*) as holds, reports.chars, reports.copies, reports.sites,
  reports.first_published_on
from relations join reports on reports.id = relations.report_id where relations.relation = 'contains'
group by reports.id order by holds desc, reports.id limit 500
""",
)  # fmt: skip
WORDING = (SEARCH, MOST_SHARED, PASSAGE_USERS, COMPILATIONS, LABELLED, ASSERTED)
