/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-templates-page"

#include "config.h"

#include "cor-templates-page-private.h"

#include "cor-page-head.h"
#include "cor-store-templates.h"
#include "cor-str.h"
#include "cor-template-row.h"

#include <glib/gi18n-lib.h>

/*
 * CorTemplatesPage: all reply templates for whoever keeps them: one to read, with its texts and what was decided about
 * them; and, as the second view, which of them is in which language.
 *
 * CSS nodes: cortemplatespage
 */
G_DEFINE_FINAL_TYPE (CorTemplatesPage, cor_templates_page, COR_TYPE_PAGE)

static void
update_frame (CorTemplatesPage *self)
{
  cor_template_pane_set_folded (self->pane, cor_page_split_is_folded (self->split));
}

static CorTemplateItem *
get_item (GtkListBoxRow *row)
{
  return row != NULL ? cor_template_row_get_item (COR_TEMPLATE_ROW (row)) : NULL;
}

static GtkListBoxRow *
find_row (CorTemplatesPage *self, CorTemplateItem *item)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_item (row) == item)
      return row;
  return NULL;
}

static void
on_row_selected (CorTemplatesPage *self, GtkListBoxRow *row)
{
  if (row != NULL)
    cor_template_pane_show (self->pane, get_item (row), NULL);
}

static void
on_row_activated (CorTemplatesPage *self)
{
  cor_page_split_show_detail (self->split, TRUE);
}

static void
on_chosen (CorTemplatesPage *self, CorTemplateItem *item, const char *locale)
{
  cor_templates_page_open (self, item, locale);
}

/* What is read stays, also where it is not in the list; what was changed is shown as it is now. */
static CorTemplateItem *
find_shown (CorTemplatesPage *self)
{
  CorTemplateItem *shown = cor_template_pane_get_item (self->pane);
  const CorTemplate *template = shown != NULL ? cor_template_item_get_template (shown) : NULL;
  CorTemplateItem *wanted = self->wanted != NULL ? cor_template_catalog_find (self->catalog, COR_TEMPLATE_SOURCE_OWN, 0, self->wanted) : NULL;

  if (wanted != NULL)
    {
      g_clear_pointer (&self->wanted, g_free);
      cor_page_split_show_detail (self->split, TRUE);
      return wanted;
    }
  return template != NULL ? cor_template_catalog_find (self->catalog, template->source, template->account, template->id) : NULL;
}

static void
on_catalog_changed (CorTemplatesPage *self)
{
  CorTemplateItem *item = find_shown (self);
  GtkListBoxRow   *row = NULL;

  if (item == NULL)
    item = get_item (gtk_list_box_get_row_at_index (self->list, 0));
  row = item != NULL ? find_row (self, item) : NULL;
  if (item != cor_template_pane_get_item (self->pane))
    cor_template_pane_show (self->pane, item, NULL);
  if (row != gtk_list_box_get_selected_row (self->list))
    gtk_list_box_select_row (self->list, row);
}

static void
on_search_changed (CorTemplatesPage *self)
{
  cor_template_catalog_set_query (self->catalog, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  cor_page_split_show_detail (self->split, FALSE);
}

static void
on_filter_selected (CorTemplatesPage *self)
{
  if (self->catalog != NULL)
    cor_template_catalog_set_filter (self->catalog, (CorCatalogFilter) gtk_drop_down_get_selected (self->filter));
}

/* Escape empties what was typed; when there is nothing, it leaves the page. */
static void
on_search_stopped (CorTemplatesPage *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    cor_page_close (COR_PAGE (self));
}

static void
on_entry_activated (CorTemplatesPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  cor_page_split_show_detail (self->split, TRUE);
}

static void
on_view_toggled (CorTemplatesPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, gtk_toggle_button_get_active (self->texts) ? "texts" : "languages");
}

static GtkWidget *
create_row (gpointer item, gpointer unused)
{
  return cor_template_row_new (item, cor_template_item_get_template (item)->source_locale);
}

