/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-coverage"

#include "config.h"

#include "cor-template-coverage.h"

#include "cor-cover-cells.h"
#include "cor-pill.h"
#include "cor-template-title.h"
#include "cor-template-words.h"
#include "cor-unparent.h"

#include <glib/gi18n-lib.h>

/*
 * CorTemplateCoverage: which template is in which language: approved, a draft, stale since its source text changed, or
 * missing. Up and Down choose the template, Left and Right the language, Enter opens that text; so does a click.
 *
 * "chosen" (CorTemplateItem, string): the text in this language is wanted; no language: the template.
 *
 * CSS nodes: cortemplatecoverage
 * Accessibility: a row is named by its template and described by the language that is pointed at.
 */
struct _CorTemplateCoverage
{
  GtkWidget parent_instance;

  CorTemplateCatalog *catalog;    /* owned, or NULL */
  GtkAdjustment      *adjustment; /* owned: how far the columns are scrolled */
  GtkWidget          *names;      /* borrowed: head */
  char              **locales;    /* owned: the columns that are shown */
  int                 column;     /* -1: the title */

  /* Template */
  GtkWidget    *head;
  GtkWidget    *legend;
  GtkListBox   *list_box;
  GtkLabel     *nothing;
  GtkWidget    *root;
  GtkScrollbar *scrollbar;
};

G_DEFINE_FINAL_TYPE (CorTemplateCoverage, cor_template_coverage, GTK_TYPE_WIDGET)

static guint chosen_signal;

static CorTemplateItem *
get_item (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static CorCoverCells *
get_cells (GtkListBoxRow *row)
{
  return COR_COVER_CELLS (gtk_widget_get_last_child (gtk_list_box_row_get_child (row)));
}

static const char *
get_locale (CorTemplateCoverage *self)
{
  return self->column >= 0 && self->column < (int) g_strv_length (self->locales) ? self->locales[self->column] : NULL;
}

/* What is pointed at, for who does not see it. */
static void
describe (CorTemplateCoverage *self, GtkListBoxRow *row)
{
  const char      *locale = get_locale (self);
  g_autofree char *words = locale != NULL ? cor_template_words_dup_cover (locale, cor_cover_cells_get_cover (get_cells (row), self->column)) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
show_pointer (CorTemplateCoverage *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list_box);
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    cor_cover_cells_set_column (get_cells (row), row == selected ? self->column : -1);
  if (selected == NULL)
    return;
  describe (self, selected);
  cor_cover_cells_show (get_cells (selected), self->column);
}

static void
on_row_activated (CorTemplateCoverage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, chosen_signal, 0, get_item (row), get_locale (self));
}

static gboolean
on_key_pressed (CorTemplateCoverage *self, guint key, guint code, GdkModifierType state)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int      step = key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1 : key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1
                                                                                                                      : 0;

  if (step == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || self->locales == NULL)
    return GDK_EVENT_PROPAGATE;
  self->column = CLAMP (self->column + (is_rtl ? -step : step), -1, (int) g_strv_length (self->locales) - 1);
  show_pointer (self);
  return GDK_EVENT_STOP;
}

/* Where all columns are to be seen there is nothing to scroll; its place stays, so that nothing moves. */
static void
on_adjusted (CorTemplateCoverage *self)
{
  gboolean is_needed = gtk_adjustment_get_upper (self->adjustment) > gtk_adjustment_get_page_size (self->adjustment);

  gtk_widget_set_opacity (GTK_WIDGET (self->scrollbar), is_needed ? 1 : 0);
  gtk_widget_set_can_target (GTK_WIDGET (self->scrollbar), is_needed);
}

static gboolean
on_scroll (CorTemplateCoverage *self, double dx, double dy)
{
  if (dx == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + dx * gtk_adjustment_get_step_increment (self->adjustment));
  return GDK_EVENT_STOP;
}

/* Before the list takes the click for its row: which column it is in. */
static void
on_pressed (GtkGestureClick *gesture, int n, double x, double y, gpointer user_data)
{
  CorTemplateCoverage *self = user_data;
  GtkWidget           *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  CorCoverCells       *cells = get_cells (GTK_LIST_BOX_ROW (row));
  graphene_rect_t      bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (cells), row, &bounds))
    self->column = x >= bounds.origin.x && x < bounds.origin.x + bounds.size.width ? cor_cover_cells_find (cells, x - bounds.origin.x) : -1;
}

static GtkWidget *
make_line (GtkWidget *cells, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 20); /* every line gives the columns the same place */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cells);
  return box;
}

