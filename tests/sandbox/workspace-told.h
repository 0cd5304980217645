/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NOW G_GINT64_CONSTANT (1790000000) /* a Monday in September 2026 */
#define DAY 86400

typedef struct
{
  guint    contact, inbox, assignee;
  char    *status, *language;
  gint64   created_at, last;
  gboolean held, snoozed;
  guint    messages;
} WorkspaceTalk;

/* Everything a generator told, in little. */
typedef struct
{
  GChecksum  *sum;
  GPtrArray  *talks, *texts, *labels; /* WorkspaceTalk, and strings */
  GHashTable *emails, *phones, *countries, *languages, *used_labels;
  guint       agents, teams, inboxes, contacts, notes, bots, articles, categories, portals, attachments;
  guint       gold, private_notes, mentions;
  guint       inbox_talks[32];
  guint64     messages;
  gint64      oldest, newest;
  gboolean    keep_texts;
  guint       stop_after; /* messages, 0: never */
} WorkspaceTold;

WorkspaceTold *workspace_told_new (gboolean keep_texts) G_GNUC_WARN_UNUSED_RESULT;
void           workspace_told_free (WorkspaceTold *told);
gboolean       workspace_try (WorkspaceTold *told,
                              guint32        seed,
                              guint64        messages,
                              const char    *file,
                              GError       **error);
WorkspaceTold *workspace_tell (guint32     seed,
                               guint64     messages,
                               const char *file,
                               gboolean    keep_texts) G_GNUC_WARN_UNUSED_RESULT;
guint          workspace_told_count (const WorkspaceTold *told,
                                     const char          *status,
                                     guint                assignee);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkspaceTold, workspace_told_free)

G_END_DECLS
