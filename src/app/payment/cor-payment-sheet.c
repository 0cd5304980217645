/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-payment-sheet"

#include "config.h"

#include "cor-payment-sheet.h"

#include "cor-compare-card.h"
#include "cor-document-kind.h"
#include "cor-payment-sentence.h"
#include "cor-payment-words.h"
#include "cor-pill.h"
#include "cor-quote-payment.h"
#include "cor-reader-locales.h"
#include "cor-way-card.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/*
 * CorPaymentSheet: one payment: how it stands in a sentence, what is likely apart from what is reported, by when it is
 * expected, its way, what was quoted and what came, and what to do. With compliance: that, and nothing else.
 *
 * CSS nodes: corpaymentsheet > box
 */
struct _CorPaymentSheet
{
  GtkWidget parent_instance;

  CorSession     *session; /* owned, or NULL */
  CorPaymentView *view;    /* owned, or NULL */

  /* Template */
  GtkLabel       *amounts;
  GtkLabel       *basis;
  GtkWidget      *calculate;
  GtkLabel       *causes;
  GtkLabel       *checked;
  CorCompareCard *compare;
  GtkWidget      *compare_title;
  GtkLabel       *documents;
  GtkLabel       *expected;
  GtkWidget      *expected_box;
  GtkWidget      *figures;
  GtkLabel       *limits;
  GtkLabel       *next;
  GtkLabel       *next_who;
  CorPill        *pill;
  GtkLabel       *reference;
  GtkWidget      *root;
  GtkLabel       *sentence;
  GtkWidget      *stand;
  GtkWidget      *todo;
  GtkLabel       *uetr;
  GtkWidget      *uetr_box;
  CorWayCard     *way;
};

G_DEFINE_FINAL_TYPE (CorPaymentSheet, cor_payment_sheet, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* The standings and causes are worded in the language of what is around them, however figures are written. */
static char *
dup_locale (void)
{
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);

  return g_strdup (locales[0]);
}

static void
show_head (CorPaymentSheet *self)
{
  const CorPaymentView *view = self->view;
  g_autofree char      *amounts = cor_payment_words_dup_amounts (view);
  g_autofree char      *locale = dup_locale ();

  set_text (self->amounts, amounts);
  gtk_label_set_label (self->reference, view->reference);
  cor_pill_set_label (self->pill, cor_standing_get_label (view->standing, locale));
  cor_pill_set_hue (self->pill, cor_payment_words_get_hue (view->status));
}

static char *
dup_checked (CorPaymentSheet *self)
{
  gint64           at = MAX (self->view->ledger_at, MAX (self->view->gpi_at, self->view->wise_at));
  g_autofree char *moment = NULL;

  if (at == 0)
    return NULL;
  moment = cor_payment_words_dup_moment (at, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  /* TRANSLATORS: when the services were asked about a payment */
  return g_strdup_printf (_ ("Checked %s"), moment);
}

static void
show_meta (CorPaymentSheet *self)
{
  g_autofree char *checked = dup_checked (self);
  g_autofree char *uetr = NULL;

  if (self->view->uetr != NULL)
    uetr = g_strdup_printf ("%s%sUETR %.8s…%s", self->view->charge_bearer != NULL ? self->view->charge_bearer : "",
                            self->view->charge_bearer != NULL ? " · " : "", self->view->uetr,
                            self->view->uetr + MAX (0, (int) strlen (self->view->uetr) - 4));
  set_text (self->uetr, uetr);
  set_text (self->checked, checked);
  gtk_widget_set_visible (self->uetr_box, uetr != NULL || checked != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->uetr), self->view->uetr);
}

/* @sentence: what is said above: a fact that it has is not said again */
static void
append_cause (GString *text, const CorPaymentCause *cause, const char *sentence, const char *locale)
{
  const char *words = cause->reason != NULL ? cor_reason_code_get_meaning (cause->reason, locale) : cor_payment_words_get_cause (cause->cause);

  if (*words == '\0' || (cause->is_reported && strstr (sentence, words) != NULL))
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* TRANSLATORS: a cause that is only likely, and one that was reported, with a code or nothing in brackets */
  g_string_append_printf (text, cause->is_reported ? _ ("Reported: %s") : _ ("Likely: %s"), words);
  if (cause->code != NULL)
    /* TRANSLATORS: behind a cause: the code of the bank that said it, and one that the standard's list does not have */
    g_string_append_printf (text, cause->reason != NULL ? _ (" (%s)") : _ (" (%s, which is not in the list of codes)"), cause->code);
}

static void
show_stand (CorPaymentSheet *self)
{
  g_autofree char *locale = dup_locale ();
  g_autofree char *sentence = cor_payment_sentence_for_agent (self->view, locale, g_time_zone_get_identifier (cor_session_get_time_zone (self->session)));
  g_autoptr (GString) causes = g_string_new (NULL);

  for (guint i = 0; i < self->view->causes->len; i++)
    append_cause (causes, self->view->causes->pdata[i], sentence, locale);
  gtk_label_set_label (self->sentence, sentence);
  set_text (self->causes, causes->str);
  for (guint hue = 0; hue < COR_N_HUES; hue++)
    gtk_widget_remove_css_class (self->stand, cor_hue_to_string ((CorHue) hue));
  gtk_widget_add_css_class (self->stand, cor_hue_to_string (cor_payment_words_get_hue (self->view->status)));
}

static void
show_expected (CorPaymentSheet *self)
{
  gint64           now = cor_session_get_now (self->session);
  GTimeZone       *time_zone = cor_session_get_time_zone (self->session);
  g_autofree char *when = cor_payment_words_dup_estimate (self->view, now, time_zone);
  g_autofree char *basis = cor_payment_words_dup_basis (self->view, now, time_zone);

  set_text (self->expected, when);
  set_text (self->basis, basis);
  gtk_widget_set_visible (self->expected_box, when != NULL || basis != NULL);
}

