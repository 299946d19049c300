"""Make a bilingual site that compares maturity frameworks, from their data."""
