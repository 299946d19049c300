"""Make many sets of answers to a quiz: every edge by its name, and random ones from a fixed seed."""

import random
from collections.abc import Iterator, Mapping
from itertools import product

from generator.quiz import NOT_APPLICABLE, Quiz

Answers = Mapping[str, str]
RANDOM = 40


def all_answers(quiz: Quiz) -> Iterator[Answers]:
    """Every set of answers that a quiz can get; there are many of a quiz that is not small."""
    values = [["", NOT_APPLICABLE, *(choice.value for choice in ask.choices)] for ask in quiz.questions]
    for given in product(*values):
        yield {ask.id: value for ask, value in zip(quiz.questions, given, strict=True) if value}


def vectors(quiz: Quiz, count: int = RANDOM) -> dict[str, Answers]:
    """Answers by what is special about them, and so many random ones."""
    low = {ask.id: min(ask.choices, key=lambda choice: choice.reaches).value for ask in quiz.questions}
    high = {ask.id: max(ask.choices, key=lambda choice: choice.reaches).value for ask in quiz.questions}
    ids = list(low)
    three_in_five = -(-3 * len(ids) // 5)
    found: dict[str, Answers] = {
        "all open": {},
        "all not applicable": dict.fromkeys(ids, NOT_APPLICABLE),
        "all at the lowest": low,
        "all at the highest": high,
        "only the first, highest": {ids[0]: high[ids[0]]},
        "only the first, lowest": {ids[0]: low[ids[0]]},
        "only the last": {ids[-1]: high[ids[-1]]},
        "first lowest, the rest highest": high | {ids[0]: low[ids[0]]},
        "last lowest, the rest highest": high | {ids[-1]: low[ids[-1]]},
        "first not applicable": high | {ids[0]: NOT_APPLICABLE},
        "all but one not applicable": dict.fromkeys(ids[1:], NOT_APPLICABLE) | {ids[0]: high[ids[0]]},
        "just three in five": {key: high[key] for key in ids[:three_in_five]},
        "just three in five, from the end": {key: high[key] for key in ids[-three_in_five:]},
        "just under three in five": {key: high[key] for key in ids[: three_in_five - 1]},
        "just under, the others not applicable": dict.fromkeys(ids, NOT_APPLICABLE)
        | {key: high[key] for key in ids[: three_in_five - 1]},
        "every second open": {key: high[key] for key in ids[::2]},
        "every second lowest": {key: (low if at % 2 else high)[key] for at, key in enumerate(ids)},
        "every second not applicable": {
            key: NOT_APPLICABLE if at % 2 else high[key] for at, key in enumerate(ids)
        },
        "unknown question": high | {"no-such-question": "yes"},
        "unknown choice": high | {ids[0]: "no-such-choice"},
        "empty choice": high | {ids[0]: ""},
        "names that every object has": {"constructor": "yes", "__proto__": "yes", ids[0]: "toString"},
    }
    for at in range(1, len(ids)):
        found[f"lowest from question {at + 1}"] = high | {key: low[key] for key in ids[at:]}
        found[f"gap at question {at + 1}"] = {key: high[key] for key in ids if key != ids[at]}
    dice = random.Random(quiz.id)
    for number in range(count):
        values = {
            ask.id: ["", NOT_APPLICABLE, *(choice.value for choice in ask.choices)] for ask in quiz.questions
        }
        answers = {key: dice.choice(values[key]) for key in ids}
        found[f"random {number}"] = {
            key: value for key, value in answers.items() if value or dice.random() < 0.5
        }
    return found
