"""The control channel: how others ask a running indexer, and hear how it stands."""
