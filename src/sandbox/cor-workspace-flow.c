/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-private.h"

#include "cor-workspace-data.h"
#include "cor-workspace-plan.h"
#include "cor-workspace-tale.h"

#define CONVERSATIONS 610
#define CUSTOMERS 400
#define MAIN_OPEN 19 /* open conversations of the main agent in the written workspace */

static gboolean
fits (const CorStory    *story,
      const CorCustomer *customer,
      const char        *channel)
{
  const char *country = customer->country->code;

  if ((story->business && customer->company == NULL) || (story->personal && customer->company != NULL) || (story->gold && !customer->gold) || story->number == customer->last_story)
    return FALSE;
  if (story->channels[0] != NULL && !g_strv_contains ((const char *const *) story->channels, channel))
    return FALSE;
  if (story->countries[0] != NULL && !g_strv_contains ((const char *const *) story->countries, country))
    return FALSE;
  return story->to[0] == NULL || !g_strv_contains ((const char *const *) story->to, country);
}

/* One of those that fit and were told least: every story is in every workspace, whatever the hour it is made. */
static CorStory *
draw_story (CorWorkspace      *workspace,
            const CorStories  *words,
            const CorCustomer *customer,
            const char        *channel)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  guint told = G_MAXUINT;

  for (guint i = 0; i < words->stories->len; i++)
    {
      CorStory *story = words->stories->pdata[i];

      if (!fits (story, customer, channel) || story->told > told)
        continue;
      if (story->told < told)
        g_ptr_array_set_size (candidates, 0);
      told = story->told;
      g_ptr_array_add (candidates, story);
    }

  return candidates->len > 0 ? candidates->pdata[cor_workspace_data_pick (workspace->rand, candidates->len)] : NULL;
}

static const CorStories *
call_notes (const CorWorkspace *workspace)
{
  return workspace->stories->pdata[workspace->stories->len - 1];
}

static CorStory *
draw_occasion (CorWorkspace      *workspace,
               const CorCustomer *customer,
               const char       **channel,
               const CorStories **words)
{
  char **channels = customer->country->channels;

  for (guint attempt = 0; attempt < 12; attempt++)
    {
      gboolean  call = cor_workspace_data_chance (workspace->rand, 5);
      CorStory *story = NULL;

      *channel = call ? "phone" : channels[cor_workspace_data_pick (workspace->rand, g_strv_length (channels))];
      *words = call ? call_notes (workspace) : cor_stories_of (workspace->stories, customer->language);
      story = draw_story (workspace, *words, customer, *channel);
      if (story != NULL)
        return story;
    }

  return NULL;
}

static CorCustomer *
draw_customer (CorWorkspace *workspace,
               gint64        time,
               gboolean      known,
               GError      **error)
{
  if (known && workspace->recent->len > 0)
    return workspace->recent->pdata[cor_workspace_data_pick (workspace->rand, workspace->recent->len)];
  return _cor_workspace_new_customer (workspace, time, error);
}

static CorWorkspacePayment *
draw_payment (CorWorkspace      *workspace,
              const CorStory    *story,
              const CorCustomer *customer,
              gint64             time)
{
  char               **codes = story->to[0] != NULL ? story->to : customer->country->to;
  const char          *code = codes[cor_workspace_data_pick (workspace->rand, g_strv_length (codes))];
  CorCountry          *other = cor_people_country (workspace->people, code);
  CorWorkspacePayment *payment = NULL;

  while (other->currency == customer->country->currency)
    other = cor_people_draw (workspace->people, workspace->rand, time);

  payment = story->incoming
              ? cor_workspace_payment_new (workspace->people, other, customer->country, customer->company != NULL, time, workspace->rand)
              : cor_workspace_payment_new (workspace->people, customer->country, other, customer->company != NULL, time, workspace->rand);
  return payment;
}

/*
 * The main agent gets a share that fills a real "Mine": every third of the open ones until there
 * are enough, and a fifth of everything that is over.
 */
static guint
draw_agent (CorWorkspace  *workspace,
            const CorPlan *plan,
            const char    *language)
{
  guint main_agent = cor_staff_agent (workspace->staff, "main");
  guint other = cor_staff_speaker (workspace->staff, language, workspace->rand);

  if (g_str_equal (plan->status, "open") && plan->answered)
    {
      gboolean wanted = workspace->open_assigned++ % 3 == 0;

      if (wanted && (workspace->options->messages > 0 || workspace->open_main < MAIN_OPEN))
        {
          workspace->open_main++;
          return main_agent;
        }
      return other;
    }

  return other == 0 || cor_workspace_data_chance (workspace->rand, 20) ? main_agent : other;
}

static gboolean
tell_occasion (CorWorkspace     *workspace,
               CorStory         *story,
               CorCustomer      *customer,
               const char       *channel,
               const CorStories *words,
               gint64            time,
               GError          **error)
{
  const gint64 now = workspace->options->now;
  g_autoptr (CorPlan) plan = cor_plan_new (story, customer, channel, time, now, workspace->rand);
  CorWorkspacePayment *payment = draw_payment (workspace, story, customer, time);
  g_autoptr (CorSlots) slots = cor_slots_new (words, customer, payment, time, workspace->rand);
  guint agent = draw_agent (workspace, plan, customer->language);
  g_autoptr (CorTale) tale = cor_tale_new (plan, workspace->staff, slots, ++workspace->conversations, agent, now, workspace->rand);

  story->told++;
  customer->last_story = story->number;
  customer->conversations++;
  workspace->messages += tale->lines->len;

  return cor_tale_tell (tale, workspace->sink, error);
}

static gboolean
tell_next (CorWorkspace *workspace,
           guint64       part,
           guint64       whole,
           GError      **error)
{
  gint64            drawn = cor_workspace_clock_time (workspace->clock, part, whole, workspace->rand);
  gint64            time = part + 1 < whole ? drawn : workspace->clock->end; /* somebody has just written */
  guint64           wanted = ((guint64) workspace->conversations + 1) * CUSTOMERS / CONVERSATIONS;
  gboolean          known = workspace->customers > 0 && workspace->customers >= wanted;
  const char       *channel = NULL;
  const CorStories *words = NULL;

  for (;;)
    {
      CorCustomer *customer = draw_customer (workspace, time, known, error);
      CorStory    *story = NULL;

      if (customer == NULL)
        return FALSE;
      story = draw_occasion (workspace, customer, &channel, &words);
      if (story != NULL)
        return tell_occasion (workspace, story, customer, channel, words, time, error);
      known = TRUE; /* a customer no story fits: somebody else writes */
    }
}

/*
 * _cor_workspace_tell_stories:
 *
 * The written workspace, or one of as many messages as asked: then the share of the messages told
 * is the share of the time that has passed.
 */
gboolean
_cor_workspace_tell_stories (CorWorkspace *workspace,
                             GError      **error)
{
  const guint64 wanted = workspace->options->messages;

  if (wanted == 0)
    {
      for (guint i = 0; i < CONVERSATIONS; i++)
        if (!tell_next (workspace, i, CONVERSATIONS, error))
          return FALSE;
      return TRUE;
    }

  while (workspace->messages < wanted)
    if (!tell_next (workspace, workspace->messages, wanted, error))
      return FALSE;
  return TRUE;
}
