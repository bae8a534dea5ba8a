"""Tables as the measures give them, made up: small, hostile, empty or large."""

from __future__ import annotations

import pandas as pd

OUTLETS = [
    ("aljabal", "الجبال"),
    ("annahar", "النهار"),
    ("alhurra", "الحرة"),
    ("aljazeera", "الجزيرة نت"),
    ("long", "وكالة الأنباء الوطنية للدراسات الاستراتيجية والإعلام المستقل في بلاد الرافدين"),
    ("rt", "RT Arabic"),
    ("b", "<b>منبر</b> & <a href='http://x.example'>رابط</a>"),
    ("baghdad", "بغداد اليوم"),
    ("ninth", "المنبر التاسع"),
    ("tenth", "العاشر 24/7"),
]
BASES = [
    ("ain-al-asad", "قاعدة عين الأسد", "Ain al-Asad Air Base", 33.7856, 42.4412),
    ("victoria", "قاعدة فيكتوريا", "Camp Victory", 33.2625, 44.2346),
    ("harir", "قاعدة حرير", "Harir", 36.5337, 44.3399),
    ("erbil", "قاعدة أربيل الجوية", "Erbil Air Base", 36.2376, 43.9632),
    ("tanf", "قاعدة التنف", "Al-Tanf Garrison", 33.506, 38.617),
    ("taji", "معسكر التاجي", "Camp Taji", 33.5232, 44.2564),
    ("union3", "قيادة العمليات المشتركة", "Union III", None, None),
]
LONG = "بيان طويل جداً عن انسحاب قوات التحالف الدولي من القواعد العراقية " * 3
TERMS = [
    "انسحاب",
    "التحالف الدولي",
    "عراق",
    "قوات أميركية (US)",
    "2026",
    "<b>سيادة</b>",
    "%{x}",
    LONG[:200],
]


def months(n: int) -> list[pd.Timestamp]:
    return list(pd.date_range("2024-09-01", periods=n, freq="MS"))


def outlets(n: int) -> list[tuple[str, str]]:
    return [*OUTLETS, *((f"o{i}", f"منبر رقم {i}") for i in range(len(OUTLETS), n))][:n]


def coverage(n_outlets: int = 10, n_months: int = 18, lanes: bool = True) -> pd.DataFrame:
    rows = [
        (month, "dated", outlet, name, 1 + (i * 7 + j * 3) % 5)
        for i, month in enumerate(months(n_months))
        for j, (outlet, name) in enumerate(outlets(n_outlets))
        if (i + j) % 3 or n_outlets == 1
    ]
    if lanes:
        rows += [(pd.NaT, lane, *outlets(n_outlets)[0], 2) for lane in ("interval", "undated")]
    table = pd.DataFrame(rows, columns=["period", "lane", "outlet_id", "outlet", "count"])
    return table.assign(tokens=table["count"] * 300, grain="month")


def events() -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("2024-09-27", "البيان المشترك بشأن إنهاء مهمة التحالف خلال اثني عشر شهراً", False),
            ("2025-08-18", "أولى الأرتال تغادر", False),
            ("2025-09-30", "نهاية المرحلة الأولى <b>", True),
        ],
        columns=["date", "label", "planned"],
    )


def quality() -> pd.DataFrame:
    checks = [
        "undated",
        "interval",
        "copies",
        "hosts",
        "digest",
        "excerpt",
        "provisional",
        "problems",
        "cuts",
    ]
    return pd.DataFrame({"check": checks, "count": [3, 2, 11, 7, 99, 0, 4, 1, 1240]})


