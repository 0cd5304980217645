/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_LINK_DIALOG (cor_link_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CorLinkDialog, cor_link_dialog, COR, LINK_DIALOG, AdwWindow)

GtkWidget *cor_link_dialog_new (CorSession *session, CorPaymentCase *payment_case) G_GNUC_WARN_UNUSED_RESULT;
void       cor_link_dialog_present (GtkWidget *from, CorSession *session, CorPaymentCase *payment_case);

G_END_DECLS
