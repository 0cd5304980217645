/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-text"

#include "config.h"

#include "cor-knowledge-text.h"

#include "cor-attributes.h"
#include "cor-language-text.h"

#include <glib/gi18n-lib.h>

/* Fees, rules and cut-off times change within a year. */
#define STALE_SECONDS (G_GINT64_CONSTANT (366) * 24 * 60 * 60)

typedef struct
{
  const char *category;
  const char *title; /* untranslated */
} Category;

/* Those of the installed knowledge; what others write is shown as they write it. */
static const Category categories[] = {
  { "account", N_ ("Account") },
  { "beneficiaries", N_ ("Recipients") },
  { "bulletins", N_ ("Bulletins") },
  { "charges", N_ ("Charges") },
  { "complaints", N_ ("Complaints") },
  { "compliance", N_ ("Compliance") },
  { "documents", N_ ("Documents") },
  { "fraud", N_ ("Fraud") },
  { "law", N_ ("Law") },
  { "limits", N_ ("Limits") },
  { "rails", N_ ("Rails") },
  { "rates", N_ ("Rates") },
  { "recalls", N_ ("Recalls") },
  { "returns", N_ ("Returns") },
  { "sops", N_ ("Procedures") },
  { "status-codes", N_ ("Status codes") },
  { "timing", N_ ("Timing") },
  { "tracking", N_ ("Tracking") },
};

/**
 * cor_knowledge_kind_get_title:
 *
 * Returns: (transfer none): the word on its chip
 */
const char *
cor_knowledge_kind_get_title (CorArticleKind kind)
{
  switch (kind)
    {
    case COR_ARTICLE_SOP:
      /* TRANSLATORS: standard operating procedure */
      return _ ("SOP");
    case COR_ARTICLE_BULLETIN:
      return _ ("Bulletin");
    case COR_ARTICLE_TEMPLATE:
      return _ ("Template");
    case COR_ARTICLE_ARTICLE:
    default:
      return _ ("Article");
    }
}

/**
 * cor_knowledge_kind_get_hue:
 *
 * Returns: the colour of its chip
 */
CorHue
cor_knowledge_kind_get_hue (CorArticleKind kind)
{
  switch (kind)
    {
    case COR_ARTICLE_SOP:
      return COR_HUE_PURPLE;
    case COR_ARTICLE_BULLETIN:
      return COR_HUE_YELLOW;
    case COR_ARTICLE_TEMPLATE:
      return COR_HUE_TEAL;
    case COR_ARTICLE_ARTICLE:
    default:
      return COR_HUE_BLUE;
    }
}

/**
 * cor_knowledge_category_dup_title:
 * @category: (nullable): as the source writes it
 *
 * Returns: (transfer full) (nullable): its name in the user's language, where it is one of the installed knowledge
 */
char *
cor_knowledge_category_dup_title (const char *category)
{
  if (category == NULL || category[0] == '\0')
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if (g_str_equal (categories[i].category, category))
      return g_strdup (_ (categories[i].title));
  return cor_attribute_dup_title (category);
}

/**
 * cor_knowledge_day_dup_text:
 * @day: (nullable): "2026-11-14"
 * @now: seconds since the epoch: the year is left out where it is this one
 *
 * Returns: (transfer full) (nullable): the day as people read it
 */
char *
cor_knowledge_day_dup_text (const char *day,
                            gint64      now,
                            GTimeZone  *time_zone)
{
  g_autofree char *noon = day != NULL ? g_strconcat (day, "T12:00:00", NULL) : NULL;
  g_autoptr (GDateTime) at = noon != NULL ? g_date_time_new_from_iso8601 (noon, time_zone) : NULL;
  g_autoptr (GDateTime) today = NULL;

  today = g_date_time_new_from_unix_utc (now);
  if (at == NULL || today == NULL)
    return NULL;
  /* TRANSLATORS: a day of this year, and one of another, as g_date_time_format() takes them */
  return g_date_time_format (at, g_date_time_get_year (at) == g_date_time_get_year (today) ? _ ("%-e %B") : _ ("%-e %B %Y"));
}

