# make run: serve the navigator. make test: every check. make bench: the figures, exit 1 on a miss.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: run test lint types unit bench fuzz check clean

run: $(VENV)/run.stamp
	$(BIN)/navigator serve --host $(HOST) --port $(PORT)

test: lint types unit check

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check navigator tests
	$(BIN)/ruff format --check navigator tests
	$(BIN)/djlint --check --lint templates
	$(BIN)/lint-imports

types: $(VENV)/dev.stamp
	$(BIN)/mypy

unit: $(VENV)/dev.stamp
	$(BIN)/python -m tests.pages.find_chromium
	$(BIN)/python -m pytest --numprocesses auto

check: $(VENV)/dev.stamp
	$(BIN)/navigator check --strict
	$(BIN)/navigator scenarios --coverage --mutate
	$(BIN)/navigator reading

bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.bench

# Plans of 3,000 people for each two journeys, then 20,000 requests all over the site: some 15 minutes.
fuzz: $(VENV)/dev.stamp
	NAVIGATOR_TEST_PEOPLE=3000 $(BIN)/python -m pytest --numprocesses auto tests/engine/test_pairs.py
	$(BIN)/python -m tests.fuzz

clean:
	rm -rf $(VENV) build dist *.egg-info

$(VENV)/run.stamp: pyproject.toml constraints.txt hatch_build.py $(wildcard assets/*)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	touch $@

$(VENV)/dev.stamp: pyproject.toml constraints.txt hatch_build.py $(wildcard assets/*)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --editable '.[dev]'
	touch $@ $(VENV)/run.stamp
