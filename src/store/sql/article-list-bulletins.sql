-- ?1 the last effective day to show, ?2 acknowledged ones too; one in force for a quarter when it came is no news
SELECT article_row.*, NULL, NULL FROM article_row
WHERE kind = 'bulletin' AND effective <= ?1
  AND (?2 OR (acknowledged_at = 0 AND effective >= date(came_at, 'unixepoch', '-90 days')))
ORDER BY source, account, slug, id
