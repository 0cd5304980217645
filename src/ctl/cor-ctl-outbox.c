/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-ask.h"
#include "cor-ctl-await.h"
#include "cor-ctl-change-text.h"
#include "cor-ctl-error.h"
#include "cor-ctl-intent-text.h"
#include "cor-ctl-json.h"
#include "cor-ctl-thread.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
add_json (JsonBuilder         *builder,
          const CorIntentData *intent)
{
  g_autofree char *wanted = cor_ctl_change_dup_wanted (intent);

  json_builder_begin_object (builder);
  cor_ctl_json_int (builder, "id", intent->id);
  cor_ctl_json_text (builder, "uuid", intent->uuid);
  cor_ctl_json_int (builder, "account", intent->account);
  cor_ctl_json_text (builder, "display_id", intent->display_id);
  cor_ctl_json_text (builder, "name", intent->name);
  cor_ctl_json_text (builder, "kind", cor_intent_kind_to_string (intent->kind));
  cor_ctl_json_text (builder, "state", cor_intent_state_to_string (intent->state));
  cor_ctl_json_text (builder, "hold", intent->hold != COR_HOLD_NONE ? cor_hold_reason_to_string (intent->hold) : NULL);
  cor_ctl_json_text (builder, "detail", intent->hold != COR_HOLD_CONFLICT ? intent->detail : NULL);
  cor_ctl_json_text (builder, "wanted", wanted);
  cor_ctl_json_text (builder, "found", intent->hold == COR_HOLD_CONFLICT ? intent->detail : NULL);
  cor_ctl_json_text (builder, "text", intent->text);
  if (intent->files != NULL)
    cor_ctl_json_texts (builder, "files", intent->files);
  cor_ctl_json_int (builder, "attempts", intent->attempts);
  cor_ctl_json_time (builder, "created_at", intent->created_at);
  cor_ctl_json_time (builder, "not_before", intent->not_before);
  cor_ctl_json_time (builder, "send_at", intent->send_at);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *intents)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "outbox");
  json_builder_begin_array (builder);
  for (guint i = 0; i < intents->len; i++)
    add_json (builder, intents->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static char *
dup_state (const CorIntentData *intent)
{
  g_autofree char *found = NULL;

  if (intent->state == COR_INTENT_SCHEDULED)
    {
      found = cor_ctl_dup_when_full (intent->send_at);
      /* Translators: %s is a day and time */
      return g_strdup_printf (_ ("goes %s"), found);
    }
  if (intent->state != COR_INTENT_HELD || intent->hold != COR_HOLD_CONFLICT)
    return cor_ctl_intent_dup_sentence (intent->state, intent->hold, intent->detail);
  found = cor_ctl_change_dup_found (intent);
  /* Translators: %s says why, such as “a colleague has replied” */
  return g_strdup_printf (_ ("held: %s"), found);
}

/* What it says, what goes with it, or what it asks for. */
static char *
dup_words (const CorIntentData *intent)
{
  g_autofree char *names = intent->files != NULL ? g_strjoinv (", ", intent->files) : NULL;

  if (intent->text == NULL)
    return cor_ctl_change_dup_wish (intent);
  if (names == NULL)
    return g_strdup (intent->text);
  return *intent->text != '\0' ? g_strdup_printf ("%s [%s]", intent->text, names) : g_strdup_printf ("[%s]", names);
}

static void
print_table (GPtrArray *intents)
{
  g_autoptr (CorCtlTable) table = cor_ctl_table_new ("rrlllll", _ ("ID"), _ ("Conversation"), _ ("Customer"), _ ("What"), _ ("State"), _ ("When"),
                                                     _ ("Text"), NULL);

  for (guint i = 0; i < intents->len; i++)
    {
      const CorIntentData *intent = intents->pdata[i];
      g_autofree char     *id = g_strdup_printf ("%" G_GINT64_FORMAT, intent->id);
      g_autofree char     *state = dup_state (intent);
      g_autofree char     *wish = dup_words (intent);
      g_autofree char     *when = cor_ctl_dup_when (intent->created_at);

      cor_ctl_table_add (table, id, intent->display_id != NULL ? intent->display_id : "", intent->name != NULL ? intent->name : "",
                         cor_ctl_intent_get_kind_text (intent->kind), state, when, wish, NULL);
      if (intent->state == COR_INTENT_HELD || intent->state == COR_INTENT_FAILED)
        cor_ctl_table_strengthen (table);
    }
  cor_ctl_table_print (table);
}

static void
print (CorCtl    *ctl,
       GPtrArray *intents)
{
  if (ctl->is_json)
    print_json (intents);
  else if (intents->len > 0)
    print_table (intents);
  else
    cor_ctl_say (ctl, "%s", _ ("Everything was sent."));
}

gboolean
cor_ctl_outbox_list (CorCtl  *ctl,
                     GError **error)
{
  g_autoptr (GPtrArray) intents = NULL;

  if (!cor_ctl_parse (ctl, NULL, 0, 0, error))
    return FALSE;
  intents = cor_ctl_ask_outbox (ctl, error);
  if (intents == NULL)
    return FALSE;
  print (ctl, intents);
  return TRUE;
}

static gboolean
act (CorCtl         *ctl,
     CorIntentAction action,
     GError        **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GError) failure = NULL;
  gint64 id;

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error))
    return FALSE;
  id = cor_ctl_parse_id (ctl->arguments[0], error);
  if (id == 0 || cor_ctl_open (ctl, error) == NULL)
    return FALSE;

  cor_store_act_on_intent_async (ctl->store, id, action, NULL, cor_ctl_on_result, &await);
  if (cor_store_act_on_intent_finish (ctl->store, cor_ctl_await (&await), &failure))
    return TRUE;
  if (g_error_matches (failure, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND))
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("There is no %" PRId64 " in the outbox"), id);
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
cor_ctl_outbox_retry (CorCtl  *ctl,
                      GError **error)
{
  return act (ctl, COR_INTENT_RETRY, error);
}

