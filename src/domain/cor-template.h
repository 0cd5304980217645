/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a text speaks to its reader. */
typedef enum
{
  COR_REGISTER_NEUTRAL = 0,
  COR_REGISTER_FORMAL,
  COR_REGISTER_DIRECT,
  COR_N_REGISTERS,
} CorRegister;

typedef enum
{
  COR_TEMPLATE_DRAFT = 0,
  COR_TEMPLATE_APPROVED,
  COR_TEMPLATE_RETIRED,
} CorTemplateState;

/* How well a template serves one language; the higher the better. */
typedef enum
{
  COR_TEMPLATE_COVER_MISSING = 0,
  COR_TEMPLATE_COVER_STALE, /* the source text has changed since */
  COR_TEMPLATE_COVER_DRAFT, /* nobody has approved it */
  COR_TEMPLATE_COVER_COMPLETE,
  COR_N_TEMPLATE_COVERS,
} CorTemplateCover;

/* A template's text in one language and register. Strings are owned; those marked may be NULL. */
typedef struct
{
  char            *locale; /* BCP 47 */
  CorRegister      reg;
  char            *text;
  CorTemplateState state;
  char            *reviewer;      /* nullable: who approved it */
  gint64           reviewed_at;   /* seconds since 1970 UTC; 0: not reviewed */
  char            *source_digest; /* nullable: of the source text that it was written after */
} CorTemplateVariant;

/* A reply that is kept for use, in several languages. Lists are NULL-terminated and may be NULL. */
typedef struct
{
  char      *id;
  char      *source;  /* "pack:ID", "account", "own" */
  gint64     account; /* local; 0: of no account */
  char      *title;
  char      *purpose;  /* nullable */
  char      *category; /* nullable */
  char     **tags;
  char      *channels;      /* "any", "messaging", "email" */
  char      *shortcut;      /* nullable */
  char     **requires;      /* variables without which it must not be sent */
  char      *intent;        /* nullable: the question that it answers */
  char      *owner;         /* nullable */
  char      *review;        /* nullable: the day it is to be looked at again, 2027-05-22 */
  char      *source_locale; /* the language that the others are written after */
  GPtrArray *variants;      /* (element-type CorTemplateVariant) */
} CorTemplate;

const char *cor_register_get_key (CorRegister reg);
gboolean    cor_register_from_key (const char  *key,
                                   CorRegister *reg);
const char *cor_template_state_get_key (CorTemplateState state);
gboolean    cor_template_state_from_key (const char       *key,
                                         CorTemplateState *state);

CorTemplateVariant *cor_template_variant_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorTemplateVariant *cor_template_variant_copy (const CorTemplateVariant *self) G_GNUC_WARN_UNUSED_RESULT;
void                cor_template_variant_make_draft (CorTemplateVariant *self);
void                cor_template_variant_free (CorTemplateVariant *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTemplateVariant, cor_template_variant_free)

CorTemplate              *cor_template_new (void) G_GNUC_WARN_UNUSED_RESULT;
CorTemplate              *cor_template_copy (const CorTemplate *self) G_GNUC_WARN_UNUSED_RESULT;
void                      cor_template_free (CorTemplate *self);
char                     *cor_template_digest_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;
const CorTemplateVariant *cor_template_find (const CorTemplate *self,
                                             const char        *locale,
                                             CorRegister        reg);
const CorTemplateVariant *cor_template_get_source (const CorTemplate *self,
                                                   CorRegister        reg);
CorTemplateCover          cor_template_get_cover (const CorTemplate *self,
                                                  const char        *locale);
gboolean                  cor_template_is_same (const CorTemplate *self,
                                                const CorTemplate *other);
gboolean                  cor_template_is_retired (const CorTemplate *self);
char                    **cor_template_list_locales (const GPtrArray *templates) G_GNUC_WARN_UNUSED_RESULT;
const char               *cor_template_cover_get_key (CorTemplateCover cover);
gboolean                  cor_template_is_stale (const CorTemplate        *self,
                                                 const CorTemplateVariant *variant);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTemplate, cor_template_free)

G_END_DECLS
