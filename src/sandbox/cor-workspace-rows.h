/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Somebody's messages: CSV with the columns text,category, or JSON lines. */
typedef struct
{
  GMappedFile *file;
  const char  *data; /* borrowed: file */
  gsize        length, at;
  guint        line; /* where the next record begins, from 1 */
  gboolean     json;
  int          text, category; /* columns; -1: none */
  guint        columns;
} CorWorkspaceRows;

CorWorkspaceRows *cor_workspace_rows_new (const char *path,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void              cor_workspace_rows_free (CorWorkspaceRows *rows);
gboolean          cor_workspace_rows_rewind (CorWorkspaceRows *rows,
                                             GError          **error);
gboolean          cor_workspace_rows_next (CorWorkspaceRows *rows,
                                           char            **text,
                                           char            **category,
                                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorWorkspaceRows, cor_workspace_rows_free)

G_END_DECLS
