"""A layer with the margins of the study: 159 rows of 152 clusters in 81 units, and 4,075 belts.

Its rows are made up; every total that the study prints, or that follows from two that it prints, is in it.
"""

from itertools import cycle, islice

import pandas as pd

SEI, AM, INN = "SEI", "AM", "INN"
MATCHED, ADJACENT = ("matched", "same"), ("adjacent", "belt_upstream")
NONE_RELATED = ("unmatched", "none_related")
NO_BELT, ONLY_BEFORE = ("unmatched", "no_belt_in_city"), ("unmatched", "belts_only_before")

THREE = [f"三类{i}市" for i in range(8)]
AM_INN = [f"先创{i}市" for i in range(6)]
AM_SEI = [f"先战{i}市" for i in range(8)]
# The last of these is the one city with two classes that has no belts.
INN_SEI = [f"创战{i}市" for i in range(10)]
ONE_SEI = [f"战{i}市" for i in range(16)]
ONE_INN = [f"创{i}市" for i in range(16)]
ONE_WITHOUT = [*(f"无{i}市" for i in range(15)), "海西州", "澄迈县"]
WITHOUT_BELTS = [INN_SEI[-1], *ONE_WITHOUT]
WITH_EARLIER_BELTS = WITHOUT_BELTS[:9]


def clusters():
    """The matched rows: tables 1 and 3 to 5 of the study, and its composition by whole clusters."""
    rows = [
        *_class(SEI, [*_spread(14, THREE), *_spread(29, AM_SEI + INN_SEI)], (21, 19, 2)),
        *_class(SEI, [*_spread(18, ONE_SEI), *ONE_WITHOUT[:5]], (12, 6, 0)),
        *_class(AM, [*_spread(15, THREE), *_spread(17, AM_INN + AM_SEI)], (18, 14, 0)),
        *_class(INN, [*_spread(11, THREE), *_spread(21, AM_INN + INN_SEI)], (12, 15, 4)),
        *_class(INN, [*_spread(17, ONE_INN), *ONE_WITHOUT[5:]], (8, 9, 0)),
    ]
    frame = pd.DataFrame(rows, columns=["class", "cb_city", "cb_status", "cb_reason"])
    frame["cb_citycd"] = frame["cb_city"]
    names = [f"{name}-{i}" for i, name in enumerate(frame["class"])]
    # Four advanced clusters have eleven rows: two of three in cities with all classes, 3 + 2 in the others.
    first = int((frame["class"] == AM).to_numpy().argmax())
    for begin, size in ((0, 3), (3, 3), (15, 3), (18, 2)):
        names[first + begin : first + begin + size] = [f"shared-{begin}"] * size
    frame["cluster"] = names
    count = frame.groupby("cluster", sort=False)["class"].transform("size")
    frame["cb_row"] = frame["cluster"] + "#" + (frame.groupby("cluster").cumcount() + 1).astype(str)
    frame["cb_shared"], frame["cb_weight"] = count, 1 / count
    order = frame["cb_status"].map({"matched": 0, "adjacent": 1, "unmatched": 2})
    best = order.groupby(frame["cluster"]).transform("min")
    frame["cb_whole"] = best.map(dict(enumerate(("matched", "adjacent", "unmatched"))))
    return frame.drop(columns="cluster")


def clusters_as_the_composition_is_printed():
    """The rows of a layer in which 36 and 64 are rows of 159: the 25 advanced clusters before splitting."""
    places = [
        *(
            (SEI, city)
            for city in [*_spread(14, THREE), *_spread(29, AM_SEI + INN_SEI), *_spread(23, ONE_SEI)]
        ),
        *((AM, city) for city in [*_spread(11, THREE), *_spread(14, AM_INN + AM_SEI)]),
        *(
            (INN, city)
            for city in [*_spread(11, THREE), *_spread(21, AM_INN + INN_SEI), *_spread(29, ONE_INN)]
        ),
        *((AM, f"先{i}市") for i in range(7)),
    ]
    frame = pd.DataFrame(places, columns=["class", "cb_city"])
    frame["cb_citycd"] = frame["cb_city"]
    return frame.assign(cb_row=[f"{i}#1" for i in range(len(frame))], cb_weight=1.0)


def belts():
    """4,075 belts of 2021 in 158 cities, four prefectures and a league, and earlier ones in nine cities."""
    cities = dict.fromkeys(city for city in clusters()["cb_city"] if city not in WITHOUT_BELTS)
    others = [f"别{i}市" for i in range(158 - len(cities))]
    units = [*cities, *others, *(f"别{i}州" for i in range(4)), "别盟"]
    now = pd.DataFrame({"city": _spread(4075, units), "year": 2021})
    earlier = pd.DataFrame({"city": WITH_EARLIER_BELTS, "year": 2019})
    return pd.concat([now, earlier], ignore_index=True)


def _class(name, cities, counts):
    """Give the rows of a class their statuses: those without belts by their city, the others in turn."""
    waiting = iter([s for s, count in zip((MATCHED, ADJACENT, NONE_RELATED), counts) for _ in range(count)])
    rows = [(name, city, *(_without_belts(city) or next(waiting))) for city in cities]
    assert next(waiting, None) is None
    return rows


def _without_belts(city):
    if city not in WITHOUT_BELTS:
        return None
    return ONLY_BEFORE if city in WITH_EARLIER_BELTS else NO_BELT


def _spread(count, cities):
    return list(islice(cycle(cities), count))
