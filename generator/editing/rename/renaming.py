"""Work out what becomes of each name, path and context when something gets another id."""

from dataclasses import dataclass

from generator.model import Name, meanings

_LINKED = ("levels", "layers", "dimensions", "cells", "capabilities")


@dataclass(frozen=True)
class Renaming:
    """A thing that gets another id; it stays where it is, so that all steps but the last are equal."""

    old: Name
    new: Name

    @property
    def is_framework(self) -> bool:
        """Whether it is a framework that is renamed."""
        return len(self.old) == 1

    def id_of(self, name: Name) -> str:
        """Return the new id of what has a name today."""
        return self.new[-1] if name == self.old else name[-1]

    def name(self, name: Name) -> Name:
        """Return the new form of a name: any of its steps may be, or join, what is renamed."""
        found = meanings(name)
        if found is None:
            return name
        steps = list(name)
        for index, named in enumerate(found):
            if named:
                ids = [self.id_of(one) for one in named]
                steps[index] = "--".join(sorted(ids) if name[0] == "crosswalks" and index == 1 else ids)
        if name[0] == "crosswalks" and len(name) > 3 and name[2] == "no_counterpart":
            steps[3] = self._absence(name[1], name[3])
        return tuple(steps)

    def context(self, domain: str, context: str, shared: str) -> str:
        """Return a text's new context in a domain's catalogue; `shared` is that of all frameworks."""
        if domain == shared:
            return ".".join(self.name(tuple(context.split("."))))
        return ".".join(self.name((domain, *context.split(".")))[1:])

    def _absence(self, pair: str, key: str) -> str:
        """Rename the key of a stated absence: a path of the pair's, with hyphens for slashes."""
        for framework in pair.split("--"):
            for kind in _LINKED:
                start = f"{framework}-{kind}-"
                if key.startswith(start):
                    rest = key.removeprefix(start)
                    return "-".join((self.id_of((framework,)), kind, self._ids(framework, kind, rest)))
        return key

    def _ids(self, framework: str, kind: str, ids: str) -> str:
        if kind != "cells":
            return self.id_of((framework, kind, ids))
        old, new = self.old[-1], self.new[-1]
        if self.old[:-1] == (framework, "dimensions") and ids.startswith(f"{old}-"):
            return new + ids.removeprefix(old)
        if self.old[:-1] == (framework, "levels") and ids.endswith(f"-{old}"):
            return ids.removesuffix(old) + new
        return ids
