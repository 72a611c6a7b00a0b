"""The twenty largest files of what is shipped, and why each is there."""

from pathlib import Path

# What a path begins with → why it is needed. The longest that fits counts.
_WHY = {
    "alcove": "the program itself: Alcove's modules, and Python's that it uses",
    "_internal/libpython": "Python",
    "_internal/python3": "Python's own extension modules",
    "_internal/base_library": "Python's modules that it starts with",
    "_internal/libsqlite3": "SQLite: the index and personal data",
    "_internal/kreuzberg": "reads documents: PDF, Office, mail, books, web pages, pictures",
    "_internal/openvino/libs/libopenvino_intel_cpu_plugin": "runs the model on the processor",
    "_internal/openvino/libs/libopenvino.so": "OpenVINO's core, which the plugins need",
    "_internal/openvino/libs/libopenvino_onnx_frontend": "takes in models of one's own from ONNX",
    "_internal/openvino/libs/libopenvino_ir_frontend": "reads the model",
    "_internal/openvino/_pyopenvino": "OpenVINO for Python",
    "_internal/model/model.bin": "the model: its weights",
    "_internal/model/tokenizer.json": "the model: its words",
    "_internal/numpy.libs/libscipy_openblas": "multiplies matrices for numpy: comparing vectors",
    "_internal/numpy.libs/libgfortran": "Fortran's own library, which OpenBLAS needs",
    "_internal/numpy": "numpy: vectors, their comparison, evaluation",
    "_internal/tantivy": "the words index",
    "_internal/tokenizers": "cuts text into the model's tokens",
    "_internal/safetensors": "reads layers after pooling in models of one's own",
    "_internal/pypdfium2_raw": "draws PDF pages in the preview, and marks passages on them",
    "_internal/py3langid": "tells in which language a text is",
    "_internal/chardet": "tells in which encoding a text is",
    "_internal/PySide6/Qt/lib/libicu": "ICU: Qt sorts and folds text of all languages with it",
    "_internal/PySide6/Qt/lib": "Qt: the window",
    "_internal/PySide6/Qt/plugins": "Qt: screens, pictures, input methods, the desktop's dialogs",
    "_internal/PySide6": "Qt for Python",
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
    name = file.relative_to(app).as_posix()
    fitting = [start for start in _WHY if name.startswith(start)]
    if not fitting:
        raise SystemExit(f"{name} is among the largest files: say in packaging/parts.py why")
    shown = name.removeprefix("_internal/")
    return f"| {file.stat().st_size / 1e6:.1f} | `{shown}` | {_WHY[max(fitting, key=len)]} |"
