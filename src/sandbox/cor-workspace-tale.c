/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-tale.h"

#include "cor-workspace-attachment.h"
#include "cor-workspace-data.h"
#include "cor-workspace-links.h"
#include "cor-workspace-mail.h"

#include <string.h>

static void
line_free (gpointer data)
{
  CorTaleLine *line = data;

  g_free (line->content);
  g_free (line->attributes);
  g_free (line->source_id);
  cor_workspace_attachment_clear (&line->attachment);
  g_free (line);
}

static CorTaleLine *
line_new (CorWorkspaceSender kind,
          guint              sender,
          int                type,
          gint64             time)
{
  CorTaleLine *line = g_new0 (CorTaleLine, 1);

  line->kind = kind;
  line->sender = sender;
  line->type = type;
  line->time = time;
  line->content_type = "text";
  line->status = "sent";
  return line;
}

static void G_GNUC_PRINTF (3, 4)
  add_activity (CorTale    *tale,
                gint64      time,
                const char *format,
                ...)
{
  CorTaleLine *line = line_new (COR_WORKSPACE_SENDER_NONE, 0, 2, time);
  va_list      arguments;

  va_start (arguments, format);
  line->content = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (tale->lines, line);
}

/* Before anybody has taken it, a bot or the server's own rules act. */
static const char *
assignee_name (const CorTale *tale)
{
  if (tale->assignee > 0)
    return cor_staff_agent_name (tale->staff, tale->assignee);
  for (guint i = 0; i < tale->lines->len; i++)
    if (((const CorTaleLine *) tale->lines->pdata[i])->kind == COR_WORKSPACE_SENDER_BOT)
      return cor_staff_agent_name (tale->staff, cor_staff_agent (tale->staff, "bot"));
  return "Automation System";
}

static gboolean
is_mail (const CorTale *tale)
{
  return g_str_equal (tale->plan->channel, "email");
}

static gboolean
is_call (const CorTale *tale)
{
  return g_str_equal (tale->plan->channel, "phone");
}

/* Follow-ups take the first way of writing: the others may thank for a message. */
static void
append_one (CorTale *tale,
            GString *text,
            char   **alternatives,
            gboolean first,
            gint64   time)
{
  guint n = g_strv_length (alternatives);

  if (n > 0)
    cor_slots_fill (tale->slots, text, alternatives[first ? cor_workspace_data_pick (tale->rand, n) : 0], time, FALSE);
}

/* After "Guten Tag," a German sentence goes on small, unless a noun begins it. */
static void
write_small (const CorTale *tale,
             GString       *text,
             gsize          start)
{
  char **words = tale->slots->words->small_words;

  if (start < 3 || text->str[start - 3] != ',')
    return;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (strncmp (text->str + start, words[i], length) == 0 && !g_ascii_isalnum (text->str[start + length]))
        text->str[start] = g_ascii_tolower (text->str[start]);
    }
}

static void
append_greeting (CorTale       *tale,
                 const CorStep *step,
                 GString       *text,
                 gboolean       first)
{
  const CorStories *words = tale->slots->words;
  gboolean          customer = step->turn->kind == COR_TURN_CUSTOMER;

  if (is_mail (tale) && (!customer || first))
    append_one (tale, text, customer ? words->customer_mail_open : words->agent_mail_open, first, step->time);
  else if (!is_mail (tale) && first)
    append_one (tale, text, customer ? words->customer_chat_open : words->agent_chat_open, TRUE, step->time);
}

/* Greets as the channel and the language do: letters have two ends, chats open once. */
static char *
make_text (CorTale       *tale,
           const CorStep *step,
           gboolean       first)
{
  const CorStories *words = tale->slots->words;
  gboolean          customer = step->turn->kind == COR_TURN_CUSTOMER;
  gboolean          agent = step->turn->kind == COR_TURN_AGENT;
  gboolean          mail = is_mail (tale) && (agent || customer);
  GString          *text = g_string_new (NULL);
  gsize             start = 0;

  if ((customer || agent) && !is_call (tale))
    append_greeting (tale, step, text, first);
  start = text->len;
  cor_slots_fill (tale->slots, text, step->turn->texts[step->text], step->time, agent && g_str_equal (words->language, "ar"));
  write_small (tale, text, start);

  if (mail && (agent || first || cor_workspace_data_chance (tale->rand, 60)))
    append_one (tale, text, customer ? words->customer_mail_close : words->agent_mail_close, TRUE, step->time);
  return g_string_free (text, FALSE);
}

static guint
speaker_of (CorTale       *tale,
            const CorTurn *turn)
{
  guint role = turn->role != NULL ? cor_staff_agent (tale->staff, turn->role) : 0;

  if (turn->kind == COR_TURN_BOT)
    return cor_staff_agent (tale->staff, "bot");
  return role > 0 ? role : tale->assignee;
}

