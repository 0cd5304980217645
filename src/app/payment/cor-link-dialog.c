/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-link-dialog"

#include "config.h"

#include "cor-link-dialog.h"

#include "cor-link-words.h"
#include "cor-reader-locales.h"
#include "cor-result.h"
#include "cor-store-intents.h"
#include "cor-transient.h"
#include "cor-unparent.h"
#include "cor-wrap-layout.h"

#include <glib/gi18n-lib.h>

/* Half a number may be another payment's: nobody is asked before the typing pauses. */
#define PAUSE_MS 700

/*
 * CorLinkDialog: which payment a conversation is about, in which role who writes there stands to it, and how she was
 * verified on this channel. What is typed is looked up while it is typed. It writes one intent and closes.
 */
struct _CorLinkDialog
{
  AdwWindow parent_instance;

  CorSession     *session;     /* owned */
  CorPaymentCase *asked;       /* owned: whose conversation it is, and which is to show what is linked */
  CorPaymentCase *looked_up;   /* owned: what is typed */
  GPtrArray      *links;       /* owned: CorPaymentLink, NULL until they are read */
  GPtrArray      *methods;     /* owned: the ways, as the rows after the first */
  GCancellable   *cancellable; /* owned */
  gint64          conversation;
  guint           pause_source;

  /* Template */
  GtkWidget   *candidates;
  GtkWidget   *candidates_box;
  GtkLabel    *found;
  AdwComboRow *method_row;
  GtkEditable *reference_row;
  AdwComboRow *role_row;
  GtkWidget   *save_button;
  GtkWidget   *unlink_box;
};

G_DEFINE_FINAL_TYPE (CorLinkDialog, cor_link_dialog, ADW_TYPE_WINDOW)

static const CorPaymentLink *
find_link (CorLinkDialog *self)
{
  const char *reference = cor_payment_case_get_reference (self->looked_up);

  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    {
      const CorPaymentLink *link = self->links->pdata[i];

      if (link->is_here && cor_payment_link_is_same (link->reference, reference))
        return link;
    }
  return NULL;
}

/* The verification is of who writes, whatever the payment. */
static const CorPaymentLink *
find_verified (CorLinkDialog *self)
{
  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    if (((const CorPaymentLink *) self->links->pdata[i])->verified_at != 0)
      return self->links->pdata[i];
  return NULL;
}

static const char *
get_role (CorLinkDialog *self)
{
  return cor_payment_link_get_roles ()[MIN (adw_combo_row_get_selected (self->role_row), 2)];
}

/* NULL: not verified. */
static const char *
get_method (CorLinkDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->method_row);

  return selected > 0 && selected <= self->methods->len ? self->methods->pdata[selected - 1] : NULL;
}

static char *
dup_found (CorLinkDialog *self)
{
  CorPaymentView *view = cor_payment_case_get_view (self->looked_up);
  const char     *problem = cor_payment_case_get_problem (self->looked_up);
  g_auto (GStrv) locales = cor_reader_locales_new (NULL);

  if (cor_payment_case_get_reference (self->looked_up) == NULL)
    return g_strdup (*gtk_editable_get_text (self->reference_row) == '\0' ? "" : _ ("That is no reference: a UETR has 36 characters, a transfer number only digits."));
  if (view == NULL)
    return g_strdup ("");
  if (view->is_known || view->is_held)
    /* TRANSLATORS: a payment's number, and how it stands, such as "Credited" */
    return g_strdup_printf (_ ("%s: %s"), view->reference, cor_standing_get_label (view->standing, locales[0]));
  if (cor_payment_case_is_asking (self->looked_up))
    return g_strdup (_ ("Asking the ledger and the trackers…"));
  if (problem != NULL)
    /* TRANSLATORS: %s says why, in a sentence */
    return g_strdup_printf (_ ("It could not be looked up. %s"), problem);
  return g_strdup (_ ("Neither the ledger nor a tracker knows this number. Is it right? It can be linked all the same."));
}

