/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-store-intents.h"
#include "cor-store-outbox.h"
#include "cor-store-payments.h"
#include "cor-store-templates.h"
#include "cor-template-catalog.h"
#include "cor-template-edit.h"
#include "cor-template-error.h"
#include "cor-template-filling.h"
#include "cor-template-picker.h"
#include "cor-test-await.h"
#include "cor-test-desk.h"
#include "cor-test-main.h"
#include "cor-test-sqlite.h"

#include <string.h>

typedef struct
{
  CorTestDesk desk;
  gint64      conversation;
} Fixture;

typedef struct
{
  const char      *locale;
  CorRegister      reg;
  CorTemplateState state;
  const char      *text;
} Text;

static CorTemplate *
new_template (const char *id,
              const char *title,
              const char *shortcut,
              const char *channels,
              const Text *texts,
              guint       n_texts)
{
  CorTemplate *template = cor_template_new ();

  template->id = g_strdup (id);
  template->title = g_strdup (title);
  template->shortcut = g_strdup (shortcut);
  template->channels = g_strdup (channels);
  template->category = g_strdup ("fees");
  template->source_locale = g_strdup ("en");
  for (guint i = 0; i < n_texts; i++)
    {
      CorTemplateVariant *variant = cor_template_variant_new ();

      variant->locale = g_strdup (texts[i].locale);
      variant->reg = texts[i].reg;
      variant->state = texts[i].state;
      variant->text = g_strdup (texts[i].text);
      g_ptr_array_add (template->variants, variant);
    }
  return template;
}

static const Text arrived[] = {
  { "en", COR_REGISTER_NEUTRAL, COR_TEMPLATE_APPROVED, "Hello {{contact.name}}, {{payment.amount | money}} arrived at {{payment.credited_at | time: \"zone\"}}." },
  { "es", COR_REGISTER_NEUTRAL, COR_TEMPLATE_DRAFT, "Hola, {{contact.name}}: {{payment.amount | money}} llegaron." },
  { "es", COR_REGISTER_FORMAL, COR_TEMPLATE_DRAFT, "Estimada {{contact.name}}: {{payment.amount | money}} llegaron. {{agent.name}}" },
};
static const Text refund[] = {
  { "en", COR_REGISTER_NEUTRAL, COR_TEMPLATE_DRAFT, "Your money comes back within {% plural days %}{% when one %}one day{% when other %}{{days}} days{% endplural %}." },
};
static const Text mail[] = {
  { "en", COR_REGISTER_NEUTRAL, COR_TEMPLATE_DRAFT, "Dear customer, the statement of charges is attached." },
};

static void
set_up (Fixture      *fixture,
        gconstpointer unused)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_free);
  g_auto (CorTestAwait) await = { 0 };

  cor_test_desk_open (&fixture->desk);
  fixture->conversation = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "1", .channel = COR_CHANNEL_WHATSAPP, .name = "Ana Gil", .attributes_json = "{\"language\":\"es_MX\",\"timezone\":\"America/Mexico_City\"}", .at = 1000 });
  g_ptr_array_add (templates, new_template ("arrived", "The money has arrived", "here", "any", arrived, G_N_ELEMENTS (arrived)));
  g_ptr_array_add (templates, new_template ("refund", "When a refund comes", "back", "any", refund, G_N_ELEMENTS (refund)));
  g_ptr_array_add (templates, new_template ("statement", "Statement by mail", "statement", "email", mail, G_N_ELEMENTS (mail)));
  cor_store_put_templates_async (fixture->desk.store, 0, "pack:p", templates, NULL, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_templates_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer unused)
{
  cor_test_desk_settle (&fixture->desk);
  cor_test_desk_close (&fixture->desk);
}

static CorTemplateFilling *
open_filling (Fixture *fixture,
              gint64   conversation)
{
  CorTemplateFilling *filling = cor_template_filling_new (fixture->desk.store);

  cor_template_filling_open (filling, conversation);
  g_assert_false (cor_template_filling_is_ready (filling));
  cor_test_until (cor_template_filling_is_ready (filling));
  return filling;
}

