/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-channel.h"
#include "cor-money.h"

G_BEGIN_DECLS

/* Whether this person showed on this channel who they are (domain.md §3). */
typedef enum
{
  COR_REPLY_TRUST_UNKNOWN, /* nobody said */
  COR_REPLY_TRUST_VERIFIED,
  COR_REPLY_TRUST_NOT_VERIFIED,
  COR_REPLY_TRUST_THIRD_PARTY, /* verified, and told nothing all the same */
} CorReplyTrust;

/*
 * CorReplyContext: to whom a reply goes, and what is known of their payment. What is not known stays empty and
 * is not checked. To be filled by one thread; constant after that.
 */
typedef struct
{
  gboolean      is_private; /* a note for colleagues */
  gboolean      is_held;    /* a payment of this customer is with compliance */
  gboolean      is_window_closed;
  gboolean      is_called_back; /* the customer was called on the known number */
  CorReplyTrust trust;
  CorChannel    channel;
  char         *name;
  char         *email;
  char         *language;         /* BCP 47 */
  char         *payment;          /* the reference of the payment in question */
  GPtrArray    *references;       /* char *, folded: references and UETRs of this conversation */
  GPtrArray    *emails;           /* char *, folded: likewise */
  GPtrArray    *domains;          /* char *: of links and addresses that the company uses */
  GPtrArray    *other_names;      /* char *: of other customers */
  GPtrArray    *other_references; /* char *, folded: of other customers’ payments */
  GPtrArray    *pay_in_accounts;  /* char *, without blanks: from signed variables */
  GPtrArray    *notes;            /* char *: the private notes of this conversation */
  GArray       *amounts;          /* CorMoney: every figure of the payment and the quote */
  GArray       *withheld;         /* CorMoney: those of them that this person may not be told */
  GArray       *dates;            /* GDate: every day of them */
  GDate         created;          /* of the payment; not valid: not known */
  GDate         expected_from;    /* when it is to arrive; likewise */
  GDate         expected_to;
  GDate         today; /* there; for dates without a year */
} CorReplyContext;

CorReplyContext *cor_reply_context_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             cor_reply_context_free (CorReplyContext *self);
void             cor_reply_context_learn (CorReplyContext *self,
                                          const char      *message);
void             cor_reply_context_add_reference (CorReplyContext *self,
                                                  const char      *reference);
void             cor_reply_context_add_domain (CorReplyContext *self,
                                               const char      *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorReplyContext, cor_reply_context_free)

G_END_DECLS
