#!/bin/sh
# Installs Alcove for the user who runs this, below ~/.local; no root, no network.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${1:-$HOME/.local}
app=$prefix/lib/alcove

if [ -x "$app/alcove-desktop" ]; then
    "$app/alcove-desktop" --quit || true
    "$app/alcove" indexer stop >/dev/null 2>&1 || true
fi
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
rm -rf "$app.new"
cp -R "$here/lib/alcove" "$app.new"
cp "$here/uninstall.sh" "$app.new/uninstall.sh"
rm -rf "$app"
mv "$app.new" "$app"
ln -sf "$app/alcove" "$prefix/bin/alcove"
ln -sf "$app/alcove-desktop" "$prefix/bin/alcove-desktop"
cp -R "$here/share/." "$prefix/share/"
# Menus may not look for programs where a user's own are.
for entry in alcove alcove-folder; do
    sed -i "s|^Exec=alcove-desktop|Exec=\"$app/alcove-desktop\"|" "$prefix/share/applications/$entry.desktop"
done
# File managers look for what opens folders in a list that this makes.
if command -v update-desktop-database >/dev/null; then
    update-desktop-database -q "$prefix/share/applications"
fi

echo "Alcove is installed: $prefix/bin/alcove-desktop, and in the menu."
case ":$PATH:" in
*":$prefix/bin:"*) ;;
*) echo "$prefix/bin is not on your PATH: for the commands, add it there." ;;
esac
echo "To remove it: sh $app/uninstall.sh"
