"""A framework as an editor would write it: tables and wishes in, commented YAML text out."""
