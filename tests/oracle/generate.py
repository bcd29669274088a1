#!/usr/bin/env python3
"""A seeded generator of valid cases, windows and readings: `generate.py --seed 1` prints one.

Valid by contract §1: unique ids, no overlapping lines, `from` not after `to`, a class of the
institution that is named beside it, no kindergarten ratio on a day on which the employer has no rule.
"""

import argparse
import json
from dataclasses import dataclass
from random import Random
from typing import Any

import generate_places
from draw import Draw, Thing
from generate_places import COUNTIES
from oracle.days import Month, read_month
from oracle.facts import FEE_ITEM_NAMES
from oracle.readings import OPTIONS

KINDS = ["infant", "infant", "toddler-junior", "toddler-senior", "mixed-age"]

#: How unknown a case is, in a hundred: facts, gaps of lines; and how likely such a case is.
MOODS = [(0, 0, 3), (3, 10, 5), (8, 25, 5), (18, 40, 2)]


@dataclass
class Sample:
    """A case and what is asked about it."""

    case: Thing
    first: str
    last: str
    readings: dict[str, str]


def generate(seed: int | str) -> Sample:
    """The case of a seed."""
    random = Random(seed)
    months = _window(random)
    unknown, gaps, _ = random.choices(MOODS, [weight for _, _, weight in MOODS])[0]
    draw = Draw(random, months, unknown, gaps)
    case = _case(draw)
    readings = {
        name: random.choice([option for option in options if option is not None])
        for name, options in OPTIONS.items()
        if draw.chance(40)
    }
    return Sample(case, str(months[0]), str(months[-1]), readings)


def _window(random: Random) -> list[Month]:
    """1 to 30 months, many over the start or the end of force or over the turn of a year; or one that ends
    at a day on which an indicator is due, at an end of force, or a month beside it."""
    starts = ["2025-05", "2025-06", "2025-07", "2025-08", "2025-11", "2026-01", "2026-01", "2026-07", "2026-11",
              "2026-12", "2027-01", "2027-02", "2027-06", "2028-01", "2028-02", "2028-04", "2028-05", "2028-06"]
    ends = ["2025-06", "2025-07", "2025-11", "2025-12", "2025-12", "2026-01", "2027-11", "2027-12", "2027-12",
            "2028-01", "2028-05", "2028-06", "2028-07"]
    if random.randrange(10) < 3:  # over the days on which the laws of nation and province turn
        starts = ["2019-08", "2019-09", "2021-10", "2021-12", "2022-01", "2022-09", "2022-10", "2022-11", "2022-12",
                  "2023-01", "2023-07", "2024-11", "2024-12", "2025-01", "2025-02", "2025-11", "2025-12", "2027-11"]
    length = random.choice([1, 1, 2, 3, 3, 4, 6, 6, 8, 12, 12, 12, 13, 18, 24, 30])
    if random.randrange(10) < 4:
        return window_to(read_month(random.choice(ends)), min(length, 6))
    months = [read_month(random.choice(starts))]
    while len(months) < length:
        months.append(months[-1].next)
    return months


def window_to(last: Month, length: int) -> list[Month]:
    """So many months that end with this one."""
    months = [last]
    while len(months) < length:
        first = months[0]
        months.insert(0, Month(first.year - (first.number == 1), (first.number - 2) % 12 + 1))
    return months


def _case(draw: Draw) -> Thing:
    institutions = [_institution(draw, n) for n in range(1, draw.pick([0, 1, 1, 1, 2, 2, 2, 3, 3]) + 1)]
    generate_places.share_of_places(draw, institutions)
    case: Thing = {"institutions": institutions} if institutions or draw.chance(50) else {}
    if draw.chance(70):
        case["jurisdiction"] = generate_places.jurisdiction(draw)
    names = Names(draw)
    case["families"] = [_family(draw, names, institutions) for _ in range(draw.pick([0, 1, 1, 1, 1, 2]))]
    return case


class Names:
    """Ids that are unique in the case; some things go without."""

    def __init__(self, draw: Draw) -> None:
        self.draw, self.used = draw, 0

    def thing(self, letter: str) -> Thing:
        self.used += 1
        return {"id": f"{letter}{self.used}"} if self.draw.chance(85) else {}


def _institution(draw: Draw, number: int) -> Thing:
    institution: Thing = {"id": f"n{number}"} if draw.chance(92) else {"name": "无编号托育园"}
    generate_places.institution(draw, institution)
    classes = []
    for letter in "abc"[: draw.random.randint(0 if draw.chance(20) else 1, 3)]:
        one: Thing = {"id": f"c{number}{letter}"}
        draw.put(one, "kind", lambda: draw.pick(KINDS), line=15)
        generate_places.people(draw, one)
        classes.append(one)
    if classes or draw.chance(50):
        institution["classes"] = classes
    return institution


def _family(draw: Draw, names: Names, institutions: list[Thing]) -> Thing:
    family = names.thing("f")
    if draw.chance(40):
        family["county"] = draw.pick(COUNTIES)
    draw.put(family, "children_total", lambda: draw.random.randint(0, 5))
    parents = [_parent(draw, names) for _ in range(draw.pick([0, 1, 1, 2]))]
    _shares(draw, parents)
    if parents or draw.chance(50):
        family["parents"] = parents
    family["children"] = [_child(draw, names, institutions) for _ in range(draw.pick([1, 1, 2, 3]))]
    for child, before in zip(family["children"][1:], family["children"]):
        if before.get("birth_date") and draw.chance(20):
            child["birth_date"] = before["birth_date"]
    return family


