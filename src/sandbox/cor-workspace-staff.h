/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Who works at the made-up desk and where it can be reached. Numbers are the sink's. */
typedef struct
{
  JsonNode *root;
} CorStaff;

CorStaff   *cor_staff_load (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        cor_staff_free (CorStaff *staff);
gboolean    cor_staff_tell (const CorStaff         *staff,
                            const CorWorkspaceSink *sink,
                            GError                **error);
guint       cor_staff_agent (const CorStaff *staff,
                             const char     *key);
guint       cor_staff_team (const CorStaff *staff,
                            const char     *key);
guint       cor_staff_inbox (const CorStaff *staff,
                             const char     *key);
guint       cor_staff_inboxes (const CorStaff *staff);
const char *cor_staff_inbox_key (const CorStaff *staff,
                                 guint           inbox);
const char *cor_staff_agent_name (const CorStaff *staff,
                                  guint           agent);
const char *cor_staff_team_name (const CorStaff *staff,
                                 guint           team);
char       *cor_staff_agent_sign (const CorStaff *staff,
                                  guint           agent,
                                  const char     *language) G_GNUC_WARN_UNUSED_RESULT;
char       *cor_staff_mention (const CorStaff *staff,
                               guint           agent) G_GNUC_WARN_UNUSED_RESULT;
guint       cor_staff_speaker (const CorStaff *staff,
                               const char     *language,
                               GRand          *rand);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorStaff, cor_staff_free)

G_END_DECLS