static void
set_cells (CorTemplateCoverage *self, CorCoverCells *cells, CorTemplateItem *item)
{
  guint             n = self->locales != NULL ? g_strv_length (self->locales) : 0;
  CorTemplateCover *covers = g_new0 (CorTemplateCover, n + 1);

  for (guint i = 0; i < n; i++)
    covers[i] = cor_template_catalog_get_cover (self->catalog, item, i);
  cor_cover_cells_set_locales (cells, (const char *const *) self->locales, covers);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  CorTemplateCoverage *self = user_data;
  const CorTemplate *template = cor_template_item_get_template (item);
  GtkWidget  *row = gtk_list_box_row_new ();
  GtkWidget  *cells = cor_cover_cells_new (self->adjustment);
  GtkGesture *click = gtk_gesture_click_new ();

  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  set_cells (self, COR_COVER_CELLS (cells), item);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_line (cells, cor_template_title_get (template)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, cor_template_title_get (template), -1);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  return row;
}

static void
add_to_legend (CorTemplateCoverage *self, CorTemplateCover cover)
{
  static const char *const signs[COR_N_TEMPLATE_COVERS] = { "–", "!", "○", "✓" }; /* as in the table */
  g_autofree char         *words = g_strdup_printf ("%s %s %u", signs[cover], cor_template_words_get_cover (cover), cor_template_catalog_count (self->catalog, NULL, cover));

  gtk_box_append (GTK_BOX (self->legend), cor_pill_new (words, cor_template_words_get_cover_hue (cover)));
}

static void
show_locales (CorTemplateCoverage *self)
{
  const char *const *locales = cor_template_catalog_get_locales (self->catalog);
  GtkListBoxRow     *row = NULL;

  if (locales == NULL || (self->locales != NULL && g_strv_equal (locales, (const char *const *) self->locales)))
    return;
  g_strfreev (self->locales);
  self->locales = g_strdupv ((char **) locales);
  self->column = CLAMP (self->column, -1, (int) g_strv_length (self->locales) - 1);
  cor_cover_cells_set_locales (COR_COVER_CELLS (self->names), locales, NULL);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    set_cells (self, get_cells (row), get_item (row));
}

static void
on_changed (CorTemplateCoverage *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->catalog)) == 0;

  show_locales (self);
  cor_unparent_children (self->legend);
  for (int cover = COR_TEMPLATE_COVER_COMPLETE; cover >= COR_TEMPLATE_COVER_MISSING; cover--)
    add_to_legend (self, (CorTemplateCover) cover);
  gtk_widget_set_visible (self->legend, !is_empty);
  gtk_widget_set_visible (self->head, !is_empty);
  gtk_label_set_label (self->nothing, cor_template_catalog_get_n_all (self->catalog) == 0 ? _ ("There are no templates yet.") : _ ("No template is called so."));
}

static void
cor_template_coverage_dispose (GObject *object)
{
  CorTemplateCoverage *self = COR_TEMPLATE_COVERAGE (object);

  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TEMPLATE_COVERAGE);
  g_clear_object (&self->catalog);
  g_clear_object (&self->adjustment);
  g_clear_pointer (&self->locales, g_strfreev);

  G_OBJECT_CLASS (cor_template_coverage_parent_class)->dispose (object);
}

static void
cor_template_coverage_class_init (CorTemplateCoverageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_template_coverage_dispose;

  chosen_signal = g_signal_new ("chosen", COR_TYPE_TEMPLATE_COVERAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, COR_TYPE_TEMPLATE_ITEM, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "cortemplatecoverage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/template/cor-template-coverage.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTemplateCoverage, head);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateCoverage, legend);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateCoverage, list_box);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateCoverage, nothing);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateCoverage, root);
  gtk_widget_class_bind_template_child (widget_class, CorTemplateCoverage, scrollbar);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_scroll);
  gtk_widget_class_bind_template_callback (widget_class, show_pointer);
}

static void
cor_template_coverage_init (CorTemplateCoverage *self)
{
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 1, 1, 1, 1));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_scrollbar_set_adjustment (self->scrollbar, self->adjustment);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (on_adjusted), self, G_CONNECT_SWAPPED);
  self->names = cor_cover_cells_new (self->adjustment);
  gtk_box_append (GTK_BOX (self->head), make_line (self->names, _ ("Template")));
  gtk_widget_set_hexpand (gtk_widget_get_first_child (self->head), TRUE);
}

/**
 * cor_template_coverage_set_catalog:
 * @catalog: (transfer none): what it is about
 *
 * To be called once.
 */
void
cor_template_coverage_set_catalog (CorTemplateCoverage *self, CorTemplateCatalog *catalog)
{
  g_return_if_fail (COR_IS_TEMPLATE_COVERAGE (self) && self->catalog == NULL);

  self->catalog = g_object_ref (catalog);
  g_signal_connect_object (catalog, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (catalog), create_row, self, NULL);
  on_changed (self);
}
