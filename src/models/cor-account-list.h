/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

#include "cor-store-accounts.h"

G_BEGIN_DECLS

#define COR_TYPE_ACCOUNT_LIST (cor_account_list_get_type ())
G_DECLARE_FINAL_TYPE (CorAccountList, cor_account_list, COR, ACCOUNT_LIST, GObject)

CorAccountList       *cor_account_list_new (CorStore *store) G_GNUC_WARN_UNUSED_RESULT;
gboolean              cor_account_list_is_loaded (CorAccountList *self);
guint                 cor_account_list_get_n (CorAccountList *self);
const CorAccountData *cor_account_list_get (CorAccountList *self, guint i);
const CorAccountData *cor_account_list_get_by_id (CorAccountList *self, gint64 id);
const char           *cor_account_list_get_title (CorAccountList *self, const CorAccountData *account);
const CorAccountData *cor_account_list_get_troubled (CorAccountList *self);
const CorAccountData *cor_account_list_get_loading (CorAccountList *self);

G_END_DECLS
