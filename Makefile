# make demo: set up, then build the record and the page of examples/.  make test: set up, then run the tests.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready
CORPORA ?= ../shared/corpora
OUT    ?= out

.PHONY: demo test check format lint types layers evals bench wheel setup lock clean

demo: setup
	@mkdir -p $(OUT)
	$(BIN)/readout build examples --json $(OUT)/record.json --html $(OUT)/record.html
	@echo "The page: $(OUT)/record.html   The record: $(OUT)/record.json"

test: setup
	$(BIN)/python -m pytest

check: format lint types layers

format: setup
	$(BIN)/ruff format --check .

lint: setup
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports --no-cache

evals: setup
	$(BIN)/python -m evals --corpora $(CORPORA) floors

bench: setup
	$(BIN)/python -m benchmarks --corpora $(CORPORA)

# Builds the wheel, installs it alone into a bare environment, and does the main job with it.
wheel: setup
	rm -rf dist $(VENV)-wheel
	$(BIN)/python -m build --wheel --outdir dist
	$(PYTHON) -m venv $(VENV)-wheel
	$(VENV)-wheel/bin/pip install --quiet --constraint constraints.txt dist/*.whl
	cd examples && ../$(VENV)-wheel/bin/readout build . --json ../dist/wheel-record.json
	rm -rf $(VENV)-wheel

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Readout needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $(STAMP)

# Renews constraints.txt: the newest versions that satisfy pyproject.toml, resolved in a fresh environment.
lock:
	rm -rf $(VENV)-lock
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet --editable '.[dev]'
	$(VENV)-lock/bin/pip freeze --exclude-editable | grep -v ' @ ' > constraints.txt
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) $(VENV)-wheel $(VENV)-lock $(OUT) dist .mypy_cache .ruff_cache .pytest_cache
