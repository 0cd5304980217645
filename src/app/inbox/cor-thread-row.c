/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-row"

#include "config.h"

#include "cor-thread-row.h"

#include <glib/gi18n-lib.h>

#include "cor-initials.h"
#include "cor-isolate.h"
#include "cor-payment-words.h"
#include "cor-script.h"
#include "cor-sla-chip.h"
#include "cor-thread-paint.h"
#include "cor-thread-text.h"
#include "cor-when.h"

/*
 * CorThreadRow: a conversation in the list. It has no children and draws itself: a list view keeps two
 * hundred rows and binds them anew while somebody scrolls, and each child would be matched against the
 * style sheet, measured and placed each time.
 *
 * CSS nodes: corthreadrow
 * Accessibility: the list item that holds it is named with everything the row shows; the action
 * "row.activate" opens the conversation.
 */
struct _CorThreadRow
{
  GtkWidget parent_instance;

  CorSession          *session; /* owned */
  GtkListItem         *item;    /* borrowed: owns this row */
  CorThread           *thread;  /* owned, or NULL */
  gulong               changed_handler;
  const CorRowPalette *palette; /* borrowed: the list's */
  CorRowFiller        *filler;  /* borrowed: the list's, NULL in a skeleton */
  gboolean             is_filled;
  CorThreadPaint       paint;
};

#define INITIALS_SIZE 15 /* pixels */

G_DEFINE_FINAL_TYPE (CorThreadRow, cor_thread_row, GTK_TYPE_WIDGET)

static void
cor_thread_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? cor_thread_paint_get_height (COR_THREAD_ROW (widget)->palette) : 200;
}

static void
cor_thread_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CorThreadRow *self = COR_THREAD_ROW (widget);

  if (self->is_filled)
    cor_thread_paint_draw (&self->paint, self->palette, widget, snapshot);
  else
    cor_thread_paint_draw_skeleton (self->palette, widget, snapshot);
}

/* The ring of the badge has the colour behind the row. */
static void
cor_thread_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cor_thread_row_parent_class)->root (widget);
  if (COR_THREAD_ROW (widget)->item != NULL)
    g_signal_connect_object (gtk_widget_get_parent (widget), "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
}

static void
cor_thread_row_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_parent (widget), gtk_widget_queue_draw, widget);
  GTK_WIDGET_CLASS (cor_thread_row_parent_class)->unroot (widget);
}

/* Another font, size or language of the desktop. */
static void
cor_thread_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  PangoLayout **layouts[] = { &COR_THREAD_ROW (widget)->paint.initials, &COR_THREAD_ROW (widget)->paint.name, &COR_THREAD_ROW (widget)->paint.chip,
                              &COR_THREAD_ROW (widget)->paint.snippet, &COR_THREAD_ROW (widget)->paint.word, &COR_THREAD_ROW (widget)->paint.time };

  GTK_WIDGET_CLASS (cor_thread_row_parent_class)->system_setting_changed (widget, setting);
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    pango_layout_context_changed (*layouts[i]);
  gtk_widget_queue_resize (widget);
}

static void
take_attribute (PangoLayout *layout, PangoAttribute *attribute)
{
  PangoAttrList *list = pango_layout_get_attributes (layout);

  list = list != NULL ? pango_attr_list_copy (list) : pango_attr_list_new ();
  pango_attr_list_change (list, attribute);
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
}

/* The glyphs of Chinese characters depend on the language, which a customer's own words tell. */
static void
set_text (PangoLayout *layout, const char *text, gboolean is_bold)
{
  const char    *tag = cor_text_language_tag (text);
  PangoAttrList *list = NULL;

  if (tag != NULL || is_bold)
    list = pango_attr_list_new ();
  if (tag != NULL)
    pango_attr_list_insert (list, pango_attr_language_new (pango_language_from_string (tag)));
  if (is_bold)
    pango_attr_list_insert (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, list);
  pango_layout_set_text (layout, text, -1);
  g_clear_pointer (&list, pango_attr_list_unref);
}

