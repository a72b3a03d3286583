"""Makes damaged reports and what they were: run by the peers' Python, which has what the generator needs.

`damage.py GENERATOR SEEDS OUT COUNT`: one JSON object a line with the kind of damage, the text, and the text that
cleaning should give back. Nothing of the project is imported here, and nothing is kept.
"""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

KINDS = ("orig", "pinyin", "wrap", "width", "boiler")
"""The control, and what issue B2 asks to be cleaned back."""
SEED = 2026
ORIGINAL = "orig"


def main() -> int:
    """Write the rows; their order is the generator's."""
    generator, seeds, out, count = sys.argv[1:]
    tool = _loaded(Path(generator))
    maker = tool.Gen(seeds, SEED)
    plan, bases = tool.make_plan(int(count), SEED)
    with Path(out).open("w", encoding="utf-8") as file:
        for number, row in enumerate(plan):
            if row[1] in KINDS:
                print(json.dumps(_row(tool, maker, (row, bases, number)), ensure_ascii=False), file=file)
    return 0


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("neardup_gen", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _row(tool: ModuleType, maker: object, planned: tuple[Any, int, int]) -> dict[str, str]:
    """Make one damaged report; `wanted` is the same report undamaged, in the script of the damaged one."""
    (base, kind, copy), bases, number = planned
    made = tool.make_doc(maker, (base, kind, copy), bases, number)
    title, paragraphs = tool.Gen.body(maker, maker.base_struct(base))  # type: ignore[attr-defined]
    wanted = "\n".join(paragraphs)
    if kind == "pinyin":
        title, wanted = (tool.conv("s2t").convert(one) for one in (title, wanted))
    return {"kind": kind, "text": made["text"], "title": title, "wanted": wanted}


if __name__ == "__main__":
    sys.exit(main())
