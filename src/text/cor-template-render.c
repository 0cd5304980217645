/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-render"

#include "config.h"

#include "cor-template-text.h"

#include "cor-icu.h"
#include "cor-template-error.h"
#include "cor-template-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucal.h>

#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_ISOLATE "\u2069"

typedef struct
{
  const CorTemplateValues *values;
  const CorTemplateTarget *target;
  GString                 *text;
  GArray                  *spans;
  GPtrArray               *missing; /* (element-type utf8): names that are not known, each once */
  GError                  *error;
} Writer;

static void
add_span (Writer     *writer,
          gsize       start,
          const char *name,
          gboolean    is_missing)
{
  CorTemplateSpan span = { start, writer->text->len, name, is_missing };

  g_array_append_val (writer->spans, span);
}

static void
write_missing (Writer                *writer,
               const CorTemplateNode *node)
{
  gsize start = writer->text->len;

  if (!g_ptr_array_find (writer->missing, node->variable->name, NULL))
    g_ptr_array_add (writer->missing, (gpointer) node->variable->name);
  g_string_append (writer->text, node->text);
  add_span (writer, start, node->variable->name, TRUE);
}

static void
write_variable (Writer                *writer,
                const CorTemplateNode *node)
{
  const CorTemplateValue *value = cor_template_values_get (writer->values, node->variable->name);
  g_autofree char        *shown = NULL;
  gboolean                is_isolated;
  gsize                   start;

  if (value == NULL && node->fallback == NULL)
    {
      write_missing (writer, node);
      return;
    }
  shown = value != NULL ? cor_template_format (node, value, writer->target, writer->error == NULL ? &writer->error : NULL) : g_strdup (node->fallback);
  if (shown == NULL)
    return;

  /* what makes links of addresses might take the mark for a part of one */
  is_isolated = node->variable->kind != COR_TEMPLATE_LINK && cor_template_wants_isolation (shown, writer->target->locale);
  if (is_isolated)
    {
      g_string_append (writer->text, FIRST_STRONG_ISOLATE);
      shown = cor_template_keep_signs (shown, writer->target->locale);
    }
  start = writer->text->len;
  g_string_append (writer->text, shown);
  add_span (writer, start, node->variable->name, FALSE);
  if (is_isolated)
    g_string_append (writer->text, POP_ISOLATE);
}

static const GPtrArray *
find_arm (const CorTemplateNode *node,
          const char            *word)
{
  for (guint i = 0; i < node->arms->len; i++)
    {
      const CorTemplateArm *arm = node->arms->pdata[i];

      if (g_str_equal (arm->word, word))
        return arm->nodes;
    }
  return NULL;
}

static const GPtrArray *
choose_plural (const CorTemplateNode  *node,
               const CorTemplateValue *value,
               const char             *locale)
{
  gint64           count = value->kind == COR_TEMPLATE_LIST ? (gint64) g_strv_length (value->texts) : value->number;
  g_autofree char *exact = g_strdup_printf ("=%" G_GINT64_FORMAT, count);
  g_autofree char *word = cor_template_plural (value, locale);
  const GPtrArray *nodes = find_arm (node, exact);

  return nodes != NULL ? nodes : find_arm (node, word);
}

/* What a tag holds in this case; NULL: nothing. */
static const GPtrArray *
choose_arm (Writer                *writer,
            const CorTemplateNode *node)
{
  const CorTemplateValue *value = cor_template_values_get (writer->values, node->variable->name);
  const GPtrArray        *nodes = NULL;

  if (node->kind == COR_TEMPLATE_NODE_IF)
    return find_arm (node, value != NULL ? "if" : "else");
  if (value == NULL && !g_ptr_array_find (writer->missing, node->variable->name, NULL))
    g_ptr_array_add (writer->missing, (gpointer) node->variable->name);
  if (value != NULL)
    nodes = node->kind == COR_TEMPLATE_NODE_PLURAL ? choose_plural (node, value, writer->target->locale) : find_arm (node, value->text);
  return nodes != NULL ? nodes : find_arm (node, "other");
}

static void
write_nodes (Writer          *writer,
             const GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len && writer->error == NULL; i++)
    {
      const CorTemplateNode *node = nodes->pdata[i];
      const GPtrArray       *arm = NULL;

      switch (node->kind)
        {
        case COR_TEMPLATE_NODE_TEXT:
          g_string_append (writer->text, node->text);
          break;
        case COR_TEMPLATE_NODE_VARIABLE:
          write_variable (writer, node);
          break;
        case COR_TEMPLATE_NODE_IF:
        case COR_TEMPLATE_NODE_PLURAL:
        case COR_TEMPLATE_NODE_SELECT:
        default:
          arm = choose_arm (writer, node);
          if (arm != NULL)
            write_nodes (writer, arm);
          break;
        }
    }
}

