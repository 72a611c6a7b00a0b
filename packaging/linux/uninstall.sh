#!/bin/sh
# Removes what install.sh put there; your documents and the library stay.
set -eu
prefix=${1:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
app=$prefix/lib/alcove

"$app/alcove-desktop" --quit || true
"$app/alcove" indexer stop >/dev/null 2>&1 || true
rm -f "$prefix/bin/alcove" "$prefix/bin/alcove-desktop"
rm -f "$prefix/share/applications/alcove.desktop" "$prefix/share/applications/alcove-folder.desktop"
rm -f "$prefix/share/metainfo/alcove.metainfo.xml"
rm -f "$prefix/share/man/man1/alcove.1.gz" "$prefix"/share/icons/hicolor/*/apps/alcove.png
rm -f "$prefix/share/icons/hicolor/scalable/apps/alcove.svg"
rm -f "${XDG_CONFIG_HOME:-$HOME/.config}/autostart/alcove.desktop"
rm -rf "$prefix/share/doc/alcove" "$app"
if command -v update-desktop-database >/dev/null; then
    update-desktop-database -q "$prefix/share/applications"
fi

echo "Alcove is removed. Your library stays in ${XDG_DATA_HOME:-$HOME/.local/share}/alcove:"
echo "delete that folder to forget what was indexed, your saved searches and your settings."
