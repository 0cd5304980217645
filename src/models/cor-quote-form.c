/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-quote-form"

#include "config.h"

#include "cor-quote-form.h"

#include "cor-amount.h"
#include "cor-money-error.h"
#include "cor-result.h"
#include "cor-store-fees.h"
#include "cor-store-rates.h"
#include "cor-str.h"

#include <glib/gi18n-lib.h>

#define N_BEARERS (COR_BEARER_BEN + 1)

struct _CorQuoteForm
{
  GObject parent_instance;

  CorStore     *store;            /* owned */
  GCancellable *reading_fees;     /* owned, or NULL */
  GCancellable *reading_rate;     /* owned, or NULL */
  GPtrArray    *schedules;        /* owned, of CorFeeSchedule; NULL: not read yet */
  CorReference  reference;        /* the last one published before the payment */
  gboolean      has_reference;    /* it has both legs */
  gboolean      is_reference_due; /* it is being read */

  const CorCurrency *send;
  const CorCurrency *receive;
  CorQuoteSide       side;
  char              *amount; /* owned: as it was typed */
  char              *rate;   /* owned, nullable: likewise */
  CorChargeBearer    bearer;
  gboolean           has_fee_mode; /* somebody chose it; else the schedule does */
  CorFeeMode         fee_mode;
  gboolean           has_date;
  GDate              date; /* of the payment */
  gint64             now;
  gint64             quoted_at; /* when the rate of this quote was taken */

  CorQuoteResult results[N_BEARERS];
  CorQuoteResult other_mode; /* the chosen bearer, with the fee taken the other way */
};

G_DEFINE_FINAL_TYPE (CorQuoteForm, cor_quote_form, G_TYPE_OBJECT)

static guint changed_signal;

static void
clear_result (CorQuoteResult *result)
{
  static const CorQuoteResult none = { 0 };

  cor_quote_terms_clear (&result->terms);
  g_free (result->problem);
  *result = none;
}

static CorFeeRequest
get_request (CorQuoteForm   *self,
             CorChargeBearer bearer)
{
  return (CorFeeRequest){ .send = self->send, .receive = self->receive, .bearer = bearer, .date = self->date };
}

static gboolean
fail (GError    **error,
      const char *sentence)
{
  g_set_error_literal (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, sentence);
  return FALSE;
}

/* Once for all the ways of sending it: the amount, and the rate where one was typed. */
static gboolean
read_typed (CorQuoteForm *self,
            CorMoney     *money,
            CorDecimal   *rate,
            GError      **error)
{
  const CorCurrency *currency = cor_quote_form_get_currency (self, self->side);

  return cor_amount_parse (self->amount, currency, cor_amount_get_user_locale (), money, error) && cor_quote_parse_rate (self->rate, rate, error);
}

static gboolean
price (CorQuoteForm   *self,
       CorChargeBearer bearer,
       CorDecimal      rate,
       CorQuoteTerms  *terms,
       GError        **error)
{
  const CorFeeSchedule *schedule = cor_quote_form_get_schedule (self);
  CorFeeRequest         request = get_request (self, bearer);

  if (schedule == NULL)
    return fail (error, self->schedules->len > 0 ? _ ("No fee schedule holds on that day. Choose another day, or import its schedule.")
                                                 : _ ("There is no fee schedule. Import one with corridorctl fees import."));
  return cor_quote_price (schedule, &request, self->has_reference ? &self->reference : NULL, rate, terms, error);
}

static gboolean
is_waiting (CorQuoteForm *self)
{
  return self->schedules == NULL || self->send == NULL || self->receive == NULL || self->amount == NULL || *self->amount == '\0' ||
         (self->is_reference_due && self->send != self->receive);
}

/* @flips: with the fee taken the other way than the form says */
static void
answer (CorQuoteForm   *self,
        CorChargeBearer bearer,
        CorMoney        money,
        CorDecimal      rate,
        gboolean        flips,
        CorQuoteResult *result)
{
  g_autoptr (GError) error = NULL;

  result->is_there = price (self, bearer, rate, &result->terms, &error);
  if (result->is_there && self->has_fee_mode)
    result->terms.fee_mode = self->fee_mode;
  if (result->is_there && flips)
    result->terms.fee_mode = result->terms.fee_mode == COR_FEE_ON_TOP ? COR_FEE_DEDUCTED : COR_FEE_ON_TOP;
  if (result->is_there)
    result->is_there = self->side == COR_SIDE_SEND ? cor_quote_forward (&result->quote, &result->terms, money.minor, &error)
                                                   : cor_quote_reverse (&result->quote, &result->terms, money.minor, &error);
  if (error != NULL)
    result->problem = g_strdup (error->message);
}

