"""Icons, styles and translations for the desktop application, which is still to come."""
