#!/bin/sh
# Make the machine ready for one purpose and say so in one line; a second call is instant.
#
#   tools/setup.sh run    .venv with what DutyDesk needs for its command line
#   tools/setup.sh desk   the same, and the system libraries of a window
#   tools/setup.sh test   .venv with the test and lint tools, and the libraries of an offscreen window
#
# Only git, make and Python 3.11, 3.12 or 3.13 must be there. What is missing from the system is installed
# where that is allowed (root, or sudo without a password); else the exact command is printed.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}
venv=.venv
PATH=$PATH:/usr/sbin:/sbin

say() { printf '%s\n' "$*" >&2; }
stop() {
    for line in "$@"; do say "$line"; done
    exit 1
}

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; }

find_python() {
    for name in ${PYTHON:-} python3.11 python3.12 python3.13 python3; do
        if command -v "$name" >/dev/null 2>&1 && fits "$name"; then
            command -v "$name"
            return
        fi
    done
    stop "DutyDesk needs Python 3.11, 3.12 or 3.13, and none was found." \
        "Install one (Debian 12: apt-get install python3), or name it: make PYTHON=/path/to/python3"
}

# --- system packages -------------------------------------------------------------------------

has_library() { ldconfig -p | grep -q "^[[:space:]]*$1 "; }

# "shared object=Debian package" of what Qt loads, first for any window, then for one under X11.
offscreen_libraries="libEGL.so.1=libegl1 libGL.so.1=libgl1 libgthread-2.0.so.0=libglib2.0-0
    libxkbcommon.so.0=libxkbcommon0 libfontconfig.so.1=libfontconfig1 libdbus-1.so.3=libdbus-1-3"
x11_libraries="libxkbcommon-x11.so.0=libxkbcommon-x11-0 libxcb-cursor.so.0=libxcb-cursor0
    libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1
    libxcb-shape.so.0=libxcb-shape0 libxcb-randr.so.0=libxcb-randr0"

# Debian 13 and Ubuntu 24.04 renamed the package of GLib.
glib_package() {
    system=$(. /etc/os-release 2>/dev/null && printf '%s %s' "${ID:-}" "${VERSION_ID:-0}")
    major=${system#* }
    major=${major%%.*}
    case $system in
    "debian "*) [ "$major" -ge 13 ] && new=t64 || new= ;;
    "ubuntu "*) [ "$major" -ge 24 ] && new=t64 || new= ;;
    *) new= ;;
    esac
    printf 'libglib2.0-0%s' "$new"
}

missing_packages() {
    [ "$(uname -s)" = Linux ] || return 0
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    fi
    command -v ldconfig >/dev/null 2>&1 || return 0
    case $purpose in
    test) wanted=$offscreen_libraries ;;
    desk) wanted="$offscreen_libraries $x11_libraries" ;;
    *) wanted= ;;
    esac
    for pair in $wanted; do
        has_library "${pair%%=*}" && continue
        package=${pair#*=}
        [ "$package" = libglib2.0-0 ] && package=$(glib_package)
        printf '%s\n' "$package"
    done
}

install_packages() {
    packages=$(missing_packages | tr '\n' ' ')
    [ -n "$packages" ] || return 0
    packages=${packages% }
    by_hand="apt-get update && apt-get install -y --no-install-recommends $packages"
    if ! command -v apt-get >/dev/null 2>&1; then
        stop "These system packages (named as in Debian) are missing: $packages" \
            "Install the like of them with the package manager of this system, then run make again."
    fi
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        stop "These system packages are missing: $packages" \
            "An administrator can install them with:" "    sudo sh -c '$by_hand'" "Then run make again."
    fi
    say "Installing system packages: $packages"
    # shellcheck disable=SC2086 # words on purpose: the package list, and sudo with its option
    if ! { $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null; }; then
        stop "apt-get could not install them (its message stands above). By hand:" "    $by_hand"
    fi
    left=$(missing_packages | tr '\n' ' ')
    [ -z "$left" ] || stop "Still missing after apt-get: $left"
}

# --- Python packages -------------------------------------------------------------------------

make_venv() {
    if [ -x "$venv/bin/python" ] && fits "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        return
    fi
    say "Making $venv with $("$python" --version)"
    "$python" -m venv --clear "$venv" || stop "$python could not make a virtual environment in $venv."
}

install_python_packages() {
    case $purpose in
    test) requirements=requirements-dev.txt ;;
    *) requirements=requirements.txt ;;
    esac
    stamp=$venv/.installed-$requirements
    cmp -s "$requirements" "$stamp" && return
    # The longer list holds all of the shorter one.
    [ "$purpose" != test ] && cmp -s requirements-dev.txt "$venv/.installed-requirements-dev.txt" && return
    say "Installing Python packages of $requirements (once, some minutes on a slow line)"
    if ! "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --retries 2 -r "$requirements"; then
        stop "" "pip could not install $requirements (its message stands above)." \
            "It needs the Python package index once; nothing is loaded later. Without a network, copy the" \
            "packages from a machine that has one (pip download -r $requirements -d FOLDER) and run" \
            "    PIP_NO_INDEX=1 PIP_FIND_LINKS=FOLDER make"
    fi
    cp "$requirements" "$stamp"
}

python=$(find_python)
install_packages
make_venv
install_python_packages
