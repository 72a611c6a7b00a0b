"""The preview pane, and the sandboxed process that renders pages of untrusted files for it.

Imports nothing: the renderer's process lives in a subpackage and loads as little as possible.
"""
