#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
#
# on-screen.sh COMMAND...: with a screen, a bus and a runtime folder of its own, whatever the machine has.
set -euo pipefail

for program in xvfb-run dbus-run-session import; do
  command -v "$program" >/dev/null || { echo "1..0 # SKIP there is no $program" && exit 0; }
done
/usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi' 2>/dev/null ||
  { echo "1..0 # SKIP there is no accessibility library for Python" && exit 0; }

XDG_RUNTIME_DIR=$(mktemp -d)
export XDG_RUNTIME_DIR
clean() { # a portal may have mounted something there
  if mountpoint -q "$XDG_RUNTIME_DIR/doc"; then fusermount3 -uz "$XDG_RUNTIME_DIR/doc" || true; fi
  rm -rf --one-file-system "$XDG_RUNTIME_DIR" || true
}
trap clean EXIT
unset WAYLAND_DISPLAY DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
# what the bus and the accessibility services say is kept out of the command's own output (xvfb-run has uses for 3)
xvfb-run -a -s '-screen 0 1440x900x24 -nolisten tcp -noreset' dbus-run-session -- \
  sh -c 'exec "$@" >&8 8>&-' sh "$@" 8>&1 >&2
