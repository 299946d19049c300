"""Compare two contents, and make the newer one of the older one and their differences.

What is compared is the model: each text, figure and judgement by its path of ids, wherever it stands in its
file.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from generator.edition import Content
from generator.history.kinds import is_judged, is_text

Kind = Literal[
    "added",
    "removed",
    "reworded",
    "moved",
    "judged",
    "changed",
    "reordered",
    "translated",
    "stale",
    "languages",
    "id-added",
    "id-removed",
]
"""`moved` is on the scale, `judged` is judged otherwise, `stale` is a text that has lost its translation."""
KINDS: tuple[Kind, ...] = get_args(Kind)

Path = tuple[str, ...]
_KEYS = (("id",), ("from", "to"), ("theme",), ("what",), ("subject",))
"""The fields by which the items of a list are known: those of the records' `key_fields`, and an absence's."""
_PLACE = ("from", "to")


@dataclass(frozen=True)
class Change:
    """One difference: of what in which record, in which language if it is a translation, and both values.

    None stands for nothing there: no edition holds it. `at` is where in its list an added item stands.
    """

    kind: Kind
    record: str
    path: Path
    language: str = ""
    before: Any = None
    after: Any = None
    at: int | None = None


def compare(old: Content, new: Content) -> tuple[Change, ...]:
    """List all that differs, sorted by record, path and language."""
    found = [*_ids(old, new), *_languages(old, new)]
    for name in {*old.data["records"], *new.data["records"]}:
        records = old.data["records"].get(name), new.data["records"].get(name)
        found += _in_one(name, (), *records, None)
    found += _translations(old, new)
    order = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(found, key=lambda it: (it.record, it.path, it.language, order[it.kind])))


def applied(old: Content, changes: Iterable[Change]) -> Content:
    """Make the newer content, from which these changes were found."""
    by_record: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        by_record.setdefault((change.language, change.record), []).append(change)
    own = by_record.pop(("", ""), [])
    ids = {*old.data["ids"]} - {change.path[0] for change in own if change.kind == "id-removed"}
    ids |= {change.path[0] for change in own if change.kind == "id-added"}
    languages = next((change.after for change in own if change.kind == "languages"), old.data["languages"])
    records = dict(old.data["records"])
    texts = {tag: dict(old.data["texts"].get(tag, {})) for tag in languages}
    for (language, name), found in by_record.items():
        if not language:
            _put(records, name, _patched(records.get(name), [(change.path, change) for change in found]))
        elif language in texts:
            known = texts[language].get(name, {}) | {".".join(change.path): change.after for change in found}
            left = {path: text for path, text in known.items() if text is not None}
            _put(texts[language], name, left or None)
    return Content({"languages": [*languages], "ids": sorted(ids), "records": records, "texts": texts})


def _ids(old: Content, new: Content) -> Iterator[Change]:
    yield from (Change("id-removed", "", (name,)) for name in old.ids - new.ids)
    yield from (Change("id-added", "", (name,)) for name in new.ids - old.ids)


def _languages(old: Content, new: Content) -> Iterator[Change]:
    before, after = tuple(old.data["languages"]), tuple(new.data["languages"])
    if before != after:
        yield Change("languages", "", (), "", before, after)


def _translations(old: Content, new: Content) -> Iterator[Change]:
    for language in new.data["languages"]:
        before, after = (content.data["texts"].get(language, {}) for content in (old, new))
        for name in {*before, *after}:
            one, other = before.get(name, {}), after.get(name, {})
            for path in {*one, *other}:
                was, now = one.get(path), other.get(path)
                if was != now:
                    steps = tuple(path.split("."))
                    yield Change(
                        _kind_of_translation(was, now, name, steps, new), name, steps, language, was, now
                    )


def _kind_of_translation(was: str | None, now: str | None, record: str, path: Path, new: Content) -> Kind:
    if was is None or now is not None:
        return "translated" if was is None else "reworded"
    return "removed" if value_at(new, record, path) is None else "stale"


def value_at(content: Content, record: str, path: Path) -> Any:
    """Find what stands at a path of a record; None where nothing does."""
    value = content.data["records"].get(record)
    for step in path:
        known = keyed(value) if isinstance(value, list) else value
        value = known.get(step) if isinstance(known, dict) else None
    return value


def _in_one(record: str, path: Path, old: Any, new: Any, at: int | None) -> Iterator[Change]:
    """List what differs in the value at a path; `at` is where in its list the newer one stands."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        if path[-1:] == ("span",) and _is_placed(old) and _is_placed(new):
            was, now = ({step: value[step] for step in _PLACE} for value in (old, new))
            if was != now:
                yield Change("moved", record, path, "", was, now)
            old, new = ({k: v for k, v in value.items() if k not in _PLACE} for value in (old, new))
        for key in {*old, *new}:
            yield from _in_one(record, (*path, key), old.get(key), new.get(key), None)
        return
    one, other = keyed(old), keyed(new)
    if old is None and at is None:
        # The first items of a list, and the first texts, are told one by one, as later ones are.
        if _are_texts(record, path, new):
            for key, text in new.items():
                yield from _in_one(record, (*path, key), None, text, None)
            return
        one = {} if other else None
    if one is None or other is None:
        yield Change(_kind(record, path, old, new), record, path, "", old, new, at)
        return
    places = {key: index for index, key in enumerate(other)}
    for key in {*one, *other}:
        yield from _in_one(record, (*path, key), one.get(key), other.get(key), places.get(key))
    stayed = [[key for key in keys if key in one and key in other] for keys in (one, other)]
    if stayed[0] != stayed[1]:
        yield Change("reordered", record, path, "", tuple(one), tuple(other))


