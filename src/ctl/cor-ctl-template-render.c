/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ctl-template-render"

#include "config.h"

#include "cor-ctl-template.h"

#include "cor-ctl-await.h"
#include "cor-ctl-commands.h"
#include "cor-ctl-error.h"
#include "cor-ctl-json.h"
#include "cor-ctl-output.h"
#include "cor-store-templates.h"
#include "cor-template-choice.h"
#include "cor-template-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the command line gives; all owned, all may be NULL. */
typedef struct
{
  char       *locale;
  char       *register_key;
  char       *zone;
  char      **set;
  CorRegister reg;
  gboolean    is_all;
  gboolean    is_sample;
  gboolean    is_preview;
  gboolean    is_approved_only;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->locale);
  g_free (options->register_key);
  g_free (options->zone);
  g_strfreev (options->set);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* One template, filled in. */
typedef struct
{
  CorTemplateChoice choice;
  CorTemplateFill  *fill; /* owned */
} Rendered;

static void
rendered_clear (Rendered *rendered)
{
  g_clear_pointer (&rendered->fill, cor_template_fill_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rendered, rendered_clear)

static gboolean
set_values (CorTemplateValues *values,
            char *const       *set,
            GError           **error)
{
  for (guint i = 0; set != NULL && set[i] != NULL; i++)
    {
      g_autofree char *pair = cor_ctl_dup_utf8 (set[i], error);
      char            *equals = pair != NULL ? strchr (pair, '=') : NULL;
      g_autoptr (GError) reason = NULL;

      if (pair == NULL)
        return FALSE;
      if (equals == NULL)
        {
          g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--set takes NAME=VALUE, such as payment.amount=\"1010.00 USD\""));
          return FALSE;
        }
      *equals = '\0';
      if (!cor_template_values_parse (values, pair, equals + 1, &reason))
        {
          g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, reason->message);
          return FALSE;
        }
    }
  return TRUE;
}

static CorTemplateValues *
get_values (CorCtl        *ctl,
            const Options *options,
            GError       **error)
{
  g_auto (CorCtlAwait) await = { NULL };
  g_autoptr (CorTemplateValues) values = NULL;

  if (options->is_sample)
    {
      cor_store_load_sample_values_async (ctl->store, options->locale, NULL, cor_ctl_on_result, &await);
      values = cor_store_load_sample_values_finish (ctl->store, cor_ctl_await (&await), error);
      if (values == NULL)
        return NULL;
    }
  else
    values = cor_template_values_new ();
  return set_values (values, options->set, error) ? g_steal_pointer (&values) : NULL;
}

static JsonBuilder *
new_json (const CorTemplate *template,
          const Options  *options,
          const Rendered *rendered)
{
  const CorTemplateChoice *choice = &rendered->choice;
  JsonBuilder             *builder = json_builder_new ();

  json_builder_begin_object (builder);
  cor_ctl_json_text (builder, "id", template->id);
  cor_ctl_json_text (builder, "locale", options->locale);
  cor_ctl_json_text (builder, "text_locale", choice->variant->locale);
  cor_ctl_json_text (builder, "register", cor_register_get_key (choice->variant->reg));
  cor_ctl_json_bool (builder, "is_other_register", choice->is_other_register);
  cor_ctl_json_int (builder, "distance", choice->distance);
  cor_ctl_json_text (builder, "state", cor_template_state_get_key (choice->variant->state));
  cor_ctl_json_bool (builder, "is_stale", cor_template_is_stale (template, choice->variant));
  cor_ctl_json_text (builder, "text", rendered->fill->text);
  json_builder_set_member_name (builder, "spans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rendered->fill->spans->len; i++)
    {
      CorTemplateSpan span = g_array_index (rendered->fill->spans, CorTemplateSpan, i);

      json_builder_begin_object (builder);
      cor_ctl_json_text (builder, "name", span.name);
      cor_ctl_json_int (builder, "start", (gint64) span.start);
      cor_ctl_json_int (builder, "end", (gint64) span.end);
      cor_ctl_json_bool (builder, "is_missing", span.is_missing);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return builder;
}

/* The text goes where a pipe takes it; what is to be known about it beside. */
static void
print_text (CorCtl         *ctl,
            const Options  *options,
            const Rendered *rendered)
{
  const CorTemplateChoice *choice = &rendered->choice;

  cor_ctl_print ("%s\n", rendered->fill->text);
  /* a register that nobody asked for is not missed */
  if (!ctl->is_quiet && (choice->distance > 0 || (choice->is_other_register && options->register_key != NULL)))
    /* Translators: language tag, register and again a language tag, such as: es neutral was taken for es-MX */
    g_printerr (_ ("%s %s was taken for %s\n"), choice->variant->locale, cor_register_get_key (choice->variant->reg), options->locale);
}

static gboolean
fill_in (const CorTemplate *template,
         const Options     *options,
         CorTemplateValues *values,
         Rendered          *rendered,
         GError           **error)
{
  CorTemplateTarget target = { options->locale, options->zone, FALSE, options->is_preview };

  if (cor_template_choose (template, options->locale, options->reg, options->is_approved_only, &rendered->choice, error))
    rendered->fill = cor_template_render (template, rendered->choice.variant, values, &target, error);
  return rendered->fill != NULL;
}

static gboolean
render (CorCtl        *ctl,
        const Options *options,
        GError       **error)
{
  g_autoptr (CorTemplate) template = cor_ctl_template_load (ctl, ctl->arguments[0], error);
  g_autoptr (CorTemplateValues) values = template != NULL ? get_values (ctl, options, error) : NULL;
  g_auto (Rendered) rendered = { { NULL, 0, FALSE }, NULL };
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonBuilder) builder = NULL;

  if (values == NULL)
    return FALSE;
  if (!fill_in (template, options, values, &rendered, &reason))
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED, reason->message);
      return FALSE;
    }
  if (ctl->is_json)
    cor_ctl_json_print (builder = new_json (template, options, &rendered));
  else
    print_text (ctl, options, &rendered);
  return TRUE;
}

