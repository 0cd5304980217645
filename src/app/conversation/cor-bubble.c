/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-bubble"

#include "config.h"

#include "cor-bubble-private.h"
#include "cor-channel-text.h"
#include "cor-file-card.h"
#include "cor-intent-bar.h"
#include "cor-label-script.h"
#include "cor-message-text.h"
#include "cor-open-uri.h"
#include "cor-side-layout.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "cor-markdown.h"

/*
 * CorBubble: a message: what was said, its files, and below it where, when and how far. A note spans the
 * width, so that it cannot be taken for something a customer has read.
 *
 * CSS nodes: corbubble.incoming|.outgoing|.note[.deleted] > box.content, box.foot, corintentbar
 */
G_DEFINE_FINAL_TYPE (CorBubble, cor_bubble, GTK_TYPE_WIDGET)

static void
update_text (CorBubble *self)
{
  const CorTimelineEntry *entry = self->entry;
  gboolean                has_whole = entry->full_content != NULL && entry->full_content[0] != '\0' && !entry->is_deleted;
  const char             *content = has_whole && self->is_whole ? entry->full_content : entry->content;
  g_autofree char        *markup = NULL;

  if (entry->is_deleted)
    {
      gtk_label_set_text (self->text, _ ("This message was deleted"));
      gtk_label_set_attributes (self->text, NULL);
      gtk_label_set_xalign (self->text, 0.0f);
    }
  else
    {
      markup = cor_markdown_to_pango (content);
      cor_label_set_said_markup (self->text, markup);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->text), entry->is_deleted || (content != NULL && content[0] != '\0'));
  gtk_widget_set_visible (GTK_WIDGET (self->whole), has_whole);
  gtk_button_set_label (self->whole, self->is_whole ? _ ("Show less") : _ ("Show whole mail"));
}

/* The line that it answers, in a channel where one can point at it. */
static void
update_quoted (CorBubble *self)
{
  const CorTimelineEntry *entry = self->entry;
  g_autofree char        *line = entry->is_deleted ? NULL : cor_message_text_dup_line (entry->quoted_name, entry->quoted);

  gtk_widget_set_visible (GTK_WIDGET (self->quoted), line != NULL);
  if (line == NULL)
    return;
  cor_label_set_said (self->quoted, line);
}

static void
update_head (CorBubble *self,
             GTimeZone *time_zone)
{
  const CorTimelineEntry *entry = self->entry;
  gboolean                has_subject = entry->subject != NULL && entry->subject[0] != '\0' && !entry->is_deleted;

  if (entry->is_private)
    {
      g_autofree char *head = cor_message_text_dup_note_head (entry, time_zone);

      gtk_label_set_label (self->head_text, head);
    }
  gtk_widget_set_visible (self->head, entry->is_private);
  gtk_widget_set_visible (GTK_WIDGET (self->subject), has_subject);
  if (has_subject)
    cor_label_set_said (self->subject, entry->subject);
}

static void
update_files (CorBubble *self)
{
  GPtrArray *attachments = self->entry->is_deleted ? NULL : self->entry->attachments;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->files))) != NULL)
    gtk_box_remove (self->files, child);
  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    gtk_box_append (self->files, cor_file_card_new (g_ptr_array_index (attachments, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->files), attachments != NULL && attachments->len > 0);
}

static void
update_ticks (CorBubble *self)
{
  const CorTimelineEntry *entry = self->entry;
  gboolean                is_ours = entry->kind != COR_MESSAGE_INCOMING && !entry->is_private && entry->intent == 0;
  gboolean                is_far = entry->delivery == COR_DELIVERY_DELIVERED || entry->delivery == COR_DELIVERY_READ;

  gtk_widget_set_visible (GTK_WIDGET (self->ticks), is_ours && entry->delivery != COR_DELIVERY_NONE);
  if (entry->delivery == COR_DELIVERY_FAILED)
    gtk_image_set_from_icon_name (self->ticks, "cor-error-symbolic");
  else
    gtk_image_set_from_icon_name (self->ticks, is_far ? "cor-double-check-symbolic" : "cor-check-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->ticks), cor_message_text_get_delivery (entry->delivery));
  gtk_widget_remove_css_class (GTK_WIDGET (self->ticks), "read");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "undelivered");
  if (entry->delivery == COR_DELIVERY_READ)
    gtk_widget_add_css_class (GTK_WIDGET (self->ticks), "read");
  if (is_ours && entry->delivery == COR_DELIVERY_FAILED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "undelivered");
}

static void
update_foot (CorBubble *self,
             gint64     open_conversation,
             GTimeZone *time_zone)
{
  const CorTimelineEntry *entry = self->entry;
  g_autofree char        *foot = cor_message_text_dup_foot (entry, open_conversation, time_zone);
  g_autofree char        *whole = NULL;
  gboolean                is_ours = entry->kind != COR_MESSAGE_INCOMING;

  if (is_ours && entry->delivery == COR_DELIVERY_FAILED)
    whole = entry->error && entry->error[0]
              /* TRANSLATORS: when, and the channel's words for why a message was not delivered */
              ? g_strdup_printf (_ ("%s · Not delivered: %s"), foot, entry->error)
              : g_strdup_printf (_ ("%s · Not delivered"), foot);
  else if (!is_ours && entry->rating > 0)
    whole = g_strdup_printf (_ ("%s · rated us %d of 5"), foot, entry->rating);
  gtk_label_set_label (self->foot_text, whole ? whole : foot);

  if (self->channel_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->channel), self->channel_class);
  self->channel_class = cor_channel_get_css_class (entry->channel);
  gtk_widget_add_css_class (GTK_WIDGET (self->channel), self->channel_class);
  gtk_image_set_from_icon_name (self->channel, cor_channel_get_icon_name (entry->channel));
  gtk_widget_set_visible (GTK_WIDGET (self->channel), !is_ours || entry->conversation != open_conversation);
  gtk_widget_set_visible (self->translate, cor_message_translation_is_open (entry) && !entry->is_translated_always);
  gtk_widget_set_visible (self->foot, !entry->is_private && entry->intent == 0);
}

