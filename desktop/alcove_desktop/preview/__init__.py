"""The pane beside the list, and the confined process that draws strangers' pages for it.

Nothing is imported here: the process that renders lies below, and loads as little as it can.
"""
