/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-secrets"

#include "config.h"

#include "cor-mask-private.h"
#include "cor-reply-private.h"

#include <glib/gi18n-lib.h>

static gsize *
list_places (const char *text,
             gsize       n)
{
  gsize      *places = g_new (gsize, n + 1);
  const char *p = text;

  for (gsize i = 0; i <= n; i++)
    {
      places[i] = (gsize) (p - text);
      if (i < n)
        p = g_utf8_next_char (p);
    }
  return places;
}

/* The last four digits stay, as cor_mask_secrets() leaves them. */
static char *
dup_masked (const CorMaskText *text,
            gsize              start,
            gsize              end)
{
  GString *masked = g_string_new ("\u2022\u2022\u2022\u2022 ");

  for (gsize i = start; i < end; i++)
    if (text->masks[i] == COR_MASK_PROTECTED)
      g_string_append_unichar (masked, text->chars[i]);
  return g_string_free (masked, FALSE);
}

static gsize
find_end (const CorMaskText *text,
          const guint8      *before,
          gsize              start)
{
  gsize end = start + 1;

  while (end < text->n && text->masks[end] != before[end] &&
         (text->masks[end] == COR_MASK_DROP || text->masks[end] == COR_MASK_PROTECTED))
    end++;
  return end;
}

static void
tell (CorReplyWork      *work,
      const CorMaskText *text,
      const gsize       *places,
      gsize              start,
      gsize              end)
{
  const char *rule = NULL;
  const char *sentence = NULL;
  char       *fix = NULL;

  switch ((CorMaskAction) text->masks[start])
    {
    case COR_MASK_DOTS_CARD:
      rule = "card";
      sentence = _ ("A full card number must not be sent.");
      break;
    case COR_MASK_DOTS_SECURITY_CODE:
      rule = "security-code";
      sentence = _ ("A card’s security code must not be sent.");
      break;
    case COR_MASK_DOTS_ONE_TIME_CODE:
      rule = "one-time-code";
      sentence = _ ("A one-time code must not be sent.");
      break;
    case COR_MASK_KEEP:
    case COR_MASK_PROTECTED:
    case COR_MASK_DROP:
    default:
      return;
    }
  if (!cor_reply_work_wants (work, rule))
    return;
  fix = text->masks[start] == COR_MASK_DOTS_CARD ? dup_masked (text, start, end) : g_strdup ("\u2022\u2022\u2022");
  cor_reply_work_add (work, rule, places[start], places[end], g_strdup (sentence), fix);
}

/* Card numbers and codes, by the same eyes that keep them off the disk (cor-mask.h). */
void
cor_reply_check_secrets (CorReplyWork *work)
{
  glong                n = 0;
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (work->text, -1, &n);
  g_autofree guint8   *masks = g_malloc0 ((gsize) n + 1);
  g_autofree guint8   *before = NULL;
  g_autofree gsize    *places = NULL;
  CorMaskText          text = { chars, masks, (gsize) n };
  gboolean             found;

  cor_mask_protect (&text);
  before = g_memdup2 (masks, (gsize) n + 1);
  found = cor_mask_find_cards (&text);
  found = cor_mask_find_codes (&text) != 0 || found;
  if (!found)
    return;

  places = list_places (work->text, text.n);
  for (gsize i = 0; i < text.n; i++)
    if (masks[i] != before[i])
      {
        gsize end = find_end (&text, before, i);

        tell (work, &text, places, i, end);
        i = end - 1;
      }
}
