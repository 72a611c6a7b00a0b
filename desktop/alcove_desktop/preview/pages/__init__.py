"""Pages and pictures in the preview: shown, marked, turned."""
