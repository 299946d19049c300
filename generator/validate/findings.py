"""Check findings: the texts that they rest on, the frameworks that speak, the words that none has."""

import re
from collections.abc import Iterator

from generator.load import Document, Loaded
from generator.model import Finding, Findings, Framework, found_at, frameworks_of, texts
from generator.problems import Problem, did_you_mean, say
from generator.validate.frameworks import dangling


def findings_rest_on_texts(loaded: Loaded) -> Iterator[Problem]:
    """Every text that a finding rests on is there, and every framework and band that it names exists."""
    bands = [band.id for band in loaded.scale.record.bands] if loaded.scale else None
    for document, i, finding in _findings(loaded):
        for j, position in enumerate(finding.positions):
            for k, path in enumerate(position.rests_on):
                home = path.partition("/")[0]
                if home in loaded.broken or (home in loaded.by_id and found_at(loaded.by_id[home], path)):
                    continue
                message = say("findings: '%(path)s' leads to no text", path=path)
                hint = (
                    say("Write the path as it stands in the file: id/levels/level, id/cells/dimension/level")
                    if home in loaded.by_id
                    else did_you_mean(home, loaded.by_id)
                )
                place = document.value("findings", i, "positions", j, "rests_on", k)
                yield Problem("F240", place, message, hint)
        for j, framework in enumerate(finding.silent):
            if framework not in loaded.by_id and framework not in loaded.broken:
                place = document.value("findings", i, "silent", j)
                yield dangling(place, f"findings.{finding.id}.silent", framework, loaded.by_id)
        for j, band in enumerate(finding.bands):
            if bands is not None and band not in bands:
                place = document.value("findings", i, "bands", j)
                yield dangling(place, f"findings.{finding.id}.bands", band, bands)


def findings_are_made_of_positions(loaded: Loaded) -> Iterator[Problem]:
    """An agreement or contradiction lies between two frameworks, and each of its sentences rests on a text.

    A contradiction takes two sentences, and no framework is silent that speaks.
    """
    for document, i, finding in _findings(loaded):
        place = document.value("findings", i, "kind")
        said = {"id": finding.id, "kind": finding.kind}
        if finding.kind != "silence" and len(speaking(finding)) < 2:
            message = say("findings: '%(id)s' is no %(kind)s: fewer than two frameworks speak", **said)
            hint = say("Give a sentence for each framework, with 'rests_on' for where it says so")
            yield Problem("F241", place, message, hint)
        elif finding.kind == "contradiction" and len(finding.positions) < 2:
            message = say("findings: '%(id)s' has one position, and contradicts nothing", **said)
            yield Problem("F241", place, message, say("Give every position a sentence of its own"))
        for j, position in enumerate(finding.positions):
            if not position.rests_on:
                message = say(
                    "findings: '%(id)s' in '%(finding)s' rests on nothing", id=position.id, finding=finding.id
                )
                hint = say("Name the texts under 'rests_on', or remove the sentence")
                yield Problem("F241", document.value("findings", i, "positions", j), message, hint)
        for j, framework in enumerate(finding.silent):
            if finding.kind != "silence" and framework in speaking(finding):
                message = say(
                    "findings: '%(framework)s' is silent in '%(finding)s', and speaks there",
                    framework=framework,
                    finding=finding.id,
                )
                hint = say("Remove it from 'silent', or its text from 'rests_on'")
                yield Problem("F241", document.value("findings", i, "silent", j), message, hint)


def absent_words_are_absent(loaded: Loaded) -> Iterator[Problem]:
    """A word that a silence calls absent stands in no text of its frameworks; nothing else has such words."""
    subjects = {item.record.id: loaded.subject_of(item.record) for item in loaded.frameworks}
    for document, i, finding in _findings(loaded):
        about = {subjects[id_] for id_ in frameworks_of(finding) if id_ in subjects}
        if finding.absent and finding.kind != "silence":
            message = say("findings: '%(id)s' is no silence, and has 'absent'", id=finding.id)
            place = document.key("findings", i, "absent")
            yield Problem("F242", place, message, say("Remove 'absent'"))
            continue
        for j, word in enumerate(finding.absent):
            for framework in loaded.frameworks:
                if about and subjects[framework.record.id] not in about:
                    continue
                for path in _with_word(framework.record, word):
                    message = say(
                        "findings: '%(word)s' is called absent, and stands in '%(path)s' of '%(framework)s'",
                        word=word,
                        path=path.replace(".", "/"),
                        framework=framework.record.id,
                    )
                    hint = say("Remove the word, or say in the finding what comes closest")
                    yield Problem("F242", document.value("findings", i, "absent", j), message, hint)


def findings_are_reviewed_by_others(loaded: Loaded) -> Iterator[Problem]:
    """A finding is reviewed by somebody other than the one who found it."""
    for document, i, finding in _findings(loaded):
        if finding.reviewer == finding.author:
            message = say(
                "findings: '%(id)s' is reviewed by '%(name)s', who found it",
                id=finding.id,
                name=finding.author,
            )
            hint = say("Remove 'reviewer' until somebody else has checked it against the texts")
            yield Problem("F243", document.value("findings", i, "reviewer"), message, hint)


def speaking(finding: Finding) -> list[str]:
    """List the ids of the frameworks on whose texts a finding rests, each once."""
    paths = (path for position in finding.positions for path in position.rests_on)
    return list(dict.fromkeys(path.partition("/")[0] for path in paths))


def _findings(loaded: Loaded) -> Iterator[tuple[Document[Findings], int, Finding]]:
    if loaded.findings:
        for index, finding in enumerate(loaded.findings.record.findings):
            yield loaded.findings, index, finding


def _with_word(framework: Framework, word: str) -> Iterator[str]:
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    yield from (path for path, text, _ in texts(framework) if pattern.search(text))


RULES = (
    findings_rest_on_texts,
    findings_are_made_of_positions,
    absent_words_are_absent,
    findings_are_reviewed_by_others,
)
