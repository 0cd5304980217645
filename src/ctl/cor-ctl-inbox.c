/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-ask.h"
#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-thread.h"

#include <glib/gi18n-lib.h>

/* Rows loaded at once: the list may be of a million. */
#define PAGE 256

static CorView *
make_view (const char *name,
           const char *sort,
           const char *search,
           GError    **error)
{
  g_autoptr (CorView) view = cor_view_new_from_key (name != NULL ? name : "all");

  if (view == NULL)
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("There is no view “%s”; “corridorctl views” lists them"), name);
      return NULL;
    }
  if (sort != NULL && !g_str_equal (sort, "newest") && !g_str_equal (sort, "due"))
    {
      g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--sort takes newest or due, not “%s”"), sort);
      return NULL;
    }
  view->sort = g_strcmp0 (sort, "due") == 0 ? COR_SORT_DUE : COR_SORT_NEWEST;
  view->search = search != NULL && *search != '\0' ? g_strdup (search) : NULL;
  return g_steal_pointer (&view);
}

static GArray *
list_places (CorCtl        *ctl,
             const CorView *view,
             GError       **error)
{
  CorStore *store = cor_ctl_open (ctl, error);
  g_auto (CorCtlAwait) await = { NULL };

  if (store == NULL)
    return NULL;
  cor_store_list_places_async (store, view, NULL, cor_ctl_on_result, &await);
  return cor_store_list_places_finish (store, cor_ctl_await (&await), error);
}

/* The rows of the places from @first on, a page of them. */
static GPtrArray *
load_page (CorCtl  *ctl,
           GArray  *places,
           guint    first,
           guint    end,
           GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = first; i < MIN (first + PAGE, end); i++)
    g_array_append_val (ids, g_array_index (places, CorThreadPlace, i).id);
  return cor_ctl_ask_threads (ctl, ids, error);
}

static void
print_item (const CorThreadData *thread,
            gboolean             is_first)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  cor_ctl_thread_add_json (builder, thread);
  cor_ctl_json_add_item (builder, is_first);
}

static gboolean
print_json (CorCtl  *ctl,
            GArray  *places,
            guint    end,
            GError **error)
{
  gboolean is_first = TRUE;

  cor_ctl_json_begin_list ("conversations");
  for (guint first = 0; first < end; first += PAGE)
    {
      g_autoptr (GPtrArray) threads = load_page (ctl, places, first, end, error);

      if (threads == NULL)
        return FALSE;
      for (guint i = 0; i < threads->len; i++, is_first = FALSE)
        print_item (threads->pdata[i], is_first);
    }
  cor_ctl_json_end_list ("total", places->len);
  return TRUE;
}

static gboolean
print_table (CorCtl  *ctl,
             GArray  *places,
             guint    end,
             GError **error)
{
  g_autoptr (CorCtlTable) table = cor_ctl_thread_table_new ();

  for (guint first = 0; first < end; first += PAGE)
    {
      g_autoptr (GPtrArray) threads = load_page (ctl, places, first, end, error);

      if (threads == NULL)
        return FALSE;
      for (guint i = 0; i < threads->len; i++)
        cor_ctl_thread_table_add (table, threads->pdata[i]);
    }
  if (end > 0)
    cor_ctl_table_print (table);
  if (end < places->len)
    cor_ctl_say (ctl, _ ("%u of %u conversations"), end, places->len);
  else
    cor_ctl_say (ctl, ngettext ("%u conversation", "%u conversations", places->len), places->len);
  return TRUE;
}

gboolean
cor_ctl_inbox (CorCtl  *ctl,
               GError **error)
{
  g_autofree char   *name = NULL, *sort = NULL, *given = NULL, *search = NULL;
  int                limit = -1;
  const GOptionEntry entries[] = {
    { "view", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Which view: all, mine, open, label:refund …"), N_ ("NAME") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &sort, N_ ("newest, or due: what is due first"), N_ ("ORDER") },
    { "search", 0, 0, G_OPTION_ARG_FILENAME, &given, N_ ("Only those whose customer or subject matches"), N_ ("TEXT") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (CorView) view = NULL;
  g_autoptr (GArray) places = NULL;
  guint end;

  if (!cor_ctl_parse (ctl, entries, 0, 0, error))
    return FALSE;
  if (limit < -1)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--limit takes a number of conversations"));
      return FALSE;
    }
  search = given != NULL ? cor_ctl_dup_utf8 (given, error) : NULL;
  if (given != NULL && search == NULL)
    return FALSE;
  view = make_view (name, sort, search, error);
  places = view != NULL ? list_places (ctl, view, error) : NULL;
  if (places == NULL)
    return FALSE;

  end = limit >= 0 ? MIN ((guint) limit, places->len) : places->len;
  return ctl->is_json ? print_json (ctl, places, end, error) : print_table (ctl, places, end, error);
}

static void
print_counts (GPtrArray *counts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "views");
  json_builder_begin_array (builder);
  for (guint i = 0; i < counts->len; i++)
    {
      const CorViewCount *count = counts->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "view", count->key);
      cor_ctl_json_int (builder, "conversations", count->n);
      cor_ctl_json_int (builder, "unread", count->n_unread);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

gboolean
cor_ctl_views (CorCtl  *ctl,
               GError **error)
{
  CorStore *store;
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (CorCtlTable) table = NULL;

  if (!cor_ctl_parse (ctl, NULL, 0, 0, error))
    return FALSE;
  store = cor_ctl_open (ctl, error);
  if (store == NULL)
    return FALSE;
  cor_store_list_counts_async (store, g_get_real_time () / G_USEC_PER_SEC, NULL, cor_ctl_on_result, &await);
  counts = cor_store_list_counts_finish (store, cor_ctl_await (&await), error);
  if (counts == NULL)
    return FALSE;
  if (ctl->is_json)
    {
      print_counts (counts);
      return TRUE;
    }

  table = cor_ctl_table_new ("lrr", _ ("View"), _ ("Conversations"), _ ("Unread"), NULL);
  for (guint i = 0; i < counts->len; i++)
    {
      const CorViewCount *count = counts->pdata[i];
      g_autofree char    *n = g_strdup_printf ("%u", count->n);
      g_autofree char    *n_unread = g_strdup_printf ("%u", count->n_unread);

      cor_ctl_table_add (table, count->key, n, n_unread, NULL);
    }
  cor_ctl_table_print (table);
  return TRUE;
}