static CorTemplateItem *
load_item (Fixture    *fixture,
           const char *id)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_load_template_async (fixture->desk.store, id, NULL, cor_test_on_result, &await);
  return cor_template_item_new (cor_store_load_template_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static void
fill (CorTemplateFilling *filling,
      CorTemplateItem    *item)
{
  cor_template_filling_set_item (filling, item);
}

static const char *
get_text (CorTemplateFilling *filling)
{
  return cor_template_filling_get_fill (filling)->text;
}

/* In the customer's language and register; what is not known is asked for, and typed values are checked. */
static void
test_filling (Fixture      *fixture,
              gconstpointer unused)
{
  g_autoptr (CorTemplateFilling) filling = open_filling (fixture, fixture->conversation);
  g_autoptr (CorTemplateItem) item = load_item (fixture, "arrived");
  g_autoptr (GError) error = NULL;
  g_autoptr (CorInsertSource) source = NULL;
  g_autofree const char **missing = NULL;
  g_autofree const char **left = NULL;
  g_autofree char        *filled = NULL;

  g_assert_cmpstr (cor_template_filling_get_locale (filling), ==, "es-MX");
  g_assert_cmpint (cor_template_filling_get_locale_origin (filling), ==, COR_LOCALE_OF_CUSTOMER);
  fill (filling, item);
  g_assert_cmpstr (get_text (filling), ==, "Hola, Ana Gil: {{payment.amount | money}} llegaron.");
  g_assert_cmpuint (cor_template_filling_get_choice (filling)->distance, >, 0);
  g_assert_cmphex (cor_template_filling_get_registers (filling), ==, 1u << COR_REGISTER_NEUTRAL | 1u << COR_REGISTER_FORMAL);
  missing = cor_template_filling_get_missing (filling);
  g_assert_cmpstr (missing[0], ==, "payment.amount");
  g_assert_null (missing[1]);

  g_assert_false (cor_template_filling_set_value (filling, "payment.amount", "a lot", &error));
  g_assert_error (error, COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_INVALID_VALUE);
  g_assert_true (cor_template_filling_set_value (filling, "payment.amount", " 1250.50 MXN ", NULL));
  g_assert_nonnull (strstr (get_text (filling), "1,250.50"));
  left = cor_template_filling_get_missing (filling);
  g_assert_null (left[0]);

  /* the same values in another register, and what was left open in a reply */
  cor_template_filling_set_register (filling, COR_REGISTER_FORMAL);
  g_assert_true (g_str_has_prefix (get_text (filling), "Estimada Ana Gil: $1,250.50 llegaron."));
  filled = cor_template_filling_fill_tags (filling, "Hola {{contact.name}}: {{payment.amount | money}}, {{payment.reference}} {{nothing}}");
  g_assert_cmpstr (filled, ==, "Hola Ana Gil: $1,250.50, {{payment.reference}} {{nothing}}");

  source = cor_template_filling_dup_source (filling);
  g_assert_cmpstr (source->kind, ==, COR_SOURCE_TEMPLATE);
  g_assert_cmpstr (source->id, ==, "arrived");
  g_assert_cmpstr (source->locale, ==, "es");
  g_assert_cmpstr (source->text, ==, get_text (filling));

  /* a value that is taken back is asked for again */
  g_assert_true (cor_template_filling_set_value (filling, "payment.amount", " ", NULL));
  g_assert_nonnull (strstr (get_text (filling), "{{payment.amount"));
}

/* What is known of the case comes in by itself; times are in the customer's zone, not in this computer's. */
static void
test_case (Fixture      *fixture,
           gconstpointer unused)
{
  g_autoptr (CorTemplateFilling) filling = open_filling (fixture, fixture->conversation);
  g_autoptr (CorTemplateItem) item = load_item (fixture, "arrived");
  g_autoptr (CorTemplateValues) values = cor_template_values_new ();

  g_assert_true (cor_template_values_parse (values, "payment.amount", "905.00 EUR", NULL));
  g_assert_true (cor_template_values_parse (values, "payment.credited_at", "2023-01-19T14:30:00Z", NULL));
  cor_template_filling_set_case (filling, values);
  cor_template_filling_choose_locale (filling, "en");
  g_assert_cmpint (cor_template_filling_get_locale_origin (filling), ==, COR_LOCALE_CHOSEN);
  fill (filling, item);
  g_assert_nonnull (strstr (get_text (filling), "€905.00 arrived at 8:30"));

  /* what the agent says counts more; another conversation knows nothing of this one */
  g_assert_true (cor_template_filling_set_value (filling, "payment.amount", "900.00 EUR", NULL));
  g_assert_nonnull (strstr (get_text (filling), "€900.00"));
  cor_template_filling_open (filling, 0);
  g_assert_null (cor_template_filling_get_fill (filling));
  cor_template_filling_open (filling, fixture->conversation);
  cor_test_until (cor_template_filling_is_ready (filling));
  cor_template_filling_choose_locale (filling, "en");
  fill (filling, item);
  g_assert_nonnull (strstr (get_text (filling), "{{payment.amount | money}}"));
}

/* What decides between wordings has no tag in the text, and is asked for all the same. */
static void
test_hidden_gap (Fixture      *fixture,
                 gconstpointer unused)
{
  g_autoptr (CorTemplateFilling) filling = open_filling (fixture, fixture->conversation);
  g_autoptr (CorTemplateItem) item = load_item (fixture, "refund");
  g_autofree const char **missing = NULL;

  /* never silently in another language */
  fill (filling, item);
  g_assert_null (cor_template_filling_get_fill (filling));
  g_assert_error ((GError *) cor_template_filling_get_problem (filling), COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_NO_VARIANT);
  cor_template_filling_choose_locale (filling, "en-GB");
  missing = cor_template_filling_get_missing (filling);
  g_assert_cmpstr (missing[0], ==, "days");
  g_assert_true (cor_template_filling_set_value (filling, "days", "1", NULL));
  g_assert_cmpstr (get_text (filling), ==, "Your money comes back within one day.");
}

/* Without a language on the customer the last message tells, in the script that it is written in. */
static void
test_language_of_message (Fixture      *fixture,
                          gconstpointer unused)
{
  gint64 id = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "2", .channel = COR_CHANNEL_WECHAT, .name = "陳怡君", .at = 1000 });
  g_autoptr (CorTemplateFilling) filling = NULL;
  g_autoptr (CorTemplateFilling) silent = NULL;

  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ .number = "2", .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER, .text = "請問這筆匯款為什麼還沒有到帳？", .at = 1001 });
  filling = open_filling (fixture, id);
  g_assert_cmpint (cor_template_filling_get_locale_origin (filling), ==, COR_LOCALE_OF_MESSAGE);
  g_assert_true (g_str_has_prefix (cor_template_filling_get_locale (filling), "zh-Hant"));

  id = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "3", .channel = COR_CHANNEL_WECHAT, .name = "X", .at = 1000 });
  silent = open_filling (fixture, id);
  g_assert_cmpint (cor_template_filling_get_locale_origin (silent), ==, COR_LOCALE_OF_NOBODY);
}

