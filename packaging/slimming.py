"""Takes out of a frozen folder what nobody asks for, where no option of anybody's leaves it out.

Linux alone. Each step says what it saves; the folder works without them, too.
"""

import re
import subprocess
from pathlib import Path

_STRIPPED = (
    *("libpython*", "python3*/lib-dynload/*.so", "tantivy/*.so", "tokenizers/*.so"),
    "pypdfium2_raw/libpdfium.so",
)
"""What comes with symbols, and was not changed after linking, as wheels' other libraries were."""

# Qt asks ICU to compare texts; names of languages, regions, currencies, units and time zones it has
# itself, and encodings are Python's business here. https://doc.qt.io/qt-6/qlocale.html
_UNASKED_ICU = re.compile(
    r"(brkitr|curr|lang|rbnf|region|translit|unit|zone)/|.*\.cnv$|(unames|cnvalias)\.icu"
    r"|(?!(root|pool|res_index|en|de)\.res)[a-z]{2,3}(_\w+)?\.res$"  # numbers and dates
)
_NOTHING = {"x86_64": "xorl %eax, %eax\nret", "aarch64": "mov x0, #0\nret"}


def slim(app: Path, work: Path, machine: str) -> None:
    """Make a frozen folder smaller, in place.

    Args:
        app: the folder with the programs.
        work: a new folder for what is needed on the way.
        machine: what it runs on, such as "x86_64".
    """
    work.mkdir()
    inside = app / "_internal"
    strip(inside)
    reduce_icu(inside, work)
    replace_onnxruntime(inside, work, machine)
    share_program(app)


def strip(inside: Path) -> None:
    """Remove symbols: 35 MB."""
    files = [file for pattern in _STRIPPED for file in inside.glob(pattern)]
    _run("strip", "--strip-unneeded", *map(str, files))


def reduce_icu(inside: Path, work: Path) -> None:
    """Leave out data of ICU's that Qt never asks for: 30 MB."""
    (library,) = (inside / "PySide6/Qt/lib").glob("libicudata.so.*")
    symbol = next(line.split()[-1] for line in _run("nm", "-D", str(library)).splitlines())
    place, size = _symbol_place(library, symbol)
    data = work / f"{symbol.removesuffix('_dat')}l.dat"
    data.write_bytes(library.read_bytes()[place : place + size])
    items = _run("icupkg", "-l", str(data)).splitlines()
    unasked, reduced = work / "unasked.txt", work / "reduced.dat"
    unasked.write_text("\n".join(item for item in items if _UNASKED_ICU.match(item)))
    _run("icupkg", "-r", str(unasked), str(data), str(reduced))
    source = (
        f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n{symbol}:\n"
        f'.incbin "{reduced}"\n.size {symbol}, . - {symbol}\n.section .note.GNU-stack\n'
    )
    _link(source, library, work)


def replace_onnxruntime(inside: Path, work: Path, machine: str) -> None:
    """Put an empty library in ONNX Runtime's place, with which Kreuzberg looks at layouts: 22 MB.

    Alcove never asks for that; Kreuzberg would be told that there is no such version.
    """
    (library,) = (inside / "kreuzberg.libs").glob("libonnxruntime-*")
    (reader,) = (inside / "kreuzberg").glob("_internal_bindings*.so")
    symbols = _run("objdump", "-T", str(reader))
    wanted = re.findall(r"\*UND\*.*\s(\S*)\s+(Ort\w+)$", symbols, re.MULTILINE)
    versions = {version.strip("()") for version, name in wanted if name == "OrtGetApiBase"}
    if len(wanted) != 1 or len(versions) != 1:
        raise SystemExit(f"Kreuzberg wants something else of ONNX Runtime now: {wanted}")
    source = (
        f".text\n.globl OrtGetApiBase\nOrtGetApiBase:\n{_NOTHING[machine]}\n"
        ".section .note.GNU-stack\n"
    )
    script = work / "versions.map"
    script.write_text(f"{versions.pop()} {{ global: OrtGetApiBase; local: *; }};\n")
    _link(source, library, work, "--version-script", str(script))


def share_program(app: Path) -> None:
    """One program under two names: 7 MB."""
    (app / "alcove-desktop").unlink()
    (app / "alcove-desktop").symlink_to("alcove")


def _symbol_place(library: Path, symbol: str) -> tuple[int, int]:
    """Where a symbol's bytes lie in a file, and how many they are."""
    table = _run("readelf", "-sW", str(library))
    found = re.search(rf"([0-9a-f]{{16}})\s+(\S+) OBJECT .* {symbol}$", table, re.MULTILINE)
    assert found is not None
    address, size = int(found[1], 16), int(found[2], 0)
    for line in _run("readelf", "-lW", str(library)).splitlines():
        part = line.split()
        if part[:1] == ["LOAD"]:
            offset, start, length = (int(part[at], 16) for at in (1, 2, 4))
            if start <= address < start + length:
                return address - start + offset, size
    raise SystemExit(f"{library.name} is laid out in a way that we do not know")


def _link(source: str, library: Path, work: Path, *options: str) -> None:
    """Make a library of some assembly, with the name and in the place of another one."""
    assembly, made = work / "made.s", work / "made.o"
    assembly.write_text(source)
    _run("as", "-o", str(made), str(assembly))
    library.unlink()
    _run(
        "ld",
        "-shared",
        "--build-id=none",
        "-soname",
        library.name,
        *options,
        "-o",
        str(library),
        str(made),
    )


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
