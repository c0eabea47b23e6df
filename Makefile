# Two commands matter: `make demo` and `make test`. Both set up what they need by themselves.
PYTHON := /usr/bin/python3
PYTEST := .venv/bin/pytest
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help demo run test test-parts test-engines test-matrix tests/analysis tests/qgis tests/qt6 tests/fuzz tests/e2e fuzz lint names mutants bench bench-engines docs pictures paper package package-check i18n clean

help:
	@echo "make demo     match the sample data, draw the ellipses and the map (demo/)"
	@echo "make run      open QGIS with the plugin and the demo project"
	@echo "make test     run all tests"
	@echo "make fuzz     run the algorithms on input made at random: make fuzz SEED=1 NUMBER=100000"
	@echo "make lint     check style"
	@echo "make names    print how many names of industries and places are read, and how"
	@echo "make mutants  put small faults into the analysis and see which no test finds (hours; WHAT=tables for a part)"
	@echo "make bench    measure against QGIS and others, write docs/bench-*.md"
	@echo "make i18n     bring the Chinese translation up to date (needs lrelease)"
	@echo "make test-engines  run the tests that need PostGIS, DuckDB and Spark, and install these"
	@echo "make bench-engines  measure what a database counts for us against reading its rows"
	@echo "make docs     write the pages of the help into build/help; they need no server"
	@echo "make pictures  make the pictures of the docs anew, some in a window of QGIS"
	@echo "make paper    bring the figures of paper/ up to date"
	@echo "make package  write build/clusterbelt.zip for QGIS's plugin manager; RELEASE=1 refuses empty links"
	@echo "make package-check  hold it to the rules of the plugin site"
	@echo "make test-matrix    run the tests in QGIS 3.40 and 3.44 (Debian, root)"
	@echo "make clean    remove what the other targets made"

demo: build/system.done
	@QT_QPA_PLATFORM=offscreen $(PYTHON) scripts/demo.py

run: build/system.done demo/clusterbelt.qgz
	@$(PYTHON) scripts/run_desktop.py

demo/clusterbelt.qgz:
	@$(MAKE) --no-print-directory demo

test: lint test-parts

# Each part by itself: what needs no QGIS, what needs its libraries, what starts programs.
PARTS := tests/analysis tests/qgis tests/qt6 tests/fuzz tests/e2e
test-parts: $(PARTS)

tests/analysis tests/fuzz tests/e2e: .venv/done
	$(PYTEST) -q -p no:pytest_qgis $@

tests/qgis: .venv/done
	QT_QPA_PLATFORM=offscreen $(PYTEST) -q $@

# No QGIS with Qt 6 can be had from Debian: PyQt6, and a stand-in for the rest.
tests/qt6: build/qt6/venv/done
	QT_QPA_PLATFORM=offscreen build/qt6/venv/bin/python tests/qt6/smoke.py

# Real engines: PostgreSQL with PostGIS of the distribution, DuckDB and Spark of PyPI in an environment of their own.
test-engines: build/engines/done
	build/engines/venv/bin/pytest -q -p no:pytest_qgis tests/engines/sql
	QT_QPA_PLATFORM=offscreen build/engines/venv/bin/pytest -q tests/engines/postgis

build/engines/done: build/system.done scripts/install_engines.sh tests/requirements.txt tests/engines/requirements.txt
	@scripts/install_engines.sh
	$(PYTHON) -m venv --clear --system-site-packages build/engines/venv
	build/engines/venv/bin/pip install --quiet --disable-pip-version-check --ignore-installed -r tests/requirements.txt -r tests/engines/requirements.txt
	@touch $@

test-matrix:
	@scripts/test_matrix.sh

SEED ?= 1
NUMBER ?= 2000
fuzz: .venv/done
	.venv/bin/python tests/fuzz/run.py $(SEED) $(NUMBER)

lint: .venv/done
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy

names: build/system.done
	@$(PYTHON) scripts/read_names.py
	@$(PYTHON) scripts/read_places.py

mutants: .venv/done
	.venv/bin/python scripts/mutants.py $(WHAT)

bench: build/system.done build/bench/venv/done
	@$(PYTHON) scripts/bench_ellipse.py
	@$(PYTHON) scripts/bench_matching.py
	@$(PYTHON) scripts/bench_dock.py
	@$(PYTHON) scripts/bench_virtual.py
	@$(PYTHON) scripts/bench_tables.py
	@$(PYTHON) scripts/bench_load.py
	@$(PYTHON) scripts/bench_map.py

bench-engines: build/engines/done
	@build/engines/venv/bin/python scripts/bench_engines.py

# What only a server needs is left out.
docs: build/system.done build/docs/venv/done
	@LC_ALL=C.UTF-8 $(PYTHON) scripts/make_pages.py
	@NO_MKDOCS_2_WARNING=1 build/docs/venv/bin/mkdocs build --quiet --clean --config-file build/docs/mkdocs.yml
	@rm -rf build/help/sitemap.xml* build/help/404.html build/help/assets/javascripts/lunr build/help/assets/javascripts/workers
	@find build/help -name '*.map' -delete
	@echo "build/help/index.html"

pictures: demo
	@$(PYTHON) scripts/make_page_pictures.py
	@$(PYTHON) scripts/take_pictures.py

# The figures of the paper are those of the demo.
paper: demo
	@mkdir -p paper/figures
	@cp demo/map.png demo/virtual-clusters.png paper/figures/

package: docs
	@$(PYTHON) scripts/package.py $(if $(RELEASE),--release)

package-check: package build/package/venv/done
	@build/package/venv/bin/python scripts/package_check.py $(if $(RELEASE),--release)

i18n:
	@$(PYTHON) scripts/make_translation.py

clean:
	rm -rf .venv build demo .hypothesis .ruff_cache .qgis-settings

build/system.done: scripts/install_system.sh
	@scripts/install_system.sh
	@mkdir -p build && touch $@

build/bench/venv/done: scripts/bench_requirements.txt
	@mkdir -p build/bench
	@$(PYTHON) -m venv --clear build/bench/venv
	@build/bench/venv/bin/pip install --quiet --disable-pip-version-check -r scripts/bench_requirements.txt
	@touch $@

build/docs/venv/done: scripts/docs_requirements.txt
	@mkdir -p build/docs
	@$(PYTHON) -m venv --clear build/docs/venv
	@build/docs/venv/bin/pip install --quiet --disable-pip-version-check -r scripts/docs_requirements.txt
	@touch $@

build/qt6/venv/done: tests/qt6/requirements.txt build/system.done
	@mkdir -p build/qt6
	@$(PYTHON) -m venv --clear --system-site-packages build/qt6/venv
	@build/qt6/venv/bin/pip install --quiet --disable-pip-version-check -r tests/qt6/requirements.txt
	@touch $@

build/package/venv/done: scripts/package_requirements.txt
	@mkdir -p build/package
	@$(PYTHON) -m venv --clear build/package/venv
	@build/package/venv/bin/pip install --quiet --disable-pip-version-check -r scripts/package_requirements.txt
	@touch $@

.venv/done: tests/requirements.txt build/system.done
	$(PYTHON) -m venv --clear --system-site-packages .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --ignore-installed -r tests/requirements.txt
	@touch $@
