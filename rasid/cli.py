"""The commands: build a store, show its tables, check this machine."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from rasid import settings
from rasid.errors import RasidError

app = typer.Typer(
    help="Rasid (راصد): Arabic news coverage, measured.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
_STAGES: Final = {"read": "Reading", "count": "Counting", "copies": "Comparing", "write": "Writing"}
_errors = Console(stderr=True, highlight=False)

StoreOption = Annotated[Path | None, typer.Option("--store", help="The store folder.")]


class _Rate(ProgressColumn):
    """Articles a second, as measured."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "")


def _store(folder: Path | None) -> Path:
    return folder or settings.store_folder()


def _mapping(pairs: list[str]) -> dict[str, str]:
    """Return `body=content` pairs as a mapping."""
    mapping = {}
    for pair in pairs:
        name, sign, column = pair.partition("=")
        if not (name and sign and column):
            raise RasidError(
                "bad-argument", file=f"--map {pair}", detail="write it as body=content"
            )
        mapping[name.strip()] = column.strip()
    return mapping


@app.command()
def build(
    sources: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders; default corpus/.")
    ] = None,
    store: StoreOption = None,
    jobs: Annotated[int, typer.Option(help="Worker processes.")] = os.cpu_count() or 1,
    columns: Annotated[
        list[str] | None, typer.Option("--map", help="Table columns: body=content.")
    ] = None,
) -> None:
    """Build or update a store from articles."""
    sources = sources or [settings.CORPUS]
    # The analyst's edits of lexicons lie beside these articles; set before any lexicon is read.
    os.environ.setdefault("RASID_CORPUS", str(sources[0].resolve()))
    from rasid.store.build import BuildOptions
    from rasid.store.build import build as run

    options = BuildOptions(jobs=max(jobs, 1), mapping=_mapping(columns or []))
    bar = Progress(
        TextColumn("{task.description:<9}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=_errors,
        refresh_per_second=4,  # drawn ten times a second, it takes a hundredth of the build
    )
    tasks: dict[str, int] = {}

    def told(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            tasks[stage] = bar.add_task(_STAGES[stage], total=total)
        bar.update(tasks[stage], completed=done, total=total)  # type: ignore[arg-type]

    with bar:
        summary = run(sources, _store(store), options, told)
    rate = summary.tokens / summary.seconds if summary.read == summary.articles else 0
    typer.echo(
        f"{summary.articles:,} articles: {summary.read:,} read from {summary.new_files:,} new and "
        f"{summary.changed_files:,} changed files, {summary.unchanged_files:,} files unchanged, "
        f"{summary.removed_files:,} removed.\n"
        f"{summary.copies:,} copies, {summary.undated:,} undated, {summary.problems:,} problems, "
        f"{summary.tokens:,} words; {summary.seconds:.1f} s"
        + (f" ({rate:,.0f} words/s)" if rate else "")
        + f"; corpus {summary.fingerprint}."
    )


@app.command()
def show(
    table: Annotated[
        str, typer.Argument(help="articles, cuts, outlets, tokens, lemmas, mentions, ...")
    ],
    store: StoreOption = None,
    form: Annotated[str, typer.Option("--format", help="jsonl, csv or parquet.")] = "jsonl",
    outlet: Annotated[str, typer.Option(help="Only this outlet_id.")] = "",
    since: Annotated[str, typer.Option("--from", help="Published on or after, YYYY-MM-DD.")] = "",
    until: Annotated[str, typer.Option("--to", help="Published on or before, YYYY-MM-DD.")] = "",
) -> None:
    """Print a table."""
    from rasid.store.show import Filter, stdout
    from rasid.store.show import show as run

    chosen = Filter(outlet, _day("--from", since), _day("--to", until))
    try:
        run(table, _store(store), stdout(), form=form, rows=chosen)
    except BrokenPipeError:  # `show tokens | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _day(option: str, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise RasidError(
            "bad-argument", file=f"{option} {text}", detail="write the day as YYYY-MM-DD"
        ) from None


@app.command()
def check() -> None:
    """Say whether this machine can do all that Rasid does; exit 1 when it cannot."""
    from rasid.store.machine import checks

    found = checks()
    for item in found:
        mark = "ok " if item.fit else ("-- " if item.optional else "NO ")
        typer.echo(f"{mark} {item.name}: {item.detail}")
    if any(not item.fit and not item.optional for item in found):
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; a `RasidError` is one sentence and exit code 2, never a traceback."""
    try:
        app(standalone_mode=True)
    except RasidError as error:
        _errors.print(str(error), style="bold")
        sys.exit(2)
