# Everything a fresh machine needs: Python 3.11 or newer with venv, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEERS := .venv-bench
DATASETTE1 := .venv-datasette1

.PHONY: demo test test-all fuzz datasette1 lint bench mutate clean

demo: $(READY)
	$(BIN)/gongwen demo

# One process a core and one more, as crawls wait for their sites; a file's tests stay together, for they share a crawl, and
# the crawls come first (tests/conftest.py).
# The bytecode is kept: the tests start some two hundred processes, and each would compile the rooms anew.
WORKERS := $(shell expr $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1) + 1)
PYTEST := env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

test: $(READY)
	$(PYTEST)

test-all: $(READY) $(DATASETTE1)/.ready
	GONGWEN_NO_SKIP=1 $(PYTEST)

# Every property test on examples never drawn before.
fuzz: $(READY)
	$(PYTEST) -m hypothesis --hypothesis-profile=fresh

# The 1.0 line of Datasette in an environment of its own: `make test` tries our pages on it too once it is there.
datasette1: $(DATASETTE1)/.ready

$(DATASETTE1)/.ready: tests/datasette1.txt
	test -x $(DATASETTE1)/bin/python || $(PYTHON) -m venv $(DATASETTE1)
	$(DATASETTE1)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r tests/datasette1.txt
	touch $@

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(READY) $(PEERS)/.ready
	$(BIN)/python -m tests.benchmarks

# The extractors that the bench lays beside us, in an environment of their own; without a network it does without them.
$(PEERS)/.ready: tests/benchmarks/peers.txt
	test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r tests/benchmarks/peers.txt \
	  && touch $@ || echo "The peers could not be installed: the bench measures only us beside trafilatura."

# Switches every rule and selector off, one at a time: a named case must turn red for each.
mutate: $(READY)
	$(BIN)/python -m tests.mutation

$(READY): requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Gongwen needs Python 3.11 or newer; try: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)

clean:
	rm -rf demo-data bench-results .pytest_cache .mypy_cache .ruff_cache .hypothesis
