# make audit                          build, and audit the example Examples/contoso
# make audit DIR=certs DOMAIN=a.b.c   build, and audit a folder of yours (ARGS= for further options)
# make test                           the whole suite (VERBOSE=1 for every line; FILTER= for a part of it)
# make install PREFIX=/usr/local      one binary
# make lint
# make calendar                       read the calendars of chaincheck timeline with PyPI's icalendar
# make fuzz TARGET=certificate SECONDS=60    look for input that breaks a reader (without TARGET: which there are)
# make fuzz-smoke                     the same, briefly, for all of them
# make differential SEED=7 COUNT=10000    random PKIs, judged by chaincheck and by OpenSSL (without SEED: another each time)
# make organizations COUNT=20000 FROM=1000000   the answers for made-up Exchange organisations hold together, for other seeds
# make mutate MUTATION=signature-ignored    whether the tests notice a fault planted in the sources (without MUTATION: all)
# make examples                       build Examples/TenLines as a package outside of this tree, and run what it holds
# make docs                           the documentation of ChainKit and ExchangeKit, by DocC, without a warning
# make sanitize                       the suite under AddressSanitizer and ThreadSanitizer
# make check-all                      all of the above that can fail, and what holds speed to a threshold
# make bench COUNT=100000             an audit against the same in C: the table of Documentation/Performance.md
# make bench-instructions             instructions of an audit of 1,000, held to a threshold (WRITE=1 for a new one)
# make bench-bombs BOMB=names-excluded    CPU time and memory of inputs made to cost much (without BOMB: all of them)
# make bench-scale COUNT=1000000      whether a certificate's cost depends on how many there are: the end of that page
#
# audit, test and install first install what is missing, or say what it is.

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
DIR ?=
DOMAIN ?=
ARGS ?=
FILTER ?=
VERBOSE ?=
TARGET ?=
SEED ?=
SECONDS ?= 60
COUNT ?= 100000
FROM ?= 1000000
MUTATION ?=
WRITE ?=
BOMB ?=

# One way to build a release, so that what was audited with is what gets installed.
RELEASE := $(SWIFT) build -c release --product chaincheck --static-swift-stdlib

.PHONY: help
help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

.PHONY: dependencies
dependencies:
	@SWIFT='$(SWIFT)' Scripts/install-dependencies

.PHONY: release
release: dependencies
	@$(RELEASE)

.PHONY: audit
audit: release
	@chaincheck="$$($(RELEASE) --show-bin-path)/chaincheck" Scripts/show-audit '$(DIR)' '$(DOMAIN)' $(ARGS)

.PHONY: test
test: dependencies
	@VERBOSE=$(VERBOSE) SWIFT='$(SWIFT)' Scripts/run-tests $(if $(FILTER),--filter '$(FILTER)')

.PHONY: lint
lint:
	@$(SWIFT) format lint --strict --recursive Sources Tests Tools Examples Fuzzing/Sources Fuzzing/Package.swift Package.swift
	@echo 'lint: nothing to say'

.PHONY: calendar
calendar: release
	@chaincheck="$$($(RELEASE) --show-bin-path)/chaincheck" Scripts/check-calendar

.PHONY: differential
differential: dependencies
	@CHAINCHECK_DIFFERENTIAL_SEED='$(or $(SEED),$(shell date +%s))' \
	    CHAINCHECK_DIFFERENTIAL_COUNT='$(if $(filter file,$(origin COUNT)),10000,$(COUNT))' \
	    $(SWIFT) test --disable-xctest --filter differsOnlyInKindsThatAreMeantForAnotherSeed

.PHONY: organizations
organizations: dependencies
	@CHAINCHECK_ORGANIZATIONS='$(if $(filter file,$(origin COUNT)),20000,$(COUNT))' CHAINCHECK_ORGANIZATIONS_FROM='$(FROM)' \
	VERBOSE=$(VERBOSE) SWIFT='$(SWIFT)' Scripts/run-tests --filter OrganizationAnswer

.PHONY: mutate
mutate: dependencies
	@SWIFT='$(SWIFT)' Scripts/mutate $(MUTATION)

.PHONY: examples
examples: dependencies
	@SWIFT='$(SWIFT)' Scripts/check-examples

.PHONY: docs
docs: dependencies
	@SWIFT='$(SWIFT)' Scripts/make-docs

.PHONY: check-all
check-all: test audit calendar lint bench-instructions fuzz-smoke examples docs differential organizations bench-bombs mutate sanitize

.PHONY: sanitize
sanitize: dependencies
	@SWIFT='$(SWIFT)' Scripts/sanitize

.PHONY: fuzz
fuzz: dependencies
	@SWIFT='$(SWIFT)' Scripts/fuzz $(if $(TARGET),'$(TARGET)' '$(SECONDS)')

.PHONY: fuzz-smoke
fuzz-smoke: dependencies
	@SWIFT='$(SWIFT)' Scripts/fuzz smoke '$(SECONDS)'

.PHONY: bench
bench: release
	@SWIFT='$(SWIFT)' Benchmarks/run "$$($(RELEASE) --show-bin-path)/chaincheck" '$(COUNT)'

.PHONY: bench-scale
bench-scale: release
	@SWIFT='$(SWIFT)' Benchmarks/scale "$$($(RELEASE) --show-bin-path)/chaincheck" '$(if $(filter file,$(origin COUNT)),1000000,$(COUNT))'

.PHONY: bench-bombs
bench-bombs: release
	@Benchmarks/bombs "$$($(RELEASE) --show-bin-path)/chaincheck" $(BOMB)

.PHONY: bench-instructions
bench-instructions: release
	@SWIFT='$(SWIFT)' Benchmarks/instructions "$$($(RELEASE) --show-bin-path)/chaincheck" $(if $(WRITE),--write)

.PHONY: install
install: release
	@install -d '$(DESTDIR)$(PREFIX)/bin'
	@install -m 755 "$$($(RELEASE) --show-bin-path)/chaincheck" '$(DESTDIR)$(PREFIX)/bin/chaincheck'
	@strip '$(DESTDIR)$(PREFIX)/bin/chaincheck'
	@echo 'installed $(DESTDIR)$(PREFIX)/bin/chaincheck'

.PHONY: uninstall
uninstall:
	@rm -f '$(DESTDIR)$(PREFIX)/bin/chaincheck'
