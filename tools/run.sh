#!/bin/sh
# Open the desk on a practice room with an invented duty day; without a display make that day's papers.
# `FRESH=1 make run` makes the practice room anew.
set -eu
cd "$(dirname "$0")/.."

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; }

if ! has_display; then
    tools/setup.sh run
    rm -rf build/demo
    mkdir -p build
    echo "No display here (neither DISPLAY nor WAYLAND_DISPLAY is set): making the papers of a practice day."
    .venv/bin/python main.py demo --into build/demo
    echo
    echo "The papers are PDF files in $(pwd)/build/demo/papers:"
    ls build/demo/papers
    exit
fi

tools/setup.sh desk
room=build/demo-room
if [ -n "${FRESH:-}" ] || [ ! -s "$room/opened.txt" ]; then
    rm -rf "$room"
    mkdir -p build
    .venv/bin/python main.py --json demo --into "$room" >build/demo-room.json
    .venv/bin/python -c 'import json, sys; print(json.load(sys.stdin)["data"])' <build/demo-room.json >"$room/opened.txt"
fi
exec .venv/bin/python main.py --data "$(cat "$room/opened.txt")"
