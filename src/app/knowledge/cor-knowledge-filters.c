/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-knowledge-filters"

#include "config.h"

#include "cor-knowledge-filters.h"

#include "cor-corridor.h"
#include "cor-currency.h"
#include "cor-knowledge-text.h"
#include "cor-language-text.h"
#include "cor-result.h"
#include "cor-store-article-lists.h"
#include "cor-store-articles.h"
#include "cor-str.h"

#include <glib/gi18n-lib.h>

/*
 * CorKnowledgeFilters: topic and language, as drop-downs in the header, or where that is narrow in the popover with
 * corridor, currency and source.
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
  char         *corridor;   /* owned, or NULL: as far as it is one */
  char         *currency;   /* owned, or NULL */
  gboolean      is_narrow;
  gboolean      is_filling; /* they are set by us */

  /* Template */
  GtkWidget     *box;
  GtkMenuButton *button;
  GtkWidget     *clear;
  GtkEditable   *corridor_entry;
  GtkEditable   *currency_entry;
  GtkDropDown   *language;
  GtkPopover    *popover;
  GtkWidget     *root;
  GtkBox        *sheet;
  GtkDropDown   *source;
  GtkDropDown   *topic;
};

/* px, of an icon */
#define BUTTON_WIDTH 34

/* The languages of the installed knowledge, and those that help centres most often have. */
static const char *const locales[] = { "zh-Hans", "zh-Hant", "en", "es", "pt-BR", "fr", "de", "ja", "ar", "vi" };

/* As CorSearchFilter names them, in the order of the drop-down. */
static const struct
{
  const char *source;
  const char *name; /* untranslated */
} sources[] = {
  { "pack", N_ ("Packs") },
  { COR_ARTICLE_SOURCE_HELP_CENTRE, N_ ("Help centres") },
  { COR_ARTICLE_SOURCE_OWN, N_ ("Own articles") },
  { COR_ARTICLE_SOURCE_IMPORT, N_ ("Imported") },
};

G_DEFINE_FINAL_TYPE (CorKnowledgeFilters, cor_knowledge_filters, GTK_TYPE_WIDGET)

static guint changed_signal;

static const char *
get_category (CorKnowledgeFilters *self)
{
  guint selected = gtk_drop_down_get_selected (self->topic);

  return selected > 0 && selected <= self->categories->len ? self->categories->pdata[selected - 1] : NULL;
}

/* The button shows that something behind it narrows the list. */
static void
tell_changed (CorKnowledgeFilters *self)
{
  CorKnowledgeFilter filter = cor_knowledge_filters_get (self);
  gboolean           is_behind = filter.corridor != NULL || filter.currency != NULL || filter.source != NULL;

  if (self->is_narrow)
    is_behind = is_behind || filter.category != NULL || filter.locale != NULL;
  if (is_behind)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
  /* its action would make it sensitive again whenever it is shown */
  gtk_widget_set_visible (self->clear, is_behind || filter.category != NULL || filter.locale != NULL);
  if (!self->is_filling)
    g_signal_emit (self, changed_signal, 0);
}

static void
on_selected (CorKnowledgeFilters *self)
{
  if (!self->is_filling)
    tell_changed (self);
}

static void
mark_wrong (GtkEditable *entry, gboolean is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* "cn de", "CN>DE" and "CN-DE" are the same; NULL: none. */
static char *
dup_typed (GtkEditable *entry)
{
  g_autofree char *upper = g_ascii_strup (gtk_editable_get_text (entry), -1);

  g_strdelimit (g_strstrip (upper), " >/", '-');
  return upper[0] != '\0' ? g_steal_pointer (&upper) : NULL;
}

static void
on_typed (CorKnowledgeFilters *self)
{
  g_autofree char *corridor = dup_typed (self->corridor_entry);
  g_autofree char *currency = dup_typed (self->currency_entry);
  gboolean         is_corridor = corridor != NULL && cor_corridor_is_pattern (corridor);
  gboolean         is_currency = currency != NULL && cor_currency_find (currency) != NULL;
  gboolean         is_changed = cor_set_str (&self->corridor, is_corridor ? corridor : NULL);

  is_changed |= cor_set_str (&self->currency, is_currency ? currency : NULL);
  mark_wrong (self->corridor_entry, corridor != NULL && !is_corridor && strlen (corridor) >= 5);
  mark_wrong (self->currency_entry, currency != NULL && !is_currency && strlen (currency) >= 3);
  if (is_changed)
    tell_changed (self);
}

static void
fill_sources (CorKnowledgeFilters *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("All sources"));
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    gtk_string_list_append (names, _ (sources[i].name));
  gtk_drop_down_set_model (self->source, G_LIST_MODEL (names));
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
  g_autofree char *before = g_strdup (get_category (self));
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
  g_free (self->corridor);
  g_free (self->currency);
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
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, clear);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, corridor_entry);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, currency_entry);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, language);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, popover);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, root);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, sheet);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, source);
  gtk_widget_class_bind_template_child (widget_class, CorKnowledgeFilters, topic);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
cor_knowledge_filters_init (CorKnowledgeFilters *self)
{
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->reading = g_cancellable_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self);
  fill_sources (self);
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
  const char *tip = NULL;

  g_return_if_fail (COR_IS_KNOWLEDGE_FILTERS (self));

  if (self->is_narrow == !!is_narrow)
    return;
  self->is_narrow = !!is_narrow;
  box = g_object_ref (self->box);
  gtk_box_remove (is_narrow ? GTK_BOX (self->root) : self->sheet, box);
  gtk_box_prepend (is_narrow ? self->sheet : GTK_BOX (self->root), box);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  tip = is_narrow ? _ ("Filters") : _ ("Corridor, currency and source");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

/**
 * cor_knowledge_filters_get:
 *
 * Returns: what is chosen; its strings live until the next choice. Neither kind nor favourites are chosen here.
 */
CorKnowledgeFilter
cor_knowledge_filters_get (CorKnowledgeFilters *self)
{
  CorKnowledgeFilter filter = { .kind = -1 };
  guint              language = 0, source = 0;

  g_return_val_if_fail (COR_IS_KNOWLEDGE_FILTERS (self), filter);

  language = gtk_drop_down_get_selected (self->language);
  source = gtk_drop_down_get_selected (self->source);
  filter.category = get_category (self);
  filter.corridor = self->corridor;
  filter.currency = self->currency;
  filter.locale = language > 0 && language <= G_N_ELEMENTS (locales) ? locales[language - 1] : NULL;
  filter.source = source > 0 && source <= G_N_ELEMENTS (sources) ? sources[source - 1].source : NULL;
  return filter;
}

/**
 * cor_knowledge_filters_clear:
 *
 * Narrows nothing any more; "changed" once.
 */
void
cor_knowledge_filters_clear (CorKnowledgeFilters *self)
{
  g_return_if_fail (COR_IS_KNOWLEDGE_FILTERS (self));

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->topic, 0);
  gtk_drop_down_set_selected (self->language, 0);
  gtk_drop_down_set_selected (self->source, 0);
  gtk_editable_set_text (self->corridor_entry, "");
  gtk_editable_set_text (self->currency_entry, "");
  self->is_filling = FALSE;
  tell_changed (self);
}
