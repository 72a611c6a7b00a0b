"""Grab a key combination on the X server, over a connection of its own.

libxcb and libxcb-keysyms exist wherever Qt runs on X11: its own plugin needs both. The names are
those of <xcb/xproto.h> and <xcb/xcb_keysyms.h>.
"""

import ctypes
from ctypes import POINTER, Structure, c_int, c_uint8, c_uint16, c_uint32, c_void_p
from enum import Enum

from PySide6.QtCore import QKeyCombination, Qt

_SHIFT, _CAPS_LOCK, _CONTROL, _ALT, _NUM_LOCK, _SUPER = 1, 2, 4, 8, 16, 64  # modifier masks
_LOCKS = (0, _CAPS_LOCK, _NUM_LOCK, _CAPS_LOCK | _NUM_LOCK)  # each needs a grab of its own
_ASYNC = 1  # XCB_GRAB_MODE_ASYNC
_KEY_PRESS = 2
_MODIFIERS = {
    Qt.KeyboardModifier.ShiftModifier: _SHIFT,
    Qt.KeyboardModifier.ControlModifier: _CONTROL,
    Qt.KeyboardModifier.AltModifier: _ALT,
    Qt.KeyboardModifier.MetaModifier: _SUPER,
}
_KEYSYMS = {  # from keysymdef.h; letters and function keys are computed
    Qt.Key.Key_Tab: 0xFF09,
    Qt.Key.Key_Return: 0xFF0D,
    Qt.Key.Key_Pause: 0xFF13,
    Qt.Key.Key_Home: 0xFF50,
    Qt.Key.Key_End: 0xFF57,
    Qt.Key.Key_Print: 0xFF61,
    Qt.Key.Key_Insert: 0xFF63,
    Qt.Key.Key_Menu: 0xFF67,
}
_F1 = 0xFFBE


class GrabRefused(Exception):  # noqa: N818 - an answer, shown to the user who chose the keys
    """The keys cannot be grabbed."""

    class Cause(Enum):
        """Why the keys cannot be grabbed."""

        UNKNOWN = 1
        BARE = 2
        TAKEN = 3
        NO_DISPLAY = 4

    def __init__(self, why: Cause) -> None:
        super().__init__(why.name)
        self.why = why


class _Roots(Structure):
    """The C struct `xcb_screen_iterator_t`; a screen begins with the id of its root window."""

    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))


class X11Keys:
    """A key combination, grabbed until `close`. For one thread only."""

    def __init__(self, keys: QKeyCombination) -> None:
        """Grab the keys, whether Caps Lock and Num Lock are on or off.

        Raises:
            GrabRefused: with the cause.
        """
        mask, keysym = _mask(keys), _keysym(keys.key())
        self._xcb, self._keysyms = _libraries()
        self._connection = c_void_p(self._xcb.xcb_connect(None, None))
        try:
            self._grab_all(mask, keysym)
        except GrabRefused:
            self.close()
            raise
        self.descriptor: int = self._xcb.xcb_get_file_descriptor(self._connection)
        """File descriptor that is readable when there may be presses."""

    def take_presses(self) -> int:
        """Return how often the keys were pressed since the last call; do not wait."""
        presses = 0
        while event := self._xcb.xcb_poll_for_event(self._connection):
            presses += ctypes.cast(event, POINTER(c_uint8))[0] & 0x7F == _KEY_PRESS
            _free(event)
        return presses

    def close(self) -> None:
        """Disconnect; the server releases the keys."""
        self._xcb.xcb_disconnect(self._connection)

    def _grab_all(self, mask: int, keysym: int) -> None:
        if self._xcb.xcb_connection_has_error(self._connection):
            raise GrabRefused(GrabRefused.Cause.NO_DISPLAY)
        code = self._code(keysym)
        for locks in _LOCKS:
            self._grab(mask | locks, code)

    def _code(self, keysym: int) -> int:
        symbols = c_void_p(self._keysyms.xcb_key_symbols_alloc(self._connection))
        codes = self._keysyms.xcb_key_symbols_get_keycode(symbols, c_uint32(keysym))
        code = codes[0] if codes else 0
        _free(ctypes.cast(codes, c_void_p).value)
        self._keysyms.xcb_key_symbols_free(symbols)
        if not code:
            raise GrabRefused(GrabRefused.Cause.UNKNOWN)
        return int(code)

    def _grab(self, mask: int, code: int) -> None:
        setup = c_void_p(self._xcb.xcb_get_setup(self._connection))
        root = self._xcb.xcb_setup_roots_iterator(setup).data[0]
        modes = (c_uint8(_ASYNC), c_uint8(_ASYNC))
        cookie = self._xcb.xcb_grab_key_checked(
            self._connection, c_uint8(1), c_uint32(root), c_uint16(mask), c_uint8(code), *modes
        )
        error = self._xcb.xcb_request_check(self._connection, c_uint32(cookie))
        if error:  # BadAccess: another program has grabbed it
            _free(error)
            raise GrabRefused(GrabRefused.Cause.TAKEN)


def _mask(keys: QKeyCombination) -> int:
    modifiers = keys.keyboardModifiers()
    mask = sum(bit for modifier, bit in _MODIFIERS.items() if modifier in modifiers)
    is_function_key = Qt.Key.Key_F1 <= keys.key() <= Qt.Key.Key_F35
    if not mask & ~_SHIFT and not is_function_key:
        raise GrabRefused(GrabRefused.Cause.BARE)  # that letter could not be typed any more
    return mask


def _keysym(key: Qt.Key) -> int:
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
        return _F1 + key - Qt.Key.Key_F1
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return key.value | 0x20  # keysyms of letters are lower case
    if key in _KEYSYMS or Qt.Key.Key_Space <= key <= Qt.Key.Key_ydiaeresis:
        return _KEYSYMS.get(key, key.value)
    raise GrabRefused(GrabRefused.Cause.UNKNOWN)


def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL]:
    try:
        xcb, keysyms = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-keysyms.so.1")
    except OSError:
        raise GrabRefused(GrabRefused.Cause.NO_DISPLAY) from None
    for name in ("xcb_connect", "xcb_get_setup", "xcb_poll_for_event", "xcb_request_check"):
        getattr(xcb, name).restype = c_void_p
    xcb.xcb_setup_roots_iterator.restype = _Roots
    xcb.xcb_grab_key_checked.restype = c_uint32
    keysyms.xcb_key_symbols_alloc.restype = c_void_p
    keysyms.xcb_key_symbols_get_keycode.restype = POINTER(c_uint8)
    return xcb, keysyms


def _free(memory: int | None) -> None:
    ctypes.CDLL(None).free(c_void_p(memory))
