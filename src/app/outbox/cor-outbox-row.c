/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-outbox-row"

#include "config.h"

#include "cor-outbox-row.h"
#include "cor-avatar.h"
#include "cor-change-text.h"
#include "cor-intent-text.h"
#include "cor-isolate.h"
#include "cor-label-script.h"
#include "cor-state-pill.h"

#include <glib/gi18n-lib.h>

#include "cor-markdown.h"

#define SNIPPET 120

/*
 * CorOutboxRow: something unsent: to whom, what, how it stands and whether it will ask. "row.activate" is the
 * click of those who do not use a pointer.
 *
 * CSS nodes: coroutboxrow > box
 */
struct _CorOutboxRow
{
  GtkWidget parent_instance;

  CorSession    *session; /* owned */
  CorOutboxItem *item;    /* owned */

  /* Template */
  CorAvatar    *avatar;
  GtkLabel     *name;
  GtkLabel     *outlook;
  GtkWidget    *root;
  CorStatePill *state;
  GtkLabel     *text;
};

G_DEFINE_FINAL_TYPE (CorOutboxRow, cor_outbox_row, GTK_TYPE_WIDGET)

static void
update_text (CorOutboxRow        *self,
             const CorIntentData *intent)
{
  g_autofree char *plain = cor_markdown_to_plain (intent->text);
  g_autofree char *snippet = cor_snippet (plain, SNIPPET);
  g_autofree char *shown = cor_isolate_text (snippet, COR_ISOLATE_SHOWN);
  g_autofree char *wish = intent->files != NULL ? g_strjoinv (", ", intent->files) : cor_change_text_dup_wish (intent);

  cor_label_follow_script (self->text, snippet);
  gtk_label_set_label (self->text, shown[0] ? shown : wish);
}

static void
update (CorOutboxRow *self)
{
  const CorIntentData *intent = cor_outbox_item_get_intent (self->item);
  g_autofree char     *outlook = cor_intent_text_dup_outlook (intent, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  g_autofree char     *spoken = NULL;
  GtkWidget           *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_label_set_label (self->name, intent->name);
  cor_avatar_set_name (self->avatar, intent->name);
  cor_avatar_set_channel (self->avatar, intent->channel, TRUE);
  cor_state_pill_set_state (self->state, intent->state);
  update_text (self, intent);
  gtk_label_set_label (self->outlook, outlook);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->outlook), outlook);
  spoken = cor_outbox_row_dup_spoken (self);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
action_activate (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GtkWidget *row = gtk_widget_get_parent (widget);

  if (GTK_IS_LIST_BOX_ROW (row))
    g_signal_emit_by_name (row, "activate");
}

static void
cor_outbox_row_dispose (GObject *object)
{
  CorOutboxRow *self = COR_OUTBOX_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_OUTBOX_ROW);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_outbox_row_parent_class)->dispose (object);
}

static void
cor_outbox_row_class_init (CorOutboxRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_outbox_row_dispose;

  g_type_ensure (COR_TYPE_AVATAR);
  g_type_ensure (COR_TYPE_STATE_PILL);
  gtk_widget_class_set_css_name (widget_class, "coroutboxrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/outbox/cor-outbox-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CorOutboxRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxRow, name);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxRow, outlook);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxRow, root);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxRow, state);
  gtk_widget_class_bind_template_child (widget_class, CorOutboxRow, text);
  gtk_widget_class_install_action (widget_class, "row.activate", NULL, action_activate);
}

static void
cor_outbox_row_init (CorOutboxRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_outbox_row_new:
 * @session: (transfer none): clock and zone
 * @item: (transfer none): what to show and follow
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
cor_outbox_row_new (CorSession    *session,
                    CorOutboxItem *item)
{
  CorOutboxRow *self = g_object_new (COR_TYPE_OUTBOX_ROW, NULL);

  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "minute", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::parent", G_CALLBACK (update), NULL);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * cor_outbox_row_get_item:
 *
 * Returns: (transfer none): what it shows
 */
CorOutboxItem *
cor_outbox_row_get_item (CorOutboxRow *self)
{
  g_return_val_if_fail (COR_IS_OUTBOX_ROW (self), NULL);

  return self->item;
}

/**
 * cor_outbox_row_dup_spoken:
 *
 * Returns: (transfer full): the name of its row for a screen reader
 */
char *
cor_outbox_row_dup_spoken (CorOutboxRow *self)
{
  const CorIntentData *intent;

  g_return_val_if_fail (COR_IS_OUTBOX_ROW (self), NULL);

  intent = cor_outbox_item_get_intent (self->item);
  return g_strdup_printf ("%s, %s, %s, %s", intent->name, cor_intent_text_get_state (intent->state), gtk_label_get_label (self->text), gtk_label_get_label (self->outlook));
}