static void
update_side (CorBubble *self)
{
  const CorTimelineEntry *entry = self->entry;
  const char             *side = entry->is_private ? "note" : entry->kind == COR_MESSAGE_INCOMING ? "incoming"
                                                                                                  : "outgoing";

  if (self->side != NULL && self->side != side)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->side);
  self->side = side;
  gtk_widget_add_css_class (GTK_WIDGET (self), side);
  if (entry->is_deleted)
    gtk_widget_add_css_class (GTK_WIDGET (self), "deleted");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "deleted");
  cor_side_layout_set_side (COR_SIDE_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                            entry->is_private                     ? GTK_ALIGN_FILL
                            : entry->kind == COR_MESSAGE_INCOMING ? GTK_ALIGN_START
                                                                  : GTK_ALIGN_END);
}

static void
update_intent (CorBubble  *self,
               CorSession *session)
{
  gboolean is_shown = self->entry->intent != 0 || self->entry->is_duplicate;

  if (is_shown && self->intent_bar == NULL)
    {
      self->intent_bar = cor_intent_bar_new ();
      gtk_widget_insert_before (self->intent_bar, GTK_WIDGET (self), NULL);
    }
  if (self->intent_bar == NULL)
    return;
  gtk_widget_set_visible (self->intent_bar, is_shown);
  if (is_shown)
    cor_intent_bar_set_entry (COR_INTENT_BAR (self->intent_bar), session, self->entry);
}

static void
on_translate_clicked (CorBubble *self)
{
  gtk_widget_set_visible (self->translate, FALSE);
  cor_message_translation_ask (self->translation);
}

static gboolean
on_link_activated (CorBubble  *self,
                   const char *uri)
{
  if (g_str_has_prefix (uri, COR_MARKDOWN_PAYMENT))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.payment", "s", uri + strlen (COR_MARKDOWN_PAYMENT));
  else
    cor_open_uri (GTK_WIDGET (self), uri);
  return TRUE; /* also when it is not opened: GTK would open anything */
}

static void
on_whole_clicked (CorBubble *self)
{
  self->is_whole = !self->is_whole;
  update_text (self);
}

static void
cor_bubble_dispose (GObject *object)
{
  CorBubble *self = COR_BUBBLE (object);

  g_clear_pointer (&self->intent_bar, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_BUBBLE);
  g_clear_pointer (&self->entry, cor_timeline_entry_unref);

  G_OBJECT_CLASS (cor_bubble_parent_class)->dispose (object);
}

static void
cor_bubble_class_init (CorBubbleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_bubble_dispose;

  _cor_bubble_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "corbubble");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-bubble.ui");
  gtk_widget_class_bind_template_child (widget_class, CorBubble, channel);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, content);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, files);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, foot);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, foot_text);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, head);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, head_text);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, quoted);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, subject);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, text);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, ticks);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, translate);
  gtk_widget_class_bind_template_child (widget_class, CorBubble, whole);
  gtk_widget_class_bind_template_callback (widget_class, on_link_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_translate_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_whole_clicked);
}

static void
cor_bubble_init (CorBubble *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), cor_side_layout_new (3));
  gtk_widget_init_template (GTK_WIDGET (self));
  cor_label_copy_bare (self->text);
}

/**
 * cor_bubble_new:
 *
 * Returns: (transfer floating): an empty bubble
 */
GtkWidget *
cor_bubble_new (void)
{
  return g_object_new (COR_TYPE_BUBBLE, NULL);
}

/**
 * cor_bubble_set_entry:
 * @session: (transfer none): its clock and zone
 * @open_conversation: local id of the conversation on screen: what is from another one says where
 * @entry: (transfer none): the message, of any kind but activity
 *
 * Shows another message, or the same one in another state.
 */
void
cor_bubble_set_entry (CorBubble        *self,
                      CorSession       *session,
                      gint64            open_conversation,
                      CorTimelineEntry *entry)
{
  GTimeZone *time_zone = cor_session_get_time_zone (session);

  g_return_if_fail (COR_IS_BUBBLE (self));

  if (self->entry == NULL || self->entry->id != entry->id)
    self->is_whole = FALSE;
  if (self->entry != entry)
    {
      g_clear_pointer (&self->entry, cor_timeline_entry_unref);
      self->entry = cor_timeline_entry_ref (entry);
    }
  update_side (self);
  update_head (self, time_zone);
  update_quoted (self);
  update_text (self);
  _cor_bubble_update_actions (self, open_conversation);
  cor_message_translation_show (GTK_BOX (self->content), &self->translation, session, entry);
  update_files (self);
  update_ticks (self);
  update_foot (self, open_conversation, time_zone);
  update_intent (self, session);
}

/**
 * cor_bubble_get_text:
 *
 * Returns: (transfer none): the text as it is shown, without markup
 */
const char *
cor_bubble_get_text (CorBubble *self)
{
  g_return_val_if_fail (COR_IS_BUBBLE (self), "");

  return gtk_label_get_text (self->text);
}

/**
 * cor_bubble_get_foot:
 *
 * Returns: (transfer none): what stands below it
 */
const char *
cor_bubble_get_foot (CorBubble *self)
{
  g_return_val_if_fail (COR_IS_BUBBLE (self), "");

  return gtk_label_get_label (self->foot_text);
}
