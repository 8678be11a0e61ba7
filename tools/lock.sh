#!/bin/sh
# Write requirements.txt and requirements-dev.txt anew from setup.cfg: exact versions with the hashes of
# every platform. Pins that still fit are kept; `tools/lock.sh --upgrade-package NAME==VERSION` moves one.
# PySide6 stays at 6.9.3 on purpose (docs/dependencies.md): never run this with a bare --upgrade.
set -eu
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet pip-tools==7.6.2

lock() { # lock FILE WHAT-IT-IS-FOR pip-compile-options…
    file=$1 purpose=$2
    shift 2
    "$scratch/venv/bin/pip-compile" --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-annotate \
        "$@" --output-file "$file" setup.py
    { echo "# $purpose; written by tools/lock.sh from setup.cfg."; cat "$file"; } >"$scratch/locked"
    cat "$scratch/locked" >"$file"
}

lock requirements.txt "What DutyDesk needs to run" "$@"
lock requirements-dev.txt "What DutyDesk needs to run, to be tested and to be checked" --extra dev "$@"
