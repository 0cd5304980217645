/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ctl.h"

G_BEGIN_DECLS

/* What the table of commands names; each is CorCtlCommand.run. */

gboolean cor_ctl_account_add (CorCtl *ctl, GError **error);
gboolean cor_ctl_account_list (CorCtl *ctl, GError **error);
gboolean cor_ctl_account_remove (CorCtl *ctl, GError **error);
gboolean cor_ctl_account_set (CorCtl *ctl, GError **error);
gboolean cor_ctl_sync (CorCtl *ctl, GError **error);
gboolean cor_ctl_inbox (CorCtl *ctl, GError **error);
gboolean cor_ctl_views (CorCtl *ctl, GError **error);
gboolean cor_ctl_show (CorCtl *ctl, GError **error);
gboolean cor_ctl_reply (CorCtl *ctl, GError **error);
gboolean cor_ctl_check_reply (CorCtl *ctl, GError **error);
gboolean cor_ctl_outbox_list (CorCtl *ctl, GError **error);
gboolean cor_ctl_outbox_retry (CorCtl *ctl, GError **error);
gboolean cor_ctl_outbox_cancel (CorCtl *ctl, GError **error);
gboolean cor_ctl_outbox_check (CorCtl *ctl, GError **error);
gboolean cor_ctl_outbox_wait (CorCtl *ctl, GError **error);
gboolean cor_ctl_customer_search (CorCtl *ctl, GError **error);
gboolean cor_ctl_customer_show (CorCtl *ctl, GError **error);
gboolean cor_ctl_kb_import (CorCtl *ctl, GError **error);
gboolean cor_ctl_kb_show (CorCtl *ctl, GError **error);
gboolean cor_ctl_kb_list (CorCtl *ctl, GError **error);
gboolean cor_ctl_kb_gaps (CorCtl *ctl, GError **error);
gboolean cor_ctl_kb_gap_add (CorCtl *ctl, GError **error);
gboolean cor_ctl_kb_gap_close (CorCtl *ctl, GError **error);
gboolean cor_ctl_kb_pack_add (CorCtl *ctl, GError **error);
gboolean cor_ctl_kb_pack_list (CorCtl *ctl, GError **error);
gboolean cor_ctl_kb_pack_remove (CorCtl *ctl, GError **error);
gboolean cor_ctl_kb_pack_update (CorCtl *ctl, GError **error);
gboolean cor_ctl_suggest (CorCtl *ctl, GError **error);
gboolean cor_ctl_suggest_train (CorCtl *ctl, GError **error);
gboolean cor_ctl_search (CorCtl *ctl, GError **error);
gboolean cor_ctl_quote (CorCtl *ctl, GError **error);
gboolean cor_ctl_fees_import (CorCtl *ctl, GError **error);
gboolean cor_ctl_fees_list (CorCtl *ctl, GError **error);
gboolean cor_ctl_fees_show (CorCtl *ctl, GError **error);
gboolean cor_ctl_rates_import (CorCtl  *ctl,
                               GError **error);
gboolean cor_ctl_rates_show (CorCtl  *ctl,
                             GError **error);
gboolean cor_ctl_rates_history (CorCtl  *ctl,
                                GError **error);
gboolean cor_ctl_rates_source (CorCtl *ctl, GError **error);
gboolean cor_ctl_rates_update (CorCtl *ctl, GError **error);
gboolean cor_ctl_payment_show (CorCtl *ctl, GError **error);
gboolean cor_ctl_payment_list (CorCtl *ctl, GError **error);
gboolean cor_ctl_payment_service (CorCtl *ctl, GError **error);
gboolean cor_ctl_payment_watch (CorCtl *ctl, GError **error);
gboolean cor_ctl_payment_unwatch (CorCtl *ctl, GError **error);
gboolean cor_ctl_payment_watched (CorCtl *ctl, GError **error);
gboolean cor_ctl_template_list (CorCtl *ctl, GError **error);
gboolean cor_ctl_template_show (CorCtl *ctl, GError **error);
gboolean cor_ctl_template_render (CorCtl *ctl, GError **error);
gboolean cor_ctl_template_coverage (CorCtl *ctl, GError **error);
gboolean cor_ctl_template_check (CorCtl *ctl, GError **error);
gboolean cor_ctl_template_import (CorCtl *ctl, GError **error);
gboolean cor_ctl_template_export (CorCtl *ctl, GError **error);
gboolean cor_ctl_template_approve (CorCtl *ctl, GError **error);
gboolean cor_ctl_template_retire (CorCtl *ctl, GError **error);
gboolean cor_ctl_template_restore (CorCtl *ctl, GError **error);
gboolean cor_ctl_translate (CorCtl *ctl, GError **error);
gboolean cor_ctl_translate_service (CorCtl *ctl, GError **error);
gboolean cor_ctl_translate_language (CorCtl *ctl, GError **error);
gboolean cor_ctl_check (CorCtl *ctl, GError **error);
gboolean cor_ctl_wipe (CorCtl *ctl, GError **error);

G_END_DECLS
