/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-template.h"

#include <string.h>

static const char *const register_keys[COR_N_REGISTERS] = {
  [COR_REGISTER_NEUTRAL] = "neutral",
  [COR_REGISTER_FORMAL] = "formal",
  [COR_REGISTER_DIRECT] = "direct",
};
static const char *const state_keys[] = {
  [COR_TEMPLATE_DRAFT] = "draft",
  [COR_TEMPLATE_APPROVED] = "approved",
  [COR_TEMPLATE_RETIRED] = "retired",
};

/**
 * cor_register_get_key:
 *
 * Returns: (transfer none): the name in files; not for people
 */
const char *
cor_register_get_key (CorRegister reg)
{
  g_return_val_if_fail ((guint) reg < COR_N_REGISTERS, register_keys[0]);

  return register_keys[reg];
}

/**
 * cor_register_from_key:
 * @key: (nullable)
 * @reg: (out): untouched where the key is none
 *
 * Returns: whether it is a register
 */
gboolean
cor_register_from_key (const char  *key,
                       CorRegister *reg)
{
  for (guint i = 0; key != NULL && i < COR_N_REGISTERS; i++)
    if (g_str_equal (register_keys[i], key))
      {
        *reg = (CorRegister) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * cor_template_state_get_key:
 *
 * Returns: (transfer none): the name in files; not for people
 */
const char *
cor_template_state_get_key (CorTemplateState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_keys), state_keys[0]);

  return state_keys[state];
}

/**
 * cor_template_state_from_key:
 * @key: (nullable)
 * @state: (out): untouched where the key is none
 *
 * Returns: whether it is a state
 */
gboolean
cor_template_state_from_key (const char       *key,
                             CorTemplateState *state)
{
  for (guint i = 0; key != NULL && i < G_N_ELEMENTS (state_keys); i++)
    if (g_str_equal (state_keys[i], key))
      {
        *state = (CorTemplateState) i;
        return TRUE;
      }
  return FALSE;
}

CorTemplateVariant *
cor_template_variant_new (void)
{
  return g_new0 (CorTemplateVariant, 1);
}

/**
 * cor_template_variant_copy:
 *
 * Returns: (transfer full): a copy
 */
CorTemplateVariant *
cor_template_variant_copy (const CorTemplateVariant *self)
{
  CorTemplateVariant *copy = cor_template_variant_new ();

  *copy = *self;
  copy->locale = g_strdup (self->locale);
  copy->text = g_strdup (self->text);
  copy->reviewer = g_strdup (self->reviewer);
  copy->source_digest = g_strdup (self->source_digest);
  return copy;
}

/**
 * cor_template_variant_make_draft:
 *
 * What was decided about it is not so any longer.
 */
void
cor_template_variant_make_draft (CorTemplateVariant *self)
{
  self->state = COR_TEMPLATE_DRAFT;
  g_clear_pointer (&self->reviewer, g_free);
  self->reviewed_at = 0;
}

void
cor_template_variant_free (CorTemplateVariant *self)
{
  g_free (self->locale);
  g_free (self->text);
  g_free (self->reviewer);
  g_free (self->source_digest);
  g_free (self);
}

/**
 * cor_template_new:
 *
 * Returns: (transfer full): an empty one, to be filled by its maker and constant after that
 */
CorTemplate *
cor_template_new (void)
{
  CorTemplate *self = g_new0 (CorTemplate, 1);

  self->variants = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_template_variant_free);
  return self;
}

/**
 * cor_template_copy:
 *
 * Returns: (transfer full): a copy with all its texts
 */
CorTemplate *
cor_template_copy (const CorTemplate *self)
{
  CorTemplate *copy = cor_template_new ();

  copy->id = g_strdup (self->id);
  copy->source = g_strdup (self->source);
  copy->account = self->account;
  copy->title = g_strdup (self->title);
  copy->purpose = g_strdup (self->purpose);
  copy->category = g_strdup (self->category);
  copy->tags = g_strdupv (self->tags);
  copy->channels = g_strdup (self->channels);
  copy->shortcut = g_strdup (self->shortcut);
  copy->requires = g_strdupv (self->requires);
  copy->intent = g_strdup (self->intent);
  copy->owner = g_strdup (self->owner);
  copy->review = g_strdup (self->review);
  copy->source_locale = g_strdup (self->source_locale);
  for (guint i = 0; i < self->variants->len; i++)
    g_ptr_array_add (copy->variants, cor_template_variant_copy (self->variants->pdata[i]));
  return copy;
}

void
cor_template_free (CorTemplate *self)
{
  g_free (self->id);
  g_free (self->source);
  g_free (self->title);
  g_free (self->purpose);
  g_free (self->category);
  g_strfreev (self->tags);
  g_free (self->channels);
  g_free (self->shortcut);
  g_strfreev (self->requires);
  g_free (self->intent);
  g_free (self->owner);
  g_free (self->review);
  g_free (self->source_locale);
  g_ptr_array_unref (self->variants);
  g_free (self);
}

/**
 * cor_template_digest_text:
 *
 * Returns: (transfer full): what tells this text from a later version of it
 */
