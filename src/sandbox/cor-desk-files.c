/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-files"

#include "config.h"

#include "cor-desk-effects.h"

#include <string.h>

static char *
make_url (CorDeskRequest *request,
          const char     *folder,
          const char     *key,
          const char     *file_name)
{
  g_autoptr (GUri) base = g_uri_parse (request->desk->base_url, G_URI_FLAGS_NONE, NULL);
  g_autofree char *escaped = g_uri_escape_string (file_name, NULL, FALSE);
  g_autofree char *path = g_strjoin ("/", folder, key, escaped, NULL);

  return g_uri_join (G_URI_FLAGS_ENCODED, "https", NULL, g_uri_get_host (base), g_uri_get_port (base), path, NULL, NULL);
}

/* As the service: the link in a message redirects to where the bytes are, and neither asks for a token (chatwoot.md §12) */
static void
redirect_blob (CorDeskRequest *request)
{
  const char      *key = cor_desk_request_param (request, "key");
  g_autofree char *file_name = cor_desk_db_dup_text (request->desk->db, "SELECT file_name FROM attachments WHERE blob_key = ?", "s", key);

  if (file_name == NULL)
    {
      cor_desk_fail_html (request, 404);
      return;
    }
  request->location = make_url (request, "/rails/active_storage/disk", key, file_name);
  cor_desk_answer_text (request, 302, "text/html; charset=utf-8", "<html><body>You are being redirected.</body></html>");
}

static void
get_blob (CorDeskRequest *request)
{
  g_auto (CorDeskRows) rows = COR_DESK_ROWS_INIT;
  g_autoptr (GBytes) content = NULL;

  cor_desk_db_select (request->desk->db, &rows, "SELECT content_type, content FROM attachments WHERE blob_key = ?", "s", cor_desk_request_param (request, "key"));
  if (!cor_desk_rows_next (&rows))
    {
      cor_desk_fail_html (request, 404);
      return;
    }
  content = cor_desk_rows_dup_blob (&rows, 1);
  cor_desk_answer_bytes (request, 200, cor_desk_rows_text (&rows, 0), content);
}

static void
post_upload (CorDeskRequest *request)
{
  CorDeskUpload   *upload = request->uploads->len ? g_ptr_array_index (request->uploads, 0) : NULL;
  g_autofree char *key = NULL;
  g_autofree char *url = NULL;

  if (upload == NULL)
    {
      cor_desk_fail (request, 422, "No file or URL provided");
      return;
    }
  cor_desk_add_attachment (request, 0, upload);
  key = cor_desk_db_dup_text (request->desk->db, "SELECT blob_key FROM attachments WHERE id = ?", "i", cor_desk_db_last_id (request->desk->db));
  url = make_url (request, "/rails/active_storage/blobs/redirect", key, upload->file_name);
  cor_desk_answer_object (request, cor_desk_json_new ("file_url:s", url, "blob_id:s", key, NULL));
}

const CorDeskRoute cor_desk_files_routes[] = {
  { "GET", "/rails/active_storage/blobs/redirect/:key/:name", redirect_blob, COR_DESK_ROUTE_PUBLIC },
  { "GET", "/rails/active_storage/disk/:key/:name", get_blob, COR_DESK_ROUTE_PUBLIC },
  { "POST", "{A}/upload", post_upload, COR_DESK_ROUTE_NONE },
  { NULL, NULL, NULL, COR_DESK_ROUTE_NONE }
};
