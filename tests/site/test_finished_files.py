"""A finished file is taken from the last site only as it was published there."""

from pathlib import Path

from generator.site.finished_files import FinishedFiles


def test_a_file_that_somebody_changed_in_the_published_site_is_made_again(tmp_path: Path) -> None:
    site, record = tmp_path / "site", tmp_path / "record.json"
    first = FinishedFiles(site, tmp_path / "none", None, compress=False)
    for name in ("same.html", "changed.html"):
        first.get(name, "key", lambda: b"as it was made")
    record.write_bytes(first.written_record())
    (site / "changed.html").write_bytes(b"as somebody wishes")

    second = FinishedFiles(tmp_path / "next", site, record, compress=False)
    for name in ("same.html", "changed.html"):
        second.get(name, "key", lambda: b"made again")

    assert (tmp_path / "next" / "same.html").read_bytes() == b"as it was made"
    assert (tmp_path / "next" / "changed.html").read_bytes() == b"made again"
    assert second.taken == 1
