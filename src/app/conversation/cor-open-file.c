/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-open-file"

#include "config.h"

#include "cor-open-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cor-file-name.h"

#define FOLDER "corridor-opened"

/* A program that was given a file has read it by then. */
#define KEPT_SECONDS (60 * 60)

typedef struct
{
  GtkWidget *widget; /* owned */
  char      *path, *name;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->widget);
  g_free (opening->path);
  g_free (opening->name);
  g_free (opening);
}

/* What was opened long ago: it is about customers. */
static void
remove_old (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *one = g_build_filename (folder, name, NULL);
      GStatBuf         facts;

      if (g_lstat (one, &facts) != 0 || facts.st_mtime > g_get_real_time () / G_USEC_PER_SEC - KEPT_SECONDS)
        continue;
      if (S_ISDIR (facts.st_mode))
        remove_old (one);
      g_remove (one); /* a folder that is not empty stays */
    }
}

/* Another program gets a copy that it cannot change what is sent by; under its own name, by which its type is known. */
static void
copy_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Opening         *opening = data;
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), FOLDER, NULL);
  g_autofree char *own = g_build_filename (folder, "XXXXXX", NULL);
  g_autofree char *name = cor_safe_file_name (opening->name);
  g_autofree char *path = NULL;
  g_autoptr (GFile) from = g_file_new_for_path (opening->path);
  g_autoptr (GFile) to = NULL;
  GError *error = NULL;

  remove_old (folder);
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_mkdtemp_full (own, 0700) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "No folder for a copy");
      return;
    }
  path = g_build_filename (own, name, NULL);
  to = g_file_new_for_path (path);
  if (!g_file_copy (from, to, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &error))
    g_task_return_error (task, error);
  else if (g_chmod (path, 0400) != 0)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "The copy is not protected");
  else
    g_task_return_pointer (task, g_file_get_uri (to), g_free);
}

static void
tell_failure (const Opening *opening,
              const GError  *error)
{
  g_autofree char *words = g_strdup_printf (_ ("“%s” could not be opened"), opening->name);

  g_debug ("open: %s", error->message);
  gtk_widget_activate_action (opening->widget, "conversation.tell", "s", words);
}

static void
on_launched (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    tell_failure (g_task_get_task_data (task), error);
}

static void
on_copied (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask         *task = G_TASK (result);
  const Opening *opening = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_task_propagate_pointer (task, &error);
  g_autoptr (GdkAppLaunchContext) context = NULL;

  if (uri == NULL)
    {
      tell_failure (opening, error);
      return;
    }
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (opening->widget));
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, on_launched, g_object_ref (task));
}

/**
 * cor_open_file:
 * @widget: where it was asked for
 * @path: of a file in the profile that the agent attached herself
 * @name: what it is called
 *
 * Hands a copy that cannot be written to the desktop; the toast of the conversation says when that fails. Main thread.
 */
void
cor_open_file (GtkWidget  *widget,
               const char *path,
               const char *name)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_copied, NULL);
  Opening *opening = g_new0 (Opening, 1);

  g_task_set_source_tag (task, cor_open_file);
  opening->widget = g_object_ref (widget);
  opening->path = g_strdup (path);
  opening->name = g_strdup (name);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, copy_in_thread);
}
