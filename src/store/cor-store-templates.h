/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store.h"
#include "cor-template-values.h"
#include "cor-template.h"

G_BEGIN_DECLS

#define COR_TEMPLATE_SOURCE_OWN "own"
#define COR_TEMPLATE_SOURCE_ACCOUNT "account"
#define COR_TEMPLATE_SOURCE_PACK_PREFIX "pack:"

/* All of one source: what it no longer has goes. */
void     cor_store_put_templates_async (CorStore *store, gint64 account, const char *source, GPtrArray *templates, GPtrArray *samples, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_put_templates_finish (CorStore *store, GAsyncResult *result, GError **error);

/* The agent's own: one, or several. */
void     cor_store_save_templates_async (CorStore *store, GPtrArray *templates, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_save_templates_finish (CorStore *store, GAsyncResult *result, GError **error);
void     cor_store_save_template_async (CorStore *store, CorTemplate *template, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_save_template_finish (CorStore *store, GAsyncResult *result, GError **error);

/* Approves, retires or puts back a text, or all of them. */
void     cor_store_set_template_state_async (CorStore *store, gint64 account, const char *source, const char *name, const char *locale, CorRegister reg, CorTemplateState state, const char *reviewer, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_store_set_template_state_finish (CorStore *store, GAsyncResult *result, GError **error);

void       cor_store_list_templates_async (CorStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cor_store_list_templates_finish (CorStore *store, GAsyncResult *result, GError **error);

void         cor_store_load_template_async (CorStore *store, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorTemplate *cor_store_load_template_finish (CorStore *store, GAsyncResult *result, GError **error);

void               cor_store_load_sample_values_async (CorStore *store, const char *locale, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CorTemplateValues *cor_store_load_sample_values_finish (CorStore *store, GAsyncResult *result, GError **error);

/* data/templates/titles, a file of this program. (transfer full) (nullable) */
GBytes *cor_store_get_template_titles (const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
