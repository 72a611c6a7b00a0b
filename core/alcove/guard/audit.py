"""Where no kernel filter can be had: Python itself refuses the network, by an audit hook.

It holds Python code in this process only: compiled libraries and other programs pass it by.
The events are those of https://docs.python.org/3/library/audit_events.html.
"""

import errno
import sys

_ASK = "alcove.guard.ask"  # an event of our own, which only our hook refuses
_LOOKUPS = frozenset(
    f"socket.{name}" for name in ("getaddrinfo", "gethostbyaddr", "gethostbyname", "getnameinfo")
)
_ADDRESSED = frozenset(f"socket.{name}" for name in ("bind", "connect", "sendmsg", "sendto"))
_THIS_MACHINE = ("127.0.0.1", "::1")
# AF_UNIX. On Windows, Python builds socket pairs from sockets of the families 2 and 23 (AF_INET,
# AF_INET6; -1 stands for the first), so there these can be made, but only for this machine.
_FAMILIES = frozenset((1, 2, 23, -1) if sys.platform == "win32" else (1,))


def install() -> bool:
    """Adds the hook unless it is there; it cannot be removed.

    Returns:
        Whether it is in force; another hook may have refused ours.
    """
    if not in_force():
        sys.addaudithook(_refuse_networks)
    return in_force()


def in_force() -> bool:
    """Whether our hook answers in this process."""
    try:
        sys.audit(_ASK)
    except PermissionError:
        return True
    return False


def _refuse_networks(event: str, arguments: tuple[object, ...]) -> None:
    if event == _ASK or event in _LOOKUPS or _reaches_out(event, arguments):
        raise PermissionError(errno.EACCES, "Alcove does not use networks")


def _reaches_out(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "socket.__new__":  # socket, family, type, protocol
        return arguments[1] not in _FAMILIES
    return event in _ADDRESSED and _is_elsewhere(arguments[1])  # socket, address


def _is_elsewhere(address: object) -> bool:
    """Whether it is an internet address of another machine; those of AF_UNIX are no tuples."""
    return isinstance(address, tuple) and address[0] not in _THIS_MACHINE
