/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-document"

#include "config.h"

#include "cor-document.h"
#include "cor-document-builder.h"
#include "cor-html.h"

#include <string.h>

struct _CorDocument
{
  gatomicrefcount ref_count;
  char           *text;
  CorBlock       *root;
  GStringChunk   *strings;  /* what the blocks point to */
  GPtrArray      *headings; /* borrowed */
  GPtrArray      *leaves;   /* borrowed */
};

void
cor_block_free (CorBlock *block)
{
  if (block == NULL)
    return;
  g_clear_pointer (&block->runs, g_array_unref);
  g_clear_pointer (&block->children, g_ptr_array_unref);
  g_free (block);
}

static void
collect (CorDocument *self, CorBlock *block)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    collect (self, g_ptr_array_index (block->children, i));
  if (block->kind == COR_BLOCK_HEADING)
    g_ptr_array_add (self->headings, block);
  if (block->children == NULL)
    g_ptr_array_add (self->leaves, block);
}

/* Takes all three; for the builder. */
CorDocument *
cor_document_new_taking (CorBlock *root, char *text, GStringChunk *strings)
{
  CorDocument *self = g_new0 (CorDocument, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->root = root;
  self->text = text;
  self->strings = strings;
  self->headings = g_ptr_array_new ();
  self->leaves = g_ptr_array_new ();
  collect (self, root);
  return self;
}

static char *
dup_valid (const char *source)
{
  gsize            len = source ? strnlen (source, COR_DOCUMENT_MAX_SOURCE) : 0;
  g_autofree char *valid = g_utf8_make_valid (source ? source : "", (gssize) len);
  g_auto (GStrv) lines = NULL;

  if (strchr (valid, '\r') == NULL)
    return g_steal_pointer (&valid);
  lines = g_strsplit (valid, "\r\n", -1);
  g_free (valid);
  valid = g_strjoinv ("\n", lines);
  return g_strdelimit (g_steal_pointer (&valid), "\r", '\n');
}

/* What the reader gave up on is shown without markup: nothing of it is lost. */
static CorDocument *
make_plain (const char *text)
{
  CorDocumentBuilder builder;

  cor_document_builder_init (&builder);
  cor_document_builder_plain (&builder, text);
  return cor_document_builder_finish (&builder);
}

/* Editors of help centres that write HTML begin with a block and end with one. */
static gboolean
is_html (const char *text)
{
  static const char *const names[] = { "address", "article", "blockquote", "body", "center", "div", "dl", "figure", "h1",
                                       "h2", "h3", "h4", "h5", "h6", "head", "html", "main", "ol", "p", "pre",
                                       "section", "table", "ul" };
  const char              *end = text + strlen (text);
  gsize                    len = 0;

  while (g_ascii_isspace (*text))
    text++;
  if (g_ascii_strncasecmp (text, "<!doctype html", 14) == 0)
    return TRUE;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  if (*text != '<' || end[-1] != '>')
    return FALSE;
  for (text++; g_ascii_isalnum (text[len]); len++)
    ;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == len && g_ascii_strncasecmp (names[i], text, len) == 0)
      return TRUE;
  return FALSE;
}

static CorDocument *
read_markdown (const char *markdown, gboolean keeps_lines)
{
  g_autofree char   *valid = dup_valid (markdown);
  CorDocumentBuilder builder;

  cor_document_builder_init (&builder);
  builder.keeps_lines = keeps_lines;
  if (cor_document_read_markdown (&builder, valid))
    return cor_document_builder_finish (&builder);
  cor_document_builder_clear (&builder);
  return make_plain (valid);
}

/**
 * cor_document_new_from_markdown:
 * @markdown: (nullable): CommonMark with tables, struck out text, task lists and bare addresses, as help centres
 *   write it, and some HTML in it
 *
 * HTML keeps what articles use of it; scripts, styles and what is hidden are dropped. Nothing is loaded. Source
 * behind %COR_DOCUMENT_MAX_SOURCE is not read; a source that is made to be expensive is shown as it is written.
 * Any thread.
 *
 * Returns: (transfer full): the document
 */
CorDocument *
cor_document_new_from_markdown (const char *markdown)
{
  return read_markdown (markdown, FALSE);
}

/**
 * cor_document_new_from_html:
 * @html: (nullable): HTML in UTF-8
 *
 * The same of HTML. Any thread.
 *
 * Returns: (transfer full): the document
 */
CorDocument *
cor_document_new_from_html (const char *html)
{
  g_autofree char   *valid = dup_valid (html);
  g_autofree char   *plain = NULL;
  CorDocumentBuilder builder;

  cor_document_builder_init (&builder);
  if (cor_document_read_html (&builder, valid, strlen (valid)))
    return cor_document_builder_finish (&builder);
  cor_document_builder_clear (&builder);
  plain = cor_html_to_text (valid, strlen (valid));
  return make_plain (plain);
}

