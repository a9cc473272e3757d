"""Los campos: cada clase de dato con su manera de pedirse."""
