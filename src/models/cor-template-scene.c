/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-scene"

#include "config.h"

#include "cor-template-scene.h"

#include "cor-attributes.h"
#include "cor-customer-language.h"
#include "cor-customer.h"
#include "cor-reader-locales.h"
#include "cor-store-accounts.h"
#include "cor-store-reply-check.h"
#include "cor-store-threads.h"

#include <string.h>

static const char *const salutation_keys[] = { "salutation", "form_of_address", NULL };

/* Of a name in several words, as Chatwoot's {{contact.first_name}} and {{contact.last_name}} do it (chatwoot.md §8);
 * the family name stands first in East Asia, so there nothing is guessed. */
static void
add_name_parts (CorTemplateValues *values,
                const char        *first,
                const char        *last,
                const char        *name)
{
  const char      *space = name != NULL ? strchr (name, ' ') : NULL;
  g_autofree char *head = NULL;

  if (name == NULL || name[0] == '\0' || g_unichar_iswide (g_utf8_get_char (name)))
    return;
  head = space != NULL ? g_strndup (name, (gsize) (space - name)) : g_strdup (name);
  cor_template_values_set_text (values, first, head);
  if (space != NULL)
    cor_template_values_set_text (values, last, strrchr (name, ' ') + 1);
}

static void
add_customer (CorTemplateValues       *values,
              const CorCustomerRecord *record)
{
  g_autoptr (GPtrArray) attributes = cor_attributes_parse (record->attributes_json);

  cor_template_values_set_text (values, "contact.name", record->name);
  cor_template_values_set_text (values, "conversation.contact_name", record->name);
  add_name_parts (values, "contact.first_name", "contact.last_name", record->name);
  cor_template_values_set_text (values, "contact.salutation", cor_attributes_find (attributes, salutation_keys));
  cor_template_values_set_text (values, "contact.email", record->email);
  cor_template_values_set_text (values, "contact.phone", record->phone);
  cor_template_values_set_text (values, "contact.phone_number", record->phone);
}

/* The company's name is the account's. */
static void
add_account (CorTemplateValues    *values,
             const CorAccountData *account)
{
  cor_template_values_set_text (values, "account.name", account->name);
  cor_template_values_set_text (values, "company.name", account->name);
  cor_template_values_set_text (values, "agent.name", account->agent_name);
  cor_template_values_set_text (values, "agent.available_name", account->agent_name);
  cor_template_values_set_text (values, "agent.email", account->agent_email);
  add_name_parts (values, "agent.first_name", "agent.last_name", account->agent_name);
}

typedef struct
{
  CorTemplateScene *scene; /* owned, until it is returned */
  gint64            conversation;
  gint64            account;
  gint64            customer;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_clear_pointer (&loading->scene, cor_template_scene_free);
  g_free (loading);
}

static void
return_scene (GTask   *task,
              Loading *loading)
{
  if (loading->scene->locale == NULL)
    {
      g_auto (GStrv) locales = cor_reader_locales_new (NULL);

      loading->scene->locale = g_strdup (locales[0]);
      loading->scene->origin = COR_LOCALE_OF_NOBODY;
    }
  g_task_return_pointer (task, g_steal_pointer (&loading->scene), (GDestroyNotify) cor_template_scene_free);
}

static void
on_language_loaded (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (CorCustomerLanguage) language = cor_store_load_customer_language_finish (COR_STORE (source), result, NULL);
  Loading *loading = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (language != NULL)
    loading->scene->locale = g_steal_pointer (&language->tag);
  loading->scene->origin = language != NULL && language->origin == COR_LANGUAGE_OF_DESK ? COR_LOCALE_OF_CUSTOMER : COR_LOCALE_OF_MESSAGE;
  return_scene (task, loading);
}

static void
on_accounts_listed (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GPtrArray) accounts = cor_store_list_accounts_finish (COR_STORE (source), result, NULL);
  Loading      *loading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    if (((const CorAccountData *) accounts->pdata[i])->id == loading->account)
      add_account (loading->scene->facts, accounts->pdata[i]);
  cor_store_load_customer_language_async (COR_STORE (source), loading->conversation, cancellable, on_language_loaded, g_steal_pointer (&task));
}

static void
take_customer (CorTemplateScene *scene,
               CorCustomer      *customer)
{
  GTimeZone *zone = cor_customer_get_time_zone (customer);

  add_customer (scene->facts, cor_customer_get_record (customer));
  scene->zone = zone != NULL ? g_strdup (g_time_zone_get_identifier (zone)) : NULL;
}

static void
on_customer_loaded (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (CorCustomerData) data = cor_store_load_customer_finish (COR_STORE (source), result, NULL);
  Loading      *loading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (data != NULL)
    {
      g_autoptr (CorCustomer) customer = cor_customer_new (g_steal_pointer (&data));

      take_customer (loading->scene, customer);
    }
  cor_store_list_accounts_async (COR_STORE (source), cancellable, on_accounts_listed, g_steal_pointer (&task));
}

static void
on_hold_looked_for (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError       *error = NULL;
  Loading      *loading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (!cor_store_look_for_hold_finish (COR_STORE (source), result, &loading->scene->is_held, &error))
    g_task_return_error (task, error);
  else
    cor_store_load_customer_async (COR_STORE (source), loading->customer, cancellable, on_customer_loaded, g_steal_pointer (&task));
}

static void
on_thread_loaded (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) threads = cor_store_load_threads_finish (COR_STORE (source), result, &error);
  Loading             *loading = g_task_get_task_data (task);
  GCancellable        *cancellable = g_task_get_cancellable (task);
  const CorThreadData *thread = threads != NULL && threads->len > 0 ? threads->pdata[0] : NULL;

  if (threads == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (thread == NULL)
    g_task_return_new_error (task, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND, "That conversation is no longer here");
  if (thread == NULL)
    return;
  loading->account = loading->scene->account = thread->account;
  loading->scene->channel = thread->channel;
  cor_template_values_set_text (loading->scene->facts, "conversation.display_id", thread->display_id);
  loading->customer = thread->customer;
  cor_store_look_for_hold_async (COR_STORE (source), loading->conversation, cancellable, on_hold_looked_for, g_steal_pointer (&task));
}

/**
 * cor_template_scene_load_async:
 * @conversation: local id
 *
 * The customer's language is that of cor_customer_language_load(); else the agent's own.
 */
void
cor_template_scene_load_async (CorStore           *store,
                               gint64              conversation,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Loading *loading = g_new0 (Loading, 1);

  g_task_set_source_tag (task, cor_template_scene_load_async);
  loading->conversation = conversation;
  loading->scene = g_new0 (CorTemplateScene, 1);
  loading->scene->facts = cor_template_values_new ();
  g_task_set_task_data (task, loading, loading_free);
  g_array_append_val (ids, conversation);
  cor_store_load_threads_async (store, ids, cancellable, on_thread_loaded, g_steal_pointer (&task));
}

/**
 * cor_template_scene_load_finish:
 * @error: %COR_STORE_ERROR_NOT_FOUND where there is no such conversation
 *
 * Returns: (transfer full) (nullable): the scene
 */
CorTemplateScene *
cor_template_scene_load_finish (GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
cor_template_scene_free (CorTemplateScene *self)
{
  cor_template_values_unref (self->facts);
  g_free (self->locale);
  g_free (self->zone);
  g_free (self);
}
