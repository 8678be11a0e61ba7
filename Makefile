# Every target sets up what it needs by itself (tools/setup.sh); a second call starts at once.
# PYTHON=/path/to/python3 chooses the Python that .venv is made with.

SHELL := /bin/sh
PY := .venv/bin/python
export PYTHON
# The whole suite runs one process a processor, file by file; a single file starts faster without.
WORKERS = $(if $(ARGS),,-n auto --maxprocesses 4 --dist loadfile)

.PHONY: help run test lint bench shots schema lock clean

help:
	@echo "make run     open the desk on a practice room; without a display, make the papers of a practice day"
	@echo "make test    run all tests, offscreen"
	@echo "make lint    check format, style, import contracts and types"
	@echo "make bench   measure the speed ratios (QUICK=1: within a minute)"
	@echo "make shots   take pictures of every room, dialog and paper into build/shots (QUICK=1: three looks)"
	@echo "make schema  write db/schema.sql anew from the migrations"
	@echo "make lock    write the locked requirements anew from setup.cfg"
	@echo "make clean   remove build results; .venv stays"

run:
	@tools/run.sh

test:
	@tools/setup.sh test
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest $(WORKERS) $(ARGS)

lint:
	@tools/setup.sh test
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/lint-imports
	.venv/bin/mypy

bench:
	@tools/setup.sh test
	QT_QPA_PLATFORM=offscreen $(PY) -m benchmarks $(if $(QUICK),--quick)

shots:
	@tools/setup.sh test
	QT_QPA_PLATFORM=offscreen $(PY) -m tools.shots $(if $(QUICK),--quick)

schema:
	@tools/setup.sh test
	$(PY) -m tools.schema

lock:
	@tools/lock.sh

clean:
	rm -rf build dist dutydesk.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