/* Under a compliance hold nothing but what somebody approved. */
static void
test_hold (Fixture      *fixture,
           gconstpointer unused)
{
  gint64 id = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "4", .channel = COR_CHANNEL_WHATSAPP, .name = "Ana Gil", .labels = "vip,compliance-hold", .attributes_json = "{\"language\":\"es\"}", .at = 1000 });
  g_autoptr (CorTemplateFilling) filling = open_filling (fixture, id);
  g_autoptr (CorTemplatePicker) picker = cor_template_picker_new (fixture->desk.store);
  g_autoptr (CorTemplateItem) item = load_item (fixture, "arrived");
  g_autoptr (CorTemplateItem) first = NULL;

  g_assert_true (cor_template_filling_is_held (filling));
  fill (filling, item);
  g_assert_null (cor_template_filling_get_fill (filling));
  cor_template_filling_choose_locale (filling, "en");
  g_assert_nonnull (cor_template_filling_get_fill (filling));

  cor_template_picker_set_approved_only (picker, TRUE);
  cor_template_picker_open (picker, id);
  cor_test_until (cor_template_picker_is_loaded (picker));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (picker)), ==, 1);
  first = g_list_model_get_item (G_LIST_MODEL (picker), 0);
  g_assert_cmpstr (cor_template_item_get_id (first), ==, "arrived");
}