static void
set_speaker (CorTale *tale,
             guint    agent)
{
  g_autofree char *sign = cor_staff_agent_sign (tale->staff, agent, tale->slots->words->language);

  cor_slots_set (tale->slots, "agent", sign);
}

static void
add_attachment (CorTale       *tale,
                const CorStep *step,
                CorTaleLine   *line)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *title = NULL;

  if (step->turn->attachment == NULL)
    return;

  cor_slots_fill (tale->slots, name, step->turn->attachment, step->time, FALSE);
  title = g_strdup_printf ("%s, %s", tale->slots->payment->reference, tale->plan->customer->given->roman);
  cor_workspace_attachment_make (name->str, title, &line->attachment);
}

/* The first one who speaks or notes takes the conversation. */
static void
take_over (CorTale       *tale,
           const CorStep *step,
           guint          agent)
{
  if (tale->assignee > 0)
    return;

  tale->assignee = agent;
  if (tale->team == 0)
    tale->team = cor_staff_team (tale->staff, tale->plan->customer->gold ? "vip" : "tier1");
  add_activity (tale, step->time, "%s self-assigned this conversation", assignee_name (tale));
  for (guint i = 0; tale->plan->story->labels[i] != NULL; i++)
    {
      g_ptr_array_add (tale->labels, tale->plan->story->labels[i]);
      add_activity (tale, step->time, "%s added %s", assignee_name (tale), tale->plan->story->labels[i]);
    }
  if (tale->plan->customer->gold)
    g_ptr_array_add (tale->labels, (gpointer) "vip");
}

static void
follow_event (CorTale       *tale,
              const CorStep *step)
{
  char *const *words = step->turn->texts;
  const char  *who = assignee_name (tale);

  if (g_str_equal (words[0], "resolve"))
    add_activity (tale, step->time, "Conversation was marked resolved by %s", who);
  else if (g_str_equal (words[0], "snooze"))
    add_activity (tale, step->time, "Conversation was snoozed by %s", who);
  else if (g_str_equal (words[0], "pending"))
    add_activity (tale, step->time, "Conversation was marked as pending by %s", who);
  else if (g_str_equal (words[0], "open"))
    add_activity (tale, step->time, "Conversation was reopened by %s", who);
  else if (g_str_equal (words[0], "priority"))
    {
      tale->priority = words[1];
      add_activity (tale, step->time, "%s set the priority to %s", who, words[1]);
    }
  else if (g_str_equal (words[0], "label"))
    {
      g_ptr_array_add (tale->labels, words[1]);
      add_activity (tale, step->time, "%s added %s", who, words[1]);
    }
  else if (g_str_equal (words[0], "team"))
    {
      tale->team = cor_staff_team (tale->staff, words[1]);
      add_activity (tale, step->time, "Assigned to %s by %s", cor_staff_team_name (tale->staff, tale->team), who);
    }
}

static void
add_step (CorTale       *tale,
          const CorStep *step,
          guint          agent,
          gboolean      *customer_seen,
          gboolean      *agent_seen)
{
  const CorTurn *turn = step->turn;
  gboolean       customer = turn->kind == COR_TURN_CUSTOMER;
  gboolean      *seen = customer ? customer_seen : agent_seen;
  CorTaleLine   *line = NULL;

  if (turn->kind == COR_TURN_EVENT)
    {
      follow_event (tale, step);
      return;
    }
  if (turn->kind == COR_TURN_AGENT || turn->kind == COR_TURN_NOTE)
    take_over (tale, step, agent);

  line = line_new (customer ? COR_WORKSPACE_SENDER_CONTACT : turn->kind == COR_TURN_BOT ? COR_WORKSPACE_SENDER_BOT
                                                                                        : COR_WORKSPACE_SENDER_AGENT,
                   customer ? 0 : speaker_of (tale, turn), customer ? 0 : 1, step->time);
  if (!customer)
    set_speaker (tale, line->sender);
  line->is_private = turn->kind == COR_TURN_NOTE;
  line->content = make_text (tale, step, !*seen);
  if (turn->kind != COR_TURN_NOTE && turn->kind != COR_TURN_BOT)
    *seen = TRUE;
  add_attachment (tale, step, line);
  if (is_mail (tale) && !line->is_private)
    cor_tale_dress_mail (tale, line);
  g_ptr_array_add (tale->lines, line);
}

