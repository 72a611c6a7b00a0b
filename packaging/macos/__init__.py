"""What is made of the frozen application for macOS; never run so far, see packaging/README.md."""

import os
import platform
import shutil
import subprocess
from pathlib import Path

from icons import draw_icons

from alcove import __version__

TOOLS = {
    "git": ("git",),
    "Xcode's command line tools": ("codesign", "hdiutil", "iconutil", "xcrun"),
}
LIBRARIES: dict[str, str] = {}
_SIDES = (16, 32, 128, 256, 512)  # points; each at two scales
_ENTITLEMENTS = Path(__file__).resolve().parent / "entitlements.plist"


def draw_icon(work: Path) -> Path:
    """The application's icon, in all sizes in one file."""
    drawn, named = work / "icons", work / "alcove.iconset"
    draw_icons(drawn, sorted({side * scale for side in _SIDES for scale in (1, 2)}))
    named.mkdir()
    for side in _SIDES:
        shutil.copy(drawn / f"{side}.png", named / f"icon_{side}x{side}.png")
        shutil.copy(drawn / f"{side * 2}.png", named / f"icon_{side}x{side}@2x.png")
    icon = work / "alcove.icns"
    subprocess.run(["iconutil", "-c", "icns", "-o", str(icon), str(named)], check=True)
    return icon


def more_sources(_app: Path) -> list[Path]:
    """Nothing is shipped besides the frozen folder."""
    return []


def build(app: Path, licences: Path, work: Path, dist: Path) -> None:
    """Sign the application with the hardened runtime, and put it on a disk image.

    ALCOVE_SIGN names the identity, ALCOVE_NOTARY a keychain profile of notarytool; without them
    the signature is none that another Mac trusts, and Apple is not asked.

    Args:
        app: the frozen folder; the bundle lies beside it.
        licences: the file with those of all that is in it.
        work: where things are made.
        dist: where the image is put.
    """
    stage = work / "image"
    bundle = stage / "Alcove.app"
    shutil.copytree(app.parent / "Alcove.app", bundle, symlinks=True)
    shutil.copy(licences, bundle / "Contents/Resources/licences.txt")
    (stage / "Applications").symlink_to("/Applications")
    identity, notary = os.environ.get("ALCOVE_SIGN", "-"), os.environ.get("ALCOVE_NOTARY")
    for code in (*_libraries(bundle), bundle):  # what is inside first
        _sign(code, identity)
    image = dist / f"alcove-{__version__}-macos-{platform.machine()}.dmg"
    make = ["hdiutil", "create", "-volname", "Alcove", "-format", "ULMO", "-ov"]
    subprocess.run([*make, "-srcfolder", str(stage), str(image)], check=True)
    if notary:
        ask = ["xcrun", "notarytool", "submit", "--wait", "--keychain-profile", notary]
        subprocess.run([*ask, str(image)], check=True)
        subprocess.run(["xcrun", "stapler", "staple", str(image)], check=True)


def _libraries(bundle: Path) -> list[Path]:
    files = [file for file in bundle.rglob("*") if file.is_file() and not file.is_symlink()]
    return [file for file in files if file.suffix in (".dylib", ".so") or _is_program(file)]


def _is_program(file: Path) -> bool:
    with file.open("rb") as content:
        # mach-o/loader.h: MH_MAGIC_64, little-endian
        return content.read(4) == b"\xcf\xfa\xed\xfe"


def _sign(code: Path, identity: str) -> None:
    sign = ["codesign", "--force", "--options", "runtime", "--timestamp"]
    if identity == "-":
        sign.remove("--timestamp")  # Apple's clock answers identities alone
    sign += ["--entitlements", str(_ENTITLEMENTS), "--sign", identity]
    subprocess.run([*sign, str(code)], check=True)
