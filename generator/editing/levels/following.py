"""Let all that names a level follow what becomes of it, in a project's data files."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from generator.editing.ids import unique_id
from generator.editing.inplace import Editable
from generator.editing.levels.fate import Fate, key_of
from generator.editing.levels.told import Told
from generator.problems import Message, say

_NAMING = ("capabilities", "starting_points", "pitfalls", "claims")
_STAYING = ("mappings", "findings", "redirects")
_AGAIN = say("Judged before this level was changed: judge it again, then take 'draft' away.")
_CHECK = say("Reviewed before a level was changed: somebody has to check it again.")


def follow_framework(data: dict[str, Any], fate: Fate, told: Told) -> frozenset[str]:
    """Let the framework's own parts follow; its levels, cells and transitions are what they are by now.

    Return the paths of practices and profiles that go.
    """
    gone = {*_follow_practices(data, fate, told), *_follow_profiles(data, fate, told)}
    for dimension in data.get("dimensions", ()):
        _put(dimension, "silent", fate.ids(dimension.get("silent", ())))
    for name in _NAMING:
        for item in data.get(name, ()):
            levels = fate.ids(item.get("levels", ()))
            if item.get("levels") and levels != item["levels"] and fate.level:
                told.left.append(
                    say(
                        "%(item)s names the level '%(level)s': see whether it is about what is there now",
                        item=f"{fate.framework}/{name}/{item['id']}",
                        level=fate.level,
                    )
                )
            _put(item, "levels", levels)
    kept = []
    for item in data.get("on_themes", ()):
        if item.get("items"):
            item["items"] = _same(item["items"], fate.paths(item["items"]))
        if item.get("items") or item.get("silent"):
            kept.append(item)
        else:
            told.left.append(
                say(
                    "on the theme '%(theme)s' no text is left: write 'on_themes' anew, or why it is silent",
                    theme=item["theme"],
                )
            )
    _put(data, "on_themes", kept)
    return frozenset(gone)


def _follow_practices(data: dict[str, Any], fate: Fate, told: Told) -> Iterator[str]:
    """Let practices belong to the level, or the lower one of two; those of none go."""
    kept = []
    for item in data.get("practices", ()):
        path = f"{fate.framework}/practices/{item['id']}"
        if item["level"] != fate.level:
            kept.append(item)
        elif fate.heirs:
            item["level"] = fate.heirs[0]
            kept.append(item)
            if len(fate.heirs) > 1:
                told.left.append(_placed(path, fate.heirs[0]))
        else:
            told.lost(path, [text for text in (item["title"], item.get("summary")) if text])
            told.parts[path] = item["title"]
            yield path
    _put(data, "practices", kept)


def _follow_profiles(data: dict[str, Any], fate: Fate, told: Told) -> Iterator[str]:
    """Let profiles aim at the level, or the higher one of two; one that aimed at what is gone goes."""
    kept = []
    for item in data.get("profiles", ()):
        path = f"{fate.framework}/profiles/{item['id']}"
        rows = [row for row, level in item["targets"].items() if level == fate.level]
        if rows and not fate.heirs:
            told.lost(path, [text for text in (item["title"], item.get("summary")) if text])
            told.parts[path] = item["title"]
            yield path
            continue
        for row in rows:
            item["targets"][row] = fate.heirs[-1]
        if rows:
            told.left.append(_placed(path, fate.heirs[-1]))
        kept.append(item)
    _put(data, "profiles", kept)


def _placed(path: str, level: str) -> Message:
    return say("%(item)s names '%(level)s' now: see whether that is right", item=path, level=level)


def follow_crosswalk(edit: Editable, fate: Fate, told: Told) -> None:
    """Let ends of mappings and stated absences follow; what was judged of another text is a draft again."""
    walk = edit.value
    pair = f"{walk['subject']}--{walk['object']}"
    taken = {item["id"] for item in walk.get("mappings", ())}
    mappings: list[dict[str, Any]] = []
    for item in walk.get("mappings", ()):
        side = "subject" if item["subject"].startswith(f"{fate.framework}/") else "object"
        heirs = fate.of(item[side])
        if not heirs:
            told.gone.append(
                say(
                    "goes: the mapping '%(id)s' with %(end)s",
                    id=f"{pair}/{item['id']}",
                    end=item["object" if side == "subject" else "subject"],
                )
            )
            told.parts[f"crosswalks/{pair}/mappings/{item['id']}"] = item["id"]
            continue
        is_touched = fate.is_touched(item[side])
        copies = [item, *(deepcopy(item) for _ in heirs[1:])]
        for copy, heir in zip(copies, heirs, strict=True):
            copy[side] = heir
            if copy is not item:
                copy["id"] = unique_id(f"{item['id']} {heir.rpartition('/')[2]}", "mapping", taken)
                taken.add(copy["id"])
            if is_touched:
                _draft(edit, copy, told, f"{pair}/{copy['id']}")
            mappings.append(copy)
    _put(walk, "mappings", mappings)
    absences: dict[str, dict[str, Any]] = {}
    for item in walk.get("no_counterpart", ()):
        heirs, is_touched = fate.of(item["subject"]), fate.is_touched(item["subject"])
        if not heirs:
            told.gone.append(
                say("goes: that nothing answers to %(end)s (%(pair)s)", end=item["subject"], pair=pair)
            )
        for copy, heir in zip((item, *(deepcopy(item) for _ in heirs[1:])), heirs, strict=False):
            copy["subject"] = heir
            if heir in absences:
                told.lost(f"{pair}/no_counterpart/{heir}", [copy["reason"]])
                continue
            absences[heir] = copy
            if is_touched:
                _draft(edit, copy, told, f"{pair}/no_counterpart/{heir}")
    _put(walk, "no_counterpart", list(absences.values()))


def draft_mapping(edit: Editable, index: int, told: Told) -> None:
    """Make a mapping a draft again."""
    walk = edit.value
    item = walk["mappings"][index]
    _draft(edit, item, told, f"{walk['subject']}--{walk['object']}/{item['id']}")


def _draft(edit: Editable, item: dict[str, Any], told: Told, name: str) -> None:
    if not item.get("draft"):
        edit.comment(item, [told.words(_AGAIN)])
    item["draft"] = True
    item.pop("reviewer", None)
    told.judged.append(name)


def follow_findings(edit: Editable, fate: Fate, told: Told) -> None:
    """Let findings rest on what is there; one that changed is reviewed no more, one without support goes."""
    kept = []
    for finding in edit.value.get("findings", ()):
        rests = [path for item in finding.get("positions", ()) for path in item["rests_on"]]
        if any(map(fate.is_touched, rests)):
            for item in finding["positions"]:
                item["rests_on"] = _same(item["rests_on"], fate.paths(item["rests_on"]))
            positions = [item for item in finding["positions"] if item["rests_on"]]
            for item in finding["positions"]:
                if not item["rests_on"]:
                    told.lost(f"findings/{finding['id']}/{item['id']}", [item["text"]])
            _put(finding, "positions", positions)
            if not _stands(finding):
                told.lost(f"findings/{finding['id']}", [finding["title"], finding["summary"]])
                told.parts[f"findings/{finding['id']}"] = finding["title"]
                continue
            if finding.pop("reviewer", None):
                edit.comment(finding, [told.words(_CHECK)])
            told.left.append(
                say("the finding '%(id)s' rests on what changed: check it again", id=finding["id"])
            )
        kept.append(finding)
    _put(edit.value, "findings", kept)


def _stands(finding: Mapping[str, Any]) -> bool:
    """Tell whether enough is left for a finding to rest on, as `generator.published.standing` does."""
    positions = finding.get("positions", ())
    speaking = {path.partition("/")[0] for item in positions for path in item["rests_on"]}
    least = 2 if finding["kind"] == "contradiction" else 1
    return finding["kind"] == "silence" or (len(speaking) > 1 and len(positions) >= least)


def follow_glossary(data: dict[str, Any], fate: Fate) -> None:
    """Let terms stand on the pages of the levels that are there."""
    for term in data.get("terms", ()):
        _put(term, "at", fate.paths(term.get("at", ())))


def follow_redirects(data: dict[str, Any], fate: Fate, told: Told) -> None:
    """Let old addresses lead on; those of what is gone are told with the rest that had an address."""
    kept = []
    for item in data.get("redirects", ()):
        heirs = fate.of(item["to"])
        if heirs:
            item["to"] = heirs[0]
            kept.append(item)
        else:
            told.parts[item["from"]] = item["from"]
    _put(data, "redirects", kept)
    for item in data.get("withdrawn", ()):
        if heirs := fate.paths([item["instead"]] if item.get("instead") else ()):
            item["instead"] = heirs[0]
        else:
            item.pop("instead", None)


def _put(data: dict[str, Any], key: str, value: list[Any]) -> None:
    """Set a list where it differs; one of which nothing is left stays away where it may."""
    old = data.get(key, [])
    pairs = zip(old, value, strict=False)
    if len(old) == len(value) and all(
        one is two or (isinstance(one, str) and one == two) for one, two in pairs
    ):
        return
    data[key] = value
    if not value and key not in _STAYING:
        del data[key]


def _same(old: list[str], new: list[str]) -> list[str]:
    return old if old == new else new


def transitions_without(data: dict[str, Any], gone: set[str], told: Told, framework: str) -> None:
    """Take transitions out, and say what their actions were."""
    kept = []
    for step in data.get("transitions", ()):
        key = key_of(step)
        if key in gone:
            told.lost(f"{framework}/transitions/{key}", [*step["actions"].values()])
        else:
            kept.append(step)
    _put(data, "transitions", kept)