static gboolean
check_zone (const char *zone,
            GError    **error)
{
  g_autofree UChar *units = NULL;
  UChar             canonical[128];
  UBool             is_known = FALSE;
  UErrorCode        status = U_ZERO_ERROR;
  int32_t           n = 0;

  if (zone == NULL)
    return TRUE;
  units = cor_icu_from_utf8 (zone, strlen (zone), &n);
  ucal_getCanonicalTimeZoneID (units, n, canonical, G_N_ELEMENTS (canonical), &is_known, &status);
  if (U_SUCCESS (status) && is_known)
    return TRUE;
  g_set_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_INVALID_VALUE, _ ("“%s” is not a time zone such as Asia/Shanghai"), zone);
  return FALSE;
}

static gboolean
finish (Writer  *writer,
        GError **error)
{
  g_autofree char *names = NULL;

  if (writer->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&writer->error));
      return FALSE;
    }
  if (writer->missing->len == 0 || writer->target->is_preview)
    return TRUE;
  g_ptr_array_add (writer->missing, NULL);
  names = g_strjoinv (", ", (char **) writer->missing->pdata);
  /* Translators: variables such as payment.reference */
  g_set_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_MISSING_VALUE, _ ("Not known, and this text needs it: %s"), names);
  return FALSE;
}

/**
 * cor_template_text_render:
 * @error: %COR_TEMPLATE_ERROR_MISSING_VALUE with every name, in no preview; %COR_TEMPLATE_ERROR_INVALID_VALUE
 *
 * Amounts, days, times and numbers are as CLDR has them for the target's locale. What is filled in is text,
 * whatever it contains, and cannot turn the direction of the text around it. Any thread.
 *
 * Returns: (transfer full) (nullable): the filled text
 */
CorTemplateFill *
cor_template_text_render (const CorTemplateText   *self,
                          const CorTemplateValues *values,
                          const CorTemplateTarget *target,
                          GError                 **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  CorTemplateFill *fill = NULL;
  Writer           writer = { values, target, NULL, NULL, missing, NULL };

  if (!check_zone (target->zone, error))
    return NULL;
  writer.text = g_string_new (NULL);
  writer.spans = g_array_new (FALSE, FALSE, sizeof (CorTemplateSpan));
  write_nodes (&writer, self->nodes);

  fill = g_new0 (CorTemplateFill, 1);
  fill->text = g_string_free (writer.text, FALSE);
  fill->spans = writer.spans;
  fill->missing = g_ptr_array_ref (missing);
  if (!finish (&writer, error))
    g_clear_pointer (&fill, cor_template_fill_free);
  return fill;
}

void
cor_template_fill_free (CorTemplateFill *self)
{
  g_free (self->text);
  g_array_unref (self->spans);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

/* The variable whose tag begins at @start, such as “{{payment.amount | money}}”; NULL: this is no tag of ours. */
static const CorTemplateVariable *
read_tag (const char  *start,
          const char **end)
{
  const char      *close = strstr (start, "}}");
  const char      *name = start + 2;
  g_autofree char *own = NULL;

  while (*name == ' ')
    name++;
  if (close == NULL)
    return NULL;
  *end = close + 2;
  own = g_strndup (name, strcspn (name, " |}\n"));
  return cor_template_variable_find (own);
}

/**
 * cor_template_find_tags:
 * @text: a reply, typed or filled
 *
 * The tags that were not filled in: of variables that templates know, with or without filters. Any thread.
 *
 * Returns: (transfer full) (element-type CorTemplateSpan): ascending, all of them missing
 */
GArray *
cor_template_find_tags (const char *text)
{
  GArray     *spans = g_array_new (FALSE, FALSE, sizeof (CorTemplateSpan));
  const char *at = text;

  while ((at = strstr (at, "{{")) != NULL)
    {
      const char                *end = at + 2;
      const CorTemplateVariable *variable = read_tag (at, &end);

      if (variable != NULL)
        {
          CorTemplateSpan span = { (gsize) (at - text), (gsize) (end - text), variable->name, TRUE };

          g_array_append_val (spans, span);
        }
      else
        end = at + 2; /* another one may begin within */
      at = end;
    }
  return spans;
}
