"""The life of the application: single instance, tray, start at login, shortcut, quitting."""
