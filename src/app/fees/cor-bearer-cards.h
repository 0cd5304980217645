/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-quote-form.h"

G_BEGIN_DECLS

#define COR_TYPE_BEARER_CARDS (cor_bearer_cards_get_type ())
G_DECLARE_FINAL_TYPE (CorBearerCards, cor_bearer_cards, COR, BEARER_CARDS, GtkWidget)

GtkWidget *cor_bearer_cards_new (CorQuoteForm *form) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