char *
cor_template_digest_text (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/**
 * cor_template_find:
 * @locale: exactly as the variant has it; see cor_template_choose() for what a customer reads
 *
 * Returns: (transfer none) (nullable): the variant
 */
const CorTemplateVariant *
cor_template_find (const CorTemplate *self,
                   const char        *locale,
                   CorRegister        reg)
{
  for (guint i = 0; i < self->variants->len; i++)
    {
      const CorTemplateVariant *variant = self->variants->pdata[i];

      if (variant->reg == reg && g_str_equal (variant->locale, locale))
        return variant;
    }
  return NULL;
}

/**
 * cor_template_get_source:
 *
 * Returns: (transfer none) (nullable): the text that a translation in @reg is written after: the source
 *   language in the same register, else in its first one
 */
const CorTemplateVariant *
cor_template_get_source (const CorTemplate *self,
                         CorRegister        reg)
{
  const CorTemplateVariant *source = NULL;

  if (self->source_locale == NULL)
    return NULL;
  source = cor_template_find (self, self->source_locale, reg);
  for (guint i = 0; source == NULL && i < COR_N_REGISTERS; i++)
    source = cor_template_find (self, self->source_locale, (CorRegister) i);
  return source;
}

/**
 * cor_template_is_stale:
 * @variant: of @self
 *
 * Returns: whether the source text has changed since @variant was written after it
 */
gboolean
cor_template_is_stale (const CorTemplate        *self,
                       const CorTemplateVariant *variant)
{
  const CorTemplateVariant *source = cor_template_get_source (self, variant->reg);
  g_autofree char          *digest = NULL;

  if (source == NULL || g_str_equal (variant->locale, self->source_locale) || variant->source_digest == NULL)
    return FALSE;
  digest = cor_template_digest_text (source->text);
  return !g_str_equal (digest, variant->source_digest);
}

/**
 * cor_template_get_cover:
 * @locale: exactly as variants have it
 *
 * Returns: how the template stands in this language: stale if one of its texts is, complete if one is approved
 */
CorTemplateCover
cor_template_get_cover (const CorTemplate *self,
                        const char        *locale)
{
  CorTemplateCover cover = COR_TEMPLATE_COVER_MISSING;

  for (guint i = 0; i < self->variants->len; i++)
    {
      const CorTemplateVariant *variant = self->variants->pdata[i];

      if (variant->state == COR_TEMPLATE_RETIRED || !g_str_equal (variant->locale, locale))
        continue;
      if (cor_template_is_stale (self, variant))
        return COR_TEMPLATE_COVER_STALE;
      cover = MAX (cover, variant->state == COR_TEMPLATE_APPROVED ? COR_TEMPLATE_COVER_COMPLETE : COR_TEMPLATE_COVER_DRAFT);
    }
  return cover;
}

static gboolean
is_same_list (char *const *one,
              char *const *other)
{
  g_autofree char *left = one != NULL ? g_strjoinv ("\n", (char **) one) : g_strdup ("");
  g_autofree char *right = other != NULL ? g_strjoinv ("\n", (char **) other) : g_strdup ("");

  return g_str_equal (left, right);
}

static gboolean
is_same_variant (const CorTemplateVariant *one,
                 const CorTemplateVariant *other)
{
  return one->reg == other->reg && one->state == other->state && one->reviewed_at == other->reviewed_at && g_strcmp0 (one->locale, other->locale) == 0 &&
         g_strcmp0 (one->text, other->text) == 0 && g_strcmp0 (one->reviewer, other->reviewer) == 0 && g_strcmp0 (one->source_digest, other->source_digest) == 0;
}

/**
 * cor_template_is_same:
 *
 * Returns: whether both say the same, to the last text
 */
gboolean
cor_template_is_same (const CorTemplate *self,
                      const CorTemplate *other)
{
  const char *const mine[] = { self->id, self->source, self->title, self->purpose, self->category, self->channels, self->shortcut, self->intent, self->owner, self->review, self->source_locale };
  const char *const theirs[] = { other->id, other->source, other->title, other->purpose, other->category, other->channels, other->shortcut, other->intent, other->owner, other->review, other->source_locale };

  for (guint i = 0; i < G_N_ELEMENTS (mine); i++)
    if (g_strcmp0 (mine[i], theirs[i]) != 0)
      return FALSE;
  if (self->account != other->account || self->variants->len != other->variants->len || !is_same_list (self->tags, other->tags) || !is_same_list (self->requires, other->requires))
    return FALSE;
  for (guint i = 0; i < self->variants->len; i++)
    if (!is_same_variant (self->variants->pdata[i], other->variants->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * cor_template_is_retired:
 *
 * Returns: whether none of its texts is used any longer
 */
gboolean
cor_template_is_retired (const CorTemplate *self)
{
  for (guint i = 0; i < self->variants->len; i++)
    if (((const CorTemplateVariant *) self->variants->pdata[i])->state != COR_TEMPLATE_RETIRED)
      return FALSE;
  return self->variants->len > 0;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * cor_template_list_locales:
 * @templates: (element-type CorTemplate)
 *
 * Returns: (transfer full) (array zero-terminated=1): every language that one of them has, in alphabetical order
 */
char **
cor_template_list_locales (const GPtrArray *templates)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) locales = g_ptr_array_new ();

  for (guint i = 0; i < templates->len; i++)
    {
      const CorTemplate *template = templates->pdata[i];

      for (guint j = 0; j < template->variants->len; j++)
        {
          const CorTemplateVariant *variant = template->variants->pdata[j];

          if (g_hash_table_add (seen, variant->locale))
            g_ptr_array_add (locales, variant->locale);
        }
    }
  g_ptr_array_sort (locales, compare_texts);
  g_ptr_array_add (locales, NULL);
  return g_strdupv ((char **) locales->pdata);
}

/**
 * cor_template_cover_get_key:
 *
 * Returns: (transfer none): the name that programs read
 */
const char *
cor_template_cover_get_key (CorTemplateCover cover)
{
  static const char *const keys[COR_N_TEMPLATE_COVERS] = { "missing", "stale", "draft", "complete" };

  g_return_val_if_fail ((guint) cover < COR_N_TEMPLATE_COVERS, keys[0]);

  return keys[cover];
}
