/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

/* Nothing happens here: what counts is that it links with one layer whole and with nothing above it. */
int
main (void)
{
  return 0;
}
