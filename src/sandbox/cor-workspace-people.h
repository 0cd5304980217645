/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-workspace.h"

G_BEGIN_DECLS

/* One spelling for readers of the script, one for everybody else. */
typedef struct
{
  char *native, *roman;
} CorName;

typedef struct
{
  char   *code;
  gint64  per_usd; /* millionths of one unit for one dollar */
  int     decimals;
  gint64  fee_minimum; /* minor units, as all amounts */
  gint64  return_fee;
  GArray *deductions; /* gint64: what a bank on the way takes */
} CorCurrency;

typedef struct
{
  char        *code, *time_zone;
  char       **languages;
  char       **phones;   /* number patterns, # is a digit */
  CorCurrency *currency; /* borrowed: people */
  gint64       offset;   /* seconds east of UTC, without summer time so that a seed tells the same everywhere */
  int          weight;
  gboolean     family_first, space;
  char       **to;                                                  /* country codes this country often pays to */
  char       **channels;                                            /* inbox keys, each as often as its weight */
  GPtrArray   *cities, *family, *male, *female, *companies, *banks; /* CorName */
  guint        told;                                                /* customers made so far */
} CorCountry;

/* The names file, and what has been handed out of it. */
typedef struct
{
  GPtrArray  *currencies, *countries;
  char      **correspondents, **email_domains;
  GHashTable *emails; /* taken addresses of the first customers, the others carry a number */
} CorPeople;

typedef struct
{
  const CorCountry *country;                         /* borrowed: people, like the names */
  const CorName    *given, *family, *company, *city; /* company: NULL for a private person */
  char             *name, *email, *phone;
  const char       *language;
  guint             number; /* as told to the sink */
  guint             last_story, conversations;
  gint64            created_at;
  gboolean          female, gold;
} CorCustomer;

CorPeople     *cor_people_load (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void           cor_people_free (CorPeople *people);
CorCountry    *cor_people_country (CorPeople  *people,
                                   const char *code);
CorCountry    *cor_people_draw (CorPeople *people,
                                GRand     *rand,
                                gint64     time);
gint64         cor_people_traffic (const CorPeople *people,
                                   gint64           time);
CorCustomer   *cor_customer_new (CorPeople  *people,
                                 CorCountry *country,
                                 guint       number,
                                 GRand      *rand) G_GNUC_WARN_UNUSED_RESULT;
void           cor_customer_free (CorCustomer *customer);
char          *cor_customer_source_id (const CorCustomer *customer,
                                       const char        *channel) G_GNUC_WARN_UNUSED_RESULT;
gboolean       cor_customer_tell (const CorCustomer      *customer,
                                  const CorWorkspaceSink *sink,
                                  GError                **error);
const CorName *cor_names_draw (const GPtrArray *names,
                               GRand           *rand);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPeople, cor_people_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorCustomer, cor_customer_free)

G_END_DECLS
