/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-application"

#include "config.h"

#include "cor-application.h"

#include <glib/gi18n-lib.h>

#include "cor-actions.h"
#include "cor-learner.h"
#include "cor-script.h"
#include "cor-stall-log.h"
#include "cor-store-search.h"
#include "cor-window.h"

/*
 * CorApplication: one window on one profile. With --profile it is a process of its own, so that two
 * profiles can be open at once.
 */
struct _CorApplication
{
  AdwApplication parent_instance;

  CorSession  *session;     /* owned, NULL until the window opens */
  CorLearner  *learner;     /* owned, likewise */
  CorStallLog *stalls;      /* owned, NULL unless asked for */
  char        *profile_dir; /* owned, NULL: the default */
  char        *server;      /* owned, or NULL */
  gboolean     begins_in_sandbox;
  guint        present_source;
  guint        engine_source;
};

#define PRESENT_PRIORITY (G_PRIORITY_HIGH_IDLE + 10) /* after what the models ask the store, before anything is drawn */

G_DEFINE_FINAL_TYPE (CorApplication, cor_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "profile", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Use the profile in this folder"), N_ ("DIR") },
  { "server", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Offer to connect to this server"), N_ ("URL") },
  { "sandbox", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Begin in the sandbox workspace where there is no account yet"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { NULL }
};

static gboolean
on_present (gpointer user_data)
{
  CorApplication *self = user_data;
  GtkWindow      *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  self->present_source = 0;
  if (window != NULL)
    gtk_window_present (window);
  return G_SOURCE_REMOVE;
}

static gboolean
on_idle (gpointer user_data)
{
  CorApplication *self = user_data;

  self->engine_source = 0;
  cor_store_warm_search_async (cor_session_get_store (self->session), NULL, NULL, NULL);
  cor_sync_engine_start (cor_session_get_engine (self->session));
  self->learner = cor_learner_new (cor_session_get_store (self->session));
  return G_SOURCE_REMOVE;
}

/* The tables for Chinese, which the first row asks for, and the system's authorities, which the first
 * connection asks for, take a frame or two each to read: not on the main thread. Both stay for good. */
static gpointer
warm_up (gpointer unused)
{
  g_autoptr (GTlsDatabase) authorities = NULL;

  cor_text_language_tag ("\346\261\211");
  authorities = g_tls_backend_get_default_database (g_tls_backend_get_default ());
  return NULL;
}

/* The application owns the window. */
static GtkWidget *
open_profile (CorApplication *self)
{
  g_autofree char *dir = self->profile_dir != NULL ? g_strdup (self->profile_dir) : cor_store_dup_default_profile_dir ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CorStore) store = cor_store_open (dir, &error);
  g_autoptr (CorSyncEngine) engine = NULL;
  GtkWidget *window = NULL;

  if (store == NULL)
    {
      window = cor_window_new (GTK_APPLICATION (self), NULL, NULL);
      cor_window_show_problem (COR_WINDOW (window), error);
      return window;
    }
  engine = cor_sync_engine_new (store);
  self->session = cor_session_new (store, engine, 0);
  /* what is on the disk is shown first */
  self->engine_source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
  window = cor_window_new (GTK_APPLICATION (self), self->session, self->server);
  if (self->begins_in_sandbox)
    cor_window_begin_in_sandbox (COR_WINDOW (window));
  return window;
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  /* closing asks the window to put everything on disk */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (G_APPLICATION (user_data));
}

/* The one that is active may be a dialog. */
static CorWindow *
find_window (GtkApplication *application)
{
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (COR_IS_WINDOW (link->data))
      return link->data;
  return NULL;
}

static void
on_watched_payment (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *reference = NULL;
  gint64      conversation = 0;

  g_variant_get (parameter, "(x&s)", &conversation, &reference);
  /* the desktop keeps notifications, and starts the program for them */
  if (find_window (user_data) == NULL)
    g_application_activate (user_data);
  if (find_window (user_data) != NULL)
    cor_window_show_payment (find_window (user_data), conversation, reference);
}

/* Gives the keys from 1 on to an action that takes a place from 0 on. @modifier: of the key */
static void
set_nth_accels (CorApplication *self, const char *action, const char *modifier, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *accel = g_strconcat (modifier, number, NULL);
      g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_uint32 (i));
      g_autofree char  *detailed = g_action_print_detailed_name (action, target);
      const char *const accels_of_it[] = { accel, NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), detailed, accels_of_it);
    }
}

