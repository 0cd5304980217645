/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "test-desk.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_unlink (child);
    }
  g_rmdir (path);
}

/* Starts no process yet */
TestDesk *
test_desk_new (void)
{
  g_autoptr (GError) error = NULL;
  TestDesk *desk = g_new0 (TestDesk, 1);

  desk->state_dir = g_dir_make_tmp ("corridor-sandbox-XXXXXX", &error);
  g_assert_no_error (error);
  return desk;
}

/* Ends in order, so that a sanitizer has its say about the server */
void
test_desk_free (TestDesk *desk)
{
  if (desk->process != NULL)
    {
      g_subprocess_send_signal (desk->process, SIGTERM);
      g_subprocess_wait (desk->process, NULL, NULL);
      g_assert_true (g_subprocess_get_if_exited (desk->process));
      g_assert_cmpint (g_subprocess_get_exit_status (desk->process), ==, 0);
    }
  test_desk_kill (desk);
  remove_folder (desk->state_dir);
  g_free (desk->state_dir);
  g_free (desk);
}

static void
read_ready_line (TestDesk *desk)
{
  g_autoptr (GDataInputStream) stream = g_data_input_stream_new (g_subprocess_get_stdout_pipe (desk->process));
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line (stream, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (line);
  desk->ready = json_from_string (line, &error);
  g_assert_no_error (error);
  desk->url = g_strdup (test_text (desk->ready, "url"));
  desk->token = g_strdup (test_text (desk->ready, "token"));
}

/* A test that aborts leaves no server behind */
static void
die_with_parent (gpointer user_data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

/* Waits until it is ready; @argument is one more option, or %NULL */
void
test_desk_start (TestDesk   *desk,
                 const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) trust = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);

  /* the checker of leaks trips over the client's TLS threads; the server is what is checked */
  g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", "detect_leaks=1", TRUE);
  g_subprocess_launcher_set_child_setup (launcher, die_with_parent, NULL, NULL);
  desk->process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("COR_SANDBOX"), "--state", desk->state_dir, argument, NULL);
  g_assert_no_error (error);
  read_ready_line (desk);
  trust = g_tls_file_database_new (test_text (desk->ready, "ca"), &error);
  g_assert_no_error (error);
  desk->session = soup_session_new_with_options ("tls-database", trust, "timeout", 20, NULL);
}

/* SIGKILL: nothing is tidied up by the server */
void
test_desk_kill (TestDesk *desk)
{
  if (desk->process == NULL)
    return;
  g_subprocess_force_exit (desk->process);
  g_subprocess_wait (desk->process, NULL, NULL);
  g_clear_object (&desk->process);
  g_clear_object (&desk->session);
  g_clear_pointer (&desk->ready, json_node_unref);
  g_clear_pointer (&desk->url, g_free);
  g_clear_pointer (&desk->token, g_free);
}

const char *
test_desk_token_of (TestDesk   *desk,
                    const char *role,
                    guint       nth,
                    gint64     *id)
{
  JsonArray *agents = json_node_get_array (test_at (desk->ready, "agents"));

  for (guint i = 0; i < json_array_get_length (agents); i++)
    {
      JsonObject *agent = json_array_get_object_element (agents, i);

      if (strcmp (json_object_get_string_member (agent, "role"), role) != 0 || nth-- > 0)
        continue;
      if (id != NULL)
        *id = json_object_get_int_member (agent, "id");
      return json_object_get_string_member (agent, "token");
    }
  g_assert_not_reached ();
}

void
test_answer_clear (TestAnswer *answer)
{
  g_clear_pointer (&answer->content_type, g_free);
  g_clear_pointer (&answer->text, g_free);
  g_clear_pointer (&answer->node, json_node_unref);
  answer->status = 0;
}

