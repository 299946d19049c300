"""Hold all data of one site together, and look it up by id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.model.crosswalk import Crosswalk
from generator.model.editions import Editions
from generator.model.findings import Findings
from generator.model.framework import Framework
from generator.model.shared import Glossary, Redirects, ReferenceScale, Themes


@dataclass(frozen=True)
class SharedData:
    """What the frameworks have in common."""

    themes: Themes
    scale: ReferenceScale
    glossary: Glossary
    findings: Findings = field(default_factory=Findings)
    editions: Editions = field(default_factory=Editions)


@dataclass(frozen=True)
class Atlas:
    """Sound data: frameworks and crosswalks in the order of their ids."""

    frameworks: tuple[Framework, ...]
    shared: SharedData
    crosswalks: tuple[Crosswalk, ...] = ()
    redirects: Redirects = field(default_factory=Redirects)

    def framework(self, framework_id: str) -> Framework:
        """The framework with an id; KeyError where there is none."""
        return self._by_id[framework_id]

    @cached_property
    def _by_id(self) -> Mapping[str, Framework]:
        return {framework.id: framework for framework in self.frameworks}
