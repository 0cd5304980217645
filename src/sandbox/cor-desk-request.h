/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-desk-db.h"
#include "cor-desk-json.h"

G_BEGIN_DECLS

#define COR_DESK_ACCOUNT_ID 1
/* The service's database id of a conversation is not its public id: this apart, so that mixing them up is seen. */
#define COR_DESK_DATABASE_ID_OFFSET 50000

typedef struct _CorDeskCable  CorDeskCable;
typedef struct _CorDeskFaults CorDeskFaults;

/* What all parts of the desk share; owned by the server. */
typedef struct
{
  CorDeskDb     *db;
  CorDeskCable  *cable;
  CorDeskFaults *faults;
  GHashTable    *stats;    /* path pattern → CorDeskStat */
  char          *base_url; /* "https://127.0.0.1:PORT" */
  guint32        seed;
  int            moving_minutes;   /* within which a payment in flight goes on; 0: none does */
  gint64         started_at;       /* seconds since the epoch */
  gint64         moves_checked_at; /* likewise; 0: not yet */
} CorDesk;

/* Who asks. */
typedef struct
{
  gint64   id;
  char    *name;
  gboolean is_admin;
} CorDeskAgent;

typedef struct
{
  char   *name; /* of the form field */
  char   *file_name;
  char   *content_type;
  GBytes *content;
} CorDeskUpload;

/*
 * One call, free of the connection it came by, so that a late commit can run after the connection
 * is gone. Handlers read the parameters and set the answer; what they write is one transaction,
 * committed before the answer is sent, and only if the answer is not an error.
 */
typedef struct
{
  CorDesk      *desk; /* borrowed */
  char         *method;
  char         *path;
  char        **segments; /* of the path, decoded */
  const char   *pattern;  /* borrowed: of the route */
  char        **pattern_segments;
  GPtrArray    *query; /* (element-type utf8): name, value, name, value, … */
  char         *content_type;
  GBytes       *raw_body;
  JsonObject   *body;    /* never NULL: JSON, or form fields */
  GPtrArray    *uploads; /* (element-type CorDeskUpload) */
  char         *token;
  char         *known_etag; /* If-None-Match */
  gboolean      bad_body;
  CorDeskAgent *agent; /* NULL on public routes */
  gint64        now_us;
  gint64        now; /* seconds */

  /* The answer */
  guint   status;
  char   *answer_type;
  GBytes *answer;
  char   *location;
  char   *etag;         /* of the answer, quoted; the caller who has it is told so instead */
  guint   interrupt_ms; /* stop the service this long once answered */

  /* For the journal */
  gint64 conversation_id, contact_id, message_id;
  char  *client_message_id, *echo_id, *content;
  int    is_private; /* -1: not a message */

  GPtrArray *events; /* (element-type CorDeskEvent), sent after the commit */
} CorDeskRequest;

CorDeskRequest *cor_desk_request_new (CorDesk    *desk,
                                      const char *method,
                                      const char *path,
                                      const char *query) G_GNUC_WARN_UNUSED_RESULT;
void            cor_desk_request_free (CorDeskRequest *request);
void            cor_desk_request_set_body (CorDeskRequest *request,
                                           const char     *content_type,
                                           GBytes         *body);
void            cor_desk_request_begin (CorDeskRequest *request);

const char *cor_desk_request_param (CorDeskRequest *request,
                                    const char     *name);
gint64      cor_desk_request_id (CorDeskRequest *request,
                                 const char     *name);
const char *cor_desk_request_query (CorDeskRequest *request,
                                    const char     *name);
GPtrArray  *cor_desk_request_query_list (CorDeskRequest *request,
                                         const char     *name) G_GNUC_WARN_UNUSED_RESULT;
int         cor_desk_request_page (CorDeskRequest *request);

void cor_desk_answer_bytes (CorDeskRequest *request,
                            guint           status,
                            const char     *content_type,
                            GBytes         *bytes);
void cor_desk_answer_text (CorDeskRequest *request,
                           guint           status,
                           const char     *content_type,
                           const char     *text);
void cor_desk_answer (CorDeskRequest *request,
                      JsonNode       *node);
void cor_desk_answer_object (CorDeskRequest *request,
                             JsonObject     *object);
void cor_desk_answer_array (CorDeskRequest *request,
                            JsonArray      *array);
void cor_desk_answer_payload (CorDeskRequest *request,
                              JsonArray      *array);
void cor_desk_fail (CorDeskRequest *request,
                    guint           status,
                    const char     *error);
void cor_desk_fail_html (CorDeskRequest *request,
                         guint           status);
void cor_desk_fail_validation (CorDeskRequest *request,
                               const char     *message,
                               const char     *attribute);
void cor_desk_not_found (CorDeskRequest *request);
void cor_desk_refuse (CorDeskRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskRequest, cor_desk_request_free)

void cor_desk_agent_free (CorDeskAgent *agent);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorDeskAgent, cor_desk_agent_free)

/* What a route needs before its handler runs. */
typedef enum
{
  COR_DESK_ROUTE_NONE = 0,
  COR_DESK_ROUTE_PUBLIC = 1 << 0,   /* no token */
  COR_DESK_ROUTE_ADMIN = 1 << 1,    /* administrators only */
  COR_DESK_ROUTE_READ = 1 << 2,     /* a POST that changes nothing */
  COR_DESK_ROUTE_FLEETING = 1 << 3, /* a write that is not stored, so not in the journal */
} CorDeskRouteFlags;

/* A call: "{A}" is /api/v1/accounts/:account; ":name" segments are parameters, a last "*name" takes the rest. */
typedef struct
{
  const char *method;
  const char *pattern;
  void (*handler) (CorDeskRequest *request);
  CorDeskRouteFlags flags;
} CorDeskRoute;

/* Tables end with a NULL method; each is in the file of its name. */
extern const CorDeskRoute cor_desk_account_routes[];
extern const CorDeskRoute cor_desk_reference_routes[];
extern const CorDeskRoute cor_desk_saved_routes[];
extern const CorDeskRoute cor_desk_conversations_routes[];
extern const CorDeskRoute cor_desk_messages_routes[];
extern const CorDeskRoute cor_desk_actions_routes[];
extern const CorDeskRoute cor_desk_bulk_routes[];
extern const CorDeskRoute cor_desk_contacts_routes[];
extern const CorDeskRoute cor_desk_contact_parts_routes[];
extern const CorDeskRoute cor_desk_articles_routes[];
extern const CorDeskRoute cor_desk_notifications_routes[];
extern const CorDeskRoute cor_desk_search_routes[];
extern const CorDeskRoute cor_desk_files_routes[];
extern const CorDeskRoute cor_desk_packs_routes[];
extern const CorDeskRoute cor_desk_payments_routes[];
extern const CorDeskRoute cor_desk_ledger_routes[];
extern const CorDeskRoute cor_desk_payment_moves_routes[];
extern const CorDeskRoute cor_desk_rates_routes[];
extern const CorDeskRoute cor_desk_translation_routes[];
extern const CorDeskRoute cor_desk_control_routes[];

G_END_DECLS
