"""Read YAML files as typed records that know their positions; nothing else here reads YAML.

`load` never stops at the first mistake: it returns what could be read and every problem found.
"""

from generator.load.documents import Document, Loaded, load, load_contents, read_contents
from generator.load.tree import Positions, Tree, read_tree
