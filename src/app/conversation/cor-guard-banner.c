/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-guard-banner"

#include "config.h"

#include "cor-guard-banner.h"

/*
 * CorGuardBanner: slides up above the composer when the conversation moved on while the agent writes
 * (chatwoot.md §15, the guard). "show-news": the agent wants to see it.
 *
 * CSS nodes: corguardbanner > revealer > box.bar
 */
struct _CorGuardBanner
{
  GtkWidget parent_instance;

  /* Template */
  GtkRevealer *revealer;
  GtkLabel    *text;
};

G_DEFINE_FINAL_TYPE (CorGuardBanner, cor_guard_banner, GTK_TYPE_WIDGET)

static guint show_news_signal;

static void
on_close_clicked (CorGuardBanner *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
on_show_clicked (CorGuardBanner *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  g_signal_emit (self, show_news_signal, 0);
}

static void
cor_guard_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COR_TYPE_GUARD_BANNER);

  G_OBJECT_CLASS (cor_guard_banner_parent_class)->dispose (object);
}

static void
cor_guard_banner_class_init (CorGuardBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_guard_banner_dispose;

  show_news_signal = g_signal_new ("show-news", COR_TYPE_GUARD_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "corguardbanner");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-guard-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, CorGuardBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, CorGuardBanner, text);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked);
}

static void
cor_guard_banner_init (CorGuardBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_guard_banner_set_text:
 * @text: (nullable): what is new; %NULL hides it
 *
 * The same text again does nothing, so that what was dismissed stays away.
 */
void
cor_guard_banner_set_text (CorGuardBanner *self,
                           const char     *text)
{
  g_return_if_fail (COR_IS_GUARD_BANNER (self));

  if (text != NULL && g_strcmp0 (gtk_label_get_label (self->text), text) == 0)
    return;
  gtk_label_set_label (self->text, text ? text : "");
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
}

/**
 * cor_guard_banner_get_text:
 *
 * Returns: (transfer none) (nullable): what it says, %NULL when it is hidden
 */
const char *
cor_guard_banner_get_text (CorGuardBanner *self)
{
  g_return_val_if_fail (COR_IS_GUARD_BANNER (self), NULL);

  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_label (self->text) : NULL;
}
