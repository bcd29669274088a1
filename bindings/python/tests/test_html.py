"""Pages of notebooks: well formed, escaped, without a script, in both languages."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

import tuoyu

HOSTILE = "<script>alert('x')</script>&\"'"
CASE: dict[str, Any] = {
    "institutions": [{"id": HOSTILE, "name": HOSTILE, "setting": "kindergarten"}],
    "families": [
        {
            "id": "f1",
            "children": [
                {
                    "id": f"k{HOSTILE}",
                    "birth_date": "2023-05-31",
                    "birth_order": 2,
                    "enrolments": [{"id": "e1", "institution": HOSTILE, "from": "2025-09-10"}],
                }
            ],
        }
    ],
}
VOID = {"br", "hr", "img", "input", "link", "meta"}


class Page(HTMLParser):
    """Reads a page, and fails where an element is not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def answer(rules: tuoyu.Rules) -> tuoyu.Assessment:
    return rules.assess(CASE, "2026-01", "2026-12")


def pages(rules: tuoyu.Rules, answer: tuoyu.Assessment) -> list[str]:
    return [rules._repr_html_(), answer._repr_html_(), *(one._repr_html_() for one in answer)]


def test_pages_are_well_formed_and_hold_no_script(rules: tuoyu.Rules, answer: tuoyu.Assessment) -> None:
    for text in pages(rules, answer):
        page = Page(text)
        tags = {tag for tag, _ in page.seen}
        assert not tags & {"script", "iframe", "object", "embed", "link", "img", "form"}
        for _, attributes in page.seen:
            assert not any(name.startswith("on") or name in ("src", "href") for name in attributes)
    assert any(HOSTILE in Page(text).words for text in pages(rules, answer))


def test_pages_follow_the_readers_colours(rules: tuoyu.Rules, answer: tuoyu.Assessment) -> None:
    for text in pages(rules, answer):
        assert "prefers-color-scheme:dark" in text
        assert "url(" not in text and "@import" not in text


def test_the_months_are_a_picture_that_adds_up(answer: tuoyu.Assessment) -> None:
    page = Page(answer.outcome("e1", "jining/family-subsidy")._repr_html_())
    bars = [attributes for tag, attributes in page.seen if tag == "rect"]
    # four months of twelve, then eight, on 720 units
    assert [(bar["x"], bar["width"], bar["class"]) for bar in bars] == [("0", "239", "s-yes"), ("240", "479", "s-no")]
    picture = next(attributes for tag, attributes in page.seen if tag == "svg")
    assert picture["aria-label"] == "2026-01 … 2026-04 给予；2026-05 … 2026-12 不予"


def test_reasons_unfold_to_the_laws_sentence_in_both_languages(answer: tuoyu.Assessment) -> None:
    text = answer.outcome("e1", "jining/family-subsidy")._repr_html_()
    page = Page(text)
    assert "未满三周岁" in page.words and "under three" in page.words
    assert "二孩每人每月300元" in page.words
    assert page.words.index("给予") < page.words.index("granted")
    assert sum(tag == "details" for tag, _ in page.seen) >= 5
    assert 'class="leaf law"' in text


def test_long_answers_are_cut_with_a_count(rules: tuoyu.Rules) -> None:
    case = {"institutions": [{"id": f"n{number}"} for number in range(80)]}
    answer = rules.assess(case, "2026-01", "2026-12", rules="jining/medical-contract")
    assert len(answer) == 80
    page = Page(answer._repr_html_())
    assert "另有 20 项" in page.words and "20 more" in page.words