static void
update (CorQuoteForm *self)
{
  g_autoptr (GError) problem = NULL;
  CorMoney   money = { 0, NULL };
  CorDecimal rate = COR_DECIMAL_ZERO;
  gboolean   is_read = !is_waiting (self) && read_typed (self, &money, &rate, &problem);

  clear_result (&self->other_mode);
  for (guint i = 0; i < N_BEARERS; i++)
    {
      clear_result (&self->results[i]);
      if (is_read)
        answer (self, (CorChargeBearer) i, money, rate, FALSE, &self->results[i]);
      else if (problem != NULL)
        self->results[i].problem = g_strdup (problem->message);
    }
  if (is_read)
    answer (self, self->bearer, money, rate, TRUE, &self->other_mode);
  g_signal_emit (self, changed_signal, 0);
}

/* The agent changed something: it is a new quote, whose rate holds from now. */
static void
quote_anew (CorQuoteForm *self)
{
  self->quoted_at = self->now;
  update (self);
}

static void
on_reference (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CorQuoteForm) self = user_data;
  g_autofree CorRateAnswer *found = cor_store_find_rate_finish (COR_STORE (source), result, NULL);
  CorDecimal                cross;

  if (cor_result_is_cancelled (result))
    return;
  self->is_reference_due = FALSE;
  self->has_reference = found != NULL && found->is_found && cor_reference_get_cross (&found->reference, COR_REFERENCE_DIGITS, &cross);
  if (self->has_reference)
    self->reference = found->reference;
  update (self);
}

static void
read_reference (CorQuoteForm *self)
{
  GDate day;

  g_cancellable_cancel (self->reading_rate);
  g_clear_object (&self->reading_rate);
  if (self->send == NULL || self->receive == NULL || self->send == self->receive)
    {
      self->has_reference = FALSE;
      self->is_reference_due = FALSE;
      return;
    }
  cor_quote_reference_day (&self->date, self->now, &day);
  self->is_reference_due = !self->has_reference;
  self->reading_rate = g_cancellable_new ();
  cor_store_find_rate_async (self->store, self->send->code, self->receive->code, &day, self->reading_rate, on_reference, g_object_ref (self));
}

static void
on_fees (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (CorQuoteForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) schedules = cor_store_list_fees_finish (COR_STORE (source), result, &error);

  if (cor_result_is_cancelled (result))
    return;
  if (error != NULL)
    g_debug ("fees: %s", error->message);
  g_clear_pointer (&self->schedules, g_ptr_array_unref);
  self->schedules = schedules != NULL ? g_steal_pointer (&schedules) : g_ptr_array_new ();
  update (self);
}

static void
read_fees (CorQuoteForm *self)
{
  g_cancellable_cancel (self->reading_fees);
  g_clear_object (&self->reading_fees);
  self->reading_fees = g_cancellable_new ();
  cor_store_list_fees_async (self->store, self->reading_fees, on_fees, g_object_ref (self));
}

static void
on_store_changed (CorQuoteForm          *self,
                  const CorStoreChanges *changes)
{
  if (changes->reset || (changes->topics & COR_TOPIC_FEES) != 0)
    read_fees (self);
  if (changes->reset || (changes->topics & COR_TOPIC_RATES) != 0)
    read_reference (self);
}

static void
on_carried (GObject      *source,
            GAsyncResult *result,
            gpointer      unused)
{
  g_autoptr (GError) error = NULL;

  if (!cor_store_carry_rates_finish (COR_STORE (source), result, &error))
    g_debug ("rates: %s", error->message);
}

static void
cor_quote_form_dispose (GObject *object)
{
  CorQuoteForm *self = COR_QUOTE_FORM (object);

  g_cancellable_cancel (self->reading_fees);
  g_cancellable_cancel (self->reading_rate);
  g_clear_object (&self->reading_fees);
  g_clear_object (&self->reading_rate);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (cor_quote_form_parent_class)->dispose (object);
}

