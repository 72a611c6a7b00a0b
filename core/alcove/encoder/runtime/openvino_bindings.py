"""OpenVINO's Python bindings, without the converter that only conversions need.

`import openvino` would import it: .14 s of .23 s, on a slow machine, before every search.
"""

import sys
from typing import Any

_CONVERTER = "openvino.tools.ovc"  # openvino does without it where it cannot be imported

_modules: dict[str, Any] = sys.modules  # None there is documented; the type does not know it
_is_without = _modules.setdefault(_CONVERTER, None) is None
try:
    import openvino as ov
finally:
    if _is_without:
        del _modules[_CONVERTER]  # whoever converts can import it then

__all__ = ["ov"]
