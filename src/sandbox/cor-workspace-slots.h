/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace-story.h"

G_BEGIN_DECLS

/* What a text may name: all of one conversation. */
typedef struct
{
  const CorStories    *words;
  const CorCustomer   *customer;
  CorWorkspacePayment *payment;
  const char          *agent;  /* how the assignee signs, nullable */
  GHashTable          *values; /* slot → text */
  gint64               start;
} CorSlots;

CorSlots *cor_slots_new (const CorStories    *words,
                         const CorCustomer   *customer,
                         CorWorkspacePayment *payment,
                         gint64               start,
                         GRand               *rand) G_GNUC_WARN_UNUSED_RESULT;
void      cor_slots_free (CorSlots *slots);
void      cor_slots_set (CorSlots   *slots,
                         const char *name,
                         const char *value);
void      cor_slots_fill (CorSlots   *slots,
                          GString    *where,
                          const char *text,
                          gint64      time,
                          gboolean    isolate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSlots, cor_slots_free)

G_END_DECLS
