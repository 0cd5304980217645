/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-article-page"

#include "config.h"

#include "cor-article-page.h"

#include "cor-script.h"

#include <string.h>

/* Half see-through, so that one colour does for both styles. */
static void
fill (PangoAttrList *attributes, guint start, guint end, guint rgb, double alpha)
{
  PangoAttribute *color = pango_attr_background_new ((guint16) ((rgb >> 16 & 0xff) * 0x101), (guint16) ((rgb >> 8 & 0xff) * 0x101), (guint16) ((rgb & 0xff) * 0x101));
  PangoAttribute *strength = pango_attr_background_alpha_new ((guint16) (alpha * 0xffff));

  color->start_index = strength->start_index = start;
  color->end_index = strength->end_index = end;
  pango_attr_list_change (attributes, color);
  pango_attr_list_change (attributes, strength);
}

static void
add_over (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_change (attributes, attribute);
}

/**
 * cor_article_fill_sought:
 * @attributes: of a label
 * @start: the first byte of what was searched for
 * @end: the byte behind it
 */
void
cor_article_fill_sought (PangoAttrList *attributes, guint start, guint end)
{
  fill (attributes, start, end, 0xe5a50a, 0.375);
}

/**
 * cor_article_fill_current:
 *
 * The one of all that were found that is looked at: it differs in more than colour.
 */
void
cor_article_fill_current (PangoAttrList *attributes, guint start, guint end)
{
  fill (attributes, start, end, 0xe5a50a, 0.6);
  add_over (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
}

/**
 * cor_article_fill_added:
 *
 * What is new.
 */
void
cor_article_fill_added (PangoAttrList *attributes, guint start, guint end)
{
  fill (attributes, start, end, 0x1f8a55, 0.24);
}

/**
 * cor_article_fill_removed:
 *
 * What is gone: it is struck out too.
 */
void
cor_article_fill_removed (PangoAttrList *attributes, guint start, guint end)
{
  fill (attributes, start, end, 0xd01c26, 0.2);
  add_over (attributes, pango_attr_strikethrough_new (TRUE), start, end);
}

/**
 * cor_article_page_new:
 * @document: an article
 * @is_insertable: whether parts of it may be put into a reply
 *
 * Returns: (transfer full): the article without marks
 */
CorArticlePage *
cor_article_page_new (CorDocument *document, gboolean is_insertable)
{
  CorArticlePage *self = g_new0 (CorArticlePage, 1);
  const char     *text = cor_document_get_text (document);

  g_ref_count_init (&self->ref_count);
  self->document = cor_document_ref (document);
  self->language = cor_text_language_tag (text);
  self->is_rtl = cor_text_is_rtl (text);
  self->is_insertable = is_insertable;
  self->sought = g_array_new (FALSE, FALSE, sizeof (CorTextRange));
  self->found = g_array_new (FALSE, FALSE, sizeof (CorTextRange));
  self->added = g_array_new (FALSE, FALSE, sizeof (CorTextRange));
  self->current = G_MAXUINT;
  return self;
}

/**
 * cor_article_page_ref:
 *
 * Returns: (transfer full): the same page
 */
CorArticlePage *
cor_article_page_ref (CorArticlePage *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cor_article_page_unref:
 * @self: (transfer full): a page
 */
void
cor_article_page_unref (CorArticlePage *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  cor_document_unref (self->document);
  g_array_unref (self->sought);
  g_array_unref (self->found);
  g_array_unref (self->added);
  g_free (self);
}

/* Only the scheme tells them apart later: nothing but a label of ours ever reads these. */
static void
open_link (GString *markup, const CorRun *run)
{
  static const char *const schemes[] = { "", "", "article:", "heading:", "" };
  g_autofree char         *address = g_strconcat (schemes[run->link], run->target, NULL);
  g_autofree char         *escaped = g_markup_escape_text (address, -1);
  gboolean                 is_web = run->link == COR_LINK_WEB || run->link == COR_LINK_IMAGE;

  g_string_append_printf (markup, "<a href=\"%s\"", escaped);
  if (is_web)
    g_string_append_printf (markup, " title=\"%s\"", escaped);
  g_string_append_c (markup, '>');
}

static void
append_run (GString *markup, const CorRun *run, const char *text, gboolean has_links)
{
  static const struct
  {
    guint       style;
    const char *open, *close;
  } tags[] = {
    { COR_RUN_BOLD, "<b>", "</b>" },
    { COR_RUN_ITALIC, "<i>", "</i>" },
    { COR_RUN_STRUCK, "<s>", "</s>" },
    { COR_RUN_CODE, "<tt>", "</tt>" },
    { COR_RUN_RAISED, "<sup>", "</sup>" },
    { COR_RUN_LOWERED, "<sub>", "</sub>" },
  };
  g_autofree char *escaped = g_markup_escape_text (text + run->start, (gssize) (run->end - run->start));
  gboolean         is_link = has_links && run->link != COR_LINK_NONE && run->target != NULL;

  if (is_link)
    open_link (markup, run);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (run->style & tags[i].style)
      g_string_append (markup, tags[i].open);
  g_string_append (markup, escaped);
  for (guint i = G_N_ELEMENTS (tags); i > 0; i--)
    if (run->style & tags[i - 1].style)
      g_string_append (markup, tags[i - 1].close);
  if (is_link)
    g_string_append (markup, "</a>");
}

/**
 * cor_article_page_dup_markup:
 * @leaf: a leaf of the document
 *
 * Its bytes are those of the document's text from the start of @leaf on.
 *
 * Returns: (transfer full): markup for a label
 */
char *
cor_article_page_dup_markup (const CorArticlePage *self, const CorBlock *leaf)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < leaf->runs->len; i++)
    append_run (markup, &g_array_index (leaf->runs, CorRun, i), cor_document_get_text (self->document), leaf->kind != COR_BLOCK_IMAGE);
  return g_string_free (markup, FALSE);
}

