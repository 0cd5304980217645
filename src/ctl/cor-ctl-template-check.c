/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-template-check"

#include "config.h"

#include "cor-ctl-template.h"

#include "cor-ctl-commands.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-template-pack.h"
#include "cor-template-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
count_covers (const GPtrArray *templates,
              const char      *locale,
              guint           *counts)
{
  for (guint i = 0; i < templates->len; i++)
    counts[cor_template_get_cover (templates->pdata[i], locale)]++;
}

static void
print_coverage_json (const GPtrArray *templates,
                     char *const     *locales)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "locales");
  json_builder_begin_array (builder);
  for (guint i = 0; locales[i] != NULL; i++)
    {
      guint counts[COR_N_TEMPLATE_COVERS] = { 0 };

      count_covers (templates, locales[i], counts);
      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "locale", locales[i]);
      for (guint cover = 0; cover < COR_N_TEMPLATE_COVERS; cover++)
        cor_ctl_json_int (builder, cor_template_cover_get_key ((CorTemplateCover) cover), counts[cover]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "templates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < templates->len; i++)
    {
      const CorTemplate *template = templates->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "id", template->id);
      cor_ctl_json_text (builder, "source", template->source);
      json_builder_set_member_name (builder, "covers");
      json_builder_begin_object (builder);
      for (guint j = 0; locales[j] != NULL; j++)
        cor_ctl_json_text (builder, locales[j], cor_template_cover_get_key (cor_template_get_cover (template, locales[j])));
      json_builder_end_object (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static void
print_coverage (const GPtrArray *templates,
                char *const     *locales)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("lrrrr", _ ("Language"), _ ("Approved"), _ ("Draft"), _ ("Stale"), _ ("Missing"), NULL);

  for (guint i = 0; locales[i] != NULL; i++)
    {
      guint            counts[COR_N_TEMPLATE_COVERS] = { 0 };
      g_autofree char *locale = cor_ctl_clean_line (locales[i]);
      g_autofree char *complete = NULL, *draft = NULL, *stale = NULL, *missing = NULL;

      count_covers (templates, locales[i], counts);
      complete = g_strdup_printf ("%u", counts[COR_TEMPLATE_COVER_COMPLETE]);
      draft = g_strdup_printf ("%u", counts[COR_TEMPLATE_COVER_DRAFT]);
      stale = g_strdup_printf ("%u", counts[COR_TEMPLATE_COVER_STALE]);
      missing = g_strdup_printf ("%u", counts[COR_TEMPLATE_COVER_MISSING]);
      cor_ctl_table_add (table, locale, complete, draft, stale, missing, NULL);
    }
  cor_ctl_table_print (table);
}

gboolean
cor_ctl_template_coverage (CorCtl  *ctl,
                           GError **error)
{
  g_autoptr (GPtrArray) templates = NULL;
  g_auto (GStrv) locales = NULL;

  if (!cor_ctl_parse (ctl, NULL, 0, 0, error))
    return FALSE;
  templates = cor_ctl_template_list_all (ctl, error);
  if (templates == NULL)
    return FALSE;
  locales = cor_template_list_locales (templates);
  if (ctl->is_json)
    print_coverage_json (templates, locales);
  else
    print_coverage (templates, locales);
  return TRUE;
}

/* A pack is a JSON document; everything else is the text of one template. */
static gboolean
check_text (const char *text,
            gsize       len,
            guint      *n_templates,
            guint      *n_texts,
            GError    **error)
{
  g_autoptr (CorTemplatePack) pack = NULL;
  g_autoptr (CorTemplateText) one = NULL;
  const char *start = text + strspn (text, " \t\r\n");

  if (*start == '{' && start[1] != '{' && start[1] != '%')
    {
      pack = cor_template_pack_parse (text, len, error);
      for (guint i = 0; pack != NULL && i < pack->templates->len; i++)
        *n_texts += ((CorTemplate *) pack->templates->pdata[i])->variants->len;
      *n_templates = pack != NULL ? pack->templates->len : 0;
      return pack != NULL;
    }
  one = cor_template_text_parse (text, error);
  *n_templates = *n_texts = 1;
  return one != NULL;
}

gboolean
cor_ctl_template_check (CorCtl  *ctl,
                        GError **error)
{
  g_autofree char *text = NULL;
  gsize            len = 0;
  guint            n_templates = 0;
  guint            n_texts = 0;
  g_autoptr (GError) reason = NULL;

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error))
    return FALSE;
  if (!g_file_get_contents (ctl->arguments[0], &text, &len, NULL))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("“%s” cannot be read"), ctl->arguments[0]);
      return FALSE;
    }
  if (!check_text (text, len, &n_templates, &n_texts, &reason))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, "%s: %s", ctl->arguments[0], reason->message);
      return FALSE;
    }
  if (ctl->is_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cor_ctl_json_int (builder, "templates", n_templates);
      cor_ctl_json_int (builder, "texts", n_texts);
      json_builder_end_object (builder);
      cor_ctl_json_print (builder);
    }
  else
    cor_ctl_say (ctl, ngettext ("%u text is in order.", "%u texts are in order.", n_texts), n_texts);
  return TRUE;
}
