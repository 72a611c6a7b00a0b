"""Arming as programs see it: levels, environment variables, and the cost of the import."""

import sys
from collections.abc import Callable

import pytest

from alcove.guard import GuardLevel

InChild = Callable[[str], list[str]]

linux = pytest.mark.skipif(sys.platform != "linux", reason="tells what Linux does")

# uname(2) then names a 32-bit machine, for which there is no filter: linux/personality.h
WITHOUT_A_FILTER = "import ctypes; ctypes.CDLL(None).personality(0x0008)\n"
ARM = "import alcove.guard; print(alcove.guard.arm().name)\n"


@linux
def test_the_kernel_level_is_reached_and_returned(in_child: InChild) -> None:
    before = "import alcove.guard; print(alcove.guard.level().name)\n"
    assert in_child(before + ARM + ARM + before) == ["NONE", "KERNEL", "KERNEL", "KERNEL"]


@linux
def test_a_child_detects_the_level_that_it_inherited(guarded: InChild) -> None:
    code = """
import subprocess, sys
ask = "import alcove.guard; print(alcove.guard.level().name)"
print(subprocess.check_output([sys.executable, "-c", ask], text=True).strip())
"""
    assert guarded(code) == ["KERNEL"]


@linux
def test_without_a_kernel_filter_python_refuses(in_child: InChild) -> None:
    attempt = """
import socket
try:
    socket.socket(socket.AF_INET)
except PermissionError as error:
    print(error.strerror)
"""
    printed = in_child(WITHOUT_A_FILTER + ARM + ARM + attempt)
    assert printed == ["PYTHON", "PYTHON", "Alcove does not use networks"]


@linux
def test_environment_variables_alone_are_the_environment_level(in_child: InChild) -> None:
    code = """
import sys
def refuse(event, arguments):
    if event == "sys.addaudithook":
        raise RuntimeError
sys.addaudithook(refuse)
"""
    assert in_child(WITHOUT_A_FILTER + code + ARM) == ["ENVIRONMENT"]


def test_levels_can_be_compared_and_describe_themselves() -> None:
    assert GuardLevel.NONE < GuardLevel.ENVIRONMENT < GuardLevel.PYTHON < GuardLevel.KERNEL
    assert len({level.description for level in GuardLevel}) == len(GuardLevel)
    assert GuardLevel.KERNEL.description.startswith("The kernel refuses every network connection")


def test_environment_variables_keep_libraries_offline(
    guarded: InChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")  # what the user has set does not weaken it
    code = """
from huggingface_hub import constants
print(constants.HF_HUB_OFFLINE, constants.HF_HUB_DISABLE_TELEMETRY)
print(constants.HF_HUB_DISABLE_UPDATE_CHECK)
for name in ("TRANSFORMERS_OFFLINE", "HF_DATASETS_OFFLINE", "DO_NOT_TRACK"):
    print(os.environ[name])
"""
    assert guarded(code) == ["True True", "True", "1", "1", "1"]


def test_openvino_finds_no_telemetry(guarded: InChild) -> None:
    code = """
import sys, openvino.tools.ovc.telemetry_utils as telemetry
print(sys.modules["openvino_telemetry"], telemetry.tm.__name__)
"""
    assert guarded(code) == ["None openvino.tools.ovc.telemetry_stub"]


@linux
def test_telemetry_imported_before_is_an_error_without_a_kernel_filter(in_child: InChild) -> None:
    attempt = """
import openvino_telemetry, alcove.guard, alcove.errors
try:
    print(alcove.guard.arm().name)
except alcove.errors.GuardError as error:
    print(error)
"""
    assert in_child(attempt) == ["KERNEL"]
    (message,) = in_child(WITHOUT_A_FILTER + attempt)
    assert message == "openvino_telemetry was imported before the guard was armed"


def test_importing_the_guard_brings_in_nothing_slow(in_child: InChild) -> None:
    (loaded,) = in_child("import sys, alcove.guard; print(*sys.modules)")
    slow = {"typing", "dataclasses", "inspect", "logging", "socket", "subprocess", "re"}
    assert not slow & set(loaded.split())
    third_party = {"click", "numpy", "openvino", "torch", "PySide6", "huggingface_hub"}
    assert not third_party & set(loaded.split())
