/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-composer"

#include "config.h"

#include "cor-composer-private.h"

#include "cor-payment-sentence.h"
#include "cor-str.h"

/* What templates may say of the payment that the conversation is about. */

/* Whoever chooses a template shall have it filled in, whether or not she looked at the payment before. */
void
_cor_composer_freshen_payment (CorComposer *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->templates)))
    cor_payment_case_freshen (cor_session_get_payment_case (self->session));
}

static void
tell_payment (CorComposer *self)
{
  CorPaymentCase    *payment_case = cor_session_get_payment_case (self->session);
  CorPaymentView    *view = cor_payment_case_get_view (payment_case);
  CorPaymentAudience audience = cor_payment_case_get_audience (payment_case);
  g_autoptr (CorTemplateValues) values = NULL;

  if (view != NULL)
    values = cor_payment_sentence_dup_values (view, cor_template_filling_get_locale (self->filling), audience);
  if (values != NULL)
    cor_payment_sentence_add_limits (view, cor_template_filling_get_locale (self->filling), audience, values);
  cor_template_filling_set_case (self->filling, values);
}

static void
on_case_changed (CorComposer *self)
{
  if (self->templates == NULL)
    return; /* disposed meanwhile */
  tell_payment (self);
  _cor_composer_freshen_payment (self);
}

/* Words of it are in the language that is written in. */
static void
on_filling_changed (CorComposer *self)
{
  if (cor_set_str (&self->payment_locale, cor_template_filling_get_locale (self->filling)))
    tell_payment (self);
}

/* To be called once there is a filling. */
void
_cor_composer_follow_payment (CorComposer *self)
{
  g_signal_connect_object (cor_session_get_payment_case (self->session), "changed", G_CALLBACK (on_case_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filling, "changed", G_CALLBACK (on_filling_changed), self, G_CONNECT_SWAPPED);
  tell_payment (self);
}
