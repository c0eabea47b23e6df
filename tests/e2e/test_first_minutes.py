"""The first minutes of a new user in a real window, by mouse and keys, from an empty profile to the run again."""

import fresh_desktop


def test_from_the_empty_dock_to_a_judged_cluster_that_counts(tmp_path):
    seen = fresh_desktop.run("first_minutes.py", tmp_path, CLUSTERBELT_STEPS="6")
    assert seen["errors"] == []
    assert seen["welcome"] and seen["least height"] < 420
    assert (seen["rows"], seen["classes"]) == (159, 4)
    assert seen["statuses"] == ["unmatched"] and 0 < seen["listed"] < 159
    assert seen["selected on the map"] == 1 and seen["keyboard"]
    assert "pending" in seen["mark"] and seen["next row"] == [1] and seen["older"]
    assert seen["given"] == "HA"
    assert seen["changed"] == [seen["judged"]] and seen["status after"] == "matched"
    assert seen["mark after"].startswith("accepted") and "pending" not in seen["mark after"]
    pictures = sorted(path.stem for path in tmp_path.glob("*.png"))
    assert len(pictures) == 9 and "failed" not in pictures
