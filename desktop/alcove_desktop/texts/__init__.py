"""Wording of the interface: reasons, activities, dates, sizes, paths, and the translations."""
