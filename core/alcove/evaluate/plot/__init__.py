"""Quality against cost, drawn as an SVG."""
