#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
#
# build.sh TARBALL FOLDER LIBRARY HEADER COMPILER...: unpacks the release in FOLDER and builds it there.
set -eu
tarball=$1 folder=$2 library=$3 header=$4
shift 4

mkdir -p "$folder"
tar -xzf "$tarball" -C "$folder" --strip-components=1
make -s -C "$folder" libstemmer.a CC="$*" CFLAGS='-O2 -fPIC -w' >"$folder/build.log" 2>&1 || {
  cat "$folder/build.log" >&2
  exit 1
}
cp "$folder/libstemmer.a" "$library"
cp "$folder/include/libstemmer.h" "$header"
