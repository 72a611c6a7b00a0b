"""No process of ours can reach a network: `arm()` first, before anything else is imported.

On Linux the kernel enforces it, for this process, all its threads and everything that it starts:
a socket of any family but AF_UNIX cannot be made, whatever library asks for it. `level()` says
what is in force, by trying it rather than by remembering it.

What the guard does not do:

- It holds our own processes. A service outside that we reach over AF_UNIX (D-Bus, the X server,
  a container daemon) can use a network at our request, and can hand us a socket of its own.
- A network socket that was open before `arm()`, or is inherited, stays open.
- A folder on a network drive is read over the network by the kernel, for whoever opens the file.
- It is made against libraries that call home, not against a program that means harm: such a one
  could write into another process of the same user through /proc, or use an administrator's rights.
- An X display over TCP (`ssh -X`) and 32-bit programs do not work beneath it, nor does a browser
  or a setuid program that we start.
"""

from alcove.errors import GuardError
from alcove.guard import audit, environment, lookups, seatbelt, seccomp
from alcove.guard.levels import GuardLevel

__all__ = ["GuardLevel", "arm", "level"]

_STRONGEST_FIRST = (seccomp.install, seatbelt.install, audit.install)


def arm() -> GuardLevel:
    """Cuts this process and everything that it starts off from networks, as far as can be had.

    Calling it again, here or in a child that inherited the filter, adds no second one. A child
    should call it all the same: the stub for telemetry and the limit on lookups are not inherited.

    Returns:
        What is in force now; whether that is enough is the caller's decision.

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
    """Tries what is in force in this process, strongest first; opens no network socket for it."""
    if seccomp.in_force() or seatbelt.in_force():
        return GuardLevel.KERNEL
    if audit.in_force():
        return GuardLevel.PYTHON
    if environment.asked():
        return GuardLevel.ENVIRONMENT
    return GuardLevel.NONE