def frequency(n: int = 60) -> pd.DataFrame:
    words = [*TERMS, *(f"كلمة{i}" for i in range(200))][:n]
    counts = [max(1, 400 // (i + 1)) for i in range(len(words))]
    return pd.DataFrame({
        "rank": range(1, len(words) + 1), "lemma_id": range(len(words)), "lemma": words, "display": words,
        "count": counts, "rate": [c / 7.0 for c in counts], "articles": [max(1, c // 3) for c in counts],
        "articles_share": 0.2, "dispersion": [0.31 if i % 5 else float("nan") for i in range(len(words))],
    })  # fmt: skip


def phrases() -> pd.DataFrame:
    return pd.DataFrame({
        "rank": [1, 2], "size": [2, 2], "lemma_ids": [(1, 2), (3, 4)], "phrase": ["التحالف الدولي", "عين الأسد"],
        "count": [120, 44], "articles": [40, 20], "log_dice": [12.1, 11.0],
    })  # fmt: skip


def collocates() -> pd.DataFrame:
    return pd.DataFrame({
        "query": "انسحاب", "window": 5, "rank": range(1, 7), "lemma_id": range(6), "display": TERMS[:6],
        "lemma": TERMS[:6], "count": [40, 30, 20, 12, 7, 3], "count_before": [20, 3, 10, 6, 3, 1],
        "count_after": [20, 27, 10, 6, 4, 2], "articles": 3, "count_total": 90,
        "log_dice": [11.2, 10.4, 9.9, 9.1, 8.8, 7.0], "mi": 5.5,
    })  # fmt: skip


def trend(terms: int = 3, n: int = 16) -> pd.DataFrame:
    rows = []
    for t, term in enumerate(TERMS[:terms]):
        for i, month in enumerate(months(n)):
            rate = 10 + 8 * t + (i * (t + 3)) % 9
            known = i % 4 != 3
            rows.append((term, month, rate * 3, 1000, 4, 9, float(rate), rate - 3.0 if known else None,
                         rate + 4.0 if known else None, "" if known else "few-articles"))  # fmt: skip
    columns = [
        "term",
        "period",
        "count",
        "tokens",
        "articles",
        "articles_total",
        "rate",
        "rate_low",
        "rate_high",
        "note",
    ]
    return pd.DataFrame(rows, columns=columns).assign(grain="month")


def keyness(n: int = 12, note: str = "") -> pd.DataFrame:
    words = [*TERMS, *(f"لفظ{i}" for i in range(30))][:n]
    return pd.DataFrame({
        "outlet_id": "aljabal", "outlet": "الجبال", "rank": range(1, n + 1), "lemma_id": range(n), "lemma": words,
        "display": words, "count": [40 - i for i in range(n)], "count_rest": list(range(n)), "tokens": 9000,
        "tokens_rest": 90000, "rate": 12.0, "rate_rest": 0.4, "articles": 6, "articles_rest": 3, "g2": 44.0,
        "log_ratio": [6.2 - i * 0.45 for i in range(n)], "p": float("nan") if note else 0.001,
        "p_adjusted": float("nan") if note else 0.002, "note": note,
    })  # fmt: skip


def similarity(n: int = 8) -> pd.DataFrame:
    rows = []
    for a, (ia, na) in enumerate(outlets(n)):
        for b, (ib, nb) in enumerate(outlets(n)):
            few = a == n - 1 or b == n - 1
            distance = None if few and n > 3 else 0.0 if a == b else 0.2 + 0.04 * abs(a - b)
            rows.append((ia, ib, na, nb, distance, a, b, 7, 8, "few-articles" if few else ""))
    columns = [
        "outlet_a",
        "outlet_b",
        "name_a",
        "name_b",
        "distance",
        "order_a",
        "order_b",
        "articles_a",
        "articles_b",
        "note",
    ]
    return pd.DataFrame(rows, columns=columns).astype({"distance": float})


def frames() -> pd.DataFrame:
    ids = ["withdrawal", "repositioning", "end-of-mission", "my-own-frame"]
    return pd.DataFrame(
        {
            "frame_id": ids,
            "count": [50, 20, 9, 2],
            "quoted": [30, 5, 9, 0],
            "own": [20, 15, 0, 2],
            "articles": 5,
        }
    )


def frames_by_voice() -> pd.DataFrame:
    rows = [(o, n, "withdrawal", 9 - i, 4, 5 - i, 3) for i, (o, n) in enumerate(outlets(5))]
    return pd.DataFrame(
        rows, columns=["outlet_id", "outlet", "frame_id", "count", "quoted", "own", "articles"]
    )


def mentions(n: int = 7) -> pd.DataFrame:
    table = pd.DataFrame(
        BASES[:n], columns=["entity_id", "name_ar", "name_en", "lat", "lon"]
    ).astype({"lat": float, "lon": float})
    counts = [210, 60, 44, 39, 12, 5, 3][:n]
    return table.assign(rank=range(1, n + 1), kind="base", count=counts, quoted=[c // 3 for c in counts],
                        own=[c - c // 3 for c in counts], articles=[c // 2 + 1 for c in counts], rate=1.0)  # fmt: skip


def mentions_by_outlet(n_outlets: int = 10) -> pd.DataFrame:
    rows = [
        (e, ar, en, o, name, 1 + (i * 5 + j * 11) % 40, 1)
        for i, (e, ar, en, _, _) in enumerate(BASES)
        for j, (o, name) in enumerate(outlets(n_outlets))
        if (i + j) % 4
    ]
    return pd.DataFrame(
        rows,
        columns=["entity_id", "name_ar", "name_en", "outlet_id", "outlet", "count", "articles"],
    ).assign(rate=1.0)


def mentions_by_time() -> pd.DataFrame:
    rows = [
        (e, ar, en, month, 1 + (i * 5 + j * 3) % 17, 1)
        for i, (e, ar, en, _, _) in enumerate(BASES)
        for j, month in enumerate(months(18))
        if (i + j) % 3
    ]
    table = pd.DataFrame(
        rows, columns=["entity_id", "name_ar", "name_en", "period", "count", "articles"]
    )
    undated = pd.DataFrame([(*BASES[0][:3], pd.NaT, 4, 2)], columns=table.columns)
    return pd.concat([table, undated], ignore_index=True).assign(grain="month")


def mentions_by_role() -> pd.DataFrame:
    roles = ["", "departure", "handover", "remains", "attacked", "arrival"]
    rows = [
        (e, ar, en, role, 1 + (i + j) % 9, 1)
        for i, (e, ar, en, _, _) in enumerate(BASES)
        for j, role in enumerate(roles)
        if (i + j) % 2
    ]
    return pd.DataFrame(
        rows, columns=["entity_id", "name_ar", "name_en", "role", "count", "articles"]
    )


def comentions() -> pd.DataFrame:
    rows = [
        (a[0], b[0], a[1], a[2], b[1], b[2], 3 + i, 2)
        for i, a in enumerate(BASES)
        for b in BASES[i + 1 :]
    ]
    return pd.DataFrame(
        rows,
        columns=[
            "entity_a",
            "entity_b",
            "name_ar_a",
            "name_en_a",
            "name_ar_b",
            "name_en_b",
            "count",
            "articles",
        ],
    )


def speakers(by_outlet: bool = True) -> pd.DataFrame:
    people = [
        "محمد شياع السوداني",
        "ألينا رومانوفسكي",
        "مستشار الأمن القومي العراقي قاسم الأعرجي",
        "<b>مصدر</b>",
        "",
    ]
    rows = [
        (f"={p}" if p else "", None, p, o, n, 6 - i if 6 - i > 0 else 1, 2, 1, 1)
        for i, p in enumerate(people)
        for o, n in (outlets(10) if by_outlet else outlets(1))
    ]
    table = pd.DataFrame(
        rows,
        columns=[
            "speaker_key",
            "speaker_id",
            "speaker",
            "outlet_id",
            "outlet",
            "count",
            "direct",
            "indirect",
            "articles",
        ],
    )
    return table if by_outlet else table.drop(columns=["outlet_id", "outlet"])


def drift(n: int = 24, undated: int = 2) -> pd.DataFrame:
    rows = []
    promises = [
        ("2025-09-01", "2025-09-30", "phase-one"),
        ("2026-09-01", "2026-09-30", "phase-two"),
        ("2026-12-01", "2026-12-31", "final-exit"),
    ]
    people = ["محمد شياع السوداني", "البنداوي", None, "وزير الدفاع"]
    for i in range(n):
        start, end, about = promises[i % 3]
        day = pd.Timestamp("2024-09-20") + pd.Timedelta(days=17 * i)
        last = day + pd.Timedelta(days=60 if i % 7 == 0 else 0)
        if i < undated:
            day = last = pd.NaT
        outlet, name = outlets(10)[i % 10]
        rows.append({
            "article_key": i, "article_id": f"a{i}", "outlet_id": outlet, "outlet": name, "title": "عنوان",
            "published_from": day, "published_to": last, "published_precision": "day",
            "date_from": pd.Timestamp(start), "date_to": pd.Timestamp(end), "grain": "month", "about": about,
            "entity_id": None, "entity": None, "speaker_id": None, "speaker": people[i % 4],
            "surface": "نهاية أيلول <i>", "start": 5, "end": 20, "sentence": 1, "text": "جملة", "count": 1,
        })  # fmt: skip
    table = pd.DataFrame(rows) if rows else pd.DataFrame({"published_from": [], "published_to": []})
    return table.astype({"published_from": "datetime64[us]", "published_to": "datetime64[us]"})


def quantities(wide: bool = False) -> pd.DataFrame:
    values = [
        (2500, 2500, False),
        (2000, 2000, True),
        (100, 999, True),
        (500, 500, False),
        (2, 2, False),
    ]
    if wide:
        values.append((90000, 100000, True))
    rows = []
    for i, (low, high, vague) in enumerate(values):
        outlet, name = outlets(6)[i]
        day = pd.Timestamp("2025-08-01") + pd.Timedelta(days=i) if i else pd.NaT
        rows.append({
            "article_key": i, "article_id": f"a{i}", "outlet_id": outlet, "outlet": name, "title": "عنوان",
            "published_from": day, "published_to": day, "low": float(low), "high": float(high),
            "approximate": vague, "unit": "جندي", "about": "troops", "entity_id": None, "entity": None,
            "side_id": None, "side": "us", "speaker_id": None, "speaker": "الأعرجي" if i % 2 else None,
            "as_of": None, "period": None, "surface": f"{low} جندي", "start": 3, "end": 9, "sentence": 0,
            "text": "جملة", "slot": "s", "disputed": i < 2, "count": 1,
        })  # fmt: skip
    return pd.DataFrame(rows).astype(
        {"published_from": "datetime64[us]", "published_to": "datetime64[us]"}
    )


def copy_network() -> pd.DataFrame:
    o = outlets(10)
    rows = [
        (*o[0], *o[1], "copy", 6),
        (*o[0], *o[4], "copy", 2),
        (*o[2], *o[6], "host", 3),
        (*o[3], *o[4], "copy", 1),
        (*o[9], *o[8], "host", 1),
    ]
    return pd.DataFrame(
        rows, columns=["from_id", "from_name", "to_id", "to_name", "relation", "count"]
    )


def concordance() -> pd.DataFrame:
    rows = []
    for i in range(40):
        outlet, name = outlets(10)[i % 10]
        rows.append({
            "line": i, "article_key": i % 9, "article_id": f"a{i % 9}", "outlet_id": outlet, "outlet": name,
            "title": LONG[:200] if i % 9 == 0 else f"عنوان {i % 9}", "published_from": pd.Timestamp("2025-01-01"),
            "published_to": pd.Timestamp("2025-01-01"), "text_kind": "full", "sentence": 0,
            "start": 37 * i % 1500, "end": 37 * i % 1500 + 6, "before": "قبل", "node": "انسحاب", "after": "بعد",
            "quoted": False,
        })  # fmt: skip
    return pd.DataFrame(rows)
