/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An HTTPS server on loopback that answers from a script, byte by byte as told, so that it can do what
 * a proper server would not. One thread a connection; the calls below are for the test's thread. */
typedef struct _CorTestServer CorTestServer;

typedef enum
{
  COR_TEST_ANSWER,       /* whole, and the connection stays open */
  COR_TEST_TRUNCATE,     /* the announced length is longer than what comes */
  COR_TEST_RESET_ACCEPT, /* before the TLS handshake */
  COR_TEST_HANG_ACCEPT,  /* no handshake, and silence until the client gives up */
  COR_TEST_RESET_READ,   /* after the whole request was read */
  COR_TEST_HANG,         /* reads the request and says nothing until the client gives up */
  COR_TEST_HANG_BODY,    /* says the head and some of the body, then nothing */
} CorTestAction;

CorTestServer *cor_test_server_new (void) G_GNUC_WARN_UNUSED_RESULT;
void           cor_test_server_free (CorTestServer *self);

guint16 cor_test_server_get_port (CorTestServer *self);
char   *cor_test_server_dup_url (CorTestServer *self) G_GNUC_WARN_UNUSED_RESULT;

void cor_test_server_push (CorTestServer *self,
                           CorTestAction  action,
                           guint          status,
                           const char    *headers,
                           const char    *body);
void cor_test_server_set_reply (CorTestServer *self,
                                const char    *prefix,
                                guint          status,
                                const char    *body);

guint    cor_test_server_count (CorTestServer *self,
                                const char    *method);
char    *cor_test_server_dup_request (CorTestServer *self,
                                      guint          index) G_GNUC_WARN_UNUSED_RESULT;
gboolean cor_test_server_saw (CorTestServer *self,
                              const char    *text);
void     cor_test_server_wait (CorTestServer *self,
                               guint          n_requests);

/* The result of an asynchronous call, by running the main context until it is there. */
void          cor_test_on_result (GObject      *source,
                                  GAsyncResult *result,
                                  gpointer      where);
GAsyncResult *cor_test_await (GAsyncResult **where) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTestServer, cor_test_server_free)

G_END_DECLS
