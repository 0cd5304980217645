/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-filters"

#include "config.h"

#include "cor-knowledge-filters.h"

#include "cor-knowledge-text.h"
#include "cor-language-text.h"
#include "cor-result.h"
#include "cor-store-article-lists.h"

#include <glib/gi18n-lib.h>

/*
 * CorKnowledgeFilters: topic and language, as drop-downs in the header, or in a popover where that is narrow.
 *
 * "changed": another choice.
 *
 * CSS nodes: corknowledgefilters
 */
struct _CorKnowledgeFilters
{
  GtkWidget parent_instance;

  CorStore     *store;      /* owned, or NULL */
  GCancellable *reading;    /* owned */
  GPtrArray    *categories; /* owned: names, in the order of the drop-down */
  gboolean      is_narrow;
  gboolean      is_filling; /* the drop-downs are set by us */

  /* Template */
  GtkWidget     *box;
  GtkMenuButton *button;
  GtkDropDown   *language;
  GtkPopover    *popover;
  GtkWidget     *root;
  GtkDropDown   *topic;
};

/* px, of an icon */
#define BUTTON_WIDTH 34

/* The languages of the installed knowledge, and those that help centres most often have. */
static const char *const locales[] = { "zh-Hans", "zh-Hant", "en", "es", "pt-BR", "fr", "de", "ja", "ar", "vi" };

G_DEFINE_FINAL_TYPE (CorKnowledgeFilters, cor_knowledge_filters, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
on_selected (CorKnowledgeFilters *self)
{
  if (!self->is_filling)
    g_signal_emit (self, changed_signal, 0);
}

static void
fill_languages (CorKnowledgeFilters *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("All languages"));
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    gtk_string_list_take (names, cor_language_text_dup (locales[i]));
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
}

static void
fill_topics (CorKnowledgeFilters *self, GPtrArray *categories)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *before = g_strdup (cor_knowledge_filters_get_category (self));
  guint            selected = 0;

  self->is_filling = TRUE;
  g_ptr_array_set_size (self->categories, 0);
  gtk_string_list_append (names, _ ("All topics"));
  for (guint i = 0; i < categories->len; i++)
    {
      const char *category = ((const CorArticleCategory *) categories->pdata[i])->category;

      if (category[0] == '\0' || g_ptr_array_find_with_equal_func (self->categories, category, g_str_equal, NULL))
        continue;
      g_ptr_array_add (self->categories, g_strdup (category));
      gtk_string_list_take (names, cor_knowledge_category_dup_title (category));
      if (g_strcmp0 (category, before) == 0)
        selected = self->categories->len;
    }
  gtk_drop_down_set_model (self->topic, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->topic, selected);
  self->is_filling = FALSE;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorKnowledgeFilters) self = user_data;
  g_autoptr (GPtrArray) categories = cor_store_list_article_categories_finish (COR_STORE (source), result, NULL);

  if (!cor_result_is_cancelled (result) && categories != NULL && self->topic != NULL)
    fill_topics (self, categories);
}

static void
read_categories (CorKnowledgeFilters *self)
{
  cor_store_list_article_categories_async (self->store, self->reading, on_listed, g_object_ref (self));
}

static void
on_store_changed (CorKnowledgeFilters *self, const CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_ARTICLES) != 0)
    read_categories (self);
}

/* They have room enough once they are in the popover, which can only be known when they are asked to be that narrow. */
static void
cor_knowledge_filters_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (COR_KNOWLEDGE_FILTERS (widget)->root, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, BUTTON_WIDTH);
}

static void
cor_knowledge_filters_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *root = COR_KNOWLEDGE_FILTERS (widget)->root;
  int        minimum = 0;

  gtk_widget_measure (root, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (root, MAX (width, minimum), height, baseline, NULL);
}

static void
cor_knowledge_filters_dispose (GObject *object)
{
  CorKnowledgeFilters *self = COR_KNOWLEDGE_FILTERS (object);

  g_cancellable_cancel (self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_KNOWLEDGE_FILTERS);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_knowledge_filters_parent_class)->dispose (object);
}

static void
cor_knowledge_filters_finalize (GObject *object)
{
  CorKnowledgeFilters *self = COR_KNOWLEDGE_FILTERS (object);

  g_clear_object (&self->reading);
  g_ptr_array_unref (self->categories);

  G_OBJECT_CLASS (cor_knowledge_filters_parent_class)->finalize (object);
}

static void
cor_knowledge_filters_class_init (CorKnowledgeFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_knowledge_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_knowledge_filters_finalize;
  widget_class->measure = cor_knowledge_filters_measure;
  widget_class->size_allocate = cor_knowledge_filters_size_allocate;

  changed_signal = g_signal_new ("changed", COR_TYPE_KNOWLEDGE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "corknowledgefilters");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/knowledge/cor-knowledge-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, box);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, button);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, language);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, popover);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, root);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, topic);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
cor_knowledge_filters_init (CorKnowledgeFilters *self)
{
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->reading = g_cancellable_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self);
  self->is_filling = FALSE;
}

/**
 * cor_knowledge_filters_set_store:
 * @store: whose topics they are; to be called once
 */
void
cor_knowledge_filters_set_store (CorKnowledgeFilters *self, CorStore *store)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_FILTERS (self) && self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  read_categories (self);
}

/**
 * cor_knowledge_filters_set_narrow:
 * @is_narrow: whether there is room for one button only
 */
void
cor_knowledge_filters_set_narrow (CorKnowledgeFilters *self, gboolean is_narrow)
{
  g_autoptr (GtkWidget) box = NULL;

  g_return_if_fail (COR_IS_KNOWLEDGE_FILTERS (self));

  if (self->is_narrow == !!is_narrow)
    return;
  self->is_narrow = !!is_narrow;
  box = g_object_ref (self->box);
  if (is_narrow)
    {
      gtk_box_remove (GTK_BOX (self->root), box);
      gtk_popover_set_child (self->popover, box);
    }
  else
    {
      gtk_popover_set_child (self->popover, NULL);
      gtk_box_append (GTK_BOX (self->root), box);
    }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->button), is_narrow);
}

/**
 * cor_knowledge_filters_get_category:
 *
 * Returns: (transfer none) (nullable): the topic; %NULL: all
 */
const char *
cor_knowledge_filters_get_category (CorKnowledgeFilters *self)
{
  guint selected = 0;

  g_return_val_if_fail (COR_IS_KNOWLEDGE_FILTERS (self), NULL);

  selected = gtk_drop_down_get_selected (self->topic);
  return selected > 0 && selected <= self->categories->len ? self->categories->pdata[selected - 1] : NULL;
}

/**
 * cor_knowledge_filters_get_locale:
 *
 * Returns: (transfer none) (nullable): the language; %NULL: all
 */
const char *
cor_knowledge_filters_get_locale (CorKnowledgeFilters *self)
{
  guint selected = 0;

  g_return_val_if_fail (COR_IS_KNOWLEDGE_FILTERS (self), NULL);

  selected = gtk_drop_down_get_selected (self->language);
  return selected > 0 && selected <= G_N_ELEMENTS (locales) ? locales[selected - 1] : NULL;
}
