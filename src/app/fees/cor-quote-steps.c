/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-steps"

#include "config.h"

#include "cor-quote-steps.h"

#include "cor-amount.h"
#include "cor-quote-bars.h"
#include "cor-unparent.h"

/*
 * CorQuoteSteps: how it adds up: every step with its amount, how sure it is, and where it is from; the formula is on hover.
 *
 * CSS nodes: corquotesteps > box.step
 */
struct _CorQuoteSteps
{
  GtkWidget parent_instance;

  CorQuoteForm *form; /* owned */
};

G_DEFINE_FINAL_TYPE (CorQuoteSteps, cor_quote_steps, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            gboolean    is_strong)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, is_strong ? "heading" : "body");
  return label;
}

static GtkWidget *
make_step (const CorExplanationStep *step)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gboolean         is_strong = step->effect == COR_EFFECT_RESULT || step->effect == COR_EFFECT_START;
  GtkWidget       *what = make_label (step->what, is_strong);
  g_autofree char *amount = cor_explanation_step_dup_amount (step, NULL, cor_amount_get_user_locale ());
  g_autofree char *words = cor_explanation_step_dup_source (step, NULL);
  g_autofree char *formula = cor_explanation_step_dup_formula (step);
  GtkWidget       *figure = gtk_label_new (amount);

  gtk_widget_add_css_class (box, "step");
  gtk_widget_set_hexpand (what, TRUE);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (figure, is_strong ? "heading" : "body");
  gtk_widget_set_valign (figure, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), what);
  gtk_box_append (GTK_BOX (line), figure);
  gtk_box_append (GTK_BOX (box), line);
  if (words != NULL)
    {
      GtkWidget *note = make_label (words, FALSE);

      gtk_widget_remove_css_class (note, "body");
      gtk_widget_add_css_class (note, "cor-caption");
      gtk_widget_add_css_class (note, "cor-dim");
      gtk_box_append (GTK_BOX (box), note);
    }
  gtk_widget_set_tooltip_text (box, formula);
  return box;
}

static void
on_form_changed (CorQuoteSteps *self)
{
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (self->form);
  g_autoptr (GPtrArray) steps = NULL;

  cor_unparent_children (GTK_WIDGET (self));
  if (!chosen->is_there)
    return;
  steps = cor_explanation_new (NULL, &chosen->terms, &chosen->quote);
  for (guint i = 0; i < steps->len; i++)
    gtk_widget_set_parent (make_step (steps->pdata[i]), GTK_WIDGET (self));
}

static void
cor_quote_steps_dispose (GObject *object)
{
  CorQuoteSteps *self = COR_QUOTE_STEPS (object);

  cor_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->form);

  G_OBJECT_CLASS (cor_quote_steps_parent_class)->dispose (object);
}

static void
cor_quote_steps_class_init (CorQuoteStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_quote_steps_dispose;

  gtk_widget_class_set_css_name (widget_class, "corquotesteps");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cor_quote_steps_init (CorQuoteSteps *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

/**
 * cor_quote_steps_new:
 * @form: (transfer none): whose answer is explained
 *
 * Returns: (transfer floating): its steps
 */
GtkWidget *
cor_quote_steps_new (CorQuoteForm *form)
{
  CorQuoteSteps *self = g_object_new (COR_TYPE_QUOTE_STEPS, NULL);

  self->form = g_object_ref (form);
  g_signal_connect_object (form, "changed", G_CALLBACK (on_form_changed), self, G_CONNECT_SWAPPED);
  on_form_changed (self);
  return GTK_WIDGET (self);
}
