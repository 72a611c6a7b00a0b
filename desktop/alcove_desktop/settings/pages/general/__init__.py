"""The general page: appearance and background behaviour."""
