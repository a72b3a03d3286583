"""The cleaning rules, as data with reasons; `recipe` puts them in order.

A folder holds what stands in one place of a page: above a text (`head`, `title`), below it (`foot`), on either side
(`frame`), between its lines (`inside`); what one kind of page prints (`intro`, `wall`, `forum`, `portal`, `journal`);
and what happened to its characters (`damage`). Here stand what all of them use: lines, scripts, signs, a rule's shape.
"""
