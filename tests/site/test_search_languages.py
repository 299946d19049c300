"""The search finds words of languages that this site has no texts in, in whatever form they are asked for."""

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.tabs import new_tab
from tests.site.test_search import ASK

SCRIPTS = Path(__file__).parents[2] / "templates" / "theme" / "assets" / "search"
TEXTS = {
    "ar": [
        "الفرق تعمل معا في كل القنوات",
        "رسالة للزائر الجديد على الموقع",
        "القائمة الرئيسية والبيانات",
    ],
    "zh-Hans": ["营销团队使用数据", "为每位访客提供个性化着陆页"],
    "fr": ["Les niveaux de personnalisation", "Des canaux pour chaque visiteur", "Un cœur de métier"],
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a folder with the search of three languages, each with an entry for a text."""
    folder = tmp_path_factory.mktemp("searches")
    (folder / "index.html").write_text("<!doctype html><title>Searches</title>", encoding="utf-8")
    words = {"results": ["", "1", "2", "3"], "more": "", "did_you_mean": "[[word]]", "found_in": ""}
    for language, texts in TEXTS.items():
        shutil.copytree(SCRIPTS, folder / language / "assets" / "search")
        entry = {"title": "", "also": [], "label": "", "more": "", "kind": "cell"}
        entries = [{**entry, "location": f"{number}", "text": text} for number, text in enumerate(texts)]
        data = {"language": language, "words": words, "others": [], "entries": entries}
        (folder / language / "search").mkdir()
        (folder / language / "search" / "search_entries.json").write_text(json.dumps(data), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_word_is_found_in_every_form_that_its_language_gives_it(
    home: str, chromium: Callable[[], Browser]
) -> None:
    asked = {
        ("ar", "فرق"): ["0"],
        ("ar", "الفرق"): ["0"],
        ("ar", "زائر"): ["1"],
        ("ar", "الزائرين"): ["1"],
        ("ar", "قائمة"): ["2"],
        ("ar", "بيانات"): ["2"],
        ("ar", "ما هي الرسالة"): ["1"],
        ("zh-Hans", "营销"): ["0"],
        ("zh-Hans", "着陆页"): ["1"],
        ("zh-Hans", "个性化"): ["1"],
        ("zh-Hans", "商店"): [],
        ("fr", "niveau"): ["0"],
        ("fr", "personnalisations"): ["0"],
        ("fr", "canal"): ["1"],
        ("fr", "quels visiteurs"): ["1"],
        ("fr", "coeur"): ["2"],
    }
    with new_tab(chromium(), 1440) as tab:
        tab.goto(home)
        found = {
            (language, query): [
                item["location"] for item in tab.evaluate(ASK, [f"{home}{language}/", query])["found"]
            ]
            for language, query in asked
        }

    assert found == asked