static void
print_one_of_all (CorCtl *ctl,
                  const CorTemplate *template,
                  const Options  *options,
                  const Rendered *rendered,
                  gboolean        is_first)
{
  const CorTemplateVariant *variant = rendered->choice.variant;
  g_autoptr (JsonBuilder) builder = ctl->is_json ? new_json (template, options, rendered) : NULL;

  if (builder != NULL)
    cor_ctl_json_add_item (builder, is_first);
  else
    cor_ctl_print ("== %s %s %s %s\n%s\n\n", template->id, variant->locale, cor_register_get_key (variant->reg),
                   cor_template_state_get_key (variant->state), rendered->fill->text);
}

/* For whoever reads all the texts of a language; one that cannot be filled in does not hide the others. */
static gboolean
render_all (CorCtl        *ctl,
            const Options *options,
            GError       **error)
{
  g_autoptr (GPtrArray) templates = cor_ctl_template_list_all (ctl, error);
  g_autoptr (CorTemplateValues) values = templates != NULL ? get_values (ctl, options, error) : NULL;
  guint n = 0;

  if (values == NULL)
    return FALSE;
  if (ctl->is_json)
    cor_ctl_json_begin_list ("texts");
  for (guint i = 0; i < templates->len; i++)
    {
      const CorTemplate *template = templates->pdata[i];
      g_auto (Rendered) rendered = { { NULL, 0, FALSE }, NULL };
      g_autoptr (GError) reason = NULL;

      if (fill_in (template, options, values, &rendered, &reason))
        print_one_of_all (ctl, template, options, &rendered, n++ == 0);
      else
        g_printerr ("%s: %s\n", template->id, reason->message);
    }
  if (ctl->is_json)
    cor_ctl_json_end_list ("total", n);
  if (n < templates->len)
    g_set_error (error, COR_CTL_ERROR, COR_CTL_ERROR_FAILED,
                 g_dngettext (GETTEXT_PACKAGE, "%u template of %u could not be filled in", "%u templates of %u could not be filled in", templates->len - n),
                 templates->len - n, templates->len);
  return n == templates->len;
}

gboolean
cor_ctl_template_render (CorCtl  *ctl,
                         GError **error)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "locale", 0, 0, G_OPTION_ARG_STRING, &options.locale, N_ ("The customer’s language, such as zh-HK"), N_ ("TAG") },
    { "register", 0, 0, G_OPTION_ARG_STRING, &options.register_key, N_ ("neutral (unless given), formal or direct"), N_ ("NAME") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &options.zone, N_ ("The customer’s time zone, such as Asia/Hong_Kong"), N_ ("ZONE") },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.set, N_ ("A value of a variable; may be given again"), N_ ("NAME=VALUE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.is_all, N_ ("All templates, one after another"), NULL },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &options.is_sample, N_ ("Fill in sample values where none is set"), NULL },
    { "preview", 0, 0, G_OPTION_ARG_NONE, &options.is_preview, N_ ("Leave what is not known as it stands"), NULL },
    { "approved", 0, 0, G_OPTION_ARG_NONE, &options.is_approved_only, N_ ("Take approved texts only"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL }
  };

  if (!cor_ctl_parse (ctl, entries, 0, 1, error))
    return FALSE;
  if (options.is_all == (ctl->n_arguments == 1))
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("Name one template, or all of them with --all"));
      return FALSE;
    }
  if (options.locale == NULL)
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("Name the customer’s language with --locale TAG"));
      return FALSE;
    }
  if (options.register_key != NULL && !cor_register_from_key (options.register_key, &options.reg))
    {
      g_set_error_literal (error, COR_CTL_ERROR, COR_CTL_ERROR_USAGE, _ ("--register takes neutral, formal or direct"));
      return FALSE;
    }
  return options.is_all ? render_all (ctl, &options, error) : render (ctl, &options, error);
}
