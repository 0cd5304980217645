/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-store-templates"

#include "config.h"

#include "cor-store-templates.h"

#include "cor-store-resources.h"
#include "cor-template-choice.h"
#include "cor-template-put.h"

/* A job that puts, and how far it came. */
typedef struct
{
  gint64     account;
  char      *source;
  GPtrArray *templates;
  GPtrArray *samples;
  guint      n_put;
} Put;

static void
put_free (gpointer data)
{
  Put *put = data;

  g_free (put->source);
  g_ptr_array_unref (put->templates);
  g_clear_pointer (&put->samples, g_ptr_array_unref);
  g_free (put);
}

/* As many as a turn has time for; whether all are in. */
static gboolean
put_some (CorDb *db,
          Put   *put)
{
  while (put->n_put < put->templates->len)
    {
      CorTemplate *template = put->templates->pdata[put->n_put];

      template->account = put->account;
      g_free (template->source);
      template->source = g_strdup (put->source);
      cor_template_put (db, template);
      put->n_put++;
      if (cor_db_has_failed (db) || cor_db_is_late (db))
        return FALSE;
    }
  return TRUE;
}

static gpointer
put_job (CorDb   *db,
         gpointer data,
         GError **error)
{
  Put *put = data;

  if (!put_some (db, put))
    return cor_db_has_failed (db) ? NULL : COR_STORE_AGAIN;
  cor_template_remove_others (db, put->account, put->source, put->templates);
  if (put->samples != NULL)
    cor_template_put_samples (db, put->source, put->samples);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_put_templates_async:
 * @account: 0: of no account
 * @source: "account", or "pack:" and the pack's id
 * @templates: (transfer full) (element-type CorTemplate): all that the source has now
 * @samples: (transfer full) (nullable) (element-type CorTemplateSample)
 *
 * Puts a source's templates in and removes those that it no longer has. A text that did not change keeps its
 * approval and its staleness; one that did is what the source says of it. The agent's writes have their turn in
 * between.
 */
void
cor_store_put_templates_async (CorStore           *store,
                               gint64              account,
                               const char         *source,
                               GPtrArray          *templates,
                               GPtrArray          *samples,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  Put *put = g_new0 (Put, 1);

  put->account = account;
  put->source = g_strdup (source);
  put->templates = templates;
  put->samples = samples;
  cor_store_run_async (store, COR_STORE_SYNC, put_job, put, put_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_put_templates_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
save_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  Put *put = data;

  /* all or none, in one transaction: whoever breaks off in between has what was there before */
  while (put->n_put < put->templates->len && !cor_db_has_failed (db))
    put_some (db, put);
  return cor_db_has_failed (db) ? NULL : GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_save_templates_async:
 * @templates: (transfer full) (element-type CorTemplate): become the agent's own; those of theirs with the same id are
 *   replaced, all or none
 */
void
cor_store_save_templates_async (CorStore           *store,
                                GPtrArray          *templates,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  Put *put = g_new0 (Put, 1);

  put->source = g_strdup (COR_TEMPLATE_SOURCE_OWN);
  put->templates = templates;
  cor_store_run_async (store, COR_STORE_AGENT, save_job, put, put_free, NULL, cancellable, callback, user_data);
}

gboolean
cor_store_save_templates_finish (CorStore     *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

/**
 * cor_store_save_template_async:
 * @template: (transfer full): becomes the agent's own; one of theirs with the same id is replaced
 */
void
cor_store_save_template_async (CorStore *store,
                               CorTemplate *template,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GPtrArray *one = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_free);

  g_ptr_array_add (one, template);
  cor_store_save_templates_async (store, one, cancellable, callback, user_data);
}

gboolean
cor_store_save_template_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static CorTemplate *
read_template (CorDb        *db,
               sqlite3_stmt *row,
               gint64       *id)
{
  CorTemplate *template = NULL;

  if (cor_db_next (db, row))
    {
      template = cor_template_load_row (db, row, id);
      cor_db_next (db, row);
      cor_template_load_variants (db, template, *id);
    }
  if (template == NULL)
    cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no such template here");
  return template;
}

typedef struct
{
  gint64           account;
  char            *source;
  char            *name;
  char            *locale;
  char            *reviewer;
  CorRegister      reg;
  CorTemplateState state;
} StateChange;

static void
state_change_free (gpointer data)
{
  StateChange *change = data;

  g_free (change->source);
  g_free (change->name);
  g_free (change->locale);
  g_free (change->reviewer);
  g_free (change);
}

static gboolean
set_states (CorDb *db,
            gint64 id,
            CorTemplate *template,
            StateChange *change)
{
  gboolean found = FALSE;

  for (guint i = 0; i < template->variants->len; i++)
    {
      CorTemplateVariant *variant = template->variants->pdata[i];

      if (change->locale != NULL && (variant->reg != change->reg || !g_str_equal (variant->locale, change->locale)))
        continue;
      cor_db_run (db, "template-variant-set-state", "lslss", id, variant->locale, (gint64) variant->reg, cor_template_state_get_key (change->state),
                  change->reviewer);
      variant->state = change->state;
      found = TRUE;
    }
  return found;
}

static gpointer
set_state_job (CorDb   *db,
               gpointer data,
               GError **error)
{
  StateChange  *change = data;
  gint64        id = 0;
  sqlite3_stmt *row = change->source != NULL ? cor_db_query (db, "template-find-of", "ssl", change->name, change->source, change->account)
                                             : cor_db_query (db, "template-find", "s", change->name);
  g_autoptr (CorTemplate) template = read_template (db, row, &id);

  if (template == NULL)
    return NULL;
  if (!set_states (db, id, template, change))
    {
      cor_db_fail (db, COR_STORE_ERROR_NOT_FOUND, "There is no such template here");
      return NULL;
    }
  /* what is retired is not to be found, what is back is */
  cor_template_put_articles (db, template);
  cor_db_touch_topics (db, COR_TOPIC_TEMPLATES);
  return GINT_TO_POINTER (TRUE);
}

/**
 * cor_store_set_template_state_async:
 * @account: of the template, 0 none
 * @source: (nullable): of the template; %NULL: the one that is in force of those with this id
 * @name: the template's id
 * @locale: (nullable): exactly as the text has it; %NULL: all texts, whatever @reg
 * @reviewer: (nullable): who decided; an approval needs one
 */
void
cor_store_set_template_state_async (CorStore           *store,
                                    gint64              account,
                                    const char         *source,
                                    const char         *name,
                                    const char         *locale,
                                    CorRegister         reg,
                                    CorTemplateState    state,
                                    const char         *reviewer,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  StateChange *change = NULL;

  g_return_if_fail (state != COR_TEMPLATE_APPROVED || (reviewer != NULL && *reviewer != '\0'));

  change = g_new0 (StateChange, 1);
  change->account = account;
  change->source = g_strdup (source);
  change->name = g_strdup (name);
  change->locale = g_strdup (locale);
  change->reviewer = g_strdup (reviewer);
  change->reg = reg;
  change->state = state;
  cor_store_run_async (store, COR_STORE_AGENT, set_state_job, change, state_change_free, NULL, cancellable, callback, user_data);
}

/**
 * cor_store_set_template_state_finish:
 * @error: %COR_STORE_ERROR_NOT_FOUND where there is no such text
 */
gboolean
cor_store_set_template_state_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return cor_store_run_finish (store, result, error) != NULL;
}

static gpointer
list_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *row = cor_db_query (db, "template-list", "");

  while (cor_db_next (db, row))
    {
      gint64 id = 0;

      g_ptr_array_add (templates, cor_template_load_row (db, row, &id));
      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < templates->len; i++)
    cor_template_load_variants (db, templates->pdata[i], g_array_index (ids, gint64, i));
  return templates;
}

/**
 * cor_store_list_templates_async:
 *
 * All of them with all their texts, some hundred kilobytes.
 */
void
cor_store_list_templates_async (CorStore           *store,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/**
 * cor_store_list_templates_finish:
 *
 * Returns: (transfer full) (nullable) (element-type CorTemplate): by id; of those with the same id the agent's own first
 */
GPtrArray *
cor_store_list_templates_finish (CorStore     *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
load_job (CorDb   *db,
          gpointer data,
          GError **error)
{
  gint64 id = 0;

  return read_template (db, cor_db_query (db, "template-find", "s", data), &id);
}

/**
 * cor_store_load_template_async:
 * @name: the template's id; of several the agent's own, then an account's, then a pack's
 */
void
cor_store_load_template_async (CorStore           *store,
                               const char         *name,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_job, g_strdup (name), g_free, (GDestroyNotify) cor_template_free, cancellable, callback, user_data);
}

/**
 * cor_store_load_template_finish:
 * @error: %COR_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full) (nullable): the template with its texts
 */
CorTemplate *
cor_store_load_template_finish (CorStore     *store,
                                GAsyncResult *result,
                                GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

static gpointer
load_sample_job (CorDb   *db,
                 gpointer data,
                 GError **error)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_sample_free);
  sqlite3_stmt *row = cor_db_query (db, "template-sample-list", "");

  while (cor_db_next (db, row))
    g_ptr_array_add (samples, cor_template_sample_new (cor_column_text (row, 0), cor_column_text (row, 1), cor_column_text (row, 2)));
  return cor_template_values_new_sample (samples, data);
}

/**
 * cor_store_load_sample_values_async:
 * @locale: of the text that is tried
 *
 * Values that came with packs, for trying their templates.
 */
void
cor_store_load_sample_values_async (CorStore           *store,
                                    const char         *locale,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  cor_store_run_async (store, COR_STORE_READ, load_sample_job, g_strdup (locale), g_free, (GDestroyNotify) cor_template_values_unref, cancellable,
                       callback, user_data);
}

/**
 * cor_store_load_sample_values_finish:
 *
 * Returns: (transfer full) (nullable): the values; none where no pack has any
 */
CorTemplateValues *
cor_store_load_sample_values_finish (CorStore     *store,
                                     GAsyncResult *result,
                                     GError      **error)
{
  return cor_store_run_finish (store, result, error);
}

/**
 * cor_store_get_template_titles:
 * @language: such as "zh-Hans"
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): what the starter templates are called in it; %NULL where there is no such file
 */
GBytes *
cor_store_get_template_titles (const char *language)
{
  g_autofree char *path = g_strconcat ("/org/corridordesk/Corridor/templates/titles/", language, ".tsv", NULL);

  return g_resource_lookup_data (cor_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
