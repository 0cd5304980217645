/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-found"

#include "config.h"

#include "cor-ctl-found.h"

#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-ctl-thread.h"

#include <glib/gi18n-lib.h>

/* Where in the text something is marked: bytes of its UTF-8, and what stands there. */
static void
add_marks (JsonBuilder  *builder,
           const char   *name,
           const char   *text,
           const GArray *marks)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < marks->len; i++)
    {
      const CorMark   *mark = &g_array_index (marks, CorMark, i);
      g_autofree char *marked = g_strndup (text + mark->start, mark->end - mark->start);

      json_builder_begin_object (builder);
      cor_ctl_json_int (builder, "start", mark->start);
      cor_ctl_json_int (builder, "end", mark->end);
      cor_ctl_json_text (builder, "text", marked);
      cor_ctl_json_text (builder, "why", mark->why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_article (JsonBuilder        *builder,
             const CorSearchHit *hit,
             gboolean            is_brief)
{
  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "id", hit->remote_id);
  json_builder_set_member_name (builder, "score");
  json_builder_add_double_value (builder, hit->score);
  if (!is_brief)
    {
      cor_ctl_json_text (builder, "title", hit->title);
      cor_ctl_json_text (builder, "locale", hit->locale);
      cor_ctl_json_text (builder, "audience", hit->audience);
      cor_ctl_json_text (builder, "excerpt", hit->excerpt->text);
      add_marks (builder, "title_marks", hit->title, hit->title_marks);
      add_marks (builder, "excerpt_marks", hit->excerpt->text, hit->excerpt->marks);
      cor_ctl_json_text (builder, "why", hit->why);
    }
  if (!is_brief || hit->is_by_meaning)
    cor_ctl_json_bool (builder, "by_meaning", hit->is_by_meaning);
  if (!is_brief || hit->is_other_language)
    cor_ctl_json_bool (builder, "other_language", hit->is_other_language);
  json_builder_end_object (builder);
}

static void
add_articles (JsonBuilder     *builder,
              const char      *name,
              const GPtrArray *hits,
              gboolean         is_brief)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < hits->len; i++)
    add_article (builder, hits->pdata[i], is_brief);
  json_builder_end_array (builder);
}

static void
add_tried (JsonBuilder           *builder,
           const CorSearchResult *result)
{
  static const char *const kinds[] = {
    [COR_SEARCH_TRIED_CORRECTED] = "corrected",
    [COR_SEARCH_TRIED_COMPLETED] = "completed",
    [COR_SEARCH_TRIED_PINYIN] = "pinyin",
    [COR_SEARCH_TRIED_MEANING] = "meaning",
  };

  json_builder_set_member_name (builder, "tried");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->tried->len; i++)
    {
      const CorSearchTried *tried = result->tried->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "kind", kinds[tried->kind]);
      cor_ctl_json_text (builder, "asked", tried->asked);
      cor_ctl_json_text (builder, "tried", tried->tried);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_ms (JsonBuilder *builder,
        gint64       took_us)
{
  json_builder_set_member_name (builder, "ms");
  json_builder_add_double_value (builder, (double) took_us / 1000);
}

static void
print_articles_json (const char            *query,
                     const CorSearchResult *result,
                     gboolean               is_brief)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "query", query);
  add_articles (builder, "hits", result->hits, is_brief);
  if (!is_brief)
    {
      add_articles (builder, "nearest", result->nearest, FALSE);
      cor_ctl_json_bool (builder, "nearest_is_unfiltered", result->nearest_is_unfiltered);
      add_tried (builder, result);
      cor_ctl_json_texts (builder, "unknown", result->unknown);
      cor_ctl_json_int (builder, "unread", result->n_unread);
    }
  add_ms (builder, result->took_us);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

/**
 * cor_ctl_articles_print_brief:
 *
 * Prints the answer to a line of a batch.
 */
void
cor_ctl_articles_print_brief (const char            *query,
                              const CorSearchResult *result)
{
  print_articles_json (query, result, TRUE);
}

static void
print_article (const CorSearchHit *hit)
{
  g_autofree char *id = cor_ctl_clean_line (hit->remote_id);
  g_autofree char *locale = cor_ctl_clean_line (hit->locale);
  g_autofree char *title = cor_ctl_mark (hit->title, hit->title_marks);
  g_autofree char *excerpt = cor_ctl_mark (hit->excerpt->text, hit->excerpt->marks);
  g_autofree char *why = hit->why != NULL ? cor_ctl_clean_line (hit->why) : NULL;

  cor_ctl_print ("%s  %s  %s", title, id, locale);
  if (why != NULL)
    cor_ctl_print ("  (%s)", why);
  else if (hit->is_by_meaning)
    cor_ctl_print ("  (%s)", _ ("by its meaning"));
  cor_ctl_print ("\n    %s\n", excerpt);
}

static void
tell_nothing (CorCtl                *ctl,
              const CorSearchResult *result)
{
  if (result->n_articles == 0)
    cor_ctl_say (ctl, "%s", _ ("There are no articles here yet; “corridorctl kb import” takes some in."));
  else
    cor_ctl_say (ctl, ngettext ("Nothing was found in %u article.", "Nothing was found in %u articles.", result->n_articles), result->n_articles);
  if (result->nearest->len == 0)
    return;
  cor_ctl_say (ctl, "%s", result->nearest_is_unfiltered ? _ ("Without the filter there is:") : _ ("What comes nearest:"));
  for (guint i = 0; i < result->nearest->len; i++)
    print_article (result->nearest->pdata[i]);
}

