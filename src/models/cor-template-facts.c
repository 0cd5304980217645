/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-facts"

#include "config.h"

#include "cor-template-facts.h"

#include "cor-attributes.h"
#include "cor-language.h"
#include "cor-locale.h"
#include "cor-script.h"

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

/**
 * cor_template_facts_add_customer:
 *
 * contact.*; any thread.
 */
void
cor_template_facts_add_customer (CorTemplateValues       *values,
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

/**
 * cor_template_facts_add_account:
 *
 * agent.*, account.name and the company's name, which is the account's; any thread.
 */
void
cor_template_facts_add_account (CorTemplateValues    *values,
                                const CorAccountData *account)
{
  cor_template_values_set_text (values, "account.name", account->name);
  cor_template_values_set_text (values, "company.name", account->name);
  cor_template_values_set_text (values, "agent.name", account->agent_name);
  cor_template_values_set_text (values, "agent.available_name", account->agent_name);
  cor_template_values_set_text (values, "agent.email", account->agent_email);
  add_name_parts (values, "agent.first_name", "agent.last_name", account->agent_name);
}

/**
 * cor_template_facts_add_thread:
 *
 * conversation.*; any thread.
 */
void
cor_template_facts_add_thread (CorTemplateValues   *values,
                               const CorThreadData *thread)
{
  cor_template_values_set_text (values, "conversation.display_id", thread->display_id);
}

/**
 * cor_template_facts_dup_language:
 * @text: what the customer wrote
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the language that it is in, BCP 47, where that can be told
 */
char *
cor_template_facts_dup_language (const char *text)
{
  const char *language = cor_language_detect (text, -1, NULL);
  /* which of the two scripts decides which text can be read */
  const char *script = g_strcmp0 (language, "zh") == 0 ? cor_text_language_tag (text) : NULL;

  if (script != NULL && g_str_has_prefix (script, "zh"))
    language = script;
  return language != NULL ? cor_locale_canonicalize (language) : NULL;
}
