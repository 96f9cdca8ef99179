# Second Source: set up, try, check and measure. `make help` lists the targets.
# A virtual environment is made in .venv; PYTHON names the interpreter that makes it (3.11 to 3.13).

SUITS := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c '$(SUITS)' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check --no-input
UV := $(VENV)/lock-tool/bin/uv
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(LOCK_OPTIONS)
PYTEST_WORKERS ?= 2

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint types pytest browser eval bench lock screenshots clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1#/p' $(firstword $(MAKEFILE_LIST)) | awk -F'#' '{printf "%-20s %s\n", $$1, $$2}'

demo: $(VENV)/run.stamp ## set up, collate examples/ and write the dossier as a web page
	@echo "Collating the five invented stories of examples/ ..."
	@mkdir -p out
	@$(BIN)/secondsource collate examples --out out/dossier.html
	@echo "In the terminal: $(BIN)/secondsource collate examples"
	@echo "As a web page (one file, open it in a browser):"
	@echo "$(CURDIR)/out/dossier.html"

test: $(VENV)/dev.stamp browser lint types pytest ## set up and run every check

lint: $(VENV)/dev.stamp ## style: ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp ## types: mypy --strict on the package, its tests, evals, benchmarks and training
	$(BIN)/mypy --strict

pytest: $(VENV)/dev.stamp ## tests: units, readable pairs, goldens, layers, docs, examples, browser
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS) $(PYTEST_OPTIONS)

eval: $(VENV)/dev.stamp ## measure against the shared data and compare with the floors (evals/floors.json)
	$(BIN)/python -m evals.run $(EVAL_OPTIONS)

bench: $(VENV)/dev.stamp ## speed and memory
	$(BIN)/python -m benchmarks.run $(BENCH_OPTIONS)

screenshots: $(VENV)/dev.stamp browser ## the pictures of docs/pictures, from examples/
	$(BIN)/python docs/pictures/take.py

# Tests of the page need a chromium. Only root may install one, and only where apt-get is; elsewhere they are skipped.
browser:
	@if command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing chromium for the browser test ..."; \
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } \
			>/dev/null </dev/null || echo "chromium could not be installed: the browser test is skipped"; \
	else echo "No chromium, and no way to install one (needs root and apt-get): the browser test is skipped"; fi

lock: $(UV) ## resolve the dependencies anew within what pyproject.toml allows (LOCK_OPTIONS=--upgrade for the newest)
	$(LOCK) pyproject.toml --extra dev -o requirements/dev.lock
	$(LOCK) pyproject.toml -c requirements/dev.lock -o requirements/run.lock
	$(LOCK) --group build -c requirements/dev.lock -o requirements/build.lock

clean: ## remove the virtual environment and everything generated
	rm -rf $(VENV) out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stands in $(VENV) while something is put there: after an interruption all of it is made anew.
HALF_MADE := $(VENV)/half-made
ifneq ($(wildcard $(HALF_MADE)),)
$(BIN)/python $(VENV)/run.stamp $(VENV)/dev.stamp: again
endif
.PHONY: again
again:

$(BIN)/python:
	@if [ -z "$(PYTHON)" ]; then echo "No Python 3.11, 3.12 or 3.13 found; name one: make PYTHON=/path/to/python3"; exit 1; fi
	@$(PYTHON) -c '$(SUITS)' || { echo "$(PYTHON) is not Python 3.11, 3.12 or 3.13; name one that is: make PYTHON=..."; exit 1; }
	@if [ -e $(HALF_MADE) ]; then echo "Setting up was interrupted: starting again"; rm -rf $(VENV); fi
	@mkdir -p $(VENV) && touch $(HALF_MADE)
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Could not make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@rm $(HALF_MADE)

$(VENV)/run.stamp: requirements/run.lock requirements/build.lock pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV): a minute or two, this once ..."
	@touch $(HALF_MADE)
	@$(PIP) install --require-hashes -r requirements/run.lock -r requirements/build.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@rm $(HALF_MADE)
	@touch $@

$(VENV)/dev.stamp: requirements/dev.lock $(VENV)/run.stamp
	@echo "Adding the developers' tools ..."
	@touch $(HALF_MADE)
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@rm $(HALF_MADE)
	@touch $@

$(UV): | $(BIN)/python
	@$(PYTHON) -m venv $(VENV)/lock-tool
	@$(VENV)/lock-tool/bin/python -m pip --quiet --quiet --disable-pip-version-check install uv
