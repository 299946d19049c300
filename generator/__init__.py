"""Maturity Atlas: framework data in, a bilingual comparison site out."""
