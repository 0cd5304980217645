/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-server"

#include "config.h"

#include "cor-desk-server.h"

#include "cor-desk-cable.h"
#include "cor-desk-certificate.h"
#include "cor-desk-dispatch.h"
#include "cor-desk-effects.h"
#include "cor-desk-exchange.h"
#include "cor-desk-packs.h"
#include "cor-desk-payment-moves.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define DUE_MS 100
#define LISTEN_AGAIN_MS 50

struct _CorDeskServer
{
  GObject parent_instance;

  CorDesk          desk;
  char            *state_dir;   /* owned */
  SoupServer      *soup;        /* owned, NULL while it is interrupted */
  GTlsCertificate *certificate; /* owned */
  guint            port;
  guint            due_id, interrupt_id;
  int              lock_fd;
};

G_DEFINE_FINAL_TYPE (CorDeskServer, cor_desk_server, G_TYPE_OBJECT)

static gboolean
on_due (gpointer user_data)
{
  CorDeskServer *self = user_data;

  cor_desk_run_due (&self->desk);
  cor_desk_moves_run_due (&self->desk, g_get_real_time () / G_USEC_PER_SEC);
  return G_SOURCE_CONTINUE;
}

static void
on_head (SoupServer        *soup,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  cor_desk_exchange_watch (&((CorDeskServer *) user_data)->desk, message);
}

static void
on_call (SoupServer        *soup,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  cor_desk_exchange_start (user_data, &((CorDeskServer *) user_data)->desk, message);
}

static void
on_cable (SoupServer              *soup,
          SoupServerMessage       *message,
          const char              *path,
          SoupWebsocketConnection *socket,
          gpointer                 user_data)
{
  CorDeskServer      *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  cor_desk_count (&self->desk, "/cable", soup_message_headers_get_one (headers, "Api-Access-Token") != NULL);
  cor_desk_cable_accept (self->desk.cable, socket);
}

static void
cor_desk_server_dispose (GObject *object)
{
  CorDeskServer *self = COR_DESK_SERVER (object);

  g_clear_handle_id (&self->due_id, g_source_remove);
  g_clear_handle_id (&self->interrupt_id, g_source_remove);
  if (self->soup != NULL)
    soup_server_disconnect (self->soup);
  g_clear_pointer (&self->desk.cable, cor_desk_cable_free);
  g_clear_object (&self->soup);
  g_clear_object (&self->certificate);

  G_OBJECT_CLASS (cor_desk_server_parent_class)->dispose (object);
}

static void
cor_desk_server_finalize (GObject *object)
{
  CorDeskServer *self = COR_DESK_SERVER (object);

  g_clear_pointer (&self->desk.faults, cor_desk_faults_free);
  g_clear_pointer (&self->desk.db, cor_desk_db_close);
  g_clear_pointer (&self->desk.stats, g_hash_table_unref);
  g_clear_pointer (&self->desk.base_url, g_free);
  g_clear_pointer (&self->state_dir, g_free);
  if (self->lock_fd >= 0)
    close (self->lock_fd);

  G_OBJECT_CLASS (cor_desk_server_parent_class)->finalize (object);
}

static void
cor_desk_server_class_init (CorDeskServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cor_desk_server_dispose;
  object_class->finalize = cor_desk_server_finalize;
}

static void
cor_desk_server_init (CorDeskServer *self)
{
  self->lock_fd = -1;
  self->desk.stats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->desk.cable = cor_desk_cable_new (&self->desk);
}

