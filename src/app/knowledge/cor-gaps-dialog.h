/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_GAPS_DIALOG (cor_gaps_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CorGapsDialog, cor_gaps_dialog, COR, GAPS_DIALOG, AdwWindow)

GtkWidget *cor_gaps_dialog_new (CorSession *session, GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;
char      *cor_gaps_dup_csv (GPtrArray *gaps) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