static void
update (CorLinkDialog *self)
{
  gboolean         is_reference = cor_payment_case_get_reference (self->looked_up) != NULL;
  gboolean         is_linked = find_link (self) != NULL;
  g_autofree char *found = dup_found (self);

  gtk_label_set_label (self->found, found);
  gtk_widget_set_visible (GTK_WIDGET (self->found), *found != '\0');
  gtk_widget_set_visible (self->unlink_box, is_linked);
  gtk_button_set_label (GTK_BUTTON (self->save_button), is_linked ? _ ("_Save") : _ ("_Link"));
  gtk_window_set_title (GTK_WINDOW (self), is_linked ? _ ("Who is asking") : _ ("Link a payment"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "link.save", is_reference && self->links != NULL);
}

static void
show_role (CorLinkDialog *self)
{
  const CorPaymentLink *link = find_link (self);

  for (guint i = 0; link != NULL && cor_payment_link_get_roles ()[i] != NULL; i++)
    if (g_strcmp0 (link->role, cor_payment_link_get_roles ()[i]) == 0)
      adw_combo_row_set_selected (self->role_row, i);
}

static void
on_looked_up (CorLinkDialog *self)
{
  if (self->pause_source == 0)
    cor_payment_case_freshen (self->looked_up);
  update (self);
}

static gboolean
on_pause (gpointer user_data)
{
  CorLinkDialog *self = COR_LINK_DIALOG (user_data);

  self->pause_source = 0;
  cor_payment_case_freshen (self->looked_up);
  return G_SOURCE_REMOVE;
}

static void
on_reference_changed (CorLinkDialog *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE_MS, on_pause, self);
  if (!cor_payment_case_choose (self->looked_up, gtk_editable_get_text (self->reference_row)))
    cor_payment_case_choose (self->looked_up, NULL);
  show_role (self);
  update (self);
}

static void
on_candidate_clicked (CorLinkDialog *self, GtkButton *button)
{
  gtk_editable_set_text (self->reference_row, gtk_button_get_label (button));
  gtk_widget_grab_focus (GTK_WIDGET (self->role_row));
}

static void
show_candidates (CorLinkDialog *self, char **candidates)
{
  cor_unparent_children (self->candidates);
  for (guint i = 0; candidates[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (candidates[i]);

      gtk_widget_add_css_class (button, "cor-quiet");
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_candidate_clicked), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->candidates), button);
    }
  gtk_widget_set_visible (self->candidates_box, candidates[0] != NULL);
}

static void
on_candidates (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorLinkDialog) self = user_data;
  g_auto (GStrv) candidates = cor_store_list_payment_candidates_finish (COR_STORE (source), result, NULL);

  if (!cor_result_is_cancelled (result) && candidates != NULL)
    show_candidates (self, candidates);
}

static void
show_methods (CorLinkDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const CorPaymentLink *verified = find_verified (self);
  const char *const    *methods = cor_payment_link_get_methods ();
  guint                 selected = 0;

  gtk_string_list_append (names, _ ("Not verified yet"));
  for (guint i = 0; methods[i] != NULL; i++)
    g_ptr_array_add (self->methods, g_strdup (methods[i]));
  /* a way of another program's */
  if (verified != NULL && verified->method != NULL && !g_strv_contains (methods, verified->method))
    g_ptr_array_add (self->methods, g_strdup (verified->method));
  for (guint i = 0; i < self->methods->len; i++)
    {
      gtk_string_list_append (names, cor_link_words_get_method (self->methods->pdata[i]));
      if (verified != NULL && g_strcmp0 (verified->method, self->methods->pdata[i]) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->method_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->method_row, selected);
}

static void
show_trust (CorLinkDialog *self)
{
  const CorPaymentLink *verified = find_verified (self);
  g_autofree char      *trust = NULL;

  if (verified != NULL)
    trust = cor_link_words_dup_trust (verified, cor_session_get_now (self->session), cor_session_get_time_zone (self->session));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->method_row), trust != NULL ? trust : _ ("On this channel. The way and the time are kept, never the answers"));
}

static void
on_links (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CorLinkDialog) self = user_data;
  g_autoptr (GPtrArray) links = cor_store_list_payment_links_finish (COR_STORE (source), result, NULL);

  if (cor_result_is_cancelled (result) || links == NULL)
    return;
  self->links = g_steal_pointer (&links);
  show_methods (self);
  show_trust (self);
  show_role (self);
  update (self);
}

