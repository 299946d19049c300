"""Tell every browser that looks on of each change."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Condition
from typing import Literal

News = Literal["page", "style"]


@dataclass
class Hub:
    """Counts changes; a number is higher than any of a preview that ran before."""

    page: int = field(default_factory=lambda: time.time_ns() // 1_000_000)
    style: int = 0
    stopped: bool = False
    _looking: Counter[str] = field(default_factory=Counter)
    _news: Condition = field(default_factory=Condition)

    @property
    def newest(self) -> int:
        """The number of the last change."""
        return max(self.page, self.style)

    def tell(self, kind: News) -> None:
        """Something changed: a page, or only how pages look."""
        with self._news:
            setattr(self, kind, self.newest + 1)
            self._news.notify_all()

    def stop(self) -> None:
        """Let all that wait go."""
        with self._news:
            self.stopped = True
            self._news.notify_all()

    def wait(self, since: int, patience: float) -> tuple[News, int] | None:
        """What changed since a number; None where nothing has after a while."""
        with self._news:
            self._news.wait_for(lambda: self.newest > since or self.stopped, patience)
            if self.stopped or self.newest <= since:
                return None
            return ("page" if self.page > since else "style"), self.newest

    @contextmanager
    def looking_at(self, path: str) -> Iterator[None]:
        """A browser shows a page while the context lasts."""
        with self._news:
            self._looking[path] += 1
        try:
            yield
        finally:
            with self._news:
                self._looking[path] -= 1

    def looked_at(self) -> list[str]:
        """The pages that browsers show."""
        with self._news:
            return [path for path, count in self._looking.items() if count > 0]