static void
add_part (GString    *line,
          const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/* Who it is for where that is not everybody, or NULL. */
static const char *
get_audience_text (const CorArticleData *article)
{
  if (cor_article_data_is_public (article))
    return NULL;
  /* TRANSLATORS: who may read an article: only some of the company, or all of it */
  return g_strcmp0 (article->audience, "restricted") == 0 ? _ ("restricted") : _ ("internal");
}

/**
 * cor_knowledge_is_stale:
 * @now: seconds since the epoch
 *
 * Returns: whether it says when it was last reviewed, and that is more than a year ago
 */
gboolean
cor_knowledge_is_stale (const CorArticleData *article,
                        gint64                now)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *begin = article->reviewed != NULL ? g_strconcat (article->reviewed, "T00:00:00", NULL) : NULL;
  g_autoptr (GDateTime) at = begin != NULL ? g_date_time_new_from_iso8601 (begin, zone) : NULL;

  return at != NULL && now - g_date_time_to_unix (at) > STALE_SECONDS;
}

/* What the agent knows of it from before, or NULL. */
static const char *
get_reading_text (const CorArticleReading *reading)
{
  if (reading->read_at == 0)
    return NULL;
  return reading->is_changed_since_read ? _ ("changed since you last read it") : _ ("unchanged since you last read it");
}

/* Of which version it is, and who looked at it when. */
static void
add_review (GString              *line,
            const CorArticleData *article,
            gint64                now,
            GTimeZone            *time_zone)
{
  g_autofree char *day = cor_knowledge_day_dup_text (article->reviewed, now, time_zone);
  gboolean         has_version = article->version != NULL && g_strcmp0 (article->version, article->reviewed) != 0;
  g_autofree char *version = has_version ? g_strdup_printf (_ ("version %s"), article->version) : NULL;
  g_autofree char *review = NULL;

  if (day != NULL && article->owner != NULL)
    /* TRANSLATORS: a day, and a team: "reviewed 2 May by Payments operations" */
    review = g_strdup_printf (_ ("reviewed %s by %s"), day, article->owner);
  else if (day != NULL)
    review = g_strdup_printf (_ ("reviewed %s"), day);
  add_part (line, version);
  add_part (line, review);
}

/**
 * cor_knowledge_article_dup_caption:
 * @article: as the store has it
 * @now: seconds since the epoch
 *
 * Returns: (transfer full): the line under its title: topic, version, review, what changed
 */
char *
cor_knowledge_article_dup_caption (const CorArticleData *article,
                                   gint64                now,
                                   GTimeZone            *time_zone)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *category = cor_knowledge_category_dup_title (article->category);

  add_part (line, category);
  add_part (line, get_audience_text (article));
  add_review (line, article, now, time_zone);
  if (cor_knowledge_is_stale (article, now))
    add_part (line, _ ("may be out of date"));
  add_part (line, get_reading_text (&article->reading));
  return g_strdup (line->str);
}

/**
 * cor_knowledge_article_dup_origin:
 * @article: as the store has it
 * @now: seconds since the epoch
 *
 * On paper nobody sees any more whether it was for customers, and whether it still holds.
 *
 * Returns: (transfer full): the line below a printed page: address or team, audience, version, review, with years
 */
char *
cor_knowledge_article_dup_origin (const CorArticleData *article,
                                  gint64                now,
                                  GTimeZone            *time_zone)
{
  g_autoptr (GString) line = g_string_new (NULL);

  add_part (line, article->url != NULL || article->reviewed != NULL ? article->url : article->owner);
  add_part (line, get_audience_text (article));
  add_review (line, article, 0, time_zone); /* it is read in another year too */
  if (cor_knowledge_is_stale (article, now))
    add_part (line, _ ("may be out of date"));
  return g_strdup (line->str);
}

/**
 * cor_knowledge_document_new:
 * @body: (nullable): text of an article of @kind
 *
 * A template is shown as it will be sent, line by line.
 *
 * Returns: (transfer full): it, to be read
 */
CorDocument *
cor_knowledge_document_new (CorArticleKind kind,
                            const char    *body)
{
  return kind == COR_ARTICLE_TEMPLATE ? cor_document_new_from_template (body) : cor_document_new (body);
}

