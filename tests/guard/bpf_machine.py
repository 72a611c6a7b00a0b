"""A small interpreter of classic BPF, so that filters of every machine can be tried on any."""

import struct

ALLOW = 0x7FFF0000
X86_64, I386, AARCH64, ARM = 0xC000003E, 0x40000003, 0xC00000B7, 0x40000028  # linux/audit.h
NATIVE = {"x86_64": X86_64, "aarch64": AARCH64}


def refusal(answer: int) -> int:
    """Return a filter's answer that makes a call fail with this errno."""
    return 0x00050000 | answer


def run(program: bytes, architecture: int, number: int, *arguments: int) -> int:
    """Return a filter's answer to one system call."""
    six = (*arguments, *[0] * (6 - len(arguments)))
    data = struct.pack("<IIQ6Q", number, architecture, 0, *six)
    steps = list(struct.iter_unpack("<HBBI", program))
    accumulator = at = 0
    while True:
        code, then, otherwise, value = steps[at]
        at += 1
        match code:
            case 0x20:  # load a word
                (accumulator,) = struct.unpack_from("<I", data, value)
            case 0x15:  # jump if equal
                at += then if accumulator == value else otherwise
            case 0x35:  # jump if at least
                at += then if accumulator >= value else otherwise
            case 0x45:  # jump if any bit is set
                at += then if accumulator & value else otherwise
            case 0x06:
                return int(value)
            case _:
                raise AssertionError(f"unknown step {code:#x}")
