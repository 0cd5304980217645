/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-locale-switch"

#include "config.h"

#include "cor-locale-switch.h"

#include "cor-language-text.h"
#include "cor-locale-fit.h"

#include <glib/gi18n-lib.h>

/*
 * CorLocaleSwitch: the languages of an article; one is read, another may stand beside it.
 *
 * "chosen" (gint64): the text to read. "beside-chosen" (gint64): the text beside it, 0 none.
 *
 * CSS nodes: corlocaleswitch > .cor-switch > button
 */
struct _CorLocaleSwitch
{
  GtkWidget parent_instance;

  GtkWidget *box;        /* owned: child */
  gint64     partner;    /* the text that would stand beside, 0 none */
  gboolean   is_showing; /* the buttons are set by us */
};

enum
{
  CHOSEN,
  BESIDE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* More languages than this have no room beside each other. */
#define MAX_BUTTONS 4

G_DEFINE_FINAL_TYPE (CorLocaleSwitch, cor_locale_switch, GTK_TYPE_WIDGET)

static void
on_toggled (GtkToggleButton *button, CorLocaleSwitch *self)
{
  gint64 id = g_ascii_strtoll (gtk_widget_get_name (GTK_WIDGET (button)), NULL, 10);

  if (!self->is_showing && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
on_beside_toggled (GtkToggleButton *button, CorLocaleSwitch *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[BESIDE_CHOSEN], 0, gtk_toggle_button_get_active (button) ? self->partner : (gint64) 0);
}

typedef struct
{
  const char *tag;
  const char *name;
} OwnName;

/* Languages as their readers call them: those in which knowledge is written. */
static const OwnName own_names[] = {
  { "zh-Hans", "简体中文" },
  { "zh-Hant", "繁體中文" },
  { "en", "English" },
  { "es", "Español" },
  { "pt-BR", "Português" },
  { "fr", "Français" },
  { "de", "Deutsch" },
  { "ja", "日本語" },
  { "ar", "العربية" },
  { "vi", "Tiếng Việt" },
};

static char *
dup_name (const char *locale)
{
  if (locale == NULL)
    return g_strdup (_ ("Text"));
  for (guint i = 0; i < G_N_ELEMENTS (own_names); i++)
    if (cor_locale_fit (locale, own_names[i].tag) >= COR_LOCALE_FIT_SCRIPT)
      return g_strdup (own_names[i].name);
  return cor_language_text_dup (locale);
}

static void
add_language (CorLocaleSwitch *self, const CorArticleData *text, gint64 shown, GtkToggleButton **group)
{
  g_autofree char *name = dup_name (text->locale);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, text->id);
  GtkWidget       *button = gtk_toggle_button_new_with_label (name);

  gtk_widget_set_name (button, id);
  if (*group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), *group);
  else
    *group = GTK_TOGGLE_BUTTON (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), text->id == shown);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  gtk_box_append (GTK_BOX (self->box), button);
}

/* The text to stand beside another: English, or else the first other one. */
static gint64
find_partner (GPtrArray *texts, gint64 shown)
{
  gint64 partner = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      const CorArticleData *text = texts->pdata[i];

      if (text->id != shown && (partner == 0 || cor_locale_fit (text->locale, "en") != COR_LOCALE_FIT_NONE))
        partner = text->id;
    }
  return partner;
}

static void
cor_locale_switch_dispose (GObject *object)
{
  g_clear_pointer (&COR_LOCALE_SWITCH (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (cor_locale_switch_parent_class)->dispose (object);
}

static void
cor_locale_switch_class_init (CorLocaleSwitchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_locale_switch_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", COR_TYPE_LOCALE_SWITCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[BESIDE_CHOSEN] = g_signal_new ("beside-chosen", COR_TYPE_LOCALE_SWITCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "corlocaleswitch");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cor_locale_switch_init (CorLocaleSwitch *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "cor-switch");
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * cor_locale_switch_show:
 * @article: what is read; not there while it has one language only
 * @beside: the text beside it, 0 none
 */
void
cor_locale_switch_show (CorLocaleSwitch *self, CorArticle *article, gint64 beside)
{
  GPtrArray       *texts = cor_article_get_translations (article);
  gint64           shown = cor_article_get_id (article);
  GtkToggleButton *group = NULL;
  GtkWidget       *child = NULL;
  GtkWidget       *side_by_side = NULL;

  g_return_if_fail (COR_IS_LOCALE_SWITCH (self));

  self->is_showing = TRUE;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < texts->len; i++)
    if (i < MAX_BUTTONS || ((const CorArticleData *) texts->pdata[i])->id == shown)
      add_language (self, texts->pdata[i], shown, &group);
  self->partner = find_partner (texts, shown);
  if (self->partner != 0)
    {
      side_by_side = gtk_toggle_button_new_with_label (_ ("Side by side"));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (side_by_side), beside != 0);
      g_signal_connect_object (side_by_side, "toggled", G_CALLBACK (on_beside_toggled), self, 0);
      gtk_box_append (GTK_BOX (self->box), side_by_side);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), texts->len > 1);
  self->is_showing = FALSE;
}
