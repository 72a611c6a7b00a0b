"""Calibrate scores per library, and judge whether the hits of a query are relevant."""
