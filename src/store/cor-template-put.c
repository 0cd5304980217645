/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-put"

#include "config.h"

#include "cor-template-put.h"

#include "cor-article-put.h"
#include "cor-template-text.h"

#include <string.h>

static char *
join_lines (char *const *texts)
{
  return texts != NULL && texts[0] != NULL ? g_strjoinv ("\n", (char **) texts) : NULL;
}

static char **
split_lines (const char *lines)
{
  return lines != NULL ? g_strsplit (lines, "\n", -1) : NULL;
}

/*
 * cor_template_load_row:
 * @row: of template-list or template-find
 * @id: (out): its local id
 *
 * Returns: (transfer full): the template, still without its texts
 */
CorTemplate *
cor_template_load_row (CorDb        *db,
                       sqlite3_stmt *row,
                       gint64       *id)
{
  CorTemplate *template = cor_template_new ();

  *id = cor_column_int (row, 0);
  template->account = cor_column_int (row, 1);
  template->source = cor_column_dup (row, 2);
  template->id = cor_column_dup (row, 3);
  template->title = cor_column_dup (row, 4);
  template->purpose = cor_column_dup (row, 5);
  template->category = cor_column_dup (row, 6);
  template->tags = split_lines (cor_column_text (row, 7));
  template->channels = cor_column_dup (row, 8);
  template->shortcut = cor_column_dup (row, 9);
  template->requires = split_lines (cor_column_text (row, 10));
  template->intent = cor_column_dup (row, 11);
  template->owner = cor_column_dup (row, 12);
  template->review = cor_column_dup (row, 13);
  template->source_locale = cor_column_dup (row, 14);
  return template;
}

void
cor_template_load_variants (CorDb *db,
                            CorTemplate *template,
                            gint64 id)
{
  sqlite3_stmt *row = cor_db_query (db, "template-variant-list", "l", id);

  while (cor_db_next (db, row))
    {
      CorTemplateVariant *variant = cor_template_variant_new ();

      variant->locale = cor_column_dup (row, 0);
      variant->reg = (CorRegister) cor_column_int (row, 1);
      variant->text = cor_column_dup (row, 2);
      cor_template_state_from_key (cor_column_text (row, 3), &variant->state);
      variant->reviewer = cor_column_dup (row, 4);
      variant->reviewed_at = cor_column_int (row, 5);
      variant->source_digest = cor_column_dup (row, 6);
      g_ptr_array_add (template->variants, variant);
    }
}

/* A text that stayed as it was keeps what was decided about it here, and what it was written after; one that is
 * new or changed was written after the source text of now, unless its source knows better. */
static void
keep_decisions (const CorTemplate *template,
                CorTemplateVariant *variant,
                const CorTemplate  *before)
{
  const CorTemplateVariant *source = cor_template_get_source (template, variant->reg);
  const CorTemplateVariant *old = cor_template_find (before, variant->locale, variant->reg);
  gboolean                  is_same = old != NULL && g_str_equal (old->text, variant->text);

  if (is_same && variant->state == COR_TEMPLATE_DRAFT && old->state != COR_TEMPLATE_DRAFT)
    {
      variant->state = old->state;
      g_free (variant->reviewer);
      variant->reviewer = g_strdup (old->reviewer);
      variant->reviewed_at = old->reviewed_at;
    }
  if (variant->source_digest != NULL || source == NULL || g_strcmp0 (variant->locale, template->source_locale) == 0)
    return;
  variant->source_digest = is_same && old->source_digest != NULL ? g_strdup (old->source_digest) : cor_template_digest_text (source->text);
}

static char *
dup_remote_id (const CorTemplate *template,
               const char *locale)
{
  return g_strdup_printf ("%s.%s", template->id, locale);
}

/* Not the intent: a dozen templates that share one would stand before the article that answers it. */
static char *
dup_search_tags (const CorTemplate *template)
{
  g_autofree char *tags = join_lines (template->tags);

  if (template->shortcut == NULL)
    return g_steal_pointer (&tags);
  return tags != NULL ? g_strconcat (tags, "\n", template->shortcut, NULL) : g_strdup (template->shortcut);
}

/* The one search finds templates too: an article for each language, with the words of its first text. */
static void
put_article (CorDb *db,
             const CorTemplate *template,
             const CorTemplateVariant *variant)
{
  g_autoptr (CorArticleData) article = cor_article_data_new ();
  g_autoptr (CorTemplateText) text = cor_template_text_parse (variant->text, NULL);

  article->account = template->account;
  article->source = g_strdup (template->source);
  article->remote_id = dup_remote_id (template, variant->locale);
  article->slug = g_strdup (template->id);
  article->locale = g_strdup (variant->locale);
  article->kind = COR_ARTICLE_TEMPLATE;
  article->title = g_strdup (template->title);
  article->body = text != NULL ? cor_template_text_dup_words (text) : g_strdup (variant->text);
  article->questions = g_strdup (template->purpose);
  article->tags = dup_search_tags (template);
  article->category = g_strdup (template->category);
  article->owner = g_strdup (template->owner);
  article->templates = g_strdup (template->id);
  cor_article_put (db, article);
}

