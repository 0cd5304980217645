/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-gap-article"

#include "config.h"

#include "cor-gap-article.h"

#include "cor-own-values.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* Signs; a heading, not a letter */
#define MAX_TITLE 160

static void
fill_words (const char **words)
{
  /* TRANSLATORS: these stand in a text where a customer's own values were taken out; keep the brackets */
  words[COR_OWN_VALUE_NAME] = _ ("[name]");
  words[COR_OWN_VALUE_CONTACT] = _ ("[address or number]");
  words[COR_OWN_VALUE_ACCOUNT] = _ ("[account]");
  words[COR_OWN_VALUE_REFERENCE] = _ ("[reference]");
  words[COR_OWN_VALUE_AMOUNT] = _ ("[amount]");
  words[COR_OWN_VALUE_FIGURE] = _ ("[date or figure]");
  words[COR_OWN_VALUE_LINK] = _ ("[link]");
}

static char *
dup_title (const char *question)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (question), "\r\n\t", ' '));

  if (g_utf8_strlen (line, -1) <= MAX_TITLE)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, MAX_TITLE - 1) = '\0';
  return g_strconcat (line, "…", NULL);
}

/* A line of a message is a paragraph of an article. */
static char *
dup_paragraphs (const char *reply)
{
  g_auto (GStrv) lines = g_strsplit (reply, "\n", -1);

  return g_strjoinv ("\n\n", lines);
}

/**
 * cor_gap_article_new:
 * @n_masked: (out): so many values of the customer were taken out of the reply
 *
 * Returns: (transfer full): what the article begins with: the question, and the words of the reply without what is one
 *   customer's own; without a reply no text
 */
CorArticleData *
cor_gap_article_new (const CorGapStory *story, guint *n_masked)
{
  CorArticleData    *article = cor_article_data_new ();
  const char        *words[COR_OWN_VALUES] = { NULL };
  const char *const *names = (const char *const *) story->names;
  g_autofree char   *masked = NULL;

  fill_words (words);
  *n_masked = 0;
  article->questions = cor_own_values_mask (story->question, names, words, NULL);
  article->title = dup_title (article->questions);
  article->locale = g_strdup (story->locale);
  article->audience = g_strdup ("internal");
  masked = cor_own_values_mask (story->reply != NULL ? story->reply : "", names, words, n_masked);
  article->body = dup_paragraphs (masked);
  return article;
}

/**
 * cor_gap_article_edit:
 * @parent: the window it belongs to
 *
 * Returns: (transfer none): the editor with what the article begins with, on screen
 */
GtkWidget *
cor_gap_article_edit (const CorGapStory *story, CorSession *session, GtkWindow *parent)
{
  guint n_masked = 0;
  g_autoptr (CorArticleData) article = cor_gap_article_new (story, &n_masked);
  GtkWidget       *editor = cor_article_editor_new (session, parent, article);
  g_autofree char *hint = NULL;

  if (story->reply == NULL)
    hint = g_strdup (_ ("No reply to this question is known here: write what answers it."));
  else if (n_masked == 0)
    hint = g_strdup (_ ("Begun from the reply that was sent. It speaks to one customer: make it true for all."));
  else
    hint = g_strdup_printf (ngettext ("Begun from the reply that was sent; %u value of that customer was taken out. Make it true for all.",
                                      "Begun from the reply that was sent; %u values of that customer were taken out. Make it true for all.", n_masked),
                            n_masked);
  cor_article_editor_set_hint (COR_ARTICLE_EDITOR (editor), hint);
  gtk_window_present (GTK_WINDOW (editor));
  return editor;
}
