/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-bulletins.h"
#include "cor-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_BULLETIN_CARD (cor_bulletin_card_get_type ())
G_DECLARE_FINAL_TYPE (CorBulletinCard, cor_bulletin_card, COR, BULLETIN_CARD, GtkWidget)

void cor_bulletin_card_set_session (CorBulletinCard *self, CorSession *session);
void cor_bulletin_card_open (CorBulletinCard *self, gint64 conversation);
void cor_bulletin_card_set_bar (CorBulletinCard *self);

G_END_DECLS
