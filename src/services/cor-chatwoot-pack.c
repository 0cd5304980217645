/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-pack"

#include "config.h"

#include "cor-chatwoot-private.h"
#include "cor-liquid.h"
#include "cor-service-error.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* A message with files, as a form of several parts (chatwoot.md §5). The files themselves stay on the disk until they are
 * sent, so that fifteen videos do not fill the memory. */

typedef struct
{
  CorHttpRequest *request; /* owned; the thread's until it has ended */
  char           *uuid, *content, *answered;
  gboolean        is_private;
  CorDeskFile    *files; /* owned, with their strings */
  guint           n_files;
} Pack;

static void
pack_free (gpointer data)
{
  Pack *pack = data;

  for (guint i = 0; i < pack->n_files; i++)
    {
      g_free (pack->files[i].path);
      g_free (pack->files[i].name);
      g_free (pack->files[i].content_type);
    }
  g_free (pack->files);
  g_free (pack->uuid);
  g_free (pack->content);
  g_free (pack->answered);
  cor_http_request_unref (pack->request);
  g_free (pack);
}

static char *
dup_attributes (const Pack *pack)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  _cor_chatwoot_add_attributes (builder, pack->uuid, pack->answered);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* "private" is left out of a reply: the text "false" would suppress its mail. */
static void
append_fields (SoupMultipart *multipart,
               const Pack    *pack)
{
  g_autofree char *content = cor_liquid_escape (pack->content);
  g_autofree char *attributes = dup_attributes (pack);

  if (*content != '\0')
    soup_multipart_append_form_string (multipart, "content", content);
  if (pack->is_private)
    soup_multipart_append_form_string (multipart, "private", "true");
  soup_multipart_append_form_string (multipart, "message_type", "outgoing");
  soup_multipart_append_form_string (multipart, "content_attributes", attributes);
  soup_multipart_append_form_string (multipart, "echo_id", pack->uuid);
  soup_multipart_append_form_string (multipart, "client_message_id", pack->uuid);
}

/* The frame is libsoup's: where the bytes of a file go, a mark stands that nobody could have written. */
static GBytes *
make_frame (const Pack *pack,
            const char *mark,
            char      **type)
{
  SoupMultipart *multipart = soup_multipart_new (SOUP_FORM_MIME_TYPE_MULTIPART);
  g_autoptr (SoupMessageHeaders) headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_MULTIPART);
  g_autoptr (GBytes) marked = g_bytes_new (mark, strlen (mark));
  GBytes *frame = NULL;

  append_fields (multipart, pack);
  for (guint i = 0; i < pack->n_files; i++)
    soup_multipart_append_form_file (multipart, "attachments[]", pack->files[i].name, pack->files[i].content_type, marked);
  soup_multipart_to_message (multipart, headers, &frame);
  *type = g_strdup (soup_message_headers_get_one (headers, "Content-Type"));
  soup_multipart_free (multipart);
  return frame;
}

static gboolean
append_file (CorHttpBody       *body,
             const CorDeskFile *file,
             GError           **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *words = NULL;

  if (cor_http_body_append_file (body, file->path, &problem))
    return TRUE;
  /* TRANSLATORS: the name of a file that shall be sent with a reply */
  words = g_strdup_printf (_ ("“%s” cannot be read any more"), file->name);
  g_debug ("%s", problem->message);
  g_propagate_error (error, cor_service_error_new (COR_SERVICE_ERROR_INVALID, 0, 0, words));
  return FALSE;
}

/* %FALSE: a file cannot be read. */
static gboolean
fill (CorHttpBody *body,
      const Pack  *pack,
      GBytes      *frame,
      const char  *mark,
      GError     **error)
{
  gsize       size = 0;
  const char *start = g_bytes_get_data (frame, &size);
  const char *end = start + size;
  const char *from = start;

  for (guint i = 0; i < pack->n_files; i++)
    {
      const char *at = memmem (from, (gsize) (end - from), mark, strlen (mark));
      g_autoptr (GBytes) before = g_bytes_new_from_bytes (frame, (gsize) (from - start), (gsize) (at - from));

      cor_http_body_append_bytes (body, before);
      if (!append_file (body, &pack->files[i], error))
        return FALSE;
      from = at + strlen (mark);
    }
  if (from < end)
    {
      g_autoptr (GBytes) rest = g_bytes_new_from_bytes (frame, (gsize) (from - start), (gsize) (end - from));

      cor_http_body_append_bytes (body, rest);
    }
  return TRUE;
}

static void
pack_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Pack            *pack = data;
  g_autofree char *mark = g_uuid_string_random ();
  g_autofree char *type = NULL;
  g_autoptr (GBytes) frame = make_frame (pack, mark, &type);
  g_autoptr (CorHttpBody) body = cor_http_body_new ();
  GError *error = NULL;

  if (!fill (body, pack, frame, mark, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  cor_http_request_set_parts (pack->request, type, body);
  g_task_return_boolean (task, TRUE);
}

/*
 * _cor_chatwoot_pack_async:
 * @outgoing: with files; copied
 * @request: gets the body; not to be touched until the call has ended
 *
 * Opens the files and makes the body of them, off the main thread.
 */
void
_cor_chatwoot_pack_async (CorChatwoot           *self,
                          const CorDeskOutgoing *outgoing,
                          CorHttpRequest        *request,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Pack *pack = g_new0 (Pack, 1);

  g_task_set_source_tag (task, _cor_chatwoot_pack_async);
  pack->request = cor_http_request_ref (request);
  pack->uuid = g_strdup (outgoing->uuid);
  pack->content = g_strdup (outgoing->content != NULL ? outgoing->content : "");
  pack->answered = g_strdup (outgoing->answered);
  pack->is_private = outgoing->is_private;
  pack->n_files = outgoing->n_files;
  pack->files = g_new0 (CorDeskFile, outgoing->n_files);
  for (guint i = 0; i < outgoing->n_files; i++)
    pack->files[i] = (CorDeskFile){ g_strdup (outgoing->files[i].path), g_strdup (outgoing->files[i].name), g_strdup (outgoing->files[i].content_type) };
  g_task_set_task_data (task, pack, pack_free);
  g_task_run_in_thread (task, pack_in_thread);
}

gboolean
_cor_chatwoot_pack_finish (CorChatwoot  *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
