"""Refuse the files of somebody who means harm with a message, or show them as the text that they are."""
