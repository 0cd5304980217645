/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-template"

#include "config.h"

#include "cor-ctl-template.h"

#include "cor-ctl-await.h"
#include "cor-ctl-commands.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-pack-sync.h"
#include "cor-store-templates.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
list_stored (CorCtl  *ctl,
             GError **error)
{
  g_auto (CorCtlAwait) await = { NULL };

  cor_store_list_templates_async (ctl->store, NULL, cor_ctl_on_result, &await);
  return cor_store_list_templates_finish (ctl->store, cor_ctl_await (&await), error);
}

/* A profile that nothing has looked at yet gets what came with the program. */
static gboolean
take_in_packs (CorCtl  *ctl,
               GError **error)
{
  g_autoptr (CorBackgroundSync) packs = cor_pack_sync_new (ctl->store);
  g_auto (CorCtlAwait) await = { NULL };

  cor_background_sync_run_async (packs, NULL, cor_ctl_on_result, &await);
  return cor_background_sync_run_finish (packs, cor_ctl_await (&await), error);
}

/*
 * cor_ctl_template_list_all:
 *
 * Returns: (transfer full) (nullable) (element-type CorTemplate): by id
 */
GPtrArray *
cor_ctl_template_list_all (CorCtl  *ctl,
                           GError **error)
{
  GPtrArray *templates = NULL;

  if (cor_ctl_open (ctl, error) == NULL)
    return NULL;
  templates = list_stored (ctl, error);
  if (templates == NULL || templates->len > 0)
    return templates;
  g_ptr_array_unref (templates);
  return take_in_packs (ctl, error) ? list_stored (ctl, error) : NULL;
}

/*
 * cor_ctl_template_load:
 *
 * Returns: (transfer full) (nullable): the template; of several of this id the agent's own, then an account's
 */
CorTemplate *
cor_ctl_template_load (CorCtl     *ctl,
                       const char *id,
                       GError    **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (GPtrArray) all = cor_ctl_template_list_all (ctl, error);
  g_autoptr (GError) failure = NULL;
  CorTemplate *template = NULL;

  if (all == NULL)
    return NULL;
  cor_store_load_template_async (ctl->store, id, NULL, cor_ctl_on_result, &await);
  template = cor_store_load_template_finish (ctl->store, cor_ctl_await (&await), &failure);
  if (g_error_matches (failure, COR_STORE_ERROR, COR_STORE_ERROR_NOT_FOUND))
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, _ ("No template “%s” is here"), id);
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return template;
}

static char **
get_own_locales (const CorTemplate *template)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, (gpointer) template);
  return cor_template_list_locales (one);
}

static void
add_head (JsonBuilder *builder,
          const CorTemplate *template)
{
  g_auto (GStrv) locales = get_own_locales (template);

  cor_ctl_json_text (builder, "id", template->id);
  cor_ctl_json_text (builder, "source", template->source);
  cor_ctl_json_text (builder, "title", template->title);
  cor_ctl_json_text (builder, "purpose", template->purpose);
  cor_ctl_json_text (builder, "category", template->category);
  cor_ctl_json_texts (builder, "tags", template->tags);
  cor_ctl_json_text (builder, "channels", template->channels);
  cor_ctl_json_text (builder, "shortcut", template->shortcut);
  cor_ctl_json_texts (builder, "requires", template->requires);
  cor_ctl_json_text (builder, "intent", template->intent);
  cor_ctl_json_text (builder, "owner", template->owner);
  cor_ctl_json_text (builder, "review", template->review);
  cor_ctl_json_texts (builder, "locales", locales);
}

