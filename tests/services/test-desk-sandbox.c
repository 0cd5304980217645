/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "test-desk-sandbox"

#include "config.h"

#include "cor-chatwoot.h"
#include "cor-desk-kinds.h"
#include "cor-json.h"
#include "cor-service-error.h"
#include "cor-test-main.h"
#include "cor-test-server.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>

/* The desk interface against corridor-sandbox, whose path is in COR_SANDBOX. One sandbox serves all tests. */
static GSubprocess *sandbox;
static char        *url, *ca, *token;
static CorHttp     *control;

typedef struct
{
  CorDesk      *desk;
  GAsyncResult *where;
  GError       *error;
  gboolean      is_up;
  char         *awaited; /* content of the message that was waited for */
  gboolean      has_come;
} Fixture;

/* In the child: a test that aborts must not leave a server behind. */
static void
die_with_parent (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static void
start_sandbox (void)
{
  g_autofree char *state = g_build_filename (g_get_user_data_dir (), "sandbox", NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GUri) uri = NULL;
  JsonObject *object;

  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  sandbox = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("COR_SANDBOX"), "--state", state, "--seed", "7", NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (sandbox));
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  root = cor_json_parse (line, strlen (line), &error);
  g_assert_no_error (error);
  object = cor_json_as_object (root);
  url = cor_json_dup_string (object, "url");
  ca = cor_json_dup_string (object, "ca");
  token = cor_json_dup_string (object, "token");
  uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, &error);
  g_assert_no_error (error);
  control = cor_http_new (uri, ca, &error);
  g_assert_no_error (error);
}

static void
stop_sandbox (void)
{
  g_clear_object (&control);
  g_subprocess_force_exit (sandbox);
  g_subprocess_wait (sandbox, NULL, NULL);
  g_clear_object (&sandbox);
  g_clear_pointer (&url, g_free);
  g_clear_pointer (&ca, g_free);
  g_clear_pointer (&token, g_free);
}

