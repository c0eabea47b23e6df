"""How the analysis says what is wrong without knowing the user's language."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that Qt's lupdate looks for
    """Mark `text` for translation and return it as it is; whoever shows it translates it."""
    return text


class AnalysisError(ValueError):
    """Input that cannot be answered: a sentence template and the values that go into it.

    Parameters
    ----------
    template : str
        English sentence with ``{name}`` places, marked with `QT_TRANSLATE_NOOP`.
    **values
        What goes into the places.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values
