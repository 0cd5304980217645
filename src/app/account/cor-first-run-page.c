/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-first-run-page"

#include "config.h"

#include "cor-first-run-page.h"

#include <glib/gi18n-lib.h>

#include "cor-unparent.h"

/*
 * CorFirstRunPage: what a profile without accounts shows: two ways in, of equal weight. Its buttons
 * are actions of the window.
 *
 * CSS nodes: corfirstrunpage
 */
struct _CorFirstRunPage
{
  GtkWidget parent_instance;

  /* Template */
  GtkButton *sandbox_button;
  GtkLabel  *problem;
};

G_DEFINE_FINAL_TYPE (CorFirstRunPage, cor_first_run_page, GTK_TYPE_WIDGET)

static void
cor_first_run_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COR_TYPE_FIRST_RUN_PAGE);
  cor_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (cor_first_run_page_parent_class)->dispose (object);
}

static void
cor_first_run_page_class_init (CorFirstRunPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_first_run_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/corridordesk/Corridor/ui/account/cor-first-run-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CorFirstRunPage, problem);
  gtk_widget_class_bind_template_child (widget_class, CorFirstRunPage, sandbox_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "corfirstrunpage");
}

static void
cor_first_run_page_init (CorFirstRunPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cor_first_run_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
cor_first_run_page_new (void)
{
  return g_object_new (COR_TYPE_FIRST_RUN_PAGE, NULL);
}

/**
 * cor_first_run_page_set_problem:
 * @problem: (nullable): why the sandbox did not start, a sentence
 */
void
cor_first_run_page_set_problem (CorFirstRunPage *self, const char *problem)
{
  g_return_if_fail (COR_IS_FIRST_RUN_PAGE (self));

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/**
 * cor_first_run_page_set_busy:
 * @busy: whether the sandbox is being started
 */
void
cor_first_run_page_set_busy (CorFirstRunPage *self, gboolean busy)
{
  g_return_if_fail (COR_IS_FIRST_RUN_PAGE (self));

  gtk_button_set_label (self->sandbox_button, busy ? _ ("Starting…") : _ ("_Try it"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->sandbox_button), !busy);
}
