#!/bin/sh
# Installs Alcove for the user who runs this, below ~/.local or the folder that is given; no root,
# no network.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if [ $# = 0 ] && [ "$(id -u)" = 0 ]; then
    echo "Run this as yourself, not as root; or say where: sh install.sh /opt/alcove" >&2
    exit 1
fi
prefix=${1:-$HOME/.local}
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
prefix=$(CDPATH='' cd -- "$prefix" && pwd)
case $prefix in
*[!A-Za-z0-9/._\ +@-]*)
    echo "$prefix cannot be written into menu entries: choose a path of letters and digits." >&2
    exit 1
    ;;
esac
app=$prefix/lib/alcove

missing=$(ldd "$here/lib/alcove/alcove" "$here/lib/alcove/_internal/PySide6/Qt/plugins/platforms/libqxcb.so" 2>&1 |
    grep 'not found' | sort -u || true)
if [ -n "$missing" ]; then
    echo "The window cannot start on this system before it has:" >&2
    echo "$missing" >&2
    echo "(The commands may. Debian 12, or glibc 2.36 and later, is what Alcove is made for.)" >&2
fi

if [ -f "$app/uninstall.sh" ]; then
    sh "$here/lib/alcove/uninstall.sh" --end "$app"
fi
rm -rf "$app.new"
cp -R "$here/lib/alcove" "$app.new"
rm -rf "$app"
mv "$app.new" "$app"
ln -sf "$app/alcove" "$prefix/bin/alcove"
ln -sf "$app/alcove-desktop" "$prefix/bin/alcove-desktop"
cp -R "$here/share/." "$prefix/share/"
# Menus and systemd may not look for programs where a user's own are.
for entry in alcove zz-alcove-folder; do
    sed -i "s|^Exec=alcove-desktop|Exec=\"$app/alcove-desktop\"|" \
        "$prefix/share/applications/$entry.desktop"
done
sed -i "s|^ExecStart=alcove|ExecStart=\"$app/alcove\"|" "$prefix/share/systemd/user/alcove.service"
# File managers look for what opens folders in a list that this makes; menus for new icons.
if command -v update-desktop-database >/dev/null; then
    update-desktop-database -q "$prefix/share/applications" || true
fi
touch "$prefix/share/icons/hicolor"

echo "Alcove is installed: \"$prefix/bin/alcove-desktop\", and in the menu."
case ":$PATH:" in
*":$prefix/bin:"*) ;;
*) echo "\"$prefix/bin\" is not on your PATH: for the commands, add it there." ;;
esac
echo "To remove it: sh \"$app/uninstall.sh\""
