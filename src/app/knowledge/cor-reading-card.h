/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-article.h"
#include "cor-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_READING_CARD (cor_reading_card_get_type ())
G_DECLARE_FINAL_TYPE (CorReadingCard, cor_reading_card, COR, READING_CARD, GtkWidget)

void        cor_reading_card_set_session (CorReadingCard *self, CorSession *session);
void        cor_reading_card_open (CorReadingCard *self, gint64 article);
CorArticle *cor_reading_card_get_article (CorReadingCard *self);

G_END_DECLS