static gboolean
queue (Fixture    *fixture,
       gint64      conversation,
       gboolean    is_private,
       const char *text,
       GPtrArray  *sources)
{
  g_auto (CorTestAwait) await = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (sources != NULL)
    cor_store_queue_reply_from_async (fixture->desk.store, conversation, is_private, text, sources, 0, NULL, cor_test_on_result, &await);
  else
    cor_store_queue_reply_async (fixture->desk.store, conversation, is_private, text, 0, NULL, cor_test_on_result, &await);
  id = cor_store_queue_reply_finish (fixture->desk.store, cor_test_await (&await), &error);
  if (id == 0)
    g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED);
  return id != 0;
}

static void
set_state (Fixture         *fixture,
           CorTemplateState state)
{
  g_auto (CorTestAwait) await = { 0 };

  cor_store_set_template_state_async (fixture->desk.store, 0, NULL, "arrived", "en", COR_REGISTER_NEUTRAL, state, "Ines Alves", NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_set_template_state_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

/* What leaves under a hold is an approved text, whole and as it is: whoever asks, and also when it was approved once. */
static void
test_hold_gate (Fixture      *fixture,
                gconstpointer unused)
{
  gint64 id = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "5", .channel = COR_CHANNEL_WHATSAPP, .name = "Ana Gil", .labels = "compliance-hold", .at = 1000 });
  g_autoptr (CorTemplateFilling) filling = open_filling (fixture, id);
  g_autoptr (CorTemplateItem) item = load_item (fixture, "arrived");
  g_autoptr (GPtrArray) sources = cor_insert_source_array_new ();
  g_autofree char *changed = NULL;

  cor_template_filling_choose_locale (filling, "en");
  fill (filling, item);
  g_assert_false (cor_template_filling_may_insert (filling));
  g_assert_true (cor_template_filling_set_value (filling, "payment.amount", "905.00 EUR", NULL));
  g_assert_true (cor_template_filling_set_value (filling, "payment.credited_at", "2023-01-19T14:30:00Z", NULL));
  g_assert_true (cor_template_filling_may_insert (filling));
  g_ptr_array_add (sources, cor_template_filling_dup_source (filling));

  g_assert_false (queue (fixture, id, FALSE, "We are looking into it.", NULL));
  g_assert_false (queue (fixture, id, FALSE, get_text (filling), NULL));
  changed = g_strconcat (get_text (filling), " It is with compliance.", NULL);
  g_assert_false (queue (fixture, id, FALSE, changed, sources));
  g_assert_true (queue (fixture, id, TRUE, "For us only.", NULL));
  set_state (fixture, COR_TEMPLATE_RETIRED);
  g_assert_false (queue (fixture, id, FALSE, get_text (filling), sources));
  set_state (fixture, COR_TEMPLATE_APPROVED);
  g_assert_true (queue (fixture, id, FALSE, get_text (filling), sources));
  g_assert_true (queue (fixture, fixture->conversation, FALSE, "We are looking into it.", NULL));
}

