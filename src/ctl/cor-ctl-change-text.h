/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-store-intents.h"

G_BEGIN_DECLS

/* A change of a conversation's state: what was asked for, and what a colleague made of it meanwhile. */

char *cor_ctl_change_dup_wanted (const CorIntentData *intent) G_GNUC_WARN_UNUSED_RESULT;
char *cor_ctl_change_dup_wish (const CorIntentData *intent) G_GNUC_WARN_UNUSED_RESULT;
char *cor_ctl_change_dup_found (const CorIntentData *intent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
