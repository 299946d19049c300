"""Provide what tests of the site need beside Python: a browser, accessibility rules, an HTML checker."""
