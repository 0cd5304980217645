/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_ACCOUNTS_DIALOG (cor_accounts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CorAccountsDialog, cor_accounts_dialog, COR, ACCOUNTS_DIALOG, AdwWindow)

GtkWidget *cor_accounts_dialog_new (CorSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
