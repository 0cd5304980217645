/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-locale-switch"

#include "config.h"

#include "cor-locale-switch.h"

#include "cor-language-text.h"
#include "cor-locale-fit.h"
#include "cor-str.h"

#include <glib/gi18n-lib.h>

/*
 * CorLocaleSwitch: the languages of an article; one is read, another may stand beside it. They are buttons as long as
 * they are few and have room, and in a drop-down otherwise.
 *
 * "chosen" (gint64): the text to read. "beside-chosen" (gint64): the text beside it, 0 none.
 *
 * CSS nodes: corlocaleswitch > .cor-switch > button, corlocaleswitch > box > dropdown, button
 */
struct _CorLocaleSwitch
{
  GtkWidget parent_instance;

  GtkWidget   *buttons;      /* owned: child */
  GtkWidget   *compact;      /* owned: child: the same as a drop-down */
  GtkDropDown *drop_down;    /* borrowed, of compact */
  GtkWidget   *beside_icon;  /* borrowed, of compact */
  GtkWidget   *beside_words; /* borrowed, of buttons; NULL: nothing could stand beside */
  GArray      *ids;          /* owned: gint64, of the texts in the drop-down */
  char        *names;        /* owned: what is in the drop-down, or NULL */
  gint64       partner;      /* the text that would stand beside, 0 none */
  gboolean     is_folded;    /* there is no room for two texts */
  gboolean     is_showing;   /* the buttons are set by us */
};

enum
{
  CHOSEN,
  BESIDE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* More languages than this are no row of buttons. */
#define MAX_BUTTONS 3

G_DEFINE_FINAL_TYPE (CorLocaleSwitch, cor_locale_switch, GTK_TYPE_WIDGET)

static void
on_toggled (GtkToggleButton *button, CorLocaleSwitch *self)
{
  gint64 id = g_ascii_strtoll (gtk_widget_get_name (GTK_WIDGET (button)), NULL, 10);

  if (!self->is_showing && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
on_selected (CorLocaleSwitch *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (!self->is_showing && selected < self->ids->len)
    g_signal_emit (self, signals[CHOSEN], 0, g_array_index (self->ids, gint64, selected));
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
  gtk_box_append (GTK_BOX (self->buttons), button);
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
fill_buttons (CorLocaleSwitch *self, GPtrArray *texts, gint64 shown)
{
  GtkToggleButton *group = NULL;
  GtkWidget       *child = NULL;

  self->beside_words = NULL;
  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), child);
  if (texts->len > MAX_BUTTONS)
    return;
  for (guint i = 0; i < texts->len; i++)
    add_language (self, texts->pdata[i], shown, &group);
  self->beside_words = gtk_toggle_button_new_with_label (_ ("Side by side"));
  g_signal_connect_object (self->beside_words, "toggled", G_CALLBACK (on_beside_toggled), self, 0);
  gtk_box_append (GTK_BOX (self->buttons), self->beside_words);
}

/* The names stay as long as they are the same: the drop-down may just be telling what was chosen of them. */
static void
fill_drop_down (CorLocaleSwitch *self, GPtrArray *texts, gint64 shown)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  guint selected = 0;

  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < texts->len; i++)
    {
      const CorArticleData *text = texts->pdata[i];
      g_autofree char      *name = dup_name (text->locale);

      g_array_append_val (self->ids, text->id);
      g_string_append_printf (names, "%s\n", name);
      gtk_string_list_append (list, name);
      if (text->id == shown)
        selected = i;
    }
  if (cor_set_str (&self->names, names->str))
    gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->drop_down, selected);
}

static void
update_beside (CorLocaleSwitch *self, gboolean is_beside)
{
  GtkWidget *toggles[] = { self->beside_icon, self->beside_words };

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    if (toggles[i] != NULL)
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggles[i]), is_beside);
        gtk_widget_set_visible (toggles[i], self->partner != 0 && !self->is_folded);
      }
}

static void
cor_locale_switch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  CorLocaleSwitch *self = COR_LOCALE_SWITCH (widget);
  int              least = 0, wish = 0;

  gtk_widget_measure (self->compact, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  gtk_widget_measure (self->buttons, orientation, -1, &least, &wish, NULL, NULL);
  *minimum = MAX (*minimum, least);
  *natural = MAX (*natural, wish);
}