static void
put_held_payment (Fixture    *fixture,
                  const char *reference)
{
  g_auto (CorTestAwait) await = { 0 };
  CorPaymentLookup *lookup = cor_payment_lookup_new (COR_PAYMENT_LEDGER, reference, 1000);

  lookup->outcome = COR_LOOKUP_FOUND;
  lookup->payment = cor_payment_new ();
  lookup->payment->reference = g_strdup (reference);
  lookup->payment->is_held = TRUE;
  cor_store_put_payment_async (fixture->desk.store, lookup, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_payment_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

static gboolean
send_oldest (Fixture *fixture,
             GError **error)
{
  g_auto (CorTestAwait) listed = { 0 };
  g_auto (CorTestAwait) moved = { 0 };
  g_autoptr (GPtrArray) outbox = NULL;
  CorIntentMove move = { .step = COR_STEP_SEND };

  cor_store_list_outbox_async (fixture->desk.store, NULL, cor_test_on_result, &listed);
  outbox = cor_store_list_outbox_finish (fixture->desk.store, cor_test_await (&listed), NULL);
  g_assert_cmpuint (outbox->len, ==, 1);
  move.intent = ((const CorIntentData *) outbox->pdata[0])->id;
  cor_store_move_intent_async (fixture->desk.store, &move, NULL, cor_test_on_result, &moved);
  return cor_store_move_intent_finish (fixture->desk.store, cor_test_await (&moved), error);
}

/* Where it is a payment that compliance holds, however many are linked and however the desk writes them, it is the same
 * in the window, in the queue and on the way out. */
static void
test_held_payment (Fixture      *fixture,
                   gconstpointer unused)
{
  gint64 id = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "6", .channel = COR_CHANNEL_WHATSAPP, .name = "Ana Gil", .attributes_json = "{\"language\":\"en\"}", .at = 1000 });
  g_autoptr (CorTemplateFilling) free_filling = open_filling (fixture, id);
  g_autoptr (CorTemplateFilling) held_filling = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (cor_template_filling_is_held (free_filling));
  g_assert_true (queue (fixture, id, FALSE, "We are looking into it.", NULL));
  cor_test_sqlite_run (fixture->desk.dir, "UPDATE conversation SET attributes_json = '{\"payment_refs\":[\"CP-1\",\"CP-2\",\"CP-3\",\"CP-4\",\"CP-5\",\"cp-70231\"]}'"
                                          " WHERE remote_id = '6'");
  put_held_payment (fixture, "CP-70231");

  held_filling = open_filling (fixture, id);
  g_assert_true (cor_template_filling_is_held (held_filling));
  g_assert_false (queue (fixture, id, FALSE, "It is on its way.", NULL));
  g_assert_false (send_oldest (fixture, &error));
  g_assert_error (error, COR_STORE_ERROR, COR_STORE_ERROR_REFUSED);
  cor_test_sqlite_run (fixture->desk.dir, "UPDATE conversation SET attributes_json = '{}' WHERE remote_id = '6'");
  g_assert_true (send_oldest (fixture, NULL));
}

static gboolean
is_first (CorTemplatePicker *picker,
          const char        *id,
          CorTemplatePlace   place)
{
  g_autoptr (CorTemplateItem) item = g_list_model_get_item (G_LIST_MODEL (picker), 0);

  return item != NULL && g_str_equal (cor_template_item_get_id (item), id) && cor_template_item_get_place (item) == place;
}

/* By shortcut, by title, by what stands in the text; for this channel only; and what was used comes first. */
static void
test_picker (Fixture      *fixture,
             gconstpointer unused)
{
  g_autoptr (CorTemplatePicker) picker = cor_template_picker_new (fixture->desk.store);
  GListModel *list = G_LIST_MODEL (picker);

  cor_template_picker_set_channel (picker, COR_CHANNEL_WHATSAPP);
  cor_template_picker_open (picker, fixture->conversation);
  cor_test_until (cor_template_picker_is_loaded (picker));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  cor_template_picker_set_channel (picker, COR_CHANNEL_EMAIL);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);

  cor_template_picker_set_query (picker, "bac");
  g_assert_true (is_first (picker, "refund", COR_TEMPLATE_FOUND));
  cor_template_picker_set_query (picker, "/bac");
  g_assert_true (is_first (picker, "refund", COR_TEMPLATE_FOUND));
  cor_template_picker_set_query (picker, "mon arr");
  g_assert_true (is_first (picker, "arrived", COR_TEMPLATE_FOUND));
  cor_template_picker_set_query (picker, "llegaron");
  cor_test_until (is_first (picker, "arrived", COR_TEMPLATE_FOUND));
  cor_template_picker_set_query (picker, "zzzz");
  cor_test_until (g_list_model_get_n_items (list) == 0);

  cor_template_picker_mark_used (picker, cor_template_picker_find (picker, "refund"));
  cor_template_picker_set_query (picker, "");
  cor_test_until (is_first (picker, "refund", COR_TEMPLATE_RECENT));
}

typedef struct
{
  gint64 conversation;
  guint  n;
} Watched;

static void
count_thread (CorStore              *store,
              const CorStoreChanges *changes,
              Watched               *watched)
{
  watched->n += cor_store_changes_has_thread (changes, watched->conversation);
}

