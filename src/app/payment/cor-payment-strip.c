/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-strip"

#include "config.h"

#include "cor-payment-strip.h"

#include "cor-payment-words.h"
#include "cor-pill.h"
#include "cor-reader-locales.h"

/*
 * CorPaymentStrip: the payment that the open conversation is about, in two lines, so that it is in sight whatever is read
 * beside the conversation. With compliance: its number and that.
 *
 * "has-payment": whether one is meant and somebody has answered about it.
 *
 * CSS nodes: button.cor-payment-strip > box
 */
struct _CorPaymentStrip
{
  GtkButton parent_instance;

  CorPaymentCase *payment_case; /* owned, or NULL: the session's */
  gboolean        has_payment;

  /* Template */
  GtkLabel *amounts;
  CorPill  *pill;
  GtkLabel *reference;
};

G_DEFINE_FINAL_TYPE (CorPaymentStrip, cor_payment_strip, GTK_TYPE_BUTTON)

typedef enum
{
  PROP_HAS_PAYMENT = 1,
} CorPaymentStripProperty;

static GParamSpec *properties[PROP_HAS_PAYMENT + 1];

static void
set_has_payment (CorPaymentStrip *self,
                 gboolean         has_payment)
{
  if (self->has_payment == has_payment)
    return;
  self->has_payment = has_payment;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_PAYMENT]);
}

static void
on_case_changed (CorPaymentStrip *self)
{
  const CorPaymentView *view = cor_payment_case_get_view (self->payment_case);
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);
  g_autofree char *amounts = NULL;
  g_autofree char *spoken = NULL;
  const char      *label = NULL;

  if (view == NULL || (!view->is_known && !view->is_held))
    {
      set_has_payment (self, FALSE);
      return;
    }
  label = cor_standing_get_label (view->standing, locales[0]);
  amounts = cor_payment_words_dup_amounts (view);
  gtk_label_set_label (self->amounts, amounts != NULL ? amounts : view->reference);
  gtk_label_set_label (self->reference, view->reference);
  gtk_widget_set_visible (GTK_WIDGET (self->reference), amounts != NULL);
  cor_pill_set_label (self->pill, label);
  cor_pill_set_hue (self->pill, cor_payment_words_get_hue (view->status));
  spoken = g_strjoin (", ", view->reference, label, amounts, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  set_has_payment (self, TRUE);
}

static void
cor_payment_strip_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((CorPaymentStripProperty) prop_id)
    {
    case PROP_HAS_PAYMENT:
      g_value_set_boolean (value, COR_PAYMENT_STRIP (object)->has_payment);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cor_payment_strip_dispose (GObject *object)
{
  CorPaymentStrip *self = COR_PAYMENT_STRIP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_PAYMENT_STRIP);
  g_clear_object (&self->payment_case);

  G_OBJECT_CLASS (cor_payment_strip_parent_class)->dispose (object);
}

static void
cor_payment_strip_class_init (CorPaymentStripClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COR_TYPE_PILL);
  object_class->dispose = cor_payment_strip_dispose;
  object_class->get_property = cor_payment_strip_get_property;

  properties[PROP_HAS_PAYMENT] = g_param_spec_boolean ("has-payment", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-payment-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, CorPaymentStrip, amounts);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentStrip, pill);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentStrip, reference);
}

static void
cor_payment_strip_init (CorPaymentStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_payment_strip_set_session:
 * @session: (transfer none): whose payment it shows
 *
 * To be called once.
 */
void
cor_payment_strip_set_session (CorPaymentStrip *self,
                               CorSession      *session)
{
  g_return_if_fail (COR_IS_PAYMENT_STRIP (self) && self->payment_case == NULL);

  self->payment_case = g_object_ref (cor_session_get_payment_case (session));
  g_signal_connect_object (self->payment_case, "changed", G_CALLBACK (on_case_changed), self, G_CONNECT_SWAPPED);
  on_case_changed (self);
}

/**
 * cor_payment_strip_has_payment:
 *
 * Returns: whether there is something to show
 */
gboolean
cor_payment_strip_has_payment (CorPaymentStrip *self)
{
  g_return_val_if_fail (COR_IS_PAYMENT_STRIP (self), FALSE);

  return self->has_payment;
}
