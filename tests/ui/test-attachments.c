/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#include "config.h"

#include "cor-attachment-chip.h"
#include "cor-attachment-strip.h"
#include "cor-composer.h"
#include "cor-conversation-pane.h"
#include "cor-file-card.h"
#include "cor-test-await.h"
#include "cor-test-main.h"
#include "cor-test-pane.h"
#include "cor-test-widgets.h"

#include <adwaita.h>
#include <glib/gstdio.h>

/* Files of a reply: dropped, pasted, refused, taken away, found again, sent and taken back. */

#define HEARD "Oi! O dinheiro saiu da conta"
#define PNG "\x89PNG\r\n\x1a\n"

/* Also what cannot be seen. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static CorComposer *
get_composer (CorTestPane *fixture)
{
  return COR_COMPOSER (find (fixture->pane, COR_TYPE_COMPOSER));
}

static GtkWidget *
get_strip (CorTestPane *fixture)
{
  return find (fixture->pane, COR_TYPE_ATTACHMENT_STRIP);
}

static guint
count_files (CorTestPane *fixture)
{
  return cor_draft_files_get_n (cor_attachment_strip_get_files (COR_ATTACHMENT_STRIP (get_strip (fixture))));
}

static gboolean
is_copying (CorTestPane *fixture)
{
  return cor_draft_files_is_copying (cor_attachment_strip_get_files (COR_ATTACHMENT_STRIP (get_strip (fixture))));
}

static guint
count_kept (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Somebody drags a file onto the conversation; it is gone from its place a moment later. */
static void
drop (CorTestPane *fixture,
      const char  *name,
      const char  *content)
{
  g_autofree char *path = g_build_filename (fixture->desk.dir, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->pane);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &is_taken);
    }
  g_assert_true (is_taken);
  cor_test_until (!is_copying (fixture));
  g_unlink (path);
}

/* The last one of a chip. */
static GtkWidget *
get_remove (GtkWidget *chip)
{
  return gtk_widget_get_last_child (gtk_widget_get_first_child (chip));
}