/* On a line of its own what is a name within a sentence elsewhere. */
static void
append_capital (GString *text, const char *name)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (*name == '\0')
    return;
  g_string_append_unichar (text, g_unichar_totitle (g_utf8_get_char (name)));
  g_string_append (text, g_utf8_next_char (name));
}

static void
show_documents (CorPaymentSheet *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *locale = dup_locale ();

  for (guint i = 0; i < self->view->documents->len; i++)
    {
      const CorPaymentDocument *document = self->view->documents->pdata[i];
      g_autofree char          *due = document->due != 0 ? cor_payment_words_dup_moment (document->due, cor_session_get_now (self->session),
                                                                                         cor_session_get_time_zone (self->session))
                                                         : NULL;

      append_capital (text, cor_document_kind_get_name (document->kind, locale));
      g_string_append_printf (text, " · %s", cor_payment_words_get_document_state (document->state));
      if (due != NULL)
        g_string_append_printf (text, _ (" · due %s"), due);
      if (*cor_document_kind_get_why (document->kind, locale) != '\0')
        g_string_append_printf (text, "\n%s", cor_document_kind_get_why (document->kind, locale));
    }
  set_text (self->documents, text->str);
}

static void
show_limits (CorPaymentSheet *self)
{
  g_autofree char *limits = cor_payment_words_dup_limits (self->view, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));

  set_text (self->limits, limits);
}

static void
show_next (CorPaymentSheet *self)
{
  const CorStanding *standing = self->view->standing;
  g_autofree char   *locale = dup_locale ();
  const char        *escalation = cor_standing_get_escalation (standing, locale);
  guint              minutes = (guint) self->view->first;
  g_autofree char   *terms = cor_payment_words_dup_terms (self->view);
  /* TRANSLATORS: who may do it, within how many minutes the customer is answered, when to write again without being asked */
  g_autofree char *times = g_strdup_printf (ngettext ("Level %s · first answer within %u minute · write again: %s", "Level %s · first answer within %u minutes · write again: %s", minutes),
                                            self->view->level, minutes, cor_standing_get_update (standing, locale));
  /* TRANSLATORS: to whom the case goes when the agent cannot do more, and when */
  g_autofree char *escalate = g_strdup_printf (_ ("Escalate: %s"), escalation);
  g_autofree char *who = g_strjoin ("\n", times, *escalation != '\0' ? escalate : terms, *escalation != '\0' ? terms : NULL, NULL);

  set_text (self->next, cor_standing_get_next (standing, locale));
  set_text (self->next_who, who);
}

static void
show_view (CorPaymentSheet *self)
{
  gtk_widget_set_visible (self->root, self->view != NULL);
  if (self->view == NULL)
    return;
  show_head (self);
  show_meta (self);
  show_stand (self);
  gtk_widget_set_visible (self->todo, !self->view->is_held);
  if (!self->view->is_held)
    show_next (self);
  gtk_widget_set_visible (self->figures, self->view->is_known && !self->view->is_held);
  if (self->view->is_held || !self->view->is_known)
    return;
  show_expected (self);
  show_documents (self);
  show_limits (self);
  cor_way_card_set_view (self->way, self->view, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  cor_compare_card_set_view (self->compare, self->view);
  gtk_widget_set_visible (self->compare_title, self->view->lines->len > 0);
  gtk_widget_set_visible (self->calculate, cor_quote_payment_is_enough (self->view));
}

static void
on_copy_clicked (CorPaymentSheet *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->view->uetr);
}

static void
cor_payment_sheet_dispose (GObject *object)
{
  CorPaymentSheet *self = COR_PAYMENT_SHEET (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_PAYMENT_SHEET);
  g_clear_pointer (&self->view, cor_payment_view_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_payment_sheet_parent_class)->dispose (object);
}

static void
cor_payment_sheet_class_init (CorPaymentSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_payment_sheet_dispose;
  g_type_ensure (COR_TYPE_COMPARE_CARD);
  g_type_ensure (COR_TYPE_PILL);
  g_type_ensure (COR_TYPE_WAY_CARD);
  gtk_widget_class_set_css_name (widget_class, "corpaymentsheet");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-payment-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, amounts);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, basis);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, calculate);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, causes);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, checked);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, compare);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, compare_title);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, documents);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, expected);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, expected_box);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, figures);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, limits);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, next);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, next_who);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, pill);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, reference);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, root);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, sentence);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, stand);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, todo);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, uetr);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, uetr_box);
  gtk_widget_class_bind_template_child (widget_class, CorPaymentSheet, way);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
}

static void
cor_payment_sheet_init (CorPaymentSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->root, FALSE);
}

/**
 * cor_payment_sheet_set_session:
 * @session: (transfer none): the clock; to be called once
 */
void
cor_payment_sheet_set_session (CorPaymentSheet *self, CorSession *session)
{
  g_return_if_fail (COR_IS_PAYMENT_SHEET (self) && self->session == NULL);

  self->session = g_object_ref (session);
}

/**
 * cor_payment_sheet_set_view:
 * @view: (nullable) (transfer none): what may be shown of a payment
 */
void
cor_payment_sheet_set_view (CorPaymentSheet *self, CorPaymentView *view)
{
  g_return_if_fail (COR_IS_PAYMENT_SHEET (self) && self->session != NULL);

  if (view != NULL)
    cor_payment_view_ref (view);
  g_clear_pointer (&self->view, cor_payment_view_unref);
  self->view = view;
  show_view (self);
}
