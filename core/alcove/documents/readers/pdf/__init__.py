"""PDF: its text, and by OCR that of pages which are pictures."""