/* A call of the sandbox's own interface. */
static CorHttpResponse *
tell (const char *method,
      const char *what,
      const char *body)
{
  g_autoptr (CorHttpRequest) request = cor_http_request_new (method, "sandbox", what, NULL);
  g_autoptr (JsonNode) root = body != NULL ? json_from_string (body, NULL) : NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult    *where = NULL;
  CorHttpResponse *response;

  if (root != NULL)
    cor_http_request_set_json (request, root);
  cor_http_send_async (control, request, NULL, cor_test_on_result, &where);
  result = cor_test_await (&where);
  response = cor_http_send_finish (control, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (response->status, ==, 200);
  return response;
}

/* How often the server has accepted a message with this mark. */
static guint
count_in_journal (const char *uuid)
{
  g_autoptr (CorHttpResponse) response = tell ("GET", "journal", NULL);
  JsonArray *entries = cor_json_get_array (cor_json_as_object (response->json), "entries");
  guint      count = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    if (g_strcmp0 (cor_json_get_string (cor_json_array_get_object (entries, i), "client_message_id"), uuid) == 0)
      count++;
  return count;
}

static void
on_event (CorDesk      *desk,
          CorDeskEvent *event,
          Fixture      *fixture)
{
  if (event->message != NULL && g_strcmp0 (event->message->content, fixture->awaited) == 0)
    fixture->has_come = TRUE;
}

static void
on_state (CorDesk *desk,
          gboolean is_up,
          Fixture *fixture)
{
  fixture->is_up = is_up;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->desk = cor_desk_new_for_kind (cor_desk_list_kinds ()[0], url, "1", token, ca, &fixture->error);
  g_assert_no_error (fixture->error);
  g_signal_connect (fixture->desk, "event", G_CALLBACK (on_event), fixture);
  g_signal_connect (fixture->desk, "push-state", G_CALLBACK (on_state), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  CorHttpResponse *response = tell ("DELETE", "faults", NULL);

  cor_http_response_free (response);
  cor_desk_stop_push (fixture->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->desk);
  g_clear_error (&fixture->error);
  g_free (fixture->awaited);
}

static CorDeskConversationPage *
list (Fixture     *fixture,
      CorDeskOrder order,
      guint        page,
      gboolean     unresolved_only)
{
  g_autoptr (GAsyncResult) result = NULL;
  CorDeskConversationPage *answer;

  cor_desk_list_conversations_async (fixture->desk, order, page, unresolved_only, NULL, cor_test_on_result, &fixture->where);
  result = cor_test_await (&fixture->where);
  answer = cor_desk_list_conversations_finish (fixture->desk, result, &fixture->error);
  g_assert_no_error (fixture->error);
  return answer;
}

static CorDeskMessagePage *
read_messages (Fixture    *fixture,
               const char *id,
               gint64      after,
               gint64      before)
{
  g_autoptr (GAsyncResult) result = NULL;
  CorDeskMessagePage *answer;

  cor_desk_list_messages_async (fixture->desk, id, after, before, NULL, cor_test_on_result, &fixture->where);
  result = cor_test_await (&fixture->where);
  answer = cor_desk_list_messages_finish (fixture->desk, result, &fixture->error);
  g_assert_no_error (fixture->error);
  return answer;
}

static CorConversationRecord *
get (Fixture    *fixture,
     const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_clear_error (&fixture->error);
  cor_desk_get_conversation_async (fixture->desk, id, NULL, cor_test_on_result, &fixture->where);
  result = cor_test_await (&fixture->where);
  return cor_desk_get_conversation_finish (fixture->desk, result, &fixture->error);
}

/* An open conversation of the list's first page. */
static char *
pick (Fixture *fixture)
{
  g_autoptr (CorDeskConversationPage) page = list (fixture, COR_DESK_ORDER_ACTIVITY, 1, TRUE);

  for (guint i = 0; i < page->conversations->len; i++)
    {
      CorConversationRecord *conversation = g_ptr_array_index (page->conversations, i);

      if (conversation->status == COR_STATUS_OPEN && conversation->can_reply)
        return g_strdup (conversation->remote_id);
    }
  g_assert_not_reached ();
}

static void
test_sign_in (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (CorProfileRecord) profile = NULL;
  g_autoptr (CorProfileRecord) none = NULL;
  g_autoptr (CorDesk) wrong = cor_chatwoot_new (url, "1", "no-such-token", ca, NULL);

  cor_desk_sign_in_async (fixture->desk, NULL, cor_test_on_result, &fixture->where);
  first = cor_test_await (&fixture->where);
  profile = cor_desk_sign_in_finish (fixture->desk, first, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_nonnull (profile->agent_name);
  g_assert_nonnull (profile->push_secret);

  cor_desk_sign_in_async (wrong, NULL, cor_test_on_result, &fixture->where);
  second = cor_test_await (&fixture->where);
  none = cor_desk_sign_in_finish (wrong, second, &fixture->error);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_UNAUTHORISED);
}

static void
test_lists (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CorDeskLists) lists = NULL;
  gboolean has[COR_N_CHANNELS] = { FALSE };

  cor_desk_get_lists_async (fixture->desk, NULL, cor_test_on_result, &fixture->where);
  result = cor_test_await (&fixture->where);
  lists = cor_desk_get_lists_finish (fixture->desk, result, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_nonnull (lists->version);
  g_assert_cmpuint (lists->agents->len, >, 1);
  g_assert_cmpuint (lists->teams->len, >, 1);
  g_assert_cmpuint (lists->labels->len, >, 1);
  for (guint i = 0; i < lists->inboxes->len; i++)
    {
      CorInboxRecord *inbox = g_ptr_array_index (lists->inboxes, i);

      g_test_message ("inbox %s: %s", inbox->name, cor_channel_to_string (inbox->channel));
      has[inbox->channel] = TRUE;
    }
  g_assert_true (has[COR_CHANNEL_EMAIL]);
  g_assert_true (has[COR_CHANNEL_WECHAT]);
  g_assert_true (has[COR_CHANNEL_PHONE]);
}

/* All pages hold what the server says that there is, each conversation once, in both orders. */
static void
test_pages (Fixture      *fixture,
            gconstpointer data)
{
  for (guint order = COR_DESK_ORDER_ACTIVITY; order <= COR_DESK_ORDER_CREATED; order++)
    {
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint    total = 0;
      gboolean is_last = FALSE;
      gint64   previous = G_MAXINT64;

      for (guint number = 1; !is_last; number++)
        {
          g_autoptr (CorDeskConversationPage) page = list (fixture, (CorDeskOrder) order, number, FALSE);

          total = page->total;
          is_last = page->is_last;
          g_assert_cmpint (page->server_time, >, 1600000000);
          for (guint i = 0; i < page->conversations->len; i++)
            {
              CorConversationRecord *conversation = g_ptr_array_index (page->conversations, i);
              gint64                 key = order == COR_DESK_ORDER_CREATED ? conversation->created_at : conversation->last_activity_at;

              g_assert_cmpint (key, <=, previous);
              previous = key;
              g_assert_cmpuint (conversation->fields, ==, COR_CONVERSATION_HAS_ALL);
              g_assert_nonnull (conversation->customer);
              g_hash_table_add (ids, g_strdup (conversation->remote_id));
            }
        }
      g_assert_cmpuint (total, >, 100);
      g_assert_cmpuint (g_hash_table_size (ids), ==, total);
    }
}

static void
test_unresolved (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean is_last = FALSE;
  guint    total = 0;

  for (guint number = 1; !is_last; number++)
    {
      g_autoptr (CorDeskConversationPage) page = list (fixture, COR_DESK_ORDER_CREATED, number, TRUE);

      is_last = page->is_last;
      total = page->total;
      for (guint i = 0; i < page->conversations->len; i++)
        {
          CorConversationRecord *conversation = g_ptr_array_index (page->conversations, i);

          g_assert_cmpint (conversation->status, !=, COR_STATUS_RESOLVED);
          g_hash_table_add (ids, g_strdup (conversation->remote_id));
        }
    }
  g_assert_cmpuint (total, >, 10);
  g_assert_cmpuint (g_hash_table_size (ids), ==, total);
}

static void
test_messages (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *id = pick (fixture);
  g_autoptr (CorDeskMessagePage) newest = read_messages (fixture, id, -1, -1);
  g_autoptr (CorDeskMessagePage) all = read_messages (fixture, id, 0, -1);
  g_autoptr (CorDeskMessagePage) rest = NULL;
  g_autoptr (CorDeskMessagePage) between = NULL;
  CorMessageRecord *first = g_ptr_array_index (all->messages, 0);
  CorMessageRecord *last = g_ptr_array_index (all->messages, all->messages->len - 1);

  g_assert_cmpuint (newest->messages->len, >, 0);
  g_assert_cmpstr (first->conversation_id, ==, id);
  g_assert_cmpint (((CorMessageRecord *) g_ptr_array_index (newest->messages, newest->messages->len - 1))->ordinal, ==, last->ordinal);
  /* Alone, after is exclusive; with both it is inclusive. */
  rest = read_messages (fixture, id, first->ordinal, -1);
  g_assert_cmpuint (rest->messages->len, ==, all->messages->len - 1);
  between = read_messages (fixture, id, first->ordinal, last->ordinal + 1);
  g_assert_cmpuint (between->messages->len, ==, all->messages->len);
}

static CorDeskSendResult *
send_outgoing (Fixture               *fixture,
               const char            *id,
               const CorDeskOutgoing *outgoing)
{
  g_autoptr (GAsyncResult) result = NULL;

  cor_desk_send_async (fixture->desk, id, outgoing, NULL, cor_test_on_result, &fixture->where);
  result = cor_test_await (&fixture->where);
  return cor_desk_send_finish (fixture->desk, result);
}

static CorDeskSendResult *
send_message (Fixture    *fixture,
              const char *id,
              const char *uuid,
              const char *content,
              gboolean    is_private)
{
  const CorDeskOutgoing outgoing = { .uuid = uuid, .content = content, .is_private = is_private };

  return send_outgoing (fixture, id, &outgoing);
}

static void
test_send (Fixture      *fixture,
           gconstpointer data)
{
  static const char *text = "Hello {{contact.name}} 100 % {% if x %}`code` 你好\n\n- a\n- b";
  g_autofree char   *id = pick (fixture);
  g_autofree char   *uuid = g_uuid_string_random ();
  g_autofree char   *note_uuid = g_uuid_string_random ();
  g_autoptr (CorDeskSendResult) reply = send_message (fixture, id, uuid, text, FALSE);
  g_autoptr (CorDeskSendResult) note = send_message (fixture, id, note_uuid, "For colleagues", TRUE);
  g_autoptr (CorDeskMessagePage) page = NULL;

  g_assert_no_error (reply->error);
  g_assert_cmpint (reply->verdict, ==, COR_DESK_SEND_ACCEPTED);
  g_assert_cmpstr (reply->message->uuid, ==, uuid);
  g_assert_cmpstr (reply->message->content, ==, text);
  g_assert_cmpint (reply->message->kind, ==, COR_MESSAGE_OUTGOING);
  g_assert_cmpint (note->verdict, ==, COR_DESK_SEND_ACCEPTED);
  g_assert_true (note->message->is_private);
  g_assert_cmpuint (count_in_journal (uuid), ==, 1);

  page = read_messages (fixture, id, reply->message->ordinal - 1, -1);
  g_assert_cmpstr (((CorMessageRecord *) g_ptr_array_index (page->messages, 0))->uuid, ==, uuid);
}

/* Which message a reply answers, with files and without. */
static void
test_answered (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("files-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x", NULL);
  CorDeskFile      file = { path, (char *) "a.csv", (char *) "text/csv" };
  g_autofree char *id = pick (fixture), *uuid = g_uuid_string_random (), *file_uuid = g_uuid_string_random ();
  g_autoptr (CorDeskMessagePage) page = read_messages (fixture, id, 0, -1);
  const char           *answered = ((CorMessageRecord *) page->messages->pdata[0])->remote_id;
  const CorDeskOutgoing words = { .uuid = uuid, .content = "To that", .answered = answered };
  const CorDeskOutgoing with_file = { .uuid = file_uuid, .content = "", .answered = answered, .files = &file, .n_files = 1 };
  g_autoptr (CorDeskSendResult) sent = NULL, sent_with_file = NULL;

  g_assert_true (g_file_set_contents (path, "a;b", -1, NULL));
  sent = send_outgoing (fixture, id, &words);
  g_assert_no_error (sent->error);
  g_assert_cmpstr (sent->message->in_reply_to, ==, answered);
  g_assert_cmpstr (sent->message->uuid, ==, uuid);
  sent_with_file = send_outgoing (fixture, id, &with_file);
  g_assert_no_error (sent_with_file->error);
  g_assert_cmpstr (sent_with_file->message->in_reply_to, ==, answered);
  g_assert_cmpstr (sent_with_file->message->uuid, ==, file_uuid);
  g_remove (path);
  g_rmdir (folder);
}

/* Whatever goes wrong, the verdict must never say "not sent" of what the server has. */
static void
test_faults (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *fault;
    CorDeskSend verdict;
    guint       n_stored;
  } rows[] = {
    { "[{\"kind\":\"reset-after\",\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]", COR_DESK_SEND_UNCERTAIN, 1 },
    { "[{\"kind\":\"reset-before\",\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]", COR_DESK_SEND_UNCERTAIN, 0 },
    { "[{\"kind\":\"status\",\"status\":500,\"after-commit\":1,\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]", COR_DESK_SEND_UNCERTAIN, 1 },
    { "[{\"kind\":\"status\",\"status\":422,\"after-commit\":1,\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]", COR_DESK_SEND_DOUBTED, 1 },
    { "[{\"kind\":\"status\",\"status\":422,\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]", COR_DESK_SEND_DOUBTED, 0 },
    { "[{\"kind\":\"status\",\"status\":429,\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]", COR_DESK_SEND_NOT_SENT, 0 },
    { "[{\"kind\":\"truncated-json\",\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]", COR_DESK_SEND_UNCERTAIN, 1 },
    { "[{\"kind\":\"invalid-json\",\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]", COR_DESK_SEND_UNCERTAIN, 1 },
    { "[{\"kind\":\"wrong-type\",\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]", COR_DESK_SEND_UNCERTAIN, 1 },
  };
  g_autofree char *id = pick (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *uuid = g_uuid_string_random ();
      g_autoptr (CorDeskSendResult) outcome = NULL;

      cor_http_response_free (tell ("POST", "faults", rows[i].fault));
      outcome = send_message (fixture, id, uuid, "Hello", FALSE);
      g_test_message ("%s", rows[i].fault);
      g_assert_cmpint (outcome->verdict, ==, rows[i].verdict);
      g_assert_nonnull (outcome->error);
      g_assert_cmpuint (count_in_journal (uuid), ==, rows[i].n_stored);
    }
}

/* As it is on the server: names of any script, nothing but a file, a note's; and what cannot be read does not go halfway. */
static void
test_send_files (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char      *folder = g_dir_make_tmp ("files-XXXXXX", NULL);
  g_autofree char      *path = g_build_filename (folder, "x", NULL);
  CorDeskFile           files[] = { { path, (char *) "到账 \"凭证\".pdf", (char *) "application/pdf" }, { path, (char *) "b.csv", (char *) "text/csv" } };
  g_autofree char      *id = pick (fixture), *uuid = g_uuid_string_random (), *note_uuid = g_uuid_string_random (), *gone_uuid = g_uuid_string_random ();
  const CorDeskOutgoing reply = { .uuid = uuid, .content = "", .files = files, .n_files = 2 };
  const CorDeskOutgoing note = { .uuid = note_uuid, .content = "See {{this}}", .is_private = TRUE, .files = files, .n_files = 1 };
  const CorDeskOutgoing gone = { .uuid = gone_uuid, .content = "", .files = files, .n_files = 2 };
  g_autoptr (CorDeskSendResult) sent = NULL, noted = NULL, failed = NULL;
  CorAttachmentRecord *first;

  g_assert_true (g_file_set_contents (path, "%PDF\r\n--\r\n", -1, NULL));
  sent = send_outgoing (fixture, id, &reply);
  g_assert_no_error (sent->error);
  g_assert_cmpint (sent->verdict, ==, COR_DESK_SEND_ACCEPTED);
  g_assert_cmpstr (sent->message->uuid, ==, uuid);
  g_assert_false (sent->message->is_private);
  g_assert_cmpuint (sent->message->attachments->len, ==, 2);
  first = sent->message->attachments->pdata[0];
  g_assert_cmpstr (first->file_name, ==, "到账 \"凭证\".pdf");
  g_assert_cmpstr (first->content_type, ==, "application/pdf");
  g_assert_cmpint (first->size, ==, strlen ("%PDF\r\n--\r\n"));

  noted = send_outgoing (fixture, id, &note);
  g_assert_cmpint (noted->verdict, ==, COR_DESK_SEND_ACCEPTED);
  g_assert_true (noted->message->is_private);
  g_assert_cmpstr (noted->message->content, ==, "See {{this}}");

  g_remove (path);
  failed = send_outgoing (fixture, id, &gone);
  g_assert_cmpint (failed->verdict, ==, COR_DESK_SEND_REJECTED);
  g_assert_nonnull (strstr (failed->error->message, "凭证"));
  g_assert_cmpuint (count_in_journal (gone_uuid), ==, 0);
  g_rmdir (folder);
}

/* Cut while they are on their way, and too large for a proxy. */
static void
test_file_faults (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char      *folder = g_dir_make_tmp ("files-XXXXXX", NULL);
  g_autofree char      *path = g_build_filename (folder, "x", NULL);
  g_autofree char      *large = g_strnfill (4 * 1024 * 1024, 'x');
  CorDeskFile           file = { path, (char *) "large.txt", (char *) "text/plain" };
  g_autofree char      *id = pick (fixture), *cut_uuid = g_uuid_string_random (), *refused_uuid = g_uuid_string_random ();
  const CorDeskOutgoing cut = { .uuid = cut_uuid, .content = "", .files = &file, .n_files = 1 };
  const CorDeskOutgoing refused = { .uuid = refused_uuid, .content = "", .files = &file, .n_files = 1 };
  g_autoptr (CorDeskSendResult) outcome = NULL, refusal = NULL;

  g_assert_true (g_file_set_contents (path, large, -1, NULL));
  cor_http_response_free (tell ("POST", "faults", "[{\"kind\":\"reset-during\",\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]"));
  outcome = send_outgoing (fixture, id, &cut);
  g_assert_cmpint (outcome->verdict, ==, COR_DESK_SEND_UNCERTAIN);
  g_assert_cmpuint (count_in_journal (cut_uuid), ==, 0);

  cor_http_response_free (tell ("POST", "faults", "[{\"kind\":\"status\",\"status\":413,\"path\":\"*/messages\",\"method\":\"POST\",\"count\":1}]"));
  refusal = send_outgoing (fixture, id, &refused);
  g_assert_cmpint (refusal->verdict, ==, COR_DESK_SEND_REJECTED);
  g_assert_nonnull (strstr (refusal->error->message, "large"));
  g_remove (path);
  g_rmdir (folder);
}

static void
change (Fixture             *fixture,
        const char          *id,
        const CorDeskChange *wanted)
{
  g_autoptr (GAsyncResult) result = NULL;

  cor_desk_change_async (fixture->desk, id, wanted, NULL, cor_test_on_result, &fixture->where);
  result = cor_test_await (&fixture->where);
  g_assert_true (cor_desk_change_finish (fixture->desk, result, &fixture->error));
  g_assert_no_error (fixture->error);
}

static void
test_changes (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const labels[] = { "corridor-test", NULL };
  g_autofree char         *id = pick (fixture);
  gint64                   until = g_get_real_time () / G_USEC_PER_SEC + 3600;
  CorDeskChange            status = { .kind = COR_DESK_CHANGE_STATUS, .status = COR_STATUS_SNOOZED, .snoozed_until = until };
  CorDeskChange            priority = { .kind = COR_DESK_CHANGE_PRIORITY, .priority = COR_PRIORITY_HIGH };
  CorDeskChange            nobody = { .kind = COR_DESK_CHANGE_ASSIGNEE };
  CorDeskChange            somebody = { .kind = COR_DESK_CHANGE_ASSIGNEE, .assignee_id = "1" };
  CorDeskChange            label = { .kind = COR_DESK_CHANGE_LABELS, .labels_added = labels };
  CorDeskChange            seen = { .kind = COR_DESK_CHANGE_SEEN };
  g_autoptr (CorConversationRecord) unassigned = NULL;
  g_autoptr (CorConversationRecord) changed = NULL;
  gboolean is_labelled = FALSE;

  change (fixture, id, &status);
  change (fixture, id, &priority);
  change (fixture, id, &nobody);
  unassigned = get (fixture, id);
  g_assert_null (unassigned->assignee_id);
  change (fixture, id, &somebody);
  change (fixture, id, &seen);
  change (fixture, id, &label);
  changed = get (fixture, id);
  g_assert_cmpint (changed->status, ==, COR_STATUS_SNOOZED);
  g_assert_cmpint (changed->snoozed_until, ==, until);
  g_assert_cmpint (changed->priority, ==, COR_PRIORITY_HIGH);
  g_assert_cmpstr (changed->assignee_id, ==, "1");
  g_assert_cmpuint (changed->unread_count, ==, 0);

  /* Labels are a job of the server: they come a moment later. */
  while (!is_labelled)
    {
      g_autoptr (CorConversationRecord) again = get (fixture, id);

      is_labelled = g_strv_contains ((const char *const *) again->labels, "corridor-test");
    }
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (CorConversationRecord) none = get (fixture, "999999");
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (CorDeskSendResult) outcome = NULL;

  g_assert_null (none);
  g_assert_error (fixture->error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_FOUND);
  outcome = send_message (fixture, "999999", uuid, "Hello", FALSE);
  g_assert_cmpint (outcome->verdict, ==, COR_DESK_SEND_REJECTED);
}

static void
test_push (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *id = pick (fixture);
  g_autofree char *body = g_strdup_printf ("{\"conversation_id\":%s,\"content\":\"pushed to you\"}", id);
  g_autoptr (CorHttpResponse) inbound = NULL;
  g_autoptr (CorHttpResponse) drop = NULL;

  cor_chatwoot_set_push_times (COR_CHATWOOT (fixture->desk), 10000, 6000, 10);
  fixture->awaited = g_strdup ("pushed to you");
  cor_desk_start_push (fixture->desk);
  while (!fixture->is_up)
    g_main_context_iteration (NULL, TRUE);
  inbound = tell ("POST", "inbound", body);
  while (!fixture->has_come)
    g_main_context_iteration (NULL, TRUE);

  drop = tell ("POST", "faults", "[{\"kind\":\"cable-drop\",\"seconds\":0}]");
  while (fixture->is_up)
    g_main_context_iteration (NULL, TRUE);
  while (!fixture->is_up)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  cor_test_init (&argc, &argv);
  if (g_getenv ("COR_SANDBOX") == NULL)
    {
      g_print ("1..0 # SKIP COR_SANDBOX does not say where the sandbox is\n");
      return 0;
    }

  ADD ("/sandbox/sign-in", test_sign_in);
  ADD ("/sandbox/lists", test_lists);
  ADD ("/sandbox/pages", test_pages);
  ADD ("/sandbox/unresolved", test_unresolved);
  ADD ("/sandbox/messages", test_messages);
  ADD ("/sandbox/send", test_send);
  ADD ("/sandbox/answered", test_answered);
  ADD ("/sandbox/send-files", test_send_files);
  ADD ("/sandbox/file-faults", test_file_faults);
  ADD ("/sandbox/faults", test_faults);
  ADD ("/sandbox/changes", test_changes);
  ADD ("/sandbox/missing", test_missing);
  ADD ("/sandbox/push", test_push);
  start_sandbox ();
  status = cor_test_run ();
  stop_sandbox ();
  return status;
}
