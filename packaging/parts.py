"""The twenty largest files of what is shipped, and why each is there."""

import re
from pathlib import Path

# Patterns of paths in the frozen folder, of any system → why it is needed. The first that fits.
_WHY = {
    r"alcove(-desktop)?(\.exe)?$": "the program: Alcove's modules, and Python's that it uses",
    r"(lib)?python3|Python": "Python",
    r"base_library": "Python's modules that it starts with",
    r"(lib)?sqlite3": "SQLite: the index and personal data",
    r"kreuzberg": "reads documents: PDF, Office, mail, books, web pages, pictures",
    r"openvino/libs/(lib)?openvino_\w+_cpu_plugin": "runs the model on the processor",
    r"openvino/libs/(lib)?openvino_onnx_frontend": "takes in models of one's own from ONNX",
    r"openvino/libs/(lib)?openvino_ir_frontend": "reads the model",
    r"openvino/libs/(lib)?openvino\.": "OpenVINO's core, which the plugins need",
    r"openvino/(libs/(lib)?)?tbb": "oneTBB: OpenVINO's threads",
    r"openvino/_pyopenvino": "OpenVINO for Python",
    r"model/model\.bin": "the model: its weights",
    r"model/tokenizer\.json": "the model: its words",
    r"numpy\.libs/(lib)?scipy_openblas": "multiplies matrices for numpy: comparing vectors",
    r"numpy\.libs/libgfortran": "Fortran's own library, which OpenBLAS needs",
    r"numpy": "numpy: vectors, their comparison, evaluation",
    r"tantivy": "the words index",
    r"tokenizers": "cuts text into the model's tokens",
    r"safetensors": "reads layers after pooling in models of one's own",
    r"pypdfium2_raw": "draws PDF pages in the preview, and marks passages on them",
    r"py3langid": "tells in which language a text is",
    r"chardet": "tells in which encoding a text is",
    r"PySide6/(Qt/lib/lib)?icu": "ICU: Qt sorts and folds text of all languages with it",
    r"PySide6/(Qt/)?plugins": "Qt: screens, pictures, input methods, the desktop's dialogs",
    r"PySide6/(Qt/lib|(lib)?Qt6)": "Qt: the window",
    r"PySide6|shiboken6": "Qt for Python",
}
_SHOWN = 20


def table(app: Path) -> str:
    """The table, in Markdown.

    Args:
        app: the frozen folder.

    Raises:
        SystemExit: nobody said what a file is there for.
    """
    files = [file for file in app.rglob("*") if file.is_file() and not file.is_symlink()]
    largest = sorted(files, key=lambda file: -file.stat().st_size)[:_SHOWN]
    total = sum(file.stat().st_size for file in files)
    rows = [_row(file, app) for file in largest]
    rest = total - sum(file.stat().st_size for file in largest)
    return "\n".join(
        [
            "| MB | part | why |",
            "| ---: | --- | --- |",
            *rows,
            f"| {rest / 1e6:.1f} | {len(files) - len(largest)} others | |",
            f"| {total / 1e6:.1f} | all | |",
            "",
        ]
    )


def _row(file: Path, app: Path) -> str:
    shown = file.relative_to(app).as_posix().removeprefix("_internal/")
    return f"| {file.stat().st_size / 1e6:.1f} | `{shown}` | {why(shown)} |"


def why(name: str) -> str:
    """Why a file is there.

    Args:
        name: its path below the folder of all that is shipped beside the program.

    Raises:
        SystemExit: nobody said it.
    """
    for pattern, reason in _WHY.items():
        if re.match(pattern, name):
            return reason
    raise SystemExit(f"{name} is among the largest files: say in packaging/parts.py why")
