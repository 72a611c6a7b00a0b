"""The most exact export of a model folder is used, with weights from its own folder alone."""

from pathlib import Path

import pytest

from alcove.encoder.model_folder.description import read_folder
from alcove.encoder.model_folder.exports import find_export
from alcove.encoder.model_folder.fingerprint import telling_files
from alcove.errors import ModelError


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"\x08\x08")


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        (["onnx/model.onnx", "openvino/openvino_model.xml"], "openvino/openvino_model.xml"),
        (["onnx/model_O1.onnx", "onnx/model.onnx", "onnx/model_O4.onnx"], "onnx/model.onnx"),
        (["onnx/model_qint8_avx512.onnx", "onnx/model_O2.onnx"], "onnx/model_O2.onnx"),
        (
            ["openvino/openvino_model_qint8_quantized.xml", "onnx/model.onnx"],
            "onnx/model.onnx",
        ),
        (["onnx/model_quint8_avx2.onnx", "onnx/model_O4.onnx"], "onnx/model_O4.onnx"),
    ],
)
def test_the_most_exact_is_chosen(tmp_path: Path, names: list[str], chosen: str) -> None:
    write(tmp_path, *names, *(name.replace(".xml", ".bin") for name in names))
    export = find_export(tmp_path)
    assert export is not None
    assert export.network == tmp_path / chosen
    assert export.full_precision == (chosen != "onnx/model_O4.onnx")


def test_weights_are_better_than_a_quantised_network(light_copy: Path) -> None:
    write(light_copy, "onnx/model_qint8_avx512.onnx")
    assert read_folder(light_copy).export is None
    (light_copy / "model.safetensors").unlink()
    assert read_folder(light_copy).export is not None


def test_the_export_replaces_the_weights_in_the_fingerprint(light_copy: Path) -> None:
    write(light_copy, "onnx/model.onnx", "onnx/model_O4.onnx")
    telling = telling_files(read_folder(light_copy))
    assert "onnx/model.onnx" in telling
    assert "onnx/model_O4.onnx" not in telling
    assert "model.safetensors" not in telling


def test_a_network_without_its_weights_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "openvino/openvino_model.xml")
    with pytest.raises(ModelError, match=r"openvino_model\.bin is missing"):
        find_export(tmp_path)
