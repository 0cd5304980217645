/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-procedures.h"
#include "cor-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_PROCEDURE_CARD (cor_procedure_card_get_type ())
G_DECLARE_FINAL_TYPE (CorProcedureCard, cor_procedure_card, COR, PROCEDURE_CARD, GtkWidget)

GtkWidget  *cor_procedure_card_new (CorSession *session, CorProcedures *procedures, const char *slug) G_GNUC_WARN_UNUSED_RESULT;
const char *cor_procedure_card_get_slug (CorProcedureCard *self);

G_END_DECLS
