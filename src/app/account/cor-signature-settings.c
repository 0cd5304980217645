/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-signature-settings"

#include "config.h"

#include "cor-signature-settings.h"
#include "cor-error-text.h"
#include "cor-language-text.h"

#include <glib/gi18n-lib.h>

#include "cor-result.h"
#include "cor-store-signature.h"
#include "cor-str.h"

#define REST_MS 600

/*
 * CorSignatureSettings: what goes below replies by mail, by desk and by the language of whoever reads it. Kept a moment
 * after the last key, and on leaving.
 */
struct _CorSignatureSettings
{
  AdwPreferencesGroup parent_instance;

  CorStore       *store;    /* owned, or NULL */
  CorAccountList *accounts; /* owned, or NULL */
  GCancellable   *reading;  /* owned, or NULL */
  GHashTable     *settings; /* owned, or NULL: of the account that is shown */
  gint64          account;  /* 0: none is shown */
  char           *key;      /* owned, or NULL: of the setting that is shown */
  guint           timer;    /* source id */
  gboolean        is_filling;
  gboolean        is_unsaved;

  /* Template */
  AdwComboRow *desk;
  AdwComboRow *language;
  GtkLabel    *problem;
  GtkTextView *text_view;
};

G_DEFINE_FINAL_TYPE (CorSignatureSettings, cor_signature_settings, ADW_TYPE_PREFERENCES_GROUP)

/* Behind "all". */
static const char *const languages[] = { "en", "zh", "es", "pt", "fr", "de", "ja", "ar", "vi", "ko", "th", "id", "ru", "it", "nl", "pl" };

static GtkTextBuffer *
get_buffer (CorSignatureSettings *self)
{
  return gtk_text_view_get_buffer (self->text_view);
}

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CorSignatureSettings) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  cor_store_set_setting_finish (COR_STORE (source), result, &error);
  if (self->store == NULL) /* disposed meanwhile */
    return;
  words = error != NULL ? cor_error_text (error) : NULL;
  gtk_label_set_label (self->problem, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), words != NULL);
}

/* @is_told: whether what goes wrong can be said here */
static void
keep (CorSignatureSettings *self,
      gboolean              is_told)
{
  g_autofree char *text = NULL;
  GtkTextIter      start, end;

  if (!self->is_unsaved)
    return;
  self->is_unsaved = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  text = gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
  g_hash_table_replace (self->settings, g_strdup (self->key), g_strdup (text));
  cor_store_set_setting_async (self->store, self->account, self->key, text, NULL, is_told ? on_kept : NULL, is_told ? g_object_ref (self) : NULL);
}

static gboolean
on_timer (gpointer user_data)
{
  CorSignatureSettings *self = user_data;

  self->timer = 0;
  cor_signature_settings_flush (self);
  return G_SOURCE_REMOVE;
}

static void
on_text_changed (CorSignatureSettings *self)
{
  if (self->is_filling || self->key == NULL)
    return;
  self->is_unsaved = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST_MS, on_timer, self);
}

static char *
dup_key (CorSignatureSettings *self)
{
  guint place = adw_combo_row_get_selected (self->language);

  return place > 0 && place <= G_N_ELEMENTS (languages) ? g_strconcat (COR_SETTING_SIGNATURE_PREFIX, languages[place - 1], NULL) : g_strdup (COR_SETTING_SIGNATURE);
}

/* Where the agent set nothing, the desk's own stands. */
static void
show_text (CorSignatureSettings *self)
{
  g_autofree char *key = dup_key (self);
  const char      *text = g_hash_table_lookup (self->settings, key);

  if (text == NULL && g_str_equal (key, COR_SETTING_SIGNATURE))
    text = g_hash_table_lookup (self->settings, COR_SETTING_DESK_SIGNATURE);
  cor_set_str (&self->key, key);
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (get_buffer (self), text != NULL ? text : "", -1);
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->text_view), TRUE);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorSignatureSettings) self = user_data;
  g_autoptr (GError) error = NULL;
  GHashTable *settings = cor_store_load_settings_finish (COR_STORE (source), result, &error);

  if (settings == NULL)
    return;
  if (cor_result_is_cancelled (result) || self->store == NULL)
    {
      g_hash_table_unref (settings);
      return;
    }
  g_clear_pointer (&self->settings, g_hash_table_unref);
  self->settings = settings;
  show_text (self);
}