static void
count_filling (CorTemplateFilling *filling,
               guint              *n)
{
  (*n)++;
}

/* Says something in a conversation, and waits until the store has told of it, and so of all before it. */
static void
say_and_wait (Fixture    *fixture,
              Watched    *watched,
              const char *number,
              const char *text)
{
  watched->n = 0;
  cor_test_desk_say (&fixture->desk, &(CorTestMessage){ .number = number, .kind = COR_MESSAGE_INCOMING, .sender = COR_SENDER_CUSTOMER, .text = text, .at = 2000 + (gint64) strlen (text) });
  cor_test_until (watched->n > 0);
  cor_test_desk_settle (&fixture->desk);
  cor_test_desk_settle (&fixture->desk);
}

/* What comes in another conversation makes nobody read this customer again. */
static void
test_other_thread (Fixture      *fixture,
                   gconstpointer unused)
{
  g_autoptr (CorTemplateFilling) filling = NULL;
  Watched watched = { 0, 0 };
  guint   n = 0;

  watched.conversation = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "2", .channel = COR_CHANNEL_EMAIL, .name = "Li Wei", .at = 1000 });
  g_signal_connect (fixture->desk.store, "changed", G_CALLBACK (count_thread), &watched);
  say_and_wait (fixture, &watched, "2", "One");
  filling = open_filling (fixture, fixture->conversation);
  g_signal_connect (filling, "changed", G_CALLBACK (count_filling), &n);
  say_and_wait (fixture, &watched, "2", "And two");
  g_assert_cmpuint (n, ==, 0);
  watched.conversation = fixture->conversation;
  say_and_wait (fixture, &watched, "1", "And three");
  cor_test_until (n > 0);
  g_signal_handlers_disconnect_by_data (fixture->desk.store, &watched);
}

static void
put_of_account (Fixture    *fixture,
                gint64      account,
                const char *id,
                const char *text)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_free);
  const Text texts[] = { { "es", COR_REGISTER_NEUTRAL, COR_TEMPLATE_DRAFT, text } };
  g_auto (CorTestAwait) await = { 0 };

  g_ptr_array_add (templates, new_template (id, id, id, "any", texts, 1));
  cor_store_put_templates_async (fixture->desk.store, account, COR_TEMPLATE_SOURCE_ACCOUNT, templates, NULL, NULL, cor_test_on_result, &await);
  g_assert_true (cor_store_put_templates_finish (fixture->desk.store, cor_test_await (&await), NULL));
}

/* A canned response that nobody checked is there with its fault and where it is, not filled, and not under a hold. */
static void
test_fault (Fixture      *fixture,
            gconstpointer unused)
{
  gint64 held = cor_test_desk_add (&fixture->desk, &(CorTestConversation){ .number = "7", .channel = COR_CHANNEL_WHATSAPP, .name = "Ana Gil", .labels = "compliance-hold", .attributes_json = "{\"language\":\"es\"}", .at = 1000 });
  g_autoptr (CorTemplateFilling) filling = open_filling (fixture, fixture->conversation);
  g_autoptr (CorTemplateFilling) other = open_filling (fixture, held);
  g_autoptr (CorTemplateItem) item = NULL;

  put_of_account (fixture, fixture->desk.account, "order", "Hola {{contact.name}},\nsu pedido {{contact.custom_attribute.order}} llega.");
  item = load_item (fixture, "order");
  fill (filling, item);
  g_assert_cmpstr (get_text (filling), ==, "Hola {{contact.name}},\nsu pedido {{contact.custom_attribute.order}} llega.");
  g_assert_error (cor_template_filling_get_problem (filling), COR_TEMPLATE_ERROR, COR_TEMPLATE_ERROR_UNKNOWN_VARIABLE);
  g_assert_nonnull (strstr (cor_template_filling_get_problem (filling)->message, "Line 2, column 13"));
  g_assert_true (cor_template_filling_may_insert (filling));
  fill (other, item);
  g_assert_null (cor_template_filling_get_fill (other));
}

