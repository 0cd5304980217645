/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-customer-pane-show"

#include "config.h"

#include "cor-channel-text.h"
#include "cor-context-tab.h"
#include "cor-customer-pane-private.h"
#include "cor-conversation-card.h"
#include "cor-language-text.h"
#include "cor-label-script.h"
#include "cor-limit-words.h"
#include "cor-message-text.h"
#include "cor-payment-words.h"
#include "cor-pill.h"

#include <glib/gi18n-lib.h>

#define FEW_OTHERS 6

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static CorFactRow *
add_fact (CorCustomerPane *self,
          const char      *key,
          const char      *value)
{
  GtkWidget *row;

  if (value == NULL || value[0] == '\0')
    return NULL;
  row = cor_fact_row_new (key, value);
  gtk_box_append (self->facts, row);
  return COR_FACT_ROW (row);
}

static char *
dup_local_time (CorCustomerPane *self)
{
  const CorCustomerRecord *record = cor_customer_get_record (self->customer);
  g_autofree char         *clock = cor_clock_text (cor_session_get_now (self->session), cor_customer_get_time_zone (self->customer));

  if (record->city == NULL || record->city[0] == '\0')
    return g_steal_pointer (&clock);
  /* TRANSLATORS: the time where the customer is, and the city */
  return g_strdup_printf (_ ("%s · %s"), clock, record->city);
}

/* What time it is there moves on with every minute. */
void
_cor_customer_pane_update_clock (CorCustomerPane *self)
{
  g_autofree char *local = NULL;

  if (self->clock == NULL)
    return;
  local = dup_local_time (self);
  cor_fact_row_set_value (self->clock, local);
}

static void
show_profile (CorCustomerPane *self)
{
  const CorCustomerRecord *record = cor_customer_get_record (self->customer);
  const char              *name = cor_customer_get_name (self->customer);
  const char              *role = cor_customer_get_role (self->customer);
  const char              *tier = cor_customer_get_tier (self->customer);
  int                      since = cor_customer_get_since (self->customer);
  gboolean                 has_company = record->company != NULL && record->company[0] != '\0';
  g_autofree char         *company = NULL;

  cor_label_follow_script (self->name, name);
  gtk_label_set_label (self->name, name);
  cor_avatar_set_name (self->avatar, name);
  if (role != NULL && has_company)
    /* TRANSLATORS: what somebody is, and in which company */
    company = g_strdup_printf (_ ("%s, %s"), role, record->company);
  else
    company = g_strdup (role ? role : record->company);
  gtk_label_set_label (self->company, company ? company : "");
  gtk_widget_set_visible (GTK_WIDGET (self->company), company != NULL && company[0] != '\0');

  clear_box (self->pills);
  if (tier != NULL)
    {
      g_autofree char *vip = g_strdup_printf (_ ("VIP · %s"), tier);

      gtk_box_append (self->pills, cor_pill_new (vip, COR_HUE_YELLOW));
    }
  if (since > 0)
    {
      /* TRANSLATORS: %d is the year since when somebody is a customer */
      g_autofree char *words = g_strdup_printf (_ ("Since %d"), since);

      gtk_box_append (self->pills, cor_pill_new (words, COR_HUE_SLATE));
    }
  if (record->blocked)
    gtk_box_append (self->pills, cor_pill_new (_ ("Blocked"), COR_HUE_RED));
}

/* What the ledger says; without a word of it there is none. */
static void
show_limits (CorCustomerPane *self)
{
  gint64                  asked_at = 0;
  const CorPaymentLimits *limits = cor_customer_get_limits (self->customer, &asked_at);
  GTimeZone              *time_zone = cor_session_get_time_zone (self->session);
  g_autofree char        *moment = NULL;
  g_autofree char        *tip = NULL;

  if (limits == NULL)
    return;
  moment = cor_payment_words_dup_moment (asked_at, cor_session_get_now (self->session), time_zone);
  /* TRANSLATORS: %s is the moment at which the company's ledger was asked for the limits */
  tip = g_strdup_printf (_ ("By the ledger, asked %s"), moment);
  for (guint i = 0; i < limits->items->len; i++)
    {
      const CorPaymentLimit *limit = limits->items->pdata[i];
      const char            *name = cor_limit_words_get_name (limit->name, limit->period);
      g_autofree char       *words = cor_payment_words_dup_limit (limit, cor_session_get_now (self->session), time_zone);
      CorFactRow            *row = add_fact (self, *name != '\0' ? name : C_ ("customer", "Limit"), words);

      gtk_widget_set_tooltip_text (GTK_WIDGET (row), tip);
    }
}