/* Two servers on one state would both think they are alone with the clock. */
static gboolean
lock_state (CorDeskServer *self,
            GError       **error)
{
  g_autofree char *path = g_build_filename (self->state_dir, "lock", NULL);

  if (g_mkdir_with_parents (self->state_dir, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The folder %s cannot be made: %s"), self->state_dir, g_strerror (errno));
      return FALSE;
    }
  self->lock_fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (self->lock_fd >= 0 && flock (self->lock_fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY, _ ("Another sandbox uses the folder %s"), self->state_dir);
  return FALSE;
}

static gboolean
open_server (CorDeskServer *self,
             guint32        seed,
             GError       **error)
{
  g_autofree char *path = g_build_filename (self->state_dir, "sandbox.db", NULL);

  if (!lock_state (self, error))
    return FALSE;
  self->desk.db = cor_desk_db_open (path, error);
  if (self->desk.db == NULL)
    return FALSE;
  self->desk.faults = cor_desk_faults_new (seed);
  self->desk.seed = seed;
  self->desk.started_at = g_get_real_time () / G_USEC_PER_SEC;
  self->certificate = cor_desk_certificate_load (self->state_dir, error);
  return self->certificate != NULL;
}

/**
 * cor_desk_server_new:
 * @state_dir: where certificate and state are; made with mode 0700 if missing
 * @seed: of what is left to chance
 * @error: what went wrong, in a sentence
 *
 * The desk's service. It runs in the thread-default main context of its maker.
 *
 * Returns: (transfer full) (nullable): a server that does not listen yet
 */
CorDeskServer *
cor_desk_server_new (const char *state_dir,
                     guint32     seed,
                     GError    **error)
{
  g_autoptr (CorDeskServer) self = g_object_new (COR_TYPE_DESK_SERVER, NULL);

  self->state_dir = g_canonicalize_filename (state_dir, NULL);
  return open_server (self, seed, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * cor_desk_server_get_desk:
 * @self: a server
 *
 * Returns: (transfer none): what it serves
 */
CorDesk *
cor_desk_server_get_desk (CorDeskServer *self)
{
  return &self->desk;
}

/* A server of its own each time. */
static gboolean
listen_on (CorDeskServer *self,
           guint          port,
           GError       **error)
{
  static const char *const protocols[] = { "actioncable-v1-json", "actioncable-unsupported", NULL };
  g_autoptr (SoupServer) soup = soup_server_new ("server-header", "corridor-sandbox", "tls-certificate", self->certificate, NULL);

  soup_server_add_early_handler (soup, "/", on_head, self, NULL);
  soup_server_add_handler (soup, "/", on_call, self, NULL);
  soup_server_add_websocket_handler (soup, "/cable", NULL, (char **) protocols, on_cable, self, NULL);
  if (!soup_server_listen_local (soup, port, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return FALSE;
  self->soup = g_steal_pointer (&soup);
  return TRUE;
}

/**
 * cor_desk_server_listen:
 * @self: a server
 * @port: on 127.0.0.1; 0: the port of the last time if it is free, else any
 * @error: of the socket
 *
 * Returns: whether it listens
 */
gboolean
cor_desk_server_listen (CorDeskServer *self,
                        guint          port,
                        GError       **error)
{
  guint            last = (guint) cor_desk_db_int (self->desk.db, "SELECT value FROM meta WHERE key = 'port'", "");
  g_autofree char *text = NULL;
  GSList          *uris;

  if (port != 0 || last == 0 || !listen_on (self, last, NULL))
    if (!listen_on (self, port, error))
      return FALSE;
  uris = soup_server_get_uris (self->soup);
  self->port = (guint) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_free (self->desk.base_url);
  self->desk.base_url = g_strdup_printf ("https://127.0.0.1:%u", self->port);
  text = g_strdup_printf ("%u", self->port);
  cor_desk_db_run (self->desk.db, "INSERT OR REPLACE INTO meta (key, value) VALUES ('port', ?)", "s", text);
  self->due_id = g_timeout_add (DUE_MS, on_due, self);
  return TRUE;
}

/**
 * cor_desk_server_dup_ready_line:
 * @self: a listening server
 *
 * Returns: (transfer full): one line of JSON: where it is, what to trust, and everybody's token; the
 * first agent is the one whose desk this is
 */
char *
cor_desk_server_dup_ready_line (CorDeskServer *self)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  g_autofree char *ca = g_build_filename (self->state_dir, "ca.pem", NULL);
  g_autofree char *token = NULL;
  g_autofree char *line = NULL;
  g_autofree char *pack = g_strconcat (self->desk.base_url, "/packs/knowledge.json", NULL);
  g_autofree char *pack_key = cor_desk_packs_dup_key ();
  JsonArray       *agents = json_array_new ();
  JsonObject      *ready;

  cor_desk_db_select (self->desk.db, &rows,
                      "SELECT id, name, email, role, token FROM agents WHERE is_bot = 0 "
                      "ORDER BY id <> ifnull ((SELECT min (id) FROM agents WHERE is_bot = 0 AND role = 'agent'), 0), id",
                      "");
  while (cor_desk_rows_next (&rows))
    {
      if (token == NULL)
        token = g_strdup (cor_desk_rows_text (&rows, 4));
      json_array_add_object_element (agents, cor_desk_json_new ("id:i", cor_desk_rows_int (&rows, 0), "name:s", cor_desk_rows_text (&rows, 1),
                                                                "email:s", cor_desk_rows_text (&rows, 2), "role:s", cor_desk_rows_text (&rows, 3),
                                                                "token:s", cor_desk_rows_text (&rows, 4), NULL));
    }
  ready = cor_desk_json_new ("url:s", self->desk.base_url, "ca:s", ca, "account_id:d", COR_DESK_ACCOUNT_ID, "token:s", token, "agents:a", agents,
                             "pack:s", pack, "pack_key:s", pack_key, NULL);
  line = cor_desk_json_object_text (ready);
  json_object_unref (ready);
  return g_steal_pointer (&line);
}

static gboolean
on_listen_again (gpointer user_data)
{
  CorDeskServer *self = user_data;

  self->interrupt_id = 0;
  if (!listen_on (self, self->port, NULL))
    self->interrupt_id = g_timeout_add (LISTEN_AGAIN_MS, on_listen_again, self);
  return G_SOURCE_REMOVE;
}

typedef struct
{
  CorDeskServer *server; /* owned */
  guint          milliseconds;
} Interruption;

static gboolean
on_interrupt (gpointer user_data)
{
  Interruption  *interruption = user_data;
  CorDeskServer *self = interruption->server;

  g_clear_handle_id (&self->interrupt_id, g_source_remove);
  cor_desk_cable_drop_all (self->desk.cable, 0);
  cor_desk_exchange_cut_all ();
  if (self->soup != NULL)
    soup_server_disconnect (self->soup);
  g_clear_object (&self->soup); /* one that listens a second time fails at its next connection (libsoup 3.6) */
  self->interrupt_id = g_timeout_add (interruption->milliseconds, on_listen_again, self);
  return G_SOURCE_REMOVE;
}

static void
interruption_free (gpointer data)
{
  Interruption *interruption = data;

  g_object_unref (interruption->server);
  g_free (interruption);
}

/**
 * cor_desk_server_interrupt:
 * @self: a listening server
 * @milliseconds: how long
 *
 * Soon closes every connection and refuses new ones for that time.
 */
void
cor_desk_server_interrupt (CorDeskServer *self,
                           guint          milliseconds)
{
  Interruption *interruption = g_new0 (Interruption, 1);

  interruption->server = g_object_ref (self);
  interruption->milliseconds = milliseconds;
  g_idle_add_full (G_PRIORITY_DEFAULT, on_interrupt, interruption, interruption_free);
}
