/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-glossary.h"

G_BEGIN_DECLS

/* What a machine that translates must not touch, and whether it is the same on both sides (translate.md). */

typedef enum
{
  COR_PROTECT_LOOKALIKE, /* looks like one of our placeholders */
  COR_PROTECT_VARIABLE,  /* {{payment.amount}} */
  COR_PROTECT_URL,
  COR_PROTECT_EMAIL,
  COR_PROTECT_UETR,
  COR_PROTECT_IBAN,
  COR_PROTECT_PHONE,
  COR_PROTECT_AMOUNT, /* with its currency */
  COR_PROTECT_BIC,
  COR_PROTECT_REFERENCE, /* letters and figures in one */
  COR_PROTECT_NUMBER,    /* also dates and times in figures */
  COR_PROTECT_NAME,
  COR_PROTECT_TERM, /* of the glossary: becomes the word of the other language */
} CorProtectKind;

/* What is known about a text besides its letters. Borrows everything. */
typedef struct
{
  const char *const *names;     /* nullable: of people and companies that may be in it */
  const CorGlossary *glossary;  /* nullable */
  const char        *from, *to; /* BCP 47; for the glossary */
} CorProtectWords;

typedef struct
{
  CorProtectKind kind;
  guint          start, end; /* bytes of the text */
  char          *put;        /* what stands there in the translation */
} CorProtectPart;

GArray *cor_protect_find (const char *text, const CorProtectWords *words) G_GNUC_WARN_UNUSED_RESULT;

/*
 * CorProtected: a text whose parts are placeholders. Constant; any thread.
 */
typedef struct _CorProtected CorProtected;

CorProtected *cor_protected_new (const char *text, const CorProtectWords *words) G_GNUC_WARN_UNUSED_RESULT;
void          cor_protected_free (CorProtected *self);
const char   *cor_protected_get_text (const CorProtected *self);
gboolean      cor_protected_has_words (const CorProtected *self);
char         *cor_protected_restore (const CorProtected *self, const char *translated) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorProtected, cor_protected_free)

typedef enum
{
  COR_PROTECT_LOST,    /* in the source alone */
  COR_PROTECT_ADDED,   /* in the translation alone */
  COR_PROTECT_CHANGED, /* one of a kind lost, another one added */
} CorProtectMismatch;

typedef struct
{
  CorProtectMismatch mismatch;
  CorProtectKind     kind;
  guint              source_start, source_end; /* bytes; both 0 for what was added */
  guint              target_start, target_end; /* both 0 for what was lost */
} CorProtectFinding;

GArray *cor_protect_check (const char *source, const char *target, const CorProtectWords *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