static void
show_facts (CorCustomerPane *self)
{
  const CorCustomerRecord *record = cor_customer_get_record (self->customer);
  const char              *language = cor_customer_get_language (self->customer);
  g_autofree char         *place = cor_customer_dup_place (self->customer);
  g_autofree char         *language_name = language ? cor_language_text_dup (language) : NULL;
  GPtrArray               *facts = cor_customer_get_facts (self->customer);
  CorFactRow              *phone;

  self->clock = NULL;
  clear_box (self->facts);
  if (cor_customer_get_time_zone (self->customer) != NULL)
    {
      self->clock = add_fact (self, _ ("Local time"), "–");
      _cor_customer_pane_update_clock (self);
    }
  add_fact (self, _ ("Language"), language_name);
  add_fact (self, _ ("Place"), place);
  add_fact (self, _ ("E-mail"), record->email);
  phone = add_fact (self, _ ("Phone"), record->phone);
  if (phone != NULL)
    {
      g_autofree char *masked = cor_mask_phone (record->phone);

      cor_fact_row_set_masked (phone, masked);
    }
  add_fact (self, _ ("Customer number"), record->identifier);
  show_limits (self);
  for (guint i = 0; i < facts->len; i++)
    {
      const CorAttribute *fact = g_ptr_array_index (facts, i);
      g_autofree char    *title = cor_attribute_dup_title (fact->key);

      add_fact (self, title, fact->value);
    }
  add_fact (self, _ ("About"), record->description);
}

static void
show_labels (CorCustomerPane *self)
{
  const char *const *labels = cor_customer_get_labels (self->customer);

  clear_box (self->labels);
  for (guint i = 0; labels != NULL && labels[i] != NULL; i++)
    gtk_box_append (self->labels, cor_pill_new (labels[i], cor_hue_of_name (labels[i])));
  gtk_widget_set_visible (GTK_WIDGET (self->labels), labels != NULL && labels[0] != NULL);
}

static void
on_card_activated (CorConversationCard *card,
                   CorCustomerPane     *self)
{
  cor_context_tab_open_conversation (COR_CONTEXT_TAB (self), cor_conversation_card_get_conversation (card));
}

static void
add_other (CorCustomerPane     *self,
           const CorThreadData *thread)
{
  GtkWidget       *card = cor_conversation_card_new (thread, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  g_autofree char *spoken = cor_conversation_card_dup_spoken (COR_CONVERSATION_CARD (card));

  g_signal_connect_object (card, "activated", G_CALLBACK (on_card_activated), self, 0);
  gtk_list_box_append (self->others, card);
  /* the list made a row around it, which is what a screen reader meets */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (card)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* Shows the customer's other conversations, few at first. */
void
_cor_customer_pane_show_others (CorCustomerPane *self)
{
  GPtrArray       *conversations = cor_customer_get_conversations (self->customer);
  GtkWidget       *row;
  guint            n = 0;
  g_autofree char *all = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->others))) != NULL)
    gtk_list_box_remove (self->others, row);
  for (guint i = 0; conversations != NULL && i < conversations->len; i++)
    {
      const CorThreadData *thread = g_ptr_array_index (conversations, i);

      if (thread->id == self->conversation)
        continue;
      if (self->shows_all || n < FEW_OTHERS)
        add_other (self, thread);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->others), n > 0);
  gtk_widget_set_visible (self->others_title, n > 0);
  gtk_widget_set_visible (self->all, !self->shows_all && n > FEW_OTHERS);
  all = g_strdup_printf (ngettext ("Show all %u", "Show all %u", n), n);
  gtk_button_set_label (GTK_BUTTON (self->all), all);
}

/* Shows everything known of the customer. */
void
_cor_customer_pane_show_customer (CorCustomerPane *self)
{
  gtk_widget_set_visible (self->page, self->customer != NULL);
  if (self->customer == NULL)
    return;
  show_profile (self);
  show_facts (self);
  show_labels (self);
  _cor_customer_pane_show_others (self);
}
