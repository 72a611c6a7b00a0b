"""What libraries are told before they are imported: stay offline, and report nothing."""

import os
import sys
from collections.abc import Mapping

TYPE_CHECKING = False  # checkers take it for true; importing `typing` would double our cost
if TYPE_CHECKING:
    from typing import Any

OFFLINE: Mapping[str, str] = {
    "HF_HUB_OFFLINE": "1",  # huggingface_hub/constants.py: no request at all
    "TRANSFORMERS_OFFLINE": "1",  # the older name of the same
    "HF_DATASETS_OFFLINE": "1",  # datasets, which sentence-transformers imports where it is there
    "HF_HUB_DISABLE_TELEMETRY": "1",  # huggingface_hub and its compiled half, hf_xet
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",  # huggingface_hub asks PyPI for a newer one
    "DO_NOT_TRACK": "1",  # https://donottrack.sh, which others follow too
}

# `import openvino` imports it, and it contacts an analytics host. Without it openvino takes a stub
# of its own: openvino/tools/ovc/telemetry_utils.py.
_TELEMETRY = "openvino_telemetry"


def ask_to_stay_offline() -> None:
    """Sets the environment variables, whatever they were; children inherit them."""
    os.environ.update(OFFLINE)


def asked() -> bool:
    """Whether all the environment variables are set."""
    return all(os.environ.get(name) == value for name, value in OFFLINE.items())


def silence_telemetry() -> bool:
    """Makes `import openvino_telemetry` fail in this process.

    Returns:
        False where it had been imported already: then it is too late.
    """
    modules: dict[str, Any] = sys.modules  # None there is documented; the type does not know it
    return modules.setdefault(_TELEMETRY, None) is None
