"""No date is stated: what the text itself allows the publication to have been, as an interval."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from rasid.corpus.publication.dating import EARLIEST, weekday
from rasid.corpus.publication.self_dates import slips
from rasid.corpus.publication.tense import (
    goes_on_ahead,
    is_lasting,
    is_plan,
    is_told_ahead,
    is_told_past,
    was_due,
)
from rasid.language import Document
from rasid.language.calendar import ARABIC_WEEKDAYS
from rasid.language.dates import DateExpression, find_date_expressions
from rasid.language.folding import fold

# Days of the year that reports name without a date: month, day.
NAMED_DAYS: Final = {
    fold(name).text: day
    for name, day in {
        "اليوم الدولي للسلام": (9, 21), "اليوم العالمي للسلام": (9, 21), "اليوم العالمي للمرأة": (3, 8),
        "اليوم الدولي للمرأة": (3, 8), "يوم المرأة العالمي": (3, 8), "عيد العمال العالمي": (5, 1),
        "اليوم العالمي لحرية الصحافة": (5, 3), "اليوم العالمي للاجئين": (6, 20),
        "اليوم العالمي للبيئة": (6, 5), "اليوم العالمي لحقوق الإنسان": (12, 10),
        "اليوم العالمي للطفل": (11, 20), "عيد الجيش العراقي": (1, 6), "اليوم العالمي للصحة": (4, 7),
        "اليوم العالمي للغة العربية": (12, 18), "رأس السنة الميلادية": (1, 1), "عيد الميلاد المجيد": (12, 25),
        "يوم النصر العراقي": (12, 10), "اليوم الوطني السعودي": (9, 23), "اليوم العالمي للعمل الإنساني": (8, 19),
        "اليوم الدولي للديمقراطية": (9, 15), "اليوم الوطني العراقي": (10, 3),
    }.items()
}  # fmt: skip
_CLAUSE, _AFTER = 90, 25  # letters in which the verb of a date stands
_UNTIL_NEXT: Final = 335  # days from a month's end until it comes round again
_ENDS: Final = (
    "نهاية",
    "أواخر",
    "ختام",
    "آخر",
)  # "by the end of the year": a plan of the next months
_SOON: Final = 45  # days before its deadline within which nothing is told as "by September 2026"
_LOOSE: Final = 1100  # days: in a longer time "last July" narrows nothing
_YEAR: Final = 366
# "before the end of 2015", "the budget for 2019": of the year that goes on or of the next.
_OF_A_YEAR: Final = re.compile(r"(?:(?<!\w)(?:قبل|مع)|(?<!\w)ل| ب|^ب)\s*$")
_STARTING: Final = re.compile(r"(?<!\w)و?(?:ابتداء|اعتبارا|بدءا|بدايه) من (?:\w+ )?$")


def bracket(body: str, latest: date) -> tuple[date, date, str] | None:
    """Return (from, to, evidence): the publication lies between, or None when the text names no time.

    The lower bound is the latest past event dated in the text; a month called "last" moves it behind that
    month; a day of the year named with its weekday fixes the week. The upper bound is the earliest plan's
    end, else `latest` (the crawl or the day of the build).
    """
    document = Document(body)
    past, plans = _told(document)
    low, evidence = EARLIEST, ""
    for expression in past:
        start = expression.date_from
        if low < start <= latest:
            low, evidence = start, expression.surface
    high = min((e.date_to for e in plans if e.date_to >= low), default=latest)
    if plans and high < latest:
        evidence = ", ".join(
            filter(None, (evidence, next(e.surface for e in plans if e.date_to == high)))
        )
    high = min(high, latest)
    found = _named_day(document, low, high)
    deadline = any(_is_near(document, e) for e in plans if e.date_to == high)
    if found is None and (high < latest or (high - low).days < _LOOSE):
        found = _last_month(document, low, high, near=deadline)
    if found:
        return found
    return (low, high, evidence) if evidence and low > EARLIEST and low <= high else None


def _is_near(document: Document, plan: DateExpression) -> bool:
    """Tell whether a plan is a deadline of the next months, not what is to last until then."""
    return plan.surface.startswith(_ENDS) and not is_lasting(_beside(document, plan)[0])


def ends_of_plans(body: str) -> list[date]:
    """Return the last days of what the text calls still to come."""
    return [plan.date_to for plan in _told(Document(body))[1]]


def _told(document: Document) -> tuple[list[DateExpression], list[DateExpression]]:
    """Return the dates of what is past and of what is to come."""
    explicit = [e for e in find_date_expressions(document, None) if e.date_to >= EARLIEST]
    explicit = [e for e in explicit if not slips(e) and not e.surface.endswith("منه")]
    explicit = [e for e in explicit if not _begins_something(document, e)]
    plans = [e for e in explicit if _is_plan(document, e)]
    return [e for e in explicit if e not in plans and _bounds(document, e)], plans


def _begins_something(document: Document, expression: DateExpression) -> bool:
    """Tell whether something holds from the date on (اعتباراً من أيلول): agreed before it or told after it."""
    before = document.text[max(0, expression.start - 25) : expression.start]
    return bool(_STARTING.search(fold(before).text))


def _bounds(document: Document, expression: DateExpression) -> bool:
    """Tell whether a date of no plan is surely past: its verb says so, or it is a month that nothing announces."""
    before, after = _beside(document, expression)
    if goes_on_ahead(after):
        return False
    if is_told_past(before) and not was_due(before):
        return True
    if _OF_A_YEAR.search(before) or expression.surface[0] == "ل":
        return False
    if (expression.date_to - expression.date_from).days > _YEAR:
        return False
    return (
        expression.grain in ("month", "year")
        and not is_told_ahead(before)
        and not was_due(before)
        and not is_lasting(before)
    )


def _is_plan(document: Document, expression: DateExpression) -> bool:
    before, after = _beside(document, expression)
    return is_plan(before, fold(expression.surface).text, after)


def _beside(document: Document, expression: DateExpression) -> tuple[str, str]:
    """Return the words of its sentence before and after a date, folded."""
    start = expression.start
    span = next((s for s in document.sentences if s[0] <= start < s[1]), (start, expression.end))
    before = document.text[max(span[0], start - _CLAUSE) : start]
    after = document.text[expression.end : min(span[1], expression.end + _AFTER)]
    return fold(before).text, fold(after).text


def _named_day(document: Document, low: date, high: date) -> tuple[date, date, str] | None:
    """Resolve a day such as the International Day of Peace; a weekday just before it fixes the year."""
    text = document.folded.text
    for name, (month, day) in NAMED_DAYS.items():
        at = text.find(name)
        if at < 0:
            continue
        named = [
            number
            for word, number in ARABIC_WEEKDAYS.items()
            if re.search(rf"(?<!\w){word}(?!\w)", text[max(0, at - 260) : at + len(name) + 60])
        ]
        start, end = document.folded.span(at, at + len(name))
        days = [date(year, month, day) for year in range(low.year, high.year + 2)]
        days = [d for d in days if low <= d <= high]
        fixed = [d for d in days if weekday(d) in named]
        if len(fixed) == 1 and named:
            return fixed[0], min(fixed[0] + timedelta(days=6), high), document.text[start:end]
        if days and len(days) == 1:
            return (
                days[0] - timedelta(days=7),
                min(days[0] + timedelta(days=7), high),
                document.text[start:end],
            )
    return None


def _last_month(
    document: Document, low: date, high: date, *, near: bool
) -> tuple[date, date, str] | None:
    """Resolve "last July": the text was written after that month and before it came round again.

    A deadline is near: it leaves the last July before it. A year that is only named leaves each between the bounds.
    """
    months = [
        e
        for e in find_date_expressions(document, (high, high))
        if e.grain == "month"
        and not e.explicit
        and re.search(r"الماضي|المنصرم|الفائت|الفايت", e.surface)
    ]
    months = [e for e in months if "الشهر" not in e.surface and e.date_to < high]
    if not months:
        return None
    latest = max(months, key=lambda e: e.date_to)
    after = latest.date_to + timedelta(1)
    starts = (date(year, after.month, 1) for year in range(after.year, low.year - 2, -1))
    spans = [(start, start + timedelta(_UNTIL_NEXT)) for start in starts]
    spans = [span for span in spans if span[0] <= high and span[1] >= low]
    if (
        near and spans
    ):  # a deadline of this month would be told as such: the year before is as likely
        spans = spans[: 1 if (high - spans[0][0]).days > _SOON else 2]
    if not spans:
        return None
    first, last = max(low, min(spans)[0]), min(high, max(spans)[1])
    return (first, last, latest.surface) if (last - first).days < _LOOSE else None
