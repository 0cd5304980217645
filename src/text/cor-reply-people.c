/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-people"

#include "config.h"

#include "cor-reply-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One Latin word is a name of too many; two Chinese characters are a whole one. */
static gboolean
is_full_name (const char *folded)
{
  return strchr (folded, ' ') != NULL ? strlen (folded) >= 5 : ((guchar) folded[0] >= 0xe3 && g_utf8_strlen (folded, -1) >= 2);
}

static gboolean
stands_alone (const char *text,
              const char *place,
              gsize       len)
{
  gunichar before = place > text ? g_utf8_get_char (g_utf8_prev_char (place)) : ' ';
  gunichar after = g_utf8_get_char (place + len);

  return (guchar) place[0] >= 0xe3 || (!g_unichar_isalnum (before) && !g_unichar_isalnum (after));
}

/* Length of the name at @place, 0 if it is not there; between characters there may be a blank or none. */
static gsize
match_name (const char *place,
            const char *name)
{
  gboolean    has_characters = (guchar) name[0] >= 0xe3;
  const char *p = place;

  for (; *name != '\0'; name++)
    {
      if (has_characters && *name == ' ')
        continue;
      if (has_characters && *p == ' ' && p > place)
        p++;
      if (*p++ != *name)
        return 0;
    }
  return (gsize) (p - place);
}

static void
find_written (CorReplyWork *work,
              const char   *folded,
              const char   *name)
{
  const char *text = work->folded.text;

  for (const char *place = text; *place != '\0'; place++)
    {
      gsize len = *place == folded[0] ? match_name (place, folded) : 0;
      gsize start = (gsize) (place - text);

      if (len > 0 && stands_alone (text, place, len))
        {
          /* TRANSLATORS: %s is the name of another customer */
          cor_reply_work_add_folded (work, "other-customer", start, start + len, g_strdup_printf (_ ("%s is another customer."), name), NULL);
          place += len - 1;
        }
    }
}

/* As it is written, and with the family name first. */
static void
find_name (CorReplyWork *work,
           const char   *name)
{
  g_auto (CorReplyFolded) folded = { NULL };
  g_auto (GStrv) words = NULL;

  cor_reply_fold (name, &folded);
  if (!is_full_name (folded.text))
    return;
  find_written (work, folded.text, name);
  words = g_strsplit (folded.text, " ", -1);
  if (g_strv_length (words) == 2 && (guchar) folded.text[0] < 0xe3)
    {
      g_autofree char *turned = g_strdup_printf ("%s %s", words[1], words[0]);

      find_written (work, turned, name);
    }
}

static gboolean
is_own_name (const CorReplyWork *work,
             const char         *name)
{
  g_auto (CorReplyFolded) own = { NULL };
  g_auto (CorReplyFolded) other = { NULL };

  if (work->context->name == NULL)
    return FALSE;
  cor_reply_fold (work->context->name, &own);
  cor_reply_fold (name, &other);
  return strstr (own.text, other.text) != NULL || strstr (other.text, own.text) != NULL;
}

static void
check_names (CorReplyWork *work)
{
  const GPtrArray *names = work->context->other_names;

  if (!cor_reply_work_wants (work, "other-customer"))
    return;
  for (guint i = 0; i < names->len; i++)
    if (!is_own_name (work, names->pdata[i]))
      find_name (work, names->pdata[i]);
}

static void
tell_address (CorReplyWork *work,
              gsize         start,
              gsize         end,
              gpointer      data)
{
  g_autofree char *address = g_strndup (work->folded.text + start, end - start);

  if (cor_reply_work_is_taken (work, work->folded.places[start], work->folded.places[end]) || cor_reply_list_has (work->context->emails, address) || cor_reply_work_is_known_domain (work, strchr (address, '@') + 1) ||
      (work->context->email != NULL && g_ascii_strcasecmp (work->context->email, address) == 0))
    return;
  cor_reply_work_add_folded (work, "other-address", start, end, g_strdup (_ ("This e-mail address is neither the customer’s nor the company’s.")), NULL);
}

/*
 * cor_reply_work_why_told_nothing:
 * @unverified: what is said of somebody who was not verified
 *
 * Returns: (transfer none) (nullable): why nothing of a payment may be told; %NULL: something may, or nobody said
 */
const char *
cor_reply_work_why_told_nothing (const CorReplyWork *work,
                                 const char         *unverified)
{
  if (work->context->trust == COR_REPLY_TRUST_THIRD_PARTY)
    return _ ("A third party is told nothing of a payment, however well verified.");
  return work->context->trust == COR_REPLY_TRUST_NOT_VERIFIED ? unverified : NULL;
}

/* A reference of the conversation, perhaps in a longer token. */
static gboolean
is_of_conversation (const CorReplyWork *work,
                    const char         *reference)
{
  for (guint i = 0; i < work->context->references->len; i++)
    if (strstr (work->context->references->pdata[i], reference) != NULL)
      return TRUE;
  return FALSE;
}

static void
tell_reference (CorReplyWork *work,
                gsize         start,
                gsize         end,
                gpointer      data)
{
  g_autofree char *reference = g_strndup (work->folded.text + start, end - start);
  const char      *why = cor_reply_work_why_told_nothing (work, _ ("This person is not verified here: no reference may be confirmed."));

  if (why != NULL && cor_reply_work_wants (work, "not-verified"))
    cor_reply_work_add_folded (work, "not-verified", start, end, g_strdup (why), NULL);
  else if (cor_reply_list_has (work->context->other_references, reference) && cor_reply_work_wants (work, "other-reference"))
    cor_reply_work_add_folded (work, "other-reference", start, end, g_strdup (_ ("This reference is of another customer’s payment.")), NULL);
  else if (work->context->references->len > 0 && !is_of_conversation (work, reference) && cor_reply_work_wants (work, "unknown-reference"))
    cor_reply_work_add_folded (work, "unknown-reference", start, end, g_strdup (_ ("This reference is not of this conversation.")), NULL);
}

/* Names, addresses and references of somebody else. */
void
cor_reply_check_people (CorReplyWork *work)
{
  check_names (work);
  if (cor_reply_work_wants (work, "other-address"))
    cor_reply_work_match (work, "other-address", tell_address, NULL);
  if (!work->context->is_private)
    cor_reply_work_match (work, "reference", tell_reference, NULL);
}
