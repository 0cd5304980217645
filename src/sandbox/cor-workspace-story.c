/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-workspace"

#include "config.h"

#include "cor-workspace-story.h"

#include "cor-workspace-data.h"

#include <gio/gio.h>
#include <string.h>

/*
 * A turn is one string, or an array of alternatives of which the first one carries the mark:
 *   "C: text"            the customer; "C?: text" is left out half the time
 *   "A: text"            the assignee; "A/ops: text" somebody of that role
 *   "N: text", "B: text" private note, bot
 *   "C[invoice.pdf]: …"  with a file
 *   "+3h"                time before the next turn (m, h, d)
 *   "=resolve", "=snooze 2d", "=team compliance", "=label refund", "=priority high",
 *   "=pending", "=open", "=keep"
 */

static void
turn_free (gpointer data)
{
  CorTurn *turn = data;

  g_free (turn->role);
  g_free (turn->attachment);
  g_strfreev (turn->texts);
  g_free (turn);
}

static void
story_free (gpointer data)
{
  CorStory *story = data;

  g_free (story->id);
  g_strfreev (story->labels);
  g_strfreev (story->channels);
  g_strfreev (story->countries);
  g_strfreev (story->to);
  g_strfreev (story->subjects);
  g_ptr_array_unref (story->turns);
  g_free (story);
}

static void
stories_free (gpointer data)
{
  CorStories *stories = data;

  g_free (stories->language);
  g_free (stories->date);
  g_strfreev (stories->months);
  g_strfreev (stories->titles);
  g_strfreev (stories->csat);
  g_strfreev (stories->small_words);
  g_strfreev (stories->customer_mail_open);
  g_strfreev (stories->customer_mail_close);
  g_strfreev (stories->customer_chat_open);
  g_strfreev (stories->agent_mail_open);
  g_strfreev (stories->agent_mail_close);
  g_strfreev (stories->agent_chat_open);
  g_hash_table_unref (stories->countries);
  g_ptr_array_unref (stories->stories);
  g_free (stories);
}

static gint64
parse_span (const char *text)
{
  char  *unit = NULL;
  gint64 count = g_ascii_strtoll (text, &unit, 10);

  return count * (*unit == 'd' ? 86400 : *unit == 'h' ? 3600
                                                      : 60);
}

static gboolean
parse_kind (char         mark,
            CorTurnKind *kind)
{
  static const struct
  {
    char        mark;
    CorTurnKind kind;
  } kinds[] = { { 'C', COR_TURN_CUSTOMER }, { 'A', COR_TURN_AGENT }, { 'N', COR_TURN_NOTE }, { 'B', COR_TURN_BOT } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].mark == mark)
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* A second mark would be told to somebody as text. */
static gboolean
others_are_bare (const CorTurn *turn,
                 const char    *story,
                 GError       **error)
{
  CorTurnKind kind = COR_TURN_EVENT;

  for (guint i = 1; turn->texts[i] != NULL; i++)
    if (parse_kind (turn->texts[i][0], &kind) && strchr (":?[/", turn->texts[i][1]) != NULL)
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: a second mark in “%.20s”", story, turn->texts[i]);
        return FALSE;
      }
  return TRUE;
}

/* Takes the mark off the first alternative and keeps what it says. */
static gboolean
parse_mark (CorTurn    *turn,
            const char *story,
            GError    **error)
{
  const char *rest = turn->texts[0];
  char       *text = NULL;

  if (!parse_kind (*rest, &turn->kind))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: a turn starts with “%.12s”", story, rest);
      return FALSE;
    }

  rest++;
  if (*rest == '?')
    {
      turn->optional = TRUE;
      rest++;
    }
  if (*rest == '/')
    {
      gsize length = strcspn (rest + 1, "[:");

      turn->role = g_strndup (rest + 1, length);
      rest += 1 + length;
    }
  if (*rest == '[')
    {
      gsize length = strcspn (rest + 1, "]");

      turn->attachment = g_strndup (rest + 1, length);
      rest += length + 2;
    }
  if (!g_str_has_prefix (rest, ": "))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: no colon in “%.20s”", story, turn->texts[0]);
      return FALSE;
    }

  if (!others_are_bare (turn, story, error))
    return FALSE;

  text = g_strdup (rest + 2);
  g_free (turn->texts[0]);
  turn->texts[0] = text;
  return TRUE;
}

static CorTurn *
parse_turn (JsonNode *node,
            gint64   *gap,
            CorStory *story,
            GError  **error)
{
  g_autoptr (JsonObject) holder = json_object_new ();
  g_auto (GStrv) texts = NULL;
  CorTurn *turn = NULL;

  json_object_set_member (holder, "turn", json_node_copy (node));
  texts = cor_workspace_data_strv (holder, "turn");
  if (g_str_equal (texts[0], "=keep"))
    story->keep = TRUE;

  turn = g_new0 (CorTurn, 1);
  turn->gap = *gap;
  *gap = -1;
  if (texts[0][0] == '=')
    {
      turn->kind = COR_TURN_EVENT;
      turn->texts = g_strsplit (texts[0] + 1, " ", 2);
      return turn;
    }

  turn->texts = g_steal_pointer (&texts);
  if (!parse_mark (turn, story->id, error))
    g_clear_pointer (&turn, turn_free);
  return turn;
}

