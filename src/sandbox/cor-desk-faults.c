/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-desk-faults"

#include "config.h"

#include "cor-desk-faults.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  CorDeskFaultAction action;
  char              *path;        /* glob, NULL: any */
  char              *method;      /* NULL: any */
  double             probability; /* 0 … 1 */
  gint64             count;       /* how often still; < 0: for ever */
  gint64             skip;        /* calls that match but are spared first */
  guint              hits;
} Fault;

struct _CorDeskFaults
{
  GPtrArray *list; /* (element-type Fault), first match first */
  GRand     *rand;
};

static const char *const kind_names[] = {
  "none", "latency", "late-commit", "status", "reset-before", "reset-after", "reset-during", "truncated-json", "invalid-json",
  "slow-body", "wrong-type", "cable-drop", "stop"
};

G_DEFINE_QUARK (cor_desk_fault_error, cor_desk_fault_error)

static void
fault_free (gpointer data)
{
  Fault *fault = data;

  g_free (fault->path);
  g_free (fault->method);
  g_free (fault);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fault, fault_free)

/**
 * cor_desk_faults_help:
 *
 * Returns: (transfer none): what a fault's SPEC looks like, for --help
 */
const char *
cor_desk_faults_help (void)
{
  return _ ("A fault is KIND[:KEY=VALUE]…, as in reset-after:path=*/messages:method=POST:p=0.3:count=5\n"
            "  latency          answers SECONDS later\n"
            "  late-commit      drops the connection at once and does the write SECONDS later\n"
            "  status           answers STATUS (422, 429, 500, 502, 503 …) instead; with after-commit=1 the write is done first\n"
            "  reset-before     resets the connection, nothing is done\n"
            "  reset-after      does the write, then resets the connection\n"
            "  reset-during     resets the connection while the call is still being read, nothing is done\n"
            "  truncated-json   half of the answer\n"
            "  invalid-json     an answer that is not JSON although it says so\n"
            "  slow-body        an answer in pieces over SECONDS\n"
            "  wrong-type       the answer as text/html\n"
            "  cable-drop       cuts all cable sockets, and new ones for SECONDS\n"
            "  stop             closes everything and refuses connections for SECONDS\n"
            "Keys: path (glob, default any), method (default any), p (probability, 1), count (how often, for ever),\n"
            "skip (calls spared first, 0), seconds (1), status (500), after-commit (0).\n"
            "Paths below /sandbox are never hit. The same as a JSON array goes to POST /sandbox/faults.");
}

/**
 * cor_desk_faults_new:
 * @seed: of what is left to chance
 *
 * Returns: (transfer full): a plan without faults
 */
CorDeskFaults *
cor_desk_faults_new (guint32 seed)
{
  CorDeskFaults *self = g_new0 (CorDeskFaults, 1);

  self->list = g_ptr_array_new_with_free_func (fault_free);
  self->rand = g_rand_new_with_seed (seed);
  return self;
}

/**
 * cor_desk_faults_free:
 * @faults: (transfer full) (nullable): a plan
 */
void
cor_desk_faults_free (CorDeskFaults *faults)
{
  if (faults == NULL)
    return;
  g_ptr_array_unref (faults->list);
  g_rand_free (faults->rand);
  g_free (faults);
}

static Fault *
fault_new (const char *kind,
           GError    **error)
{
  for (guint i = COR_DESK_FAULT_LATENCY; kind != NULL && i < G_N_ELEMENTS (kind_names); i++)
    if (strcmp (kind_names[i], kind) == 0)
      {
        Fault *fault = g_new0 (Fault, 1);

        fault->action.kind = (CorDeskFaultKind) i;
        fault->action.status = 500;
        fault->action.milliseconds = 1000;
        fault->probability = 1;
        fault->count = -1;
        return fault;
      }
  g_set_error (error, COR_DESK_FAULT_ERROR, 0, _ ("“%s” is not a kind of fault"), kind ? kind : "");
  return NULL;
}

static gboolean
set_number (const char *key,
            const char *value,
            double      low,
            double      high,
            double     *number,
            GError    **error)
{
  char *end = NULL;

  *number = g_ascii_strtod (value, &end);
  if (end != value && *end == '\0' && *number >= low && *number <= high)
    return TRUE;
  g_set_error (error, COR_DESK_FAULT_ERROR, 0, _ ("“%s” is not a value for “%s” of a fault"), value, key);
  return FALSE;
}

static gboolean
fault_set (Fault      *fault,
           const char *key,
           const char *value,
           GError    **error)
{
  double number = 0;

  if (strcmp (key, "path") == 0 || strcmp (key, "method") == 0)
    {
      char **field = key[0] == 'p' ? &fault->path : &fault->method;

      g_free (*field);
      *field = g_strdup (value);
      return TRUE;
    }
  if (strcmp (key, "p") == 0)
    return set_number (key, value, 0, 1, &fault->probability, error);
  if (!set_number (key, value, -1, 100000, &number, error))
    return FALSE;
  if (strcmp (key, "count") == 0)
    fault->count = (gint64) number;
  else if (strcmp (key, "skip") == 0)
    fault->skip = (gint64) number;
  else if (strcmp (key, "seconds") == 0 && number >= 0)
    fault->action.milliseconds = (guint) (number * 1000);
  else if (strcmp (key, "status") == 0 && number >= 200 && number <= 599)
    fault->action.status = (guint) number;
  else if (strcmp (key, "after-commit") == 0 || strcmp (key, "after_commit") == 0)
    fault->action.after_commit = number > 0;
  else
    {
      g_set_error (error, COR_DESK_FAULT_ERROR, 0, _ ("A fault has no “%s=%s”"), key, value);
      return FALSE;
    }
  return TRUE;
}

