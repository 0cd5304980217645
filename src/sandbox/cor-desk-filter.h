/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-clause.h"
#include "cor-desk-request.h"

G_BEGIN_DECLS

#define COR_DESK_FILTER_ERROR (cor_desk_filter_error_quark ())
GQuark cor_desk_filter_error_quark (void);

typedef enum
{
  COR_DESK_FILTER_CONVERSATIONS, /* columns of "conversations c" */
  COR_DESK_FILTER_CONTACTS,      /* columns of "contacts c" */
} CorDeskFilterKind;

gboolean cor_desk_filter_add (CorDeskClause    *clause,
                              CorDeskFilterKind kind,
                              CorDeskRequest   *request,
                              GError          **error);

G_END_DECLS
