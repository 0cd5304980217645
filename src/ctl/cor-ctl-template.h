/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-ctl.h"
#include "cor-template.h"

G_BEGIN_DECLS

/* What the commands about templates share. */

GPtrArray   *cor_ctl_template_list_all (CorCtl *ctl, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CorTemplate *cor_ctl_template_load (CorCtl *ctl, const char *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
