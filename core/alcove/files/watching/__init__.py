"""Watch folders for changes: file events from the system, and polling where events get lost."""
