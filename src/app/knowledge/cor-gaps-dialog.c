/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-gaps-dialog"

#include "config.h"

#include "cor-gaps-dialog.h"

#include "cor-csv.h"
#include "cor-gap-article.h"
#include "cor-label-script.h"
#include "cor-result.h"
#include "cor-store-gaps.h"
#include "cor-transient.h"
#include "cor-when.h"

#include <glib/gi18n-lib.h>

/*
 * CorGapsDialog: the questions that nothing here answers, what is asked most often on top; for each an article can be
 * written, or it is closed. The list can be taken elsewhere. It follows the store.
 */
struct _CorGapsDialog
{
  AdwWindow parent_instance;

  CorSession   *session; /* owned */
  GCancellable *reading; /* owned */
  GPtrArray    *gaps;    /* owned: CorGapData */
  gint64        writing; /* the gap whose article is in the editor */

  /* Template */
  GtkWidget       *copy;
  GtkListBox      *list_box;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (CorGapsDialog, cor_gaps_dialog, ADW_TYPE_WINDOW)

/**
 * cor_gaps_dup_csv:
 * @gaps: (element-type CorGapData)
 *
 * Returns: (transfer full): them as comma-separated values (RFC 4180), with a head: question, language, times asked;
 *   what a spreadsheet would take for a formula is text
 */
char *
cor_gaps_dup_csv (GPtrArray *gaps)
{
  GString *csv = g_string_new ("\"question\",\"locale\",\"asked\"\r\n");

  for (guint i = 0; i < gaps->len; i++)
    {
      const CorGapData *gap = gaps->pdata[i];

      cor_csv_append (csv, gap->text);
      g_string_append_c (csv, ',');
      cor_csv_append (csv, gap->locale);
      g_string_append_printf (csv, ",%u\r\n", gap->n_asked);
    }
  return g_string_free (csv, FALSE);
}

static void
on_closed (GObject *source, GAsyncResult *result, gpointer unused)
{
  g_autoptr (GError) error = NULL;

  if (!cor_store_close_gap_finish (COR_STORE (source), result, &error))
    g_debug ("close gap: %s", error->message);
}

static void
action_close_gap (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  cor_store_close_gap_async (cor_session_get_store (COR_GAPS_DIALOG (widget)->session), g_variant_get_int64 (parameter), FALSE, NULL, on_closed, NULL);
}

static void
tell (CorGapsDialog *self, const char *words)
{
  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorGapsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cor_store_answer_gap_finish (COR_STORE (source), result, &error))
    {
      tell (self, _ ("The article is written, and the question is off the list."));
      return;
    }
  g_debug ("answer gap: %s", error->message);
  tell (self, _ ("The article is written, but the question could not be taken off the list."));
}

static void
on_saved (CorGapsDialog *self, gint64 article)
{
  cor_store_answer_gap_async (cor_session_get_store (self->session), self->writing, article, NULL, on_answered, g_object_ref (self));
}

static void
on_story_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorGapsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorGapStory) story = cor_store_load_gap_story_finish (COR_STORE (source), result, &error);
  GtkWidget *editor = NULL;

  if (cor_result_is_cancelled (result) || self->list_box == NULL)
    return;
  if (story == NULL)
    {
      g_debug ("gap: %s", error->message);
      tell (self, _ ("The question is no longer on the list."));
      return;
    }
  editor = cor_gap_article_edit (story, self->session, GTK_WINDOW (self));
  g_signal_connect_object (editor, "saved", G_CALLBACK (on_saved), self, G_CONNECT_SWAPPED);
}

static void
action_write (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorGapsDialog *self = COR_GAPS_DIALOG (widget);

  self->writing = g_variant_get_int64 (parameter);
  cor_store_load_gap_story_async (cor_session_get_store (self->session), self->writing, self->reading, on_story_loaded, g_object_ref (self));
}

static void
action_copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorGapsDialog   *self = COR_GAPS_DIALOG (widget);
  g_autofree char *csv = cor_gaps_dup_csv (self->gaps);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), csv);
  tell (self, _ ("The list is in the clipboard."));
}

