"""Read PDFs: their text, and by OCR the text of pages that are pictures."""
