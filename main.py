"""Starts DutyDesk from a checkout: the desk without a command, the command line with one."""

import sys

from dutydesk.launcher import main

if __name__ == "__main__":
    sys.exit(main())
