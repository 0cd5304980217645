/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#pragma once

#include "cor-avatar.h"
#include "cor-customer-pane.h"
#include "cor-customer.h"
#include "cor-fact-row.h"

G_BEGIN_DECLS

struct _CorCustomerPane
{
  GtkWidget parent_instance;

  CorSession   *session;  /* owned, or NULL */
  CorCustomer  *customer; /* owned, or NULL */
  GCancellable *reading;  /* owned */
  CorFactRow   *clock;    /* borrowed: child; the customer's local time, or NULL */
  gint64        conversation;
  gint64        customer_id;
  guint         shows_all : 1;

  /* Template */
  GtkWidget  *all;
  CorAvatar  *avatar;
  GtkLabel   *company;
  GtkBox     *facts;
  GtkBox     *labels;
  GtkLabel   *name;
  GtkListBox *others;
  GtkWidget  *others_title;
  GtkWidget  *page;
  GtkBox     *pills;
  GtkWidget  *root;
};

void _cor_customer_pane_show_customer (CorCustomerPane *self);
void _cor_customer_pane_update_clock (CorCustomerPane *self);
void _cor_customer_pane_show_others (CorCustomerPane *self);

G_END_DECLS
