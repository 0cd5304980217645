/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-thread-row"

#include "config.h"

#include "cor-thread-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cor-avatar.h"
#include "cor-dots.h"
#include "cor-script.h"
#include "cor-sla-chip.h"
#include "cor-thread-text.h"
#include "cor-when.h"

/*
 * CorThreadRow: a conversation in the list. It lays its few children out itself: there are two hundred
 * of it, bound anew while somebody scrolls.
 *
 * CSS nodes: corthreadrow[.unread|.loading] > coravatar, label.name, image.vip, cordots, corslachip,
 * inscription.snippet, label.word, label.time
 * Accessibility: the list item that holds it is named with everything the row shows; the action
 * "row.activate" opens the conversation.
 */
struct _CorThreadRow
{
  GtkWidget parent_instance;

  CorSession   *session; /* owned */
  GtkListItem  *item;    /* borrowed: owns this row */
  CorThread    *thread;  /* owned, or NULL */
  gulong        changed_handler;
  CorRowFiller *filler; /* borrowed: the list's, NULL in a skeleton */
  gboolean      is_filled;

  GtkWidget *avatar; /* all owned: children */
  GtkWidget *name;
  GtkWidget *vip;
  GtkWidget *dots;
  GtkWidget *chip;
  GtkWidget *snippet;
  GtkWidget *word;
  GtkWidget *time;
};

#define ROW_HEIGHT 64
#define LINE_HEIGHT 20
#define AVATAR 36
#define AVATAR_X 20
#define TEXT_X 70
#define END_MARGIN 9
#define FIRST_LINE 10
#define SECOND_LINE 34
#define GAP 6

G_DEFINE_FINAL_TYPE (CorThreadRow, cor_thread_row, GTK_TYPE_WIDGET)

static int
get_width (GtkWidget *child, gboolean natural)
{
  int minimum = 0;
  int wanted = 0;

  if (!gtk_widget_should_layout (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &wanted, NULL, NULL);
  return natural ? wanted : minimum;
}

/* Mirrors where text runs the other way; a child higher than its line is centred on it. */
static void
place (CorThreadRow *self, GtkWidget *child, int x, int line, int width, int line_height)
{
  gboolean      rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int           height = 0;
  GtkAllocation area = { 0, 0, 0, 0 };

  if (!gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  if (child == self->snippet) /* an inscription cuts off what hangs below the line it asked for */
    height = MAX (height, line_height + 6);
  area.x = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;
  area.y = line + (line_height - height) / 2;
  area.width = width;
  area.height = height;
  gtk_widget_size_allocate (child, &area, -1);
}

static void
cor_thread_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? ROW_HEIGHT : 200;
}

static void
cor_thread_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorThreadRow *self = COR_THREAD_ROW (widget);
  int           end = width - END_MARGIN;
  int           chip = get_width (self->chip, TRUE);
  int           vip = get_width (self->vip, TRUE);
  int           dots = get_width (self->dots, TRUE);
  int           time = get_width (self->time, TRUE);
  int           word = get_width (self->word, TRUE);
  int           room = end - TEXT_X - (chip > 0 ? chip + GAP : 0) - (vip > 0 ? vip + GAP : 0) - (dots > 0 ? dots + GAP : 0);
  int           name = MAX (MIN (get_width (self->name, TRUE), room), get_width (self->name, FALSE));
  int           x = TEXT_X + name + GAP;

  place (self, self->avatar, AVATAR_X, 0, AVATAR, height);
  place (self, self->name, TEXT_X, FIRST_LINE, name, LINE_HEIGHT);
  place (self, self->vip, x, FIRST_LINE, vip, LINE_HEIGHT);
  x += vip > 0 ? vip + GAP - 1 : 0;
  place (self, self->dots, x, FIRST_LINE, dots, LINE_HEIGHT);
  place (self, self->chip, end - chip, FIRST_LINE, chip, LINE_HEIGHT);

  place (self, self->time, end - time, SECOND_LINE, time, LINE_HEIGHT);
  x = end - time - GAP;
  if (word > 0)
    {
      place (self, self->word, x - word, SECOND_LINE, word, LINE_HEIGHT);
      x -= word + GAP;
    }
  place (self, self->snippet, TEXT_X, SECOND_LINE, MAX (x - TEXT_X, get_width (self->snippet, FALSE)), LINE_HEIGHT);
}

static void
draw_bar (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width, float height)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, width, height);
  GskRoundedRect  shape;

  gsk_rounded_rect_init_from_rect (&shape, &box, height / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, color, &box);
  gtk_snapshot_pop (snapshot);
}

/* What is still loading has the shape that it will have. */
static void
cor_thread_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CorThreadRow *self = COR_THREAD_ROW (widget);
  float         ink = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? 1.0f : 0.0f;
  GdkRGBA       color = { ink, ink, ink, 0.07f };
  float         width = (float) gtk_widget_get_width (widget);

  if (self->is_filled)
    {
      GTK_WIDGET_CLASS (cor_thread_row_parent_class)->snapshot (widget, snapshot);
      return;
    }
  draw_bar (snapshot, &color, AVATAR_X, (ROW_HEIGHT - AVATAR) / 2.0f, AVATAR, AVATAR);
  draw_bar (snapshot, &color, TEXT_X, FIRST_LINE + 5, MIN (width - TEXT_X - END_MARGIN, 120.0f), 10);
  draw_bar (snapshot, &color, TEXT_X, SECOND_LINE + 5, width - TEXT_X - END_MARGIN - 30, 10);
}

