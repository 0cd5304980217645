/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-insert"

#include "config.h"

#include "cor-knowledge-insert.h"

#include "cor-knowledge-text.h"
#include "cor-reply-insert.h"
#include "cor-store-readings.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static gboolean
is_restricted (const CorArticleData *article)
{
  return g_strcmp0 (article->audience, "restricted") == 0;
}

/**
 * cor_knowledge_get_insert_obstacle:
 * @article: (nullable): with its text
 *
 * Returns: (transfer none) (nullable): why its words may not be put into a reply, in the user's language; %NULL: they may
 */
const char *
cor_knowledge_get_insert_obstacle (const CorArticleData *article)
{
  if (article == NULL)
    return _ ("There is nothing to insert.");
  if (!cor_article_data_is_public (article))
    return is_restricted (article) ? _ ("Restricted: it can be read, but not sent to a customer.") : _ ("Internal: it can be read, but not sent to a customer.");
  return NULL;
}

/**
 * cor_knowledge_get_link_obstacle:
 * @article: (nullable): an article
 *
 * Returns: (transfer none) (nullable): why it cannot be linked, in the user's language; %NULL: it can
 */
const char *
cor_knowledge_get_link_obstacle (const CorArticleData *article)
{
  if (article == NULL)
    return _ ("There is nothing to link.");
  if (!cor_article_data_is_public (article))
    return is_restricted (article) ? _ ("Restricted: it has no link for customers.") : _ ("Internal: it has no link for customers.");
  if (article->url == NULL || article->url[0] == '\0')
    return _ ("It has no public address.");
  return NULL;
}

/**
 * cor_knowledge_dup_opening:
 * @article: with its text
 *
 * Articles begin with the answer, and go into detail under headings.
 *
 * Returns: (transfer full): what stands before the first heading, as plain text; all of it where there is nothing
 *   before it, or no heading at all
 */
char *
cor_knowledge_dup_opening (const CorArticleData *article)
{
  g_autoptr (CorDocument) document = cor_knowledge_document_new (article->kind, article->body);
  GPtrArray      *headings = cor_document_get_headings (document);
  const CorBlock *first = headings->len > 0 ? headings->pdata[0] : NULL;
  CorTextRange    range = { 0, (guint) strlen (cor_document_get_text (document)) };

  if (first != NULL && first->start > 0)
    range.end = first->start;
  return g_strstrip (cor_document_dup_plain (document, range));
}

static gboolean
insert (GtkWidget *from, const CorArticleData *article, const char *text)
{
  const CorInsertSource source = {
    .kind = COR_SOURCE_ARTICLE,
    .id = article->slug,
    .version = article->digest,
    .locale = article->locale,
  };

  cor_reply_insert (from, text, &source);
  return TRUE;
}

/**
 * cor_knowledge_insert:
 * @from: any widget in the window of the conversation
 * @article: where the text is from
 * @text: what of it
 *
 * Inserts it where the caret of the reply is; of a template the picker is opened, which fills it for the customer.
 * Only public words go.
 *
 * Returns: whether there was a place for it
 */
gboolean
cor_knowledge_insert (GtkWidget *from, const CorArticleData *article, const char *text)
{
  g_return_val_if_fail (GTK_IS_WIDGET (from), FALSE);

  if (cor_knowledge_get_insert_obstacle (article) != NULL)
    return FALSE;
  /* what is kept of a template for the search has dots where its variables stood: the picker fills them */
  if (article->kind == COR_ARTICLE_TEMPLATE)
    return gtk_widget_activate_action (from, COR_REPLY_USE_TEMPLATE, "s", article->slug);
  return text[0] != '\0' && insert (from, article, text);
}

/**
 * cor_knowledge_insert_link:
 * @from: any widget in the window of the conversation
 * @article: what is linked
 *
 * Inserts the public address where the caret of the reply is.
 *
 * Returns: whether there was a place for it
 */
gboolean
cor_knowledge_insert_link (GtkWidget *from, const CorArticleData *article)
{
  g_return_val_if_fail (GTK_IS_WIDGET (from), FALSE);

  return cor_knowledge_get_link_obstacle (article) == NULL && insert (from, article, article->url);
}

static void
on_marked (GObject *source, GAsyncResult *result, gpointer unused)
{
  g_autoptr (GError) error = NULL;

  if (!cor_store_mark_article_finish (COR_STORE (source), result, &error))
    g_debug ("used: %s", error->message);
}

/**
 * cor_knowledge_mark_used:
 * @article: local id of what was put into a reply, or linked
 */
void
cor_knowledge_mark_used (CorStore *store, gint64 article)
{
  cor_store_mark_article_async (store, article, COR_READING_USED, NULL, on_marked, NULL);
}
