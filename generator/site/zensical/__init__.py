"""The second engine: a project in, the same site as mkdocs' out, made by Zensical from the same templates."""