static PangoAttrList *
dup_language (const char *text)
{
  const char    *tag = cor_text_language_tag (text);
  PangoAttrList *list = NULL;

  if (tag == NULL)
    return NULL;
  list = pango_attr_list_new ();
  pango_attr_list_insert (list, pango_attr_language_new (pango_language_from_string (tag)));
  return list;
}

static void
show_labels (CorThreadRow *self, const CorThreadData *data)
{
  CorHue hues[COR_DOTS_MAX];
  guint  n = 0;

  for (; n < COR_DOTS_MAX && data->labels != NULL && data->labels[n] != NULL; n++)
    hues[n] = cor_hue_from_color (data->label_colors != NULL ? data->label_colors[n] : NULL);
  cor_dots_set_hues (COR_DOTS (self->dots), hues, n);
  gtk_widget_set_visible (self->dots, n > 0);
}

static void
show_word (CorThreadRow *self, const CorThreadData *data)
{
  const char *word = cor_thread_data_get_outbox_word (data);

  gtk_label_set_label (GTK_LABEL (self->word), word != NULL ? word : "");
  gtk_widget_set_visible (self->word, word != NULL);
  if (data->n_needing > 0)
    gtk_widget_add_css_class (self->word, "needing");
  else
    gtk_widget_remove_css_class (self->word, "needing");
}

static void
show_data (CorThreadRow *self, const CorThreadData *data)
{
  g_autofree char *snippet = cor_thread_data_dup_snippet (data);
  g_autoptr (PangoAttrList) name_language = dup_language (data->name);
  g_autoptr (PangoAttrList) snippet_language = dup_language (data->snippet);

  cor_avatar_set_name (COR_AVATAR (self->avatar), data->name);
  cor_avatar_set_channel (COR_AVATAR (self->avatar), data->channel, TRUE);
  gtk_label_set_attributes (GTK_LABEL (self->name), name_language);
  gtk_label_set_label (GTK_LABEL (self->name), data->name);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (self->snippet), snippet_language);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->snippet), snippet);
  gtk_widget_set_visible (self->vip, data->tier != NULL);
  show_labels (self, data);
  show_word (self, data);
  if (data->unread_count > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unread");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unread");
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
  GtkWidget    *child = NULL;

  cor_thread_row_set_thread (self, NULL);
  self->filler = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  self->item = NULL;

  G_OBJECT_CLASS (cor_thread_row_parent_class)->dispose (object);
}

static void
cor_thread_row_class_init (CorThreadRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_thread_row_dispose;
  widget_class->measure = cor_thread_row_measure;
  widget_class->size_allocate = cor_thread_row_size_allocate;
  widget_class->snapshot = cor_thread_row_snapshot;

  gtk_widget_class_install_action (widget_class, "row.activate", NULL, action_activate);
  gtk_widget_class_set_css_name (widget_class, "corthreadrow");
}

static GtkWidget *
add_child (CorThreadRow *self, GtkWidget *child, const char *css_class)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  if (css_class != NULL)
    gtk_widget_add_css_class (child, css_class);
  return child;
}

static void
cor_thread_row_init (CorThreadRow *self)
{
  self->avatar = add_child (self, cor_avatar_new (AVATAR), NULL);
  self->name = add_child (self, gtk_label_new (NULL), "name");
  self->vip = add_child (self, gtk_image_new_from_icon_name ("cor-star-symbolic"), "vip");
  self->dots = add_child (self, cor_dots_new (), NULL);
  self->chip = add_child (self, cor_sla_chip_new (), NULL);
  self->snippet = add_child (self, gtk_inscription_new (NULL), "snippet");
  self->word = add_child (self, gtk_label_new (NULL), "word");
  self->time = add_child (self, gtk_label_new (NULL), "time");
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->snippet), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->snippet), 3);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (self->snippet), 3);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->snippet), 1);
  gtk_widget_set_visible (self->vip, FALSE);
  gtk_widget_set_visible (self->word, FALSE);
}

/**
 * cor_thread_row_new:
 * @session: for the time
 * @item: (nullable): the list item that will hold the row
 * @filler: (nullable): says when to show the data; with neither it is a skeleton
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
cor_thread_row_new (CorSession *session, GtkListItem *item, CorRowFiller *filler)
{
  CorThreadRow *self = g_object_new (COR_TYPE_THREAD_ROW, NULL);

  self->session = g_object_ref (session);
  self->item = item;
  self->filler = filler;
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
  gtk_widget_remove_css_class (GTK_WIDGET (self), "unread");
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
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
  gtk_label_set_label (GTK_LABEL (self->time), time);
  cor_sla_chip_set_due (COR_SLA_CHIP (self->chip), cor_thread_data_get_sla_state (data, now), data->due_at, now);
  if (parent == NULL)
    return;
  /* GTK 4.8 names list items by nothing of their own */
  spoken = cor_thread_data_dup_spoken (data, now, time);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
