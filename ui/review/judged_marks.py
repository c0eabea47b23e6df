"""The words for judgements: in the reasons of a cluster, and as the mark of its row."""

from typing import NamedTuple

from ...processing.compat import translate
from .pairs_model import relation_label

PENDING, COUNTED = "pending", "counted"
# Of the decisions, and behind a judgement that is in no numbers yet.
_SIGNS = {"accept": "✓", "reject": "✗", "set": "="}
_PENDING_SIGN = "*"
# Of the name of a reviewer in a narrow list; the tip has it whole.
_MOST_LETTERS = 8


def state_of(judgements, run):
    """Return whether judgements are counted by the run of the shown layer, or one of them is pending."""
    return PENDING if any(is_pending(one.date, run, "OVERRIDES") for one in judgements) else COUNTED


def is_pending(date, run, parameter):
    """Tell whether the run of the shown layer, or none, knew nothing of what was said at a date.

    A date less exact than the time of the run, and the same as far as it goes, may be of before or after: it is
    pending. `parameter` is the table that the run had to be given, OVERRIDES or ALIASES.
    """
    if run is None or not run.parameters.get(parameter):
        return True
    return date.replace(" ", "T") >= run.time[: len(date)]


def decision_words(judgement):
    """Return what was decided, in words; a decision we do not know stands for itself."""
    if judgement.decision == "set":
        text = translate("ClusterBelt", "set to “{relation}”")
        return text.format(relation=relation_label(judgement.relation))
    decisions = {
        "accept": translate("ClusterBelt", "accepted"),
        "reject": translate("ClusterBelt", "rejected"),
    }
    return decisions.get(judgement.decision, judgement.decision)


def judgement_line(judgement):
    """Return a judgement as a line."""
    text = translate("ClusterBelt", "Judged: {words} ({belt}; {reviewer} {date}) {note}")
    return text.format(
        words=decision_words(judgement),
        belt=judgement.belt_id or translate("ClusterBelt", "all belts"),
        reviewer=judgement.reviewer,
        date=judgement.date.partition(".")[0].replace("T", " "),
        note=judgement.note,
    ).strip()


class Mark(NamedTuple):
    """What a judged row bears: in words, and for a narrow list as a sign with the beginning of the reviewer's name."""

    words: str
    short: str


def marks_of(known, run):
    """Return the marks and the states of judged rows; `known` are the judgements by key of the row."""
    states = {key: state_of(judgements, run) for key, judgements in known.items()}
    marks, made = {}, {}
    for key, judgements in known.items():
        # The last one on all belts, else the last.
        last = next((one for one in reversed(judgements) if not one.belt_id), judgements[-1])
        said = last.decision, last.relation, last.reviewer, states[key]
        if said not in made:
            made[said] = _mark_of(last, states[key] == PENDING)
        marks[key] = made[said]
    return marks, states


def _mark_of(last, waits):
    if waits:
        text = translate("ClusterBelt", "{decision}, {reviewer} (pending)")
    else:
        text = translate("ClusterBelt", "{decision}, {reviewer}")
    reviewer = last.reviewer or "?"
    sign = _SIGNS.get(last.decision, last.decision)
    return Mark(
        text.format(decision=decision_words(last), reviewer=reviewer),
        f"{sign} {_shortened(reviewer)}{_PENDING_SIGN * waits}",
    )


def _shortened(reviewer):
    return reviewer if len(reviewer) <= _MOST_LETTERS else f"{reviewer[: _MOST_LETTERS - 1]}…"


def signs_explained():
    """Return what the signs of a narrow list mean."""
    text = translate(
        "ClusterBelt",
        "{accept} accepted, {reject} rejected, {set} set to a relation, {pending} pending; by whom",
    )
    return text.format(**_SIGNS, pending=_PENDING_SIGN)
