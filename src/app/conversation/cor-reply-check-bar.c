/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-reply-check-bar"

#include "config.h"

#include "cor-reply-check-bar.h"
#include "cor-reply-finding-row.h"
#include "cor-reply-watch.h"

#include <glib/gi18n-lib.h>

/* More than these would push the text away; the rest is counted. */
#define MAX_ROWS 3

#define TAG_STOPS "cor-check-stops"
#define TAG_ASKS "cor-check-asks"

/*
 * CorReplyCheckBar: the reply check of what is written in a text view: findings are underlined there and listed here.
 * Nothing found is told of as just that. What stops forbids sending; what asks is asked once for each text.
 *
 * "changed": whether it may go may have changed. "settled": it was asked with cor_reply_check_bar_admits() before the
 * check was through, and is now.
 *
 * CSS nodes: correplycheckbar
 */
struct _CorReplyCheckBar
{
  GtkWidget parent_instance;

  CorReplyWatch *watch;      /* owned, or NULL */
  GtkTextView   *text_view;  /* borrowed: a sibling in the same template, or NULL */
  gboolean       is_awaited; /* somebody wants to send this text */

  /* Template */
  GtkLabel  *asks;
  GtkLabel  *more;
  GtkLabel  *nothing;
  GtkWidget *root;
  GtkBox    *rows;
};

G_DEFINE_FINAL_TYPE (CorReplyCheckBar, cor_reply_check_bar, GTK_TYPE_WIDGET)

static guint changed_signal;
static guint settled_signal;

/* The place of a finding, while the text is still the one that was checked. */
static gboolean
get_place (CorReplyCheckBar      *self,
           const CorReplyFinding *finding,
           GtkTextIter           *start,
           GtkTextIter           *end)
{
  const char    *text = cor_reply_watch_get_text (self->watch);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);

  if (cor_reply_watch_get_permission (self->watch) == COR_REPLY_NOT_CHECKED_YET)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, start, (int) g_utf8_pointer_to_offset (text, text + finding->start));
  gtk_text_buffer_get_iter_at_offset (buffer, end, (int) g_utf8_pointer_to_offset (text, text + finding->end));
  return TRUE;
}

static const CorReplyFinding *
get_finding (CorReplyCheckBar   *self,
             CorReplyFindingRow *row)
{
  GPtrArray *findings = cor_reply_watch_get_findings (self->watch);
  guint      i = cor_reply_finding_row_get_index (row);

  return i < findings->len ? findings->pdata[i] : NULL;
}

static void
on_show (CorReplyCheckBar   *self,
         CorReplyFindingRow *row)
{
  const CorReplyFinding *finding = get_finding (self, row);
  GtkTextBuffer         *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter            start, end;

  if (finding == NULL || !get_place (self, finding, &start, &end))
    return;
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_mark_onscreen (self->text_view, gtk_text_buffer_get_insert (buffer));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* One step of Ctrl+Z. */
static void
on_fix (CorReplyCheckBar   *self,
        CorReplyFindingRow *row)
{
  const CorReplyFinding *finding = get_finding (self, row);
  GtkTextBuffer         *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autofree char       *fix = NULL;
  GtkTextIter            start, end;

  if (finding == NULL || finding->fix == NULL || !gtk_text_view_get_editable (self->text_view) || !get_place (self, finding, &start, &end))
    return;
  /* the finding is gone with the first change */
  fix = g_strdup (finding->fix);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, fix, -1);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_buffer_end_user_action (buffer);
}

static GtkWidget *
append_row (CorReplyCheckBar *self)
{
  GtkWidget *row = GTK_WIDGET (cor_reply_finding_row_new ());

  g_signal_connect_object (row, "show-place", G_CALLBACK (on_show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "fix", G_CALLBACK (on_fix), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, row);
  return row;
}

/* The same words twice need to be read once; every place is underlined. */
static gboolean
is_told (GPtrArray *findings,
         guint      i)
{
  const CorReplyFinding *finding = findings->pdata[i];

  for (guint k = 0; k < i; k++)
    if (finding->fix == NULL && g_str_equal (((const CorReplyFinding *) findings->pdata[k])->sentence, finding->sentence))
      return TRUE;
  return FALSE;
}

/* Returns: how many found no room. */
static guint
fill_rows (CorReplyCheckBar *self,
           GPtrArray        *findings)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  guint      n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      if (is_told (findings, i) || ++n > MAX_ROWS)
        continue;
      if (row == NULL)
        row = append_row (self);
      cor_reply_finding_row_set_finding (COR_REPLY_FINDING_ROW (row), i, findings->pdata[i]);
      gtk_widget_set_visible (row, TRUE);
      row = gtk_widget_get_next_sibling (row);
    }
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, FALSE);
  return n > MAX_ROWS ? n - MAX_ROWS : 0;
}

static void
underline (CorReplyCheckBar *self,
           GPtrArray        *findings)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter    start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, TAG_STOPS, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, TAG_ASKS, &start, &end);
  for (guint i = 0; i < findings->len; i++)
    {
      const CorReplyFinding *finding = findings->pdata[i];

      if (get_place (self, finding, &start, &end))
        gtk_text_buffer_apply_tag_by_name (buffer, finding->severity == COR_REPLY_STOPS ? TAG_STOPS : TAG_ASKS, &start, &end);
    }
}

