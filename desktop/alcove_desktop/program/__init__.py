"""The life of the application: one instance, tray, login, shortcut, quitting."""
