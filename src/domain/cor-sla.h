/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

#include "cor-channel.h"
#include "cor-conversation-record.h"

G_BEGIN_DECLS

/* How a conversation stands against the time promised for an answer. */
typedef enum
{
  COR_SLA_NONE = 0, /* nothing is promised: resolved, or with a bot */
  COR_SLA_PAUSED,   /* we wait for the customer, or put it off */
  COR_SLA_IN_TIME,
  COR_SLA_SOON,
  COR_SLA_LATE,
} CorSlaState;

typedef struct
{
  CorChannel channel;
  CorStatus  status;
  gboolean   is_vip;             /* also large value: half the time */
  gboolean   has_reply;          /* we answered at least once */
  gint64     waiting_since;      /* seconds since the epoch; 0: nobody waits for us */
  int        policy_first_reply; /* seconds of the service's own policy, 0 none */
  int        policy_next_reply;
} CorSlaInput;

typedef struct
{
  CorSlaState state;
  int         target; /* seconds promised, 0 with NONE and PAUSED */
  gint64      due;    /* seconds since the epoch, 0 likewise */
  gint64      left;   /* seconds until due, negative when late, 0 likewise */
} CorSla;

int    cor_sla_get_target (CorChannel channel,
                           gboolean   is_vip);
CorSla cor_sla_compute (const CorSlaInput *input,
                        gint64             now);

G_END_DECLS