static void
on_watch_changed (CorReplyCheckBar *self)
{
  GPtrArray       *findings = cor_reply_watch_get_findings (self->watch);
  gboolean         has_text = cor_reply_watch_get_text (self->watch)[0] != '\0';
  guint            n_more = fill_rows (self, findings);
  g_autofree char *more = g_strdup_printf (ngettext ("%u more finding", "%u more findings", n_more), n_more);

  underline (self, findings);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), findings->len > 0);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), has_text && findings->len == 0 && cor_reply_watch_get_permission (self->watch) != COR_REPLY_IS_UNCHECKED);
  gtk_widget_set_visible (GTK_WIDGET (self), has_text);
  g_signal_emit (self, changed_signal, 0);
  if (self->is_awaited)
    {
      self->is_awaited = FALSE;
      g_signal_emit (self, settled_signal, 0);
    }
}

static void
cor_reply_check_bar_dispose (GObject *object)
{
  CorReplyCheckBar *self = COR_REPLY_CHECK_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_REPLY_CHECK_BAR);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (cor_reply_check_bar_parent_class)->dispose (object);
}

static void
cor_reply_check_bar_class_init (CorReplyCheckBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_reply_check_bar_dispose;

  changed_signal = g_signal_new ("changed", COR_TYPE_REPLY_CHECK_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  settled_signal = g_signal_new ("settled", COR_TYPE_REPLY_CHECK_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "correplycheckbar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-reply-check-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CorReplyCheckBar, asks);
  gtk_widget_class_bind_template_child (widget_class, CorReplyCheckBar, more);
  gtk_widget_class_bind_template_child (widget_class, CorReplyCheckBar, nothing);
  gtk_widget_class_bind_template_child (widget_class, CorReplyCheckBar, root);
  gtk_widget_class_bind_template_child (widget_class, CorReplyCheckBar, rows);
}

static void
cor_reply_check_bar_init (CorReplyCheckBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_tag (GtkTextBuffer *buffer,
         const char    *name,
         const char    *color,
         const char    *background)
{
  GdkRGBA ink = { 0 };
  GdkRGBA fill = { 0 };

  gdk_rgba_parse (&ink, color);
  gdk_rgba_parse (&fill, background);
  gtk_text_buffer_create_tag (buffer, name, "underline", PANGO_UNDERLINE_ERROR, "underline-rgba", &ink, "background-rgba", &fill, NULL);
}

/**
 * cor_reply_check_bar_attach:
 * @store: what is known of the customer
 * @text_view: where the text is written; it outlives the bar
 *
 * To be called once.
 */
void
cor_reply_check_bar_attach (CorReplyCheckBar *self,
                            CorStore         *store,
                            GtkTextView      *text_view)
{
  g_return_if_fail (COR_IS_REPLY_CHECK_BAR (self) && self->watch == NULL);

  self->text_view = text_view;
  /* a text tag takes no colour of the style: these do on light and dark */
  add_tag (gtk_text_view_get_buffer (text_view), TAG_STOPS, "#c01c28", "rgba(192,28,40,0.16)");
  add_tag (gtk_text_view_get_buffer (text_view), TAG_ASKS, "#c88800", "rgba(229,165,10,0.16)");
  self->watch = cor_reply_watch_new (store);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_watch_changed), self, G_CONNECT_SWAPPED);
}

/**
 * cor_reply_check_bar_set_text:
 * @conversation: local id, 0 none
 * @is_private: a note for colleagues
 * @text: what is written now
 */
void
cor_reply_check_bar_set_text (CorReplyCheckBar *self,
                              gint64            conversation,
                              gboolean          is_private,
                              const char       *text)
{
  g_return_if_fail (COR_IS_REPLY_CHECK_BAR (self));

  if (self->watch == NULL)
    return;
  if (!g_str_equal (text, cor_reply_watch_get_text (self->watch)))
    {
      self->is_awaited = FALSE;
      gtk_widget_set_visible (GTK_WIDGET (self->asks), FALSE);
    }
  cor_reply_watch_set_text (self->watch, conversation, is_private, text);
}

/**
 * cor_reply_check_bar_admits:
 *
 * Asked when the text is about to be sent. What only asks is refused once, and says so; the same text is admitted then.
 * Before the check is through the answer is no, and "settled" follows.
 *
 * Returns: whether the text may go
 */
gboolean
cor_reply_check_bar_admits (CorReplyCheckBar *self)
{
  g_return_val_if_fail (COR_IS_REPLY_CHECK_BAR (self), FALSE);

  if (self->watch == NULL)
    return TRUE;
  switch (cor_reply_watch_get_permission (self->watch))
    {
    case COR_REPLY_MAY_GO:
    case COR_REPLY_IS_UNCHECKED:
      gtk_widget_set_visible (GTK_WIDGET (self->asks), FALSE);
      return TRUE;
    case COR_REPLY_NOT_CHECKED_YET:
      self->is_awaited = TRUE;
      return FALSE;
    case COR_REPLY_IS_ASKED:
      cor_reply_watch_confirm (self->watch);
      gtk_widget_set_visible (GTK_WIDGET (self->asks), TRUE);
      return FALSE;
    case COR_REPLY_IS_STOPPED:
    default:
      return FALSE;
    }
}

/**
 * cor_reply_check_bar_is_stopped:
 *
 * Returns: whether a finding forbids to send the text
 */
gboolean
cor_reply_check_bar_is_stopped (CorReplyCheckBar *self)
{
  g_return_val_if_fail (COR_IS_REPLY_CHECK_BAR (self), FALSE);

  return self->watch != NULL && cor_reply_watch_get_permission (self->watch) == COR_REPLY_IS_STOPPED;
}
