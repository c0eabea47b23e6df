"""What scripts/package.py makes of the README."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def package(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    import package

    yield package
    del sys.modules["package"]


def test_links_of_the_readme_lead_to_the_pages_of_the_help(package):
    files = {"LICENSE", "help/docs/fields.html", "help/docs/map.png", "resources/README.md", "help/LICENSE"}
    readme = (
        "![m](docs/map.png) [f](docs/fields.md) [r](resources/README.md) [L](LICENSE) [x](https://x.y/docs/fields.md) "
        "[gone](docs/gone.md) [h](#install)"
    )
    assert package.with_links(readme, files) == (
        "![m](help/docs/map.png) [f](help/docs/fields.html) [r](resources/README.md) [L](LICENSE) "
        "[x](https://x.y/docs/fields.md) [gone](docs/gone.md) [h](#install)"
    )


def test_a_release_needs_the_links_that_the_publisher_fills_in(package, monkeypatch):
    empty = package.metadata_of("[general]\nhomepage=\ntracker=\nrepository=\nemail=someone@some.example\n")
    filled = package.metadata_of(
        "[general]\nhomepage=https://a.b\ntracker=https://a.b/issues\nrepository=https://a.b/c\nemail=some@one.org\n"
    )
    assert package.missing_links(empty) == ["homepage", "tracker", "repository", "email"]
    assert package.missing_links(filled) == []
    monkeypatch.setattr(package, "metadata_of", lambda text: empty)
    monkeypatch.setattr(sys, "argv", ["package.py", "--release"])
    with pytest.raises(SystemExit, match=r"fill in homepage, tracker, repository, email before a release"):
        package.main()


def test_the_plugin_manager_shows_the_changes_of_the_last_two_versions(package):
    changelog = b"# Changelog\n\n## 0.3.0\n\n- 50 % faster\n\n## 0.2.0\n\n- new\n\n## 0.1.0\n\n- first\n"
    written = package.with_changes(b"[general]\nversion=0.3.0\n", changelog).decode()
    changes = package.metadata_of(written)["changelog"]
    assert "0.3.0" in changes and "50 %% faster" in changes and "0.2.0" in changes and "first" not in changes
