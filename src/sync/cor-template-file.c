/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-file"

#include "config.h"

#include "cor-template-file.h"

#include "cor-service-error.h"
#include "cor-store-templates.h"
#include "cor-template-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A pack says one language that its texts are written after. */
#define USUAL_SOURCE "en"

typedef struct
{
  GFile *file;
  char **ids; /* nullable: all */
  guint  n_templates;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->file);
  g_strfreev (work->ids);
  g_free (work);
}

static GTask *
start (CorStore           *store,
       gpointer            tag,
       GFile              *file,
       const char *const  *ids,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Work  *work = g_new0 (Work, 1);

  g_task_set_source_tag (task, tag);
  work->file = g_object_ref (file);
  work->ids = g_strdupv ((char **) ids);
  g_task_set_task_data (task, work, work_free);
  return task;
}

static gboolean
finish (GAsyncResult *result,
        guint        *n_templates,
        GError      **error)
{
  if (n_templates != NULL)
    *n_templates = ((Work *) g_task_get_task_data (G_TASK (result)))->n_templates;
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!cor_store_save_templates_finish (COR_STORE (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_parsed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (CorTemplatePack) pack = g_task_propagate_pointer (G_TASK (result), &error);

  if (pack == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ((Work *) g_task_get_task_data (task))->n_templates = pack->templates->len;
  cor_store_save_templates_async (COR_STORE (source), g_ptr_array_ref (pack->templates), g_task_get_cancellable (task), on_saved, g_object_ref (task));
}

static void
parse_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  GBytes          *bytes = data;
  GError          *error = NULL;
  gsize            len = 0;
  const char      *text = g_bytes_get_data (bytes, &len);
  CorTemplatePack *pack = cor_template_pack_parse (text != NULL ? text : "", len, &error);

  if (pack == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, pack, (GDestroyNotify) cor_template_pack_free);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) parsing = NULL;
  GError *error = NULL;
  char   *text = NULL;
  gsize   len = 0;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &len, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  parsing = g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task), on_parsed, g_object_ref (task));
  g_task_set_task_data (parsing, g_bytes_new_take (text, len), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (parsing, parse_in_thread);
}

/**
 * cor_template_file_import_async:
 * @file: a pack of templates
 *
 * Its templates become the agent's own; one of theirs with the same id is replaced, and what was decided about a text
 * that did not change stays. The whole file or nothing of it. Main thread.
 */
void
cor_template_file_import_async (CorStore           *store,
                                GFile              *file,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = start (store, cor_template_file_import_async, file, NULL, cancellable, callback, user_data);

  g_file_load_contents_async (file, cancellable, on_read, task);
}

/**
 * cor_template_file_import_finish:
 * @n_templates: (out) (optional): how many were taken in
 * @error: G_IO_ERROR where it cannot be read; else what is wrong in it and where
 */
gboolean
cor_template_file_import_finish (GAsyncResult *result,
                                 guint        *n_templates,
                                 GError      **error)
{
  return finish (result, n_templates, error);
}

static gboolean
is_wanted (const CorTemplate *template,
           const Work *work)
{
  if (work->ids != NULL)
    return g_strv_contains ((const char *const *) work->ids, template->id);
  return g_str_equal (template->source, COR_TEMPLATE_SOURCE_OWN);
}

/* Of several of one id the first: it is the one in force. */
static GPtrArray *
choose (const GPtrArray *all,
        const Work      *work)
{
  GPtrArray  *chosen = g_ptr_array_new ();
  const char *last = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      CorTemplate *template = all->pdata[i];

      if (is_wanted (template, work) && g_strcmp0 (last, template->id) != 0)
        {
          g_ptr_array_add (chosen, template);
          last = template->id;
        }
    }
  return chosen;
}

/* A pack has one source language; of templates with another one the texts still say what they were written after. */
static const char *
get_source_locale (const GPtrArray *templates)
{
  const char *locale = templates->len > 0 ? ((const CorTemplate *) templates->pdata[0])->source_locale : NULL;

  return locale != NULL ? locale : USUAL_SOURCE;
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Work   *work = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) all = cor_store_list_templates_finish (COR_STORE (source), result, &error);
  g_autoptr (GPtrArray) chosen = all != NULL ? choose (all, work) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *version = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (chosen == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  work->n_templates = chosen->len;
  if (chosen->len == 0)
    {
      g_task_return_new_error (task, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_FOUND, "%s", _ ("There is no template of one’s own to export"));
      return;
    }
  text = cor_template_pack_write ("own-templates", version, _ ("Own templates"), get_source_locale (chosen), chosen);
  bytes = g_bytes_new_take (g_strconcat (text, "\n", NULL), strlen (text) + 1);
  g_file_replace_contents_bytes_async (work->file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, g_task_get_cancellable (task), on_written, g_object_ref (task));
}

/**
 * cor_template_file_export_async:
 * @file: is written as a whole, or stays as it was
 * @ids: (nullable) (array zero-terminated=1): of any source; %NULL: all of the agent's own
 *
 * Main thread.
 */
void
cor_template_file_export_async (CorStore           *store,
                                GFile              *file,
                                const char *const  *ids,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task = start (store, cor_template_file_export_async, file, ids, cancellable, callback, user_data);

  cor_store_list_templates_async (store, cancellable, on_listed, task);
}

/**
 * cor_template_file_export_finish:
 * @n_templates: (out) (optional): how many were written
 * @error: G_IO_ERROR where it cannot be written; %COR_SERVICE_ERROR_NOT_FOUND where there is nothing to write
 */
gboolean
cor_template_file_export_finish (GAsyncResult *result,
                                 guint        *n_templates,
                                 GError      **error)
{
  return finish (result, n_templates, error);
}
