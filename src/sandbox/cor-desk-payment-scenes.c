/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-desk-payment-scenes.h"

#include <string.h>

/* Every status of the procedure, and the kinds of reason codes. Their order is that of their numbers, CP-90001 and on. */
static const CorScene scenes[] = {
  { .id = "awaiting-funds", .stories = " calculator rate-lock ", .state = "awaiting_funds", .age = 20, .next = "processing" },
  { .id = "processing", .stories = " delay-cutoff limit-raise gold-large ", .state = "processing", .age = 2, .expected = 24, .next = "on-its-way" },
  { .id = "processing-late", .stories = "", .state = "processing", .age = 50, .expected = 24, .next = "on-its-way" },
  { .id = "documents", .stories = " documents-invoice recipient-details ", .state = "documents_required", .age = 30, .next = "processing" },
  { .id = "held", .stories = " held-review ", .state = "processing", .age = 40, .expected = 20, .is_held = TRUE, .status = "ACSP", .reason = "G000" },
  { .id = "held-by-code", .stories = "", .state = "failed", .age = 30, .status = "RJCT", .code = "AM07", .place = COR_SCENE_BANK },
  { .id = "on-its-way", .stories = " arrival-estimate test-payment incoming ", .state = "sent", .age = 6, .expected = 48, .status = "ACSP", .reason = "G000", .place = COR_SCENE_BETWEEN, .next = "delivered" },
  { .id = "late-between", .stories = " delay-intermediary delay-holiday ", .state = "sent", .age = 90, .expected = 48, .status = "ACSP", .reason = "G000", .place = COR_SCENE_BETWEEN, .next = "delivered-late" },
  { .id = "late-at-bank", .stories = " delay-payee-bank bot-handover social-unverified ", .state = "sent", .age = 90, .expected = 48, .status = "ACSP", .reason = "G002", .place = COR_SCENE_BANK, .charges = COR_SCENE_BETWEEN_TAKES, .next = "credited-less" },
  { .id = "cut-off", .stories = "", .state = "sent", .age = 30, .expected = 96, .status = "ACSP", .reason = "G000", .place = COR_SCENE_BANK, .is_late_in_day = TRUE, .next = "credited" },
  { .id = "not-tracked", .stories = "", .state = "sent", .age = 20, .expected = 96, .status = "ACSP", .reason = "G001", .place = COR_SCENE_BETWEEN, .next = "credited" },
  { .id = "bank-wants-documents", .stories = "", .state = "sent", .age = 40, .expected = 96, .status = "ACSP", .reason = "G003", .place = COR_SCENE_BANK, .next = "credited" },
  { .id = "waiting-for-cover", .stories = "", .state = "sent", .age = 40, .expected = 96, .status = "ACSP", .reason = "G004", .place = COR_SCENE_BANK, .next = "delivered" },
  { .id = "delivered", .stories = "", .state = "delivered_to_bank", .age = 10, .expected = 48, .status = "ACSP", .reason = "G005", .place = COR_SCENE_BANK, .next = "credited" },
  { .id = "delivered-late", .stories = "", .state = "delivered_to_bank", .age = 90, .expected = 48, .status = "ACSP", .reason = "G006", .place = COR_SCENE_BANK, .is_partial = TRUE, .next = "credited" },
  { .id = "credited", .stories = " credited-not-seen proof ", .state = "credited", .age = 60, .status = "ACCC", .place = COR_SCENE_BANK },
  { .id = "credited-less", .stories = " fee-less-arrived chargeback-threat ", .state = "credited", .age = 60, .status = "ACCC", .place = COR_SCENE_BANK, .charges = COR_SCENE_BETWEEN_TAKES },
  { .id = "credited-both-took", .stories = "", .state = "credited", .age = 60, .status = "ACCC", .place = COR_SCENE_BANK, .charges = COR_SCENE_BOTH_TAKE },
  { .id = "credited-unexplained", .stories = "", .state = "credited", .age = 60, .status = "ACCC", .place = COR_SCENE_BANK, .charges = COR_SCENE_SILENT },
  { .id = "rejected-details", .stories = "", .state = "failed", .age = 30, .status = "RJCT", .code = "AC01", .place = COR_SCENE_BANK },
  { .id = "rejected-closed", .stories = " rejected-closed ", .state = "failed", .age = 30, .status = "RJCT", .code = "AC04", .place = COR_SCENE_BANK },
  { .id = "rejected-route", .stories = "", .state = "failed", .age = 30, .status = "RJCT", .code = "RC11", .place = COR_SCENE_BETWEEN },
  { .id = "rejected-cut-off", .stories = "", .state = "failed", .age = 30, .status = "RJCT", .code = "TM01", .place = COR_SCENE_BETWEEN },
  { .id = "rejected-no-reason", .stories = "", .state = "failed", .age = 30, .status = "RJCT", .code = "MS03", .place = COR_SCENE_BANK },
  { .id = "rejected-not-listed", .stories = "", .state = "failed", .age = 30, .status = "RJCT", .code = "ZZ99", .place = COR_SCENE_BANK },
  { .id = "returned-name", .stories = " returned-name ", .state = "returned", .age = 100, .status = "ACCC", .code = "BE01", .place = COR_SCENE_BANK, .is_returned = TRUE },
  { .id = "returned-bank-error", .stories = "", .state = "returned", .age = 100, .status = "ACSP", .code = "BE08", .place = COR_SCENE_BANK, .is_returned = TRUE },
  { .id = "refunded", .stories = " refund-when close-account ", .state = "refunded", .age = 150 },
  { .id = "cancelled", .stories = " cancel-now ", .state = "cancelled", .age = 5 },
  { .id = "recall-pending", .stories = " wrong-account scam-seller duplicate ", .state = "sent", .age = 30, .expected = 96, .status = "ACSP", .reason = "G000", .cancellation = "PDCR", .refusal = "RQDA", .place = COR_SCENE_BANK, .next = "recall-refused" },
  { .id = "recall-refused", .stories = "", .state = "sent", .age = 60, .status = "ACSP", .reason = "G000", .cancellation = "RJCR", .refusal = "CUST", .place = COR_SCENE_BANK },
  { .id = "recalled", .stories = "", .state = "sent", .age = 60, .status = "ACSP", .reason = "G000", .cancellation = "CNCL", .place = COR_SCENE_BETWEEN },
  { .id = "empty-track", .stories = "", .state = "sent", .age = 12, .expected = 96, .is_empty = TRUE, .next = "delivered" },
  { .id = "wise-sent", .stories = "", .state = "sent", .age = 3, .wise = "outgoing_payment_sent" },
  { .id = "wise-paid-out", .stories = "", .state = "sent", .age = 60, .wise = "outgoing_payment_sent" },
  { .id = "wise-issues", .stories = "", .state = "sent", .age = 20, .wise = "processing", .has_issues = TRUE, .next = "wise-sent" },
  { .id = "wise-bounced", .stories = "", .state = "sent", .age = 80, .wise = "bounced_back" },
  { .id = "wise-charged-back", .stories = "", .state = "sent", .age = 80, .wise = "charged_back" },
};

const CorScene *
cor_scene_get_all (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (scenes);
  return scenes;
}

/**
 * cor_scene_find:
 *
 * Returns: (transfer none) (nullable)
 */
const CorScene *
cor_scene_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (strcmp (scenes[i].id, id) == 0)
      return &scenes[i];
  return NULL;
}

/**
 * cor_scene_find_for_story:
 *
 * Returns: (transfer none): what became of the payment that such a conversation is about; a story that does not say is
 *   one of a payment that arrived
 */
const CorScene *
cor_scene_find_for_story (const char *story)
{
  g_autofree char *word = g_strdup_printf (" %s ", story);

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    if (strstr (scenes[i].stories, word) != NULL)
      return &scenes[i];
  return cor_scene_find ("credited");
}
