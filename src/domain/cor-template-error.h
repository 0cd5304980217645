/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a template is refused, or cannot be filled; each comes with a sentence that names the place or the variable. */
typedef enum
{
  COR_TEMPLATE_ERROR_SYNTAX = 0,       /* not closed, nested too deep, not a tag */
  COR_TEMPLATE_ERROR_UNKNOWN_VARIABLE, /* not in the vocabulary */
  COR_TEMPLATE_ERROR_UNKNOWN_FILTER,   /* no such filter, or not for this variable */
  COR_TEMPLATE_ERROR_INVALID_VALUE,    /* a value is not what its variable takes */
  COR_TEMPLATE_ERROR_MISSING_VALUE,    /* a variable that must be filled is not */
  COR_TEMPLATE_ERROR_NO_VARIANT,       /* there is no text in this language */
} CorTemplateError;

#define COR_TEMPLATE_ERROR (cor_template_error_quark ())
GQuark cor_template_error_quark (void);

G_END_DECLS
