/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-reply-watch.h"
#include "cor-store-intents.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"
#include "cor-test-payment.h"
#include "cor-test-sqlite.h"

#include <string.h>

#define CARD "Your card 4111 1111 1111 1111 was charged."
#define PROMISE "I promise that it arrives."
#define FINE "Thank you for the documents, they are complete."

typedef struct
{
  CorTestDesk    desk;
  CorReplyWatch *watch;
  gint64         one;
  gint64         other;
  gint64         held;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  cor_test_desk_open (&fixture->desk);
  fixture->one = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WECHAT, .name = "Li Wei", .email = "li@mail.example", .attributes_json = "{\"language\":\"en\"}", .at = 1000 });
  fixture->other = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "2", .channel = COR_CHANNEL_EMAIL, .name = "Marta Gil Ortega", .at = 2000 });
  fixture->held = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "3", .channel = COR_CHANNEL_EMAIL, .name = "Yusuf Haddad", .labels = "compliance-hold", .at = 3000 });
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ .number = "1", .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER, .text = "Where is CP-70231? Write to wei@work.example", .at = 1000 });
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ .number = "1", .kind = COR_MESSAGE_OUTGOING, .sender = COR_SENDER_AGENT, .text = "Tracker says that Isar Bank has it", .at = 1001, .is_private = TRUE });
  cor_test_desk_settle (&fixture->desk);
  fixture->watch = cor_reply_watch_new (fixture->desk.store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  g_clear_object (&fixture->watch);
  cor_test_desk_close (&fixture->desk);
}

static void
wait_for_check (Fixture *fixture)
{
  while (cor_reply_watch_get_permission (fixture->watch) == COR_REPLY_NOT_CHECKED_YET)
    g_main_context_iteration (NULL, TRUE);
}

static void
write_text (Fixture    *fixture,
            gint64      conversation,
            gboolean    is_private,
            const char *text)
{
  cor_reply_watch_set_text (fixture->watch, conversation, is_private, text);
  wait_for_check (fixture);
}

static void
assert_rule (Fixture    *fixture,
             gint64      conversation,
             const char *text,
             const char *rule)
{
  GPtrArray *findings;

  write_text (fixture, conversation, FALSE, text);
  findings = cor_reply_watch_get_findings (fixture->watch);
  if (rule == NULL)
    {
      g_assert_cmpuint (findings->len, ==, 0);
      return;
    }
  g_assert_cmpuint (findings->len, >, 0);
  g_assert_cmpstr (((const CorReplyFinding *) findings->pdata[0])->rule, ==, rule);
}

static void
test_permission (Fixture      *fixture,
                 gconstpointer unused)
{
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_NOT_CHECKED_YET);
  cor_reply_watch_set_text (fixture->watch, fixture->one, FALSE, CARD);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_NOT_CHECKED_YET);
  wait_for_check (fixture);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_IS_STOPPED);
  /* what stops cannot be confirmed */
  cor_reply_watch_confirm (fixture->watch);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_IS_STOPPED);

  write_text (fixture, fixture->one, FALSE, PROMISE);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_IS_ASKED);
  cor_reply_watch_confirm (fixture->watch);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_MAY_GO);
  write_text (fixture, fixture->one, FALSE, PROMISE " Today.");
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_IS_ASKED);
  /* the same words to somebody else were not confirmed */
  write_text (fixture, fixture->one, FALSE, PROMISE);
  write_text (fixture, fixture->other, FALSE, PROMISE);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_IS_ASKED);

  write_text (fixture, fixture->one, FALSE, FINE);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_MAY_GO);
  cor_reply_watch_set_text (fixture->watch, fixture->one, FALSE, "");
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_MAY_GO);
}

static void
count (CorReplyWatch *watch,
       guint         *n)
{
  (*n)++;
}

/* The text of the last key counts, and "changed" comes for that one only. */
static void
test_typing (Fixture      *fixture,
             gconstpointer unused)
{
  guint n = 0;

  g_signal_connect (fixture->watch, "changed", G_CALLBACK (count), &n);
  for (guint i = 1; i <= strlen (CARD); i++)
    {
      g_autofree char *typed = g_strndup (CARD, i);

      cor_reply_watch_set_text (fixture->watch, fixture->one, FALSE, typed);
    }
  wait_for_check (fixture);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_IS_STOPPED);
}

