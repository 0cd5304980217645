/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-document.h"

G_BEGIN_DECLS

/* A step of a procedure. */
typedef struct
{
  char *title;
  char *detail; /* who may do it, within what time, to whom it goes then; "" where nothing is said */
} CorStep;

GPtrArray *cor_document_list_steps (const CorDocument *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
