"""The graph of hosts as GEXF, for Gephi and networkx. What its edges mean stands in the file itself.

In the form of 1.2draft, which both read. Edges without direction are left to the CSV: networkx reads no mixed graph.
"""

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from archive.exporting.cells import without_controls
from archive.exporting.hosts import EARLIER, Graph, edges_of
from archive.exporting.writing import Digesting, Written, beside

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
  <meta>
    <creator>{software}</creator>
    <description>Hosts that have the same reports. An edge leads from the host that states the earlier date to the \
other; it does NOT say that one copied from the other. weight: reports of which this is said; shared: reports that \
both have; dated_share: the part of these that both date. Pairs without any order have no edge.</description>
  </meta>
  <graph defaultedgetype="directed" mode="static">
    <attributes class="node">
      <attribute id="0" title="reports" type="integer"/>
    </attributes>
    <attributes class="edge">
      <attribute id="0" title="relation" type="string"/>
      <attribute id="1" title="shared" type="integer"/>
      <attribute id="2" title="dated" type="integer"/>
      <attribute id="3" title="dated_share" type="double"/>
    </attributes>
"""


def write_gexf(graph: Graph, path: Path, *, software: str) -> Written:
    """Write the graph: a node for each host with its reports, an edge for each row of the table of hosts."""
    with beside(path) as out:
        out.text(_HEAD.format(software=escape(software)))
        _nodes(graph, out)
        count = _edges(graph, out)
        out.text("  </graph>\n</gexf>\n")
    unordered = sum(not pair.first and not pair.second for pair in graph.pairs.values())
    told = {"reports on too many hosts to say anything": graph.passed_over,
            "pairs of hosts without any order of dates, which have no edge": unordered}
    notes = {what: number for what, number in told.items() if number}
    return Written(name=path.name, rows=count, bytes=out.bytes, sha256=out.sha256, notes=notes)


def _nodes(graph: Graph, out: Digesting) -> None:
    out.text("    <nodes>\n")
    for host, reports in sorted(graph.reports.items()):
        name = _attribute(host)
        value = f'<attvalues><attvalue for="0" value="{reports}"/></attvalues>'
        out.text(f"      <node id={name} label={name}>{value}</node>\n")
    out.text("    </nodes>\n")


def _edges(graph: Graph, out: Digesting) -> int:
    out.text("    <edges>\n")
    number = 0
    for number, edge in enumerate((one for one in edges_of(graph) if one["relation"] == EARLIER), start=1):
        ends = f"source={_attribute(edge['source'])} target={_attribute(edge['target'])}"
        values = "".join(
            f'<attvalue for="{index}" value={_attribute(edge[name])}/>'
            for index, name in enumerate(("relation", "shared", "dated", "dated_share"))
        )
        out.text(f'      <edge id="{number}" {ends} type="directed" weight="{edge["weight"]}">'
                 f"<attvalues>{values}</attvalues></edge>\n")  # fmt: skip
    out.text("    </edges>\n")
    return number


def _attribute(value: object) -> str:
    """Give a value as an attribute of XML, which knows no control characters."""
    return quoteattr(without_controls(str(value)).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))
