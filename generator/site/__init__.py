"""Build the site: `build` names the steps in their order, `frame` knows mkdocs and the theme."""