/* What is said, in bold where it was found; a reference in it keeps its order. */
static void
set_said (PangoLayout *layout, const char *text, const GArray *found)
{
  g_autoptr (GArray) marks = cor_mark_array_new ();
  g_autofree char *shown = NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      CorMark mark = g_array_index (found, CorMark, i);

      mark.why = NULL;
      g_array_append_val (marks, mark);
    }
  shown = cor_isolate_marked (text, marks);
  set_text (layout, shown, FALSE);
  for (guint i = 0; i < marks->len; i++)
    {
      const CorMark  *mark = &g_array_index (marks, CorMark, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = mark->start;
      bold->end_index = mark->end;
      take_attribute (layout, bold);
    }
}

static void
show_labels (CorThreadRow *self, const CorThreadData *data)
{
  guint n = 0;

  for (; n < COR_THREAD_PAINT_DOTS && data->labels != NULL && data->labels[n] != NULL; n++)
    self->paint.dots[n] = cor_hue_from_color (data->label_colors != NULL ? data->label_colors[n] : NULL);
  self->paint.n_dots = n;
}

static void
show_due (CorThreadRow *self, const CorThreadData *data, gint64 now)
{
  CorSlaState      sla = cor_thread_data_get_sla_state (data, now);
  g_autofree char *words = cor_sla_chip_dup_short_words (sla, data->due_at, now);

  pango_layout_set_text (self->paint.chip, words, -1);
  if (self->paint.sla == sla)
    return;
  self->paint.sla = sla;
  take_attribute (self->paint.chip, pango_attr_weight_new (sla >= COR_SLA_SOON ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL));
}

static void
show_data (CorThreadRow *self, const CorThreadData *data)
{
  CorThreadPaint  *paint = &self->paint;
  const char      *outbox = cor_thread_data_get_outbox_word (data);
  const char      *word = outbox != NULL ? outbox : cor_thread_data_get_payment_word (data);
  g_autofree char *snippet = cor_thread_data_dup_snippet (data);
  g_autofree char *initials = cor_initials (data->name);
  g_autofree char *tooltip = cor_thread_data_dup_tooltip (data);

  paint->channel = (guint) data->channel < COR_N_CHANNELS ? data->channel : COR_CHANNEL_API;
  paint->hue = cor_hue_of_name (data->name);
  paint->is_unread = data->unread_count > 0;
  paint->is_vip = data->tier != NULL;
  paint->is_needing = data->n_needing > 0;
  paint->has_word = word != NULL;
  paint->is_payment = outbox == NULL && word != NULL;
  paint->payment_hue = cor_payment_words_get_hue (data->payment_status);
  paint->has_news = data->news != NULL;
  paint->is_translated = cor_thread_data_is_translated (data);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  pango_layout_set_text (paint->initials, initials, -1);
  pango_layout_set_text (paint->word, word != NULL ? word : "", -1);
  set_text (paint->name, data->name != NULL ? data->name : "", paint->is_unread);
  set_said (paint->snippet, snippet, data->found != NULL ? data->found->marks : NULL);
  show_labels (self, data);
  cor_thread_row_update (self);
}

static void
on_thread_changed (CorThreadRow *self)
{
  if (cor_thread_get_data (self->thread) != NULL)
    cor_row_filler_add (self->filler, GTK_WIDGET (self));
}

