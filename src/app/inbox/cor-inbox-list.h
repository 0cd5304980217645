/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gtk/gtk.h>

#include "cor-session.h"
#include "cor-view.h"

G_BEGIN_DECLS

#define COR_TYPE_INBOX_LIST (cor_inbox_list_get_type ())
G_DECLARE_FINAL_TYPE (CorInboxList, cor_inbox_list, COR, INBOX_LIST, GtkWidget)

void cor_inbox_list_set_session (CorInboxList *self, CorSession *session);
void cor_inbox_list_set_view (CorInboxList *self, const CorView *view);
void cor_inbox_list_set_conversation (CorInboxList *self, gint64 id);
void cor_inbox_list_select_first (CorInboxList *self);
void cor_inbox_list_select_relative (CorInboxList *self, int step);

G_END_DECLS
