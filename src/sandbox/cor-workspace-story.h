/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace-payment.h"

G_BEGIN_DECLS

typedef enum
{
  COR_TURN_CUSTOMER, /* C */
  COR_TURN_AGENT,    /* A */
  COR_TURN_NOTE,     /* N */
  COR_TURN_BOT,      /* B */
  COR_TURN_EVENT,    /* "=resolve" and the like */
} CorTurnKind;

typedef struct
{
  CorTurnKind kind;
  gboolean    optional;
  gint64      gap;        /* seconds asked for, -1: as usual on the channel */
  char       *role;       /* nullable: "ops", "compliance": who writes instead of the assignee */
  char       *attachment; /* nullable: a file name with slots */
  char      **texts;      /* alternatives; of an event its words */
} CorTurn;

typedef struct
{
  char       *id;
  guint       number;   /* from 1, over all languages */
  const char *language; /* borrowed: its CorStories */
  char      **labels, **channels, **countries, **to, **subjects;
  gboolean    incoming; /* the customer is the payee */
  gboolean    business, personal, gold;
  gboolean    keep;  /* does not end in a resolution */
  GPtrArray  *turns; /* CorTurn */
  guint       told;
} CorStory;

/* The stories of one language, and how that language greets and writes. */
typedef struct
{
  char       *language;
  gboolean    any_language; /* call notes: written by the desk whatever the customer speaks */
  char      **months, **titles, **csat;
  char      **small_words; /* written small after a greeting that ends with a comma */
  char       *date;
  char      **customer_mail_open, **customer_mail_close, **customer_chat_open;
  char      **agent_mail_open, **agent_mail_close, **agent_chat_open;
  GHashTable *countries; /* code → name in this language */
  GPtrArray  *stories;   /* CorStory */
} CorStories;

GPtrArray        *cor_stories_load (GError **error) G_GNUC_WARN_UNUSED_RESULT;
const CorStories *cor_stories_of (const GPtrArray *all,
                                  const char      *language);

G_END_DECLS