/**
 * cor_document_new:
 * @source: (nullable): the body of an article
 *
 * HTML when it looks like a page of it, Markdown otherwise. Any thread.
 *
 * Returns: (transfer full): the document
 */
CorDocument *
cor_document_new (const char *source)
{
  return source != NULL && is_html (source) ? cor_document_new_from_html (source) : cor_document_new_from_markdown (source);
}

/**
 * cor_document_new_from_template:
 * @source: (nullable): a text that is sent as it is written
 *
 * The same as cor_document_new(), but the ends of its lines are meant. Any thread.
 *
 * Returns: (transfer full): the document
 */
CorDocument *
cor_document_new_from_template (const char *source)
{
  return source != NULL && is_html (source) ? cor_document_new_from_html (source) : read_markdown (source, TRUE);
}

/**
 * cor_document_ref:
 *
 * Returns: (transfer full): the same document
 */
CorDocument *
cor_document_ref (CorDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cor_document_unref:
 * @self: (transfer full): a document
 */
void
cor_document_unref (CorDocument *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->leaves);
  cor_block_free (self->root);
  g_string_chunk_free (self->strings);
  g_free (self->text);
  g_free (self);
}

/**
 * cor_document_get_text:
 *
 * What is read, without markup, marks of lists and borders: leaves stand on lines, cells of a row beside one another
 * with a tab between. All offsets are bytes of it.
 *
 * Returns: (transfer none): valid UTF-8
 */
const char *
cor_document_get_text (const CorDocument *self)
{
  return self->text;
}

/**
 * cor_document_get_root:
 *
 * Returns: (transfer none): the block that holds all others
 */
const CorBlock *
cor_document_get_root (const CorDocument *self)
{
  return self->root;
}

/**
 * cor_document_get_headings:
 *
 * Returns: (transfer none) (element-type CorBlock): the headings in order
 */
GPtrArray *
cor_document_get_headings (const CorDocument *self)
{
  return self->headings;
}

/**
 * cor_document_get_leaves:
 *
 * Returns: (transfer none) (element-type CorBlock): the blocks that have text of their own, in order
 */
GPtrArray *
cor_document_get_leaves (const CorDocument *self)
{
  return self->leaves;
}

/**
 * cor_document_find_heading:
 * @id: what a link to it names, with or without percent signs
 *
 * Returns: (transfer none) (nullable): the heading
 */
const CorBlock *
cor_document_find_heading (const CorDocument *self, const char *id)
{
  g_autofree char *plain = id ? g_uri_unescape_string (id, NULL) : NULL;
  g_autofree char *lower = plain ? g_utf8_strdown (plain, -1) : NULL;

  for (guint i = 0; lower != NULL && i < self->headings->len; i++)
    {
      const CorBlock *heading = g_ptr_array_index (self->headings, i);

      if (g_str_equal (heading->id, lower))
        return heading;
    }
  return NULL;
}

/* The last of @blocks that begins at @offset or before it. */
static const CorBlock *
find_last (GPtrArray *blocks, guint offset)
{
  guint low = 0;
  guint high = blocks->len;

  while (low < high)
    {
      guint           middle = low + (high - low) / 2;
      const CorBlock *block = g_ptr_array_index (blocks, middle);

      if (block->start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? g_ptr_array_index (blocks, low - 1) : NULL;
}

/**
 * cor_document_get_leaf_at:
 * @offset: bytes of the text
 *
 * Returns: (transfer none) (nullable): the leaf that has the byte
 */
const CorBlock *
cor_document_get_leaf_at (const CorDocument *self, guint offset)
{
  return find_last (self->leaves, offset);
}

/**
 * cor_document_get_heading_at:
 * @offset: bytes of the text
 *
 * Returns: (transfer none) (nullable): the heading above the byte; %NULL before the first
 */
const CorBlock *
cor_document_get_heading_at (const CorDocument *self, guint offset)
{
  return find_last (self->headings, offset);
}

/**
 * cor_document_get_section:
 * @heading: (nullable): one of the headings; %NULL: what stands before the first
 *
 * Returns: from the heading to before the next one that is not below it
 */
CorTextRange
cor_document_get_section (const CorDocument *self, const CorBlock *heading)
{
  CorTextRange range = { heading ? heading->start : 0, self->root->end };

  for (guint i = 0; i < self->headings->len; i++)
    {
      const CorBlock *next = g_ptr_array_index (self->headings, i);

      if (heading == NULL || (next->start > heading->start && next->level <= heading->level))
        {
          range.end = next->start > range.start ? next->start - 1 : next->start;
          break;
        }
    }
  return range;
}
