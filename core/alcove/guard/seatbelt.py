"""macOS: make the kernel refuse networks through `sandbox_init`. Not tested yet on a Mac."""

import ctypes
import errno
import os
import sys

# In Apple's profile language the last matching rule wins. Host names are looked up through a local
# socket of mDNSResponder, so that socket is denied. Apple calls the function deprecated; browsers
# still use it, and there is no other that a running process can apply to itself.
_PROFILE = b"""
(version 1)
(allow default)
(deny network*)
(allow network* (local unix-socket) (remote unix-socket))
(deny network-outbound (literal "/private/var/run/mDNSResponder"))
"""

_AF_INET, _SOCK_DGRAM = 2, 2  # sys/socket.h
# struct sockaddr_in: its length, its family, port 9, 127.0.0.1
_LOOPBACK = bytes((16, _AF_INET, 0, 9, 127, 0, 0, 1)).ljust(16, b"\0")


def install() -> bool:
    """Apply the profile unless it is in force; children inherit it.

    Returns:
        Whether it is in force; False on other systems.
    """
    if sys.platform == "darwin" and not in_force():
        libc = ctypes.CDLL(None, use_errno=True)
        libc.sandbox_init(_PROFILE, ctypes.c_uint64(0), ctypes.byref(ctypes.c_char_p()))
    return in_force()


def in_force() -> bool:
    """Return whether the profile is in force, applied here or inherited; False elsewhere."""
    return sys.platform == "darwin" and _is_refused()


def _is_refused() -> bool:
    """Return whether a datagram socket cannot be connected to this machine; sends nothing."""
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor: int = libc.socket(_AF_INET, _SOCK_DGRAM, 0)
    if descriptor == -1:
        return ctypes.get_errno() == errno.EPERM
    try:
        connected = libc.connect(descriptor, _LOOPBACK, len(_LOOPBACK))
        return bool(connected == -1 and ctypes.get_errno() == errno.EPERM)
    finally:
        os.close(descriptor)
