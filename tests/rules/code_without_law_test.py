# SPDX-License-Identifier: Apache-2.0
"""No figure of the law stands in the code, and no rule has a figure without period, unit and source."""
import json
import pathlib
import re
import unittest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
TOPICS = [json.loads(file.read_text(encoding="utf-8")) for file in sorted((PROJECT / "rules").glob("*/rule.json"))]
KINDS = ("parameters", "variables", "statuses", "benefits")
# Widths of lines, limits of sizes and the like that some figure of the law happens to equal.
OF_THE_PROGRAM = {"100", "110", "120", "150"}


def versions():
    for topic in TOPICS:
        for kind in KINDS:
            for name, one in topic.get(kind, {}).items():
                for version in one["versions"]:
                    yield name, one, version


def figures():
    """The numbers that rules write down, of three digits or with a decimal point."""
    for _, _, version in versions():
        for value in [version.get("value", "")] + [row["value"] for row in version.get("table", {}).get("rows", [])]:
            if re.fullmatch(r"\d{3,}|\d+\.\d+", value):
                yield value


class CodeWithoutLaw(unittest.TestCase):
    def test_no_figure_of_the_law_stands_in_the_code(self):
        law = set(figures()) - OF_THE_PROGRAM
        self.assertGreater(len(law), 200)
        for folder in ("include", "cli", "src"):
            for file in sorted((PROJECT / folder).rglob("*.?pp")):
                code = "\n".join(line.split("//")[0] for line in file.read_text(encoding="utf-8").splitlines())
                code = re.sub(r'"(?:\\.|[^"\\])*"', '""', code)  # examples in texts are no computation
                for number in re.findall(r"(?<![\w.])\d+(?:'\d+)*(?:\.\d+)?", code):
                    with self.subTest(file=file.name, number=number):
                        self.assertNotIn(number.replace("'", ""), law)

    def test_every_version_has_its_first_day_and_a_source(self):
        for name, _, version in versions():
            with self.subTest(name=name):
                self.assertRegex(version["from"], r"^\d{4}-\d{2}-\d{2}$")
                self.assertTrue(version["source"])

    def test_every_number_has_a_unit(self):
        for topic in TOPICS:
            for kind in ("parameters", "variables", "benefits"):
                for name, one in topic.get(kind, {}).items():
                    if one.get("type", "number") == "number":
                        with self.subTest(name=name):
                            self.assertTrue(one.get("unit"))


if __name__ == "__main__":
    unittest.main(argv=[__file__])
