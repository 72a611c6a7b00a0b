"""Refuse networks by a Python audit hook, on systems without a kernel filter.

The hook stops Python code in this process only, not compiled libraries or other programs. Its
events are those of https://docs.python.org/3/library/audit_events.html.
"""

import errno
import sys

_PROBE = "alcove.guard.ask"  # an event of our own, which only our hook refuses
_LOOKUPS = frozenset(
    f"socket.{name}" for name in ("getaddrinfo", "gethostbyaddr", "gethostbyname", "getnameinfo")
)
_WITH_ADDRESS = frozenset(f"socket.{name}" for name in ("bind", "connect", "sendmsg", "sendto"))
_LOOPBACK = ("127.0.0.1", "::1")
# AF_UNIX. On Windows, Python builds socket pairs from sockets of the families 2 and 23 (AF_INET,
# AF_INET6; -1 is the default, AF_INET), so these are allowed there, but only for this machine.
_FAMILIES = frozenset((1, 2, 23, -1) if sys.platform == "win32" else (1,))


def install() -> bool:
    """Add the hook unless it is in force; it cannot be removed.

    Returns:
        Whether it is in force; another hook may have refused ours.
    """
    if not in_force():
        sys.addaudithook(_refuse_networks)
    return in_force()


def in_force() -> bool:
    """Return whether our hook is active in this process."""
    try:
        sys.audit(_PROBE)
    except PermissionError:
        return True
    return False


def _refuse_networks(event: str, arguments: tuple[object, ...]) -> None:
    if event == _PROBE or event in _LOOKUPS or _reaches_out(event, arguments):
        raise PermissionError(errno.EACCES, "Alcove does not use networks")


def _reaches_out(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "socket.__new__":  # socket, family, type, protocol
        return arguments[1] not in _FAMILIES
    return event in _WITH_ADDRESS and _is_remote(arguments[1])  # socket, address


def _is_remote(address: object) -> bool:
    """Return whether it is an internet address of another machine; AF_UNIX uses no tuples."""
    return isinstance(address, tuple) and address[0] not in _LOOPBACK