static void
place (GtkWidget *child, gboolean is_shown, gboolean is_rtl, int whole, int height)
{
  int           width = 0;
  GtkAllocation area = { 0, 0, 0, height };

  gtk_widget_set_child_visible (child, is_shown);
  if (!is_shown)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &area.width, &width, NULL, NULL);
  area.width = MAX (area.width, MIN (width, whole));
  area.x = is_rtl ? whole - area.width : 0;
  gtk_widget_size_allocate (child, &area, -1);
}

static void
cor_locale_switch_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorLocaleSwitch *self = COR_LOCALE_SWITCH (widget);
  gboolean         is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean         has_room = FALSE;
  int              wish = 0;

  gtk_widget_measure (self->buttons, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wish, NULL, NULL);
  has_room = self->beside_words != NULL && wish <= width;
  place (self->buttons, has_room, is_rtl, width, height);
  place (self->compact, !has_room, is_rtl, width, height);
}

static void
cor_locale_switch_dispose (GObject *object)
{
  CorLocaleSwitch *self = COR_LOCALE_SWITCH (object);

  g_clear_pointer (&self->buttons, gtk_widget_unparent);
  g_clear_pointer (&self->compact, gtk_widget_unparent);
  self->drop_down = NULL;
  self->beside_icon = self->beside_words = NULL;

  G_OBJECT_CLASS (cor_locale_switch_parent_class)->dispose (object);
}

static void
cor_locale_switch_finalize (GObject *object)
{
  CorLocaleSwitch *self = COR_LOCALE_SWITCH (object);

  g_array_unref (self->ids);
  g_free (self->names);

  G_OBJECT_CLASS (cor_locale_switch_parent_class)->finalize (object);
}

static void
cor_locale_switch_class_init (CorLocaleSwitchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_locale_switch_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_locale_switch_finalize;
  widget_class->measure = cor_locale_switch_measure;
  widget_class->size_allocate = cor_locale_switch_size_allocate;

  signals[CHOSEN] = g_signal_new ("chosen", COR_TYPE_LOCALE_SWITCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[BESIDE_CHOSEN] = g_signal_new ("beside-chosen", COR_TYPE_LOCALE_SWITCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "corlocaleswitch");
}

static void
make_compact (CorLocaleSwitch *self)
{
  self->compact = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "cor-flat-drop");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), _ ("Language"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Language"), -1);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  self->beside_icon = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->beside_icon), "view-dual-symbolic");
  gtk_widget_add_css_class (self->beside_icon, "flat");
  gtk_widget_set_tooltip_text (self->beside_icon, _ ("Side by side"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->beside_icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Side by side"), -1);
  g_signal_connect_object (self->beside_icon, "toggled", G_CALLBACK (on_beside_toggled), self, 0);
  gtk_box_append (GTK_BOX (self->compact), GTK_WIDGET (self->drop_down));
  gtk_box_append (GTK_BOX (self->compact), self->beside_icon);
}

static void
cor_locale_switch_init (CorLocaleSwitch *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->buttons, "cor-switch");
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  make_compact (self);
  gtk_widget_set_valign (self->compact, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  gtk_widget_set_parent (self->compact, GTK_WIDGET (self));
}

/**
 * cor_locale_switch_show:
 * @article: what is read; not there while it has one language only
 * @beside: the text beside it, 0 none
 */
void
cor_locale_switch_show (CorLocaleSwitch *self, CorArticle *article, gint64 beside)
{
  GPtrArray *texts = cor_article_get_translations (article);
  gint64     shown = cor_article_get_id (article);

  g_return_if_fail (COR_IS_LOCALE_SWITCH (self));

  self->is_showing = TRUE;
  self->partner = find_partner (texts, shown);
  fill_buttons (self, texts, shown);
  fill_drop_down (self, texts, shown);
  update_beside (self, beside != 0);
  gtk_widget_set_visible (GTK_WIDGET (self), texts->len > 1);
  self->is_showing = FALSE;
}

/**
 * cor_locale_switch_set_folded:
 * @is_folded: whether there is no room for a text beside another
 */
void
cor_locale_switch_set_folded (CorLocaleSwitch *self, gboolean is_folded)
{
  g_return_if_fail (COR_IS_LOCALE_SWITCH (self));

  self->is_folded = is_folded;
  self->is_showing = TRUE;
  update_beside (self, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->beside_icon)));
  self->is_showing = FALSE;
}