static void
tell_words (CorCtl                *ctl,
            const CorSearchResult *result)
{
  g_autofree char *unknown = g_strjoinv (", ", result->unknown);

  for (guint i = 0; i < result->tried->len; i++)
    {
      const CorSearchTried *tried = result->tried->pdata[i];
      g_autofree char      *asked = cor_ctl_clean_line (tried->asked);
      g_autofree char      *taken = cor_ctl_clean_line (tried->tried);

      /* Translators: the first %s is a word that somebody searched for, the second the one that was taken for it */
      if (tried->kind != COR_SEARCH_TRIED_MEANING)
        cor_ctl_say (ctl, _ ("“%s” was taken for “%s”."), asked, taken);
    }
  if (*unknown != '\0')
    {
      g_autofree char *clean = cor_ctl_clean_line (unknown);

      /* Translators: %s are words that somebody searched for */
      cor_ctl_say (ctl, _ ("In no article: %s"), clean);
    }
}

void
cor_ctl_articles_print (CorCtl                *ctl,
                        const char            *query,
                        const CorSearchResult *result)
{
  if (ctl->is_json)
    {
      print_articles_json (query, result, FALSE);
      return;
    }
  for (guint i = 0; i < result->hits->len; i++)
    print_article (result->hits->pdata[i]);
  if (result->hits->len == 0)
    tell_nothing (ctl, result);
  tell_words (ctl, result);
}

static void
add_message (JsonBuilder         *builder,
             const CorMessageHit *hit)
{
  static const char *const senders[] = { "none", "customer", "agent", "bot" };

  json_builder_begin_object (builder);
  cor_ctl_json_int (builder, "id", hit->id);
  cor_ctl_json_text (builder, "remote_id", hit->remote_id);
  cor_ctl_json_text (builder, "conversation", hit->display_id);
  cor_ctl_json_int (builder, "account", hit->account);
  cor_ctl_json_text (builder, "channel", cor_ctl_channel_get_name (hit->channel));
  cor_ctl_json_int (builder, "customer", hit->customer);
  cor_ctl_json_text (builder, "customer_name", hit->customer_name);
  cor_ctl_json_text (builder, "sender", senders[MIN (hit->sender_kind, G_N_ELEMENTS (senders) - 1)]);
  cor_ctl_json_text (builder, "sender_name", hit->sender_name);
  cor_ctl_json_bool (builder, "private", hit->is_private);
  cor_ctl_json_time (builder, "created_at", hit->created_at);
  json_builder_set_member_name (builder, "score");
  json_builder_add_double_value (builder, hit->score);
  cor_ctl_json_text (builder, "excerpt", hit->excerpt->text);
  add_marks (builder, "excerpt_marks", hit->excerpt->text, hit->excerpt->marks);
  json_builder_end_object (builder);
}

static void
print_messages_json (const char             *query,
                     const CorMessageResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "query", query);
  json_builder_set_member_name (builder, "hits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->hits->len; i++)
    add_message (builder, result->hits->pdata[i]);
  json_builder_end_array (builder);
  cor_ctl_json_texts (builder, "unknown", result->unknown);
  cor_ctl_json_int (builder, "found", result->n_found);
  cor_ctl_json_int (builder, "waiting", result->n_waiting);
  add_ms (builder, result->took_us);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static void
print_message (const CorMessageHit *hit)
{
  g_autofree char *name = cor_ctl_clean_line (hit->customer_name);
  g_autofree char *sender = cor_ctl_clean_line (hit->sender_name);
  g_autofree char *when = cor_ctl_dup_when (hit->created_at);
  g_autofree char *excerpt = cor_ctl_mark (hit->excerpt->text, hit->excerpt->marks);

  cor_ctl_print ("#%s  %s  %s  %s", hit->display_id, name, cor_ctl_channel_get_name (hit->channel), when);
  if (*sender != '\0' && !g_str_equal (sender, name))
    cor_ctl_print ("  %s", sender);
  if (hit->is_private)
    cor_ctl_print ("  (%s)", _ ("private note"));
  cor_ctl_print ("\n    %s\n", excerpt);
}

void
cor_ctl_messages_print (CorCtl                 *ctl,
                        const char             *query,
                        const CorMessageResult *result)
{
  g_autofree char *unknown = g_strjoinv (", ", result->unknown);

  if (ctl->is_json)
    {
      print_messages_json (query, result);
      return;
    }
  for (guint i = 0; i < result->hits->len; i++)
    print_message (result->hits->pdata[i]);
  if (result->hits->len == 0)
    cor_ctl_say (ctl, "%s", _ ("No message was found."));
  if (*unknown != '\0')
    {
      g_autofree char *clean = cor_ctl_clean_line (unknown);

      /* Translators: %s are words that somebody searched for */
      cor_ctl_say (ctl, _ ("In no message: %s"), clean);
    }
}
