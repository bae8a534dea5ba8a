# Two commands do everything: `make run` and `make test`. CORPUS=folder and PORT=number are yours to set.
PYTHON ?= python3
CORPUS ?= corpus
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
# The shell, not make, resolves CORPUS: a folder name may hold spaces.
SOURCE := $(shell realpath -m -- "$(CORPUS)")
STORE := $(CURDIR)/.rasid/$(if $(filter corpus,$(CORPUS)),store,stores/$(shell printf '%s' "$(SOURCE)" | cksum | cut -d' ' -f1))
# Articles added to the bundled corpus on the corpus page.
ADDED := $(if $(filter corpus,$(CORPUS)),$(wildcard .rasid/edits/added))
PACKED := .rasid/.packed
SHOTS := assets/screenshots

.PHONY: run install build test lint types layers unit test-cluster bench bench-peers screenshots clean

run: build  ## set up, build the corpus, serve the dashboard
	@echo "Rasid: http://localhost:$(PORT)"
	@RASID_STORE="$(STORE)" RASID_CORPUS="$(SOURCE)" RASID_ALLOW_ADD="$${RASID_ALLOW_ADD-1}" \
		$(BIN)/streamlit run app.py --server.port $(PORT)

# Where the environment keeps Python from writing bytecode, each start would compile 200 modules again.
build: install
	@$(BIN)/python -m compileall -q rasid pages
	@$(MAKE) --no-print-directory $(PACKED) & \
		$(BIN)/python -m rasid build "$(SOURCE)" $(ADDED) --store "$(STORE)"; done=$$?; wait; exit $$done

# What browsers fetch, packed beside the first build (20 s of one core, once): the first visitor finds a third less.
$(PACKED): requirements.txt $(wildcard rasid/ui/*.py rasid/ui/*/*.py)
	@$(BIN)/python -c "from rasid.ui.serving.packing import PACKS; PACKS.make()"
	@mkdir -p $(@D) && touch $@

install: $(VENV)/.installed  ## the environment, no more

$(VENV)/.installed: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what Rasid needs (a minute or two, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.installed-tests: tests/requirements.txt $(VENV)/.installed
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@

# The type check takes a minute of one core, and the browser tests wait often enough to leave it one.
test: lint  ## everything that must hold
	@$(MAKE) --no-print-directory --jobs=2 unit types layers

lint: $(VENV)/.installed-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-tests
	$(BIN)/mypy

layers: $(VENV)/.installed-tests
	$(BIN)/lint-imports

unit: $(VENV)/.installed-tests
	@$(BIN)/python -m compileall -q rasid pages
	$(BIN)/python -m pytest -n 2

test-cluster: $(VENV)/.installed-tests  ## every measure on DuckDB and on Spark; needs Java
	@test -x .venv-cluster/bin/python || $(PYTHON) -m venv .venv-cluster
	@.venv-cluster/bin/python -m pip install --quiet --disable-pip-version-check \
		-r requirements.txt -r tests/requirements.txt -r tests/cluster/requirements.txt
	.venv-cluster/bin/python -m pytest tests/cluster

ARTICLES ?= ../shared/data/bench_articles.parquet
BENCHED := .rasid/bench
bench: $(VENV)/.installed-tests  ## the budgets; half an hour, and not part of `make test`; ARTICLES=parquet
	@$(BIN)/python -m compileall -q rasid pages
	$(BIN)/python -m tests.benchmarks.language
	$(BIN)/python -m tests.benchmarks.findings
	$(BIN)/python -m tests.benchmarks.corpus "$(ARTICLES)"
	$(BIN)/python -m tests.benchmarks.build "$(ARTICLES)" --keep $(BENCHED)
	$(BIN)/python -m tests.benchmarks.measures $(BENCHED)
	$(BIN)/python -m tests.benchmarks.dashboard $(BENCHED) $(if $(wildcard /usr/bin/chromium),,--parts start filter load)

bench-peers: $(VENV)/.installed-tests  ## Rasid beside conc, NLTK and scikit-learn; BENCH_STORE=a store's folder
	@test -x .venv-peers/bin/python || $(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check -r tests/benchmarks/requirements-peers.txt
	$(BIN)/python -m tests.benchmarks.against_peers prepare "$(BENCH_STORE)" .rasid/peers
	.venv-peers/bin/python tests/benchmarks/against_peers.py peers .rasid/peers
	$(BIN)/python -m tests.benchmarks.against_peers rasid .rasid/peers

screenshots: $(VENV)/.installed-tests  ## the pictures of the README, from the bundled corpus
	$(BIN)/python -m tests.browser.screenshots $(SHOTS)

clean:
	rm -rf $(VENV) .venv-cluster .rasid
