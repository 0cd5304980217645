/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-bulletin-card"

#include "config.h"

#include "cor-bulletin-card.h"

#include "cor-fold-layout.h"
#include "cor-knowledge-text.h"
#include "cor-label-script.h"
#include "cor-page.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/*
 * CorBulletinCard: a rule that is about to apply, until the agent has acknowledged it. It follows the store.
 *
 * CSS nodes: corbulletincard > box
 */
struct _CorBulletinCard
{
  GtkWidget parent_instance;

  CorSession   *session;   /* owned, or NULL */
  CorBulletins *bulletins; /* owned, or NULL */
  gint64        shown;     /* local id, 0 none */

  /* Template */
  GtkWidget *buttons;
  GtkWidget *read;
  GtkWidget *root;
  GtkLabel  *since;
  GtkLabel  *title;
};

G_DEFINE_FINAL_TYPE (CorBulletinCard, cor_bulletin_card, GTK_TYPE_WIDGET)

static gboolean
is_in_force (CorBulletinCard *self, const CorArticleData *bulletin)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (cor_session_get_now (self->session));
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  return strcmp (bulletin->effective, today) <= 0;
}

static char *
dup_since (CorBulletinCard *self, const CorArticleData *bulletin)
{
  guint            n = cor_bulletins_get_n (self->bulletins);
  g_autofree char *day = cor_knowledge_day_dup_text (bulletin->effective, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  g_autofree char *since = NULL;
  g_autofree char *more = NULL;

  if (day == NULL)
    return g_strdup ("");
  since = g_strdup_printf (is_in_force (self, bulletin) ? _ ("In force since %s") : _ ("Applies from %s"), day);
  if (n < 2)
    return g_steal_pointer (&since);
  more = g_strdup_printf (ngettext ("%u more", "%u more", n - 1), n - 1);
  return g_strdup_printf ("%s · %s", since, more);
}

static void
on_bulletins_changed (CorBulletinCard *self)
{
  const CorArticleData *bulletin = cor_bulletins_get_first (self->bulletins);
  g_autofree char      *since = bulletin != NULL ? dup_since (self, bulletin) : NULL;

  self->shown = bulletin != NULL ? bulletin->id : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), bulletin != NULL);
  if (bulletin == NULL)
    return;
  cor_label_follow_script (self->title, bulletin->title);
  gtk_label_set_label (self->title, bulletin->title);
  gtk_label_set_label (self->since, since);
}

static void
on_read_clicked (CorBulletinCard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.article", "x", self->shown);
}

static void
on_acknowledged (CorBulletinCard *self)
{
  if (self->shown != 0)
    cor_bulletins_acknowledge (self->bulletins, self->shown);
}

static void
cor_bulletin_card_dispose (GObject *object)
{
  CorBulletinCard *self = COR_BULLETIN_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_BULLETIN_CARD);
  g_clear_object (&self->bulletins);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_bulletin_card_parent_class)->dispose (object);
}

static void
cor_bulletin_card_class_init (CorBulletinCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_bulletin_card_dispose;

  gtk_widget_class_set_css_name (widget_class, "corbulletincard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-bulletin-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CorBulletinCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, CorBulletinCard, read);
  gtk_widget_class_bind_template_child (widget_class, CorBulletinCard, root);
  gtk_widget_class_bind_template_child (widget_class, CorBulletinCard, since);
  gtk_widget_class_bind_template_child (widget_class, CorBulletinCard, title);
  gtk_widget_class_bind_template_callback (widget_class, on_acknowledged);
  gtk_widget_class_bind_template_callback (widget_class, on_read_clicked);
}

static void
cor_bulletin_card_init (CorBulletinCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->root, cor_fold_layout_new (self->buttons, 6));
  gtk_widget_set_visible (self->read, cor_page_find_kind ("knowledge") != NULL);
}

/**
 * cor_bulletin_card_set_session:
 * @session: (transfer none): store and clock; to be called once
 */
void
cor_bulletin_card_set_session (CorBulletinCard *self, CorSession *session)
{
  g_return_if_fail (COR_IS_BULLETIN_CARD (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->bulletins = cor_bulletins_new (cor_session_get_store (session));
  g_signal_connect_object (self->bulletins, "changed", G_CALLBACK (on_bulletins_changed), self, G_CONNECT_SWAPPED);
}

/**
 * cor_bulletin_card_open:
 * @conversation: local id: what concerns it; 0: all
 */
void
cor_bulletin_card_open (CorBulletinCard *self, gint64 conversation)
{
  g_return_if_fail (COR_IS_BULLETIN_CARD (self));

  cor_bulletins_open (self->bulletins, conversation, cor_session_get_now (self->session));
}

/**
 * cor_bulletin_card_set_bar:
 *
 * Lies across a page.
 */
void
cor_bulletin_card_set_bar (CorBulletinCard *self)
{
  g_return_if_fail (COR_IS_BULLETIN_CARD (self));

  gtk_widget_add_css_class (GTK_WIDGET (self), "bar");
}
