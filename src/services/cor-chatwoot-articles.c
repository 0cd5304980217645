/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Corridor authors */

#define G_LOG_DOMAIN "cor-chatwoot-articles"

#include "config.h"

#include "cor-chatwoot-articles.h"

#include "cor-chatwoot-private.h"
#include "cor-locale-fit.h"
#include "cor-service-error.h"

#include <string.h>

/* Of one language; more is not a help centre but a loop. */
#define MAX_PAGES 1000

/* One reading of all help centres. */
typedef struct
{
  char       *known_version;
  GPtrArray  *portals;  /* CorChatwootPortal */
  GPtrArray  *articles; /* CorArticleData */
  GHashTable *known;    /* remote ids of them */
  GHashTable *roots;    /* remote id of a translation → of its root */
  GChecksum  *checksum; /* of the version */
  char       *version;  /* NULL while it is being found out */
  guint       portal, locale, page;
  guint       n_seen; /* rows of this portal and locale */
} Reading;

static void read_on (GTask *task);

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->known_version);
  g_clear_pointer (&reading->portals, g_ptr_array_unref);
  g_hash_table_unref (reading->known);
  g_hash_table_unref (reading->roots);
  g_ptr_array_unref (reading->articles);
  g_checksum_free (reading->checksum);
  g_free (reading->version);
  g_free (reading);
}

static void
add_to_version (Reading    *reading,
                const char *fingerprint)
{
  g_checksum_update (reading->checksum, (const guchar *) fingerprint, (gssize) strlen (fingerprint) + 1);
}

static void
answer (GTask   *task,
        gboolean has_changed)
{
  Reading         *reading = g_task_get_task_data (task);
  CorDeskArticles *result = g_new0 (CorDeskArticles, 1);

  result->version = g_strdup (reading->version);
  if (has_changed)
    result->articles = g_ptr_array_ref (reading->articles);
  g_task_return_pointer (task, result, (GDestroyNotify) cor_desk_articles_free);
}

/* Where a customer can read it (chatwoot.md §9). */
static char *
dup_link (CorChatwoot             *self,
          const CorChatwootPortal *portal,
          const char              *slug)
{
  g_autofree char *origin = cor_http_dup_origin (self->http);
  g_autofree char *portal_part = g_uri_escape_string (portal->slug, NULL, FALSE);
  g_autofree char *article_part = g_uri_escape_string (slug, NULL, FALSE);
  g_autofree char *path = g_strjoin ("/", "", "hc", portal_part, "articles", article_part, NULL);
  g_autoptr (GUri) base = g_uri_parse (origin, G_URI_FLAGS_ENCODED, NULL);
  gboolean is_custom = portal->custom_domain != NULL && *portal->custom_domain != '\0';

  return g_uri_join (G_URI_FLAGS_ENCODED, "https", NULL, is_custom ? portal->custom_domain : g_uri_get_host (base),
                     is_custom ? -1 : g_uri_get_port (base), path, NULL, NULL);
}

static void
take_page (GTask                  *task,
           CorChatwootArticlePage *page)
{
  CorChatwoot             *self = g_task_get_source_object (task);
  Reading                 *reading = g_task_get_task_data (task);
  const CorChatwootPortal *portal = reading->portals->pdata[reading->portal];

  for (guint i = 0; i + 1 < page->translations->len; i += 2)
    g_hash_table_insert (reading->roots, g_strdup (page->translations->pdata[i + 1]), g_strdup (page->translations->pdata[i]));
  for (guint i = 0; i < page->articles->len; i++)
    {
      CorArticleData *article = page->articles->pdata[i];
      const char     *slug = page->slugs->pdata[i];

      /* pages shift while somebody writes */
      if (!g_hash_table_add (reading->known, g_strdup (article->remote_id)))
        continue;
      article->locale = cor_locale_dup_tag (portal->locales[reading->locale]);
      article->url = slug != NULL ? dup_link (self, portal, slug) : NULL;
      g_ptr_array_add (reading->articles, article);
      page->articles->pdata[i] = NULL;
    }
}

/* Articles that have a root in common are one in several languages. */
static void
group_translations (Reading *reading)
{
  for (guint i = 0; i < reading->articles->len; i++)
    {
      CorArticleData *article = reading->articles->pdata[i];
      const char     *root = g_hash_table_lookup (reading->roots, article->remote_id);

      article->slug = g_strdup (root != NULL && g_hash_table_contains (reading->known, root) ? root : article->remote_id);
    }
}

