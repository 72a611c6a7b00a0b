"""Format the privacy report as plain text, for display and for a file."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from alcove.library.report.disk_usage import PartKind
from alcove.library.report.privacy import ProcessKind, Report
from alcove_desktop.texts import numbers, paths, states
from alcove_desktop.texts.core_messages import told

translate = QCoreApplication.translate


def in_text(report: Report) -> str:
    """Return the whole report: data and its location, access, network guard, processes."""
    sections = (
        (translate("Report", "What is kept, and where"), _parts(report)),
        (translate("Report", "Who can read it"), [_privacy(report)]),
        (translate("Report", "What the index holds"), _counts(report)),
        (translate("Report", "What is kept about you"), _personal(report)),
        (translate("Report", "The model that answers"), _model(report)),
        (translate("Report", "What stands between this program and a network"), _guards(report)),
        (translate("Report", "What runs now"), _processes(report)),
    )
    return "\n\n".join(f"{title}\n" + "\n".join(_indented(lines)) for title, lines in sections)


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    for line in lines:
        yield f"  {line}"


def _parts(report: Report) -> Iterator[str]:
    words = {
        PartKind.INDEX: translate("Report", "Text, locations and vectors of your documents"),
        PartKind.WORDS: translate("Report", "Which words stand in which document"),
        PartKind.MODELS: translate("Report", "Models; nothing personal"),
        PartKind.PERSONAL: translate("Report", "Settings, questions, judgments, saved searches"),
        PartKind.COPIES: translate("Report", "The same, from before an update"),
        PartKind.DAMAGED: translate("Report", "A damaged index that was set aside"),
        PartKind.OTHER: translate("Report", "Locks and the like"),
    }
    for part in report.parts:
        yield f"{words[part.kind]}: {numbers.size(part.bytes)}"
        for path in part.paths:
            yield f"  {paths.shown(bytes(path))}"


def _privacy(report: Report) -> str:
    if report.is_private is None:
        return translate("Report", "Not known on this system.")
    if report.is_private:
        return translate("Report", "Nobody but you and the computer's administrators.")
    return translate("Report", "Other users of this computer can open the folder.")


def _counts(report: Report) -> list[str]:
    counts = report.counts
    return [
        translate("Report", "Files: {number}").format(number=numbers.number(counts.files)),
        translate("Report", "Documents: {number}").format(number=numbers.number(counts.documents)),
        translate("Report", "Passages: {number}").format(number=numbers.number(counts.passages)),
        translate("Report", "Findable by meaning: {share}").format(
            share=numbers.percent(counts.coverage)
        ),
    ]


def _personal(report: Report) -> Iterator[str]:
    personal = report.personal
    yield translate("Report", "Folders: {number}").format(number=numbers.number(personal.folders))
    yield translate("Report", "Rules: {number}").format(number=numbers.number(personal.rules))
    yield translate("Report", "Questions: {number}").format(number=numbers.number(personal.history))
    yield translate("Report", "Saved searches: {number}").format(
        number=numbers.number(personal.saved_searches)
    )
    yield translate("Report", "Opened and marked results: {number}").format(
        number=numbers.number(personal.judgments)
    )
    if personal.has_evaluation:
        yield translate("Report", "Results of evaluating them")


def _model(report: Report) -> Iterator[str]:
    if report.model is None:
        yield translate("Report", "None yet")
        return
    yield report.model.manifest.name
    for name, digest in sorted(report.model.manifest.files.items()):
        yield f"{name}: SHA-256 {digest}"


def _guards(report: Report) -> list[str]:
    template = translate("Report", "Documents are read behind {walls}.")
    return [states.shield_in_full(report.guard), template.format(walls=told(report.sandbox))]


def _processes(report: Report) -> Iterator[str]:
    words = {
        ProcessKind.THIS: translate("Report", "This program"),
        ProcessKind.INDEXER: translate("Report", "The indexer"),
        ProcessKind.HELPER: translate("Report", "A helper that reads, draws or opens"),
    }
    template = translate("Report", "{what}: process {number}, {size} of memory")
    for process in report.processes:
        yield template.format(
            what=words[process.kind], number=process.pid, size=numbers.size(process.memory)
        )
