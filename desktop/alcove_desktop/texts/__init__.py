"""Words for what the core says: reasons, activities, dates, sizes, paths; and the translations."""
