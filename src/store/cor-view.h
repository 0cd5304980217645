/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib-object.h>

#include "cor-channel.h"

G_BEGIN_DECLS

/* Which views a conversation is in. Stored: never renumber. */
typedef enum
{
  COR_VIEW_IN_OPEN = 1 << 0,
  COR_VIEW_IN_MINE = 1 << 1,       /* open and assigned to the account's agent */
  COR_VIEW_IN_UNASSIGNED = 1 << 2, /* open and nobody's */
  COR_VIEW_IN_PENDING = 1 << 3,
  COR_VIEW_IN_SNOOZED = 1 << 4,
  COR_VIEW_IN_RESOLVED = 1 << 5,
  COR_VIEW_IN_VIP = 1 << 6, /* open, of a customer with a tier */
  COR_VIEW_IN_MENTIONS = 1 << 7,
  COR_VIEW_IN_DRAFTS = 1 << 8,
  COR_VIEW_IN_UNREAD = 1 << 9,   /* of the customer, and not read by the agent */
  COR_VIEW_IN_WAITING = 1 << 10, /* open, the customer waits for us */
  COR_VIEW_IN_ALL = 1 << 11,     /* every conversation there is */
} CorViewFlags;

typedef enum
{
  COR_VIEW_MINE,
  COR_VIEW_UNASSIGNED,
  COR_VIEW_MENTIONS,
  COR_VIEW_VIP,
  COR_VIEW_SLA, /* open and due within 15 minutes or late */
  COR_VIEW_OPEN,
  COR_VIEW_PENDING,
  COR_VIEW_SNOOZED,
  COR_VIEW_RESOLVED,
  COR_VIEW_DRAFTS,
  COR_VIEW_ALL,
  COR_VIEW_CHANNEL,  /* open, in one channel */
  COR_VIEW_LABEL,    /* open, with one label */
  COR_VIEW_CUSTOMER, /* all of one customer */
} CorViewKind;

typedef enum
{
  COR_FILTER_ALL,
  COR_FILTER_UNREAD,
  COR_FILTER_WAITING,
} CorViewFilter;

typedef enum
{
  COR_SORT_NEWEST, /* last activity first */
  COR_SORT_DUE,    /* what is due first, first */
} CorViewSort;

/* What a list shows. */
typedef struct
{
  CorViewKind   kind;
  CorViewFilter filter;
  CorViewSort   sort;
  CorChannel    channel;  /* with COR_VIEW_CHANNEL */
  char         *label;    /* with COR_VIEW_LABEL */
  gint64        customer; /* with COR_VIEW_CUSTOMER */
  char         *search;   /* nullable: only conversations whose customer's name, address, number or subject matches, or in which all words are said */
} CorView;

#define COR_TYPE_VIEW (cor_view_get_type ())
GType    cor_view_get_type (void);
CorView *cor_view_new (CorViewKind kind) G_GNUC_WARN_UNUSED_RESULT;
CorView *cor_view_copy (const CorView *self) G_GNUC_WARN_UNUSED_RESULT;
void     cor_view_free (CorView *self);
gboolean cor_view_equal (const CorView *a, const CorView *b);
char    *cor_view_dup_key (const CorView *self) G_GNUC_WARN_UNUSED_RESULT;
CorView *cor_view_new_from_key (const char *key) G_GNUC_WARN_UNUSED_RESULT;
guint32  cor_view_get_flags (const CorView *self);
gboolean cor_view_is_by_flags (const CorView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorView, cor_view_free)

G_END_DECLS
