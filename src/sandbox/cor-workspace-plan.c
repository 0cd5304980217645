/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-plan.h"

#include "cor-workspace-data.h"

#define MINUTE 60
#define HOUR 3600
#define DAY 86400

/* Seconds until the desk answers and until the customer writes again. */
typedef struct
{
  const char *channel;
  int         answer_from, answer_to, back_from, back_to;
} CorPace;

static const CorPace paces[] = {
  { "email", 40 * MINUTE, 5 * HOUR, 1 * HOUR, 16 * HOUR },
  { "web", 50, 6 * MINUTE, 40, 7 * MINUTE },
  { "phone", 2 * MINUTE, 10 * MINUTE, 4 * HOUR, 20 * HOUR },
  { "x", 15 * MINUTE, 80 * MINUTE, 10 * MINUTE, 4 * HOUR },
  { "facebook", 6 * MINUTE, 50 * MINUTE, 4 * MINUTE, 2 * HOUR },
  { NULL, 3 * MINUTE, 25 * MINUTE, 3 * MINUTE, 90 * MINUTE }
};

static const CorPace *
find_pace (const char *channel)
{
  const CorPace *pace = paces;

  while (pace->channel != NULL && !g_str_equal (pace->channel, channel))
    pace++;
  return pace;
}

static gint64
draw_gap (const CorPlan *plan,
          const CorTurn *turn,
          CorTurnKind    before,
          GRand         *rand)
{
  const CorPace *pace = find_pace (plan->channel);

  if (turn->gap >= 0)
    return turn->gap + turn->gap * g_rand_int_range (rand, -12, 13) / 100;
  if (turn->kind == COR_TURN_EVENT || turn->kind == COR_TURN_BOT)
    return g_rand_int_range (rand, 4, 40);
  if (turn->kind == COR_TURN_NOTE)
    return g_rand_int_range (rand, 2 * MINUTE, 25 * MINUTE);
  if (turn->kind == COR_TURN_AGENT)
    return before == COR_TURN_AGENT ? g_rand_int_range (rand, 40, 4 * MINUTE)
                                    : g_rand_int_range (rand, pace->answer_from, pace->answer_to);
  if (before == COR_TURN_CUSTOMER || before == COR_TURN_BOT)
    return g_rand_int_range (rand, 25, 3 * MINUTE);
  return g_rand_int_range (rand, pace->back_from, pace->back_to);
}

/* Nobody answers a desk at four in the morning, whatever a story says. */
static gint64
after_waking (const CorCustomer *customer,
              gint64             time,
              GRand             *rand)
{
  gint64 second = (time + customer->country->offset) % DAY;

  if (second >= 7 * HOUR)
    return time;
  return time + 7 * HOUR - second + g_rand_int_range (rand, 0, 2 * HOUR);
}

/* What a story puts off by a day waits for banks and offices, which are closed at the weekend. */
static gint64
after_weekend (const CorTurn *turn,
               gint64         time)
{
  gint64 weekday = (time / DAY + 3) % 7; /* the epoch was a Thursday; 0 is Monday */

  return turn->gap >= 12 * HOUR && weekday >= 5 ? time + (7 - weekday) * DAY : time;
}

static void
follow_event (CorPlan       *plan,
              const CorStep *step)
{
  const char *word = step->turn->texts[0];

  if (g_str_equal (word, "resolve"))
    {
      plan->status = "resolved";
      plan->snoozed_until = 0;
    }
  else if (g_str_equal (word, "open"))
    plan->status = "open";
  else if (g_str_equal (word, "pending"))
    plan->status = "pending";
  else if (g_str_equal (word, "snooze"))
    {
      plan->status = "snoozed";
      plan->snoozed_until = step->time + g_ascii_strtoll (step->turn->texts[1], NULL, 10) * DAY;
    }
}

static void
take_step (CorPlan       *plan,
           const CorTurn *turn,
           gint64         time,
           GRand         *rand)
{
  CorStep step = { turn, 0, time };

  if (plan->snoozed_until > 0 && (time >= plan->snoozed_until || turn->kind == COR_TURN_CUSTOMER))
    {
      plan->snoozed_until = 0;
      plan->status = "open";
    }
  if (turn->kind == COR_TURN_EVENT)
    follow_event (plan, &step);
  else
    step.text = cor_workspace_data_pick (rand, g_strv_length (turn->texts));
  if (turn->kind == COR_TURN_CUSTOMER && g_str_equal (plan->status, "resolved"))
    plan->status = "open";
  if (turn->kind == COR_TURN_AGENT)
    plan->answered = TRUE;
  g_array_append_val (plan->steps, step);
}

/*
 * Some conversations lie: the customer has written and nobody has answered yet. Returns after
 * which of the customer's turns, or -1.
 */
static int
draw_stop (const CorStory *story,
           gint64          age,
           GRand          *rand)
{
  guint percent = age < 8 * HOUR ? 30 : age < 2 * DAY  ? 14
                                      : age < 6 * DAY  ? 6
                                      : age < 20 * DAY ? 1
                                                       : 0;
  int   turns = 0;

  for (guint i = 0; i < story->turns->len; i++)
    turns += ((CorTurn *) story->turns->pdata[i])->kind == COR_TURN_CUSTOMER;
  if (!cor_workspace_data_chance (rand, percent) || turns == 0)
    return -1;
  return g_rand_int_range (rand, 1, turns + 1);
}

