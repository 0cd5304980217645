/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

#include "cor-account-list.h"
#include "cor-payment-case.h"
#include "cor-payment-list.h"
#include "cor-payment-watches.h"
#include "cor-store.h"
#include "cor-sync-engine.h"
#include "cor-view-list.h"

G_BEGIN_DECLS

#define COR_TYPE_SESSION (cor_session_get_type ())
G_DECLARE_FINAL_TYPE (CorSession, cor_session, COR, SESSION, GObject)

CorSession        *cor_session_new (CorStore *store, CorSyncEngine *engine, gint64 now) G_GNUC_WARN_UNUSED_RESULT;
CorStore          *cor_session_get_store (CorSession *self);
CorSyncEngine     *cor_session_get_engine (CorSession *self);
CorAccountList    *cor_session_get_accounts (CorSession *self);
CorViewList       *cor_session_get_views (CorSession *self);
GSettings         *cor_session_get_settings (CorSession *self);
CorPaymentCase    *cor_session_get_payment_case (CorSession *self);
CorPaymentCase    *cor_session_new_payment_case (CorSession *self) G_GNUC_WARN_UNUSED_RESULT;
CorPaymentList    *cor_session_new_payment_list (CorSession *self) G_GNUC_WARN_UNUSED_RESULT;
CorPaymentWatches *cor_session_get_payment_watches (CorSession *self);
gint64             cor_session_get_now (CorSession *self);
GTimeZone         *cor_session_get_time_zone (CorSession *self);

G_END_DECLS