gboolean
cor_ctl_template_list (CorCtl  *ctl,
                       GError **error)
{
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (CorCtlTable) table = NULL;

  if (!cor_ctl_parse (ctl, NULL, 0, 0, error))
    return FALSE;
  templates = cor_ctl_template_list_all (ctl, error);
  if (templates == NULL)
    return FALSE;
  if (ctl->is_json)
    cor_ctl_json_begin_list ("templates");
  else
    table = cor_ctl_table_new ("llrl", _ ("Template"), _ ("Shortcut"), _ ("Texts"), _ ("Title"), NULL);
  for (guint i = 0; i < templates->len; i++)
    {
      const CorTemplate *template = templates->pdata[i];
      g_autofree char *id = cor_ctl_clean_line (template->id);
      g_autofree char *title = cor_ctl_clean_line (template->title);
      g_autofree char *shortcut = cor_ctl_clean_line (template->shortcut != NULL ? template->shortcut : "");
      g_autofree char *n = g_strdup_printf ("%u", template->variants->len);

      if (ctl->is_json)
        {
          g_autoptr (JsonBuilder) builder = json_builder_new ();

          json_builder_begin_object (builder);
          add_head (builder, template);
          json_builder_end_object (builder);
          cor_ctl_json_add_item (builder, i == 0);
        }
      else
        cor_ctl_table_add (table, id, shortcut, n, title, NULL);
    }
  if (ctl->is_json)
    cor_ctl_json_end_list ("total", templates->len);
  else
    cor_ctl_table_print (table);
  return TRUE;
}

static void
print_json (const CorTemplate *template)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_head (builder, template);
  json_builder_set_member_name (builder, "variants");
  json_builder_begin_array (builder);
  for (guint i = 0; i < template->variants->len; i++)
    {
      const CorTemplateVariant *variant = template->variants->pdata[i];

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "locale", variant->locale);
      cor_ctl_json_text (builder, "register", cor_register_get_key (variant->reg));
      cor_ctl_json_text (builder, "state", cor_template_state_get_key (variant->state));
      cor_ctl_json_bool (builder, "is_stale", cor_template_is_stale (template, variant));
      cor_ctl_json_text (builder, "reviewer", variant->reviewer);
      cor_ctl_json_text (builder, "text", variant->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cor_ctl_json_print (builder);
}

static const char *
say_state (const CorTemplate *template,
           const CorTemplateVariant *variant)
{
  if (cor_template_is_stale (template, variant))
    return _ ("older than its source text");
  if (variant->state == COR_TEMPLATE_APPROVED)
    return _ ("approved");
  return variant->state == COR_TEMPLATE_RETIRED ? _ ("retired") : _ ("draft");
}

static void
print_text (const CorTemplate *template)
{
  g_autofree char *title = cor_ctl_clean_line (template->title);
  g_autofree char *purpose = cor_ctl_clean_line (template->purpose != NULL ? template->purpose : "");
  g_autofree char *requires = template->requires != NULL ? g_strjoinv (", ", template->requires) : g_strdup ("");

  cor_ctl_print_strong (title);
  cor_ctl_print ("%s  %s\n", template->id, template->source);
  if (*purpose != '\0')
    cor_ctl_print ("%s\n", purpose);
  if (*requires != '\0')
    /* Translators: variables such as payment.reference */
    cor_ctl_print (_ ("Needs: %s\n"), requires);
  for (guint i = 0; i < template->variants->len; i++)
    {
      const CorTemplateVariant *variant = template->variants->pdata[i];
      g_autofree char          *text = cor_ctl_clean_text (variant->text, "");
      g_autofree char          *head = g_strdup_printf ("%s %s (%s)", variant->locale, cor_register_get_key (variant->reg), say_state (template, variant));

      cor_ctl_print ("\n");
      cor_ctl_print_strong (head);
      cor_ctl_print ("%s\n", text);
    }
}

gboolean
cor_ctl_template_show (CorCtl  *ctl,
                       GError **error)
{
  g_autoptr (CorTemplate) template = NULL;

  if (!cor_ctl_parse (ctl, NULL, 1, 1, error))
    return FALSE;
  template = cor_ctl_template_load (ctl, ctl->arguments[0], error);
  if (template == NULL)
    return FALSE;
  if (ctl->is_json)
    print_json (template);
  else
    print_text (template);
  return TRUE;
}