void
test_desk_call_as (TestDesk   *desk,
                   const char *token,
                   const char *method,
                   const char *path,
                   const char *body,
                   TestAnswer *answer)
{
  g_autofree char *uri = g_strconcat (desk->url, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, uri);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) sent = body ? g_bytes_new (body, strlen (body)) : NULL;
  gsize size = 0;

  test_answer_clear (answer);
  g_assert_nonnull (message);
  /* on a used connection the client repeats some calls by itself, which hides what the server does */
  soup_message_add_flags (message, desk->is_fresh ? SOUP_MESSAGE_NEW_CONNECTION | SOUP_MESSAGE_NO_REDIRECT : SOUP_MESSAGE_NO_REDIRECT);
  if (token != NULL)
    soup_message_headers_append (soup_message_get_request_headers (message), "Api-Access-Token", token);
  if (sent != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", sent);
  bytes = soup_session_send_and_read (desk->session, message, NULL, NULL);
  if (bytes == NULL)
    return;
  answer->status = soup_message_get_status (message);
  answer->content_type = g_strdup (soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL));
  {
    const char *data = g_bytes_get_data (bytes, &size);

    answer->text = g_strndup (data, size);
  }
  if (g_strcmp0 (answer->content_type, "application/json") == 0)
    answer->node = json_from_string (answer->text, NULL);
}

void
test_desk_call (TestDesk   *desk,
                const char *method,
                const char *path,
                const char *body,
                TestAnswer *answer)
{
  test_desk_call_as (desk, desk->token, method, path, body, answer);
}

/* The JSON of a call that must work; owned by the caller */
static JsonNode *
call_well (TestDesk   *desk,
           const char *method,
           const char *path,
           const char *body)
{
  g_auto (TestAnswer) answer = { 0, NULL, NULL, NULL };

  test_desk_call (desk, method, path, body, &answer);
  if (answer.status != 200)
    g_test_message ("%s %s: %u %s", method, path, answer.status, answer.text);
  g_assert_cmpuint (answer.status, ==, 200);
  return answer.node ? json_node_ref (answer.node) : NULL;
}

JsonNode *
test_desk_get (TestDesk   *desk,
               const char *path)
{
  return call_well (desk, "GET", path, NULL);
}

JsonNode *
test_desk_post (TestDesk   *desk,
                const char *path,
                const char *body)
{
  return call_well (desk, "POST", path, body);
}

/* Replaces all faults; @json is an array */
void
test_desk_fault (TestDesk   *desk,
                 const char *json)
{
  g_autoptr (JsonNode) cleared = call_well (desk, "DELETE", "/sandbox/faults", NULL);
  g_autoptr (JsonNode) set = call_well (desk, "POST", "/sandbox/faults", json);
}

gint64
test_desk_inbound (TestDesk   *desk,
                   gint64      conversation_id,
                   const char *content)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) body = NULL;
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "conversation_id");
  json_builder_add_int_value (builder, conversation_id);
  json_builder_set_member_name (builder, "content");
  json_builder_add_string_value (builder, content);
  json_builder_end_object (builder);
  body = json_builder_get_root (builder);
  text = json_to_string (body, FALSE);
  answer = test_desk_post (desk, "/sandbox/inbound", text);
  return test_int (answer, "message_id");
}

guint
test_desk_journal_count (TestDesk   *desk,
                         const char *client_message_id)
{
  g_autoptr (JsonNode) journal = test_desk_get (desk, "/sandbox/journal?limit=100000");
  JsonArray *entries = json_node_get_array (test_at (journal, "entries"));
  guint      count = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    count += g_strcmp0 (test_text (json_array_get_element (entries, i), "client_message_id"), client_message_id) == 0;
  return count;
}

/* "payload.0.id": the node there, borrowed; %NULL if it is not there */
JsonNode *
test_at (JsonNode   *node,
         const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL && node != NULL; i++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          guint index = (guint) g_ascii_strtoull (steps[i], NULL, 10);

          node = index < json_array_get_length (json_node_get_array (node)) ? json_array_get_element (json_node_get_array (node), index) : NULL;
        }
      else if (JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), steps[i]);
      else
        node = NULL;
    }
  return node;
}

gint64
test_int (JsonNode   *node,
          const char *path)
{
  JsonNode *found = test_at (node, path);

  g_assert_nonnull (found);
  g_assert_true (JSON_NODE_HOLDS_VALUE (found));
  return json_node_get_int (found);
}

const char *
test_text (JsonNode   *node,
           const char *path)
{
  JsonNode *found = test_at (node, path);

  return found != NULL && JSON_NODE_HOLDS_VALUE (found) ? json_node_get_string (found) : NULL;
}

guint
test_length (JsonNode   *node,
             const char *path)
{
  JsonNode *found = test_at (node, path);

  g_assert_nonnull (found);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (found));
  return json_array_get_length (json_node_get_array (found));
}
