/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-conversation-header"

#include "config.h"

#include "cor-conversation-header.h"
#include "cor-avatar.h"
#include "cor-channel-text.h"
#include "cor-label-script.h"
#include "cor-sla-chip.h"
#include "cor-thread.h"

#include <glib/gi18n-lib.h>

/*
 * CorConversationHeader: who it is, where, by when, whose it is, and what can be done with it. Its buttons
 * activate the "conversation." actions of the pane.
 *
 * CSS nodes: corconversationheader > windowhandle > box.bar
 */
struct _CorConversationHeader
{
  GtkWidget parent_instance;

  GMenu      *assign_menu; /* owned */
  GMenu      *more_menu;   /* owned: what the buttons say, where there is no room for them */
  const char *channel_class;
  CorRoom     room;
  guint       is_resolved : 1;
  guint       is_due : 1;         /* a reply is promised by some time */
  guint       shows_controls : 1; /* it is at the window's edge: the customer is not beside it */

  /* Template */
  GtkLabel   *assignee;
  CorAvatar  *assignee_avatar;
  GtkWidget  *assignee_button;
  CorAvatar  *avatar;
  GtkWidget  *back;
  GtkImage   *channel_icon;
  GtkWidget  *context_button;
  GtkWidget  *controls;
  GtkWidget  *more_button;
  GtkLabel   *name;
  GtkLabel   *place;
  GtkWidget  *resolve_button;
  GtkImage   *resolve_icon;
  GtkWidget  *resolve_label;
  GtkWidget  *root;
  CorSlaChip *sla;
  GtkWidget  *snooze_button;
  GMenuModel *snooze_menu;
  GtkWidget  *star;
};

G_DEFINE_FINAL_TYPE (CorConversationHeader, cor_conversation_header, GTK_TYPE_WIDGET)

/* Only its first item ever changes: GTK 4.8 does not let go of a submenu that is taken away with its section. */
static void
update_more_menu (CorConversationHeader *self)
{
  g_menu_remove (self->more_menu, 0);
  g_menu_insert (self->more_menu, 0, self->is_resolved ? _ ("Reopen") : _ ("Resolve"), "conversation.resolve");
}

static void
fill_more_menu (CorConversationHeader *self)
{
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenuModel) times = g_menu_model_get_item_link (self->snooze_menu, 0, G_MENU_LINK_SECTION);

  g_menu_append (self->more_menu, _ ("Resolve"), "conversation.resolve");
  g_menu_append_section (self->more_menu, _ ("Snooze"), times);
  g_menu_append_submenu (others, _ ("Assign"), G_MENU_MODEL (self->assign_menu));
  g_menu_append (others, _ ("Customer"), "win.toggle-context");
  g_menu_append_section (self->more_menu, NULL, G_MENU_MODEL (others));
}

static void
update_room (CorConversationHeader *self)
{
  gboolean is_narrow = self->room == COR_ROOM_NARROW;

  /* the name has the room when nothing is due */
  g_object_set (self->sla, "verbose", self->room == COR_ROOM_WIDE && self->is_due, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->assignee), self->room == COR_ROOM_WIDE);
  gtk_widget_set_visible (self->resolve_label, self->room == COR_ROOM_WIDE);
  gtk_widget_set_visible (self->assignee_button, !is_narrow);
  gtk_widget_set_visible (self->snooze_button, !is_narrow);
  gtk_widget_set_visible (self->resolve_button, !is_narrow);
  gtk_widget_set_visible (self->more_button, is_narrow);
  gtk_widget_set_visible (self->context_button, self->shows_controls && !is_narrow);
  if (self->room == COR_ROOM_WIDE)
    gtk_widget_remove_css_class (self->resolve_button, "wordless");
  else
    gtk_widget_add_css_class (self->resolve_button, "wordless");
}

static void
update_resolve (CorConversationHeader *self)
{
  const char *words = self->is_resolved ? _ ("Reopen") : _ ("Resolve");

  gtk_label_set_label (GTK_LABEL (self->resolve_label), words);
  gtk_image_set_from_icon_name (self->resolve_icon, self->is_resolved ? "cor-undo-symbolic" : "cor-check-symbolic");
  gtk_widget_set_tooltip_text (self->resolve_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->resolve_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  update_more_menu (self);
}

static void
update_channel (CorConversationHeader *self,
                const CorThreadData   *thread)
{
  /* TRANSLATORS: channel and number of a conversation */
  g_autofree char *place = g_strdup_printf (_ ("%s · #%s"), cor_channel_get_title (thread->channel), thread->display_id);

  gtk_label_set_label (self->place, place);
  gtk_image_set_from_icon_name (self->channel_icon, cor_channel_get_icon_name (thread->channel));
  if (self->channel_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->channel_icon), self->channel_class);
  self->channel_class = cor_channel_get_css_class (thread->channel);
  gtk_widget_add_css_class (GTK_WIDGET (self->channel_icon), self->channel_class);
}

static void
update_name (CorConversationHeader *self,
             const CorThreadData   *thread)
{
  g_autofree char *vip = NULL;

  cor_label_follow_script (self->name, thread->name);
  gtk_label_set_label (self->name, thread->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), thread->name);
  cor_avatar_set_name (self->avatar, thread->name);
  gtk_widget_set_visible (self->star, thread->tier != NULL);
  if (thread->tier != NULL)
    /* TRANSLATORS: %s is the tier, such as "Gold" */
    vip = g_strdup_printf (_ ("VIP · %s"), thread->tier);
  gtk_widget_set_tooltip_text (self->star, vip);
}

