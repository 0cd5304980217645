/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_CUSTOMER_PANE (cor_customer_pane_get_type ())
G_DECLARE_FINAL_TYPE (CorCustomerPane, cor_customer_pane, COR, CUSTOMER_PANE, GtkWidget)

GtkWidget  *cor_customer_pane_new (void) G_GNUC_WARN_UNUSED_RESULT;
void        cor_customer_pane_set_session (CorCustomerPane *self, CorSession *session);
void        cor_customer_pane_set_conversation (CorCustomerPane *self, gint64 conversation);
const char *cor_customer_pane_get_name (CorCustomerPane *self);

G_END_DECLS