typedef void (*Fill) (PangoAttrList *attributes, guint start, guint end);

/* The first of @ranges that ends behind @offset. */
static guint
find_first (GArray *ranges, guint offset)
{
  guint low = 0;
  guint high = ranges->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (ranges, CorTextRange, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
fill_ranges (PangoAttrList *attributes, GArray *ranges, const CorBlock *leaf, Fill fill_one)
{
  for (guint i = find_first (ranges, leaf->start); i < ranges->len; i++)
    {
      CorTextRange range = g_array_index (ranges, CorTextRange, i);
      guint        start = MAX (range.start, leaf->start);
      guint        end = MIN (range.end, leaf->end);

      if (range.start >= leaf->end)
        break;
      if (end > start)
        fill_one (attributes, start - leaf->start, end - leaf->start);
    }
}

/**
 * cor_article_page_dup_attributes:
 * @leaf: a leaf of the document
 *
 * The language of the text and all marks in it.
 *
 * Returns: (transfer full): attributes for the label that shows @leaf
 */
PangoAttrList *
cor_article_page_dup_attributes (const CorArticlePage *self, const CorBlock *leaf)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (self->language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string (self->language)));
  for (guint i = 0; leaf->kind != COR_BLOCK_CODE && i < leaf->runs->len; i++)
    {
      const CorRun *run = &g_array_index (leaf->runs, CorRun, i);

      if (run->style & COR_RUN_CODE)
        fill (attributes, run->start - leaf->start, run->end - leaf->start, 0x808080, 0.17);
    }
  fill_ranges (attributes, self->added, leaf, cor_article_fill_added);
  fill_ranges (attributes, self->sought, leaf, cor_article_fill_sought);
  fill_ranges (attributes, self->found, leaf, cor_article_fill_sought);
  if (self->current < self->found->len)
    {
      CorTextRange range = g_array_index (self->found, CorTextRange, self->current);

      if (range.start >= leaf->start && range.end <= leaf->end)
        cor_article_fill_current (attributes, range.start - leaf->start, range.end - leaf->start);
    }
  return attributes;
}
