/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-translate"

#include "config.h"

#include "cor-ctl-commands.h"

#include "cor-ctl-await.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-ctl-token.h"
#include "cor-language.h"
#include "cor-protect.h"
#include "cor-service-error.h"
#include "cor-store-translations.h"
#include "cor-translation-refusal.h"
#include "cor-translation-sync.h"

#include <glib/gi18n-lib.h>

/* What is asked. */
typedef struct
{
  char       *text;
  const char *from, *to;
  char      **names; /* nullable */
} Ask;

static const char *const mismatch_names[] = { "lost", "added", "changed" };

static CorTranslation *
want (CorCtl    *ctl,
      const Ask *ask,
      GError   **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  CorTranslation *translation;

  cor_store_want_translation_async (ctl->store, 0, ask->text, ask->from, ask->to, (const char *const *) ask->names, NULL, cor_ctl_on_result, &await);
  translation = cor_store_want_translation_finish (ctl->store, cor_ctl_await (&await), error);
  if (g_error_matches (*error, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND))
    {
      g_clear_error (error);
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("Nobody translates; “corridorctl translate service apertium --url URL” chooses a service"));
    }
  return translation;
}

/* Asked here, also where a window is open: what is made twice is made the same. */
static gboolean
run (CorCtl  *ctl,
     GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorBackgroundSync) sync = cor_translation_sync_new (ctl->store);

  cor_background_sync_run_async (sync, NULL, cor_ctl_on_result, &await);
  return cor_background_sync_run_finish (sync, cor_ctl_await (&await), error);
}

static CorTranslation *
look (CorCtl    *ctl,
      const Ask *ask,
      GError   **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_look_for_translation_async (ctl->store, ask->text, ask->from, ask->to, NULL, cor_ctl_on_result, &await);
  return cor_store_want_translation_finish (ctl->store, cor_ctl_await (&await), error);
}

static CorTranslation *
translate (CorCtl    *ctl,
           const Ask *ask,
           GError   **error)
{
  g_autoptr (CorTranslation) translation = want (ctl, ask, error);

  if (translation == NULL)
    return NULL;
  if (translation->state == COR_TRANSLATION_WANTED)
    {
      g_clear_pointer (&translation, cor_translation_free);
      if (!run (ctl, error) || (translation = look (ctl, ask, error)) == NULL)
        return NULL;
    }
  if (translation->state == COR_TRANSLATION_DONE)
    return g_steal_pointer (&translation);
  g_set_error_literal (error, COR_SERVICE_ERROR, translation->error_code, translation->error_text != NULL ? translation->error_text : "");
  return NULL;
}

static void
add_place (JsonBuilder *builder,
           const char  *name,
           const char  *text,
           guint        start,
           guint        end)
{
  g_autofree char *part = end > start ? g_strndup (text + start, end - start) : NULL;

  cor_ctl_json_text (builder, name, part);
}

static void
print_json (const Ask            *ask,
            const CorTranslation *translation,
            const GArray         *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "translation", translation->result);
  cor_ctl_json_text (builder, "from", translation->source);
  cor_ctl_json_text (builder, "to", translation->target);
  cor_ctl_json_text (builder, "service", translation->service);
  cor_ctl_json_time (builder, "at", translation->at);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const CorProtectFinding *finding = &g_array_index (findings, CorProtectFinding, i);

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "what", mismatch_names[finding->mismatch]);
      add_place (builder, "source", ask->text, finding->source_start, finding->source_end);
      add_place (builder, "translation", translation->result, finding->target_start, finding->target_end);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static void
print_text (CorCtl               *ctl,
            const CorTranslation *translation,
            const GArray         *findings)
{
  g_autofree char *clean = cor_ctl_clean_text (translation->result, "");

  cor_ctl_print ("%s\n", clean);
  if (findings->len > 0)
    cor_ctl_say (ctl, ngettext ("%u name, number or address is not the same on both sides; --json says which.", "%u names, numbers or addresses are not the same on both sides; --json says which.", findings->len),
                 findings->len);
}

static gboolean
check_usage (const char *text,
             const char *to,
             GError    **error)
{
  if (text != NULL && to != NULL)
    return TRUE;
  g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("Say what to translate and into which language: --text TEXT --to LANGUAGE"));
  return FALSE;
}

/* What goes to a customer only; the customer's own words may be read in any case. */
static gboolean
check_refusal (const Ask *ask,
               GError   **error)
{
  if (cor_translation_refusal_find (ask->text, ask->from, NULL, cor_store_get_glossary ()) == COR_TRANSLATION_FREE)
    return TRUE;
  g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED,
                       _ ("Replies about holds, complaints, fees and law are not translated by a machine: they need a reviewed template"));
  return FALSE;
}

gboolean
cor_ctl_translate (CorCtl  *ctl,
                   GError **error)
{
  g_autofree char *given = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_auto (GStrv) names = NULL;
  gboolean           is_reply = FALSE;
  const GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_STRING, &given, N_ ("What to translate; - reads it from the standard input"), N_ ("TEXT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("The language it is in; else it is found out"), N_ ("LANGUAGE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("The language that it shall be in"), N_ ("LANGUAGE") },
    { "name", 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, N_ ("A name in it, which the service must not see"), N_ ("NAME") },
    { "reply", 0, 0, G_OPTION_ARG_NONE, &is_reply, N_ ("It goes to a customer: refuse what needs a reviewed template"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };
  g_autoptr (CorTranslation) translation = NULL;
  g_autoptr (GArray) findings = NULL;
  g_autofree char *text = NULL;
  CorProtectWords  words;
  Ask              ask = { NULL, NULL, NULL, NULL };

  if (!cor_ctl_parse (ctl, entries, 0, 0, error) || !check_usage (given, to, error))
    return FALSE;
  text = g_str_equal (given, "-") ? cor_ctl_read_stdin (error) : cor_ctl_dup_utf8 (given, error);
  if (text == NULL || cor_ctl_open (ctl, error) == NULL)
    return FALSE;
  ask = (Ask){ text, from != NULL ? from : cor_language_detect_tag (text), to, names };
  if (ask.from == NULL)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("The text does not tell its language; say it with --from LANGUAGE"));
      return FALSE;
    }
  if (is_reply && !check_refusal (&ask, error))
    return FALSE;
  translation = translate (ctl, &ask, error);
  if (translation == NULL)
    return FALSE;
  words = (CorProtectWords){ (const char *const *) names, cor_store_get_glossary (), ask.from, ask.to };
  findings = cor_protect_check (text, translation->result, &words);
  if (ctl->is_json)
    print_json (&ask, translation, findings);
  else
    print_text (ctl, translation, findings);
  return TRUE;
}
