"""What a child says is heard by its parent."""

from generator.site.children import Task, read_log


def test_a_log_is_read_as_records_with_their_levels() -> None:
    text = "INFO    -  Cleaning\nWARNING -  A link\n  in two lines\n\nERROR   -  Bad\n"
    assert read_log(text) == (
        ("INFO", "Cleaning"),
        ("WARNING", "A link\n  in two lines"),
        ("ERROR", "Bad"),
    )


def test_what_has_no_level_is_kept() -> None:
    assert read_log("Traceback\nValueError\n") == (("INFO", "Traceback\nValueError"),)


def test_a_process_without_a_task_is_a_parent() -> None:
    assert Task.given({}) is None
    assert Task.given({"ATLAS_CHILD": '{"language": "nl", "site_url": null}'}) == Task("nl", None)