static char *
dup_uses (const CorArticleData *article)
{
  guint n = article->reading.n_used;

  return n > 0 ? g_strdup_printf (ngettext ("used in %u reply", "used in %u replies", n), n) : NULL;
}

/**
 * cor_knowledge_hit_dup_meta:
 *
 * Returns: (transfer full): the last line of a row of the page: topic, audience, uses, why it was found
 */
char *
cor_knowledge_hit_dup_meta (CorKnowledgeHit *hit)
{
  const CorArticleData *article = cor_knowledge_hit_get_article (hit);
  g_autoptr (GString) line = g_string_new (NULL);

  if (article != NULL)
    {
      g_autofree char *category = cor_knowledge_category_dup_title (article->category);
      g_autofree char *uses = dup_uses (article);

      add_part (line, category);
      add_part (line, get_audience_text (article));
      /* TRANSLATORS: of an article that nobody has reviewed for a year */
      if (cor_knowledge_is_stale (article, g_get_real_time () / G_USEC_PER_SEC))
        add_part (line, _ ("may be out of date"));
      add_part (line, uses);
      if (article->reading.is_changed_since_read)
        add_part (line, _ ("changed since you last read it"));
    }
  add_part (line, cor_knowledge_hit_get_why (hit));
  return g_strdup (line->str);
}

/**
 * cor_knowledge_hit_dup_reason:
 *
 * Returns: (transfer full): why it is suggested, in one line
 */
char *
cor_knowledge_hit_dup_reason (CorKnowledgeHit *hit)
{
  const CorArticleData *article = cor_knowledge_hit_get_article (hit);
  const char           *why = cor_knowledge_hit_get_why (hit);
  g_autoptr (GString) line = g_string_new (NULL);
  guint            n = cor_knowledge_hit_get_n_similar (hit);
  g_autofree char *uses = n > 0 ? g_strdup_printf (ngettext ("Answered %u like this", "Answered %u like this", n), n) : article != NULL ? dup_uses (article)
                                                                                                                                        : NULL;
  /* TRANSLATORS: words of a message that are in an article: "Matches 收到, MT103" */
  g_autofree char *matches = why != NULL && why[0] != '\0' ? g_strdup_printf (_ ("Matches %s"), why) : NULL;

  if (article != NULL && !cor_article_data_is_public (article))
    add_part (line, g_strcmp0 (article->audience, "restricted") == 0 ? _ ("Restricted") : _ ("Internal"));
  add_part (line, matches);
  add_part (line, uses);
  if (line->len == 0)
    add_part (line, cor_knowledge_hit_get_excerpt (hit));
  return g_strdup (line->str);
}

/**
 * cor_knowledge_hit_dup_spoken:
 *
 * Returns: (transfer full): the name of its row for a screen reader
 */
char *
cor_knowledge_hit_dup_spoken (CorKnowledgeHit *hit)
{
  const CorArticleData *article = cor_knowledge_hit_get_article (hit);
  g_autofree char      *language = article != NULL && article->locale != NULL ? cor_language_text_dup (article->locale) : NULL;
  g_autofree char      *meta = cor_knowledge_hit_dup_meta (hit);

  return g_strdup_printf ("%s, %s, %s, %s", cor_knowledge_hit_get_title (hit), cor_knowledge_kind_get_title (article != NULL ? article->kind : COR_ARTICLE_ARTICLE),
                          language != NULL ? language : "", meta);
}

/**
 * cor_knowledge_suggestions_dup_title:
 *
 * Several messages without an answer between them are answered together, and those that only greet not at all.
 *
 * Returns: (transfer full): heading over the suggestions: what they fit
 */
char *
cor_knowledge_suggestions_dup_title (CorSuggestions *suggestions)
{
  gboolean is_last = FALSE;
  guint    n = cor_suggestions_get_n_messages (suggestions, &is_last);

  if (n > 0 && !is_last)
    return g_strdup (_ ("Fits what was asked before"));
  if (n <= 1)
    return g_strdup (_ ("Fits the last message"));
  /* TRANSLATORS: heading over what is suggested for several messages of a customer, which are read as one question */
  return g_strdup_printf (ngettext ("Fits the last %u message", "Fits the last %u messages", n), n);
}
