/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-watch-news"

#include "config.h"

#include "cor-watch-news.h"

#include "cor-reader-locales.h"
#include "cor-reply-insert.h"

#include <glib/gi18n-lib.h>

/*
 * CorWatchNews: what is new of the watched payment that is meant, and the update that fits, for the reply that is being
 * written: it goes in where the caret is, so what is written there stays, and nothing is sent by itself. With compliance
 * there is only that, and nothing to insert. Invisible while nothing is new.
 *
 * CSS nodes: corwatchnews > box
 */
struct _CorWatchNews
{
  GtkWidget parent_instance;

  CorSession     *session;      /* owned, or NULL */
  CorPaymentCase *payment_case; /* owned, or NULL: the session's */

  /* Template */
  GtkButton *insert;
  GtkWidget *root;
  GtkLabel  *text;
};

G_DEFINE_FINAL_TYPE (CorWatchNews, cor_watch_news, GTK_TYPE_WIDGET)

static const CorPaymentWatch *
find_news (CorWatchNews *self)
{
  const CorPaymentWatch *watch = cor_payment_watches_find (cor_session_get_payment_watches (self->session), cor_payment_case_get_reference (self->payment_case));

  return watch != NULL && watch->changed_at != 0 ? watch : NULL;
}

static void
update (CorWatchNews *self)
{
  const CorPaymentWatch *watch = find_news (self);
  g_autofree char       *text = watch != NULL ? cor_watch_news_dup_text (watch) : NULL;
  gboolean               is_offered;

  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), watch != NULL);
  if (watch == NULL)
    return;
  is_offered = watch->may_offer && watch->conversation == cor_payment_case_get_conversation (self->payment_case) && *watch->reply != '\0';
  gtk_widget_set_visible (GTK_WIDGET (self->insert), is_offered);
  if (is_offered)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->insert), "s", watch->reply);
}

static void
on_done_clicked (CorWatchNews *self)
{
  const CorPaymentWatch *watch = find_news (self);

  if (watch != NULL)
    cor_payment_watches_see (cor_session_get_payment_watches (self->session), watch->reference);
}

static void
cor_watch_news_dispose (GObject *object)
{
  CorWatchNews *self = COR_WATCH_NEWS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_WATCH_NEWS);
  g_clear_object (&self->payment_case);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_watch_news_parent_class)->dispose (object);
}

static void
cor_watch_news_class_init (CorWatchNewsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_watch_news_dispose;
  gtk_widget_class_set_css_name (widget_class, "corwatchnews");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-watch-news.ui");
  gtk_widget_class_bind_template_child (widget_class, CorWatchNews, insert);
  gtk_widget_class_bind_template_child (widget_class, CorWatchNews, root);
  gtk_widget_class_bind_template_child (widget_class, CorWatchNews, text);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked);
}

static void
cor_watch_news_init (CorWatchNews *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->insert), "s", ""); /* until something is new */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->insert), COR_REPLY_USE_TEMPLATE);
}

/**
 * cor_watch_news_set_session:
 * @session: (transfer none): whose watched payments and payment case it follows
 *
 * To be called once.
 */
void
cor_watch_news_set_session (CorWatchNews *self,
                            CorSession   *session)
{
  g_return_if_fail (COR_IS_WATCH_NEWS (self) && self->session == NULL);

  self->session = g_object_ref (session);
  self->payment_case = g_object_ref (cor_session_get_payment_case (session));
  g_signal_connect_object (self->payment_case, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_payment_watches (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * cor_watch_news_dup_text:
 * @watch: with something new
 *
 * Returns: (transfer full): how it stands now, and how it stood before; with compliance only that
 */
char *
cor_watch_news_dup_text (const CorPaymentWatch *watch)
{
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);
  const char *now = cor_standing_get_label (watch->view->standing, locales[0]);

  if (watch->view->is_held || watch->was == COR_PAYMENT_UNKNOWN || watch->was == watch->view->status)
    return g_strdup (now);
  /* TRANSLATORS: how a payment stands now, and how it stood before, such as "Credited (was: On its way)" */
  return g_strdup_printf (_ ("%s (was: %s)"), now, cor_standing_get_label (cor_standing_find (watch->was, COR_HOLDER_UNKNOWN), locales[0]));
}
