"""Set the environment variables that make libraries stay offline and send no telemetry."""

import os
import sys
from collections.abc import Mapping

TYPE_CHECKING = False  # type checkers assume True; importing `typing` would double our cost
if TYPE_CHECKING:
    from typing import Any

OFFLINE: Mapping[str, str] = {
    "HF_HUB_OFFLINE": "1",  # huggingface_hub/constants.py: no request at all
    "TRANSFORMERS_OFFLINE": "1",  # the older name of the same
    "HF_DATASETS_OFFLINE": "1",  # datasets, which sentence-transformers imports if installed
    "HF_HUB_DISABLE_TELEMETRY": "1",  # huggingface_hub and its compiled half, hf_xet
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",  # huggingface_hub asks PyPI for a newer version
    "DO_NOT_TRACK": "1",  # https://donottrack.sh, which other libraries follow too
}

# `import openvino` imports it, and it contacts an analytics host. Without it openvino uses its own
# stub: openvino/tools/ovc/telemetry_utils.py.
_TELEMETRY = "openvino_telemetry"


def ask_to_stay_offline() -> None:
    """Set the environment variables, overriding any values; children inherit them."""
    os.environ.update(OFFLINE)


def asked() -> bool:
    """Return whether all the environment variables are set."""
    return all(os.environ.get(name) == value for name, value in OFFLINE.items())


def silence_telemetry() -> bool:
    """Make `import openvino_telemetry` fail in this process.

    Returns:
        False if it was imported already: then it is too late.
    """
    modules: dict[str, Any] = sys.modules  # a None value is documented; its type has none
    return modules.setdefault(_TELEMETRY, None) is None
