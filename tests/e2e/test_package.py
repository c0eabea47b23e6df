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
