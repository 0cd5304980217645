/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk.h"

G_BEGIN_DECLS

/* The kinds of desk services there are, so that nothing above this folder names one. */

const char *const *cor_desk_list_kinds (void);
CorDesk           *cor_desk_new_for_kind (const char *kind,
                                          const char *url,
                                          const char *account_id,
                                          const char *token,
                                          const char *ca_file,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
