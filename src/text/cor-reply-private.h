/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-reply-check.h"

G_BEGIN_DECLS

/* What the files of the reply check share; not for others. */

/* A text as its patterns are matched: small letters without accents, plain digits and blanks, nothing that does
 * not show; every byte knows where it comes from. */
typedef struct
{
  char    *text;
  guint32 *places; /* byte of the original; one more than the text has */
  gsize    len;
} CorReplyFolded;

void cor_reply_fold (const char     *text,
                     CorReplyFolded *folded);
void cor_reply_folded_clear (CorReplyFolded *folded);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorReplyFolded, cor_reply_folded_clear)

/* The kinds of letters in a text; patterns of a language without them are not tried. */
typedef enum
{
  COR_REPLY_LATIN = 1 << 0,
  COR_REPLY_HAN = 1 << 1, /* Chinese, that is, hardly any kana among them */
  COR_REPLY_KANA = 1 << 2,
  COR_REPLY_ARABIC = 1 << 3,
} CorReplyLetters;

/* One language’s phrases of one rule. */
typedef struct
{
  char   *rule;
  guint   letters; /* CorReplyLetters it needs; 0: any */
  GRegex *say;
  GRegex *unless; /* what looks like it and is not; or NULL */
} CorReplyPhrases;

typedef struct
{
  char            *id;
  CorReplySeverity severity;
  gboolean         is_for_replies;
  gboolean         is_for_notes;
  gboolean         is_disabled;
} CorReplyRule;

const CorReplyRule    *cor_reply_rules_find (const CorReplyRules *self,
                                             const char          *id);
const CorReplyPhrases *cor_reply_rules_get_phrases (const CorReplyRules *self,
                                                    guint                i);
guint                  cor_reply_rules_get_n_phrases (const CorReplyRules *self);
guint                  cor_reply_rules_get_iban_length (const CorReplyRules *self,
                                                        const char          *country);
gboolean               cor_reply_rules_is_known_domain (const CorReplyRules *self,
                                                        const char          *domain);
const CorCurrency     *cor_reply_rules_match_currency (const CorReplyRules *self,
                                                       const char          *folded,
                                                       gsize               *len);

/* A check under way. */
typedef struct
{
  const CorReplyRules   *rules;
  const CorReplyContext *context;
  const char            *text;
  gsize                  len;
  guint                  letters;
  CorReplyFolded         folded;
  GHashTable            *places; /* rule → where its phrases stand; see cor_reply_work_has() */
  GPtrArray             *findings;
} CorReplyWork;

/* For every match of a rule’s phrases, as bytes of the folded text. */
typedef void (*CorReplyMatchFunc) (CorReplyWork *work,
                                   gsize         start,
                                   gsize         end,
                                   gpointer      data);

gboolean cor_reply_work_wants (const CorReplyWork *work,
                               const char         *rule);
gboolean cor_reply_work_is_taken (const CorReplyWork *work,
                                  gsize               start,
                                  gsize               end);
void     cor_reply_work_add (CorReplyWork *work,
                             const char   *rule,
                             gsize         start,
                             gsize         end,
                             char         *sentence,
                             char         *fix);
void     cor_reply_work_add_folded (CorReplyWork *work,
                                    const char   *rule,
                                    gsize         start,
                                    gsize         end,
                                    char         *sentence,
                                    char         *fix);
void     cor_reply_work_match (CorReplyWork     *work,
                               const char       *rule,
                               CorReplyMatchFunc func,
                               gpointer          data);
gboolean cor_reply_work_has (CorReplyWork *work,
                             const char   *rule,
                             gsize         start,
                             gsize         end);
void     cor_reply_work_get_sentence (const CorReplyWork *work,
                                      gsize               place,
                                      gsize              *start,
                                      gsize              *end);
void     cor_reply_work_each (CorReplyWork     *work,
                              const GRegex     *regex,
                              CorReplyMatchFunc func,
                              gpointer          data);
gboolean cor_reply_work_is_known_domain (const CorReplyWork *work,
                                         const char         *domain);
gboolean cor_reply_list_has (const GPtrArray *list,
                             const char      *text);
char    *cor_reply_dup_domain (const char *address,
                               gssize      len) G_GNUC_WARN_UNUSED_RESULT;

const char *cor_reply_work_why_told_nothing (const CorReplyWork *work,
                                             const char         *unverified);

void cor_reply_check_phrases (CorReplyWork *work);
void cor_reply_check_secrets (CorReplyWork *work);
void cor_reply_check_accounts (CorReplyWork *work);
void cor_reply_check_people (CorReplyWork *work);
void cor_reply_check_figures (CorReplyWork *work);
void cor_reply_check_dates (CorReplyWork *work);
void cor_reply_check_channel (CorReplyWork *work);
void cor_reply_check_links (CorReplyWork *work);

/* An amount with its currency somewhere in a text. */
typedef struct
{
  gsize              start; /* of the folded text, currency included */
  gsize              end;
  gsize              number_start;
  gsize              number_end;
  const CorCurrency *currency;
  CorDecimal         value;
  gboolean           is_ambiguous; /* three digits behind its only separator */
} CorReplyAmount;

GArray *cor_reply_find_amounts (CorReplyWork *work) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
