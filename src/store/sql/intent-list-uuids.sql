SELECT uuid FROM intent WHERE conversation = ?