static gboolean
parse_turns (CorStory  *story,
             JsonArray *turns,
             GError   **error)
{
  gint64 gap = -1;

  for (guint i = 0; i < json_array_get_length (turns); i++)
    {
      JsonNode   *node = json_array_get_element (turns, i);
      const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : "";
      CorTurn    *turn = NULL;

      if (*text == '+')
        {
          gap = parse_span (text + 1);
          continue;
        }

      turn = parse_turn (node, &gap, story, error);
      if (turn == NULL)
        return FALSE;
      g_ptr_array_add (story->turns, turn);
    }

  return TRUE;
}

static CorStory *
parse_story (JsonObject *object,
             const char *language,
             guint       number,
             GError    **error)
{
  CorStory        *story = g_new0 (CorStory, 1);
  g_autofree char *who = cor_workspace_data_dup (object, "who");

  story->id = cor_workspace_data_dup (object, "id");
  story->number = number;
  story->language = language;
  story->labels = cor_workspace_data_strv (object, "labels");
  story->channels = cor_workspace_data_strv (object, "channels");
  story->countries = cor_workspace_data_strv (object, "countries");
  story->to = cor_workspace_data_strv (object, "to");
  story->subjects = cor_workspace_data_strv (object, "subject");
  story->incoming = json_object_get_boolean_member_with_default (object, "incoming", FALSE);
  story->gold = json_object_get_boolean_member_with_default (object, "gold", FALSE);
  story->business = g_strcmp0 (who, "business") == 0;
  story->personal = g_strcmp0 (who, "person") == 0;
  story->turns = g_ptr_array_new_with_free_func (turn_free);
  if (!parse_turns (story, json_object_get_array_member (object, "turns"), error))
    g_clear_pointer (&story, story_free);

  return story;
}

static void
add_country (JsonObject *object,
             const char *code,
             JsonNode   *node,
             gpointer    user_data)
{
  g_hash_table_insert (user_data, g_strdup (code), g_strdup (json_node_get_string (node)));
}

static CorStories *
parse_head (JsonObject *object)
{
  CorStories *stories = g_new0 (CorStories, 1);

  stories->language = cor_workspace_data_dup (object, "language");
  stories->any_language = json_object_get_boolean_member_with_default (object, "any_language", FALSE);
  stories->months = cor_workspace_data_strv (object, "months");
  stories->titles = cor_workspace_data_strv (object, "titles");
  stories->csat = cor_workspace_data_strv (object, "csat");
  stories->small_words = cor_workspace_data_strv (object, "small_words");
  stories->date = cor_workspace_data_dup (object, "date");
  stories->customer_mail_open = cor_workspace_data_strv (object, "customer_mail_open");
  stories->customer_mail_close = cor_workspace_data_strv (object, "customer_mail_close");
  stories->customer_chat_open = cor_workspace_data_strv (object, "customer_chat_open");
  stories->agent_mail_open = cor_workspace_data_strv (object, "agent_mail_open");
  stories->agent_mail_close = cor_workspace_data_strv (object, "agent_mail_close");
  stories->agent_chat_open = cor_workspace_data_strv (object, "agent_chat_open");
  stories->countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  stories->stories = g_ptr_array_new_with_free_func (story_free);
  json_object_foreach_member (json_object_get_object_member (object, "countries"), add_country, stories->countries);

  return stories;
}

static gboolean
load_file (GPtrArray  *all,
           const char *name,
           guint      *number,
           GError    **error)
{
  g_autoptr (JsonNode) root = cor_workspace_data_load (name, error);
  CorStories *stories = NULL;
  JsonArray  *array = NULL;

  if (root == NULL)
    return FALSE;

  stories = parse_head (json_node_get_object (root));
  g_ptr_array_add (all, stories);
  array = json_object_get_array_member (json_node_get_object (root), "stories");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      CorStory *story = parse_story (json_array_get_object_element (array, i), stories->language, ++*number, error);

      if (story == NULL)
        return FALSE;
      g_ptr_array_add (stories->stories, story);
    }

  return TRUE;
}

/**
 * cor_stories_load:
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CorStories): the stories of every language,
 *   the call notes last
 */
GPtrArray *
cor_stories_load (GError **error)
{
  static const char *const files[] = {
    "stories-en.json", "stories-zh_CN.json", "stories-zh_TW.json", "stories-es.json", "stories-pt_BR.json", "stories-fr.json",
    "stories-de.json", "stories-ja.json", "stories-ar.json", "stories-vi.json", "stories-phone.json"
  };
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (stories_free);
  guint number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (!load_file (all, files[i], &number, error))
      return NULL;

  return g_steal_pointer (&all);
}

/**
 * cor_stories_of:
 * @all: (element-type CorStories): the loaded stories
 * @language: as "zh_CN"
 *
 * Returns: (transfer none) (nullable): that language's stories
 */
const CorStories *
cor_stories_of (const GPtrArray *all,
                const char      *language)
{
  for (guint i = 0; i < all->len; i++)
    {
      const CorStories *stories = all->pdata[i];

      if (!stories->any_language && g_str_equal (stories->language, language))
        return stories;
    }
  return NULL;
}