/* What the channel has reported back about our messages. */
static void
set_states (CorTale *tale)
{
  gboolean answered = FALSE;

  for (guint i = tale->lines->len; i > 0; i--)
    {
      CorTaleLine *line = tale->lines->pdata[i - 1];

      if (line->type == 0)
        answered = TRUE;
      else if (line->type == 1 && !line->is_private)
        {
          gboolean receipts = !is_mail (tale) && !g_str_equal (tale->plan->channel, "sms");

          if (receipts && !answered && cor_workspace_data_chance (tale->rand, 2))
            {
              line->status = "failed";
              g_free (line->attributes);
              line->attributes = g_strdup ("{\"external_error\":\"131047: more than 24 hours have passed since the recipient last replied\"}");
            }
          else if (answered || cor_workspace_data_chance (tale->rand, 60))
            line->status = receipts ? "read" : "delivered";
          else if (tale->now - line->time > 600)
            line->status = "delivered";
        }
    }
}

static void
add_rating (CorTale *tale)
{
  static const int   ratings[] = { 5, 5, 4, 5, 3, 4, 5, 2 };
  char             **texts = tale->slots->words->csat;
  guint              comments = g_strv_length (texts);
  const CorTaleLine *last = tale->lines->pdata[tale->lines->len - 1];
  CorTaleLine       *line = NULL;
  int                rating = ratings[cor_workspace_data_pick (tale->rand, G_N_ELEMENTS (ratings))];

  if (!tale->plan->rated || comments < 2 || is_call (tale) || !cor_workspace_data_chance (tale->rand, 30))
    return;

  line = line_new (COR_WORKSPACE_SENDER_NONE, 0, 3, last->time + 2);
  line->content = g_strdup (texts[0]);
  line->content_type = "input_csat";
  if (cor_workspace_data_chance (tale->rand, 60))
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "submitted_values");
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "csat_survey_response");
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "rating");
      json_builder_add_int_value (builder, rating);
      cor_workspace_data_add (builder, "feedback_message",
                              rating >= 4 && cor_workspace_data_chance (tale->rand, 50) ? texts[1 + cor_workspace_data_pick (tale->rand, comments - 1)] : "");
      json_builder_end_object (builder);
      json_builder_end_object (builder);
      json_builder_end_object (builder);
      line->attributes = cor_workspace_data_text (builder);
    }
  g_ptr_array_add (tale->lines, line);
}

static char *
make_subject (CorTale *tale)
{
  char   **subjects = tale->plan->story->subjects;
  guint    n = g_strv_length (subjects);
  GString *subject = g_string_new (NULL);

  if (n > 0)
    cor_slots_fill (tale->slots, subject, subjects[cor_workspace_data_pick (tale->rand, n)], tale->plan->start, FALSE);
  else
    g_string_append (subject, tale->slots->payment->reference);
  return g_string_free (subject, FALSE);
}

static void
set_mentions (CorTale *tale,
              guint    agent)
{
  static const char *const roles[][2] = { { "@ops", "ops" }, { "@compliance", "compliance" }, { "@admin", "admin" }, { "@main", "main" } };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *mention = cor_staff_mention (tale->staff, cor_staff_agent (tale->staff, roles[i][1]));

      cor_slots_set (tale->slots, roles[i][0], mention);
    }
  if (agent > 0)
    {
      g_autofree char *mention = cor_staff_mention (tale->staff, agent);

      cor_slots_set (tale->slots, "@agent", mention);
    }
}

/**
 * cor_tale_new:
 * @plan: (transfer none): what has happened
 * @staff: (transfer none): the desk
 * @slots: (transfer none): what the texts name
 * @number: the number the sink will know
 * @agent: who answers, if anybody has
 * @now: the present
 * @rand: the seeded source
 *
 * Returns: (transfer full): the conversation in its words
 */
CorTale *
cor_tale_new (const CorPlan  *plan,
              const CorStaff *staff,
              CorSlots       *slots,
              guint           number,
              guint           agent,
              gint64          now,
              GRand          *rand)
{
  CorTale *tale = g_new0 (CorTale, 1);
  gboolean customer_seen = FALSE;
  gboolean agent_seen = FALSE;

  tale->plan = plan;
  tale->staff = staff;
  tale->slots = slots;
  tale->rand = rand;
  tale->now = now;
  tale->number = number;
  tale->inbox = cor_staff_inbox (staff, plan->channel);
  tale->labels = g_ptr_array_new ();
  tale->lines = g_ptr_array_new_with_free_func (line_free);
  tale->subject = make_subject (tale);
  tale->source_id = cor_customer_source_id (plan->customer, plan->channel);
  tale->priority = plan->customer->gold && plan->answered ? "high" : NULL;
  set_mentions (tale, agent);

  for (guint i = 0; i < plan->steps->len; i++)
    add_step (tale, &g_array_index (plan->steps, CorStep, i), agent, &customer_seen, &agent_seen);
  add_rating (tale);
  set_states (tale);
  g_ptr_array_add (tale->labels, NULL);

  return tale;
}

