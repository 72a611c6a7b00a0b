"""OpenVINO is imported without the converter, which only conversions need."""

import subprocess
import sys

LATE = """
import sys
import alcove.encoder.runtime.openvino_encoder
assert "openvino.tools.ovc" not in sys.modules
from openvino import opset13
assert opset13.constant([1.0]).get_output_size() == 1
from openvino.tools.ovc import convert_model
print(callable(convert_model))
"""


def test_openvino_comes_without_its_converter_which_can_still_be_imported() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LATE], capture_output=True, text=True, check=True, timeout=120
    )
    assert told.stdout.split() == ["True"]
