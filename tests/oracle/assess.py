#!/usr/bin/env python3
"""Assess a case by the oracle: `assess.py CASE.json --from 2026-01 --to 2026-12 [--reading ID=OPTION]...`"""

import argparse
import json
from pathlib import Path

from oracle.outcome import assess


def main() -> None:
    """Print the outcomes of the rules of the notice as JSON."""
    parser = argparse.ArgumentParser(description="The outcomes of the notice's rules, slowly.")
    parser.add_argument("case", type=Path)
    parser.add_argument("--from", dest="first", required=True, metavar="MONTH")
    parser.add_argument("--to", dest="last", required=True, metavar="MONTH")
    parser.add_argument("--reading", action="append", default=[], metavar="ID=OPTION")
    given = parser.parse_args()
    case = json.loads(given.case.read_text(encoding="utf-8"))
    chosen = dict(reading.split("=", 1) for reading in given.reading)
    print(json.dumps(assess(case, given.first, given.last, chosen), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
