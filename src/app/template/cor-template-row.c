/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-row"

#include "config.h"

#include "cor-template-row.h"

#include "cor-pill.h"
#include "cor-template-choice.h"
#include "cor-template-title.h"
#include "cor-template-words.h"

/*
 * CorTemplateRow: a template in the picker: its title, its shortcut, and how it serves the customer's language.
 *
 * CSS nodes: row.cor-template-row
 */
struct _CorTemplateRow
{
  GtkListBoxRow parent_instance;

  CorTemplateItem *item; /* owned */

  /* Template */
  CorPill  *cover;
  GtkLabel *shortcut;
  GtkLabel *title;
};

G_DEFINE_FINAL_TYPE (CorTemplateRow, cor_template_row, GTK_TYPE_LIST_BOX_ROW)

/* More than a row shows. */
#define HINT_LENGTH 80

/* Of the language that a customer of @locale would get. */
static CorTemplateCover
get_cover (const CorTemplate *template, const char *locale)
{
  CorTemplateChoice choice = { NULL, 0, FALSE };

  if (locale == NULL || !cor_template_choose (template, locale, COR_REGISTER_NEUTRAL, FALSE, &choice, NULL))
    return COR_TEMPLATE_COVER_MISSING;
  return cor_template_get_cover (template, choice.variant->locale);
}

static void
cor_template_row_dispose (GObject *object)
{
  CorTemplateRow *self = COR_TEMPLATE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TEMPLATE_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (cor_template_row_parent_class)->dispose (object);
}

static void
cor_template_row_class_init (CorTemplateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_template_row_dispose;

  g_type_ensure (COR_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/template/cor-template-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTemplateRow, cover);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateRow, shortcut);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateRow, title);
}

static void
cor_template_row_init (CorTemplateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What can be typed to have it; a desk's canned response is called by that, so there its words stand instead. */
static char *
dup_hint (const CorTemplate *template)
{
  const CorTemplateVariant *first = template->variants->len > 0 ? template->variants->pdata[0] : NULL;
  char                     *words = NULL;

  if (template->shortcut == NULL)
    return NULL;
  if (g_strcmp0 (template->shortcut, template->title) != 0 || first == NULL)
    return g_strconcat ("/", template->shortcut, NULL);
  words = g_utf8_substring (first->text, 0, MIN (g_utf8_strlen (first->text, -1), HINT_LENGTH));
  return g_strdelimit (words, "\n\r\t", ' ');
}

/**
 * cor_template_row_new:
 * @item: (transfer none): what it shows
 * @locale: (nullable): the customer's
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
cor_template_row_new (CorTemplateItem *item, const char *locale)
{
  CorTemplateRow *self = g_object_new (COR_TYPE_TEMPLATE_ROW, NULL);
  const CorTemplate *template = cor_template_item_get_template (item);
  CorTemplateCover cover = get_cover (template, locale);
  g_autofree char *shortcut = dup_hint (template);

  self->item = g_object_ref (item);
  gtk_label_set_label (self->title, cor_template_title_get (template));
  gtk_label_set_label (self->shortcut, shortcut != NULL ? shortcut : "");
  gtk_widget_set_visible (GTK_WIDGET (self->shortcut), shortcut != NULL);
  cor_pill_set_label (self->cover, cor_template_words_get_cover (cover));
  cor_pill_set_hue (self->cover, cor_template_words_get_cover_hue (cover));
  /* what is as it should be needs no word */
  gtk_widget_set_visible (GTK_WIDGET (self->cover), cover != COR_TEMPLATE_COVER_COMPLETE);
  return GTK_WIDGET (self);
}

/**
 * cor_template_row_get_item:
 *
 * Returns: (transfer none): what it shows
 */
CorTemplateItem *
cor_template_row_get_item (CorTemplateRow *self)
{
  g_return_val_if_fail (COR_IS_TEMPLATE_ROW (self), NULL);

  return self->item;
}
