"""Runs at random of the algorithms of virtual clusters: members, links and memberships, with faults."""

_NODES = (
    "IT.CHIP",
    "IT.DISPLAY",
    "MAT.FUNC.RE",
    "MAT.FUNC.MAG",
    "MAT.FUNC.ELEC",
    "IT.CHIP|MAT.FUNC.RE",
    "it.chip",
)
_ODD_NODES = ("MAT", None, "", "NO.SUCH", "||", "IT.CHIP|", "　")
_CITIES = ("440300", "310000", "330200", "150200", "360700", "110000.0", "371700")
_ODD_CITIES = ("999999", "XY", "", None)
_NAMES = ("深圳市", "上海市", "", None, "<b>")
_WEIGHTS = (1, 2, 0.5, 1e-300, 1e300)
_ODD_WEIGHTS = (0, None, -1, "x", "inf", "NaN", "１２")
_IDS = ("a", "b", "c", "d", "e")
_ODD_IDS = ("a|b", "'", "", None, "A")
_KM = (0, 50, 1500.5, None)
_YEARS = (None, 2015, "2019", "2020-05")


def _with(dice, values, odd_ones, chance=0.15):
    """Return values to choose from, in some cases with odd ones among them."""
    return values + odd_ones if dice.random() < chance else values


class VirtualCases:
    """Makers of cases; `layer` and `output` describe layers and outputs as `cases` does."""

    def __init__(self, layer, output):
        self._layer, self._output = layer, output

    def makers(self):
        """Return the maker of each algorithm and how often it is drawn."""
        return {
            "chainlinks": (self._links, 5),
            "virtualclusters": (self._clusters, 6),
            "chaingaps": (self._gaps, 5),
            "realvirtual": (self._coupling, 5),
            "clusternetworks": (self._networks, 5),
        }

    def _members(self, dice):
        weights = _with(dice, _WEIGHTS, _ODD_WEIGHTS)
        fields = [
            ("cb_nodes", "string", _with(dice, _NODES, _ODD_NODES)),
            ("cb_citycd", "string", _with(dice, _CITIES, _ODD_CITIES)),
            ("cb_city", "string", _NAMES),
            ("cb_weight", "double" if weights is _WEIGHTS else "string", weights),
            ("cb_status", "string", ("matched", "unmatched", "unresolved", None, "odd")),
        ]
        if dice.random() < 0.05:
            fields.pop(dice.randrange(len(fields)))
        return self._layer(dice, fields, least=1)

    def _regional(self, dice, unit):
        found = {unit: dice.choice(["city", "province", "group"])} if dice.random() < 0.5 else {}
        if dice.random() < 0.2:
            fields = [
                ("code", "string", _CITIES),
                ("group", "string", ("A", "B", None)),
                ("rank", "int", (1, 2, None)),
            ]
            found["REGIONS"] = self._layer(dice, fields, kind="None")
        return found

    def _needs(self, dice, unit):
        parameters = {"INPUT": self._members(dice), **self._regional(dice, unit)}
        if dice.random() < 0.4:
            parameters["SUPPLIERS"] = self._members(dice)
        for name, values in (("TOP", (1, 2, 50)), ("MAX_KM", (0, 100, 1e9)), ("LIFT", (0, 1, 3))):
            if dice.random() < 0.3:
                parameters[name] = dice.choice(values)
        parameters["COEFFICIENT"] = dice.choice(["supply", "equal"])
        return parameters

    def _made(self, dice, parameters, *optional):
        parameters["OUTPUT"] = self._output(dice)
        parameters.update({name: self._output(dice) for name in optional if dice.random() < 0.6})
        return {"parameters": parameters}

    def _links(self, dice):
        parameters = self._needs(dice, "UNIT")
        parameters.update(DECAY=dice.choice([0, 1, 2, 300]), LOCAL_KM=dice.choice([0, 1, 40, 40]))
        return self._made(dice, parameters, "FLOWS", "NODES", "BLOCKS")

    def _gaps(self, dice):
        parameters = self._needs(dice, "REGION_BY")
        parameters.update(
            DIRECTION=dice.choice(["upstream", "downstream", "both"]), MIN_N=dice.choice([0, 1, 3])
        )
        if dice.random() < 0.3:
            parameters["TARGET"] = dice.choice(["集成电路", "MAT", "无此行业", "IT.DISPLAY"])
        return self._made(dice, parameters, "CANDIDATES", "REGIONS_OUT")

    def _coupling(self, dice):
        parameters = {
            "INPUT": self._members(dice),
            "ONLINE": self._members(dice),
            **self._regional(dice, "REGION_BY"),
        }
        parameters.update(
            INDUSTRY_BY=dice.choice(["none", "root", "node"]),
            NORMALISE=dice.choice(["max", "max", "minmax", "given"]),
            ALPHA=dice.choice([0, 0.3, 0.5, 1, 2]),
            MODEL=dice.choice(["traditional", "modified"]),
        )
        if dice.random() < 0.1:
            parameters["MAX_ON"] = dice.choice([0, 1, 1e9])
        return self._made(dice, parameters, "INDUSTRIES")

    def _clusters(self, dice):
        weights = _with(dice, _WEIGHTS, _ODD_WEIGHTS)
        fields = [
            *((name, "string", _with(dice, _IDS, _ODD_IDS)) for name in ("f", "t")),
            ("w", "double" if weights is _WEIGHTS else "string", weights),
            ("km", "string", _with(dice, _KM, (-3, "far"))),
        ]
        parameters = {"LINKS": self._layer(dice, fields, least=2), "FROM": "f", "TO": "t", "WEIGHT": "w"}
        if dice.random() < 0.5:
            parameters["DISTANCE"] = "km"
        if dice.random() < 0.9:
            # The same id twice is refused.
            ids = dice.sample(_with(dice, _IDS, _ODD_IDS), 4)
            blocks = [("citycd", "string", _CITIES + _ODD_CITIES), ("industry", "string", _NAMES)]
            described = self._layer(dice, blocks, least=4)
            described["layer"]["fields"].append(["id", "string"])
            rows = described["layer"]["rows"][:4]
            described["layer"]["rows"] = [[*row, block] for row, block in zip(rows, ids)]
            parameters["BLOCKS"] = described
        if dice.random() < 0.3:
            parameters.update(ROWS=self._members(dice), ROWS_OUT=self._output(dice))
        parameters["METHOD"] = dice.choice(["dominant", "communities"])
        for name, values in (
            ("MAX_F", (None, 0, 1, 1.5, 3, 9)),
            ("RESOLUTION", (0, 1, 5)),
            ("MIN_BLOCKS", (1, 3)),
        ):
            if dice.random() < 0.4:
                parameters[name] = dice.choice(values)
        return self._made(dice, parameters, "SPOKES", "TABLE")

    def _networks(self, dice):
        fields = [
            ("member", "string", _with(dice, _IDS, _ODD_IDS)),
            ("grp", "string", ("G1", "G2、G3", "G1|G1", "", None)),
            ("mode", "string", ("platform", "park", "", None)),
            ("role", "string", ("core", "核心", "x", None)),
            ("since", "string", _with(dice, _YEARS, ("later",))),
            ("cb_citycd", "string", _with(dice, _CITIES, _ODD_CITIES)),
            ("cb_nodes", "string", _with(dice, _NODES, _ODD_NODES)),
        ]
        parameters = {"INPUT": self._layer(dice, fields, least=2), "MEMBER": "member", "GROUP": "grp"}
        for name, value in (("MODE", "mode"), ("ROLE", "role"), ("SINCE", "since"), ("AS_OF", 2016)):
            if dice.random() < 0.5:
                parameters[name] = value
        if dice.random() < 0.3:
            parameters.update(MEMBERS_LAYER=self._members(dice), MEMBER_ID="cb_city")
        parameters.update(self._regional(dice, "UNIT"))
        names = ("SPOKES", "FLOWS", "MEMBERS", "GROUP_LINKS", "INDUSTRIES", "MODES")
        return self._made(dice, parameters, *names)
