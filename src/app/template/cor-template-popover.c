/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-template-popover"

#include "config.h"

#include "cor-template-popover.h"

#include "cor-str.h"
#include "cor-template-preview.h"
#include "cor-template-row.h"
#include "cor-template-words.h"

#include <glib/gi18n-lib.h>

/*
 * CorTemplatePopover: the picker: what is typed narrows the list, the arrows choose, beside it stands the text as the
 * customer would get it. Enter goes to what has to be said first, if anything, and inserts; Ctrl+Enter inserts at
 * once, with gaps; Escape goes back to the reply.
 *
 * "chosen": the filling's text as it is now is to be inserted.
 *
 * CSS nodes: popover.cor-template-popover
 * Accessibility: the entry keeps the focus; the list is a list box whose rows can be reached and activated.
 */
struct _CorTemplatePopover
{
  GtkPopover parent_instance;

  CorTemplatePicker  *picker;  /* owned, or NULL */
  CorTemplateFilling *filling; /* owned, or NULL */
  char               *wanted;  /* owned, or NULL: the template to begin with, once the templates are there */

  /* Template */
  GtkSearchEntry     *entry;
  GtkListBox         *list_box;
  GtkLabel           *nothing;
  CorTemplatePreview *preview;
};

G_DEFINE_FINAL_TYPE (CorTemplatePopover, cor_template_popover, GTK_TYPE_POPOVER)

static guint chosen_signal;

static void
scroll_to (CorTemplatePopover *self, GtkWidget *row)
{
  graphene_rect_t bounds;
  GtkWidget      *viewport = gtk_widget_get_parent (GTK_WIDGET (self->list_box));

  if (GTK_IS_SCROLLABLE (viewport) && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_box), &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_row (CorTemplatePopover *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list_box, row);
  if (row != NULL)
    scroll_to (self, GTK_WIDGET (row));
}

static void
on_row_selected (CorTemplatePopover *self, GtkListBoxRow *row)
{
  if (self->filling != NULL)
    cor_template_filling_set_item (self->filling, row != NULL ? cor_template_row_get_item (COR_TEMPLATE_ROW (row)) : NULL);
}

static GtkListBoxRow *
find_row (CorTemplatePopover *self, const char *id)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    if (g_strcmp0 (cor_template_item_get_id (cor_template_row_get_item (COR_TEMPLATE_ROW (row))), id) == 0)
      return row;
  return NULL;
}

/* Why the list is empty. */
static const char *
get_nothing (CorTemplatePopover *self)
{
  if (!cor_template_picker_is_loaded (self->picker))
    return _ ("Loading…");
  if (!cor_template_picker_has_any (self->picker))
    return _ ("There are no templates here yet: they come with the first synchronisation.");
  if (cor_template_filling_is_held (self->filling))
    return _ ("Under a compliance hold only approved texts may be sent, and there is none.");
  return _ ("No template is called so, or says so.");
}

/* Enter takes the first, unless the agent has chosen another that is still there. */
static void
on_loaded (CorTemplatePopover *self)
{
  GtkListBoxRow *row = self->wanted != NULL ? find_row (self, self->wanted) : gtk_list_box_get_selected_row (self->list_box);

  if (row != NULL && cor_template_picker_is_loaded (self->picker))
    g_clear_pointer (&self->wanted, g_free);
  select_row (self, row != NULL ? row : gtk_list_box_get_row_at_index (self->list_box, 0));
  gtk_label_set_label (self->nothing, get_nothing (self));
}

