/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What cor-mask.c and its finders share; not for other files. */

/* A text as code points; @masks says per code point what becomes of it. */
typedef struct
{
  gunichar *chars;
  guint8   *masks; /* CorMaskAction */
  gsize     n;
} CorMaskText;

typedef enum
{
  COR_MASK_KEEP = 0,
  COR_MASK_PROTECTED, /* part of an address, an IBAN or a UETR: keep, and look no further */
  COR_MASK_DROP,
  COR_MASK_DOTS_CARD, /* the masked groups of a card number stand here */
  COR_MASK_DOTS_SECURITY_CODE,
  COR_MASK_DOTS_ONE_TIME_CODE,
} CorMaskAction;

/* Digits that belong together: groups with one separator between two. */
typedef struct
{
  gsize start; /* first digit */
  gsize end;   /* after the last */
} CorMaskGroup;

#define COR_MASK_MAX_GROUPS 24

static inline int
cor_mask_digit (const CorMaskText *text,
                gsize              i)
{
  if (i >= text->n)
    return -1;
  return text->chars[i] < 0x80 ? g_ascii_digit_value ((char) text->chars[i]) : g_unichar_digit_value (text->chars[i]);
}

static inline gboolean
cor_mask_is_ascii_alnum (const CorMaskText *text,
                         gsize              i)
{
  return i < text->n && text->chars[i] < 0x80 && (g_ascii_isalnum ((char) text->chars[i]) || text->chars[i] == '_');
}

gboolean cor_mask_is_separator (gunichar c);
guint    cor_mask_get_groups (const CorMaskText *text,
                              gsize              start,
                              CorMaskGroup      *groups);
void     cor_mask_protect (CorMaskText *text);
gboolean cor_mask_find_cards (CorMaskText *text);
guint    cor_mask_find_codes (CorMaskText *text);

G_END_DECLS
