"""A result as a picture: all its words, none cut off, whatever the result says."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.site.quiz import CHECKLIST, GRADED, QUIZZES, Take, address, saved
from tests.site.served import Server

PNG = b"\x89PNG"
# Pictures come by a link that the script clicks: here it goes into a list.
CATCH = """() => {
    window.drawn = [];
    HTMLAnchorElement.prototype.click = function () { window.drawn.push(this.href); };
}"""
# Draws each result that a quiz can say, by the facts that show it, and finds what is not as it should be.
DRAW_ALL = """([rungs, layers]) => {
    const element = document.querySelector("atlas-quiz"), Quiz = customElements.get("atlas-quiz");
    const answers = element.quiz.asks.map(ask => `at:${ask.id}:na`);
    const always = ["js", "view:result", "own", "unsettled", ...answers];
    const results = [["state:none"], ["state:profile"], ["state:complete"]];
    results.push(["state:below", "low:0", "high:0"], ["state:clash", "why:clash"]);
    results.push(["state:missing", ...layers.map(layer => `lag:${layer}`)]);
    for (let low = 0; low <= rungs; low++) for (let high = low; high <= rungs; high++) {
        const ends = [`low:${low}`, `high:${high}`];
        if (low === high) results.push(["state:level", `level:${low}`, ...ends]);
        else for (const why of ["apart", "na", "clash"]) results.push(["state:range", `why:${why}`, ...ends]);
    }
    const clash = element.querySelector("[data-if='why:clash'] [data-why]")?.textContent;
    const faults = [];
    let count = 0;
    for (const facts of results) {
        Quiz.apply(element, new Set([...always, ...facts]));
        const shown = element.querySelector("[data-verdict]").innerText.replace(/\\s+/g, " ").trim();
        if (!shown) continue; // another kind of quiz says this
        count++;
        Quiz.more(element, "svg");
        const drawn = decodeURIComponent(window.drawn.pop().replace(/^[^,]*,/, ""));
        const read = new DOMParser().parseFromString(drawn, "image/svg+xml");
        const svg = document.body.appendChild(read.documentElement);
        const [width, height] = ["width", "height"].map(name => Number(svg.getAttribute(name)));
        for (const line of svg.querySelectorAll("tspan")) {
            const box = line.getBBox(), above = line.previousElementSibling?.getBBox();
            const inside = box.x >= 20 && box.x + box.width <= width - 20 && box.y + box.height <= height;
            if (!inside) faults.push([facts, line.textContent]);
            if (above && above.y + above.height > box.y + 6) faults.push([facts, "overlap"]);
        }
        const level = svg.querySelectorAll("text")[1].textContent;
        if (level !== shown) faults.push([facts, level, shown]);
        const marked = svg.textContent.includes(clash);
        if (clash && facts.includes("why:clash") !== marked) faults.push([facts, clash]);
        svg.remove();
    }
    return [count, faults];
}"""


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_no_word_of_any_result_runs_out_of_its_picture(
    quiz_id: str, language: str, tmp_path: Path, take: Take
) -> None:
    quiz = QUIZZES[quiz_id]
    with take(quiz_id, language) as taker:
        taker.result_of(1)
        saved(taker, "[value=svg]", tmp_path)
        taker.tab.evaluate(CATCH)
        count, faults = taker.tab.evaluate(DRAW_ALL, [len(quiz.rungs), [ask.id for ask in quiz.questions]])
    rungs = len(quiz.rungs)
    assert count > (3 if quiz_id == CHECKLIST else rungs * (rungs + 1) / 2)
    assert faults == []


def test_a_picture_reads_from_the_right_where_its_language_does(tmp_path: Path, take: Take) -> None:
    with take(GRADED) as taker:
        taker.result_of(1)
        saved(taker, "[value=svg]", tmp_path)
        taker.tab.evaluate(CATCH)
        taker.tab.evaluate("document.documentElement.dir = 'rtl'")
        _, faults = taker.tab.evaluate(DRAW_ALL, [len(QUIZZES[GRADED].rungs), []])
    assert faults == []


@pytest.mark.parametrize("quiz_id", [GRADED, CHECKLIST])
def test_a_result_is_a_picture_with_its_words_date_and_address(
    quiz_id: str, language: str, server: Server, tmp_path: Path, take: Take
) -> None:
    with take(quiz_id, language) as taker:
        taker.result_of(3, 1)
        level = taker.result.locator("[data-verdict] .a-result__level:visible").inner_text()
        why = taker.result.locator("[data-why]:visible").all_inner_texts()
        asked = taker.result.locator(".a-profile tbody tr").all_inner_texts()
        drawn = ElementTree.fromstring(saved(taker, "[value=svg]", tmp_path).read_bytes())
        photo = saved(taker, "[value=png]", tmp_path).read_bytes()
    texts = texts_of(drawn)
    assert texts[1:][: 1 + len(why)] == [" ".join(text.split()) for text in (level, *why)]
    assert texts[-1].endswith(server.url(address(quiz_id, language)))
    rows = texts[2 + len(why) : -1]
    assert [words(" ".join(rows[at : at + 2])) for at in range(0, len(rows), 2)] == [
        words(row) for row in asked
    ]
    assert photo.startswith(PNG)


def texts_of(drawn: Any) -> list[str]:
    """Each text of a picture, its lines in one."""
    return ["".join(part.itertext()) for part in drawn.iter("{http://www.w3.org/2000/svg}text")]


def words(text: str) -> list[str]:
    """The words of a text, without the dot that a picture sets between two parts."""
    return [word for word in text.split() if word != "·"]
