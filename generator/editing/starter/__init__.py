"""Begin a site of one's own: settings, and a small invented framework in each language asked for."""
