/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-rules"

#include "config.h"

#include "cor-reply-private.h"

#include <string.h>

/* Bounded, so that a page of figures costs no more than a page of words. */
#define NUMBER "(?:\\d{1,18}+(?:[.,]\\d{1,18}+){0,6}+)"

/* A few words of the same sentence. */
#define GAP "[^.!?;\\n\\x{3002}\\x{ff01}\\x{ff1f}]{0,40}?"

#define WORD_START "(?<![\\p{L}\\p{Nd}])"
#define WORD_END "(?![\\p{L}\\p{Nd}])"

/* In Chinese and Japanese text, Latin words touch the characters. */
#define LATIN_START "(?<![\\p{Latin}\\p{Nd}])"
#define LATIN_END "(?![\\p{Latin}\\p{Nd}])"

#define MAX_FIELDS 4

typedef struct
{
  char              *word; /* folded */
  gsize              len;
  const CorCurrency *currency;
} CurrencyWord;

struct _CorReplyRules
{
  GPtrArray  *rules;      /* CorReplyRule */
  GPtrArray  *phrases;    /* CorReplyPhrases */
  GHashTable *domains;    /* set of char * */
  GHashTable *ibans;      /* country, small letters → length */
  GArray     *currencies; /* CurrencyWord */
  guint       limits[COR_N_CHANNELS];
};

G_DEFINE_QUARK (cor_reply_rules_error, cor_reply_rules_error)

static void
rule_free (gpointer data)
{
  g_free (((CorReplyRule *) data)->id);
  g_free (data);
}

static void
phrases_free (gpointer data)
{
  CorReplyPhrases *phrases = data;

  g_free (phrases->rule);
  g_clear_pointer (&phrases->say, g_regex_unref);
  g_clear_pointer (&phrases->unless, g_regex_unref);
  g_free (phrases);
}

static void
currency_word_clear (gpointer data)
{
  g_free (((CurrencyWord *) data)->word);
}

/* What is read of one file: patterns are joined when all are known. */
typedef struct
{
  CorReplyRules *rules;
  GHashTable    *says; /* "rule\tlanguage" → GString of alternatives */
  GHashTable    *unlesses;
  GPtrArray     *order; /* the keys of @says, borrowed */
} Reading;

static void
string_free (gpointer data)
{
  g_string_free (data, TRUE);
}

static guint
get_letters (const char *language)
{
  if (strcmp (language, "any") == 0)
    return 0;
  if (strcmp (language, "zh") == 0)
    return COR_REPLY_HAN;
  if (strcmp (language, "ja") == 0)
    return COR_REPLY_KANA;
  return strcmp (language, "ar") == 0 ? COR_REPLY_ARABIC : COR_REPLY_LATIN;
}

static char *
expand (const char *pattern)
{
  CorReplyFolded folded;
  g_auto (GStrv) numbers = NULL;
  g_auto (GStrv) gaps = NULL;
  g_autofree char *counted = NULL;

  cor_reply_fold (pattern, &folded);
  numbers = g_strsplit (folded.text, "#", -1);
  counted = g_strjoinv (NUMBER, numbers);
  gaps = g_strsplit (counted, "~", -1);
  cor_reply_folded_clear (&folded);
  return g_strjoinv (GAP, gaps);
}

static GRegex *
compile (const char *language,
         const char *alternatives,
         GError    **error)
{
  gboolean         anywhere = strcmp (language, "any") == 0;
  gboolean         spaced = strcmp (language, "zh") != 0 && strcmp (language, "ja") != 0;
  g_autofree char *pattern = g_strconcat (anywhere ? LATIN_START : spaced ? WORD_START
                                                                          : "",
                                          "(?:", alternatives, ")",
                                          anywhere ? LATIN_END : spaced ? WORD_END
                                                                        : "",
                                          NULL);

  return g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, error);
}

static gboolean
fail (guint       line,
      const char *what,
      GError    **error)
{
  g_set_error (error, COR_REPLY_RULES_ERROR, COR_REPLY_RULES_ERROR_INVALID, "Line %u: %s", line, what);
  return FALSE;
}

static gboolean
read_rule (CorReplyRules *self,
           char         **fields,
           guint          line,
           GError       **error)
{
  CorReplyRule *rule;

  if (strcmp (fields[2], "stops") != 0 && strcmp (fields[2], "asks") != 0)
    return fail (line, "a rule stops or asks", error);
  if (strcmp (fields[3], "reply") != 0 && strcmp (fields[3], "both") != 0)
    return fail (line, "a rule is for a reply or both", error);
  if (cor_reply_rules_find (self, fields[1]) != NULL)
    return fail (line, "the rule is there twice", error);
  rule = g_new0 (CorReplyRule, 1);
  rule->id = g_strdup (fields[1]);
  rule->severity = strcmp (fields[2], "stops") == 0 ? COR_REPLY_STOPS : COR_REPLY_ASKS;
  rule->is_for_replies = TRUE;
  rule->is_for_notes = strcmp (fields[3], "both") == 0;
  g_ptr_array_add (self->rules, rule);
  return TRUE;
}

