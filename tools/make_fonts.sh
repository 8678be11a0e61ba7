#!/bin/sh
# Make the six faces of resources/fonts anew from packages of Debian and npm, into the folder named.
# Needs apt-get (fonts of the distribution), dpkg-deb, npm and python3 with venv. The result is compared by eye and
# its checksums are put into resources/fonts/fonts.toml by hand: a changed face changes every paper.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "${1:?usage: tools/make_fonts.sh FOLDER}"
out=$(cd "$1" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

python3 -m venv venv
venv/bin/pip install --quiet fonttools==4.60.1

npm pack --silent @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3 >/dev/null
for archive in *.tgz; do
    mkdir "${archive%.tgz}"
    tar xzf "$archive" -C "${archive%.tgz}"
done
apt-get download fonts-lxgw-wenkai texlive-lang-chinese unicode-data >/dev/null
for archive in *.deb; do dpkg-deb -x "$archive" deb; done

face() { find . -name "$1" | head -n 1; }
venv/bin/python "$here/make_fonts.py" "$(face Unihan_OtherMappings.txt.bz2)" "$out" \
    song="$(face NotoSerifSC_400Regular.ttf)" title="$(face NotoSerifSC_900Black.ttf)" \
    hei="$(face NotoSansSC_400Regular.ttf)" kai="$(face LXGWWenKai-Regular.ttf)" \
    fang="$(face FandolFang-Regular.otf)" wide="$(face NotoSerifSC_400Regular.ttf)"
