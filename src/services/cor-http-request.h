/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-http-body.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/* One call to a service, reference counted; set up first, then given to cor_http_send_async() once. */
typedef struct _CorHttpRequest CorHttpRequest;

/* Turns the root of a 2xx JSON answer into what the caller wants, in a worker thread. */
typedef gpointer (*CorHttpParse) (JsonNode *root,
                                  gpointer  user_data,
                                  GError  **error);

#define COR_HTTP_MAX_BODY (32 * 1024 * 1024)

struct _CorHttpRequest
{
  const char         *method;      /* interned */
  char               *path;        /* percent-encoded, begins with a slash */
  GString            *query;       /* encoded */
  GString            *query_names; /* for the trace: values may be personal */
  char               *body_type;
  GBytes             *body;  /* or NULL */
  CorHttpBody        *parts; /* instead of it, or NULL */
  char               *etag;
  SoupMessagePriority priority;
  gsize               max_body;
  guint               timeout_ms; /* all attempts together; 0: what the CorHttp has */
  gboolean            wants_json;
  gboolean            is_fresh; /* on a connection of its own */
  gboolean            has_left; /* written by CorHttp */
  CorHttpParse        parse;
  gpointer            parse_data;
  GDestroyNotify      parse_data_free;
  GDestroyNotify      parsed_free;
};

CorHttpRequest *cor_http_request_new (const char *method,
                                      ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
CorHttpRequest *cor_http_request_new_for_path (const char *method,
                                               const char *path) G_GNUC_WARN_UNUSED_RESULT;
CorHttpRequest *cor_http_request_ref (CorHttpRequest *self);
void            cor_http_request_unref (CorHttpRequest *self);

void cor_http_request_add_query (CorHttpRequest *self,
                                 const char     *name,
                                 const char     *value);
void cor_http_request_add_query_int (CorHttpRequest *self,
                                     const char     *name,
                                     gint64          value);
void cor_http_request_set_json (CorHttpRequest *self,
                                JsonNode       *root);
void cor_http_request_set_form (CorHttpRequest *self,
                                const char     *first_field,
                                ...) G_GNUC_NULL_TERMINATED;
void cor_http_request_set_parts (CorHttpRequest *self,
                                 const char     *type,
                                 CorHttpBody    *parts);
void cor_http_request_set_etag (CorHttpRequest *self,
                                const char     *etag);
void cor_http_request_set_priority (CorHttpRequest     *self,
                                    SoupMessagePriority priority);
void cor_http_request_set_timeout (CorHttpRequest *self,
                                   guint           milliseconds);
void cor_http_request_set_max_body (CorHttpRequest *self,
                                    gsize           bytes);
void cor_http_request_set_wants_json (CorHttpRequest *self,
                                      gboolean        wants_json);
void cor_http_request_set_fresh (CorHttpRequest *self,
                                 gboolean        is_fresh);
void cor_http_request_set_parse (CorHttpRequest *self,
                                 CorHttpParse    parse,
                                 gpointer        user_data,
                                 GDestroyNotify  user_data_free,
                                 GDestroyNotify  parsed_free);

gboolean cor_http_request_has_left (CorHttpRequest *self);
gboolean cor_http_request_is_safe (CorHttpRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorHttpRequest, cor_http_request_unref)

G_END_DECLS