static void
queue (CorLinkDialog *self, const CorLinkChange *changes, guint n_changes)
{
  if (n_changes > 0)
    cor_store_queue_links_async (cor_session_get_store (self->session), self->conversation, changes, n_changes, NULL, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What is as it was is not said again. */
static void
action_save (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorLinkDialog        *self = COR_LINK_DIALOG (widget);
  const CorPaymentLink *link = find_link (self);
  const CorPaymentLink *verified = find_verified (self);
  const char           *method = get_method (self);
  CorLinkChange         changes[2];
  guint                 n_changes = 0;

  if (link == NULL || g_strcmp0 (link->role, get_role (self)) != 0)
    changes[n_changes++] = (CorLinkChange){ .act = COR_LINK_ADD, .reference = cor_payment_case_get_reference (self->looked_up), .word = get_role (self) };
  if (method != NULL && (verified == NULL || g_strcmp0 (verified->method, method) != 0))
    changes[n_changes++] = (CorLinkChange){ .act = COR_LINK_VERIFY, .word = method, .at = cor_session_get_now (self->session) };
  if (method == NULL && verified != NULL)
    changes[n_changes++] = (CorLinkChange){ .act = COR_LINK_UNVERIFY, .at = verified->verified_at };
  if (cor_payment_case_get_conversation (self->asked) == self->conversation)
    cor_payment_case_choose (self->asked, cor_payment_case_get_reference (self->looked_up));
  queue (self, changes, n_changes);
}

static void
action_unlink (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CorLinkDialog        *self = COR_LINK_DIALOG (widget);
  const CorPaymentLink *link = find_link (self);
  CorLinkChange         change = { .act = COR_LINK_REMOVE };

  if (link == NULL)
    return;
  change.reference = link->reference;
  queue (self, &change, 1);
}

static void
cor_link_dialog_dispose (GObject *object)
{
  CorLinkDialog *self = COR_LINK_DIALOG (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_LINK_DIALOG);
  g_clear_object (&self->asked);
  g_clear_object (&self->looked_up);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (cor_link_dialog_parent_class)->dispose (object);
}

static void
cor_link_dialog_finalize (GObject *object)
{
  CorLinkDialog *self = COR_LINK_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->methods, g_ptr_array_unref);

  G_OBJECT_CLASS (cor_link_dialog_parent_class)->finalize (object);
}

static void
cor_link_dialog_class_init (CorLinkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_link_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_link_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/payment/cor-link-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CorLinkDialog, candidates);
  gtk_widget_class_bind_template_child (widget_class, CorLinkDialog, candidates_box);
  gtk_widget_class_bind_template_child (widget_class, CorLinkDialog, found);
  gtk_widget_class_bind_template_child (widget_class, CorLinkDialog, method_row);
  gtk_widget_class_bind_template_child (widget_class, CorLinkDialog, reference_row);
  gtk_widget_class_bind_template_child (widget_class, CorLinkDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, CorLinkDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, CorLinkDialog, unlink_box);
  gtk_widget_class_bind_template_callback (widget_class, on_reference_changed);
  gtk_widget_class_install_action (widget_class, "link.save", NULL, action_save);
  gtk_widget_class_install_action (widget_class, "link.unlink", NULL, action_unlink);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cor_link_dialog_init (CorLinkDialog *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);

  self->cancellable = g_cancellable_new ();
  self->methods = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->candidates, cor_wrap_layout_new (6));
  for (guint i = 0; cor_payment_link_get_roles ()[i] != NULL; i++)
    gtk_string_list_append (roles, cor_link_words_get_role (cor_payment_link_get_roles ()[i]));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (roles));
}

/**
 * cor_link_dialog_new:
 * @payment_case: (transfer none): about which conversation, and which payment is meant, where that is known
 *
 * Returns: (transfer floating): the dialog; it closes by itself
 */
GtkWidget *
cor_link_dialog_new (CorSession *session, CorPaymentCase *payment_case)
{
  CorLinkDialog *self = g_object_new (COR_TYPE_LINK_DIALOG, NULL);
  CorStore      *store = cor_session_get_store (session);
  const char    *reference = cor_payment_case_get_reference (payment_case);

  self->session = g_object_ref (session);
  self->asked = g_object_ref (payment_case);
  self->conversation = cor_payment_case_get_conversation (payment_case);
  self->looked_up = cor_payment_case_new (store, 0);
  g_signal_connect_object (self->looked_up, "changed", G_CALLBACK (on_looked_up), self, G_CONNECT_SWAPPED);
  if (reference != NULL)
    gtk_editable_set_text (self->reference_row, reference);
  update (self);
  cor_store_list_payment_links_async (store, self->conversation, self->cancellable, on_links, g_object_ref (self));
  cor_store_list_payment_candidates_async (store, self->conversation, self->cancellable, on_candidates, g_object_ref (self));
  return GTK_WIDGET (self);
}

/**
 * cor_link_dialog_present:
 * @from: a widget of the window over which it stands
 *
 * As cor_link_dialog_new(), and shows it.
 */
void
cor_link_dialog_present (GtkWidget *from, CorSession *session, CorPaymentCase *payment_case)
{
  GtkWidget *dialog = cor_link_dialog_new (session, payment_case);

  cor_transient_set (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_present (GTK_WINDOW (dialog));
}
