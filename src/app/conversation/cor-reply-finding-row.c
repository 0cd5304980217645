/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-finding-row"

#include "config.h"

#include "cor-reply-finding-row.h"

#include <glib/gi18n-lib.h>

/*
 * CorReplyFindingRow: one finding of the reply check, with what can be done about it.
 *
 * "show", "fix": the agent wants to see the place, or to have it mended.
 *
 * CSS nodes: correplyfindingrow[.stops] > box.bar
 */
struct _CorReplyFindingRow
{
  GtkWidget parent_instance;

  guint index;

  /* Template */
  GtkLabel  *effect;
  GtkButton *fix_button;
  GtkLabel  *fix_label;
  GtkWidget *root;
  GtkLabel  *sentence;
  GtkButton *show_button;
};

G_DEFINE_FINAL_TYPE (CorReplyFindingRow, cor_reply_finding_row, GTK_TYPE_WIDGET)

static guint fix_signal;
static guint show_signal;

static void
on_fix_clicked (CorReplyFindingRow *self)
{
  g_signal_emit (self, fix_signal, 0);
}

static void
on_show_clicked (CorReplyFindingRow *self)
{
  g_signal_emit (self, show_signal, 0);
}

static void
cor_reply_finding_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COR_TYPE_REPLY_FINDING_ROW);

  G_OBJECT_CLASS (cor_reply_finding_row_parent_class)->dispose (object);
}

static void
cor_reply_finding_row_class_init (CorReplyFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_reply_finding_row_dispose;

  fix_signal = g_signal_new ("fix", COR_TYPE_REPLY_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  show_signal = g_signal_new ("show-place", COR_TYPE_REPLY_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "correplyfindingrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-reply-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CorReplyFindingRow, effect);
  gtk_widget_class_bind_template_child (widget_class, CorReplyFindingRow, fix_button);
  gtk_widget_class_bind_template_child (widget_class, CorReplyFindingRow, fix_label);
  gtk_widget_class_bind_template_child (widget_class, CorReplyFindingRow, root);
  gtk_widget_class_bind_template_child (widget_class, CorReplyFindingRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, CorReplyFindingRow, show_button);
  gtk_widget_class_bind_template_callback (widget_class, on_fix_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked);
}

static void
cor_reply_finding_row_init (CorReplyFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_reply_finding_row_new:
 *
 * Returns: (transfer floating): a row of nothing yet
 */
CorReplyFindingRow *
cor_reply_finding_row_new (void)
{
  return g_object_new (COR_TYPE_REPLY_FINDING_ROW, NULL);
}

static char *
dup_fix_label (const CorReplyFinding *finding)
{
  if (finding->fix[0] == '\0')
    return g_strdup (_ ("Leave out"));
  /* TRANSLATORS: a button; %s is what is written instead, such as •••• 1111 */
  return g_strdup_printf (_ ("Write %s"), finding->fix);
}

/**
 * cor_reply_finding_row_set_finding:
 * @index: its place in the list
 * @finding: (transfer none): what it shows from now on
 */
void
cor_reply_finding_row_set_finding (CorReplyFindingRow    *self,
                                   guint                  index,
                                   const CorReplyFinding *finding)
{
  gboolean         stops;
  g_autofree char *fix = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (COR_IS_REPLY_FINDING_ROW (self));

  self->index = index;
  stops = finding->severity == COR_REPLY_STOPS;
  fix = finding->fix != NULL ? dup_fix_label (finding) : NULL;
  gtk_label_set_label (self->sentence, finding->sentence);
  gtk_label_set_label (self->effect, stops ? _ ("Sending stops until it is gone.") : _ ("You are asked once before it goes."));
  gtk_label_set_label (self->fix_label, fix ? fix : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->fix_button), fix);
  gtk_widget_set_visible (GTK_WIDGET (self->fix_button), fix != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->show_button), finding->end > finding->start);
  if (stops)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stops");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stops");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, finding->sentence, -1);
  /* TRANSLATORS: for a screen reader: what a button does, and the finding that it is about */
  name = fix != NULL ? g_strdup_printf (_ ("%s: %s"), fix, finding->sentence) : NULL;
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->fix_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * cor_reply_finding_row_get_index:
 *
 * Returns: which finding of the list it shows
 */
guint
cor_reply_finding_row_get_index (CorReplyFindingRow *self)
{
  g_return_val_if_fail (COR_IS_REPLY_FINDING_ROW (self), 0);

  return self->index;
}
