/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-sandbox-options.h"

int
main (int   argc,
      char *argv[])
{
  return cor_sandbox_run (argc, argv);
}
