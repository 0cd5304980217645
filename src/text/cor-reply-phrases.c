/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-phrases"

#include "config.h"

#include "cor-reply-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules that are phrases and nothing else, and in which conversations they count. */
typedef enum
{
  ALWAYS,
  WHEN_HELD,
  WHEN_NOT_VERIFIED,
  UNLESS_CALLED_BACK,
} When;

static const struct
{
  const char *rule;
  When        when;
  gboolean    can_go; /* the words may simply be left out */
  const char *sentence;
} phrase_rules[] = {
  { "variable", ALWAYS, FALSE, N_ ("A placeholder is not filled in.") },
  { "password", ALWAYS, TRUE, N_ ("A password must not be sent.") },
  { "asks-secret", ALWAYS, FALSE, N_ ("We never ask for a password, a code or a full card number.") },
  { "tipping-off", ALWAYS, FALSE, N_ ("Nobody may be told of a report or an investigation.") },
  { "hold-words", WHEN_HELD, FALSE, N_ ("The payment is with compliance: only the fixed neutral text may be said.") },
  { "hold-date", WHEN_HELD, FALSE, N_ ("The payment is with compliance: no time may be named.") },
  { "not-verified", WHEN_NOT_VERIFIED, FALSE, N_ ("This person is not verified here: nothing of a payment may be confirmed.") },
  { "legal-advice", ALWAYS, FALSE, N_ ("This reads like legal advice, which the desk does not give.") },
  { "tax-advice", ALWAYS, FALSE, N_ ("This reads like tax advice, which the desk does not give.") },
  { "promise", ALWAYS, FALSE, N_ ("The desk cannot promise this; say what is expected, and that it is an estimate.") },
  { "changed-details", UNLESS_CALLED_BACK, FALSE, N_ ("Account details changed: was the customer called back on the known number?") },
  { "rude", ALWAYS, FALSE, N_ ("This may read as rude.") },
  { "note-to-colleague", ALWAYS, FALSE, N_ ("This reads like a note for colleagues, but it goes to the customer.") },
};

typedef struct
{
  const char *rule;
  const char *sentence;
  gboolean    can_go;
} Telling;

static void
tell (CorReplyWork *work,
      gsize         start,
      gsize         end,
      gpointer      data)
{
  const Telling *telling = data;

  if (!cor_reply_work_is_taken (work, work->folded.places[start], work->folded.places[end]))
    cor_reply_work_add_folded (work, telling->rule, start, end, g_strdup (telling->sentence), telling->can_go ? g_strdup ("") : NULL);
}

static gboolean
counts (const CorReplyWork *work,
        When                when)
{
  switch (when)
    {
    case WHEN_HELD:
      return work->context->is_held;
    case WHEN_NOT_VERIFIED:
      return cor_reply_work_why_told_nothing (work, "") != NULL;
    case UNLESS_CALLED_BACK:
      return !work->context->is_called_back;
    case ALWAYS:
    default:
      return TRUE;
    }
}

/* Rules that are nothing but phrases. */
void
cor_reply_check_phrases (CorReplyWork *work)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrase_rules); i++)
    if (counts (work, phrase_rules[i].when) && cor_reply_work_wants (work, phrase_rules[i].rule))
      {
        const char *sentence = _ (phrase_rules[i].sentence);
        const char *why = phrase_rules[i].when == WHEN_NOT_VERIFIED ? cor_reply_work_why_told_nothing (work, sentence) : sentence;
        Telling     telling = { phrase_rules[i].rule, why, phrase_rules[i].can_go };

        cor_reply_work_match (work, phrase_rules[i].rule, tell, &telling);
      }
}