static void
cor_templates_page_set_session (CorPage *page, CorSession *session)
{
  CorTemplatesPage *self = COR_TEMPLATES_PAGE (page);

  self->session = g_object_ref (session);
  self->catalog = cor_template_catalog_new (cor_session_get_store (session));
  cor_template_pane_set_session (self->pane, session);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->catalog), create_row, NULL, NULL);
  cor_template_coverage_set_catalog (self->coverage, self->catalog);
  g_signal_connect_object (self->catalog, "changed", G_CALLBACK (on_catalog_changed), self, G_CONNECT_SWAPPED);
}

static void
cor_templates_page_enter (CorPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (COR_TEMPLATES_PAGE (page)->entry));
}

static void
cor_templates_page_dispose (GObject *object)
{
  CorTemplatesPage *self = COR_TEMPLATES_PAGE (object);

  if (self->catalog != NULL)
    g_signal_handlers_disconnect_by_data (self->catalog, self);
  if (self->root != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TEMPLATES_PAGE);
  g_clear_object (&self->catalog);
  g_clear_object (&self->session);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (cor_templates_page_parent_class)->dispose (object);
}

static void
cor_templates_page_class_init (CorTemplatesPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CorPageClass   *page_class = COR_PAGE_CLASS (klass);

  g_type_ensure (COR_TYPE_PAGE_HEAD);
  g_type_ensure (COR_TYPE_PAGE_SPLIT);
  g_type_ensure (COR_TYPE_TEMPLATE_COVERAGE);
  object_class->dispose = cor_templates_page_dispose;
  page_class->set_session = cor_templates_page_set_session;
  page_class->enter = cor_templates_page_enter;

  gtk_widget_class_set_css_name (widget_class, "cortemplatespage");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/template/cor-templates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTemplatesPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatesPage, entry);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatesPage, filter);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatesPage, languages);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatesPage, root);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatesPage, split);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatesPage, texts);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatesPage, toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_view_toggled);
  _cor_templates_page_install_actions (widget_class);
}

static GtkWidget *
make_list (CorTemplatesPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *nothing = gtk_label_new (_ ("No template is called so."));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "cor-template-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Templates"), -1);
  gtk_widget_add_css_class (nothing, "cor-dim");
  gtk_widget_set_margin_top (nothing, 24);
  gtk_list_box_set_placeholder (self->list, nothing);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_row_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  return scroller;
}

static void
cor_templates_page_init (CorTemplatesPage *self)
{
  GtkWidget *aside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->pane = g_object_new (COR_TYPE_TEMPLATE_PANE, NULL);
  gtk_widget_set_visible (aside, FALSE);
  cor_page_split_set_children (self->split, make_list (self), GTK_WIDGET (self->pane), aside);
  g_signal_connect_object (self->split, "notify::folded", G_CALLBACK (update_frame), self, G_CONNECT_SWAPPED);
  update_frame (self);
}

/* One's own of this id is to be shown as soon as it is there. */
void
_cor_templates_page_want (CorTemplatesPage *self, const char *id)
{
  cor_set_str (&self->wanted, id);
  on_catalog_changed (self);
}

/**
 * cor_templates_page_open:
 * @item: (transfer none): of the page's own
 * @locale: (nullable): the text that is wanted
 *
 * Shows it to be read, whatever the list is narrowed to.
 */
void
cor_templates_page_open (CorTemplatesPage *self, CorTemplateItem *item, const char *locale)
{
  g_return_if_fail (COR_IS_TEMPLATES_PAGE (self));

  cor_templates_page_show_languages (self, FALSE);
  gtk_list_box_select_row (self->list, find_row (self, item));
  cor_template_pane_show (self->pane, item, locale);
  cor_page_split_show_detail (self->split, TRUE);
}

/**
 * cor_templates_page_show_languages:
 * @shown: whether the table by language is on screen, or what is to be read
 */
void
cor_templates_page_show_languages (CorTemplatesPage *self, gboolean shown)
{
  g_return_if_fail (COR_IS_TEMPLATES_PAGE (self));

  gtk_toggle_button_set_active (shown ? self->languages : self->texts, TRUE);
}
