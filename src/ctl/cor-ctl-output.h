/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-marker.h"

G_BEGIN_DECLS

/* What people read. Texts of customers are hostile here too: cor_ctl_clean_line() takes out what a terminal would obey. */

int      cor_ctl_text_width (const char *text);
char    *cor_ctl_clean_line (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_ctl_clean_text (const char *text, const char *indent) G_GNUC_WARN_UNUSED_RESULT;
char    *cor_ctl_mark (const char *text, const GArray *marks) G_GNUC_WARN_UNUSED_RESULT;
gboolean cor_ctl_is_colourful (void);
int      cor_ctl_get_terminal_width (void);
void     cor_ctl_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void     cor_ctl_print_strong (const char *text);

/*
 * CorCtlTable: rows of cells, aligned by what a terminal shows: a wide letter takes two columns.
 */
typedef struct _CorCtlTable CorCtlTable;

CorCtlTable *cor_ctl_table_new (const char *aligns, ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
void         cor_ctl_table_add (CorCtlTable *self, ...) G_GNUC_NULL_TERMINATED;
void         cor_ctl_table_strengthen (CorCtlTable *self);
char        *cor_ctl_table_format (CorCtlTable *self, int width, gboolean is_colourful) G_GNUC_WARN_UNUSED_RESULT;
void         cor_ctl_table_print (CorCtlTable *self);
void         cor_ctl_table_free (CorCtlTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorCtlTable, cor_ctl_table_free)

G_END_DECLS