static void
add_alternative (GHashTable *table,
                 GPtrArray  *order,
                 char      **fields)
{
  char            *key = g_strconcat (fields[1], "\t", fields[2], NULL);
  GString         *joined = g_hash_table_lookup (table, key);
  g_autofree char *pattern = expand (fields[3]);

  if (joined == NULL)
    {
      joined = g_string_new (pattern);
      if (order != NULL)
        g_ptr_array_add (order, key);
      g_hash_table_insert (table, key, joined);
      return;
    }
  g_string_append_c (joined, '|');
  g_string_append (joined, pattern);
  g_free (key);
}

static gboolean
read_number (CorReplyRules *self,
             char         **fields,
             guint          line,
             GError       **error)
{
  guint64 n = 0;

  if (!g_ascii_string_to_unsigned (fields[2], 10, 1, G_MAXINT, &n, NULL))
    return fail (line, "a number is wanted", error);
  if (strcmp (fields[0], "iban") == 0)
    g_hash_table_insert (self->ibans, g_ascii_strdown (fields[1], -1), GUINT_TO_POINTER ((guint) n));
  else
    {
      CorChannel channel = cor_channel_from_string (fields[1]);

      if (strcmp (cor_channel_to_string (channel), fields[1]) != 0)
        return fail (line, "there is no such channel", error);
      self->limits[channel] = (guint) n;
    }
  return TRUE;
}

static gboolean
read_currency (CorReplyRules *self,
               char         **fields,
               guint          line,
               GError       **error)
{
  const CorCurrency *currency = cor_currency_find (fields[1]);
  g_auto (GStrv) words = g_strsplit (fields[2], "|", -1);

  if (currency == NULL)
    return fail (line, "there is no such currency", error);
  for (guint i = 0; words[i] != NULL; i++)
    {
      CorReplyFolded folded;
      CurrencyWord   word;

      cor_reply_fold (words[i], &folded);
      word = (CurrencyWord){ g_strdup (folded.text), folded.len, currency };
      cor_reply_folded_clear (&folded);
      g_array_append_val (self->currencies, word);
    }
  return TRUE;
}

static gboolean
read_line (Reading *reading,
           char   **fields,
           guint    line,
           GError **error)
{
  guint n = g_strv_length (fields);

  if (strcmp (fields[0], "rule") == 0 && n == 4)
    return read_rule (reading->rules, fields, line, error);
  if ((strcmp (fields[0], "limit") == 0 || strcmp (fields[0], "iban") == 0) && n == 3)
    return read_number (reading->rules, fields, line, error);
  if (strcmp (fields[0], "currency") == 0 && n == 3)
    return read_currency (reading->rules, fields, line, error);
  if (strcmp (fields[0], "domain") == 0 && n == 2)
    g_hash_table_add (reading->rules->domains, g_ascii_strdown (fields[1], -1));
  else if (strcmp (fields[0], "say") == 0 && n == 4)
    add_alternative (reading->says, reading->order, fields);
  else if (strcmp (fields[0], "unless") == 0 && n == 4)
    add_alternative (reading->unlesses, NULL, fields);
  else
    return fail (line, "not a line of the rules", error);
  return TRUE;
}

