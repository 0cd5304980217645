DELETE FROM attention WHERE process = ?