/**
 * cor_desk_faults_add_spec:
 * @faults: a plan
 * @spec: as cor_desk_faults_help() says
 * @error: COR_DESK_FAULT_ERROR with a sentence
 *
 * Returns: whether it was understood and added
 */
gboolean
cor_desk_faults_add_spec (CorDeskFaults *faults,
                          const char    *spec,
                          GError       **error)
{
  g_auto (GStrv) parts = g_strsplit (spec, ":", -1);
  g_autoptr (Fault) fault = fault_new (parts[0], error);

  if (fault == NULL)
    return FALSE;
  for (guint i = 1; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');

      if (equals != NULL)
        *equals++ = '\0';
      if (!fault_set (fault, parts[i], equals ? equals : "1", error))
        return FALSE;
    }
  g_ptr_array_add (faults->list, g_steal_pointer (&fault));
  return TRUE;
}

/**
 * cor_desk_faults_add_object:
 * @faults: a plan
 * @object: {"kind":…} and the keys of a SPEC
 * @immediate: (out): a cable-drop or stop without a path, which is for now and not for a call
 * @error: COR_DESK_FAULT_ERROR with a sentence
 *
 * Returns: whether it was understood
 */
gboolean
cor_desk_faults_add_object (CorDeskFaults      *faults,
                            JsonObject         *object,
                            CorDeskFaultAction *immediate,
                            GError            **error)
{
  g_autoptr (Fault) fault = fault_new (cor_desk_json_string (object, "kind"), error);
  JsonObjectIter iter;
  const char    *key;
  JsonNode      *node;

  immediate->kind = COR_DESK_FAULT_NONE;
  if (fault == NULL)
    return FALSE;
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, &node))
    {
      g_autofree char *value = cor_desk_json_dup_scalar (object, key);

      if (strcmp (key, "kind") == 0 || strcmp (key, "hits") == 0 || value == NULL)
        continue;
      if (!fault_set (fault, key, strcmp (value, "true") == 0 ? "1" : strcmp (value, "false") == 0 ? "0"
                                                                                                   : value,
                      error))
        return FALSE;
    }
  if (fault->path == NULL && (fault->action.kind == COR_DESK_FAULT_CABLE_DROP || fault->action.kind == COR_DESK_FAULT_STOP))
    *immediate = fault->action;
  else
    g_ptr_array_add (faults->list, g_steal_pointer (&fault));
  return TRUE;
}

/**
 * cor_desk_faults_clear:
 * @faults: a plan, without faults from now on
 */
void
cor_desk_faults_clear (CorDeskFaults *faults)
{
  g_ptr_array_set_size (faults->list, 0);
}

/**
 * cor_desk_faults_list:
 * @faults: a plan
 *
 * Returns: (transfer full): the faults with how often each has hit
 */
JsonArray *
cor_desk_faults_list (CorDeskFaults *faults)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < faults->list->len; i++)
    {
      Fault *fault = g_ptr_array_index (faults->list, i);

      json_array_add_object_element (array, cor_desk_json_new ("kind:s", kind_names[fault->action.kind], "path:s", fault->path, "method:s", fault->method,
                                                               "p:f", fault->probability, "count:i", fault->count, "skip:i", fault->skip,
                                                               "seconds:f", fault->action.milliseconds / 1000.0, "status:d", (int) fault->action.status,
                                                               "after_commit:b", fault->action.after_commit, "hits:d", (int) fault->hits, NULL));
    }
  return array;
}

static gboolean
fires (CorDeskFaults *self,
       Fault         *fault,
       const char    *method,
       const char    *path)
{
  if (fault->count == 0 || (fault->method != NULL && g_ascii_strcasecmp (fault->method, method) != 0))
    return FALSE;
  if (fault->path != NULL && !g_pattern_match_simple (fault->path, path))
    return FALSE;
  if (fault->skip > 0)
    {
      fault->skip--;
      return FALSE;
    }
  return fault->probability >= 1 || g_rand_double (self->rand) < fault->probability;
}

/**
 * cor_desk_faults_pick_during:
 * @faults: a plan
 * @method: of a call of which the head was read
 * @path: of that call
 *
 * Returns: whether the connection shall break before the rest is read
 */
gboolean
cor_desk_faults_pick_during (CorDeskFaults *faults,
                             const char    *method,
                             const char    *path)
{
  for (guint i = 0; i < faults->list->len; i++)
    {
      Fault *fault = g_ptr_array_index (faults->list, i);

      if (fault->action.kind != COR_DESK_FAULT_RESET_DURING || !fires (faults, fault, method, path))
        continue;
      fault->hits++;
      if (fault->count > 0)
        fault->count--;
      return TRUE;
    }
  return FALSE;
}

/**
 * cor_desk_faults_pick:
 * @faults: a plan
 * @method: of a call
 * @path: of a call
 * @action: (out): what shall go wrong with it
 */
void
cor_desk_faults_pick (CorDeskFaults      *faults,
                      const char         *method,
                      const char         *path,
                      CorDeskFaultAction *action)
{
  action->kind = COR_DESK_FAULT_NONE;
  for (guint i = 0; i < faults->list->len; i++)
    {
      Fault *fault = g_ptr_array_index (faults->list, i);

      if (fault->action.kind == COR_DESK_FAULT_RESET_DURING || !fires (faults, fault, method, path))
        continue;
      fault->hits++;
      if (fault->count > 0)
        fault->count--;
      *action = fault->action;
      return;
    }
}