/**
 * cor_tale_free:
 * @tale: (transfer full): a conversation
 */
void
cor_tale_free (CorTale *tale)
{
  g_free (tale->subject);
  g_free (tale->source_id);
  g_ptr_array_unref (tale->labels);
  g_ptr_array_unref (tale->lines);
  g_free (tale);
}

static char *
additional_attributes (const CorTale *tale)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (tale->plan->start);
  g_autofree char *iso = g_date_time_format_iso8601 (start);

  json_builder_begin_object (builder);
  cor_workspace_data_add (builder, "conversation_language", tale->slots->words->language);
  if (is_mail (tale))
    {
      cor_workspace_data_add (builder, "mail_subject", tale->subject);
      cor_workspace_data_add (builder, "source", "email");
    }
  else if (g_str_equal (tale->plan->channel, "web"))
    {
      cor_workspace_data_add (builder, "referer", "https://www.corridor.example/help");
      json_builder_set_member_name (builder, "initiated_at");
      json_builder_begin_object (builder);
      cor_workspace_data_add (builder, "timestamp", iso);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);

  return cor_workspace_data_text (builder);
}

/* The agent has read everything, or the newest words of the customer are still unread. */
static void
set_seen (const CorTale            *tale,
          CorWorkspaceConversation *conversation)
{
  const CorTaleLine *last = tale->lines->pdata[tale->lines->len - 1];
  gboolean           unread = last->type == 0 && !g_str_equal (tale->plan->status, "resolved");
  gint64             ours = 0;
  gint64             theirs = 0;

  for (guint i = 0; i < tale->lines->len; i++)
    {
      const CorTaleLine *line = tale->lines->pdata[i];

      if (line->type == 0)
        theirs = line->time;
      else if (line->kind == COR_WORKSPACE_SENDER_AGENT)
        ours = line->time;
    }

  if (unread && (tale->assignee == 0 || cor_workspace_data_chance (tale->rand, 65)))
    conversation->agent_last_seen_at = ours;
  else
    conversation->agent_last_seen_at = MIN (last->time + 20, tale->now);
  conversation->contact_last_seen_at = MAX (theirs, tale->plan->start);
}

static gboolean
tell_lines (CorTale                *tale,
            const CorWorkspaceSink *sink,
            GError                **error)
{
  for (guint i = 0; i < tale->lines->len; i++)
    {
      const CorTaleLine  *line = tale->lines->pdata[i];
      CorWorkspaceMessage message = {
        .conversation = tale->number,
        .sender_kind = line->kind,
        .sender = line->sender,
        .message_type = line->type,
        .content = line->content,
        .content_type = line->content_type,
        .content_attributes_json = line->attributes,
        .status = line->status,
        .source_id = line->source_id,
        .is_private = line->is_private,
        .created_at = line->time,
        .attachments = line->attachment.file_name != NULL ? &line->attachment : NULL,
        .n_attachments = line->attachment.file_name != NULL ? 1 : 0,
      };

      if (!sink->message (&message, sink->user_data, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cor_tale_tell:
 * @tale: a conversation
 * @sink: who listens
 * @error: return location
 *
 * Tells the conversation, then its messages in order.
 *
 * Returns: %FALSE when the sink stops
 */
gboolean
cor_tale_tell (CorTale                *tale,
               const CorWorkspaceSink *sink,
               GError                **error)
{
  g_autofree char           *additional = additional_attributes (tale);
  g_autofree char           *custom = cor_tale_custom_attributes (tale);
  g_autofree char           *figures = cor_workspace_payment_to_json (tale->slots->payment, tale->plan->customer->name, tale->plan->story->incoming);
  const CorWorkspaceTransfer transfer = {
    .reference = tale->slots->payment->reference,
    .uetr = tale->slots->payment->uetr,
    .story = tale->plan->story->id,
    .figures_json = figures,
    .sent_at = tale->slots->payment->sent_at,
  };
  CorWorkspaceConversation conversation = {
    .contact = tale->plan->customer->number,
    .inbox = tale->inbox,
    .assignee = tale->assignee,
    .team = tale->team,
    .status = tale->plan->status,
    .priority = tale->priority,
    .created_at = tale->plan->start,
    .snoozed_until = tale->plan->snoozed_until,
    .labels = (const char *const *) tale->labels->pdata,
    .additional_json = additional,
    .custom_json = custom,
    .source_id = tale->source_id,
    .transfer = &transfer,
  };

  set_seen (tale, &conversation);
  return sink->conversation (&conversation, sink->user_data, error) && tell_lines (tale, sink, error);
}