static void
action_activate (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorThreadRow *self = COR_THREAD_ROW (widget);

  if (self->item != NULL && gtk_list_item_get_position (self->item) != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (widget, "list.select-item", "(ubb)", gtk_list_item_get_position (self->item), FALSE, FALSE);
}

static void
cor_thread_row_dispose (GObject *object)
{
  CorThreadRow *self = COR_THREAD_ROW (object);

  cor_thread_row_set_thread (self, NULL);
  self->filler = NULL;
  g_clear_object (&self->session);
  self->item = NULL;

  G_OBJECT_CLASS (cor_thread_row_parent_class)->dispose (object);
}

static void
cor_thread_row_finalize (GObject *object)
{
  CorThreadPaint *paint = &COR_THREAD_ROW (object)->paint;

  g_object_unref (paint->initials);
  g_object_unref (paint->name);
  g_object_unref (paint->chip);
  g_object_unref (paint->snippet);
  g_object_unref (paint->word);
  g_object_unref (paint->time);

  G_OBJECT_CLASS (cor_thread_row_parent_class)->finalize (object);
}

static void
cor_thread_row_class_init (CorThreadRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_thread_row_dispose;
  object_class->finalize = cor_thread_row_finalize;
  widget_class->measure = cor_thread_row_measure;
  widget_class->snapshot = cor_thread_row_snapshot;
  widget_class->root = cor_thread_row_root;
  widget_class->unroot = cor_thread_row_unroot;
  widget_class->system_setting_changed = cor_thread_row_system_setting_changed;

  gtk_widget_class_install_action (widget_class, "row.activate", NULL, action_activate);
  gtk_widget_class_set_css_name (widget_class, "corthreadrow");
}

static PangoLayout *
make_layout (CorThreadRow *self, double scale, gboolean is_bold, gboolean is_cut)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (is_cut)
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (is_bold)
    take_attribute (layout, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (scale < 1.0)
    {
      take_attribute (layout, pango_attr_scale_new (scale));
      take_attribute (layout, pango_attr_font_features_new ("tnum"));
    }
  return layout;
}

static void
cor_thread_row_init (CorThreadRow *self)
{
  CorThreadPaint *paint = &self->paint;

  paint->initials = make_layout (self, 1.0, TRUE, FALSE);
  take_attribute (paint->initials, pango_attr_size_new_absolute (INITIALS_SIZE * PANGO_SCALE)); /* the circle does not grow with the text */
  paint->name = make_layout (self, 1.0, FALSE, TRUE);
  paint->chip = make_layout (self, 0.82, FALSE, FALSE);
  paint->snippet = make_layout (self, 1.0, FALSE, TRUE);
  paint->word = make_layout (self, 0.8, TRUE, FALSE);
  paint->time = make_layout (self, 0.8, FALSE, FALSE);
}

/**
 * cor_thread_row_new:
 * @session: for the time
 * @item: (nullable): the list item that will hold the row
 * @filler: (nullable): says when to show the data; with neither it is a skeleton
 * @palette: (transfer none): what it draws with; outlives the row
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
cor_thread_row_new (CorSession *session, GtkListItem *item, CorRowFiller *filler, const CorRowPalette *palette)
{
  CorThreadRow *self = g_object_new (COR_TYPE_THREAD_ROW, NULL);

  self->session = g_object_ref (session);
  self->item = item;
  self->filler = filler;
  self->palette = palette;
  return GTK_WIDGET (self);
}

/**
 * cor_thread_row_set_thread:
 * @thread: (nullable): what to show and to follow from now on
 */
void
cor_thread_row_set_thread (CorThreadRow *self, CorThread *thread)
{
  g_return_if_fail (COR_IS_THREAD_ROW (self));

  if (self->thread == thread)
    return;
  if (self->thread != NULL)
    {
      g_clear_signal_handler (&self->changed_handler, self->thread);
      cor_row_filler_remove (self->filler, GTK_WIDGET (self));
    }
  g_set_object (&self->thread, thread);
  self->is_filled = FALSE; /* never one customer's words in another's row */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  if (thread == NULL)
    return;
  self->changed_handler = g_signal_connect_swapped (thread, "changed", G_CALLBACK (on_thread_changed), self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  on_thread_changed (self);
}

/**
 * cor_thread_row_fill:
 *
 * Shows the data of the thread; for the filler.
 */
void
cor_thread_row_fill (CorThreadRow *self)
{
  const CorThreadData *data = NULL;

  g_return_if_fail (COR_IS_THREAD_ROW (self));

  data = self->thread != NULL ? cor_thread_get_data (self->thread) : NULL;
  if (data == NULL)
    return;
  self->is_filled = TRUE;
  show_data (self, data);
}

/**
 * cor_thread_row_update:
 *
 * Shows what depends on the time: to be called each minute.
 */
void
cor_thread_row_update (CorThreadRow *self)
{
  const CorThreadData *data = self->thread != NULL ? cor_thread_get_data (self->thread) : NULL;
  gint64               now = cor_session_get_now (self->session);
  GtkWidget           *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char     *time = NULL;
  g_autofree char     *spoken = NULL;

  if (data == NULL || !self->is_filled)
    return;
  time = cor_when_short (data->last_activity_at, now, cor_session_get_time_zone (self->session));
  pango_layout_set_text (self->paint.time, time, -1);
  show_due (self, data, now);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (parent == NULL)
    return;
  /* GTK 4.8 names list items by nothing of their own */
  spoken = cor_thread_data_dup_spoken (data, now, time);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, cor_thread_data_is_translated (data) ? data->snippet : "", -1);
}