/* What one desk keeps is offered to its own customers only, and comes before what a pack calls the same. */
static void
test_of_account (Fixture      *fixture,
                 gconstpointer unused)
{
  g_autoptr (CorTemplatePicker) picker = cor_template_picker_new (fixture->desk.store);
  gint64 other = 0;

  cor_test_sqlite_run (fixture->desk.dir, "INSERT INTO account (kind, origin, remote_id, name) SELECT kind, 'https://other.example', remote_id, 'Other' FROM account LIMIT 1");
  other = cor_test_sqlite_count (fixture->desk.dir, "SELECT max(id) FROM account", NULL);
  put_of_account (fixture, fixture->desk.account, "refund", "De este lado.");
  put_of_account (fixture, other, "lunch", "Comemos.");
  cor_template_picker_set_account (picker, fixture->desk.account);
  cor_template_picker_open (picker, fixture->conversation);
  cor_test_until (cor_template_picker_is_loaded (picker));
  g_assert_null (cor_template_picker_find (picker, "lunch"));
  g_assert_cmpint (cor_template_item_get_template (cor_template_picker_find (picker, "refund"))->account, ==, fixture->desk.account);
  cor_template_picker_set_account (picker, other);
  g_assert_nonnull (cor_template_picker_find (picker, "lunch"));
  g_assert_cmpint (cor_template_item_get_template (cor_template_picker_find (picker, "refund"))->account, ==, 0);
}

/* For who keeps them: all there are, by whatever way a language is written, and what is missing where. */
static void
test_catalog (Fixture      *fixture,
              gconstpointer unused)
{
  g_autoptr (CorTemplateCatalog) catalog = cor_template_catalog_new (fixture->desk.store);
  GListModel      *list = G_LIST_MODEL (catalog);
  CorTemplateItem *before = NULL;
  g_autofree char *free_id = NULL;

  cor_test_until (cor_template_catalog_is_loaded (catalog));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  before = cor_template_catalog_find (catalog, "pack:p", 0, "statement");
  put_of_account (fixture, fixture->desk.account, "lunch", "Comemos.");
  cor_test_until (g_list_model_get_n_items (list) == 4);
  g_assert_true (cor_template_catalog_find (catalog, "pack:p", 0, "statement") == before);
  g_assert_cmpuint (g_strv_length ((char **) cor_template_catalog_get_locales (catalog)), ==, 2);
  g_assert_cmpuint (cor_template_catalog_count (catalog, "en", COR_TEMPLATE_COVER_COMPLETE), ==, 1);
  g_assert_cmpuint (cor_template_catalog_count (catalog, "en", COR_TEMPLATE_COVER_MISSING), ==, 1);
  g_assert_cmpuint (cor_template_catalog_count (catalog, NULL, COR_TEMPLATE_COVER_MISSING), ==, 3);

  /* es-ES is Spanish: no column of its own */
  cor_test_sqlite_run (fixture->desk.dir, "UPDATE template_variant SET locale = 'es-ES' WHERE template = (SELECT id FROM template WHERE name = 'lunch')");
  set_state (fixture, COR_TEMPLATE_RETIRED);
  cor_test_until (cor_template_catalog_count (catalog, "en", COR_TEMPLATE_COVER_COMPLETE) == 0);
  g_assert_cmpuint (g_strv_length ((char **) cor_template_catalog_get_locales (catalog)), ==, 2);
  g_assert_cmpuint (cor_template_catalog_count (catalog, "es", COR_TEMPLATE_COVER_DRAFT), ==, 2);

  cor_template_catalog_set_filter (catalog, COR_CATALOG_DESK);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  cor_template_catalog_set_filter (catalog, COR_CATALOG_GAPS);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  cor_template_catalog_set_query (catalog, "refund");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  cor_template_catalog_set_query (catalog, "/bac");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  free_id = cor_template_catalog_dup_free_id (catalog, "refund");
  g_assert_cmpstr (free_id, ==, "refund");
}

