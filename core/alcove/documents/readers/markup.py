"""Find titles and headings in plain-text markup by simple rules; the text stays unchanged."""

import re
from collections.abc import Iterator

from alcove.records import Document, Heading

_FENCE = re.compile(r" {0,3}(```|~~~)")
_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_FRONT_TITLE = re.compile(
    r"^title[ \t]*:[ \t]*(?:\"(.+)\"|'(.+)'|(.+))[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_MD_INLINE = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[`*]+|<[^>]+>|\{#[^}]*\}")
_UNDERLINE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*$")
_RST_ROLE = re.compile(r":[\w:.-]+:(?=`)|`__?|[`*|]+")
_PEP = re.compile(r"\A(?:[A-Z][\w-]*:.*\n(?:[ \t]+.*\n)*)+")
_PEP_TITLE = re.compile(r"^Title:[ \t]*(.+(?:\n[ \t]+.+)*)", re.MULTILINE)
_ORG = re.compile(
    r"^(\*+)[ \t]+(?:(?:TODO|DONE)[ \t]+)?(.+?)(?:[ \t]+:[\w@#%:]+:)?[ \t]*$", re.MULTILINE
)
_ORG_TITLE = re.compile(r"^[ \t]*#\+title:[ \t]*(.+?)[ \t]*$", re.IGNORECASE | re.MULTILINE)
_TEX_DEPTHS = ("part", "chapter", "section", "subsection", "subsubsection", "paragraph")
_TEX_ARGUMENT = r"\s*(?:\[[^\]]*\])?\s*\{((?:[^{}]|\{[^{}]*\})*)\}"
_TEX = re.compile(rf"^[ \t]*\\({'|'.join(_TEX_DEPTHS)})\*?{_TEX_ARGUMENT}", re.MULTILINE)
_TEX_TITLE = re.compile(rf"^[ \t]*\\title{_TEX_ARGUMENT}", re.MULTILINE)
_TEX_COMMAND = re.compile(r"\\[a-zA-Z]+\*?|\\\\|[{}~$]")


def markdown(text: str) -> Document:
    """Return Markdown as a document, with its headings and the title of its front matter."""
    front = _FRONT_MATTER.match(text)
    stated = _FRONT_TITLE.search(front[1]) if front else None
    title = next((group for group in stated.groups() if group), None) if stated else None
    start = front.end() if front else 0
    headings = tuple(
        Heading(offset, level, words)
        for offset, level, raw in _markdown_headings(text, start)
        if (words := _one_line(_MD_INLINE.sub(r"\1", raw)))
    )
    return Document(text, title, headings)


def _markdown_headings(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    fence, previous, previous_offset = "", "", start
    for offset, line in _lines(text, start):
        opening = _FENCE.match(line)
        if fence or opening:
            fence = _fence_after(fence, opening)
            previous = ""
            continue
        if atx := _ATX.match(line):
            yield offset, len(atx[1]), atx[2]
        elif (setext := _SETEXT.match(line)) and _can_be_setext(previous):
            yield previous_offset, 1 if setext[1][0] == "=" else 2, previous
        previous, previous_offset = ("" if atx else line), offset


def _fence_after(fence: str, opening: re.Match[str] | None) -> str:
    if opening is None:
        return fence
    return "" if fence == opening[1] else fence or opening[1]


def _can_be_setext(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(("    ", "\t", ">", "- ", "* ", "|"))


def restructured_text(text: str) -> Document:
    """Return reStructuredText as a document, with its underlined titles as headings.

    A PEP states its title in its preamble.
    """
    preamble = _PEP.match(text)
    stated = _PEP_TITLE.search(preamble[0]) if preamble else None
    styles: list[str] = []
    headings = []
    for offset, style, raw in _underlined(text):
        if style not in styles:
            styles.append(style)
        headings.append(Heading(offset, styles.index(style) + 1, _one_line(_RST_ROLE.sub("", raw))))
    title = " ".join(stated[1].split()) if stated else None
    return Document(text, title, tuple(heading for heading in headings if heading.text))


def _underlined(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield (offset, style, title); the style is the underline's character, twice with an overline.

    Offsets are those of the overline where there is one, else of the title.
    """
    before, title = (0, ""), (0, "")
    for offset, line in _lines(text, 0):
        mark = _UNDERLINE.match(line)
        if mark and _is_rst_title(title[1], line):
            over = before[1].rstrip() == line.rstrip()
            if over or not title[1][0].isspace():
                yield (before[0] if over else title[0]), mark[1] * (1 + over), title[1]
        before, title = title, (offset, line)


def _is_rst_title(title: str, underline: str) -> bool:
    words = title.strip()
    long_enough = len(underline.rstrip()) >= min(len(words), 4)
    return bool(words) and long_enough and not _UNDERLINE.match(words)


def org(text: str) -> Document:
    """Return Org as a document, with its headlines and its `#+TITLE:`."""
    stated = _ORG_TITLE.search(text)
    headings = tuple(Heading(m.start(), len(m[1]), _one_line(m[2])) for m in _ORG.finditer(text))
    return Document(text, stated[1] if stated else None, headings)


def tex(text: str) -> Document:
    r"""Return LaTeX as a document, with its sectioning commands as headings and its `\title`."""
    stated = _TEX_TITLE.search(text)
    headings = tuple(
        Heading(match.start(), _TEX_DEPTHS.index(match[1]) + 1, words)
        for match in _TEX.finditer(text)
        if (words := _one_line(_TEX_COMMAND.sub(" ", match[2])))
    )
    return Document(text, _one_line(_TEX_COMMAND.sub(" ", stated[1])) if stated else None, headings)


def _one_line(raw: str) -> str:
    return " ".join(raw.split())


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield (offset, line) for each line from `start` on, without its line end."""
    offset = start
    for line in text[start:].split("\n"):
        yield offset, line
        offset += len(line) + 1
