# SPDX-License-Identifier: Apache-2.0
"""Every figure that the ministry's report and its strategy evaluation print for a row is held and shown by the rules.

report_figures.json beside this file lists what is printed. An entry of the list is

    { "row": "R05", "figure": "125", "on": "2023-07-01", "of": "gmi_first", "what": "GMI, first person" }

with "as" when the rules write the figure differently (20 % as 0.20, 64 years and 6 months as P64Y6M), and "with" when it
holds for some facts only ({ "child": "true" }). It is placed when one of these has the value for the definition "of", on a
day of the same version as "on":
  - a `published` entry of any topic (one with a `conflict` too: then the printed figure is held and its error told);
  - the expectation of a case (its amount or value, or its outcome where there is no amount);
  - a version itself, a row of its decision table included, if a case or a published figure concerns the definition
    or something computed from it; not where the entry has "with".
"""
import collections
import decimal
import json
import pathlib
import re
import unittest

KINDS = ("facts", "parameters", "variables", "statuses", "benefits")
NAME = re.compile(r"[a-z][a-z0-9_]*")


def same(a, b):
    """Whether two figures are equal: as numbers where both are numbers, as text otherwise."""
    try:
        return decimal.Decimal(a) == decimal.Decimal(b)
    except decimal.InvalidOperation:
        return a == b


def texts(value):
    """Every text inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def stated(facts):
    """The single facts (name, value) in the facts of a case or of a published figure, whoever they are about."""
    if isinstance(facts, list):
        for one in facts:
            yield from stated(one)
    elif isinstance(facts, dict):
        for name, value in facts.items():
            if isinstance(value, (dict, list)):
                yield from stated(value)
            else:
                yield name, str(value).lower() if isinstance(value, bool) else str(value)


def plain_values(version):
    """The figures that a version writes down: its value, or the values of its table."""
    if "value" in version:
        yield version["value"]
    for row in version.get("table", {}).get("rows", []):
        yield row["value"]


class Rules:
    """What the rules of a folder hold and what proves it."""

    def __init__(self, folder):
        self.definitions = {}
        self.shown = collections.defaultdict(list)  # name: (day, figure, facts) of published figures and cases
        for file in sorted(folder.glob("*/rule.json")):
            topic = json.loads(file.read_text(encoding="utf-8"))
            for kind in KINDS:
                self.definitions.update(topic.get(kind, {}))
            for figure in topic.get("published", []):
                facts = list(stated([figure.get("facts", {}), figure.get("given", {})]))
                self.shown[figure["of"]].append((figure["on"], figure["value"], facts))
        for file in sorted(folder.glob("*/cases.json")):
            for case in json.loads(file.read_text(encoding="utf-8"))["cases"]:
                facts = list(stated([case.get("facts", {}), case.get("given", {})]))
                for name, wanted in case["expect"].items():
                    figure = wanted.get("amount", wanted.get("outcome")) if isinstance(wanted, dict) else wanted
                    self.shown[name].append((case["on"], figure, facts))
        self.used_by = collections.defaultdict(set)  # name: the definitions whose versions mention it
        for name, one in self.definitions.items():
            for version in one.get("versions", []):
                rules = [version.get(key) for key in ("formula", "formulas", "table", "entitled_if", "amount")]
                for text in texts([rule for rule in rules if rule]):
                    for used in NAME.findall(text):
                        if used != name:
                            self.used_by[used].add(name)

    def version(self, name, day):
        """The number of the version in force on a day; None where there is none."""
        found = None
        for number, version in enumerate(self.definitions[name].get("versions", [])):
            if version["from"] <= day:
                found = number if day < version.get("to", "9999") else None
        return found

    def comparable(self, name, day, other):
        """Whether two days see the same version. A version chosen by another date is not known from the day."""
        one = self.definitions[name]
        return "by" in one or not one.get("versions") or self.version(name, day) == self.version(name, other)

    def concerned(self, name):
        """Whether a case or a published figure shows the definition or something computed from it."""
        seen, waiting = {name}, [name]
        while waiting:
            one = waiting.pop()
            if self.shown.get(one):
                return True
            new = self.used_by[one] - seen
            seen |= new
            waiting += new
        return False

    def why_not_placed(self, entry):
        """None when the entry is placed, otherwise the reason."""
        name, day, figure = entry["of"], entry["on"], entry.get("as", entry["figure"])
        if not name:
            return "no definition is named for it"
        if name not in self.definitions:
            return f"the rules have no definition {name}"
        wanted = entry.get("with", {}).items()
        for other, shown, facts in self.shown.get(name, []):
            if not same(str(shown), figure) or not self.comparable(name, day, other):
                continue
            if all(any(key == known and same(value, text) for known, text in facts) for key, value in wanted):
                return None
        if wanted:
            return f"no published figure or case of {name} has {figure} with {dict(wanted)}"
        one = self.definitions[name]
        versions = one.get("versions", [])
        if "by" not in one:
            number = self.version(name, day)
            if number is None and versions:
                return f"{name} is not in force on {day}"
            versions = versions[number : number + 1] if versions else []
        if any(same(value, figure) for version in versions for value in plain_values(version)):
            return None if self.concerned(name) else f"{name} has it, but no case and no published figure concerns it"
        return f"no published figure, case or version of {name} has {figure}"


HERE = pathlib.Path(__file__).resolve().parent
FIGURES = json.loads((HERE / "report_figures.json").read_text(encoding="utf-8"))["figures"]
RULES = Rules(HERE.parents[1] / "rules")


class Figures(unittest.TestCase):
    def test_every_printed_figure_is_placed(self):
        for entry in FIGURES:
            with self.subTest(row=entry["row"], figure=entry["figure"], what=entry["what"]):
                self.assertIsNone(RULES.why_not_placed(entry))

    def test_another_figure_would_be_missed(self):
        for entry in FIGURES:
            changed = dict(entry)
            changed["as"] = entry.get("as", entry["figure"]) + "7"
            with self.subTest(row=entry["row"], figure=changed["as"]):
                self.assertIsNotNone(RULES.why_not_placed(changed))

    def test_a_missing_definition_is_told(self):
        changed = dict(FIGURES[0], of="no_such_name")
        self.assertIn("no definition", RULES.why_not_placed(changed))


if __name__ == "__main__":
    unittest.main(argv=[__file__])
