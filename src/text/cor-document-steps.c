/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-document-steps"

#include "config.h"

#include "cor-document-steps.h"

#include <string.h>

static void
step_free (gpointer data)
{
  CorStep *step = data;

  g_free (step->title);
  g_free (step->detail);
  g_free (step);
}

/* What is between a title and its detail is a dash or a colon of any script. */
static const char *
skip_dash (const char *text)
{
  static const char *const dashes = " \t—–-:：";

  while (*text != '\0' && g_utf8_strchr (dashes, -1, g_utf8_get_char (text)) != NULL)
    text = g_utf8_next_char (text);
  return text;
}

/* The bold beginning is the title, as in "**Verify who asks** — agent, at once"; else all is. */
static CorStep *
make_step (const char     *text,
           const CorBlock *leaf)
{
  CorStep         *step = g_new0 (CorStep, 1);
  guint            end = leaf->start;
  g_autofree char *rest = NULL;

  for (guint i = 0; i < leaf->runs->len && g_array_index (leaf->runs, CorRun, i).start == end && (g_array_index (leaf->runs, CorRun, i).style & COR_RUN_BOLD) != 0; i++)
    end = g_array_index (leaf->runs, CorRun, i).end;
  if (end == leaf->start)
    end = leaf->end;
  step->title = g_strstrip (g_strndup (text + leaf->start, end - leaf->start));
  rest = g_strndup (text + end, leaf->end - end);
  step->detail = g_strstrip (g_strdup (skip_dash (rest)));
  return step;
}

static const CorBlock *
find_leaf (const CorBlock *block)
{
  while (block->children != NULL)
    {
      if (block->children->len == 0)
        return NULL;
      block = block->children->pdata[0];
    }
  return block->runs != NULL ? block : NULL;
}

static const CorBlock *
find_list (const CorBlock *block)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      const CorBlock *child = block->children->pdata[i];

      if (child->kind == COR_BLOCK_LIST && child->children->len > 0 && ((const CorBlock *) child->children->pdata[0])->number > 0)
        return child;
    }
  return NULL;
}

/**
 * cor_document_list_steps:
 *
 * The steps of a procedure are its first numbered list.
 *
 * Returns: (transfer full) (element-type CorStep): in order; none where it has no such list
 */
GPtrArray *
cor_document_list_steps (const CorDocument *self)
{
  GPtrArray      *steps = g_ptr_array_new_with_free_func (step_free);
  const CorBlock *list = find_list (cor_document_get_root (self));

  for (guint i = 0; list != NULL && i < list->children->len; i++)
    {
      const CorBlock *leaf = find_leaf (list->children->pdata[i]);

      if (leaf != NULL)
        g_ptr_array_add (steps, make_step (cor_document_get_text (self), leaf));
    }
  return steps;
}
