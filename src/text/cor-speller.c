/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-speller"

#include "config.h"

#include "cor-speller.h"

#include "cor-locale.h"

#include <string.h>

#ifdef HAVE_ENCHANT

#include <enchant.h>
#include <unicode/uloc.h>

struct _CorSpeller
{
  EnchantBroker *broker;
  EnchantDict   *dict;   /* of the broker; NULL: none of that language */
  char          *locale; /* that was asked for last; NULL: none */
  char          *tag;    /* of dict */
};

/* The best tag so far for a locale. */
typedef struct
{
  const char *language; /* "pt" */
  const char *likely;   /* "pt_BR" */
  char       *best;
} Choice;

static gboolean
is_of_language (const char *tag,
                const char *language)
{
  gsize len = strlen (language);

  return strncmp (tag, language, len) == 0 && (tag[len] == '\0' || tag[len] == '_' || tag[len] == '-');
}

static void
on_listed (const char *tag,
           const char *provider,
           const char *description,
           const char *file,
           void       *user_data)
{
  Choice  *choice = user_data;
  gboolean is_better;

  if (!is_of_language (tag, choice->language))
    return;
  is_better = choice->best == NULL || g_str_equal (tag, choice->likely) ||
              (!g_str_equal (choice->best, choice->likely) && (strlen (tag) < strlen (choice->best) || (strlen (tag) == strlen (choice->best) && strcmp (tag, choice->best) < 0)));
  if (is_better)
    {
      g_free (choice->best);
      choice->best = g_strdup (tag);
    }
}

/* Returns: (transfer full) (nullable): the tag of the dictionary for a locale: that of the region, of where most write so,
 * or any of the language */
static char *
choose (CorSpeller *self,
        const char *locale)
{
  g_autofree char *language = g_strndup (locale, strcspn (locale, "-_"));
  char             full[ULOC_FULLNAME_CAPACITY] = { 0 };
  char             region[ULOC_COUNTRY_CAPACITY] = { 0 };
  g_autofree char *likely = NULL;
  UErrorCode       status = U_ZERO_ERROR;
  Choice           choice = { language, NULL, NULL };

  uloc_addLikelySubtags (locale, full, sizeof full, &status);
  uloc_getCountry (full, region, sizeof region, &status);
  likely = U_SUCCESS (status) ? g_strdup_printf ("%s_%s", language, region) : g_strdup (language);
  choice.likely = likely;
  enchant_broker_list_dicts (self->broker, on_listed, &choice);
  return choice.best;
}

static void
close_dict (CorSpeller *self)
{
  if (self->dict != NULL)
    enchant_broker_free_dict (self->broker, self->dict);
  self->dict = NULL;
  g_clear_pointer (&self->tag, g_free);
}

/**
 * cor_speller_new:
 *
 * Returns: (transfer full): without a dictionary
 */
CorSpeller *
cor_speller_new (void)
{
  CorSpeller *self = g_new0 (CorSpeller, 1);

  self->broker = enchant_broker_init ();
  return self;
}

void
cor_speller_free (CorSpeller *self)
{
  close_dict (self);
  enchant_broker_free (self->broker);
  g_free (self->locale);
  g_free (self);
}

/**
 * cor_speller_open:
 * @locale: BCP 47
 *
 * Opens the dictionary for a locale, unless it is open.
 *
 * Returns: (transfer none) (nullable): its tag, such as "pt_BR"; %NULL where the system has none of that language
 */
const char *
cor_speller_open (CorSpeller *self,
                  const char *locale)
{
  if (g_strcmp0 (self->locale, locale) == 0)
    return self->tag;
  close_dict (self);
  g_free (self->locale);
  self->locale = g_strdup (locale);
  self->tag = choose (self, locale);
  if (self->tag != NULL)
    self->dict = enchant_broker_request_dict (self->broker, self->tag);
  if (self->dict == NULL)
    g_clear_pointer (&self->tag, g_free);
  return self->tag;
}

static gboolean
check (CorSpeller *self,
       const char *word,
       gssize      len)
{
  return enchant_dict_check (self->dict, word, len) == 0;
}

/**
 * cor_speller_knows:
 * @len: bytes, or -1
 *
 * Returns: whether the open dictionary has @word; without one every word is known
 */
gboolean
cor_speller_knows (CorSpeller *self,
                   const char *word,
                   gssize      len)
{
  g_autofree char *plain = NULL;

  if (self->dict == NULL || check (self, word, len))
    return TRUE;
  plain = len < 0 ? g_strdup (word) : g_strndup (word, (gsize) len);
  if (strstr (plain, "\xe2\x80\x99") == NULL)
    return FALSE;
  {
    /* most dictionaries have only the typewriter's apostrophe */
    g_auto (GStrv) parts = g_strsplit (plain, "\xe2\x80\x99", -1);
    g_autofree char *typed = g_strjoinv ("'", parts);

    return check (self, typed, -1);
  }
}

/**
 * cor_speller_suggest:
 *
 * Returns: (transfer full): at most @max words of the open dictionary that @word may be meant for, the likeliest first
 */
char **
cor_speller_suggest (CorSpeller *self,
                     const char *word,
                     guint       max)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  size_t n = 0;
  char **words = self->dict != NULL ? enchant_dict_suggest (self->dict, word, -1, &n) : NULL;

  for (size_t i = 0; i < MIN (n, max); i++)
    g_strv_builder_add (builder, words[i]);
  if (words != NULL)
    enchant_dict_free_string_list (self->dict, words);
  return g_strv_builder_end (builder);
}

#else /* no Enchant: every word is known */

struct _CorSpeller
{
  int unused;
};

CorSpeller *
cor_speller_new (void)
{
  return g_new0 (CorSpeller, 1);
}

void
cor_speller_free (CorSpeller *self)
{
  g_free (self);
}

const char *
cor_speller_open (CorSpeller *self,
                  const char *locale)
{
  return NULL;
}

gboolean
cor_speller_knows (CorSpeller *self,
                   const char *word,
                   gssize      len)
{
  return TRUE;
}

char **
cor_speller_suggest (CorSpeller *self,
                     const char *word,
                     guint       max)
{
  return g_new0 (char *, 1);
}

#endif