/* Others wait for the customer, who has not come back. */
static int
draw_silence (gint64 age,
              GRand *rand)
{
  guint percent = age < DAY ? 4 : age < 12 * DAY ? 8
                                                 : 0;

  return cor_workspace_data_chance (rand, percent) ? g_rand_int_range (rand, 1, 3) : G_MAXINT;
}

static gboolean
stops_before (const CorPlan *plan,
              guint          next,
              int            seen,
              int            stop)
{
  const CorTurn *turn = plan->story->turns->pdata[next];

  return stop >= 0 && seen >= stop && turn->kind != COR_TURN_CUSTOMER && turn->kind != COR_TURN_BOT;
}

/* An event that no story needs to write down. */
static const CorTurn *
unwritten_turn (gboolean closing)
{
  static char          resolve[] = "resolve";
  static char          pending[] = "pending";
  static char         *words[][2] = { { pending, NULL }, { resolve, NULL } };
  static const CorTurn turns[] = {
    { .kind = COR_TURN_EVENT, .gap = -1, .texts = words[0] },
    { .kind = COR_TURN_EVENT, .gap = -1, .texts = words[1] },
  };

  return &turns[closing ? 1 : 0];
}

/* What nobody answers is set aside as pending, or left lying open. */
static void
fall_silent (CorPlan *plan,
             gint64   time,
             gint64   now,
             GRand   *rand)
{
  time += 30 + g_rand_int_range (rand, 0, 90);
  if (time <= now && plan->snoozed_until == 0 && cor_workspace_data_chance (rand, 75))
    take_step (plan, unwritten_turn (FALSE), time, rand);
}

static gboolean
run_turns (CorPlan *plan,
           gint64  *time,
           gint64   now,
           GRand   *rand)
{
  int         stop = draw_stop (plan->story, now - plan->start, rand);
  int         silence = draw_silence (now - plan->start, rand);
  int         seen = 0;
  CorTurnKind before = COR_TURN_EVENT;

  for (guint i = 0; i < plan->story->turns->len; i++)
    {
      const CorTurn *turn = plan->story->turns->pdata[i];
      gboolean       skipped = turn->optional && cor_workspace_data_chance (rand, 50);

      if (stops_before (plan, i, seen, stop))
        return FALSE;
      if (turn->kind == COR_TURN_CUSTOMER && before == COR_TURN_AGENT && seen >= silence)
        {
          fall_silent (plan, *time, now, rand);
          return FALSE;
        }
      if (plan->steps->len > 0)
        *time = after_weekend (turn, *time + draw_gap (plan, turn, before, rand));
      if (turn->kind == COR_TURN_CUSTOMER && plan->steps->len > 0)
        *time = after_waking (plan->customer, *time, rand);
      if (*time > now)
        return FALSE;
      if (skipped)
        continue;
      seen += turn->kind == COR_TURN_CUSTOMER;
      before = turn->kind == COR_TURN_EVENT ? before : turn->kind;
      take_step (plan, turn, *time, rand);
    }

  return TRUE;
}

/**
 * cor_plan_new:
 * @story: (transfer none): what happens
 * @customer: (transfer none): to whom
 * @channel: (transfer none): an inbox key, which sets the pace
 * @start: when the first message was written
 * @now: the present; later turns have not happened
 * @rand: the seeded source
 *
 * Returns: (transfer full): the turns so far with their times, and the state they lead to
 */
CorPlan *
cor_plan_new (const CorStory    *story,
              const CorCustomer *customer,
              const char        *channel,
              gint64             start,
              gint64             now,
              GRand             *rand)
{
  CorPlan *plan = g_new0 (CorPlan, 1);
  gint64   time = start;

  plan->story = story;
  plan->customer = customer;
  plan->channel = channel;
  plan->start = start;
  plan->status = "open";
  plan->steps = g_array_new (FALSE, FALSE, sizeof (CorStep));
  if (story->turns->len > 1 && ((CorTurn *) story->turns->pdata[1])->kind == COR_TURN_BOT)
    plan->status = "pending";

  plan->complete = run_turns (plan, &time, now, rand);
  if (plan->complete && !story->keep && !g_str_equal (plan->status, "resolved"))
    {
      time += g_rand_int_range (rand, 2 * MINUTE, 40 * MINUTE);
      plan->complete = time <= now;
      if (plan->complete)
        take_step (plan, unwritten_turn (TRUE), time, rand);
    }
  plan->rated = plan->complete && g_str_equal (plan->status, "resolved") && time + 90 <= now;
  if (plan->snoozed_until > 0 && plan->snoozed_until <= now)
    {
      plan->snoozed_until = 0;
      plan->status = "open";
    }

  return plan;
}

/**
 * cor_plan_free:
 * @plan: (transfer full): a plan
 */
void
cor_plan_free (CorPlan *plan)
{
  g_array_unref (plan->steps);
  g_free (plan);
}
