"""Turn the colour tokens into a palette, for menus, tooltips, cursors: no style sheet sets them."""

from PySide6.QtGui import QColor, QPalette

from alcove_desktop.look.tokens import ColourTokens

_Role = QPalette.ColorRole


def palette_of(tokens: ColourTokens) -> QPalette:
    """Return a palette with the colours of `tokens`."""
    palette = QPalette()
    roles = {
        _Role.Window: tokens.background,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.field,
        _Role.AlternateBase: tokens.panel,
        _Role.Text: tokens.ink,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.panel,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.ink,
        _Role.ToolTipBase: tokens.panel,
        _Role.ToolTipText: tokens.ink,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.accent_ink,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.Light: tokens.panel,
        _Role.Midlight: tokens.selection,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.line,
        _Role.Shadow: tokens.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette
