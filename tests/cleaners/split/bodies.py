"""Made-up texts that stand for `<<KIND N>>` in a page: reports with sections, short ones without, speeches.

Their sentences are the demo's. `trad` and `masked` before the kind give the text in traditional script, or with masks.
"""

import re
from functools import cache

from cleaners.rules.lines import HAN
from crawler.demo.composer import Composed, compose, in_traditional, masked

SEED = 417
MARK = re.compile(r"<<(?P<how>trad |masked |)(?P<kind>report|brief|long|tiny|speech) (?P<number>\d+)>>")
ENUMERATED = re.compile(r"^(?:[（(][一二三四五六七八九十]+[)）]|\d+[、.．]|[一二三四五六七八九十]+是)")
FEWEST = {"tiny": 40, "brief": 170, "long": 340, "speech": 170}
"""Han characters of the kinds without sections, at least; the rule asks for 150, and for 300 without numbers."""


def filled(text: str) -> str:
    """Put the texts in the place of their marks."""
    return MARK.sub(lambda mark: body(mark["kind"], int(mark["number"]), mark["how"].strip()), text)


@cache
def body(kind: str, number: int, how: str = "") -> str:
    """Give a made-up text; the same for the same words."""
    report = compose(SEED, number)
    report = in_traditional(report) if how == "trad" else masked(report) if how == "masked" else report
    if kind == "report":
        return report.text
    prose = _prose(report, FEWEST[kind])
    if kind != "speech":
        return prose
    salutation, thanks = ("尊敬的各位領導:", "謝謝大家!") if how == "trad" else ("尊敬的各位领导：", "谢谢大家！")
    return f"{salutation}\n{prose}\n{thanks}"


def _prose(report: Composed, fewest: int) -> str:
    """Give sentences of a report without its headings, in one paragraph."""
    found, count = "", 0
    for paragraph in report.paragraphs[1:]:
        words = ENUMERATED.sub("", paragraph)
        if len(words) > 40 and words.endswith("。") and count < fewest:
            sentences = [sentence for sentence in words.split("。") if sentence]
            for sentence in sentences:
                if count < fewest:
                    found += f"{sentence}。"
                    count = len(HAN.findall(found))
    return found
