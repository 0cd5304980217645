/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-gaps"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-csv.h"
#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-store-gaps.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
add_json (JsonBuilder      *builder,
          const CorGapData *gap)
{
  json_builder_begin_object (builder);
  cor_ctl_json_int (builder, "id", gap->id);
  cor_ctl_json_text (builder, "text", gap->text);
  cor_ctl_json_text (builder, "locale", gap->locale);
  cor_ctl_json_text (builder, "state", gap->is_open ? "open" : "closed");
  cor_ctl_json_int (builder, "asked", gap->n_asked);
  cor_ctl_json_time (builder, "asked_first_at", gap->asked_first_at);
  cor_ctl_json_time (builder, "asked_last_at", gap->asked_last_at);
  cor_ctl_json_time (builder, "closed_at", gap->closed_at);
  cor_ctl_json_text (builder, "article", gap->slug);
  json_builder_end_object (builder);
}

static char *
dup_day (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time);

  return time != 0 && moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("");
}

static char *
dup_csv (GPtrArray *gaps)
{
  GString *csv = g_string_new ("id,text,locale,state,asked,asked_first_at,asked_last_at,article\r\n");

  for (guint i = 0; i < gaps->len; i++)
    {
      const CorGapData *gap = gaps->pdata[i];
      g_autofree char  *first = dup_day (gap->asked_first_at), *last = dup_day (gap->asked_last_at);

      g_string_append_printf (csv, "%" G_GINT64_FORMAT ",", gap->id);
      cor_csv_append (csv, gap->text);
      g_string_append_c (csv, ',');
      cor_csv_append (csv, gap->locale);
      g_string_append_printf (csv, ",%s,%u,%s,%s,", gap->is_open ? "open" : "closed", gap->n_asked, first, last);
      cor_csv_append (csv, gap->slug);
      g_string_append (csv, "\r\n");
    }
  return g_string_free (csv, FALSE);
}

static char *
dup_json_lines (GPtrArray *gaps)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) root = NULL;
      g_autofree char *line = NULL;

      add_json (builder, gaps->pdata[i]);
      root = json_builder_get_root (builder);
      line = json_to_string (root, FALSE);
      g_string_append_printf (lines, "%s\n", line);
    }
  return g_string_free (lines, FALSE);
}

static gboolean export(CorCtl     *ctl,
                       GPtrArray  *gaps,
                       const char *file,
                       GError    **error)
{
  g_autofree char *text = g_str_has_suffix (file, ".csv") ? dup_csv (gaps) : dup_json_lines (gaps);
  g_autofree char *name = g_filename_display_name (file);
  g_autoptr (GError) failure = NULL;

  if (!g_file_set_contents (file, text, -1, &failure))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("“%s” cannot be written: %s"), name, failure->message);
      return FALSE;
    }
  cor_ctl_say (ctl, ngettext ("%u question was written.", "%u questions were written.", gaps->len), gaps->len);
  return TRUE;
}

static void
print_gaps (CorCtl    *ctl,
            GPtrArray *gaps)
{
  g_autoptr (CorCtlTable) table = NULL;

  if (ctl->is_json)
    {
      cor_ctl_json_begin_list ("gaps");
      for (guint i = 0; i < gaps->len; i++)
        {
          g_autoptr (JsonBuilder) item = json_builder_new ();

          add_json (item, gaps->pdata[i]);
          cor_ctl_json_add_item (item, i == 0);
        }
      cor_ctl_json_end_list ("total", gaps->len);
      return;
    }
  table = cor_ctl_table_new ("rrll", _ ("ID"), _ ("Asked"), _ ("State"), _ ("Question"), NULL);
  for (guint i = 0; i < gaps->len; i++)
    {
      const CorGapData *gap = gaps->pdata[i];
      g_autofree char  *id = g_strdup_printf ("%" G_GINT64_FORMAT, gap->id), *asked = g_strdup_printf ("%u", gap->n_asked);

      cor_ctl_table_add (table, id, asked, gap->is_open ? _ ("open") : _ ("closed"), gap->text, NULL);
    }
  cor_ctl_table_print (table);
}

gboolean
cor_ctl_kb_gaps (CorCtl  *ctl,
                 GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autofree char   *file = NULL;
  gboolean           with_closed = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &with_closed, N_ ("Closed ones too"), NULL },
    { "export", 0, 0, G_OPTION_ARG_FILENAME, &file, N_ ("Write them to a file: .csv, else a JSON object a line"), N_ ("FILE") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (GPtrArray) gaps = NULL;

  if (!cor_ctl_parse (ctl, entries, 0, 0, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_list_gaps_async (ctl->store, with_closed, NULL, cor_ctl_on_result, &await);
  gaps = cor_store_list_gaps_finish (ctl->store, cor_ctl_await (&await), error);
  if (gaps == NULL)
    return FALSE;
  if (file != NULL)
    return export(ctl, gaps, file, error);
  print_gaps (ctl, gaps);
  return TRUE;
}

gboolean
cor_ctl_kb_gap_add (CorCtl  *ctl,
                    GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autofree char   *locale = NULL;
  const GOptionEntry entries[] = {
    { "locale", 0, 0, G_OPTION_ARG_STRING, &locale, N_ ("Its language, such as zh-CN"), N_ ("LOCALE") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  gint64 id;

  if (!cor_ctl_parse (ctl, entries, 1, 1, error))
    return FALSE;
  g_strstrip (ctl->arguments[0]);
  if (*ctl->arguments[0] == '\0')
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("The question is empty"));
      return FALSE;
    }
  if (cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_file_gap_async (ctl->store, 0, ctl->arguments[0], locale, 0, NULL, cor_ctl_on_result, &await);
  id = cor_store_file_gap_finish (ctl->store, cor_ctl_await (&await), error);
  if (id == 0)
    return FALSE;
  if (ctl->is_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cor_ctl_json_int (builder, "id", id);
      json_builder_end_object (builder);
      cor_ctl_json_print (builder);
    }
  else
    cor_ctl_say (ctl, _ ("Filed as %" PRId64 "."), id);
  return TRUE;
}

gboolean
cor_ctl_kb_gap_close (CorCtl  *ctl,
                      GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  gint64 id;

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error))
    return FALSE;
  id = cor_ctl_parse_id (ctl->arguments[0], error);
  if (id == 0 || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  cor_store_close_gap_async (ctl->store, id, FALSE, NULL, cor_ctl_on_result, &await);
  return cor_store_close_gap_finish (ctl->store, cor_ctl_await (&await), error);
}
