/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-reverse"

#include "config.h"

#include "cor-quote-reverse.h"

#include "cor-quote-flow.h"

/*
 * The smallest amount that reaches a target. What arrives does not simply rise with what is sent: a tier
 * of the slab kind may take more at its bound, and every rounded fee or tax may step up by one where the
 * amount does too. So the way is taken apart where it is simple:
 *
 *   amount → principal → arriving → recipient
 *
 * The middle only ever rises. The two ends rise between the bounds of their tiers, but for dips of a few
 * minor units. So the places that are good are looked for in each such stretch, from the lowest up, and
 * nothing below a found amount is left out.
 */

/* Fee, tax on it and tax on the amount are each off by less than one unit, up or down, and a tax of at
 * most 100 % passes the fee's own on: no dip is deeper. */
#define DIP 8

/* In a stretch where the fees take nearly all, a dip is long. */
#define MAX_STEPS 1000000

/* Times that what the banks take of a guess is put on top of what is wanted: each leaves a percentage of the
 * error before it. */
#define MAX_CORRECTIONS 3

#define NOWHERE G_MAXINT64

/* One part of the way; G_MININT64 where it does not lead on, G_MAXINT64 where it leaves 64 bits. */
typedef gint64 (*WayFunc) (const CorQuoteTerms *terms,
                           gint64               from);

static gint64
go_send (const CorQuoteTerms *terms,
         gint64               amount)
{
  CorQuoteFlow flow;

  return cor_quote_flow_send (&flow, terms, amount) == COR_FLOW_OK ? flow.principal : G_MININT64;
}

static gint64
go_convert (const CorQuoteTerms *terms,
            gint64               principal)
{
  CorQuoteFlow  flow;
  CorFlowResult result = cor_quote_flow_convert (&flow, terms, principal);

  if (result == COR_FLOW_OK)
    return flow.arriving;
  return result == COR_FLOW_TOO_LARGE ? G_MAXINT64 : G_MININT64;
}

static gint64
go_receive (const CorQuoteTerms *terms,
            gint64               arriving)
{
  CorQuoteFlow  flow;
  CorFlowResult result = cor_quote_flow_receive (&flow, terms, arriving);

  return result == COR_FLOW_OK || result == COR_FLOW_TOO_SMALL ? flow.recipient : G_MININT64;
}

/* Where the charges leave about @wanted; the search sets right how good that is. */
static gint64
guess_before_charges (WayFunc              go,
                      const CorQuoteTerms *terms,
                      gint64               low,
                      gint64               high,
                      gint64               wanted)
{
  gint64 guess = CLAMP (wanted, low, high);

  for (int i = 0; i < MAX_CORRECTIONS; i++)
    {
      gint64 left = go (terms, guess);
      gint64 missing;

      if (left == wanted || left == G_MININT64 || __builtin_sub_overflow (wanted, left, &missing) ||
          __builtin_add_overflow (guess, missing, &missing))
        break;
      guess = CLAMP (missing, low, high);
    }
  return guess;
}

/* What converts to about @wanted. */
static gint64
guess_before_conversion (const CorQuoteTerms *terms,
                         gint64               wanted)
{
  CorQuoteFlow flow;
  CorMoney     back = { 1, terms->send };

  if (!cor_quote_flow_sum_chain (&flow, terms) ||
      __builtin_add_overflow (wanted, flow.chain_receive, &wanted) ||
      !cor_money_convert_back (cor_money_new (wanted, terms->receive), terms->rate, terms->send, COR_ROUNDING_DOWN, &back) ||
      __builtin_add_overflow (back.minor, flow.chain_send, &back.minor))
    return G_MAXINT64 - 1;
  return back.minor;
}

/* From a guess, in steps that double, until the place where @go begins to lead to @sure lies within
 * [@first, @end]; whether there is such below @high. */
static gboolean
enclose (WayFunc              go,
         const CorQuoteTerms *terms,
         gint64               low,
         gint64               high,
         gint64               sure,
         gint64               guess,
         gint64              *first,
         gint64              *end)
{
  gint64 step = 1;

  *first = low;
  *end = CLAMP (guess, low, high);
  if (go (terms, *end) >= sure)
    {
      for (; *end - low >= step; step *= 2)
        {
          if (go (terms, *end - step) < sure)
            {
              *first = *end - step + 1;
              break;
            }
          *end -= step;
        }
      return TRUE;
    }
  do
    {
      if (*end == high)
        return FALSE;
      *first = *end + 1;
      *end += MIN (step, high - *end);
      step = step > G_MAXINT64 / 2 ? step : step * 2;
    }
  while (go (terms, *end) < sure);
  return TRUE;
}

