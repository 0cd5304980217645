/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_WATCH_NEWS (cor_watch_news_get_type ())
G_DECLARE_FINAL_TYPE (CorWatchNews, cor_watch_news, COR, WATCH_NEWS, GtkWidget)

void  cor_watch_news_set_session (CorWatchNews *self, CorSession *session);
char *cor_watch_news_dup_text (const CorPaymentWatch *watch) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
