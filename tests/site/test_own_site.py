"""Whoever installs the wheel begins a site of their own, and changes it by settings and file by file."""

import os
import re
import subprocess
import sys
import venv
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from hatchling.build import build_wheel
from playwright.sync_api import Browser, expect

from tests.site.built import ADDRESS, read_site
from tests.site.projects import ROOT, replace, write
from tests.site.served import Server

_LOCKED = re.compile(r"^([a-z0-9._-]+)==", re.MULTILINE)


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an environment with the wheel, what the lock names for it, and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        wheel = folder / build_wheel(str(folder))
    finally:
        os.chdir(before)
    venv.create(folder / "environment", symlinks=True)
    python = folder / "environment" / "bin" / "python"
    packages = folder / "environment" / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"
    for path in {*locked()}:
        (packages / path.name).symlink_to(path)
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", "--python", str(python)]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", "--no-compile", str(wheel)], check=True)
    subprocess.run([*pip, "check"], check=True)
    return python.with_name("atlas")


def locked() -> Iterator[Path]:
    """What is installed here of the packages that the program is locked to."""
    for name in _LOCKED.findall((ROOT / "requirements.lock").read_text(encoding="utf-8")):
        try:
            found = distribution(name)
        except PackageNotFoundError:  # one for another system, or only for building
            continue
        tops = {file.parts[0] for file in found.files or ()}
        yield from (Path(str(found.locate_file(top))) for top in tops - {"..", "__pycache__"})


def run(atlas: Path, where: Path, *arguments: str) -> str:
    """What a command says on both streams; it must end well, and know nothing of the repository."""
    told = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "ATLAS_LANG")}
    environment = {**told, "SITE_URL": ADDRESS, "LC_ALL": "C.UTF-8"}
    ended = subprocess.run(
        [atlas, *arguments],
        cwd=where,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert ended.returncode == 0, ended.stdout
    return ended.stdout


def test_a_site_of_one_s_own_is_begun_built_and_changed_file_by_file(
    atlas: Path, tmp_path: Path, browser: Browser
) -> None:
    run(atlas, tmp_path, "site", "new", "town", "--languages", "en,nl", "--title", "Our town")
    town = tmp_path / "town"
    assert run(atlas, town, "validate", "--strict") == "Sound: 1 framework, in en, nl.\n"
    assert run(atlas, town, "build", "--strict", "--quiet") == ""

    assert 'fill="#7fa3d8"' in (town / "site" / "ruler.svg").read_text(encoding="utf-8")

    page = browser.new_page()
    with Server(read_site(town / "site")) as server:
        page.goto(server.url(""))
        expect(page).to_have_title("Our town")
        expect(page.get_by_role("heading", level=1)).to_have_text("How well do we meet?")
        logo = page.locator(".md-header .md-logo img")
        assert logo.evaluate("image => image.complete && image.naturalWidth > 0")
        for address, band in (("", ".a-band"), ("embed/ruler/", ".a-band")):
            page.goto(server.url(address))
            expect(page.locator(band).last).to_have_css("background-color", "rgb(127, 163, 216)")
        page.goto(server.url(""))
        page.get_by_role("banner").get_by_role("link", name="Nederlands").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Hoe goed overleggen we?")
        expect(page.get_by_role("heading", name="De overlegladder")).to_be_visible()

    sources = (ROOT / "templates" / "pages" / "sources.html").read_text(encoding="utf-8")
    write(
        town / "templates" / "pages" / "sources.html", f"{sources}<p id='own'>{{{{ _('Sources') }}}}!</p>\n"
    )
    write(town / "templates" / "theme" / "assets" / "own.css", "[data-md-color-scheme] { --paper: #ffe; }\n")
    replace(town / "mkdocs.yml", "  - assets/atlas.css\n", "  - assets/atlas.css\n  - assets/own.css\n")
    replace(town / "mkdocs.yml", 'site_name: "Our town"', "site_name: The town hall")
    assert run(atlas, town, "build", "--strict", "--quiet") == ""

    with Server(read_site(town / "site")) as server:
        page.goto(server.url("nl/sources/"))
        expect(page.locator("#own")).to_have_text("Bronnen!")
        expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 238)")
        page.goto(server.url("cite/meetings/"))
        expect(page).to_have_title(re.compile("The town hall$"))
        assert "The town hall. " in page.locator("main").inner_text()
        assert "Maturity Atlas" not in page.locator("main").inner_text()
    page.close()
