"""Import OpenVINO's Python bindings without the converter that only conversions need.

A plain `import openvino` imports it too: .14 s of .23 s, on a slow machine, before every search.
"""

import sys
from typing import Any

_CONVERTER = "openvino.tools.ovc"  # openvino works without it if it cannot be imported

_modules: dict[str, Any] = sys.modules  # None is documented, but not in its type
_is_blocked = _modules.setdefault(_CONVERTER, None) is None
try:
    import openvino as ov
finally:
    if _is_blocked:
        del _modules[_CONVERTER]  # so that a conversion can import it

__all__ = ["ov"]
