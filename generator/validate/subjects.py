"""Check subjects: that they are there, have a scale, and that nothing of one refers to another."""

from collections.abc import Iterator
from typing import Any

from generator.load import Document, Loaded
from generator.model import frameworks_of, mentions
from generator.problems import Problem, did_you_mean, say


def subjects_exist(loaded: Loaded) -> Iterator[Problem]:
    """A framework, a theme or a band names a subject that is there."""
    if "subjects" in loaded.broken:
        return
    known = [subject.id for subject in loaded.subjects.record.subjects] if loaded.subjects else []
    documents: list[Document[Any] | None] = [*loaded.frameworks, loaded.themes, loaded.scale]
    for document in documents:
        for mention in mentions(document.record) if document else ():
            of_subject = mention.role == "used" and mention.name[:-1] == ("subjects",)
            if document and of_subject and mention.text not in known:
                message = say("Nothing has the id '%(id)s'", id=mention.text)
                hint = did_you_mean(mention.text, known) or say(
                    "Name the subjects in frameworks/subjects.yaml, that of the reference scale first"
                )
                yield Problem("F270", document.value(*mention.path), message, hint)


def subjects_have_a_scale(loaded: Loaded) -> Iterator[Problem]:
    """A subject has an id of its own, and bands on which its frameworks lie."""
    if loaded.subjects is None or loaded.scale is None:
        return
    measured = {loaded.subject_of(band) for band in loaded.scale.record.bands}
    seen: set[str] = set()
    for i, subject in enumerate(loaded.subjects.record.subjects):
        place = loaded.subjects.value("subjects", i)
        if subject.id in seen:
            message = say("%(name)s: the id '%(id)s' stands here twice", name="subjects", id=subject.id)
            yield Problem("F203", place, message, say("Give one of them another id"))
        elif subject.id not in measured:
            message = say("No band of the reference scale belongs to '%(id)s'", id=subject.id)
            hint = say("Add its bands to reference-scale.yaml, each with 'subject: %(id)s'", id=subject.id)
            yield Problem("F271", place, message, hint)
        seen.add(subject.id)


def themes_stay_in_their_subject(loaded: Loaded) -> Iterator[Problem]:
    """A framework refers to themes of its own subject."""
    themes = loaded.themes.record.themes if loaded.themes else ()
    of_theme = {theme.id: loaded.subject_of(theme) for theme in themes}
    known = _known(loaded)
    for document in loaded.frameworks:
        own = loaded.subject_of(document.record)
        for mention in mentions(document.record) if own in known else ():
            of_another = of_theme.get(mention.text, own) in known - {own}
            if mention.name[:-1] == ("themes",) and of_another:
                message = say(
                    "'%(id)s' is a theme of another subject: '%(subject)s'",
                    id=mention.text,
                    subject=of_theme[mention.text],
                )
                hint = say("Refer to a theme of '%(subject)s'", subject=own)
                yield Problem("F272", document.value(*mention.path), message, hint)


def findings_stay_in_their_subject(loaded: Loaded) -> Iterator[Problem]:
    """A finding is about the frameworks and the bands of one subject."""
    document, frameworks = loaded.findings, loaded.by_id
    bands = {band.id: loaded.subject_of(band) for band in (loaded.scale.record.bands if loaded.scale else ())}
    for i, finding in enumerate(document.record.findings if document else ()):
        about = {loaded.subject_of(frameworks[id_]) for id_ in frameworks_of(finding) if id_ in frameworks}
        about |= {bands[band] for band in finding.bands if band in bands}
        if document and len(about & _known(loaded)) > 1:
            message = say("findings: '%(id)s' is about more than one subject", id=finding.id)
            hint = say("Frameworks of different subjects are not laid side by side: make a finding for each")
            yield Problem("F272", document.value("findings", i), message, hint)


def pairs_stay_in_their_subject(loaded: Loaded) -> Iterator[Problem]:
    """A crosswalk lies between two frameworks of one subject."""
    for document in loaded.crosswalks:
        sides = (document.record.subject, document.record.object)
        about = {loaded.subject_of(loaded.by_id[side]) for side in sides if side in loaded.by_id}
        if len(about & _known(loaded)) > 1:
            message = say(
                "'%(one)s' and '%(other)s' are about different subjects", one=sides[0], other=sides[1]
            )
            hint = say("Remove this file, or give both frameworks the same 'subject'")
            yield Problem("F272", document.value("object"), message, hint)


def _known(loaded: Loaded) -> set[str]:
    """List the subjects that are there: of another one it is enough to say so once."""
    return {subject.id for subject in loaded.subjects.record.subjects} if loaded.subjects else set()


RULES = (
    subjects_exist,
    subjects_have_a_scale,
    themes_stay_in_their_subject,
    findings_stay_in_their_subject,
    pairs_stay_in_their_subject,
)
