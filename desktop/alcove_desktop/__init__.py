"""The Qt application: the window, settings, health and tray over the core."""
