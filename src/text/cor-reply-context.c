/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-context"

#include "config.h"

#include "cor-reply-private.h"

#include <string.h>

/* Shorter numbers are days and counts, not references. */
#define MIN_REFERENCE 5

/**
 * cor_reply_context_new:
 *
 * Returns: (transfer full): of a reply of which nothing is known
 */
CorReplyContext *
cor_reply_context_new (void)
{
  CorReplyContext *self = g_new0 (CorReplyContext, 1);

  self->references = g_ptr_array_new_with_free_func (g_free);
  self->emails = g_ptr_array_new_with_free_func (g_free);
  self->domains = g_ptr_array_new_with_free_func (g_free);
  self->other_names = g_ptr_array_new_with_free_func (g_free);
  self->other_references = g_ptr_array_new_with_free_func (g_free);
  self->pay_in_accounts = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->amounts = g_array_new (FALSE, FALSE, sizeof (CorMoney));
  self->withheld = g_array_new (FALSE, FALSE, sizeof (CorMoney));
  self->dates = g_array_new (FALSE, FALSE, sizeof (GDate));
  return self;
}

void
cor_reply_context_free (CorReplyContext *self)
{
  g_free (self->name);
  g_free (self->email);
  g_free (self->language);
  g_free (self->payment);
  g_ptr_array_unref (self->references);
  g_ptr_array_unref (self->emails);
  g_ptr_array_unref (self->domains);
  g_ptr_array_unref (self->other_names);
  g_ptr_array_unref (self->other_references);
  g_ptr_array_unref (self->pay_in_accounts);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->amounts);
  g_array_unref (self->withheld);
  g_array_unref (self->dates);
  g_free (self);
}

static gboolean
is_of_token (char c)
{
  return g_ascii_isalnum (c) || strchr ("-._@+", c) != NULL;
}

static void
learn_token (CorReplyContext *self,
             const char      *token,
             gsize            len)
{
  gboolean has_digit = FALSE;

  while (len > 0 && !g_ascii_isalnum (token[len - 1]))
    len--;
  for (gsize i = 0; i < len; i++)
    has_digit = has_digit || g_ascii_isdigit (token[i]);
  if (memchr (token, '@', len) != NULL)
    g_ptr_array_add (self->emails, g_strndup (token, len));
  else if (has_digit && len >= MIN_REFERENCE)
    g_ptr_array_add (self->references, g_strndup (token, len));
}

/**
 * cor_reply_context_learn:
 * @message: (nullable): what the customer wrote, or what was sent to them before
 *
 * Takes the references, UETRs and addresses in it as this conversation’s own.
 */
void
cor_reply_context_learn (CorReplyContext *self,
                         const char      *message)
{
  g_autofree char *valid = g_utf8_make_valid (message ? message : "", -1);
  g_auto (CorReplyFolded) folded = { NULL };
  gsize start = 0;

  cor_reply_fold (valid, &folded);
  while (start < folded.len)
    {
      gsize end = start;

      while (end < folded.len && is_of_token (folded.text[end]))
        end++;
      if (end > start)
        learn_token (self, folded.text + start, end - start);
      start = end + 1;
    }
}

/**
 * cor_reply_context_add_reference:
 * @reference: (nullable): a reference or UETR of this customer’s payment
 */
void
cor_reply_context_add_reference (CorReplyContext *self,
                                 const char      *reference)
{
  if (reference != NULL && reference[0] != '\0')
    g_ptr_array_add (self->references, g_utf8_strdown (reference, -1));
}

/*
 * cor_reply_dup_domain:
 * @address: of a page, or of e-mail
 * @len: in bytes, or -1
 *
 * What stands before "/", without a user and a port: in "https://pay.example@evil.example/" the latter counts.
 *
 * Returns: (transfer full): the server in small letters, without "www."; empty where none is named
 */
char *
cor_reply_dup_domain (const char *address,
                      gssize      len)
{
  g_autofree char *valid = g_utf8_make_valid (address, len);
  g_autofree char *text = g_utf8_strdown (valid, -1);
  char            *start = strstr (text, "://");
  char            *at;

  start = start != NULL ? start + 3 : text;
  start[strcspn (start, "/?#\\")] = '\0';
  at = strrchr (start, '@');
  start = at != NULL ? at + 1 : start;
  start[strcspn (start, ":")] = '\0';
  return g_strdup (g_str_has_prefix (start, "www.") ? start + 4 : start);
}

/**
 * cor_reply_context_add_domain:
 * @address: (nullable): a domain, an e-mail address or a URL that is the company’s own
 */
void
cor_reply_context_add_domain (CorReplyContext *self,
                              const char      *address)
{
  g_autofree char *domain = cor_reply_dup_domain (address != NULL ? address : "", -1);

  if (domain[0] != '\0' && !g_ptr_array_find_with_equal_func (self->domains, domain, g_str_equal, NULL))
    g_ptr_array_add (self->domains, g_steal_pointer (&domain));
}
