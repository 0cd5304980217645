/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_ACCOUNT_DIALOG (cor_account_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CorAccountDialog, cor_account_dialog, COR, ACCOUNT_DIALOG, AdwWindow)

GtkWidget *cor_account_dialog_new (CorSession *session, const char *address) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *cor_account_dialog_new_again (CorSession *session, const CorAccountData *account) G_GNUC_WARN_UNUSED_RESULT;
void       cor_account_dialog_set_authority (CorAccountDialog *self, GFile *ca);

G_END_DECLS
