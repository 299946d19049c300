"""Check benchmarks: levels that exist, bars in their order, counts that add up."""

from collections.abc import Iterator
from itertools import pairwise

from generator.load import Loaded
from generator.problems import Problem, did_you_mean, say
from generator.validate.frameworks import dangling


def benchmarks_count_levels(loaded: Loaded) -> Iterator[Problem]:
    """A benchmark's bars name levels of its framework, from the lowest up, each level once."""
    for document in loaded.benchmarks:
        benchmark = document.record
        framework = loaded.by_id.get(benchmark.framework)
        if framework is None:
            if benchmark.framework not in loaded.broken:
                name = f"benchmarks.{benchmark.id}.framework"
                yield dangling(document.value("framework"), name, benchmark.framework, loaded.by_id)
            continue
        numbers = {level.id: at for at, level in enumerate(framework.levels, 1)}
        ends: list[tuple[int | None, int | None]] = []
        for i, bar in enumerate(benchmark.bars):
            for key, level in (("from", bar.low), ("to", bar.high)):
                if level is not None and level not in numbers:
                    message = say("%(framework)s has no level '%(id)s'", framework=framework.id, id=level)
                    place = document.value("bars", i, key)
                    yield Problem("F260", place, message, did_you_mean(level, numbers))
            low = numbers.get(bar.low) if bar.low else 0
            high = numbers.get(bar.high) if bar.high else low
            ends.append((low, high))
        for i, ((_, last), (first, _)) in enumerate(pairwise(ends), 1):
            if first is not None and last is not None and first <= last:
                message = say("This bar begins where the one before has not ended")
                hint = say("Give the bars from the lowest level up, each level in one of them")
                yield Problem("F260", document.value("bars", i), message, hint)


def benchmarks_add_up(loaded: Loaded) -> Iterator[Problem]:
    """A benchmark's bars and those without a level add up to its n, and its file is named after its id."""
    for document in loaded.benchmarks:
        benchmark = document.record
        counted = sum(bar.count for bar in benchmark.bars) + benchmark.without_level
        if counted != benchmark.n:
            message = say("n is %(n)s, and the counts make %(counted)s", n=benchmark.n, counted=counted)
            hint = say("Count those without a single level in 'without_level'")
            yield Problem("F261", document.value("n"), message, hint)
        if not document.file.endswith(f"/{benchmark.id}.yaml"):
            message = say("The file of benchmark '%(id)s' has another name", id=benchmark.id)
            yield Problem("F262", document.value("id"), message, say("Give the file the id as its name"))


RULES = (benchmarks_count_levels, benchmarks_add_up)
