"""Look up host names in /etc/hosts only, so that no name leaks through a local service."""

import ctypes
import sys


def keep_local() -> None:
    """Set the C library's source of host names to the file /etc/hosts, for this process.

    The kernel filter is not enough: systemd-resolved, nscd and Avahi accept lookups over AF_UNIX
    and forward them to the network. Only glibc uses these services, and it has this call
    (declared in <nss.h>) to stop that; musl queries the network itself, which the filter refuses.
    """
    if sys.platform == "linux":
        configure = getattr(ctypes.CDLL(None), "__nss_configure_lookup", None)
        if configure is not None:
            configure(b"hosts", b"files")
