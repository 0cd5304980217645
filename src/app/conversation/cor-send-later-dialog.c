/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-send-later-dialog"

#include "config.h"

#include "cor-send-later-dialog.h"

#include "cor-conversation-record.h"
#include "cor-snooze.h"
#include "cor-template-scene.h"
#include "cor-transient.h"
#include "cor-when.h"

#include <glib/gi18n-lib.h>

#define N_CHOICES 3
#define HOURS (60 * 60)

/*
 * CorSendLaterDialog: when a reply shall leave. Mornings are the customer's where her time zone is known; each time
 * stands there as it is for her and for the agent. Closes itself.
 *
 * "chosen" (gint64, gboolean, CorStatus): seconds since the epoch, and whether the conversation gets a status after that.
 */
struct _CorSendLaterDialog
{
  AdwWindow parent_instance;

  CorSession   *session; /* owned */
  GCancellable *reading; /* owned */
  GTimeZone    *zone;    /* owned, or NULL: of the customer */
  gint64        window_end;
  gint64        times[N_CHOICES];

  /* Template */
  GtkCalendar   *calendar;
  GtkWidget     *choose;
  GtkMenuButton *day;
  GtkSpinButton *hour;
  AdwActionRow  *hours_row;
  GtkLabel      *limit;
  GtkWidget     *limit_box;
  GtkSpinButton *minute;
  AdwActionRow  *monday_row;
  GtkLabel      *picked;
  GtkWidget     *then_box;
  AdwComboRow   *then_row;
  AdwActionRow  *tomorrow_row;
  GtkLabel      *whose;
};

G_DEFINE_FINAL_TYPE (CorSendLaterDialog, cor_send_later_dialog, ADW_TYPE_WINDOW)

static guint chosen_signal;

static gint64
get_now (CorSendLaterDialog *self)
{
  return cor_session_get_now (self->session);
}

/* As it is for the customer, and for the agent where that is another time. */
static char *
dup_both (CorSendLaterDialog *self,
          gint64              at)
{
  GTimeZone       *own = cor_session_get_time_zone (self->session);
  g_autofree char *here = cor_when_moment (at, get_now (self), own);
  g_autofree char *there = self->zone != NULL ? cor_when_moment (at, get_now (self), self->zone) : NULL;

  if (there == NULL || g_str_equal (here, there))
    return g_steal_pointer (&here);
  /* TRANSLATORS: the same moment as two clocks show it, such as "Mon 15 Jun, 09:00 for the customer · 03:00 for you" */
  return g_strdup_printf (_ ("%s for the customer · %s for you"), there, here);
}

static gboolean
is_after_window (CorSendLaterDialog *self,
                 gint64              at)
{
  return self->window_end > 0 && at >= self->window_end;
}

static void
update_row (CorSendLaterDialog *self,
            AdwActionRow       *row,
            gint64              at)
{
  g_autofree char *both = dup_both (self, at);
  g_autofree char *words = is_after_window (self, at) ? g_strdup_printf (_ ("%s · too late for this channel"), both) : g_strdup (both);

  adw_action_row_set_subtitle (row, words);
}

/* What is set below the choices, on the agent's own clock. */
static gint64
get_picked (CorSendLaterDialog *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) moment = g_date_time_new (cor_session_get_time_zone (self->session), g_date_time_get_year (day), g_date_time_get_month (day),
                                                  g_date_time_get_day_of_month (day), gtk_spin_button_get_value_as_int (self->hour),
                                                  gtk_spin_button_get_value_as_int (self->minute), 0);

  return moment != NULL ? g_date_time_to_unix (moment) : 0;
}

static void
update_picked (CorSendLaterDialog *self)
{
  gint64           at = get_picked (self);
  gboolean         is_passed = at <= get_now (self);
  g_autofree char *day = cor_when_day (at, get_now (self), cor_session_get_time_zone (self->session));
  g_autofree char *both = dup_both (self, at);

  gtk_menu_button_set_label (self->day, day);
  gtk_label_set_label (self->picked, is_passed ? _ ("That has passed.") : both);
  gtk_widget_set_sensitive (self->choose, !is_passed);
}

static void
update_limit (CorSendLaterDialog *self)
{
  g_autofree char *until = self->window_end > 0 ? dup_both (self, self->window_end) : NULL;
  /* TRANSLATORS: %s is a moment; some channels take a free reply for a day after the customer's last message only */
  g_autofree char *words = until != NULL ? g_strdup_printf (_ ("This channel takes a free reply until %s. After that it waits for you instead of leaving."), until) : NULL;

  gtk_label_set_label (self->limit, words != NULL ? words : "");
  gtk_widget_set_visible (self->limit_box, words != NULL);
  gtk_label_set_label (self->whose, self->zone != NULL ? _ ("Mornings are the customer’s.") : _ ("The customer’s time zone is not known: these are your own times."));
}

