"""Host names are looked up in /etc/hosts alone, so that no name leaves through a local service."""

import ctypes
import sys


def keep_local() -> None:
    """Sets the C library's sources for host names to the file /etc/hosts, for this process.

    The kernel filter alone would not do: systemd-resolved, nscd and Avahi take lookups over
    AF_UNIX and pass them on to the network. Only glibc asks them, and it has this call for it
    (declared in <nss.h>); musl asks over the network, which the filter refuses.
    """
    if sys.platform == "linux":
        configure = getattr(ctypes.CDLL(None), "__nss_configure_lookup", None)
        if configure is not None:
            configure(b"hosts", b"files")
