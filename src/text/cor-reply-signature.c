/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-signature"

#include "config.h"

#include "cor-reply-signature.h"

#include <string.h>

/* As Chatwoot's own window sets it off, which finds it there again; alone in its paragraph it is no underline of a
 * heading. */
#define RULE "\n\n--\n\n"

/* Without the blanks at both ends, and with one kind of line end. */
static char *
dup_trimmed (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\r\n", -1);

  return g_strstrip (g_strjoinv ("\n", parts));
}

/**
 * cor_reply_signature_is_below:
 * @text: a reply
 * @signature: what stands below replies
 *
 * Returns: whether @text ends with it already, as one that was taken back does
 */
gboolean
cor_reply_signature_is_below (const char *text,
                              const char *signature)
{
  g_autofree char *written = NULL;
  g_autofree char *below = NULL;
  gsize            len;

  g_return_val_if_fail (text != NULL && signature != NULL, FALSE);

  written = dup_trimmed (text);
  below = dup_trimmed (signature);
  len = strlen (written);
  if (below[0] == '\0' || !g_str_has_suffix (written, below))
    return FALSE;
  len -= strlen (below);
  return len == 0 || written[len - 1] == '\n';
}

/**
 * cor_reply_signature_append:
 * @text: a reply
 * @signature: (nullable): what stands below replies
 *
 * Returns: (transfer full): both, once; @text as it is where there is no signature
 */
char *
cor_reply_signature_append (const char *text,
                            const char *signature)
{
  g_autofree char *below = NULL;
  g_autofree char *body = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  below = dup_trimmed (signature != NULL ? signature : "");
  if (below[0] == '\0' || cor_reply_signature_is_below (text, below))
    return g_strdup (text);
  body = g_strchomp (g_strdup (text));
  return g_strconcat (body, RULE, below, NULL);
}
