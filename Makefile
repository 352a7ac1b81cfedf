# Everything a user or CI calls. Each target sets up what it needs first.

SWIFT ?= swift

# Linked with the Swift library inside, a process starts in a third of the time.
RELEASE = -c release --static-swift-stdlib --product yardstick

.PHONY: run test bench format lint docs setup

## Install missing Debian packages; does nothing where they are there.
setup:
	@./setup

## Assess every target and decide on every subject of this repository's workspace.
run: setup
	$(SWIFT) build $(RELEASE)
	.build/release/yardstick run

## All tests, Swift and Lua; what failed is said again at the end.
test: setup
	@mkdir -p .build
	@{ $(SWIFT) test 2>&1; echo $$? >.build/tests.status; } | tee .build/tests.log
	@if [ "$$(cat .build/tests.status)" != 0 ]; then \
	  echo; echo "What failed:"; grep -aE '✘|error:' .build/tests.log; exit 1; \
	fi
	$(SWIFT) run --skip-build yardstick test --coverage text --threshold 100
	$(SWIFT) run --skip-build yardstick test --workspace examples/districts --coverage text --threshold 100

## Compare a million decisions with other ways to make them, in one run.
bench: setup
	$(SWIFT) build $(RELEASE)
	Benchmarks/register/bench

## Rewrite the sources in the project's format.
format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

## Check the format, and that every public declaration is documented.
lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

## Build the documentation of the library into .build-docs.
docs: setup
	YARDSTICK_DOCS=1 $(SWIFT) package --scratch-path .build-docs generate-documentation \
	  --target Yardstick --warnings-as-errors
