"""Control a running indexer from other processes: requests in, states out, over a socket."""
