/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a server answered, whatever the status. Made and freed on any thread, used by its caller alone. */
typedef struct
{
  guint          status;
  char          *content_type; /* without parameters, lower case; NULL if none */
  char          *etag;
  char          *origin;      /* scheme, host and port that answered, after redirects */
  gint64         server_time; /* the Date header, seconds since the epoch; 0 none */
  guint          retry_after; /* seconds; 0 not said */
  GBytes        *body;
  JsonNode      *json;   /* when the type is JSON and it could be read */
  gpointer       parsed; /* what the request's parse function made of it */
  GDestroyNotify parsed_free;
} CorHttpResponse;

CorHttpResponse *cor_http_response_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             cor_http_response_free (CorHttpResponse *self);
gpointer         cor_http_response_steal_parsed (CorHttpResponse *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean         cor_http_response_is_success (CorHttpResponse *self);
gboolean         cor_http_response_has_json_type (CorHttpResponse *self);
gboolean         cor_http_response_check (CorHttpResponse *self,
                                          GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorHttpResponse, cor_http_response_free)

G_END_DECLS
