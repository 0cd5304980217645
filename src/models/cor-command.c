/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-command"

#include "config.h"

#include "cor-command.h"

#include "cor-fold.h"

struct _CorCommand
{
  GObject parent_instance;

  char       *action; /* owned */
  GVariant   *target; /* owned, or NULL */
  const char *icon_name;
  char       *title;  /* owned */
  char       *folded; /* owned */
  char       *hint;   /* owned, or NULL */
};

G_DEFINE_FINAL_TYPE (CorCommand, cor_command, G_TYPE_OBJECT)

static void
cor_command_finalize (GObject *object)
{
  CorCommand *self = COR_COMMAND (object);

  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self->title);
  g_free (self->folded);
  g_free (self->hint);

  G_OBJECT_CLASS (cor_command_parent_class)->finalize (object);
}

static void
cor_command_class_init (CorCommandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_command_finalize;
}

static void
cor_command_init (CorCommand *self)
{
}

/**
 * cor_command_new:
 * @action: name of the action, "win.page"
 * @target: (nullable): its parameter, a floating one is taken
 * @icon_name: symbolic
 * @title: in the user's language
 * @hint: (nullable): its keys, or what tells it from others of the same title
 *
 * Returns: (transfer full): a command
 */
CorCommand *
cor_command_new (const char *action, GVariant *target, const char *icon_name, const char *title, const char *hint)
{
  CorCommand *self = g_object_new (COR_TYPE_COMMAND, NULL);

  self->action = g_strdup (action);
  self->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  self->icon_name = g_intern_string (icon_name);
  self->title = g_strdup (title);
  self->folded = cor_fold (title);
  self->hint = g_strdup (hint);
  return self;
}

/**
 * cor_command_get_action:
 *
 * Returns: (transfer none): the name of its action
 */
const char *
cor_command_get_action (CorCommand *self)
{
  g_return_val_if_fail (COR_IS_COMMAND (self), NULL);

  return self->action;
}

/**
 * cor_command_get_target:
 *
 * Returns: (transfer none) (nullable): the parameter of its action
 */
GVariant *
cor_command_get_target (CorCommand *self)
{
  g_return_val_if_fail (COR_IS_COMMAND (self), NULL);

  return self->target;
}

/**
 * cor_command_get_icon_name:
 *
 * Returns: (transfer none): its icon
 */
const char *
cor_command_get_icon_name (CorCommand *self)
{
  g_return_val_if_fail (COR_IS_COMMAND (self), NULL);

  return self->icon_name;
}

/**
 * cor_command_get_title:
 *
 * Returns: (transfer none): what it does, in the user's language
 */
const char *
cor_command_get_title (CorCommand *self)
{
  g_return_val_if_fail (COR_IS_COMMAND (self), NULL);

  return self->title;
}

/**
 * cor_command_get_folded_title:
 *
 * Returns: (transfer none): cor_fold() of its title
 */
const char *
cor_command_get_folded_title (CorCommand *self)
{
  g_return_val_if_fail (COR_IS_COMMAND (self), NULL);

  return self->folded;
}

/**
 * cor_command_get_hint:
 *
 * Returns: (transfer none) (nullable): its keys, or what tells it from others
 */
const char *
cor_command_get_hint (CorCommand *self)
{
  g_return_val_if_fail (COR_IS_COMMAND (self), NULL);

  return self->hint;
}
