"""Egress guard: cut every process of ours off from networks.

Call `arm()` first, before any other import. On Linux the kernel enforces it (seccomp), for this
process, all its threads and everything that it starts: no library can create a socket of any family
but AF_UNIX. `level()` returns what is in force, by trying it rather than by remembering it.

Limits of the guard:

- It confines our own processes only. An outside service that we reach over AF_UNIX (D-Bus, the X
  server, a container daemon) can use a network at our request, and can pass us a socket of its own.
- A network socket that was open before `arm()`, or is inherited, stays open.
- The kernel reads a folder on a network drive over the network, for any program that opens a file.
- It stops libraries that call home, not a hostile program, which could write into another process
  of the same user through /proc, or use an administrator's rights.
- An X display over TCP (`ssh -X`) and 32-bit programs do not work under it, and neither does a
  browser or a setuid program that we start.
"""

from alcove.errors import GuardError
from alcove.guard import audit, environment, lookups, seatbelt, seccomp
from alcove.guard.levels import GuardLevel

__all__ = ["GuardLevel", "arm", "level"]

_STRONGEST_FIRST = (seccomp.install, seatbelt.install, audit.install)


def arm() -> GuardLevel:
    """Cut this process and everything that it starts off from networks, as far as possible.

    A second call, here or in a child that inherited the filter, adds no second filter. A child must
    still call it: the telemetry stub and the limit on lookups are not inherited.

    Returns:
        The level in force now; the caller decides whether it is enough.

    Raises:
        GuardError: there is no kernel filter, and a library that calls home was imported before.
    """
    any(install() for install in _STRONGEST_FIRST)
    lookups.keep_local()
    environment.ask_to_stay_offline()
    silent = environment.silence_telemetry()
    reached = level()
    if reached < GuardLevel.KERNEL and not silent:
        raise GuardError(
            "openvino_telemetry was imported before the guard was armed",
            advice="Call alcove.guard.arm() before any other import.",
        )
    return reached


def level() -> GuardLevel:
    """Return the level in force in this process, by trying each; open no network socket."""
    if seccomp.in_force() or seatbelt.in_force():
        return GuardLevel.KERNEL
    if audit.in_force():
        return GuardLevel.PYTHON
    if environment.asked():
        return GuardLevel.ENVIRONMENT
    return GuardLevel.NONE
