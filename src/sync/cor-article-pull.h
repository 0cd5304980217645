/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-link.h"

G_BEGIN_DECLS

/* The desk's help centres: what changed there is here after it, what is gone there is gone here. */
void     cor_article_pull_async (CorDeskLink *link, const char *known_version, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cor_article_pull_finish (GAsyncResult *result, GError **error);

/* The mark of the account that cor_article_pull_async() takes and keeps. */
#define COR_ARTICLE_PULL_MARK "articles"

G_END_DECLS