def _is_placed(value: Mapping[str, Any]) -> bool:
    return all(isinstance(value.get(step), int | float) for step in _PLACE)


def _are_texts(record: str, path: Path, value: Any) -> bool:
    if not isinstance(value, dict) or not value:
        return False
    return all(
        is_text(record, (*path, key)) if isinstance(text, str) else _are_texts(record, (*path, key), text)
        for key, text in value.items()
    )


def _kind(record: str, path: Path, old: Any, new: Any) -> Kind:
    if is_judged(path):
        return "judged"
    if old is None or new is None:
        return "added" if old is None else "removed"
    return (
        "reworded" if isinstance(old, str) and isinstance(new, str) and is_text(record, path) else "changed"
    )


def keyed(value: Any) -> Mapping[str, Any] | None:
    """Give the items of a list by what they are known by; None where that is no list of known things."""
    if not isinstance(value, list):
        return None
    keys = [_key(item) for item in value]
    found = dict(zip(keys, value, strict=True))
    return None if None in found or len(found) < len(value) else {key: found[key] for key in keys if key}


def _key(item: Any) -> str | None:
    for fields in _KEYS:
        if isinstance(item, dict) and all(isinstance(item.get(field), str) for field in fields):
            return "--".join(item[field] for field in fields).replace("/", "-") or None
    return None


def _patched(value: Any, changes: list[tuple[Path, Change]]) -> Any:
    """Give the value with changes in it, each with what is left of its path; None where it is gone."""
    own = [change for path, change in changes if not path]
    for change in own:
        if change.kind == "moved":
            value = {**value, **change.after}
        elif change.kind != "reordered":
            return change.after
    below: dict[str, list[tuple[Path, Change]]] = {}
    for path, change in changes:
        if path:
            below.setdefault(path[0], []).append((path[1:], change))
    if value is None:
        value = [] if any(change.at is not None for path, change in changes if len(path) == 1) else {}
    items = keyed(value)
    known = dict(value if items is None else items)
    for key, found in below.items():
        _put(known, key, _patched(known.get(key), found))
    if items is None:
        return known
    order = [key for key in items if key in known]
    added = sorted((found[0][1].at or 0, key) for key, found in below.items() if key not in items)
    for at, key in added:
        order.insert(at, key)
    order = next((change.after for change in own if change.kind == "reordered"), order)
    return [known[key] for key in order]


def _put(known: dict[str, Any], key: str, value: Any) -> None:
    if value is None:
        known.pop(key, None)
    else:
        known[key] = value
