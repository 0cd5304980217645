#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
#
# Builds Corridor with warnings as errors and with the sanitizers, runs every test and every linter, and counts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=build-aux/packages.sh
. build-aux/packages.sh

BUILD=_build/check
LOG=$BUILD/log
ROUNDS=200
SUITE=
QUICK=no
passed=0
failed=0

usage() {
  cat <<'END'
Usage: build-aux/check.sh [OPTIONS]

Installs what the tests need (Debian, Ubuntu), builds with warnings as errors and AddressSanitizer and
UndefinedBehaviorSanitizer in _build/check, runs all tests and linters, and ends with one line:
"N passed, N failed". A test program counts as many tests as it reports.

  --quick        fewer rounds of the crash test (10), and no second build with clang
  --rounds N     so many rounds of the crash test (default: 200)
  --suite NAME   only the tests of this suite: layers, displayless, display, sandbox, e2e, crash;
                 or lint: only the linters
  -h, --help     show this text

CORRIDOR_TEST_DATA, COR_SWAGGER, COR_FEE_EXAMPLES and COR_FX_EXAMPLES may name a folder with real messages,
Chatwoot's swagger file and the fee and rate vectors of the contracts; what needs them is skipped otherwise.
END
}

while [ $# -gt 0 ]; do
  case $1 in
    --quick) QUICK=yes ROUNDS=10 ;;
    --rounds) ROUNDS=${2:?--rounds needs a number} && shift ;;
    --rounds=*) ROUNDS=${1#*=} ;;
    --suite) SUITE=${2:?--suite needs a name} && shift ;;
    --suite=*) SUITE=${1#*=} ;;
    -h | --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

say() { printf '[%4ds] %s\n' "$SECONDS" "$*"; }

# check NAME COMMAND...: one linter, one count; its words are shown when it fails
check() {
  local name=$1 log
  shift
  log=$LOG/lint-${name//[ \/]/-}.txt
  if "$@" >"$log" 2>&1 </dev/null; then
    passed=$((passed + 1))
    say "ok      $name"
  else
    failed=$((failed + 1))
    say "FAILED  $name"
    sed 's/^/          /' "$log" | tail -n 40
  fi
}

# ---------------------------------------------------------------------- building

configure() {
  local options=(-Dwerror=true -Dbuildtype=debugoptimized -Dtests=true "-Dcrash_rounds=$ROUNDS" "--prefix=$PWD/$BUILD/install")
  if [ "$1" = "$BUILD" ]; then options+=("-Db_sanitize=address,undefined"); fi
  if [ -f "$1/build.ninja" ] && meson setup --reconfigure "$1" "${options[@]}"; then return; fi
  rm -rf "${1:?}/meson-private" "${1:?}/meson-info" "${1:?}/build.ninja"
  meson setup "$1" "${options[@]}"
}

build() {
  configure "$1" && ninja -C "$1"
}

# clang 14 counts a variable that only its clean-up reads as unused; gcc finds the truly unused ones
build_with_clang() {
  CC=clang CFLAGS=-Wno-unused-variable build _build/check-clang
}

# ----------------------------------------------------------------------- testing

# on_screen COMMAND...: with a screen and a bus of its own
on_screen() {
  xvfb-run -a -s '-screen 0 1440x900x24 -nolisten tcp -noreset' dbus-run-session -- "$@"
}

# run_tests NAME LAUNCHER MESON-ARGUMENT...: meson's own words go to a log; the results are counted from its reports
run_tests() {
  local name=$1 launcher=$2 counted good bad left
  shift 2
  if [ -n "$SUITE" ] && [ "$SUITE" != "$name" ]; then return; fi
  rm -f "$BUILD/meson-logs/$name.json" "$BUILD/meson-logs/$name.junit.xml"
  # a program that a crashed test left behind would keep meson waiting for the end of its output
  "$launcher" timeout --kill-after=30 2700 meson test -C "$BUILD" --no-rebuild --logbase "$name" --print-errorlogs "$@" >"$LOG/test-$name.txt" 2>&1 </dev/null || true
  counted=$(build-aux/count-tests.py "$BUILD/meson-logs" "$name" 2>"$LOG/failed-$name.txt") || counted="0 1 0"
  read -r good bad left <<<"$counted"
  passed=$((passed + good))
  failed=$((failed + bad))
  if [ "$bad" -eq 0 ]; then
    say "ok      $good tests: $name$([ "$left" -eq 0 ] || echo ", $left skipped, see $LOG/test-$name.txt")"
  else
    say "FAILED  $bad of $((good + bad)) tests: $name, see $LOG/test-$name.txt"
    cat "$LOG/failed-$name.txt"
  fi
}

no_screen() {
  env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS "$@"
}

# LeakSanitizer itself breaks down in a process that ends while others of its threads do; the programs of the
# crash test start and end hundreds of times, and the other suites look for leaks
no_leak_check() {
  no_screen env ASAN_OPTIONS=detect_leaks=0 "$@"
}

run_suites() {
  local others=(layers display sandbox e2e crash bench live) skip=() name
  for name in "${others[@]}"; do skip+=(--no-suite "$name"); done
  run_tests layers no_screen --suite layers
  # whatever is in no other suite counts as this one, so that no test is forgotten
  run_tests displayless no_screen "${skip[@]}"
  run_tests sandbox no_screen --suite sandbox --no-suite crash --no-suite e2e
  run_tests display on_screen --suite display --no-suite e2e
  run_tests e2e no_screen --suite e2e
  run_tests crash no_leak_check --suite crash
}

# ---------------------------------------------------------------------- linters

check_format() {
  find src tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run -Werror
}

check_desktop() {
  desktop-file-validate "$BUILD"/data/*.desktop
}

check_metainfo() {
  appstreamcli validate --no-net --no-color "$BUILD"/data/*.metainfo.xml
}

check_schema() {
  glib-compile-schemas --strict --dry-run data
}

check_xml() {
  find ui data \( -name '*.ui' -o -name '*.svg' -o -name '*.xml' -o -name '*.xml.in' \) -print0 | xargs -0 xmllint --noout
}

check_scripts() {
  local file scripts=()
  for file in .ci/* build-aux/*; do
    if head -n 2 "$file" | grep -qE '^#!.*bash|shellcheck shell=bash'; then scripts+=("$file"); fi
  done
  shellcheck -x "${scripts[@]}"
}

check_python() {
  local file scripts=()
  while IFS= read -r file; do scripts+=("$file"); done < <(grep -rlE '^#!.*python3' .ci build-aux tests; find build-aux tests -name '*.py')
  PYTHONDONTWRITEBYTECODE=1 python3 -c 'import ast, sys
for name in sys.argv[1:]:
    ast.parse(open(name, encoding="utf-8").read(), name)' "${scripts[@]}"
}

check_cppcheck() {
  cppcheck --quiet -j "$(nproc)" --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
    --library=gtk --suppressions-list=.ci/cppcheck.txt "-DG_DEFINE_EXTENDED_ERROR(a,b)=" "-DG_DEFINE_QUARK(a,b)=" "-DG_GNUC_FORMAT(a)=" src
}

run_linters() {
  if [ -n "$SUITE" ] && [ "$SUITE" != lint ]; then return; fi
  check "clang-format" check_format
  check "no automatic variable without a value" .ci/check-autoptr
  check "includes and layers" .ci/check-includes
  check "templates and resources" .ci/check-ui
  check "file sizes" .ci/check-size
  check "nothing deprecated later" .ci/check-compat
  check "POTFILES" .ci/check-potfiles
  check "catalogues" .ci/check-po
  check "articles, templates, glossary" .ci/check-content
  check "desktop file" check_desktop
  check "metainfo" check_metainfo
  check "settings schema" check_schema
  check "XML" check_xml
  check "shell scripts" check_scripts
  check "Python scripts" check_python
  check "cppcheck" check_cppcheck
}

# ------------------------------------------------------------------------------

need_packages build screen test
export LANGUAGE=en # tests compare words
mkdir -p "$LOG"
say "building in $BUILD"
check "build with gcc, warnings as errors, sanitizers" build "$BUILD"
if [ -z "$SUITE" ] && [ $QUICK = no ]; then
  check "build with clang, warnings as errors" build_with_clang
fi
run_linters
if [ "$SUITE" != lint ] && [ -f "$BUILD/build.ninja" ]; then run_suites; fi

say "logs in $LOG"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