def _shares(draw: Draw, parents: list[Thing]) -> None:
    """Shares that are not above 1 over both; some unknown."""
    shares = draw.pick([["1", "0"], ["0", "1"], ["0.5", "0.5"], ["0.5", "0"], [1, 0], ["0.5", "0.5"]])
    for parent, share in zip(parents, shares):
        draw.put(parent, "deduction_share", lambda share=share: share)


def _parent(draw: Draw, names: Names) -> Thing:
    parent = names.thing("p")
    draw.put(parent, "role", lambda: draw.pick(["mother", "mother", "father", "father", "guardian"]))
    draw.put(parent, "annual_taxable_income", draw.income)
    draw.put(parent, "employed", lambda: draw.chance(85), line=20)
    employer: Thing = {}
    draw.put(employer, "childcare_ratio", draw.ratio, line=25)
    _kindergarten(draw, employer)
    if employer or draw.chance(50):
        parent["employer"] = employer
    return parent


def _kindergarten(draw: Draw, employer: Thing) -> None:
    """The kindergarten ratio and rule: where the rule is no, there is no ratio."""
    kind = draw.random.randrange(10)
    if kind < 6:
        draw.put(employer, "kindergarten_ratio", draw.ratio, line=25)
        if draw.chance(30):
            draw.put(employer, "kindergarten_rule", lambda: True, line=20)
    elif kind < 8:
        employer["kindergarten_rule"] = False
    elif kind == 8:
        spans = [(*stretch, draw.chance(60)) for stretch in draw.stretches()]
        employer["kindergarten_rule"] = draw.as_json(spans)
        ratios = [(first, last, draw.ratio()) for first, last, rule in spans if rule and not draw.chance(draw.gaps)]
        if ratios:
            employer["kindergarten_ratio"] = draw.as_json(ratios)
    else:
        draw.put(employer, "kindergarten_rule", draw.flag)


def _child(draw: Draw, names: Names, institutions: list[Thing]) -> Thing:
    child = names.thing("k")
    draw.put(child, "birth_date", lambda: draw.birth().isoformat())
    draw.put(child, "birth_order", lambda: draw.pick([1, 2, 2, 2, 3, 3, 4, 5]))
    if draw.chance(95):
        child["birth"] = {}
        draw.put(child["birth"], "difficult", lambda: draw.chance(40))
        draw.put(child["birth"], "babies", lambda: draw.pick([1, 1, 1, 2, 3, 20]))
    enrolments = [_enrolment(draw, names, institutions) for _ in range(draw.pick([0, 1, 1, 1, 2, 2, 3]))]
    if enrolments or draw.chance(50):
        child["enrolments"] = enrolments
    return child


def _enrolment(draw: Draw, names: Names, institutions: list[Thing]) -> Thing:
    enrolment = names.thing("e")
    _links(draw, enrolment, institutions)
    first, last = draw.stay()
    if draw.chance(60):
        draw.put(enrolment, "from", first.isoformat)
    else:  # an unknown beginning has many values: not too often
        enrolment["from"] = first.isoformat()
    if last is not None:
        enrolment["to"] = last.isoformat()
    elif draw.chance(30):
        enrolment["to"] = None
    if draw.chance(30):
        enrolment["service"] = draw.pick(["full-day", "half-day", "hourly", "occasional"])
    draw.put(enrolment, "monthly_fee", draw.fee, line=25)
    draw.put(enrolment, "fee_items", lambda: _items(draw), line=15)
    return enrolment


def _items(draw: Draw) -> list[str]:
    """Items of the closed list, at times one or two that are not on it."""
    items = draw.random.sample(FEE_ITEM_NAMES, draw.random.randint(0, 4))
    if draw.chance(25):
        items += draw.random.sample(["赞助费", "兴趣班费", "建园费"], draw.pick([1, 1, 2]))
    return items


def _links(draw: Draw, enrolment: Thing, institutions: list[Thing]) -> None:
    """Institution and class: values or lines, one of them, both (agreeing) or neither, for all or some days."""
    home = {one["id"]: place.get("id") for place in institutions for one in place.get("classes", [])}
    named = [place["id"] for place in institutions if "id" in place]
    if draw.chance(draw.unknown) or not (home or named):
        if draw.chance(30):
            enrolment["institution"] = None
        return
    by_class = bool(home) and not (named and draw.chance(5 + draw.unknown))
    targets = list(home) if by_class else named
    if draw.chance(70):
        _link(enrolment, draw.pick(targets), home, by_class, beside=draw.chance(50))
        return
    spans = [(*stretch, draw.pick(targets)) for stretch in draw.stretches()]
    if not by_class:
        enrolment["institution"] = draw.as_json(spans)
        return
    lost = [draw.chance(draw.gaps) for _ in spans]
    classes = [span for span, none in zip(spans, lost) if not none]
    places = [
        (first, last, home[one])
        for (first, last, one), none in zip(spans, lost)
        if home[one] and (none or draw.chance(50))
    ]
    if classes:
        enrolment["class"] = draw.as_json(classes)
    always = {home[one] for *_, one in spans}
    if places and len(always) == 1 and draw.chance(40):
        enrolment["institution"] = places[0][2]
    elif places:
        enrolment["institution"] = draw.as_json(places)


def _link(enrolment: Thing, target: str, home: dict[str, Any], by_class: bool, beside: bool) -> None:
    """One class or institution for good; beside a class its institution may be named too."""
    enrolment["class" if by_class else "institution"] = target
    if by_class and beside and home[target]:
        enrolment["institution"] = home[target]


def main() -> None:
    """Print the case of a seed with its window and readings."""
    parser = argparse.ArgumentParser(description="A random valid case.")
    parser.add_argument("--seed", default="1", help="as compare.py names it: SEED-NUMBER")
    sample = generate(parser.parse_args().seed)
    print(json.dumps(vars(sample), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
