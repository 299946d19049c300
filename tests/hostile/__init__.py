"""Files of somebody who means harm: each is refused with a message, or shown as the text that it is."""
