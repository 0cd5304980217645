/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-procedure-merge.h"

#include "cor-json.h"
#include "cor-procedure.h"

#include <string.h>

static void
set_attribute (JsonObject         *attributes,
               const char         *key,
               const CorProcedure *procedure)
{
  g_autofree char *text = procedure != NULL ? cor_procedure_dup_text (procedure) : NULL;

  if (g_strcmp0 (text, cor_json_get_string (attributes, key)) == 0)
    return;
  if (text != NULL)
    json_object_set_string_member (attributes, key, text);
  else
    json_object_remove_member (attributes, key);
}

static gboolean
apply (JsonObject               *attributes,
       const CorProcedureChange *change,
       const char               *agent_id)
{
  g_autofree char *key = cor_procedure_dup_key (change->slug);
  g_autoptr (CorProcedure) procedure = cor_procedure_new_from_text (change->slug, cor_json_get_string (attributes, key));

  if (!cor_procedure_apply (&procedure, change, agent_id))
    return FALSE;
  set_attribute (attributes, key, procedure);
  return TRUE;
}

static gboolean
is_done (JsonObject               *attributes,
         const CorProcedureChange *change)
{
  g_autofree char *key = cor_procedure_dup_key (change->slug);
  g_autoptr (CorProcedure) procedure = cor_procedure_new_from_text (change->slug, cor_json_get_string (attributes, key));

  return procedure != NULL && ((change->act == COR_PROCEDURE_START && procedure->started.at == change->at) ||
                               (change->act == COR_PROCEDURE_FINISH && procedure->ended.at == change->at));
}

/* An intent is written as one: where the desk has its start or end of a procedure, it has had all before that, too.
 * Doing those again would fail on what is over, or end what was begun anew. */
static gboolean
has_arrived (JsonObject        *attributes,
             const char *const *changes, /* from the one that is asked about */
             const char        *slug)
{
  for (guint i = 0; changes[i] != NULL; i++)
    {
      g_autofree char   *other = NULL;
      CorProcedureChange change = { 0 };

      if (cor_procedure_change_from_text (changes[i], &change, &other) && g_str_equal (other, slug) && is_done (attributes, &change))
        return TRUE;
    }
  return FALSE;
}

/**
 * cor_procedure_merge:
 * @attributes_json: (nullable): the custom attributes of a conversation as they are on the desk, read just now; %NULL
 *   where it has none
 * @changes: (nullable): of an intent, in order
 * @agent_id: remote id of the agent who made them
 * @is_changed: (out): whether anything is to be written; not where it is so already
 * @conflict: (out) (transfer full) (nullable): slug of the procedure that a colleague finished or dropped meanwhile
 *
 * Lays them over what colleagues did, as far as they have not arrived: it is asked again after the desk has written
 * them, and when its answer got lost. Whatever else is among the attributes stays.
 *
 * Returns: (transfer full) (nullable): all attributes as they are to be; %NULL on a conflict, and where the desk's
 *   are no object: they are not to be lost
 */
char *
cor_procedure_merge (const char        *attributes_json,
                     const char *const *changes,
                     const char        *agent_id,
                     gboolean          *is_changed,
                     char             **conflict)
{
  const char *text = attributes_json != NULL ? attributes_json : "{}";
  g_autoptr (JsonNode) before = cor_json_parse (text, strlen (text), NULL);
  g_autoptr (JsonNode) root = cor_json_parse (text, strlen (text), NULL);
  JsonObject *attributes = root != NULL ? cor_json_as_object (root) : NULL;

  *is_changed = FALSE;
  *conflict = NULL;
  if (attributes == NULL)
    return NULL;
  for (guint i = 0; changes != NULL && changes[i] != NULL; i++)
    {
      g_autofree char   *slug = NULL;
      CorProcedureChange change = { 0 };

      if (!cor_procedure_change_from_text (changes[i], &change, &slug) ||
          has_arrived (cor_json_as_object (before), &changes[i], slug) ||
          apply (attributes, &change, agent_id))
        continue;
      *conflict = g_steal_pointer (&slug);
      return NULL;
    }
  *is_changed = !json_node_equal (before, root);
  return json_to_string (root, FALSE);
}
