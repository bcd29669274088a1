"""托育政策：可测算、可解释、可核对。A childcare policy as rules that can be computed, explained and checked.

>>> import tuoyu
>>> rules = tuoyu.rules("jining")
>>> case = {"families": [{"children": [{"birth_date": "2025-03-10", "birth_order": 2,
...     "enrolments": [{"id": "e1", "from": "2025-09-10"}]}]}]}
>>> rules.assess(case, "2026-01", "2026-12").outcome("e1", "jining/family-subsidy").amount
Decimal('3600.00')

One engine answers here, in Rust, in the browser and on the command line, with the same bytes. Numbers are exact: money
is ``Decimal``, days are ``date``, and a float is refused. What is absent is unknown, and an unknown fact gives a range
and a question, never a guess.
"""

from __future__ import annotations

from tuoyu._answers import Assessment, Outcome, Question
from tuoyu._errors import Diagnostic, TuoyuError
from tuoyu._native import ENGINE as __version__
from tuoyu._rules import Rules, load, rules
from tuoyu._tables import Table, TuoyuWarning, decimals
from tuoyu._values import Fact, Months, Reason, Source, Step, Total, Words
from tuoyu._whatif import Comparison, ComparisonLine

__all__ = [
    "Assessment",
    "Comparison",
    "ComparisonLine",
    "Diagnostic",
    "Fact",
    "Months",
    "Outcome",
    "Question",
    "Reason",
    "Rules",
    "Source",
    "Step",
    "Table",
    "Total",
    "TuoyuError",
    "TuoyuWarning",
    "Words",
    "__version__",
    "decimals",
    "load",
    "rules",
]
