#!/bin/sh
# Removes what install.sh put there; your documents and the library stay. It lies in lib/alcove of
# the installation; with --end FOLDER it only ends what runs of the Alcove in that folder.
set -eu

# Asks what runs of it to end, and waits for that, so that nothing loses its files while it works.
end_all() {
    "$1/alcove-desktop" --quit || true
    "$1/alcove" indexer stop >/dev/null 2>&1 || true
    for signal in 0 0 0 0 0 TERM TERM TERM KILL; do
        running=
        for process in /proc/[0-9]*; do
            if [ "$process/exe" -ef "$1/alcove" ]; then
                running=yes
                kill -s "$signal" "${process#/proc/}" 2>/dev/null || true
            fi
        done
        [ -n "$running" ] || return 0
        sleep 1
    done
}

if [ "${1:-}" = --end ]; then
    end_all "$2"
    exit
fi
app=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
prefix=${app%/lib/alcove}
if [ "$prefix/lib/alcove" != "$app" ] || [ ! -L "$prefix/bin/alcove" ]; then
    echo "$app is not where install.sh puts Alcove: nothing was removed." >&2
    exit 1
fi

end_all "$app"
unit=$prefix/share/systemd/user/alcove.service
if command -v systemctl >/dev/null; then
    systemctl --user disable --now alcove >/dev/null 2>&1 || true
fi
rm -f "$prefix/bin/alcove" "$prefix/bin/alcove-desktop" "$unit"
rm -f "$prefix/share/applications/alcove.desktop" "$prefix/share/applications/zz-alcove-folder.desktop"
rm -f "$prefix/share/metainfo/org.alcove.Alcove.metainfo.xml"
rm -f "$prefix/share/man/man1/alcove.1.gz" "$prefix/share/man/man1/alcove-desktop.1.gz"
rm -f "$prefix"/share/icons/hicolor/*/apps/alcove.png
rm -f "$prefix/share/icons/hicolor/scalable/apps/alcove.svg"
rm -f "${XDG_CONFIG_HOME:-$HOME/.config}/autostart/alcove.desktop"
rm -rf "${TMPDIR:-/tmp}"/alcove-kreuzberg-*-"$(id -u)" # where the reader unpacks its PDF library
rm -rf "$prefix/share/doc/alcove" "$app"
if command -v update-desktop-database >/dev/null; then
    update-desktop-database -q "$prefix/share/applications" || true
fi

echo "Alcove is removed. Your library stays in ${XDG_DATA_HOME:-$HOME/.local/share}/alcove:"
echo "delete that folder to forget what was indexed, your saved searches and your settings."
