SELECT slug, title, questions, body FROM article WHERE kind <> 'bulletin' ORDER BY id LIMIT ?1
