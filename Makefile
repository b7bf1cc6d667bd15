# Every command a developer needs. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help install warmup fix lint types layers test test-interpreted fuzz bench golden check wheel

help:  ## list the commands
	@grep -E '^[a-z-]+:.*## ' Makefile | awk 'BEGIN {FS = ":.*## "} {printf "make %-18s %s\n", $$1, $$2}'

install:  ## install the project, editable, with everything a developer needs
	pip install -e . --group dev

warmup:  ## compile the kernels and build the boot image (cached)
	python -m ringfence.cli warmup

fix:  ## mend what can be mended
	ruff check --fix .

lint:  ## style
	ruff check .

types:  ## mypy on the project itself
	mypy

layers:  ## who may import whom
	lint-imports

test: warmup  ## the tests, kernels compiled
	pytest -n auto

test-interpreted:  ## kernel unit tests as plain Python, with coverage
	RINGFENCE_INTERPRET=1 pytest -n auto tests/runtime/kernels --cov --cov-report=term-missing:skip-covered

fuzz:  ## random programs against CPython, ten minutes
	python tests/fuzz/run.py --seconds 600

bench:  ## every bench, as a table and a picture
	python bench/run.py

golden:  ## rewrite the golden disassembly
	RINGFENCE_REWRITE=1 pytest -q tests/runtime/front/test_disassembly.py

wheel:  ## build the wheel into dist/
	pip wheel . -w dist --no-deps

check: lint types layers test  ## what CI runs
