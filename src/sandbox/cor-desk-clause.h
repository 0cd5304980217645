/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-db.h"

G_BEGIN_DECLS

/* The text of a query put together from literals, and the values bound to it, in order. */
typedef struct
{
  GString   *sql;
  GPtrArray *values; /* (element-type GVariant) */
} CorDeskClause;

CorDeskClause *cor_desk_clause_new (const char *sql) G_GNUC_WARN_UNUSED_RESULT;
CorDeskClause *cor_desk_clause_copy (const CorDeskClause *clause,
                                     const char          *head) G_GNUC_WARN_UNUSED_RESULT;
void           cor_desk_clause_free (CorDeskClause *clause);
void           cor_desk_clause_add (CorDeskClause *clause,
                                    const char    *sql,
                                    const char    *types,
                                    ...);
void           cor_desk_clause_add_list (CorDeskClause *clause,
                                         const char    *before,
                                         GPtrArray     *texts,
                                         const char    *after);
void           cor_desk_clause_select (CorDeskClause *clause,
                                       CorDeskDb     *db,
                                       CorDeskRows   *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskClause, cor_desk_clause_free)

G_END_DECLS
