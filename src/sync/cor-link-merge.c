/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-link-merge.h"

#include "cor-json.h"
#include "cor-payment-link.h"

#include <string.h>

#define REFS "payment_refs"
#define ONE_REFERENCE "payment_reference"
#define VERIFICATION "verification"

/* A reference alone, or an object with a role. */
static const char *
get_reference (JsonNode *ref)
{
  if (JSON_NODE_HOLDS_OBJECT (ref))
    return cor_json_get_string (json_node_get_object (ref), "reference");
  return JSON_NODE_HOLDS_VALUE (ref) && json_node_get_value_type (ref) == G_TYPE_STRING ? json_node_get_string (ref) : NULL;
}

/* The list of the links; some desks have a single one in its place. */
static JsonArray *
dup_refs (JsonObject *attributes)
{
  JsonNode  *node = json_object_get_member (attributes, REFS);
  JsonArray *refs;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_array_ref (json_node_get_array (node));
  refs = json_array_new ();
  if (node != NULL && get_reference (node) != NULL)
    json_array_add_element (refs, json_node_copy (node));
  return refs;
}

static void
link_payment (JsonObject          *attributes,
              const CorLinkChange *change)
{
  JsonArray  *refs = dup_refs (attributes);
  JsonObject *link = NULL;

  for (guint i = 0; link == NULL && i < json_array_get_length (refs); i++)
    {
      JsonNode *ref = json_array_get_element (refs, i);

      if (!cor_payment_link_is_same (get_reference (ref), change->reference))
        continue;
      if (JSON_NODE_HOLDS_OBJECT (ref))
        link = json_object_ref (json_node_get_object (ref));
      else
        json_array_remove_element (refs, i--);
    }
  if (link == NULL)
    {
      link = json_object_new ();
      json_object_set_string_member (link, "reference", change->reference);
      json_array_add_object_element (refs, json_object_ref (link));
    }
  json_object_set_string_member (link, "role", change->word);
  json_object_unref (link);
  json_object_set_array_member (attributes, REFS, refs);
}

static void
unlink_payment (JsonObject          *attributes,
                const CorLinkChange *change)
{
  JsonArray *refs = dup_refs (attributes);
  guint      n = json_array_get_length (refs);

  for (guint i = n; i > 0; i--)
    if (cor_payment_link_is_same (get_reference (json_array_get_element (refs, i - 1)), change->reference))
      json_array_remove_element (refs, i - 1);
  if (n > 0 && json_array_get_length (refs) == 0)
    json_object_remove_member (attributes, REFS);
  json_array_unref (refs);
  if (cor_payment_link_is_same (cor_json_get_string (attributes, ONE_REFERENCE), change->reference))
    json_object_remove_member (attributes, ONE_REFERENCE);
}

static gint64
get_verified_at (JsonObject *attributes)
{
  JsonNode   *node = json_object_get_member (attributes, VERIFICATION);
  JsonObject *verification = node != NULL ? cor_json_as_object (node) : NULL;
  const char *text = verification != NULL ? cor_json_get_string (verification, "verified_at") : NULL;
  g_autoptr (GDateTime) at = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return at != NULL ? g_date_time_to_unix (at) : 0;
}

/* The later one counts, whoever it is from. */
static void
verify (JsonObject          *attributes,
        const CorLinkChange *change,
        const char          *agent_id)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (change->at);
  g_autofree char *text = at != NULL ? g_date_time_format_iso8601 (at) : NULL;
  JsonObject      *verification;

  if (text == NULL || get_verified_at (attributes) >= change->at)
    return;
  verification = json_object_new ();
  json_object_set_string_member (verification, "verified_at", text);
  json_object_set_string_member (verification, "method", change->word);
  if (agent_id != NULL)
    json_object_set_string_member (verification, "by", agent_id);
  json_object_set_object_member (attributes, VERIFICATION, verification);
}

static void
apply (JsonObject          *attributes,
       const CorLinkChange *change,
       const char          *agent_id)
{
  switch (change->act)
    {
    case COR_LINK_ADD:
      link_payment (attributes, change);
      break;
    case COR_LINK_REMOVE:
      unlink_payment (attributes, change);
      break;
    case COR_LINK_VERIFY:
      verify (attributes, change, agent_id);
      break;
    case COR_LINK_UNVERIFY:
    default:
      if (get_verified_at (attributes) <= change->at)
        json_object_remove_member (attributes, VERIFICATION);
    }
}

/**
 * cor_link_merge:
 * @attributes_json: (nullable): the custom attributes of a conversation as they are on the desk, read just now; %NULL
 *   where it has none
 * @changes: (nullable): of an intent, in order: cor_link_change_dup_text()
 * @agent_id: (nullable): remote id of the agent who made them
 * @is_changed: (out): whether anything is to be written; not where it is so already
 *
 * Lays them over what colleagues did. Done twice it is as done once. Whatever else is among the attributes stays.
 *
 * Returns: (transfer full) (nullable): all attributes as they are to be; %NULL where the desk's are no object: they are
 *   not to be lost
 */
char *
cor_link_merge (const char        *attributes_json,
                const char *const *changes,
                const char        *agent_id,
                gboolean          *is_changed)
{
  const char *text = attributes_json != NULL ? attributes_json : "{}";
  g_autoptr (JsonNode) before = cor_json_parse (text, strlen (text), NULL);
  g_autoptr (JsonNode) root = cor_json_parse (text, strlen (text), NULL);
  JsonObject *attributes = root != NULL ? cor_json_as_object (root) : NULL;

  *is_changed = FALSE;
  if (attributes == NULL)
    return NULL;
  for (guint i = 0; changes != NULL && changes[i] != NULL; i++)
    {
      g_auto (GStrv) words = NULL;
      CorLinkChange change = { 0 };

      if (cor_link_change_from_text (changes[i], &change, &words))
        apply (attributes, &change, agent_id);
    }
  *is_changed = !json_node_equal (before, root);
  return json_to_string (root, FALSE);
}
