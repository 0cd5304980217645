/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-template.h"

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
