/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-threads.h"

G_BEGIN_DECLS

/* rows that are loaded at once */
#define COR_THREAD_PAGE_SIZE 256

typedef struct _CorThreadPages CorThreadPages;

CorThreadPages *cor_thread_pages_new (guint max_pages) G_GNUC_WARN_UNUSED_RESULT;
void            cor_thread_pages_free (CorThreadPages *self);
CorThreadData  *cor_thread_pages_lookup (CorThreadPages *self, gint64 id);
void            cor_thread_pages_add (CorThreadPages *self, GPtrArray *rows);
void            cor_thread_pages_forget (CorThreadPages *self, gint64 id);
void            cor_thread_pages_forget_payments (CorThreadPages *self);
void            cor_thread_pages_clear (CorThreadPages *self);
guint           cor_thread_pages_get_n_rows (CorThreadPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorThreadPages, cor_thread_pages_free)

G_END_DECLS
