"""Identifiers kept as bytes behave as the texts they stand for."""

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis import identifiers
from clusterbelt.processing.analysis.identifiers import Identifiers, words_of
from clusterbelt.processing.analysis.natural_order import natural_order
from hypothesis import given
from hypothesis import strategies as st

ASCII = st.text(st.characters(min_codepoint=1, max_codepoint=127), max_size=20)
NUMBERS = st.integers(0, 10**20).map(str)
COLUMNS = st.lists(st.one_of(ASCII, NUMBERS, st.sampled_from(["", "7", "07", "B2", "B10"])), max_size=40)


def both(texts):
    # A text of bytes ends where only zeros follow; texts hold none.
    return Identifiers(np.array([text.encode() for text in texts] or np.zeros(0, "S1"), dtype=bytes)), texts


@given(COLUMNS)
def test_they_sort_as_their_texts_do(texts):
    plain, texts = both(texts)
    assert natural_order(plain).tolist() == natural_order(np.array(texts, dtype=object)).tolist()
    first = np.arange(len(texts)) % 3
    objects = np.array(texts, dtype=object)
    assert natural_order(plain, first).tolist() == natural_order(objects, first).tolist()


@given(COLUMNS)
def test_they_know_their_doubles(texts):
    plain, texts = both(texts)
    assert plain.duplicated().tolist() == pd.Series(texts, dtype=object).duplicated().tolist()


@given(COLUMNS)
def test_they_give_back_their_texts(texts):
    plain, texts = both(texts)
    assert np.asarray(plain).tolist() == texts == [plain[row] for row in range(len(texts))]
    assert np.asarray(plain[np.arange(len(texts)) % 2 == 0]).tolist() == texts[::2]


def test_more_digits_than_a_number_has_are_text():
    plain, _ = both(["9" * 19, "10", "9"])
    assert natural_order(plain).tolist() == [2, 1, 0]


@pytest.mark.parametrize("width", [1, 8, 9, 64])
def test_they_sort_at_any_width(width):
    texts = ["b" * width, "a" * width, "a" * (width - 1)]
    plain, _ = both(texts)
    assert natural_order(plain).tolist() == natural_order(np.array(texts, dtype=object)).tolist()


@pytest.mark.parametrize("rows", [1, 4, 5, 9, 13])
def test_the_size_of_the_parts_changes_nothing(monkeypatch, rows):
    texts = np.array([f"id {number * 7919 % 97}".encode() for number in range(13)], dtype="S11")
    whole = words_of(texts)
    monkeypatch.setattr(identifiers, "_ROWS", rows)
    assert [word.tolist() for word in words_of(texts)] == [word.tolist() for word in whole]
    order = np.lexsort(words_of(texts))
    assert texts[order].tolist() == sorted(texts.tolist())


def test_texts_of_digits_are_whole_numbers_and_no_others():
    texts = ["0", "9", "007", "12345", "999999", "1000000", "", "12a", "a12", "1 2", "/", ":", "1.5", "-1"]
    digits, numbers = both(texts)[0].whole_numbers(6)
    assert digits.tolist() == [text.isdigit() and len(text) <= 6 for text in texts]
    assert numbers.tolist() == [int(text) if text.isdigit() and len(text) <= 6 else 0 for text in texts]


@pytest.mark.parametrize("rows", [1, 3, 4])
def test_whole_numbers_are_found_in_every_part(monkeypatch, rows):
    plain, texts = both(["12", "x", "3", "", "45", "6", "y7", "8", "90", "1"])
    monkeypatch.setattr(identifiers, "_ROWS", rows)
    digits, numbers = plain.whole_numbers(2)
    assert digits.tolist() == [text.isdigit() for text in texts]
    assert numbers.tolist() == [int(text) if text.isdigit() else 0 for text in texts]


def test_words_are_eight_bytes_each_the_first_ones_last():
    texts = np.array([b"abcdefgh", b"abcdefghi", b""], dtype="S9")
    last, first = words_of(texts)
    assert first.tolist() == [int.from_bytes(b"abcdefgh", "big")] * 2 + [0]
    assert last.tolist() == [0, ord("i") << 56, 0]
    assert [len(words_of(np.zeros(2, dtype=f"S{width}"))) for width in (1, 8, 9, 16, 17)] == [1, 1, 2, 2, 3]


def test_texts_without_room_are_equal_and_empty():
    nothing = Identifiers(np.ndarray(3, dtype="S0"))
    assert [word.tolist() for word in nothing.words()] == [[0, 0, 0]]
    assert nothing.duplicated().tolist() == [False, True, True] and nothing.empty().all()
