/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-links"

#include "config.h"

#include "cor-reply-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Also what is below a known domain. */
gboolean
cor_reply_work_is_known_domain (const CorReplyWork *work,
                                const char         *domain)
{
  for (const char *p = domain; p != NULL; p = strchr (p, '.') != NULL ? strchr (p, '.') + 1 : NULL)
    if (cor_reply_list_has (work->context->domains, p))
      return TRUE;
  return cor_reply_rules_is_known_domain (work->rules, domain);
}

static void
tell (CorReplyWork *work,
      gsize         start,
      gsize         end,
      gpointer      data)
{
  /* the letters as they are: a Cyrillic one must not pass for its double */
  gsize            from = work->folded.places[start];
  gsize            to = work->folded.places[end];
  g_autofree char *domain = cor_reply_dup_domain (work->text + from, (gssize) (to - from));

  /* the server of an e-mail address */
  if ((start > 0 && work->folded.text[start - 1] == '@') || work->folded.text[end] == '@')
    return;
  if (cor_reply_work_is_taken (work, from, to) || cor_reply_work_is_known_domain (work, domain))
    return;
  cor_reply_work_add (work, "link", from, to,
                      /* TRANSLATORS: the name of a server */
                      g_strdup_printf (_ ("%s is not a known address of the company."), domain), g_strdup (""));
}

/* Links to where the company does not send its customers. */
void
cor_reply_check_links (CorReplyWork *work)
{
  if (cor_reply_work_wants (work, "link"))
    cor_reply_work_match (work, "link", tell, NULL);
}