/*
 * cor_template_put_articles:
 *
 * Has the search know the template's texts as they are now.
 */
void
cor_template_put_articles (CorDb *db,
                           const CorTemplate *template)
{
  g_autoptr (GHashTable) locales = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) remote_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *row = NULL;

  for (guint i = 0; i < template->variants->len; i++)
    {
      const CorTemplateVariant *variant = template->variants->pdata[i];

      if (variant->state != COR_TEMPLATE_RETIRED && g_hash_table_add (locales, variant->locale))
        {
          g_hash_table_add (remote_ids, dup_remote_id (template, variant->locale));
          put_article (db, template, variant);
        }
    }
  row = cor_db_query (db, "template-article-list", "lss", template->account, template->source, template->id);
  while (cor_db_next (db, row))
    {
      gint64 id = cor_column_int (row, 0);

      if (!g_hash_table_contains (remote_ids, cor_column_text (row, 1)))
        g_array_append_val (gone, id);
    }
  for (guint i = 0; i < gone->len; i++)
    cor_db_run (db, "article-remove", "l", g_array_index (gone, gint64, i));
  if (gone->len > 0)
    cor_db_touch_topics (db, COR_TOPIC_ARTICLES);
}

static void
put_variants (CorDb *db,
              CorTemplate *template,
              gint64 id)
{
  g_autoptr (CorTemplate) before = cor_template_new ();

  cor_template_load_variants (db, before, id);
  cor_db_run (db, "template-variant-clear", "l", id);
  for (guint i = 0; i < template->variants->len; i++)
    {
      CorTemplateVariant *variant = template->variants->pdata[i];

      keep_decisions (template, variant, before);
      cor_db_run (db, "template-variant-put", "lsllsssls", id, variant->locale, (gint64) variant->reg, (gint64) i, variant->text,
                  cor_template_state_get_key (variant->state), variant->reviewer, variant->reviewed_at, variant->source_digest);
    }
}

/*
 * cor_template_put:
 * @template: its variants get what was decided here about the same texts
 *
 * Puts it in, or in place of an earlier one of the same account, source and id.
 */
void
cor_template_put (CorDb *db,
                  CorTemplate *template)
{
  g_autofree char *tags = join_lines (template->tags);
  g_autofree char *requires = join_lines (template->requires);

  cor_db_run (db, "template-put", "lsssssssssssss", template->account, template->source, template->id, template->title, template->purpose,
              template->category, tags, template->channels, template->shortcut, requires, template->intent, template->owner,
              template->review, template->source_locale);
  put_variants (db, template, cor_db_get_int (db, "template-id", "lss", template->account, template->source, template->id));
  cor_template_put_articles (db, template);
  cor_db_touch_topics (db, COR_TOPIC_TEMPLATES);
}

static void
remove_template (CorDb      *db,
                 gint64      id,
                 gint64      account,
                 const char *source,
                 const char *name)
{
  g_autoptr (CorTemplate) nothing = cor_template_new ();

  nothing->account = account;
  nothing->source = g_strdup (source);
  nothing->id = g_strdup (name);
  cor_template_put_articles (db, nothing);
  cor_db_run (db, "template-remove", "l", id);
  cor_db_touch_topics (db, COR_TOPIC_TEMPLATES);
}

/*
 * cor_template_remove_others:
 * @kept: (element-type CorTemplate): all that the source has
 *
 * Removes the source's other templates, and what the search knows of them.
 */
void
cor_template_remove_others (CorDb           *db,
                            gint64           account,
                            const char      *source,
                            const GPtrArray *kept)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) gone_names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *row = cor_db_query (db, "template-list-ids", "ls", account, source);

  for (guint i = 0; i < kept->len; i++)
    g_hash_table_add (names, ((CorTemplate *) kept->pdata[i])->id);
  while (cor_db_next (db, row))
    if (!g_hash_table_contains (names, cor_column_text (row, 1)))
      {
        gint64 id = cor_column_int (row, 0);

        g_array_append_val (gone, id);
        g_ptr_array_add (gone_names, cor_column_dup (row, 1));
      }
  for (guint i = 0; i < gone->len; i++)
    remove_template (db, g_array_index (gone, gint64, i), account, source, gone_names->pdata[i]);
}

/*
 * cor_template_put_samples:
 * @samples: (element-type CorTemplateSample): all that the source has
 */
void
cor_template_put_samples (CorDb           *db,
                          const char      *source,
                          const GPtrArray *samples)
{
  cor_db_run (db, "template-sample-clear", "s", source);
  for (guint i = 0; i < samples->len; i++)
    {
      const CorTemplateSample *sample = samples->pdata[i];

      cor_db_run (db, "template-sample-put", "ssss", source, sample->locale, sample->name, sample->value);
    }
}