static gboolean
join (Reading *reading,
      GError **error)
{
  for (guint i = 0; i < reading->order->len; i++)
    {
      const char *key = reading->order->pdata[i];
      GString    *say = g_hash_table_lookup (reading->says, key);
      GString    *unless = g_hash_table_lookup (reading->unlesses, key);
      g_auto (GStrv) names = g_strsplit (key, "\t", 2);
      CorReplyPhrases *phrases = g_new0 (CorReplyPhrases, 1);

      g_ptr_array_add (reading->rules->phrases, phrases);
      phrases->rule = g_strdup (names[0]);
      phrases->letters = get_letters (names[1]);
      phrases->say = compile (names[1], say->str, error);
      phrases->unless = phrases->say != NULL && unless != NULL ? compile (names[1], unless->str, error) : NULL;
      if (phrases->say == NULL || (unless != NULL && phrases->unless == NULL))
        {
          g_prefix_error (error, "%s, %s: ", names[0], names[1]);
          g_ptr_array_set_size (reading->rules->phrases, (int) reading->rules->phrases->len - 1);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * cor_reply_rules_new:
 *
 * Returns: (transfer full): rules that find nothing yet
 */
CorReplyRules *
cor_reply_rules_new (void)
{
  CorReplyRules *self = g_new0 (CorReplyRules, 1);

  self->rules = g_ptr_array_new_with_free_func (rule_free);
  self->phrases = g_ptr_array_new_with_free_func (phrases_free);
  self->domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ibans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->currencies = g_array_new (FALSE, FALSE, sizeof (CurrencyWord));
  g_array_set_clear_func (self->currencies, currency_word_clear);
  return self;
}

void
cor_reply_rules_free (CorReplyRules *self)
{
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->phrases);
  g_hash_table_unref (self->domains);
  g_hash_table_unref (self->ibans);
  g_array_unref (self->currencies);
  g_free (self);
}

/**
 * cor_reply_rules_add:
 * @text: UTF-8, lines as data/checks/README.md says
 * @error: COR_REPLY_RULES_ERROR, or G_REGEX_ERROR for a pattern
 *
 * Takes more rules. Patterns are trusted: they are not to be read from a stranger.
 *
 * Returns: whether all of it was understood; otherwise the rules are not to be used
 */
gboolean
cor_reply_rules_add (CorReplyRules *self,
                     const char    *text,
                     GError       **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) says = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, string_free);
  g_autoptr (GHashTable) unlesses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, string_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  Reading reading = { self, says, unlesses, order };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      fields = g_strsplit (lines[i], "\t", MAX_FIELDS);
      if (!read_line (&reading, fields, i + 1, error))
        return FALSE;
    }
  return join (&reading, error);
}

/**
 * cor_reply_rules_set_enabled:
 * @rule: its id
 *
 * Returns: whether there is such a rule
 */
gboolean
cor_reply_rules_set_enabled (CorReplyRules *self,
                             const char    *rule,
                             gboolean       is_enabled)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      CorReplyRule *known = self->rules->pdata[i];

      if (strcmp (known->id, rule) == 0)
        {
          known->is_disabled = !is_enabled;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * cor_reply_rules_list:
 *
 * Returns: (transfer full): the ids of all rules
 */
char **
cor_reply_rules_list (const CorReplyRules *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->rules->len; i++)
    g_strv_builder_add (builder, ((const CorReplyRule *) self->rules->pdata[i])->id);
  return g_strv_builder_end (builder);
}

const CorReplyRule *
cor_reply_rules_find (const CorReplyRules *self,
                      const char          *id)
{
  for (guint i = 0; i < self->rules->len; i++)
    if (strcmp (((const CorReplyRule *) self->rules->pdata[i])->id, id) == 0)
      return self->rules->pdata[i];
  return NULL;
}

guint
cor_reply_rules_get_n_phrases (const CorReplyRules *self)
{
  return self->phrases->len;
}

const CorReplyPhrases *
cor_reply_rules_get_phrases (const CorReplyRules *self,
                             guint                i)
{
  return self->phrases->pdata[i];
}

/* Characters that the channel takes; 0: as many as one likes. */
guint
cor_reply_rules_get_limit (const CorReplyRules *self,
                           CorChannel           channel)
{
  return self->limits[channel];
}

/* 0: no country of the registry. */
guint
cor_reply_rules_get_iban_length (const CorReplyRules *self,
                                 const char          *country)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ibans, country));
}

/* Also the sub-domains of a known one. */
gboolean
cor_reply_rules_is_known_domain (const CorReplyRules *self,
                                 const char          *domain)
{
  for (const char *p = domain; p != NULL; p = strchr (p, '.') != NULL ? strchr (p, '.') + 1 : NULL)
    if (g_hash_table_contains (self->domains, p))
      return TRUE;
  return FALSE;
}

/* The currency that a word or sign at @folded names; the longest of them. */
const CorCurrency *
cor_reply_rules_match_currency (const CorReplyRules *self,
                                const char          *folded,
                                gsize               *len)
{
  const CorCurrency *best = NULL;

  *len = 0;
  for (guint i = 0; i < self->currencies->len; i++)
    {
      const CurrencyWord *word = &g_array_index (self->currencies, CurrencyWord, i);

      if (word->len <= *len || strncmp (folded, word->word, word->len) != 0)
        continue;
      if (g_ascii_isalpha (word->word[word->len - 1]) && g_unichar_isalpha (g_utf8_get_char (folded + word->len)))
        continue;
      *len = word->len;
      best = word->currency;
    }
  return best;
}
