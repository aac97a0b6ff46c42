# Needs Python 3.11 or newer, and nothing else: everything is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
unexport PYTHONDONTWRITEBYTECODE # else each of the many processes compiles every module again

.PHONY: demo test lock guide golden bench score measured

demo: $(READY) ## audits the invented plans that come with the program
	$(BIN)/goldenthread audit sample_plans/plans --out audit-of-sample-plans --caseload sample_plans/caseload.csv || [ $$? -eq 1 ]

test: $(READY) ## everything that CI runs
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.guide --check
	$(BIN)/pytest -n 2 --no-loadscope-reorder

# The lock is complete, so pip need not look for more: --no-deps keeps it from refusing, under
# hashes, the extras that a pinned package asks for.
$(READY): requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

lock: $(READY) ## renews the pinned requirements
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-header \
	  --no-emit-index-url --no-emit-find-links --extra dev --python-version 3.11 \
	  pyproject.toml -o requirements.txt

guide: $(READY) ## writes the guide to the checks anew
	$(BIN)/python -m tests.guide

golden: $(READY) ## writes the expected findings of the sample plans anew
	$(BIN)/python -m tests.golden

bench: $(READY) ## how fast it is
	$(BIN)/python -m tests.bench

score: $(READY) ## how well it reads and judges
	$(BIN)/python -m tests.score

measured: $(READY) ## writes anew how often each check is right, and so what it may do
	$(BIN)/python -m tests.score --write
