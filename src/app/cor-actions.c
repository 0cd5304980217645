/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-actions"

#include "config.h"

#include "cor-actions.h"

#include <glib/gi18n-lib.h>

/* In the order in which the palette offers them before anything is typed. */
static const CorActionEntry entries[] = {
  { "win.reply", { "<Control>r" }, N_ ("Write a reply"), "cor-pencil-symbolic", COR_ACTION_CONVERSATION },
  { "win.note", { "<Control><Shift>n" }, N_ ("Write a private note"), "cor-lock-symbolic", COR_ACTION_CONVERSATION },
  { "win.template", { "<Alt>t" }, N_ ("Use a template"), "cor-file-symbolic", COR_ACTION_CONVERSATION },
  { "win.send-later", { NULL }, N_ ("Send later"), "cor-clock-symbolic", COR_ACTION_CONVERSATION },
  { "win.undo-send", { NULL }, N_ ("Take back the reply that is about to leave"), "cor-undo-symbolic", COR_ACTION_CONVERSATION },
  { "win.discard-draft", { "<Alt>d" }, N_ ("Discard what is written"), "user-trash-symbolic", COR_ACTION_CONVERSATION },
  { "win.attach", { "<Control><Shift>a" }, N_ ("Attach files"), "mail-attachment-symbolic", COR_ACTION_CONVERSATION },
  { "win.insert-answer", { "<Alt>i" }, N_ ("Insert the suggested answer"), "cor-book-symbolic", COR_ACTION_CONVERSATION },
  { "win.insert-answer-link", { "<Alt>l" }, N_ ("Insert the link of the suggested answer"), "cor-link-symbolic", COR_ACTION_CONVERSATION },
  { "win.calculate-payment", { "<Alt>c" }, N_ ("Calculate this payment"), "cor-percent-symbolic", COR_ACTION_CONVERSATION },
  { "win.resolve", { "<Alt>e" }, N_ ("Resolve"), "cor-check-symbolic", COR_ACTION_CONVERSATION },
  { "win.snooze", { "<Alt>m" }, N_ ("Snooze"), "cor-moon-symbolic", COR_ACTION_CONVERSATION },
  { "win.assign-to-me", { NULL }, N_ ("Assign to me"), "cor-person-symbolic", COR_ACTION_CONVERSATION },
  { "win.next-conversation", { "<Alt>j", "<Control>Tab" }, N_ ("Next conversation"), "cor-inbox-symbolic", COR_ACTION_ANY },
  { "win.previous-conversation", { "<Alt>k", "<Control><Shift>Tab" }, N_ ("Previous conversation"), "cor-inbox-symbolic", COR_ACTION_ANY },
  { "win.search", { NULL }, N_ ("Search conversations"), "system-search-symbolic", COR_ACTION_ANY },
  { "win.toggle-context", { "F9" }, N_ ("Show or hide what belongs to the conversation"), "cor-panel-right-symbolic", COR_ACTION_CONVERSATION },
  { "win.back", { "<Alt>Left" }, N_ ("One pane back"), "cor-panel-left-symbolic", COR_ACTION_ANY },
  { "win.accounts", { "<Control>comma" }, N_ ("Accounts"), "cor-people-symbolic", COR_ACTION_ANY },
  { "win.show-help-overlay", { "<Control>question", "F1" }, N_ ("Keyboard shortcuts"), "cor-dot-symbolic", COR_ACTION_ANY },
  { "win.about", { NULL }, N_ ("About Corridor"), "cor-dot-symbolic", COR_ACTION_ANY },
  { "app.quit", { "<Control>q" }, N_ ("Quit"), "cor-dot-symbolic", COR_ACTION_ANY },
  { "win.page('payments')", { "<Control><Shift>p" }, NULL, NULL, COR_ACTION_HIDDEN },
  { "win.page('knowledge')", { "<Control><Shift>k" }, NULL, NULL, COR_ACTION_HIDDEN },
  { "win.find", { "<Control>f" }, NULL, NULL, COR_ACTION_HIDDEN },
  { "win.palette", { "<Control>k" }, NULL, NULL, COR_ACTION_HIDDEN },
};

/**
 * cor_actions_get:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all of them
 */
const CorActionEntry *
cor_actions_get (guint *n)
{
  *n = G_N_ELEMENTS (entries);
  return entries;
}