static void
update (CorSendLaterDialog *self)
{
  gint64     now = get_now (self);
  GTimeZone *zone = self->zone != NULL ? self->zone : cor_session_get_time_zone (self->session);

  self->times[0] = now - now % 60 + 2 * HOURS;
  self->times[1] = cor_snooze_get_end (COR_SNOOZE_TOMORROW, now, zone);
  self->times[2] = cor_snooze_get_end (COR_SNOOZE_MONDAY, now, zone);
  update_row (self, self->hours_row, self->times[0]);
  update_row (self, self->tomorrow_row, self->times[1]);
  update_row (self, self->monday_row, self->times[2]);
  update_limit (self);
  update_picked (self);
}

static void
choose (CorSendLaterDialog *self,
        gint64              at)
{
  guint then = gtk_widget_get_visible (self->then_box) ? adw_combo_row_get_selected (self->then_row) : 0;

  g_signal_emit (self, chosen_signal, 0, at, then > 0, then == 1 ? COR_STATUS_RESOLVED : COR_STATUS_SNOOZED);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_row_activated (CorSendLaterDialog *self,
                  AdwActionRow       *row)
{
  choose (self, self->times[row == self->hours_row ? 0 : row == self->tomorrow_row ? 1
                                                                                   : 2]);
}

static void
on_choose_clicked (CorSendLaterDialog *self)
{
  if (get_picked (self) > get_now (self))
    choose (self, get_picked (self));
  else
    update_picked (self);
}

static gboolean
on_two_digits (GtkSpinButton *spin)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static void
on_scene_loaded (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (CorSendLaterDialog) self = user_data;
  g_autoptr (CorTemplateScene) scene = cor_template_scene_load_finish (result, NULL);

  if (g_cancellable_is_cancelled (self->reading) || scene == NULL || scene->zone == NULL)
    return;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_new_identifier (scene->zone);
  update (self);
}

static void
cor_send_later_dialog_dispose (GObject *object)
{
  CorSendLaterDialog *self = COR_SEND_LATER_DIALOG (object);

  g_cancellable_cancel (self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_SEND_LATER_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_send_later_dialog_parent_class)->dispose (object);
}

static void
cor_send_later_dialog_finalize (GObject *object)
{
  CorSendLaterDialog *self = COR_SEND_LATER_DIALOG (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (cor_send_later_dialog_parent_class)->finalize (object);
}

static void
cor_send_later_dialog_class_init (CorSendLaterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_send_later_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_send_later_dialog_finalize;

  chosen_signal = g_signal_new ("chosen", COR_TYPE_SEND_LATER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_BOOLEAN, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/conversation/cor-send-later-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, day);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, hour);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, hours_row);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, limit);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, limit_box);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, minute);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, monday_row);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, picked);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, then_box);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, then_row);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, tomorrow_row);
  gtk_widget_class_bind_template_child (widget_class, CorSendLaterDialog, whose);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_two_digits);
  gtk_widget_class_bind_template_callback (widget_class, update_picked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cor_send_later_dialog_init (CorSendLaterDialog *self)
{
  self->reading = g_cancellable_new ();
}

static void
set_up (CorSendLaterDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (get_now (self));
  g_autoptr (GDateTime) here = g_date_time_to_timezone (now, cor_session_get_time_zone (self->session));
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (here, 1);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_calendar_select_day (self->calendar, tomorrow);
  update (self);
}

/**
 * cor_send_later_dialog_new:
 * @session: (transfer none): store and clock
 * @parent: (nullable): the window it belongs to
 * @conversation: local id: whose customer gets the reply
 * @has_then: whether to ask what becomes of the conversation after it
 * @window_end: until when the channel takes a free reply, seconds since the epoch; 0: not known
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
GtkWidget *
cor_send_later_dialog_new (CorSession *session,
                           GtkWindow  *parent,
                           gint64      conversation,
                           gboolean    has_then,
                           gint64      window_end)
{
  CorSendLaterDialog *self = g_object_new (COR_TYPE_SEND_LATER_DIALOG, NULL);

  cor_transient_set (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  self->window_end = window_end;
  set_up (self);
  gtk_widget_set_visible (self->then_box, has_then);
  cor_template_scene_load_async (cor_session_get_store (session), conversation, self->reading, on_scene_loaded, g_object_ref (self));
  return GTK_WIDGET (self);
}
