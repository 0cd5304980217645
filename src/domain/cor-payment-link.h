/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How who writes in a conversation is linked with a payment (ledger.md, rule 2): a role, and whether she was verified on
 * this channel. Both stand in custom attributes of the conversation on the desk, so that colleagues see them.
 */

/* What the desk's attributes call a role, and ways to verify; the ways are those of the procedure sop-identity-check.
 * Never the answers: only the way and the time are kept. */
const char *const *cor_payment_link_get_roles (void);
const char *const *cor_payment_link_get_methods (void);

#define COR_PAYMENT_ROLE_PAYER "payer"
#define COR_PAYMENT_ROLE_THIRD_PARTY "third_party"

gboolean cor_payment_link_is_same (const char *reference, const char *other);

/* What an agent did. The names are stored. */
typedef enum
{
  COR_LINK_ADD,      /* or another role of what is linked */
  COR_LINK_REMOVE,   /* the verification stays: it is of who writes, not of a payment */
  COR_LINK_VERIFY,   /* who writes, on this channel */
  COR_LINK_UNVERIFY, /* the verification of that moment was wrong */
} CorLinkAct;

typedef struct
{
  CorLinkAct  act;
  const char *reference; /* ADD, REMOVE: in one line */
  const char *word;      /* ADD: the role; VERIFY: the way; one word */
  gint64      at;        /* VERIFY, UNVERIFY: when she was verified, seconds since the epoch */
} CorLinkChange;

char    *cor_link_change_dup_text (const CorLinkChange *change) G_GNUC_WARN_UNUSED_RESULT;
gboolean cor_link_change_from_text (const char *text, CorLinkChange *change, char ***words);

G_END_DECLS
