"""A former id leads to what it is called today, through any number of renames."""

import pytest

from generator.model import Redirects


def redirects(*pairs: tuple[str, str]) -> Redirects:
    return Redirects.model_validate({"redirects": [{"from": former, "to": to} for former, to in pairs]})


@pytest.mark.parametrize(
    ("pairs", "asked", "found"),
    [
        ((), "a/levels/b", "a/levels/b"),
        ((("a", "b"),), "a/levels/c", "b/levels/c"),
        ((("a", "b"), ("b", "c")), "a", "c"),
        ((("a", "b"), ("b/levels/x", "b/levels/y")), "a/levels/x", "b/levels/y"),
        ((("a", "b"), ("a/levels/x", "a/levels/y")), "a/levels/x", "b/levels/y"),
        ((("a", "b"), ("b", "a")), "a/levels/x", "a/levels/x"),
        ((("a", "b"), ("b", "c"), ("c", "b")), "a", "a"),
        ((("a", "a"),), "a", "a"),
    ],
)
def test_an_old_path_leads_to_the_one_of_today(
    pairs: tuple[tuple[str, str], ...], asked: str, found: str
) -> None:
    made = redirects(*pairs)
    for _ in range(2):  # what was asked before is known
        assert "/".join(made.today(tuple(asked.split("/")))) == found


def test_all_former_paths_of_a_thing_are_known_and_lead_to_it() -> None:
    made = redirects(("a", "b"), ("b", "c"), ("c/levels/x", "c/levels/y"))
    former = {"/".join(path) for path in made.former(("c", "levels", "y"))}
    assert former == {"c/levels/x", "b/levels/x", "a/levels/x", "b/levels/y", "a/levels/y"}


def test_a_chain_of_thousands_is_walked_once() -> None:
    chain = redirects(*((f"a{number}", f"a{number + 1}") for number in range(5000)))
    assert {chain.today((f"a{number}",)) for number in range(5000)} == {("a5000",)}
    assert len(chain.former(("a5000",))) == 5000
