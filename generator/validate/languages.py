"""Check that files are written in the language that they say they are in."""

from collections.abc import Iterator
from typing import Any

from generator.language_facts import known_languages, language_by_words
from generator.load import Document, Loaded
from generator.problems import Problem, say


def texts_are_in_their_language(loaded: Loaded) -> Iterator[Problem]:
    """The common words of a framework's or crosswalk's texts are those of its `source_language`."""
    texts: dict[str, list[str]] = {}
    for holder, _, text in loaded.strings:
        texts.setdefault(holder.file, []).append(text)
    documents: tuple[Document[Any], ...] = (*loaded.frameworks, *loaded.crosswalks)
    for document in documents:
        own = document.record.source_language
        found = language_by_words("\n".join(texts.get(document.file, ())))
        # Where nobody knows a language's words, those of a neighbour prove nothing: Afrikaans has Dutch ones.
        said = own.partition("-")[0]
        if found and said in known_languages() and found.language != said:
            message = say(
                "By its words (%(words)s, …) this is written in %(found)s, and source_language says %(own)s",
                words=", ".join(found.words),
                found=found.language,
                own=own,
            )
            hint = say(
                "Write 'source_language: %(found)s', or the texts in the other language", found=found.language
            )
            yield Problem("F225", document.value("source_language"), message, hint, "warning")


RULES = (texts_are_in_their_language,)
