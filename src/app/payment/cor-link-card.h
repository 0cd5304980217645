/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_LINK_CARD (cor_link_card_get_type ())
G_DECLARE_FINAL_TYPE (CorLinkCard, cor_link_card, COR, LINK_CARD, GtkWidget)

void cor_link_card_set_session (CorLinkCard *self, CorSession *session, CorPaymentCase *payment_case);

G_END_DECLS
