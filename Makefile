# The commands of the project. GNU make 3.81 (macOS) and later; needs Python 3.11 or later.
# The virtual environment, the gazetteer and the corpus are made here: .venv/ and .dateline/.

VENV := .venv
IN := $(VENV)/bin/python
PORT := 8501

# The gazetteer that make builds and rebuilds. One named by DATELINE_GAZETTEER is its owner's:
# it is built where it is missing and left alone from then on.
GAZETTEER := .dateline/gazetteer.bin
GAZETTEER_SOURCES := $(wildcard geodata/places/curated/*.csv)

.PHONY: help run gazetteer test lint floors bench pictures requirements clean

help:
	@echo "make run [ARTICLES=path]  set up, read the folder if one is named, open the dashboard"
	@echo "make test                 set up and run the tests"
	@echo "make lint                 ruff, mypy and the import rules"
	@echo "make floors               check the accuracy on the gold corpora in CORPORA"
	@echo "make bench                measure speed and memory"
	@echo "make pictures             take the pictures in the docs anew; needs a Chromium"
	@echo "make gazetteer            build the gazetteer where it is missing or out of date"
	@echo "make requirements         write requirements.txt anew from pyproject.toml"
	@echo "make clean                remove what make built; the corpus stays"

# make hands ARTICLES to the recipe's environment, so that no character of a path is code. Exit
# code 1 says that some article could not be used, which has been told; the others are kept.
run: $(VENV)/runtime.stamp gazetteer
	@[ -z "$$ARTICLES" ] || [ -e "$$ARTICLES" ] || { echo "ARTICLES: there is no $$ARTICLES" >&2; exit 1; }
	@[ -z "$$ARTICLES" ] || $(IN) -m geodata ingest "$$ARTICLES" || [ $$? -eq 1 ]
	$(IN) -m streamlit run dashboard/app.py --server.address=127.0.0.1 --server.port=$(PORT)

ifdef DATELINE_GAZETTEER
gazetteer: $(VENV)/runtime.stamp
	@[ -e "$$DATELINE_GAZETTEER" ] || $(IN) -m geodata build-gazetteer
else
gazetteer: $(GAZETTEER)
endif

$(GAZETTEER): requirements.txt $(GAZETTEER_SOURCES) | $(VENV)/runtime.stamp
	$(IN) -m geodata build-gazetteer --output $(GAZETTEER)
	@touch $@

test: $(VENV)/dev.stamp
	$(IN) -m pytest

lint: $(VENV)/dev.stamp
	$(IN) -m ruff check .
	$(IN) -m ruff format --check .
	$(IN) -m mypy geodata dashboard
	$(VENV)/bin/lint-imports

# The gold corpora and annotated text lie beside the project; without them nothing is measured.
CORPORA := ../shared/corpora
ANNOTATED := ../shared/ner
floors: $(VENV)/dev.stamp gazetteer
	@if [ -d "$(CORPORA)" ] && [ -d "$(ANNOTATED)" ]; then \
		PYTHONPATH=. $(IN) benchmarks/cross_validate.py "$(CORPORA)" "$(ANNOTATED)" --floors; \
	else echo "no gold corpora at $(CORPORA) and $(ANNOTATED): accuracy is not measured"; fi

bench: $(VENV)/dev.stamp gazetteer
	@for script in benchmarks/bench_*.py; do \
		echo "== $$script"; PYTHONPATH=. $(IN) "$$script" || exit 1; \
	done

pictures: $(VENV)/dev.stamp gazetteer
	$(IN) -m docs.make_pictures

requirements: $(VENV)/dev.stamp
	$(IN) -m pip install --quiet uv
	$(IN) -m uv pip compile --quiet --universal --python-version 3.11 --no-annotate \
		--custom-compile-command "make requirements" --output-file requirements.txt pyproject.toml

clean:
	rm -rf $(VENV) $(GAZETTEER) dashboard/static/built
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/runtime.stamp: requirements.txt | $(VENV)/made.stamp
	$(IN) -m pip install --requirement requirements.txt
	@touch $@

$(VENV)/dev.stamp: pyproject.toml $(VENV)/runtime.stamp
	$(IN) -m pip install --requirement requirements.txt --group dev
	@touch $@

# The first Python of these that is new enough and can make a virtual environment is used. An
# environment that is there and works is kept.
PYTHONS := python3.13 python3.12 python3.11 python3.14 python3 python

# `pip install --group` came with pip 25.1.
$(VENV)/made.stamp:
	@"$(IN)" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && exit; \
	remedy="No Python 3.11 or later was found. Install one: sudo apt install python3 \
	python3-venv (Debian), brew install python (macOS). Or name it: make PYTHONS=/path/to/python"; \
	for python in $(PYTHONS); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		if "$$python" -c 'import ensurepip, venv' 2>/dev/null; then remedy=; break; fi; \
		remedy="$$python cannot make a virtual environment: sudo apt install python3-venv"; \
	done; \
	if [ -n "$$remedy" ]; then echo "$$remedy" >&2; exit 1; fi; \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	"$$python" -m venv --clear $(VENV)
	$(IN) -m pip install --quiet --upgrade "pip>=25.1"
	@touch $@