static void
test_drop (CorTestPane  *fixture,
           gconstpointer unused)
{
  GtkWidget *strip, *chip;

  cor_test_pane_open (fixture, "20476", HEARD);
  strip = get_strip (fixture);
  g_assert_false (gtk_widget_get_visible (strip));
  g_assert_false (cor_composer_can_send (get_composer (fixture)));
  drop (fixture, "comprovante.pdf", "%PDF-1.7");
  drop (fixture, "foto.png", PNG);
  cor_test_until (count_files (fixture) == 2);
  g_assert_true (gtk_widget_get_visible (strip));
  g_assert_true (cor_test_is_shown (strip, "comprovante.pdf"));
  g_assert_true (cor_test_is_shown (strip, "8 bytes"));
  g_assert_true (cor_composer_can_send (get_composer (fixture)));

  chip = gtk_widget_get_ancestor (cor_test_find (strip, GTK_TYPE_LABEL, "comprovante.pdf"), COR_TYPE_ATTACHMENT_CHIP);
  gtk_test_accessible_assert_role (chip, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, "comprovante.pdf, 8 bytes");
  gtk_test_accessible_assert_property (find (chip, GTK_TYPE_BUTTON), GTK_ACCESSIBLE_PROPERTY_LABEL, "Open “comprovante.pdf”");
  gtk_test_accessible_assert_property (get_remove (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove “comprovante.pdf”");
  g_signal_emit_by_name (get_remove (chip), "clicked");
  cor_test_until (count_files (fixture) == 1);
  chip = find (strip, COR_TYPE_ATTACHMENT_CHIP);
  g_signal_emit_by_name (get_remove (chip), "clicked");
  cor_test_until (count_files (fixture) == 0);
  g_assert_false (gtk_widget_get_visible (strip));
  g_assert_false (cor_composer_can_send (get_composer (fixture)));
}

/* A picture of the screen becomes a file; words stay words. */
static void
test_paste (CorTestPane  *fixture,
            gconstpointer unused)
{
  static const guint8 pixels[2 * 2 * 4] = { 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (2, 2, GDK_MEMORY_R8G8B8A8, bytes, 8);
  GdkClipboard *clipboard;

  cor_test_pane_open (fixture, "20476", HEARD);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (cor_test_pane_get_editor (fixture)));
  gdk_clipboard_set_texture (clipboard, texture);
  g_signal_emit_by_name (cor_test_pane_get_editor (fixture), "paste-clipboard");
  cor_test_until (count_files (fixture) == 1);
  g_assert_nonnull (find (get_strip (fixture), COR_TYPE_ATTACHMENT_CHIP));
  gdk_clipboard_set_text (clipboard, "obrigado");
  g_signal_emit_by_name (cor_test_pane_get_editor (fixture), "paste-clipboard");
  cor_test_until (cor_test_pane_has_text (fixture, "obrigado"));
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* Said in a sentence, with what would be taken; colleagues may have it. */
static void
test_refused (CorTestPane  *fixture,
              gconstpointer unused)
{
  GtkWidget *strip;

  cor_test_pane_open (fixture, "20476", HEARD);
  strip = get_strip (fixture);
  drop (fixture, "tarifas.csv", "a,b\n");
  g_assert_cmpuint (count_files (fixture), ==, 0);
  g_assert_true (cor_test_is_shown (strip, "“tarifas.csv” is of a type that cannot be sent. This channel takes JPEG and PNG pictures, sound, films, PDF, "
                                           "Office documents and plain text."));
  cor_test_activate (fixture->pane, "conversation.note", NULL);
  drop (fixture, "tarifas.csv", "a,b\n");
  cor_test_until (count_files (fixture) == 1);
  cor_test_activate (fixture->pane, "conversation.reply", NULL);
  cor_test_until (count_files (fixture) == 0);
}

/* Each draft has its own; nothing of it depends on where the file was. */
static void
test_restored (CorTestPane  *fixture,
               gconstpointer unused)
{
  cor_test_pane_open (fixture, "20476", HEARD);
  drop (fixture, "comprovante.pdf", "%PDF-1.7");
  cor_test_until (count_files (fixture) == 1);
  cor_conversation_pane_set_conversation (COR_CONVERSATION_PANE (fixture->pane), 0);
  cor_test_until (count_files (fixture) == 0);
  g_assert_false (gtk_widget_get_visible (get_strip (fixture)));
  cor_test_pane_open (fixture, "20476", HEARD);
  cor_test_until (count_files (fixture) == 1);
  g_assert_true (cor_test_is_shown (get_strip (fixture), "comprovante.pdf"));
}

static void
test_sent (CorTestPane  *fixture,
           gconstpointer unused)
{
  GtkWidget *card = NULL;

  cor_test_pane_open (fixture, "20476", HEARD);
  drop (fixture, "comprovante.pdf", "%PDF-1.7");
  cor_test_until (count_files (fixture) == 1);
  cor_test_activate (fixture->pane, "conversation.send", NULL);
  cor_test_until ((card = find (fixture->pane, COR_TYPE_FILE_CARD)) != NULL && cor_test_is_shown (card, "comprovante.pdf"));
  cor_test_until (count_files (fixture) == 0);
  cor_test_activate (fixture->pane, "conversation.undo-send", NULL);
  cor_test_until (count_files (fixture) == 1);
  g_assert_true (cor_composer_can_send (get_composer (fixture)));
}

static gboolean
has_opened (const char *place,
            const char *expected)
{
  g_autofree char *found = NULL;

  return g_file_get_contents (place, &found, NULL, NULL) && g_str_equal (found, expected);
}

/* Before it has left it can be looked at, in the composer and in the bubble: a copy under its own name that nobody writes. */
static void
test_open (CorTestPane  *fixture,
           gconstpointer unused)
{
  g_autofree char *place = g_build_filename (fixture->desk.dir, "opened", NULL);
  g_autofree char *script = g_build_filename (fixture->desk.dir, "program", NULL);
  g_autofree char *words = g_strdup_printf ("#!/bin/sh\nstat -c '%%a ' \"$1\" | tr -d '\\n' >'%s.new'; basename \"$1\" | tr '\\n' ' ' >>'%s.new'; cat \"$1\" >>'%s.new'; mv '%s.new' '%s'\n",
                                            place, place, place, place, place);
  g_autofree char *command = g_strconcat (script, " %f", NULL);
  g_autoptr (GAppInfo) program = NULL;
  GtkWidget *card = NULL;

  g_assert_true (g_file_set_contents_full (script, words, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  program = g_app_info_create_from_commandline (command, "Program", G_APP_INFO_CREATE_NONE, NULL);
  g_assert_true (g_app_info_set_as_default_for_type (program, "text/plain", NULL));
  cor_test_pane_open (fixture, "20476", HEARD);
  drop (fixture, "nota.txt", "pago");
  cor_test_until (count_files (fixture) == 1);
  g_signal_emit_by_name (find (find (get_strip (fixture), COR_TYPE_ATTACHMENT_CHIP), GTK_TYPE_BUTTON), "clicked");
  cor_test_until (has_opened (place, "400 nota.txt pago"));
  g_unlink (place);

  cor_test_activate (fixture->pane, "conversation.send", NULL);
  cor_test_until ((card = find (fixture->pane, COR_TYPE_FILE_CARD)) != NULL && cor_test_is_shown (card, "nota.txt"));
  cor_test_activate (card, "file.open", NULL);
  cor_test_until (has_opened (place, "400 nota.txt pago"));
}

/* Thrown away with the words and had back with them; then gone from the disk as well. */
static void
test_discarded (CorTestPane  *fixture,
                gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (fixture->desk.dir, COR_STORE_FILES, NULL);

  cor_test_pane_open (fixture, "20476", HEARD);
  drop (fixture, "comprovante.pdf", "%PDF-1.7");
  cor_test_until (count_files (fixture) == 1);
  cor_test_until (gtk_widget_activate_action (fixture->pane, "conversation.discard-draft", NULL) && count_files (fixture) == 0);
  g_assert_false (cor_composer_can_send (get_composer (fixture)));
  cor_test_activate (fixture->pane, "conversation.undo-discard", NULL);
  cor_test_until (count_files (fixture) == 1);

  cor_test_until (gtk_widget_activate_action (fixture->pane, "conversation.discard-draft", NULL) && count_files (fixture) == 0);
  drop (fixture, "outro.pdf", "%PDF-1.6");
  cor_test_until (count_files (fixture) > 0);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_cmpuint (count_kept (folder), ==, 2);
  cor_composer_settle_discarded (get_composer (fixture), FALSE);
  cor_test_until (count_kept (folder) == 1);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* Nothing but an approved text goes to a customer whose payment is with compliance; the file stays for a note. */
static void
test_held (CorTestPane  *fixture,
           gconstpointer unused)
{
  CorTestConversation held = { "20476", COR_CHANNEL_WHATSAPP, .name = "Ana Ribeiro", .labels = "compliance-hold", .assignee_id = "7" };

  held.at = fixture->desk.now;
  cor_test_desk_add (&fixture->desk, &held);
  cor_test_pane_open (fixture, "20476", HEARD);
  drop (fixture, "comprovante.pdf", "%PDF-1.7");
  cor_test_until (count_files (fixture) == 1);
  cor_test_until (gtk_widget_activate_action (fixture->pane, "conversation.send", NULL) && cor_test_is_shown (fixture->pane, "Not queued: under a compliance hold"));
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_null (find (fixture->pane, COR_TYPE_FILE_CARD));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  cor_test_init (&argc, &argv);
  adw_init ();
#define ADD(name, func) g_test_add ("/ui/attachments/" name, CorTestPane, NULL, cor_test_pane_set_up, func, cor_test_pane_tear_down)
  ADD ("drop", test_drop);
  ADD ("paste", test_paste);
  ADD ("refused", test_refused);
  ADD ("restored", test_restored);
  ADD ("sent", test_sent);
  ADD ("open", test_open);
  ADD ("discarded", test_discarded);
  ADD ("held", test_held);
#undef ADD
  return cor_test_run ();
}