/* What is known of the customer comes from the store. */
static void
test_context (Fixture      *fixture,
              gconstpointer unused)
{
  assert_rule (fixture, fixture->one, "Marta Gil Ortega asked the same.", "other-customer");
  assert_rule (fixture, fixture->other, "Marta Gil Ortega asked the same.", NULL);
  assert_rule (fixture, fixture->one, "CP-70231 is with the bank; I wrote to wei@work.example and li@mail.example.", NULL);
  assert_rule (fixture, fixture->one, "CP-71555 is with the bank.", "unknown-reference");
  assert_rule (fixture, fixture->one, "I wrote to x@else.example.", "other-address");
  assert_rule (fixture, fixture->one, "Tracker says that Isar Bank has it", "note-as-reply");
  assert_rule (fixture, fixture->one, "Gracias por los documentos, están completos y los hemos recibido.", "language");
  assert_rule (fixture, fixture->held, "Our compliance team looks at it.", "hold-words");
  assert_rule (fixture, fixture->one, "Our compliance team looks at it.", NULL);

  write_text (fixture, fixture->held, TRUE, "Our compliance team looks at it.");
  g_assert_cmpuint (cor_reply_watch_get_findings (fixture->watch)->len, ==, 0);
}

/* Where payments are linked, whoever is not verified is told nothing of them; where nothing is linked, nobody knows. */
static void
test_verification (Fixture      *fixture,
                   gconstpointer unused)
{
  assert_rule (fixture, fixture->one, "CP-70231 is with the bank.", NULL);
  cor_test_sqlite_run (fixture->desk.dir, "UPDATE conversation SET attributes_json = '{\"payment_refs\":[{\"reference\":\"CP-70231\",\"role\":\"payer\"}]}'");
  assert_rule (fixture, fixture->one, "Payment CP-70231 is with the bank.", "not-verified");
  cor_test_sqlite_run (fixture->desk.dir, "UPDATE conversation SET attributes_json = '{\"payment_refs\":[\"CP-70231\"],"
                                          "\"verification\":{\"verified_at\":\"2026-06-15T10:00:00Z\",\"method\":\"app_sign_in\"}}'");
  assert_rule (fixture, fixture->one, "CP-70231 is with the bank now.", NULL);
  assert_rule (fixture, fixture->one, "We have updated the bank details.", "changed-details");
  /* theirs alone */
  cor_test_sqlite_run (fixture->desk.dir, "UPDATE conversation SET attributes_json = '{\"payment_refs\":[{\"reference\":\"CP-70231\",\"role\":\"payer\"}]}'");
  cor_test_sqlite_run (fixture->desk.dir, "UPDATE conversation SET attributes_json = '{}' WHERE remote_id = '1'");
  assert_rule (fixture, fixture->one, "CP-70231 arrives soon.", "other-reference");
  cor_test_sqlite_run (fixture->desk.dir, "UPDATE conversation SET attributes_json = '{\"verification\":{\"verified_at\":\"2026-06-15T10:00:00Z\",\"method\":\"call_back\"}}'");
  assert_rule (fixture, fixture->one, "We have updated all the bank details.", NULL);
}

static void
link_as (Fixture    *fixture,
         const char *role)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE conversation SET attributes_json = '{\"payment_refs\":[{\"reference\":\"CP-70231\",\"role\":\"%s\"}],"
                                          "\"verification\":{\"verified_at\":\"2026-06-15T10:00:00Z\",\"method\":\"app_sign_in\"}}' WHERE remote_id = '1'",
                                          role);

  cor_test_sqlite_run (fixture->desk.dir, sql);
}

/* What was sent is the payer's; what was credited both may hear; a third party nothing. */
static void
test_role (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_desk_put_payment (&fixture->desk, COR_TEST_PAYMENT_CREDITED);
  link_as (fixture, "payer");
  assert_rule (fixture, fixture->one, "1,000.00 USD were sent.", NULL);
  link_as (fixture, "payee");
  assert_rule (fixture, fixture->one, "1,000.00 USD were sent in all.", "not-verified");
  assert_rule (fixture, fixture->one, "25.00 EUR were taken on the way.", "not-verified");
  assert_rule (fixture, fixture->one, "895.00 EUR were credited.", NULL);
  link_as (fixture, "third_party");
  assert_rule (fixture, fixture->one, "895.00 EUR were credited in all.", "not-verified");
  assert_rule (fixture, fixture->one, "It is payment CP-70231.", "not-verified");
}

static void
say (Fixture    *fixture,
     const char *text,
     gint64      at)
{
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ .number = "1", .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER, .text = text, .at = at });
}

