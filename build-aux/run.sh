#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
#
# Builds Corridor and opens it on the sandbox workspace, or on a server of your own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=build-aux/packages.sh
. build-aux/packages.sh

BUILD=$PWD/_build/run
PREFIX=$BUILD/install
PROFILE=
SERVER=

usage() {
  cat <<'END'
Usage: build-aux/run.sh [OPTIONS]

Installs what is missing (Debian, Ubuntu), builds Corridor in _build/run and opens it on the sandbox
workspace: a made-up company with customers in ten countries, on this computer only. Without a display
it runs the same window unseen, answers a conversation, and leaves pictures in _build/run/screenshots.

  --profile DIR   keep accounts, messages and the sandbox in this folder
                  (default: corridor-sandbox in the XDG data folder)
  --server URL    no sandbox: ask for the token of this server (default profile: corridor-try)
  -h, --help      show this text
END
}

while [ $# -gt 0 ]; do
  case $1 in
    --profile) PROFILE=${2:?--profile needs a folder} && shift ;;
    --profile=*) PROFILE=${1#*=} ;;
    --server) SERVER=${2:?--server needs an address} && shift ;;
    --server=*) SERVER=${1#*=} ;;
    -h | --help) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
  esac
  shift
done

has_display() {
  [ -n "${WAYLAND_DISPLAY:-}" ] || [ -n "${DISPLAY:-}" ]
}

# quietly COMMAND...: its words only when it fails
quietly() {
  if ! "$@" >"$BUILD/build.txt" 2>&1 </dev/null; then
    tail -n 60 "$BUILD/build.txt" >&2
    echo "This failed: $*" >&2
    return 1
  fi
}

# Builds, and installs below the build folder when something was built, so that icons, settings and
# translations are found as on a system that has Corridor.
build() {
  mkdir -p "$BUILD"
  if [ ! -f "$BUILD/build.ninja" ]; then
    echo "Building in _build/run; the first time takes some minutes"
    quietly meson setup "$BUILD" --buildtype=release --prefix="$PREFIX" --libdir=lib -Dtests=false
  fi
  quietly ninja -C "$BUILD"
  if [ ! -e "$BUILD/installed" ] || ! grep -q '^ninja: no work to do' "$BUILD/build.txt"; then
    quietly meson install -C "$BUILD" --no-rebuild
    touch "$BUILD/installed"
  fi
  export PATH=$PREFIX/bin:$PATH
  export XDG_DATA_DIRS=$PREFIX/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  export GSETTINGS_SCHEMA_DIR=$PREFIX/share/glib-2.0/schemas
}

# json_field NAME: the first string of this name
json_field() { grep -oE "\"$1\" *: *\"[^\"]*\"" | head -n 1 | sed 's/.*: *"//; s/"$//'; }

# Whether something already answers on the port of URL, which is then not ours: nothing of this profile runs yet.
port_is_taken() {
  local port=${1##*:}
  (exec 3<>"/dev/tcp/127.0.0.1/${port%%/*}") 2>/dev/null
}

# To the desk, the ledger and the trackers, all of which the sandbox is.
give_token() {
  CORRIDOR_TOKEN=$1
  CORRIDOR_LEDGER_TOKEN=$1
  CORRIDOR_GPI_TOKEN=$1
  CORRIDOR_WISE_TOKEN=$1
  export CORRIDOR_TOKEN CORRIDOR_LEDGER_TOKEN CORRIDOR_GPI_TOKEN CORRIDOR_WISE_TOKEN
}

# The account of the sandbox: added once. The token of made-up customers is no secret, so it stays in the
# environment, and no keyring has to be unlocked.
prepare_sandbox() {
  local line pid state=$PROFILE/sandbox added=$PROFILE/sandbox/account
  URL=$(cat "$added" 2>/dev/null || true)
  if [ -n "$URL" ] && ! port_is_taken "$URL"; then
    give_token "$(cat "$state/token")"
    return
  fi
  if [ -n "$URL" ]; then # another program has its port now
    corridorctl --profile "$PROFILE" account list --json |
      grep -oE '"id" *: *[0-9]+' | grep -oE '[0-9]+' | head -n 1 |
      xargs -r corridorctl --profile "$PROFILE" account remove >/dev/null
  fi
  exec 4< <(exec corridor-sandbox --state "$state" --port 0)
  pid=$!
  read -r -t 120 line <&4 || { echo "corridor-sandbox did not start" >&2 && return 1; }
  URL=$(json_field url <<<"$line")
  give_token "$(json_field token <<<"$line")"
  (umask 077 && echo "$CORRIDOR_TOKEN" >"$state/token")
  corridorctl --profile "$PROFILE" account add --kind chatwoot --url "$URL" --ca "$state/ca.pem" --token-stdin \
    <<<"$CORRIDOR_TOKEN" >/dev/null
  echo "$URL" >"$added"
  # the window starts it again, as its own child, and it ends with the window
  kill "$pid"
  wait "$pid" 2>/dev/null || true
  exec 4<&-
}

# The main job with nobody looking: a screen and a bus of its own.
run_unseen() {
  local runtime job=(/usr/bin/python3 build-aux/main-job.py --corridor "$PREFIX/bin/corridor" --profile "$PROFILE"
    --screenshots "$BUILD/screenshots" --log "$BUILD/corridor.log")
  if [ -n "$SERVER" ]; then
    job+=(--server "$SERVER")
  else
    job+=(--url "$URL" --ca "$PROFILE/sandbox/ca.pem")
  fi
  runtime=$(mktemp -d)
  # shellcheck disable=SC2064 # the folder of now; a portal may have mounted something there
  trap "mountpoint -q '$runtime/doc' && fusermount3 -uz '$runtime/doc'; rm -rf --one-file-system '$runtime' || true" EXIT
  echo "There is no display: the main job is done unseen"
  # what the bus and the accessibility services say goes to a file
  XDG_RUNTIME_DIR=$runtime LC_ALL=C.UTF-8 LANGUAGE=en GSK_RENDERER=cairo PYTHONDONTWRITEBYTECODE=1 \
    xvfb-run -a -s '-screen 0 1440x900x24 -nolisten tcp -noreset' dbus-run-session -- \
    sh -c 'exec "$@" >&8 2>&9 8>&- 9>&-' sh "${job[@]}" 8>&1 9>&2 >"$BUILD/services.txt" 2>&1
}

if has_display; then need_packages build; else need_packages build screen; fi
build
data=${XDG_DATA_HOME:-$HOME/.local/share}
if [ -n "$SERVER" ]; then
  PROFILE=${PROFILE:-$data/corridor-try}
else
  PROFILE=${PROFILE:-$data/corridor-sandbox}
fi
mkdir -p "$PROFILE"
chmod 700 "$PROFILE"
PROFILE=$(cd "$PROFILE" && pwd)
if [ -z "$SERVER" ]; then prepare_sandbox; fi

if ! has_display; then
  run_unseen
elif [ -n "$SERVER" ]; then
  exec corridor --profile "$PROFILE" --server "$SERVER"
else
  exec corridor --profile "$PROFILE"
fi
