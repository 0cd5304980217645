/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-translation-settings"

#include "config.h"

#include "cor-translation-settings.h"
#include "cor-error-text.h"
#include "cor-language-text.h"

#include <glib/gi18n-lib.h>

#include "cor-result.h"
#include "cor-secrets.h"
#include "cor-store-translator.h"
#include "cor-translator.h"

#define MODE_KEY "cor-language"

/*
 * CorTranslationSettings: who translates, and which languages; what is chosen is kept at once, an address when it is
 * confirmed.
 */
struct _CorTranslationSettings
{
  AdwPreferencesGroup parent_instance;

  CorStore          *store;       /* owned, or NULL */
  CorTranslatorData *translator;  /* owned, or NULL: as it is kept */
  GCancellable      *cancellable; /* owned */
  gboolean           is_filling;

  /* Template */
  AdwEntryRow    *key;
  AdwComboRow    *kind;
  AdwExpanderRow *languages;
  AdwActionRow   *problem;
  AdwEntryRow    *url;
};

G_DEFINE_FINAL_TYPE (CorTranslationSettings, cor_translation_settings, ADW_TYPE_PREFERENCES_GROUP)

/* In the order of the list. */
static const char *const kinds[] = { NULL, COR_TRANSLATOR_LIBRE_TRANSLATE, COR_TRANSLATOR_APERTIUM };

static const char *const languages[] = { "en", "zh", "es", "pt", "fr", "de", "ja", "ar", "vi", "ko", "th", "id", "ru", "it", "nl", "pl" };

static const char *
get_kind (CorTranslationSettings *self)
{
  guint place = adw_combo_row_get_selected (self->kind);

  return place < G_N_ELEMENTS (kinds) ? kinds[place] : NULL;
}

static void
set_problem (CorTranslationSettings *self,
             const GError           *error)
{
  g_autofree char *words = error != NULL ? cor_error_text (error) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->problem), words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static void
show_fields (CorTranslationSettings *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->url), get_kind (self) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->key), g_strcmp0 (get_kind (self), COR_TRANSLATOR_LIBRE_TRANSLATE) == 0);
}

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CorTranslationSettings) self = user_data;
  g_autoptr (GError) error = NULL;

  cor_store_choose_translator_finish (COR_STORE (source), result, &error);
  if (self->problem != NULL) /* not disposed meanwhile */
    set_problem (self, error);
}

/* A private authority that was given for this very service stays. */
static void
keep (CorTranslationSettings *self,
      gboolean                has_key)
{
  const char *url = gtk_editable_get_text (GTK_EDITABLE (self->url));
  gboolean    is_same = self->translator != NULL && g_strcmp0 (self->translator->url, url) == 0;

  cor_store_choose_translator_async (self->store, get_kind (self), get_kind (self) != NULL ? url : NULL, is_same ? self->translator->ca_file : NULL,
                                     has_key || (is_same && self->translator->has_key), NULL, on_kept, g_object_ref (self));
}

static void
on_key_stored (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CorTranslationSettings) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_stored = cor_secrets_store_finish (result, &error);

  if (self->problem == NULL)
    return;
  if (is_stored)
    keep (self, TRUE);
  else
    set_problem (self, error);
}

static void
on_apply (CorTranslationSettings *self)
{
  const char *url = gtk_editable_get_text (GTK_EDITABLE (self->url));
  const char *key = gtk_editable_get_text (GTK_EDITABLE (self->key));
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTranslator) translator = cor_translator_new (get_kind (self), url, NULL, NULL, &error);

  set_problem (self, error);
  if (translator == NULL)
    return;
  if (key[0] != '\0' && gtk_widget_get_visible (GTK_WIDGET (self->key)))
    cor_secrets_store_async (url, COR_SECRETS_TRANSLATION, key, self->cancellable, on_key_stored, g_object_ref (self));
  else
    keep (self, FALSE);
}

static void
on_kind_selected (CorTranslationSettings *self)
{
  show_fields (self);
  if (self->is_filling || self->store == NULL)
    return;
  set_problem (self, NULL);
  if (get_kind (self) == NULL)
    keep (self, FALSE);
}

static void
on_mode_selected (CorTranslationSettings *self,
                  GParamSpec             *pspec,
                  AdwComboRow            *row)
{
  if (!self->is_filling && self->store != NULL)
    cor_store_set_language_mode_async (self->store, g_object_get_data (G_OBJECT (row), MODE_KEY), (CorLanguageMode) adw_combo_row_get_selected (row), NULL, on_kept,
                                       g_object_ref (self));
}

static void
add_language (CorTranslationSettings *self,
              const char             *language)
{
  /* in the order of CorLanguageMode */
  const char *const modes[] = { _ ("Translated when asked"), _ ("Always translated"), _ ("I read it"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (modes);
  g_autofree char *name = g_str_equal (language, "zh") ? g_strdup (_ ("Chinese")) : cor_language_text_dup (language);
  GtkWidget       *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), cor_translator_data_get_mode (self->translator, language));
  g_object_set_data (G_OBJECT (row), MODE_KEY, (gpointer) language);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_mode_selected), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->languages, row);
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CorTranslationSettings) self = user_data;
  g_autoptr (GError) error = NULL;
  CorTranslatorData *translator = cor_store_load_translator_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (translator == NULL)
    {
      set_problem (self, error);
      return;
    }
  self->translator = translator;
  self->is_filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i], translator->kind) == 0)
      adw_combo_row_set_selected (self->kind, i);
  gtk_editable_set_text (GTK_EDITABLE (self->url), translator->url != NULL ? translator->url : "");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    add_language (self, languages[i]);
  self->is_filling = FALSE;
  show_fields (self);
}

static void
cor_translation_settings_dispose (GObject *object)
{
  CorTranslationSettings *self = COR_TRANSLATION_SETTINGS (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), COR_TYPE_TRANSLATION_SETTINGS);
  g_clear_pointer (&self->translator, cor_translator_data_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_translation_settings_parent_class)->dispose (object);
}

static void
cor_translation_settings_finalize (GObject *object)
{
  g_clear_object (&COR_TRANSLATION_SETTINGS (object)->cancellable);

  G_OBJECT_CLASS (cor_translation_settings_parent_class)->finalize (object);
}

static void
cor_translation_settings_class_init (CorTranslationSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_translation_settings_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_translation_settings_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/account/cor-translation-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, CorTranslationSettings, key);
  gtk_widget_class_bind_template_child (widget_class, CorTranslationSettings, kind);
  gtk_widget_class_bind_template_child (widget_class, CorTranslationSettings, languages);
  gtk_widget_class_bind_template_child (widget_class, CorTranslationSettings, problem);
  gtk_widget_class_bind_template_child (widget_class, CorTranslationSettings, url);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
}

static void
cor_translation_settings_init (CorTranslationSettings *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_fields (self);
}

/**
 * cor_translation_settings_set_store:
 * @store: (transfer none): where it is kept
 *
 * Shows what is chosen. To be called once.
 */
void
cor_translation_settings_set_store (CorTranslationSettings *self,
                                    CorStore               *store)
{
  g_return_if_fail (COR_IS_TRANSLATION_SETTINGS (self) && self->store == NULL);

  self->store = g_object_ref (store);
  cor_store_load_translator_async (store, self->cancellable, on_loaded, g_object_ref (self));
}