/* @spoken: what it does, with the question: there is a button like it in each row */
static GtkWidget *
create_button (const char *label, const char *action, gint64 gap, const char *tip, const char *spoken)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", gap);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "cor-quiet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  return button;
}

static GtkWidget *
create_buttons (const CorGapData *gap)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), create_button (_ ("Write the article"), "gaps.write", gap->id, _ ("Begin an article with the reply that was sent"), gap->text));
  gtk_box_append (GTK_BOX (buttons), create_button (_ ("Answered"), "gaps.close", gap->id, _ ("Take it off the list: there is an answer now"), gap->text));
  return buttons;
}

static GtkWidget *
create_row (CorGapsDialog *self, const CorGapData *gap)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *text = gtk_label_new (gap->text);
  g_autofree char *day = cor_when_short (gap->asked_last_at, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  g_autofree char *times = g_strdup_printf (ngettext ("asked %u time", "asked %u times", gap->n_asked), gap->n_asked);
  /* TRANSLATORS: how often a question was asked, and the last day: "asked 3 times · last 2 May" */
  g_autofree char *facts = g_strdup_printf (_ ("%s · last %s"), times, day);
  GtkWidget       *meta = gtk_label_new (facts);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", gap->text, facts);

  cor_label_follow_script (GTK_LABEL (text), gap->text);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (text), 3);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (meta), 0);
  gtk_widget_add_css_class (meta, "cor-caption");
  gtk_widget_add_css_class (meta, "cor-dim");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), text);
  gtk_box_append (GTK_BOX (words), meta);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), create_buttons (gap));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorGapsDialog) self = user_data;
  g_autoptr (GPtrArray) gaps = cor_store_list_gaps_finish (COR_STORE (source), result, NULL);
  GtkListBoxRow *row = NULL;

  if (cor_result_is_cancelled (result) || gaps == NULL || self->list_box == NULL)
    return;
  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (guint i = 0; i < gaps->len; i++)
    gtk_list_box_append (self->list_box, create_row (self, gaps->pdata[i]));
  gtk_widget_set_sensitive (self->copy, gaps->len > 0);
  g_ptr_array_unref (self->gaps);
  self->gaps = g_steal_pointer (&gaps);
}

static void
read_gaps (CorGapsDialog *self)
{
  cor_store_list_gaps_async (cor_session_get_store (self->session), FALSE, self->reading, on_listed, g_object_ref (self));
}

static void
on_store_changed (CorGapsDialog *self, const CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_GAPS) != 0)
    read_gaps (self);
}

static void
cor_gaps_dialog_dispose (GObject *object)
{
  CorGapsDialog *self = COR_GAPS_DIALOG (object);

  g_cancellable_cancel (self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_GAPS_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_gaps_dialog_parent_class)->dispose (object);
}

static void
cor_gaps_dialog_finalize (GObject *object)
{
  CorGapsDialog *self = COR_GAPS_DIALOG (object);

  g_clear_object (&self->reading);
  g_ptr_array_unref (self->gaps);

  G_OBJECT_CLASS (cor_gaps_dialog_parent_class)->finalize (object);
}

static void
cor_gaps_dialog_class_init (CorGapsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_gaps_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_gaps_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-gaps-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CorGapsDialog, copy);
  gtk_widget_class_bind_template_child (widget_class, CorGapsDialog, list_box);
  gtk_widget_class_bind_template_child (widget_class, CorGapsDialog, toasts);
  gtk_widget_class_install_action (widget_class, "gaps.close", "x", action_close_gap);
  gtk_widget_class_install_action (widget_class, "gaps.copy", NULL, action_copy);
  gtk_widget_class_install_action (widget_class, "gaps.write", "x", action_write);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cor_gaps_dialog_init (CorGapsDialog *self)
{
  self->reading = g_cancellable_new ();
  self->gaps = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_gaps_dialog_new:
 * @session: store and clock
 * @parent: (nullable): the window it belongs to
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
cor_gaps_dialog_new (CorSession *session, GtkWindow *parent)
{
  CorGapsDialog *self = g_object_new (COR_TYPE_GAPS_DIALOG, NULL);

  cor_transient_set (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  g_signal_connect_object (cor_session_get_store (session), "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  read_gaps (self);
  return GTK_WIDGET (self);
}