/* What is typed stays as it is typed, and is named where it is wrong; a changed text is no longer approved. */
static void
test_edit (void)
{
  g_autoptr (CorTemplate) template = new_template ("mine", "Mine", "mine", "any", arrived, G_N_ELEMENTS (arrived));
  CorTemplateHead head = { "Mine", "Mine!", "fees", "a, b;  c", "", "payment.amount, contact.nmae", "Ines", "2027-5-1", "email" };
  g_autoptr (GError) shortcut = NULL, review = NULL, variable = NULL, unused = NULL, place = NULL, other = NULL;
  CorTemplateVariant *english = template->variants->pdata[0];
  g_autofree char    *id = cor_template_edit_dup_id ("Où est mon argent ?");
  g_autofree char    *chinese = cor_template_edit_dup_id ("到账");
  guint               line = 0, column = 0;

  g_assert_cmpstr (id, ==, "ou-est-mon-argent");
  g_assert_cmpstr (chinese, ==, "template");
  g_assert_false (cor_template_edit_take_head (template, &head, &shortcut));
  g_assert_error (shortcut, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_SHORTCUT);
  g_assert_cmpstr (template->shortcut, ==, "Mine!");
  g_assert_cmpstr (template->tags[2], ==, "c");
  head.shortcut = "mine-2";
  g_assert_false (cor_template_edit_take_head (template, &head, &review));
  g_assert_error (review, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_REVIEW);
  head.review = "2027-05-01";
  g_assert_false (cor_template_edit_take_head (template, &head, &variable));
  g_assert_error (variable, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_REQUIRES);
  head.requires = "payment.amount, agent.name";
  g_assert_true (cor_template_edit_take_head (template, &head, NULL));
  g_assert_false (cor_template_edit_check (template, &unused));
  g_assert_error (unused, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_TEXT);

  g_assert_false (cor_template_edit_set_text (template, english, english->text));
  g_assert_cmpint (english->state, ==, COR_TEMPLATE_APPROVED);
  g_assert_true (cor_template_edit_set_text (template, english, "Hello\n\n  {{contact.nmae}}"));
  g_assert_cmpint (english->state, ==, COR_TEMPLATE_DRAFT);
  g_assert_false (cor_template_edit_check_text (template, english, &place));
  g_assert_true (cor_template_edit_find_place (place, &line, &column));
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (column, ==, 5);
  g_assert_false (cor_template_edit_find_place (unused, &line, &column));

  g_assert_null (cor_template_edit_add_text (template, "es", COR_REGISTER_FORMAL, NULL));
  g_assert_null (cor_template_edit_add_text (template, "spanglish", COR_REGISTER_FORMAL, &other));
  g_assert_error (other, COR_TEMPLATE_EDIT_ERROR, COR_TEMPLATE_EDIT_ERROR_LOCALE);
  g_assert_cmpstr (cor_template_edit_add_text (template, " pt_BR ", COR_REGISTER_DIRECT, NULL)->locale, ==, "pt-BR");
}

int
main (int   argc,
      char *argv[])
{
  cor_test_init (&argc, &argv);

  g_test_add ("/templates/fault", Fixture, NULL, set_up, test_fault, tear_down);
  g_test_add_func ("/templates/edit", test_edit);
  g_test_add ("/templates/catalog", Fixture, NULL, set_up, test_catalog, tear_down);
  g_test_add ("/templates/of-account", Fixture, NULL, set_up, test_of_account, tear_down);
  g_test_add ("/templates/filling", Fixture, NULL, set_up, test_filling, tear_down);
  g_test_add ("/templates/case", Fixture, NULL, set_up, test_case, tear_down);
  g_test_add ("/templates/hidden-gap", Fixture, NULL, set_up, test_hidden_gap, tear_down);
  g_test_add ("/templates/language-of-message", Fixture, NULL, set_up, test_language_of_message, tear_down);
  g_test_add ("/templates/hold", Fixture, NULL, set_up, test_hold, tear_down);
  g_test_add ("/templates/hold-gate", Fixture, NULL, set_up, test_hold_gate, tear_down);
  g_test_add ("/templates/held-payment", Fixture, NULL, set_up, test_held_payment, tear_down);
  g_test_add ("/templates/other-thread", Fixture, NULL, set_up, test_other_thread, tear_down);
  g_test_add ("/templates/picker", Fixture, NULL, set_up, test_picker, tear_down);

  return cor_test_run ();
}
