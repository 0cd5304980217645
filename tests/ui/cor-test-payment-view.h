/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include <adwaita.h>

#include "cor-session.h"
#include "cor-test-payment.h"

G_BEGIN_DECLS

/* A window with one view of payments over the desk of the story. */
typedef struct
{
  CorTestDesk desk;
  CorSession *session;
  GtkWindow  *window;
  GtkWidget  *view;
} CorTestPaymentView;

#define COR_TEST_NOBODY_WAS_ASKED -1

/* @type: of a page or of a tab beside a conversation; @state: a CorTestPaymentState, or COR_TEST_NOBODY_WAS_ASKED */
void cor_test_payment_view_open (CorTestPaymentView *self, GType type, int width, int height, int state);
void cor_test_payment_view_close (CorTestPaymentView *self);

/* The services were asked again, a minute later, and the payment stands so. */
void cor_test_payment_view_answer (CorTestPaymentView *self, CorTestPaymentState state);

/* The bell of the view. */
GtkWidget *cor_test_payment_view_get_bell (CorTestPaymentView *self);

/* Opens the form to link and verify by @button. */
GtkWidget *cor_test_payment_view_open_link (CorTestPaymentView *self, const char *button);

/* In that form: the choice of @title. */
AdwComboRow *cor_test_payment_view_find_choice (GtkWidget *form, const char *title);

G_END_DECLS
