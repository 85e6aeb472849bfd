"""The official form of law text: read into editions, and written from them."""
