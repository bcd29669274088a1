"""The work with the ZEN engine from PyPI: a decision of expressions, a row at a time, each an object. Dates are handed
over as day numbers, with the third birthday worked out beforehand."""

import array
import json
import sys

import zen

import reference
import work

columns = work.read(sys.argv[1])
days = [work.day(day) for day in work.LAST_DAYS]
EXPRESSIONS = {
    "enrolled": f"count({days}, start <= # and # <= end)",
    "young": f"count({days}, start <= # and # <= end and birth <= # and # < third)",
    "subsidy": "round((entitled ? $.enrolled : 0) * (infant ? 3000 : 2000) / 12, 2)",
    "award": "round((entitled ? $.enrolled : 0) * (infant ? 900 : 600) / 12, 2)",
    "family": "$.young * (birth_order == 1 ? 0 : birth_order == 2 ? 300 : 500)",
    "reimbursed": "round($.enrolled * fee * min([childcare, 2 * kindergarten, 1]), 2)",
    "net": "max([0, $.enrolled * fee - $.family - $.reimbursed])",
}
graph = {
    "nodes": [
        {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
        {"id": "work", "type": "expressionNode", "name": "work", "position": {"x": 1, "y": 0}, "content": {
            "expressions": [{"id": key, "key": key, "value": value} for key, value in EXPRESSIONS.items()]}},
        {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}},
    ],
    "edges": [
        {"id": "a", "sourceId": "in", "targetId": "work", "type": "edge"},
        {"id": "b", "sourceId": "work", "targetId": "out", "type": "edge"},
    ],
}
decision = zen.ZenEngine().create_decision(json.dumps(graph))


def third(birth):
    date = work.EPOCH + work.datetime.timedelta(birth)
    day = next(day for day in range(birth + 1_095, birth + 1_098)
               if not reference.under_three(date, work.EPOCH + work.datetime.timedelta(day)))
    return day


rows = [
    {"birth": birth, "third": third(birth), "birth_order": order, "infant": kind == 0,
     "entitled": bool(registered and filed and inclusive), "start": start, "end": end, "fee": fee / 100,
     "childcare": childcare / 10_000, "kindergarten": kindergarten / 10_000}
    for birth, order, kind, registered, filed, inclusive, start, end, fee, childcare, kindergarten
    in zip(*(columns[name] for name, _ in work.COLUMNS))
]
out = []


def run():
    out[:] = [decision.evaluate(row)["result"] for row in rows]


def cells():
    names = ["subsidy", "award", "family", "reimbursed", "net"]
    return [array.array("q", (round(float(row[name]) * 100) for row in out)) for name in names]


work.serve(run, cells)