/* The first place within [@low, @high] from which @go leads to @target or beyond. */
static gint64
find_first (WayFunc              go,
            gint64               dip,
            const CorQuoteTerms *terms,
            gint64               low,
            gint64               high,
            gint64               target,
            gint64               guess)
{
  gint64 sure = target - dip; /* below a place that does not even reach this, none reaches the target */
  gint64 first;
  gint64 end;

  if (low > high || !enclose (go, terms, low, high, sure, guess, &first, &end))
    return NOWHERE;
  while (first < end)
    {
      gint64 middle = first + (end - first) / 2;

      if (go (terms, middle) >= sure)
        end = middle;
      else
        first = middle + 1;
    }
  for (int steps = 0; steps < MAX_STEPS && first <= high; steps++, first++)
    {
      if (go (terms, first) >= target)
        return first;
      if (first == G_MAXINT64)
        break;
    }
  return NOWHERE;
}

/* Where the stretch that begins at @low ends. */
static gint64
get_stretch_end (const CorFeeTariff *tariff,
                 gint64              low)
{
  const CorFeeTier *tier = cor_fee_tariff_find_tier (tariff, low);

  return tier != NULL && tier->has_limit ? tier->up_to : G_MAXINT64 - 1;
}

static gint64
find_arriving (const CorQuoteTerms *terms,
               gint64               from,
               gint64               target)
{
  while (from < NOWHERE)
    {
      gint64 end = get_stretch_end (&terms->receiver_fee, from);
      gint64 guess = guess_before_charges (go_receive, terms, from, end, target);
      gint64 found = find_first (go_receive, DIP, terms, from, end, target, guess);

      if (found != NOWHERE || end >= G_MAXINT64 - 1)
        return found;
      from = end + 1;
    }
  return NOWHERE;
}

/* The first principal from @from on whose recipient gets the target. */
static gint64
find_principal (const CorQuoteTerms *terms,
                gint64               from,
                gint64               target)
{
  while (from != NOWHERE)
    {
      gint64 arriving = MAX (go_convert (terms, from), 1);
      gint64 wanted = find_arriving (terms, arriving, target);

      if (wanted == arriving && go_convert (terms, from) == wanted)
        return from;
      if (wanted == NOWHERE)
        return NOWHERE;
      /* one unit more may convert to several: it may jump over the place, and the search goes on there */
      from = find_first (go_convert, 0, terms, from, G_MAXINT64 - 1, wanted, guess_before_conversion (terms, wanted));
    }
  return NOWHERE;
}

static gint64
find_amount_in (const CorQuoteTerms *terms,
                gint64               low,
                gint64               high,
                gint64               target)
{
  gint64 amount = low;

  while (amount <= high)
    {
      gint64 principal = MAX (go_send (terms, amount), 0);
      gint64 wanted = find_principal (terms, MAX (principal - DIP, 1), target);

      if (wanted == NOWHERE)
        return NOWHERE;
      if (wanted <= principal && principal > 0 && find_principal (terms, principal, target) == principal)
        return amount;
      /* a good place just below, where a dip may still lead */
      if (wanted <= principal)
        amount++;
      else
        amount = find_first (go_send, DIP, terms, amount, high, wanted, guess_before_charges (go_send, terms, amount, high, wanted));
    }
  return NOWHERE;
}

/**
 * cor_quote_reverse_find:
 * @terms: sound, see cor_quote_terms_check()
 * @target: minor units of the receive currency, more than zero
 *
 * fees.md §4. Any thread.
 *
 * Returns: the smallest amount, in minor units of the send currency, whose recipient gets @target or
 *   more; %G_MAXINT64 when there is none within 64 bits
 */
gint64
cor_quote_reverse_find (const CorQuoteTerms *terms,
                        gint64               target)
{
  gint64 low = 1;

  g_return_val_if_fail (target > 0, NOWHERE);

  if (!cor_quote_terms_is_deducted (terms))
    return find_principal (terms, 1, target);
  while (low < NOWHERE)
    {
      gint64 end = get_stretch_end (&terms->sender_fee, low);
      gint64 found = find_amount_in (terms, low, end, target);

      if (found != NOWHERE || end >= G_MAXINT64 - 1)
        return found;
      low = end + 1;
    }
  return NOWHERE;
}
