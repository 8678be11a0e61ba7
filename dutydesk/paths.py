"""The only module that knows where shipped files and user data lie; it names places only.

Shipped files (`resources/`, `db/`) lie beside the package in a checkout, inside the package when
it was installed from a wheel, and in the bundle folder of a frozen program. User data lie where
the operating system keeps them, or beside the program when the portable marker lies there.
Nothing here creates, reads or writes a file.
"""

import sys
from pathlib import Path

PORTABLE_MARKER = "dutydesk-portable.txt"
"""An empty file of this name beside the program keeps user data in `userdata` beside it."""

_PRODUCT = "DutyDesk"
_PACKAGE = Path(__file__).resolve().parent


def resources_dir() -> Path:
    """Name the folder of shipped fonts, icons, rule sets, check lists and help texts."""
    return _shipped("resources")


def migrations_dir() -> Path:
    """Name the folder of numbered SQL migrations."""
    return _shipped("db") / "migrations"


def schema_file() -> Path:
    """Name the generated file that shows the whole current schema."""
    return _shipped("db") / "schema.sql"


def program_dir() -> Path:
    """Name the folder of the program: of the frozen executable, or the one around the package."""
    if _bundle() is not None:
        return Path(sys.executable).resolve().parent
    return _PACKAGE.parent


def is_portable() -> bool:
    """Tell whether the portable marker lies beside the program."""
    return (program_dir() / PORTABLE_MARKER).is_file()


def default_data_dir() -> Path:
    """Name the data folder the desk opens when `--data` names none; it may not exist yet."""
    return _user_place("data") / "room"


def config_dir() -> Path:
    """Name the folder of workstation settings (geometry, type size); it may not exist yet."""
    return _user_place("config")


def logs_dir() -> Path:
    """Name the folder of rotating program logs; it may not exist yet."""
    return _user_place("log")


def _shipped(name: str) -> Path:
    bundle = _bundle()
    if bundle is not None:
        return bundle / name
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def _bundle() -> Path | None:
    folder = getattr(sys, "_MEIPASS", None)
    return Path(folder) if folder is not None else None


def _user_place(kind: str) -> Path:
    if is_portable():
        return program_dir() / "userdata" / kind
    # Most runs of the command line name their data folder and need no user place.
    from platformdirs import PlatformDirs  # noqa: PLC0415 - loaded only where needed, see above

    places = PlatformDirs(_PRODUCT, appauthor=False)
    return {
        "data": places.user_data_path,
        "config": places.user_config_path,
        "log": places.user_log_path,
    }[kind]