static void
cor_quote_form_finalize (GObject *object)
{
  CorQuoteForm *self = COR_QUOTE_FORM (object);

  for (guint i = 0; i < N_BEARERS; i++)
    clear_result (&self->results[i]);
  clear_result (&self->other_mode);
  g_clear_pointer (&self->schedules, g_ptr_array_unref);
  g_free (self->amount);
  g_free (self->rate);

  G_OBJECT_CLASS (cor_quote_form_parent_class)->finalize (object);
}

static void
cor_quote_form_class_init (CorQuoteFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_quote_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_quote_form_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_quote_form_init (CorQuoteForm *self)
{
}

/**
 * cor_quote_form_new:
 * @store: schedules and rates
 * @now: seconds since 1970
 *
 * Returns: (transfer full): one for a payment of today, without currencies and amount
 */
CorQuoteForm *
cor_quote_form_new (CorStore *store,
                    gint64    now)
{
  CorQuoteForm *self = g_object_new (COR_TYPE_QUOTE_FORM, NULL);

  self->store = g_object_ref (store);
  cor_quote_form_set_now (self, now);
  self->quoted_at = now;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  /* so that there is something to compare with before the first fetch */
  cor_store_carry_rates_async (store, NULL, on_carried, NULL);
  read_fees (self);
  return self;
}

/**
 * cor_quote_form_set_now:
 *
 * Time passes: another day has other prices, and another reference.
 */
void
cor_quote_form_set_now (CorQuoteForm *self,
                        gint64        now)
{
  GDate before = self->date;

  self->now = now;
  if (self->has_date)
    return;
  g_date_clear (&self->date, 1);
  g_date_set_time_t (&self->date, (time_t) now);
  if (g_date_valid (&before) && g_date_compare (&before, &self->date) != 0)
    cor_quote_form_renew (self, now);
}

/**
 * cor_quote_form_renew:
 *
 * The same again, with the rate of now.
 */
void
cor_quote_form_renew (CorQuoteForm *self,
                      gint64        now)
{
  self->now = now;
  read_reference (self);
  quote_anew (self);
}

/**
 * cor_quote_form_set_pair:
 * @send: (nullable): of the sender
 * @receive: (nullable): of the recipient
 */
void
cor_quote_form_set_pair (CorQuoteForm      *self,
                         const CorCurrency *send,
                         const CorCurrency *receive)
{
  if (self->send == send && self->receive == receive)
    return;
  self->send = send;
  self->receive = receive;
  self->has_reference = FALSE;
  read_reference (self);
  quote_anew (self);
}

/**
 * cor_quote_form_set_amount:
 * @side: whose amount it is; the other one is found
 * @text: as it was typed, in the user's way of writing numbers
 */
void
cor_quote_form_set_amount (CorQuoteForm *self,
                           CorQuoteSide  side,
                           const char   *text)
{
  if (!cor_set_str (&self->amount, text) && self->side == side)
    return;
  self->side = side;
  quote_anew (self);
}

void
cor_quote_form_set_bearer (CorQuoteForm   *self,
                           CorChargeBearer bearer)
{
  if (self->bearer == bearer)
    return;
  self->bearer = bearer;
  quote_anew (self);
}

/**
 * cor_quote_form_set_fee_mode:
 *
 * From now on as somebody chose, not as the schedule says.
 */
void
cor_quote_form_set_fee_mode (CorQuoteForm *self,
                             CorFeeMode    mode)
{
  if (cor_quote_form_get_fee_mode (self) == mode)
    return;
  self->has_fee_mode = TRUE;
  self->fee_mode = mode;
  quote_anew (self);
}

/**
 * cor_quote_form_set_date:
 * @date: (nullable): of the payment; %NULL: today
 */
void
cor_quote_form_set_date (CorQuoteForm *self,
                         const GDate  *date)
{
  self->has_date = date != NULL;
  if (date != NULL)
    self->date = *date;
  else
    g_date_set_time_t (&self->date, (time_t) self->now);
  self->has_reference = FALSE;
  cor_quote_form_renew (self, self->now);
}

/**
 * cor_quote_form_set_rate:
 * @text: (nullable): the rate that was applied, as typed; %NULL or empty: the schedule's
 */
void
cor_quote_form_set_rate (CorQuoteForm *self,
                         const char   *text)
{
  if (cor_set_str (&self->rate, text))
    quote_anew (self);
}

const CorCurrency *
cor_quote_form_get_currency (CorQuoteForm *self,
                             CorQuoteSide  side)
{
  return side == COR_SIDE_SEND ? self->send : self->receive;
}

CorQuoteSide
cor_quote_form_get_side (CorQuoteForm *self)
{
  return self->side;
}

/**
 * cor_quote_form_get_amount:
 *
 * Returns: (transfer none) (nullable): as it was typed, on the side that was typed
 */
const char *
cor_quote_form_get_amount (CorQuoteForm *self)
{
  return self->amount;
}

CorChargeBearer
cor_quote_form_get_bearer (CorQuoteForm *self)
{
  return self->bearer;
}

/**
 * cor_quote_form_get_fee_mode:
 *
 * Returns: as it was chosen, or as the schedule has it
 */
CorFeeMode
cor_quote_form_get_fee_mode (CorQuoteForm *self)
{
  const CorQuoteResult *chosen = cor_quote_form_get_chosen (self);

  return self->has_fee_mode ? self->fee_mode : chosen->terms.fee_mode;
}

/**
 * cor_quote_form_get_date:
 *
 * Returns: (transfer none): of the payment
 */
const GDate *
cor_quote_form_get_date (CorQuoteForm *self)
{
  return &self->date;
}

/**
 * cor_quote_form_get_result:
 *
 * Returns: (transfer none): with that bearer of the charges; until the next "changed"
 */
const CorQuoteResult *
cor_quote_form_get_result (CorQuoteForm   *self,
                           CorChargeBearer bearer)
{
  return &self->results[bearer];
}

/**
 * cor_quote_form_get_chosen:
 *
 * Returns: (transfer none): with the bearer that was chosen
 */
const CorQuoteResult *
cor_quote_form_get_chosen (CorQuoteForm *self)
{
  return &self->results[self->bearer];
}

/**
 * cor_quote_form_get_other_mode:
 *
 * Which of on top and deducted applies is a frequent cause of complaints, so that both are shown (fees.md §7).
 *
 * Returns: (transfer none): the chosen one with the fee taken the other way
 */
const CorQuoteResult *
cor_quote_form_get_other_mode (CorQuoteForm *self)
{
  return &self->other_mode;
}

/**
 * cor_quote_form_get_schedule:
 *
 * Returns: (transfer none) (nullable): the one that holds on the day
 */
const CorFeeSchedule *
cor_quote_form_get_schedule (CorQuoteForm *self)
{
  return self->schedules != NULL ? cor_fee_schedule_pick (self->schedules, &self->date) : NULL;
}

/**
 * cor_quote_form_get_reference:
 *
 * Returns: (transfer none) (nullable): what was published before the payment
 */
const CorReference *
cor_quote_form_get_reference (CorQuoteForm *self)
{
  return self->has_reference ? &self->reference : NULL;
}

/**
 * cor_quote_form_is_stale:
 *
 * Returns: whether the reference is older than one day of business on the payment's day
 */
gboolean
cor_quote_form_is_stale (CorQuoteForm *self)
{
  return self->has_reference && cor_reference_get_age (&self->reference, &self->date) > COR_RATE_FRESH_DAYS;
}

/**
 * cor_quote_form_get_lock_minutes:
 *
 * Returns: how long the schedule holds a quoted rate; 0: it does not say, or the quote is of an earlier day
 */
guint
cor_quote_form_get_lock_minutes (CorQuoteForm *self)
{
  const CorFeeSchedule *schedule = cor_quote_form_get_schedule (self);
  CorFeeRequest         request = get_request (self, self->bearer);
  const CorFeeCorridor *corridor = NULL;

  if (schedule == NULL || self->has_date || self->send == NULL || self->receive == NULL)
    return 0;
  corridor = cor_fee_schedule_find (schedule, &request, NULL);
  return corridor != NULL ? corridor->rate_lock_minutes : 0;
}

/**
 * cor_quote_form_get_lock_end:
 *
 * Returns: until when the rate of this quote holds, seconds since 1970; 0: no lock
 */
gint64
cor_quote_form_get_lock_end (CorQuoteForm *self)
{
  guint minutes = cor_quote_form_get_lock_minutes (self);

  return minutes > 0 && cor_quote_form_get_chosen (self)->is_there ? self->quoted_at + minutes * 60 : 0;
}