static void
show_account (CorSignatureSettings *self)
{
  guint                 place = adw_combo_row_get_selected (self->desk);
  const CorAccountData *account = place < cor_account_list_get_n (self->accounts) ? cor_account_list_get (self->accounts, place) : NULL;

  if (self->is_filling || (account != NULL && account->id == self->account))
    return;
  cor_signature_settings_flush (self);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->key, g_free);
  self->account = account != NULL ? account->id : 0;
  gtk_widget_set_visible (GTK_WIDGET (self), self->account != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->text_view), FALSE);
  if (self->account == 0)
    return;
  self->reading = g_cancellable_new ();
  cor_store_load_settings_async (self->store, self->account, self->reading, on_loaded, g_object_ref (self));
}

static void
on_language_selected (CorSignatureSettings *self)
{
  if (self->settings == NULL || self->key == NULL)
    return;
  cor_signature_settings_flush (self);
  show_text (self);
}

/* The desks by name, where there is a choice. */
static void
show_accounts (CorSignatureSettings *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = cor_account_list_get_n (self->accounts);
  guint place = 0;

  for (guint i = 0; i < n; i++)
    {
      const CorAccountData *account = cor_account_list_get (self->accounts, i);

      gtk_string_list_append (names, cor_account_list_get_title (self->accounts, account));
      if (account->id == self->account)
        place = i;
    }
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->desk, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->desk, place);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->desk), n > 1);
  show_account (self);
}

static void
fill_languages (CorSignatureSettings *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("readers of a signature", "All customers"));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *name = g_str_equal (languages[i], "zh") ? g_strdup (_ ("Chinese")) : cor_language_text_dup (languages[i]);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
}

static void
cor_signature_settings_dispose (GObject *object)
{
  CorSignatureSettings *self = COR_SIGNATURE_SETTINGS (object);

  keep (self, FALSE); /* a reference now would have the group disposed twice, which it cannot bear */
  g_cancellable_cancel (self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_SIGNATURE_SETTINGS);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->settings, g_hash_table_unref);
  g_clear_object (&self->accounts);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_signature_settings_parent_class)->dispose (object);
}

static void
cor_signature_settings_finalize (GObject *object)
{
  g_free (COR_SIGNATURE_SETTINGS (object)->key);

  G_OBJECT_CLASS (cor_signature_settings_parent_class)->finalize (object);
}

static void
cor_signature_settings_class_init (CorSignatureSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_signature_settings_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_signature_settings_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/account/cor-signature-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, CorSignatureSettings, desk);
  gtk_widget_class_bind_template_child (widget_class, CorSignatureSettings, language);
  gtk_widget_class_bind_template_child (widget_class, CorSignatureSettings, problem);
  gtk_widget_class_bind_template_child (widget_class, CorSignatureSettings, text_view);
  gtk_widget_class_bind_template_callback (widget_class, on_language_selected);
}

static void
cor_signature_settings_init (CorSignatureSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  fill_languages (self);
}

/**
 * cor_signature_settings_set_models:
 * @store: (transfer none): where it is kept
 * @accounts: (transfer none): the desks
 *
 * Shows what is set. To be called once.
 */
void
cor_signature_settings_set_models (CorSignatureSettings *self,
                                   CorStore             *store,
                                   CorAccountList       *accounts)
{
  g_return_if_fail (COR_IS_SIGNATURE_SETTINGS (self) && self->store == NULL);

  self->store = g_object_ref (store);
  self->accounts = g_object_ref (accounts);
  g_signal_connect_object (self->desk, "notify::selected", G_CALLBACK (show_account), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accounts, "changed", G_CALLBACK (show_accounts), self, G_CONNECT_SWAPPED);
  show_accounts (self);
}

/**
 * cor_signature_settings_flush:
 *
 * Has what is written kept now.
 */
void
cor_signature_settings_flush (CorSignatureSettings *self)
{
  g_return_if_fail (COR_IS_SIGNATURE_SETTINGS (self));

  keep (self, TRUE);
}
