"""``python -m benchmarks [--quick]``: what ``make bench`` runs."""

import sys

from benchmarks.run import main

sys.exit(main(sys.argv[1:]))
