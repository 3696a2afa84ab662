# SPDX-License-Identifier: EUPL-1.2
# One screen of commands: `make help`. Settings may follow any of them: `make run PORT=8001`.
PYTHON ?= python3
VENV ?= .venv
PENDOPO_VAR ?= var
BIN := $(VENV)/bin
PENDOPO := $(BIN)/pendopo
PREPARE := $(PYTHON) scripts/prepare.py

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test check fix docs lock backup demo-to-real clean prepare-run prepare-dev

help: ## Layar ini · This screen
	@echo "Pendopo"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile
	@echo
	@echo "  Setelan / settings:  make run PORT=8001 · LAN=1 · PENDOPO_URL=http://… · DATABASE_URL=postgres://…"
	@echo "                       make test ARGS='tests/domain -x' · make lock UPGRADE=1"

run: prepare-run ## Siapkan bila perlu, lalu jalankan · Set up if needed, then serve
	@$(PENDOPO) serve

test: prepare-dev ## Semua uji · All tests: SQLite, and PostgreSQL where one answers
	@$(BIN)/python scripts/run_tests.py $(ARGS)

check: prepare-dev ## Periksa kode dan data · Style, types, layers, migrations, standards
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict pendopo scripts
	$(BIN)/lint-imports --no-logo
	@mkdir -p "$(PENDOPO_VAR)"
	$(PENDOPO) django makemigrations --check --dry-run
	$(PENDOPO) standards check

fix: prepare-dev ## Rapikan kode · Mend what can be mended by machine
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: prepare-dev ## Halaman rujukan · Write the generated pages of docs/reference
	@$(BIN)/python scripts/reference.py

backup: prepare-run ## Salinan cadangan data · Copy the data while the office works
	@$(PENDOPO) backup

demo-to-real: prepare-run ## Dari contoh ke sungguhan · From the demonstration to real work
	@$(PENDOPO) demo-to-real

lock: ## Kunci ulang pustaka · Write the locks anew from requirements/*.in
	@PYTHON="$(PYTHON)" UPGRADE="$(UPGRADE)" scripts/lock.sh

clean: ## Hapus yang dapat dibuat lagi · Remove what can be made again; var/ stays
	rm -rf "$(VENV)" build dist pendopo.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

prepare-run:
	@$(PREPARE) run "$(VENV)"

prepare-dev:
	@$(PREPARE) dev "$(VENV)"