/* A message of the customer makes a reference theirs while the agent writes. */
static void
test_news (Fixture      *fixture,
           gconstpointer unused)
{
  assert_rule (fixture, fixture->one, "CP-71555 is with the bank.", "unknown-reference");
  say (fixture, "And CP-71555?", 1005);
  while (cor_reply_watch_get_findings (fixture->watch)->len > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_MAY_GO);

  /* what was not there when the agent said yes is asked; what goes away is not */
  write_text (fixture, fixture->one, FALSE, PROMISE);
  cor_reply_watch_confirm (fixture->watch);
  cor_test_sqlite_run (fixture->desk.dir, "UPDATE conversation SET can_reply = 0 WHERE remote_id = '1'");
  say (fixture, "Hello", 1006);
  while (cor_reply_watch_get_findings (fixture->watch)->len < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_IS_ASKED);
  cor_reply_watch_confirm (fixture->watch);
  cor_test_sqlite_run (fixture->desk.dir, "UPDATE conversation SET can_reply = 1 WHERE remote_id = '1'");
  say (fixture, "Hello", 1007);
  while (cor_reply_watch_get_findings (fixture->watch)->len > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_MAY_GO);
}

static gint64
queue (Fixture    *fixture,
       gint64      conversation,
       gboolean    is_private,
       const char *text,
       GError    **error)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_queue_reply_from_async (fixture->desk.store, conversation, is_private, text, NULL, 0, NULL, cor_test_on_result, &await);
  return cor_store_queue_reply_finish (fixture->desk.store, cor_test_await (&await), error);
}

static guint
count_outbox (Fixture *fixture)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GPtrArray) intents = NULL;

  cor_store_list_outbox_async (fixture->desk.store, NULL, cor_test_on_result, &await);
  intents = cor_store_list_outbox_finish (fixture->desk.store, cor_test_await (&await), NULL);
  return intents->len;
}

/* The outbox refuses by itself what stops; what only asks was asked in the window. */
static void
test_refused (Fixture      *fixture,
              gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (queue (fixture, fixture->one, FALSE, CARD, &error), ==, 0);
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "card number"));
  g_clear_error (&error);
  g_assert_cmpint (queue (fixture, fixture->one, TRUE, CARD, &error), ==, 0);
  g_clear_error (&error);
  g_assert_cmpint (queue (fixture, fixture->held, FALSE, "Compliance looks at it.", &error), ==, 0);
  g_clear_error (&error);
  g_assert_cmpuint (count_outbox (fixture), ==, 0);
  g_assert_cmpint (queue (fixture, fixture->one, FALSE, PROMISE, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (count_outbox (fixture), ==, 1);
}

/* A check that fails is no wall: the outbox checks again, and what it says is shown. What was found before is of another text. */
static void
test_failure (Fixture      *fixture,
              gconstpointer unused)
{
  guint n = 0;

  write_text (fixture, fixture->one, FALSE, CARD);
  g_assert_cmpuint (cor_reply_watch_get_findings (fixture->watch)->len, >, 0);
  cor_test_sqlite_run (fixture->desk.dir, "ALTER TABLE conversation RENAME TO elsewhere");
  g_signal_connect (fixture->watch, "changed", G_CALLBACK (count), &n);
  cor_reply_watch_set_text (fixture->watch, fixture->one, FALSE, "Fine.");
  cor_test_until (n > 0 && cor_reply_watch_get_permission (fixture->watch) == COR_REPLY_IS_UNCHECKED);
  g_assert_cmpuint (cor_reply_watch_get_findings (fixture->watch)->len, ==, 0);

  cor_test_sqlite_run (fixture->desk.dir, "ALTER TABLE elsewhere RENAME TO conversation");
  write_text (fixture, fixture->one, FALSE, CARD);
  g_assert_cmpint (cor_reply_watch_get_permission (fixture->watch), ==, COR_REPLY_IS_STOPPED);
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  g_test_add ("/reply-watch/permission", Fixture, NULL, set_up, test_permission, tear_down);
  g_test_add ("/reply-watch/typing", Fixture, NULL, set_up, test_typing, tear_down);
  g_test_add ("/reply-watch/context", Fixture, NULL, set_up, test_context, tear_down);
  g_test_add ("/reply-watch/verification", Fixture, NULL, set_up, test_verification, tear_down);
  g_test_add ("/reply-watch/role", Fixture, NULL, set_up, test_role, tear_down);
  g_test_add ("/reply-watch/news", Fixture, NULL, set_up, test_news, tear_down);
  g_test_add ("/reply-watch/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/reply-watch/failure", Fixture, NULL, set_up, test_failure, tear_down);
  return cor_test_run ();
}