static void
on_search_changed (CorTemplatePopover *self)
{
  if (self->picker == NULL)
    return;
  cor_template_picker_set_query (self->picker, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  select_row (self, gtk_list_box_get_row_at_index (self->list_box, 0));
}

static void
on_filling_changed (CorTemplatePopover *self)
{
  if (!cor_template_filling_is_ready (self->filling))
    return;
  cor_template_picker_set_account (self->picker, cor_template_filling_get_account (self->filling));
  cor_template_picker_set_channel (self->picker, cor_template_filling_get_channel (self->filling));
  cor_template_picker_set_approved_only (self->picker, cor_template_filling_is_held (self->filling));
}

static void
insert (CorTemplatePopover *self)
{
  if (cor_template_preview_can_insert (self->preview))
    g_signal_emit (self, chosen_signal, 0);
}

static void
on_entry_activated (CorTemplatePopover *self)
{
  if (!cor_template_preview_ask (self->preview))
    insert (self);
}

static void
on_stop_search (CorTemplatePopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
on_key_pressed (CorTemplatePopover *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list_box);
  gboolean       is_in_entry = gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))), GTK_WIDGET (self->entry));
  int            step = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1
                                                                                                                      : 0;

  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      insert (self);
      return GDK_EVENT_STOP;
    }
  if (step == 0 || row == NULL || !is_in_entry)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list_box, gtk_list_box_row_get_index (row) + step);
  if (row != NULL)
    select_row (self, row);
  return GDK_EVENT_STOP;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer unused)
{
  CorTemplatePlace place = cor_template_item_get_place (cor_template_row_get_item (COR_TEMPLATE_ROW (row)));
  const char      *words = cor_template_words_get_place (place);
  GtkWidget       *label = NULL;

  if (words == NULL || (before != NULL && cor_template_item_get_place (cor_template_row_get_item (COR_TEMPLATE_ROW (before))) == place))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "cor-template-heading");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  CorTemplatePopover *self = user_data;

  return cor_template_row_new (item, cor_template_filling_get_locale (self->filling));
}

static void
on_closed (CorTemplatePopover *self)
{
  if (self->picker != NULL)
    cor_template_picker_open (self->picker, 0);
}

static void
cor_template_popover_dispose (GObject *object)
{
  CorTemplatePopover *self = COR_TEMPLATE_POPOVER (object);

  g_clear_object (&self->filling);
  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TEMPLATE_POPOVER);
  g_clear_object (&self->picker);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (cor_template_popover_parent_class)->dispose (object);
}

static void
cor_template_popover_class_init (CorTemplatePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_template_popover_dispose;

  chosen_signal = g_signal_new ("chosen", COR_TYPE_TEMPLATE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COR_TYPE_TEMPLATE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/template/cor-template-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePopover, list_box);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePopover, nothing);
  gtk_widget_class_bind_template_child (widget_class, CorTemplatePopover, preview);
  gtk_widget_class_bind_template_callback (widget_class, insert);
  gtk_widget_class_bind_template_callback (widget_class, on_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
cor_template_popover_init (CorTemplatePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list_box, update_header, NULL, NULL);
}

/**
 * cor_template_popover_set_models:
 * @picker: (transfer none): what is offered
 * @filling: (transfer none): for whom
 *
 * To be called once.
 */
void
cor_template_popover_set_models (CorTemplatePopover *self, CorTemplatePicker *picker, CorTemplateFilling *filling)
{
  g_return_if_fail (COR_IS_TEMPLATE_POPOVER (self) && self->picker == NULL);

  self->picker = g_object_ref (picker);
  self->filling = g_object_ref (filling);
  cor_template_preview_set_filling (self->preview, filling);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (picker), create_row, self, NULL);
  g_signal_connect_object (picker, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (filling, "changed", G_CALLBACK (on_filling_changed), self, G_CONNECT_SWAPPED);
}

/**
 * cor_template_popover_begin:
 * @template: (nullable): an id, to have it chosen
 *
 * To be called when it opens: nothing typed, everything there is.
 */
void
cor_template_popover_begin (CorTemplatePopover *self, const char *template)
{
  g_return_if_fail (COR_IS_TEMPLATE_POPOVER (self) && self->picker != NULL);

  cor_set_str (&self->wanted, template);
  gtk_list_box_unselect_all (self->list_box);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  on_filling_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
