"""Hold all data of one site together, look it up by id, and take out what belongs to one subject."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from generator.model.benchmarks import Benchmark
from generator.model.crosswalk import Crosswalk
from generator.model.editions import Editions
from generator.model.findings import Finding, Findings
from generator.model.framework import Framework
from generator.model.shared import Glossary, Redirects, ReferenceScale, Themes
from generator.model.subjects import Subject, Subjects


@dataclass(frozen=True)
class SharedData:
    """What the frameworks have in common."""

    themes: Themes
    scale: ReferenceScale
    glossary: Glossary
    findings: Findings = field(default_factory=Findings)
    editions: Editions = field(default_factory=Editions)
    subjects: Subjects = field(default_factory=Subjects)


@dataclass(frozen=True)
class Atlas:
    """Sound data: frameworks and crosswalks in the order of their ids."""

    frameworks: tuple[Framework, ...]
    shared: SharedData
    crosswalks: tuple[Crosswalk, ...] = ()
    redirects: Redirects = field(default_factory=Redirects)
    benchmarks: tuple[Benchmark, ...] = ()

    def framework(self, framework_id: str) -> Framework:
        """The framework with an id; KeyError where there is none."""
        return self._by_id[framework_id]

    @cached_property
    def by_subject(self) -> Mapping[str, "Atlas"]:
        """The data of each subject by its id, in their order; all of it where there is one."""
        subjects = self.shared.subjects.subjects
        if len(subjects) < 2:
            return {subjects[0].id if subjects else "": self}
        return {subject.id: self._of(subject) for subject in subjects}

    def beside(self, framework_id: str) -> "Atlas":
        """The data that a framework is laid beside: that of its subject."""
        return self.by_subject[self.shared.subjects.of(self.framework(framework_id))]

    @cached_property
    def _by_id(self) -> Mapping[str, Framework]:
        return {framework.id: framework for framework in self.frameworks}

    def _of(self, subject: Subject) -> "Atlas":
        """Take out what belongs to a subject; glossary, editions and redirects belong to all."""
        shared, of = self.shared, self.shared.subjects.of
        frameworks = tuple(item for item in self.frameworks if of(item) == subject.id)
        ids = {framework.id for framework in frameworks}
        bands = tuple(band for band in shared.scale.bands if of(band) == subject.id)
        themes = tuple(theme for theme in shared.themes.themes if of(theme) == subject.id)
        named = {"title": subject.scale or subject.title, "summary": subject.measures or subject.summary}
        scale = shared.scale.model_copy(
            update={"bands": bands, **({} if subject is shared.subjects.subjects[0] else named)}
        )
        findings = tuple(item for item in shared.findings.findings if self._is_about(item, subject.id))
        return replace(
            self,
            frameworks=frameworks,
            shared=replace(
                shared,
                themes=shared.themes.model_copy(update={"themes": themes}),
                scale=scale,
                findings=shared.findings.model_copy(update={"findings": findings}),
                subjects=shared.subjects.model_copy(update={"subjects": (subject,)}),
            ),
            crosswalks=tuple(walk for walk in self.crosswalks if {walk.subject, walk.object} <= ids),
            benchmarks=tuple(item for item in self.benchmarks if item.framework in ids),
        )

    def _is_about(self, finding: Finding, subject: str) -> bool:
        """Say whether a finding belongs to a subject: that of the first framework or band that it names."""
        subjects = self.shared.subjects
        frameworks = (subjects.of(self._by_id[id_]) for id_ in frameworks_of(finding) if id_ in self._by_id)
        bands = (subjects.of(band) for band in self.shared.scale.bands if band.id in finding.bands)
        return next(chain(frameworks, bands), subjects.subjects[0].id) == subject


def frameworks_of(finding: Finding) -> Iterator[str]:
    """List the ids of the frameworks that a finding names, in its order."""
    for position in finding.positions:
        yield from (path.partition("/")[0] for path in position.rests_on)
    yield from finding.silent