static void
update_assignee (CorConversationHeader *self,
                 const CorThreadData   *thread)
{
  gboolean         is_taken = thread->assignee != NULL && thread->assignee[0] != '\0';
  g_autofree char *tip = is_taken ? g_strdup_printf (_ ("Assigned to %s"), thread->assignee) : g_strdup (_ ("Assigned to nobody"));
  g_auto (GStrv) words = g_strsplit (is_taken ? thread->assignee : "", " ", 2);

  gtk_label_set_label (self->assignee, is_taken ? words[0] : _ ("Nobody"));
  cor_avatar_set_name (self->assignee_avatar, is_taken ? thread->assignee : "–");
  gtk_widget_set_tooltip_text (self->assignee_button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->assignee_button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

static void
cor_conversation_header_dispose (GObject *object)
{
  CorConversationHeader *self = COR_CONVERSATION_HEADER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_CONVERSATION_HEADER);
  g_clear_object (&self->assign_menu);
  g_clear_object (&self->more_menu);

  G_OBJECT_CLASS (cor_conversation_header_parent_class)->dispose (object);
}

static void
cor_conversation_header_class_init (CorConversationHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_conversation_header_dispose;

  g_type_ensure (COR_TYPE_AVATAR);
  g_type_ensure (COR_TYPE_SLA_CHIP);
  gtk_widget_class_set_css_name (widget_class, "corconversationheader");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-conversation-header.ui");
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, assignee);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, assignee_avatar);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, assignee_button);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, avatar);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, back);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, channel_icon);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, context_button);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, controls);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, more_button);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, name);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, place);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, resolve_button);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, resolve_icon);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, resolve_label);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, root);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, sla);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, snooze_button);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, snooze_menu);
  gtk_widget_class_bind_template_child (widget_class, CorConversationHeader, star);
}

static void
cor_conversation_header_init (CorConversationHeader *self)
{
  self->assign_menu = g_menu_new ();
  self->more_menu = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_more_menu (self);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->assignee_button), G_MENU_MODEL (self->assign_menu));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more_button), G_MENU_MODEL (self->more_menu));
  update_resolve (self);
  update_room (self);
}

/**
 * cor_conversation_header_set_thread:
 * @thread: (transfer none): the conversation on screen
 * @now: seconds since the epoch, for what is due
 */
void
cor_conversation_header_set_thread (CorConversationHeader *self,
                                    const CorThreadData   *thread,
                                    gint64                 now)
{
  g_return_if_fail (COR_IS_CONVERSATION_HEADER (self));

  update_name (self, thread);
  update_channel (self, thread);
  update_assignee (self, thread);
  self->is_due = cor_thread_data_get_sla_state (thread, now) >= COR_SLA_IN_TIME;
  cor_sla_chip_set_due (self->sla, self->is_due || self->room != COR_ROOM_NARROW ? cor_thread_data_get_sla_state (thread, now) : COR_SLA_NONE, thread->due_at, now);
  update_room (self);
  self->is_resolved = thread->status == COR_STATUS_RESOLVED;
  update_resolve (self);
}

/**
 * cor_conversation_header_set_agents:
 * @agents: (nullable) (transfer none) (element-type CorAgentRecord): to whom it can be given
 */
void
cor_conversation_header_set_agents (CorConversationHeader *self,
                                    GPtrArray             *agents)
{
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  g_return_if_fail (COR_IS_CONVERSATION_HEADER (self));

  g_menu_remove_all (self->assign_menu);
  g_menu_append (own, _ ("Assign to me"), "conversation.assign-to-me");
  g_menu_append (own, _ ("Nobody"), "conversation.assign::");
  g_menu_append_section (self->assign_menu, NULL, G_MENU_MODEL (own));
  for (guint i = 0; agents != NULL && i < agents->len; i++)
    {
      const CorAgentRecord *agent = g_ptr_array_index (agents, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (agent->name, NULL);

      g_menu_item_set_action_and_target (item, "conversation.assign", "s", agent->remote_id);
      g_menu_append_item (others, item);
    }
  g_menu_append_section (self->assign_menu, _ ("Colleagues"), G_MENU_MODEL (others));
}

/**
 * cor_conversation_header_set_room:
 * @room: how much of it fits
 */
void
cor_conversation_header_set_room (CorConversationHeader *self,
                                  CorRoom                room)
{
  g_return_if_fail (COR_IS_CONVERSATION_HEADER (self));

  if (self->room == room)
    return;
  self->room = room;
  update_room (self);
}

/**
 * cor_conversation_header_set_folded:
 * @is_folded: the list is out of sight, so there is a way back
 */
void
cor_conversation_header_set_folded (CorConversationHeader *self,
                                    gboolean               is_folded)
{
  g_return_if_fail (COR_IS_CONVERSATION_HEADER (self));

  gtk_widget_set_visible (self->back, is_folded);
}

/**
 * cor_conversation_header_set_controls:
 * @shown: whether the window's own buttons stand here, and a way to the customer, who is not beside it
 */
void
cor_conversation_header_set_controls (CorConversationHeader *self,
                                      gboolean               shown)
{
  g_return_if_fail (COR_IS_CONVERSATION_HEADER (self));

  self->shows_controls = !!shown;
  gtk_widget_set_visible (self->controls, shown);
  update_room (self);
}

/**
 * cor_conversation_header_open_snooze:
 *
 * Asks for how long, as the button does.
 */
void
cor_conversation_header_open_snooze (CorConversationHeader *self)
{
  g_return_if_fail (COR_IS_CONVERSATION_HEADER (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->room == COR_ROOM_NARROW ? self->more_button : self->snooze_button));
}
