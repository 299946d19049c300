"""Help to write crosswalks: suggest what may answer to what, draft files, list what is left to judge."""