static void
cor_application_startup (GApplication *application)
{
  CorApplication           *self = COR_APPLICATION (application);
  guint                     n = 0;
  const CorActionEntry     *entries = cor_actions_get (&n);
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = on_quit },
    { .name = "watched-payment", .activate = on_watched_payment, .parameter_type = "(xs)" },
  };

  g_thread_unref (g_thread_new ("warm-up", warm_up, NULL));
  G_APPLICATION_CLASS (cor_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name ("org.corridordesk.Corridor");
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < n; i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), entries[i].action, entries[i].accels);
  set_nth_accels (self, "win.view", "<Control>", 9);
  set_nth_accels (self, "win.context-tab", "<Alt>", 5);
}

static void
cor_application_activate (GApplication *application)
{
  CorApplication *self = COR_APPLICATION (application);

  if (gtk_application_get_active_window (GTK_APPLICATION (application)) == NULL)
    open_profile (self);
  if (self->stalls == NULL && g_getenv ("CORRIDOR_STALL_LOG") != NULL)
    self->stalls = cor_stall_log_new (g_getenv ("CORRIDOR_STALL_LOG"));
  if (self->present_source == 0)
    self->present_source = g_idle_add_full (PRESENT_PRIORITY, on_present, self, NULL);
}

static int
cor_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  CorApplication *self = COR_APPLICATION (application);

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("corridor %s\n", COR_VERSION);
      return EXIT_SUCCESS;
    }
  g_variant_dict_lookup (dict, "server", "s", &self->server);
  self->begins_in_sandbox = g_variant_dict_contains (dict, "sandbox");
  if (g_variant_dict_lookup (dict, "profile", "^ay", &self->profile_dir))
    {
      g_autoptr (GFile) dir = g_file_new_for_commandline_arg (self->profile_dir);

      g_free (self->profile_dir);
      self->profile_dir = g_file_get_path (dir);
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }
  return -1;
}

static void
cor_application_shutdown (GApplication *application)
{
  CorApplication *self = COR_APPLICATION (application);

  g_clear_handle_id (&self->present_source, g_source_remove);
  g_clear_handle_id (&self->engine_source, g_source_remove);
  if (self->session != NULL && cor_session_get_engine (self->session) != NULL)
    cor_sync_engine_stop (cor_session_get_engine (self->session));
  g_clear_object (&self->learner);
  g_clear_object (&self->session);
  g_clear_pointer (&self->stalls, cor_stall_log_free);

  G_APPLICATION_CLASS (cor_application_parent_class)->shutdown (application);
}

static void
cor_application_finalize (GObject *object)
{
  CorApplication *self = COR_APPLICATION (object);

  g_free (self->profile_dir);
  g_free (self->server);

  G_OBJECT_CLASS (cor_application_parent_class)->finalize (object);
}

static void
cor_application_class_init (CorApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cor_application_finalize;
  application_class->startup = cor_application_startup;
  application_class->activate = cor_application_activate;
  application_class->handle_local_options = cor_application_handle_local_options;
  application_class->shutdown = cor_application_shutdown;
}

static void
cor_application_init (CorApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * cor_application_new:
 *
 * Returns: (transfer full): the application
 */
CorApplication *
cor_application_new (void)
{
  return g_object_new (COR_TYPE_APPLICATION,
                       "application-id", COR_APP_ID,
                       "resource-base-path", "/org/corridordesk/Corridor",
                       NULL);
}
