/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-state-conflict.h"
#include "cor-state-value.h"
#include "cor-test-main.h"

/* What a change of state meets at the service, without a service. */

#define ME "7"
#define NOW 1790000000
#define LATER (NOW + 3600)

typedef struct
{
  const char   *name;
  CorIntentKind kind;
  CorStateValue base, wanted, found;
  const char   *expected; /* NULL: no conflict */
} Case;

#define STATUS(s)            \
  {                          \
    .status = COR_STATUS_##s \
  }
#define SNOOZED(t)                                   \
  {                                                  \
    .status = COR_STATUS_SNOOZED, .snoozed_until = t \
  }
#define AGENT(id)     \
  {                   \
    .assignee_id = id \
  }
#define PRIORITY(p)              \
  {                              \
    .priority = COR_PRIORITY_##p \
  }

static const Case cases[] = {
  { "status/nobody-was-there", COR_INTENT_STATUS, STATUS (OPEN), STATUS (RESOLVED), STATUS (OPEN), NULL },
  { "status/to-the-same", COR_INTENT_STATUS, STATUS (OPEN), STATUS (RESOLVED), STATUS (RESOLVED), NULL },
  { "status/to-another", COR_INTENT_STATUS, STATUS (OPEN), STATUS (PENDING), STATUS (RESOLVED), "resolved" },
  { "status/snoozed-by-colleague", COR_INTENT_STATUS, STATUS (OPEN), STATUS (RESOLVED), SNOOZED (LATER), "snoozed 1790003600" },
  { "status/snoozed-until-reply", COR_INTENT_STATUS, STATUS (OPEN), STATUS (RESOLVED), SNOOZED (0), "snoozed" },
  { "status/snoozed-to-the-same", COR_INTENT_STATUS, STATUS (OPEN), SNOOZED (LATER), SNOOZED (LATER), NULL },
  { "status/snoozed-until-another-time", COR_INTENT_STATUS, STATUS (OPEN), SNOOZED (LATER), SNOOZED (LATER + 60), "snoozed 1790003660" },
  { "status/was-snoozed-before", COR_INTENT_STATUS, STATUS (SNOOZED), STATUS (OPEN), SNOOZED (LATER), NULL },
  { "status/assignee-does-not-matter", COR_INTENT_STATUS, STATUS (OPEN), STATUS (RESOLVED), { .assignee_id = "9" }, NULL },

  { "assign/nobody-was-there", COR_INTENT_ASSIGN, AGENT (NULL), AGENT ("9"), AGENT (NULL), NULL },
  { "assign/to-the-same", COR_INTENT_ASSIGN, AGENT (NULL), AGENT ("9"), AGENT ("9"), NULL },
  { "assign/to-another", COR_INTENT_ASSIGN, AGENT (NULL), AGENT ("9"), AGENT ("8"), "8" },
  { "assign/take-from-another", COR_INTENT_ASSIGN, AGENT (NULL), AGENT (ME), AGENT ("8"), "8" },
  { "assign/unassigned", COR_INTENT_ASSIGN, AGENT ("8"), AGENT ("9"), AGENT (NULL), "" },
  { "assign/to-nobody-meanwhile-somebody", COR_INTENT_ASSIGN, AGENT ("9"), AGENT (NULL), AGENT ("8"), "8" },
  { "assign/got-by-reopening", COR_INTENT_ASSIGN, AGENT (NULL), AGENT ("9"), AGENT (ME), NULL },

  { "priority/nobody-was-there", COR_INTENT_PRIORITY, PRIORITY (NONE), PRIORITY (HIGH), PRIORITY (NONE), NULL },
  { "priority/to-the-same", COR_INTENT_PRIORITY, PRIORITY (NONE), PRIORITY (HIGH), PRIORITY (HIGH), NULL },
  { "priority/to-another", COR_INTENT_PRIORITY, PRIORITY (NONE), PRIORITY (HIGH), PRIORITY (URGENT), "urgent" },
  { "priority/taken-away", COR_INTENT_PRIORITY, PRIORITY (LOW), PRIORITY (HIGH), PRIORITY (NONE), "" },

  { "labels/never", COR_INTENT_LABELS, STATUS (OPEN), STATUS (OPEN), { .status = COR_STATUS_RESOLVED, .assignee_id = "9" }, NULL },
};

static void
fill (CorIntentData *intent,
      const Case    *item)
{
  intent->kind = item->kind;
  intent->base_status = item->base.status;
  intent->base_assignee = (char *) item->base.assignee_id;
  intent->base_priority = item->base.priority;
  intent->has_base_priority = TRUE;
  intent->status = item->wanted.status;
  intent->snoozed_until = item->wanted.snoozed_until;
  intent->assignee = (char *) item->wanted.assignee_id;
  intent->priority = item->wanted.priority;
}

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (CorConversationRecord) found = cor_conversation_record_new ();
  g_autofree char *text = NULL;
  CorIntentData    intent = { 0 };
  CorStateValue    read;

  fill (&intent, item);
  found->status = item->found.status;
  found->snoozed_until = item->found.snoozed_until;
  found->assignee_id = g_strdup (item->found.assignee_id);
  found->priority = item->found.priority;

  text = cor_state_conflict_find (&intent, found, ME);
  g_assert_cmpstr (text, ==, item->expected);
  if (text == NULL)
    return;
  g_assert_true (cor_state_value_from_string (item->kind, text, &read));
  g_assert_true (cor_state_value_equal (item->kind, &read, &item->found));
}

/* An earlier version did not keep the priority that the agent saw: then she is not asked about it. */
static void
test_priority_not_known (void)
{
  g_autoptr (CorConversationRecord) found = cor_conversation_record_new ();
  CorIntentData intent = { .kind = COR_INTENT_PRIORITY, .priority = COR_PRIORITY_HIGH };

  found->priority = COR_PRIORITY_URGENT;
  g_assert_null (cor_state_conflict_find (&intent, found, ME));
}

/* What was clicked a moment ago is done, and not asked about. */
static void
test_may_be (void)
{
  CorIntentData intent = { .kind = COR_INTENT_STATUS, .created_at = NOW - 5 };

  g_assert_false (cor_state_conflict_may_be (&intent, NOW));
  intent.from_offline = TRUE;
  g_assert_true (cor_state_conflict_may_be (&intent, NOW));
  intent.kind = COR_INTENT_LABELS;
  g_assert_false (cor_state_conflict_may_be (&intent, NOW));
  intent.kind = COR_INTENT_ASSIGN;
  intent.from_offline = FALSE;
  intent.attempts = 1;
  g_assert_true (cor_state_conflict_may_be (&intent, NOW));
  intent.attempts = 0;
  intent.created_at = NOW - 600;
  g_assert_true (cor_state_conflict_may_be (&intent, NOW));
}

static void
test_unreadable (void)
{
  static const char *const texts[] = { NULL, "", "gone", "snoozed soon" };
  CorStateValue            value;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_false (cor_state_value_from_string (COR_INTENT_STATUS, texts[i], &value));
  g_assert_false (cor_state_value_from_string (COR_INTENT_ASSIGN, NULL, &value));
  g_assert_false (cor_state_value_from_string (COR_INTENT_LABELS, "x", &value));
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/conflict/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/conflict/priority-not-known", test_priority_not_known);
  g_test_add_func ("/conflict/may-be", test_may_be);
  g_test_add_func ("/conflict/unreadable", test_unreadable);
  return cor_test_run ();
}
