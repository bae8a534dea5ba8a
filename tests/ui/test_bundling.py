"""Streamlit's scripts joined: what runs when, what is shared, what is refused."""

from __future__ import annotations

import re

import pytest

from rasid.ui.serving import bundling, packing, shell, shipped

RUNTIME = "export{d as n,s as t};"
BASE = 'import{t as e}from"./rolldown-runtime.1.js";var a=e(1);export{a as default,a as t};'
LATE = 'import{n as e}from"./rolldown-runtime.1.js";var I,L=e((()=>{I=7})),F=2;export{I as a,L as b,F as c};'
SHELL = (
    'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./Card.1.js","./base.1.js","./Map.1.js",'
    '"../css/Map.1.css"])))=>i.map(i=>d[i]);\n'
    'import{t as e}from"./base.1.js";import"./late.1.js";'
    "var c=lazy(()=>H(()=>import(`./Card.1.js`),__vite__mapDeps([0,1]),import.meta.url)),"
    "m=lazy(()=>H(()=>import(`./Map.1.js`).then(e=>e.n),__vite__mapDeps([1,2,3]),import.meta.url)),"
    "p=lazy(()=>H(()=>import(`./Plot.1.js`),__vite__mapDeps([1]),import.meta.url));export{c};"
)
CARD = 'import{t as e}from"./base.1.js";import{c as t}from"./index.1.js";var n=e(t);export{n as default};'
MAP = 'import{t as e}from"./base.1.js";import{a as t,b as n}from"./late.1.js";n();export{e as n,t};'
APP = {
    "index.1.js": SHELL,
    "base.1.js": BASE,
    "late.1.js": LATE,
    "rolldown-runtime.1.js": RUNTIME,
    "Card.1.js": CARD,
}


def bundles() -> bundling.Bundles:
    made = bundling.Bundles()
    made.add("app.js", APP)
    return made


def joined() -> str:
    return bundles().joined("app.js", APP, first="index.1.js", soon="Plot.1.js")


def test_a_script_becomes_a_function_that_takes_what_it_imports_and_returns_what_it_exports() -> (
    None
):
    text = joined()
    assert (
        "const rasid1=once((()=>{const{t:e}=rasid3();var a=e(1);\n;return{default:a,t:a}}));"
        in text
    )
    assert "import{" not in text.replace("import(", "")
    assert text.index("rasid0();export{") > text.index(
        "const rasid4="
    )  # the shell runs when all are there


def test_a_script_that_is_only_run_is_run_in_its_place() -> None:
    assert "const{t:e}=rasid1();rasid2();const __vite__mapDeps=" in joined()


def test_variables_that_are_filled_in_late_are_full_when_they_are_handed_over() -> None:
    part = re.search(r"const rasid2=.*?\}\}\)\);", joined().replace("\n", ""))
    assert part is not None
    assert part[0].endswith("L();return{a:I,b:L,c:F}}));")


def test_a_component_of_the_bundle_is_there_without_a_promise() -> None:
    text = joined()
    assert "c=lazy(()=>({then:use=>use(rasid4())}))" in text
    assert "import(`./Card.1.js`)" not in text


def test_charts_are_there_at_once_if_the_page_has_fetched_them_and_else_when_they_come() -> None:
    assert (
        "p=lazy(()=>(window.rasidSoon?{then:use=>use(window.rasidSoon)}:H(()=>import(`./Plot.1.js`)"
        in joined()
    )


def test_what_stays_outside_is_imported_as_before_without_fetching_joined_scripts() -> None:
    text = joined()
    assert (
        "m=lazy(()=>H(()=>import(`./Map.1.js`).then(e=>e.n),__vite__mapDeps([1,2,3]),import.meta.url))"
        in text
    )
    assert 'm.f=["./app.js","./app.js","./Map.1.js","../css/Map.1.css"]' in text


def test_a_script_outside_takes_from_the_bundle() -> None:
    assert bundles().outside(MAP) == (
        'import{rasid1}from"./app.js";import{rasid2}from"./app.js";'
        "const{t:e}=rasid1();const{a:t,b:n}=rasid2();n();;export{e as n,t as t};"
    )
    alone = "var a=1;export{a as t};"
    assert bundles().outside(alone) == alone


def test_a_second_bundle_takes_from_the_first_and_is_asked_for_by_it() -> None:
    both = bundles()
    both.add("later.js", ["Map.1.js"])
    later = both.joined("later.js", {"Map.1.js": MAP})
    assert later.startswith('import{rasid1}from"./app.js";import{rasid2}from"./app.js";')
    assert "const rasid5=once((()=>{const{t:e}=rasid1();" in later
    first = both.joined("app.js", APP, first="index.1.js")
    assert (
        "H(()=>import(`./later.js`).then(all=>all.rasid5()).then(e=>e.n),__vite__mapDeps" in first
    )


@pytest.mark.parametrize("odd", [
    "var a=1;export{a};var b=2;import{c}from\"./base.1.js\";",
    'var a=1;export*from"./base.1.js";',
    'import all from"./base.1.js";all();export{all};',
])  # fmt: skip
def test_a_script_of_another_form_is_refused(odd: str) -> None:
    with pytest.raises(ValueError, match="script"):
        bundles().joined("app.js", APP | {"base.1.js": odd})


def test_scripts_that_import_each_other_are_refused() -> None:
    ring = {"base.1.js": 'import{t as e}from"./late.1.js";export{e as t};',
            "late.1.js": 'import{t as e}from"./base.1.js";export{e as t};'}  # fmt: skip
    with pytest.raises(ValueError, match="each other"):
        bundles().joined("app.js", APP | ring)


def test_the_scripts_of_the_installed_streamlit_can_be_joined() -> None:
    texts = shipped.joined()
    app, later = texts[shipped.APP], texts[shipped.REST]
    defined = set(re.findall(r"const (rasid\d+)=once", app + later))
    assert set(re.findall(r"\brasid\d+\b", "".join(texts.values()))) == defined
    apart = {
        path.rpartition("/")[2] for path in (*shipped.shell(), *shipped.scripts_of(*shipped.FIRST))
    }
    assert not any(
        f'"./{name}"' in text or f"`./{name}`" in text for name in apart for text in texts.values()
    )
    drawn_at_once = app.count("{then:use=>use(rasid")
    assert drawn_at_once >= len(shipped.FIRST)
    assert "{then:use=>use(window.rasidSoon)}" in app
    html = (shipped.STATIC / "index.html").read_text(encoding="utf-8")
    assert shell._SHELL.search(html) is not None


def test_every_other_script_of_the_installed_streamlit_can_stand_beside_the_bundles() -> None:
    for path in sorted(shipped.STATIC.glob("static/js/*.js")):
        if (
            path.stat().st_size < 400_000
        ):  # the large ones are of the same form, and slow to look through
            assert shipped.beside_bundles(path.name, path.read_bytes())


def test_where_scripts_cannot_be_joined_only_fonts_are_packed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> dict[str, str]:
        raise ValueError

    monkeypatch.setattr(packing, "joined", refuse)
    assert list(packing._scripts()) == []
    monkeypatch.setattr(packing.PACKS, "_files", {"fonts/a.woff2": b""})
    assert packing.PACKS.key() is None
