"""The options of 较大涉险: marked or not, and why."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dutydesk.wording.command_help import OPTION


def add_near_miss(parser: ArgumentParser) -> None:
    """Add the options; without either the mark stays as it is."""
    mark = parser.add_mutually_exclusive_group()
    for name, is_one in (("near-miss", True), ("no-near-miss", False)):
        mark.add_argument(
            f"--{name}",
            dest="near_miss",
            action="store_const",
            const=is_one,
            default=None,
            help=OPTION[name],
        )
    parser.add_argument("--near-miss-reason")


def near_miss_facts(args: Namespace) -> dict[str, object]:
    """Return what the options change of an incident on record."""
    values: dict[str, object] = {}
    if args.near_miss is not None:
        values["is_serious_near_miss"] = args.near_miss
    if args.near_miss_reason is not None:
        values["near_miss_reason"] = args.near_miss_reason
    return values
