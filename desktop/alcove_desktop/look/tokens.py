"""Define the colour tokens of the themes: light and dark, each also in high contrast.

Text has a contrast of 4.5:1 to its background (WCAG 2.2, 1.4.3), 7:1 in high contrast.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColourTokens:
    """Colours as "#rrggbb", named by their purpose.

    Attributes:
        background: of windows.
        panel: of surfaces on a window: the preview's head, cards, menus.
        field: of text fields, and of the selected segment.
        ink: of text.
        muted: of less important text.
        line: of separating lines and quiet borders.
        track: of the unfilled part of a bar.
        selection: behind the selected row, and of quiet buttons.
        sheet: of the small sheet that shows a document's type.
        accent: of the caret, the primary button, the relevance bar, an active chip's text.
        accent_ink: of text on the accent.
        accent_soft: of an active chip.
        marker: highlight behind evidence, and nowhere else.
        marker_ink: of text on the marker.
        danger: of text about actions that cannot be undone.
        warning: of text about problems.
        good: of the dot for "all is well".
        is_dark: whether text is lighter than its background.
    """

    background: str
    panel: str
    field: str
    ink: str
    muted: str
    line: str
    track: str
    selection: str
    sheet: str
    accent: str
    accent_ink: str
    accent_soft: str
    marker: str
    marker_ink: str
    danger: str
    warning: str
    good: str
    is_dark: bool


LIGHT = ColourTokens(
    background="#fbfaf8",
    panel="#ffffff",
    field="#ffffff",
    ink="#1d1c1a",
    muted="#6b665f",
    line="#e7e3dc",
    track="#e7e3dc",
    selection="#f1eee8",
    sheet="#f1eee8",
    accent="#2f6f62",
    accent_ink="#ffffff",
    accent_soft="#e3f0ec",
    marker="#fff0b8",
    marker_ink="#1d1c1a",
    danger="#a3341f",
    warning="#8a5a00",
    good="#3d9980",
    is_dark=False,
)

DARK = ColourTokens(
    background="#1b1b1d",
    panel="#232326",
    field="#232326",
    ink="#ececea",
    muted="#a3a099",
    line="#34343a",
    track="#34343a",
    selection="#2d2d32",
    sheet="#2d2d32",
    accent="#7cc4b3",
    accent_ink="#12211d",
    accent_soft="#1f352f",
    marker="#5a4a12",
    marker_ink="#ececea",
    danger="#f0958a",
    warning="#e5b567",
    good="#5fb39c",
    is_dark=True,
)

LIGHT_CONTRAST = ColourTokens(
    background="#ffffff",
    panel="#ffffff",
    field="#ffffff",
    ink="#000000",
    muted="#3a3733",
    line="#6e6a63",
    track="#c9c4ba",
    selection="#e4e0d8",
    sheet="#e4e0d8",
    accent="#0f4d41",
    accent_ink="#ffffff",
    accent_soft="#cfe8e1",
    marker="#ffe066",
    marker_ink="#000000",
    danger="#7d1d0c",
    warning="#5f3d00",
    good="#0f5c48",
    is_dark=False,
)

DARK_CONTRAST = ColourTokens(
    background="#000000",
    panel="#0d0d0e",
    field="#0d0d0e",
    ink="#ffffff",
    muted="#d2cfc8",
    line="#8f8f96",
    track="#4a4a52",
    selection="#333339",
    sheet="#333339",
    accent="#9fe3d2",
    accent_ink="#00110d",
    accent_soft="#123d33",
    marker="#655108",
    marker_ink="#ffffff",
    danger="#ffb3a8",
    warning="#ffd27f",
    good="#8fe0c8",
    is_dark=True,
)


def tokens_for(*, dark: bool, high_contrast: bool) -> ColourTokens:
    """Return the colours of a theme."""
    if high_contrast:
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT
