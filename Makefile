# One word each: `make site` builds, `make serve` previews, `make quick`, `make test` and `make check` prove.
# Everything is installed into .venv from the lock files; a second run installs nothing.

.DEFAULT_GOAL := help
.SUFFIXES:
.DELETE_ON_ERROR:

# The environment is .venv and nothing else, whatever the caller's shell has activated.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME PIP_USER PIP_TARGET PIP_PREFIX PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Material announces mkdocs 2 at every build; pyproject.toml keeps us below it.
export NO_MKDOCS_2_WARNING := 1

PYTHON ?= python3.11 python3 python3.12 python3.13 python3.14
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet

.PHONY: help
help:  ## list these words
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 14

.PHONY: site
site: .venv/package.stamp  ## build every language into site/
	$(BIN)/atlas build $(ARGS)

.PHONY: serve
serve: .venv/package.stamp  ## preview the site, rebuilt at every change
	$(BIN)/atlas serve

.PHONY: problems
problems: .venv/package.stamp  ## say all that is wrong with data and translations (as marks on lines: ARGS='--format github')
	@$(BIN)/atlas validate $(ARGS)

SINCE ?= main

.PHONY: changes
changes: .venv/package.stamp  ## say what differs in the content since main (or since another state: SINCE=HEAD~1)
	@$(BIN)/atlas diff $(SINCE) $(ARGS)

.PHONY: quick
quick: .venv/package.stamp .venv/dev.stamp  ## run the tests that need no built site and no browser, in a minute and a half
	$(BIN)/pytest -n $(CORES) --dist worksteal -m 'not browser and not slow' $(ARGS)

.PHONY: test
test: .venv/package.stamp .venv/dev.stamp  ## run every test, in a quarter of an hour (only some: ARGS='-k links')
	$(BIN)/python -m tests.browser.tools
	$(BIN)/python -m tests.export.tools
	$(BIN)/python -m tests.l10n.catalogs.tools
	$(BIN)/python -m tests.servers.tools
	$(BIN)/pytest -n $(CORES) --dist loadscope --no-loadscope-reorder $(ARGS)

# Tests run in as many processes at once.
CORES ?= 2

TIME ?= 60

.PHONY: fuzz
fuzz: .venv/package.stamp .venv/dev.stamp  ## try files that nobody wrote, for a minute (longer: TIME=600)
	$(BIN)/python -m tests.fuzz --time $(TIME) $(ARGS)

.PHONY: mutants
mutants: .venv/package.stamp .venv/dev.stamp  ## make slips in the program and see whether tests notice (half an hour)
	$(BIN)/python -m tests.mutants --jobs $(CORES) $(ARGS)

.PHONY: load
load: site .venv/dev.stamp  ## how many pages a second nginx gives with our file, beside a bare nginx
	$(BIN)/python -m tests.throughput $(ARGS)

.PHONY: lighthouse
lighthouse: site .venv/dev.stamp  ## how soon pages appear on a slow phone, and how still they stand
	$(BIN)/python -m tests.lighthouse $(ARGS)

.PHONY: bench
bench: .venv/package.stamp .venv/dev.stamp  ## measure builds beside other generators, into docs/bench/ (most of an hour)
	$(BIN)/python -m tests.bench $(ARGS)

.PHONY: check
check: .venv/package.stamp .venv/dev.stamp  ## lint, formatting, types, layers, audit
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict generator tests
	$(BIN)/lint-imports --no-logo
	@$(MAKE) --no-print-directory audit

.PHONY: audit
audit: .venv/package.stamp .venv/dev.stamp  ## ask whether a dependency is known to be unsafe (no answer fails: ATLAS_AUDIT=required)
	$(BIN)/python -m tests.audit

.PHONY: format
format: .venv/dev.stamp  ## put the code in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: lock
lock: .venv/dev.stamp  ## remake the lock files (newest versions: ARGS=--upgrade)
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock

COMPILE = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock' $(ARGS)

.PHONY: clean
clean:  ## remove all that was installed, built or cached
	rm -rf .venv site build dist .cache .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf tests/browser/node_modules tests/lighthouse/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A changed lock makes a new environment, so that nothing old stays behind.
.venv/lock.stamp: requirements.lock
	@for python in $(PYTHON); do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			"$$python" -m venv --clear .venv; exit; \
		fi; \
	done; \
	echo 'Python 3.11 or newer is needed and none of these is one: $(PYTHON). Install it, or name it: make PYTHON=/path/to/python3.11' >&2; \
	exit 1
	$(PIP) install --require-hashes -r requirements.lock
	@touch $@

.venv/package.stamp: pyproject.toml .venv/lock.stamp
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/lock.stamp
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
