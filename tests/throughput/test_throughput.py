"""What wrk says is read as it is meant, and a run that went wrong gives no figures."""

from pathlib import Path

import pytest

from tests.throughput.__main__ import added, largest_level_page, ratio
from tests.throughput.wrk import Load, read

REPORT = """\
Running 5s test @ http://127.0.0.1:8080/
  1 threads and 32 connections
  Latency Distribution
     50%  410.00us
     99%    1.25ms
  100 requests in 5.00s, 1.00MB read
{}Requests/sec:  20123.45
Transfer/sec:    100.00MB
"""


def test_rate_and_slowness_are_read_in_their_units() -> None:
    assert read(REPORT.format("")) == Load(20123.45, 1.25)
    assert read(REPORT.format("").replace("1.25ms", "870.00us")) == Load(20123.45, 0.87)


@pytest.mark.parametrize(
    "wrong", ["  Non-2xx or 3xx responses: 7\n", "  Socket errors: connect 0, read 0, write 0, timeout 1\n"]
)
def test_a_run_with_wrong_answers_gives_no_figures(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"responses: 7|timeout 1"):
        read(REPORT.format(wrong))


def test_a_report_without_figures_is_told() -> None:
    with pytest.raises(ValueError, match="did not say"):
        read("unable to connect")


def test_the_heaviest_level_page_of_the_default_language_is_taken(tmp_path: Path) -> None:
    for path, size in {
        "frameworks/flow/levels/one/": 5,
        "frameworks/flow/levels/two/": 9,
        "nl/frameworks/flow/levels/two/": 99,
        "frameworks/flow/": 99,
    }.items():
        (tmp_path / path).mkdir(parents=True, exist_ok=True)
        (tmp_path / path / "index.html.gz").write_bytes(b"x" * size)
    assert largest_level_page(tmp_path) == tmp_path / "frameworks/flow/levels/two/index.html.gz"


def test_a_site_without_compressed_pages_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="precompress"):
        largest_level_page(tmp_path)


def test_turns_are_compared_one_by_one() -> None:
    turns = [
        {"ours": Load(rate, 1.0), "bare": Load(beside, 1.0)}
        for rate, beside in ((90.0, 100.0), (9.7, 10.0), (980.0, 1000.0))
    ]
    assert ratio(turns, "ours", "bare") == pytest.approx(0.97)


def test_the_bare_server_is_given_the_headers_that_it_lacks() -> None:
    assert added({"etag": "1", "x-a": "b c"}, {"etag": "2"}) == 'add_header x-a "b c" always;'
