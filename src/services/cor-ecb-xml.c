/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-ecb-file"

#include "config.h"

#include "cor-ecb-file-private.h"

#include "cor-date.h"
#include "cor-money-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>

#define ECB_NAMESPACE "http://www.ecb.int/vocabulary/2002-08-01/eurofxref"
#define ENVELOPE_NAMESPACE "http://www.gesmes.org/xml/2002-08-01"
#define ECB_NAME "European Central Bank"

static gboolean
fail (xmlTextReader *reader,
      const char    *what,
      GError       **error)
{
  /* Translators: %d is a line of a file, %s what is wrong in it */
  g_set_error (error, COR_MONEY_ERROR, COR_MONEY_ERROR_INVALID, _ ("Line %d: %s"), xmlTextReaderGetParserLineNumber (reader), what);
  return FALSE;
}

static char *
dup_attribute (xmlTextReader *reader,
               const char    *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (reader, (const xmlChar *) name);
  char    *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* Three kinds of element are called Cube; their attributes tell them apart (fx.md §2). */
static gboolean
read_cube (CorRateSheet  *sheet,
           xmlTextReader *reader,
           GDate         *day,
           GError       **error)
{
  g_autofree char *time = dup_attribute (reader, "time");
  g_autofree char *currency = dup_attribute (reader, "currency");
  g_autofree char *rate = dup_attribute (reader, "rate");
  g_autoptr (GError) reason = NULL;

  if (time != NULL)
    {
      if (!cor_date_parse (time, day))
        return fail (reader, _ ("the day is not written like 2026-04-13"), error);
      cor_rate_sheet_add_day (sheet, day);
    }
  else if (currency != NULL && rate != NULL)
    {
      if (!g_date_valid (day))
        return fail (reader, _ ("a rate stands outside of a day"), error);
      if (cor_rate_sheet_is_code (currency) && !cor_rate_sheet_add_rate (sheet, day, currency, rate, &reason))
        return fail (reader, reason->message, error);
    }
  return TRUE;
}

/* Who sent it: another name than the bank's marks what only looks like its rates. */
static void
read_name (CorRateSheet  *sheet,
           xmlTextReader *reader)
{
  xmlChar *name = xmlTextReaderReadString (reader);

  sheet->is_simulated = name == NULL || !g_str_equal (g_strstrip ((char *) name), ECB_NAME);
  xmlFree (name);
}

static gboolean
read_element (CorRateSheet  *sheet,
              xmlTextReader *reader,
              GDate         *day,
              GError       **error)
{
  const char *space = (const char *) xmlTextReaderConstNamespaceUri (reader);
  const char *name = (const char *) xmlTextReaderConstLocalName (reader);

  if (g_strcmp0 (space, ECB_NAMESPACE) == 0 && g_str_equal (name, "Cube"))
    return read_cube (sheet, reader, day, error);
  if (g_strcmp0 (space, ENVELOPE_NAMESPACE) == 0 && g_str_equal (name, "name"))
    read_name (sheet, reader);
  return TRUE;
}

static gboolean
read_document (CorRateSheet  *sheet,
               xmlTextReader *reader,
               GError       **error)
{
  GDate day;
  int   state;

  g_date_clear (&day, 1);
  while ((state = xmlTextReaderRead (reader)) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT && !read_element (sheet, reader, &day, error))
      return FALSE;
  return state == 0 || fail (reader, _ ("this is not XML, or it is cut short"), error);
}

/* See cor-ecb-file-private.h. Nothing that the document names is loaded, no entity of its own is expanded. */
gboolean
_cor_ecb_xml_read (CorRateSheet *sheet,
                   const char   *data,
                   gsize         len,
                   GError      **error)
{
  xmlTextReader *reader = xmlReaderForMemory (data, (int) len, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  gboolean       done = reader != NULL && read_document (sheet, reader, error);

  xmlFreeTextReader (reader);
  return done;
}