gboolean
cor_ctl_outbox_cancel (CorCtl  *ctl,
                       GError **error)
{
  return act (ctl, COR_INTENT_CANCEL, error);
}

gboolean
cor_ctl_outbox_check (CorCtl  *ctl,
                      GError **error)
{
  return act (ctl, COR_INTENT_CHECK, error);
}

/* What is on its way by itself, and what needs somebody; what is queued behind something written that is held
 * needs that one's decision first. */
static void
count (GPtrArray *intents,
       guint     *n_waiting,
       guint     *n_needing)
{
  g_autoptr (GHashTable) blocked = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);

  *n_waiting = *n_needing = 0;
  for (guint i = 0; i < intents->len; i++)
    {
      CorIntentData *intent = intents->pdata[i];

      if (intent->state == COR_INTENT_HELD && (intent->kind == COR_INTENT_REPLY || intent->kind == COR_INTENT_NOTE))
        g_hash_table_add (blocked, &intent->conversation);
      if (intent->state == COR_INTENT_HELD || intent->state == COR_INTENT_FAILED || g_hash_table_contains (blocked, &intent->conversation))
        ++*n_needing;
      else if (intent->state != COR_INTENT_SCHEDULED)
        ++*n_waiting;
    }
}

static void
on_changed (CorStore        *store,
            CorStoreChanges *changes,
            gpointer         user_data)
{
  if (changes->reset || (changes->topics & COR_TOPIC_OUTBOX) != 0)
    *(gboolean *) user_data = TRUE;
}

/* Looks whenever the outbox changed, and each second all the same: the bell may be silent. */
static GPtrArray *
wait_for_outbox (CorCtl  *ctl,
                 double   seconds,
                 guint   *n_waiting,
                 guint   *n_needing,
                 GError **error)
{
  gint64   deadline = seconds >= 0 ? g_get_monotonic_time () + (gint64) (seconds * G_TIME_SPAN_SECOND) : G_MAXINT64;
  gboolean changed = FALSE;
  gulong   handler = g_signal_connect (ctl->store, "changed", G_CALLBACK (on_changed), &changed);
  g_autoptr (GPtrArray) intents = NULL;

  for (;;)
    {
      gint64 left = deadline - g_get_monotonic_time ();

      changed = FALSE;
      g_clear_pointer (&intents, g_ptr_array_unref);
      intents = cor_ctl_ask_outbox (ctl, error);
      if (intents == NULL)
        break;
      count (intents, n_waiting, n_needing);
      if (*n_waiting == 0 || left <= 0)
        break;
      cor_ctl_await_flag (&changed, MIN (1.0, (double) left / G_TIME_SPAN_SECOND));
    }
  g_signal_handler_disconnect (ctl->store, handler);
  return g_steal_pointer (&intents);
}

gboolean
cor_ctl_outbox_wait (CorCtl  *ctl,
                     GError **error)
{
  double             seconds = -1;
  const GOptionEntry entries[] = {
    { "timeout", 0, 0, G_OPTION_ARG_DOUBLE, &seconds, N_ ("Not longer than this"), N_ ("SECONDS") },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (GPtrArray) intents = NULL;
  guint n_waiting = 0, n_needing = 0;

  if (!cor_ctl_parse (ctl, entries, 0, 0, error) || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  intents = wait_for_outbox (ctl, seconds, &n_waiting, &n_needing, error);
  if (intents == NULL)
    return FALSE;
  print (ctl, intents);
  return n_waiting == 0 && n_needing == 0;
}