static void
on_page (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr (CorHttpResponse) response = _cor_chatwoot_call_finish (COR_CHATWOOT (source), result, &error);
  CorChatwootArticlePage *page = response != NULL ? cor_http_response_steal_parsed (response) : NULL;

  if (page == NULL)
    {
      if (error == NULL)
        g_set_error_literal (&error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer holds no list");
      g_task_return_error (task, error);
      return;
    }
  if (reading->version == NULL)
    {
      add_to_version (reading, page->fingerprint);
      reading->portal++;
    }
  else
    {
      gboolean is_last;

      reading->n_seen += page->n_rows;
      is_last = page->n_rows == 0 || reading->page >= MAX_PAGES || (page->n_all > 0 && reading->n_seen >= page->n_all);
      take_page (task, page);
      if (is_last)
        reading->n_seen = 0;
      reading->page = is_last ? 1 : reading->page + 1;
      reading->locale += is_last;
    }
  cor_chatwoot_article_page_free (page);
  read_on (task);
}

/* The list has no locale of its own: it is asked for each (chatwoot.md §9). */
static void
ask_page (GTask      *task,
          const char *locale,
          guint       page)
{
  CorChatwoot             *self = g_task_get_source_object (task);
  Reading                 *reading = g_task_get_task_data (task);
  const CorChatwootPortal *portal = reading->portals->pdata[reading->portal];
  g_autoptr (CorHttpRequest) request = _cor_chatwoot_new_request (self, "GET", "portals", portal->slug, "articles");

  cor_http_request_add_query (request, "status", "published");
  if (locale != NULL)
    cor_http_request_add_query (request, "locale", locale);
  cor_http_request_add_query_int (request, "page", page);
  cor_http_request_set_priority (request, SOUP_MESSAGE_PRIORITY_LOW);
  cor_http_request_set_parse (request, cor_chatwoot_parse_article_page, NULL, NULL, (GDestroyNotify) cor_chatwoot_article_page_free);
  _cor_chatwoot_call_async (self, request, g_task_get_cancellable (task), on_page, g_object_ref (task));
}

/* First the head of every help centre's list, which tells whether anything changed; then, if so, all pages. */
static void
read_on (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (reading->version == NULL && reading->portal < reading->portals->len)
    {
      ask_page (task, NULL, 1);
      return;
    }
  if (reading->version == NULL)
    {
      reading->version = g_strdup (g_checksum_get_string (reading->checksum));
      reading->portal = 0;
      reading->page = 1;
      if (g_strcmp0 (reading->version, reading->known_version) == 0)
        {
          answer (task, FALSE);
          return;
        }
    }
  while (reading->portal < reading->portals->len)
    {
      const CorChatwootPortal *portal = reading->portals->pdata[reading->portal];

      if (portal->locales[reading->locale] != NULL)
        {
          ask_page (task, portal->locales[reading->locale], reading->page);
          return;
        }
      reading->portal++;
      reading->locale = 0;
    }
  group_translations (reading);
  answer (task, TRUE);
}

static void
on_portals (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr (CorHttpResponse) response = _cor_chatwoot_call_finish (COR_CHATWOOT (source), result, &error);

  /* an agent whose desk has no help centre, or may not see it */
  if (g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_NOT_FOUND) || g_error_matches (error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_FORBIDDEN))
    {
      g_clear_error (&error);
      reading->portals = g_ptr_array_new ();
    }
  else
    reading->portals = response != NULL ? cor_http_response_steal_parsed (response) : NULL;
  if (reading->portals == NULL)
    {
      if (error == NULL)
        g_set_error_literal (&error, COR_SERVICE_ERROR, COR_SERVICE_ERROR_BAD_RESPONSE, "The answer holds no list");
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < reading->portals->len; i++)
    add_to_version (reading, ((CorChatwootPortal *) reading->portals->pdata[i])->fingerprint);
  read_on (task);
}

/* What is unchanged costs one request, and one for each help centre: the service has no cache key for articles. */
void
_cor_chatwoot_get_articles_async (CorDesk            *desk,
                                  const char         *known_version,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  CorChatwoot *self = COR_CHATWOOT (desk);
  g_autoptr (GTask) task = _cor_chatwoot_start_task (self, _cor_chatwoot_get_articles_async, cancellable, callback, user_data);
  g_autoptr (CorHttpRequest) request = NULL;
  Reading *reading = NULL;

  if (task == NULL)
    return;
  reading = g_new0 (Reading, 1);
  reading->known_version = g_strdup (known_version);
  reading->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_article_data_free);
  reading->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->roots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_task_set_task_data (task, reading, reading_free);
  request = _cor_chatwoot_new_request (self, "GET", "portals", NULL, NULL);
  cor_http_request_set_priority (request, SOUP_MESSAGE_PRIORITY_LOW);
  cor_http_request_set_parse (request, cor_chatwoot_parse_portals, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  _cor_chatwoot_call_async (self, request, cancellable, on_portals, g_steal_pointer (&task));
}
