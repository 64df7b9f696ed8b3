# SPDX-License-Identifier: Apache-2.0
"""The JSON Schemas of sweeps and of comparisons of one case against what the program prints.

Usage: sweep_schemas_test.py [PROGRAM]. Ends with 77 (skipped) where the module jsonschema is missing.
"""
import sys
import unittest

sys.dont_write_bytecode = True  # nothing is left beside the sources
import schemas_test  # noqa: E402


@unittest.skipUnless(schemas_test.PROGRAM, "no program given")
class Output(schemas_test.SchemaTest):
    def test_sweeps(self):
        one = ["gmi-benefit", "--on", "2026-02-01", "--format", "json"]
        for words in (
            [*one, "--members", "1", "--vary", "income=0..400/100"],
            [*one, "--members", "1", "--vary", "income=0..400/3", "--vary", "gmi_share=0.2..0.3/0.05@2026-01-01"],
            [*one, "--vary", "income=0..400/100"],
            [*one, "--adult", "--adult", "--vary", "persons[2].wage=0..400/100"],
            [*one, "--income", "10", "--members", "1", "--vary", "housing_costs=0..10/10"],
            ["--on", "2026-02-01", "--pensioner", "1", "--vary", "income=0..400/200", "--format", "json"],
        ):
            for lang in ("lv", "en"):
                answer = schemas_test.run("sweep", *words, "--lang", lang)
                self.assert_fits("sweep", answer, words)
            for setting in answer["settings"]:
                self.assertEqual(len(setting["at"]), len(answer["varied"]))
                self.assertEqual(len(setting["decisions"]), len(answer["columns"]))
        for change in (
            lambda one: one["settings"][0].pop("totals"),
            lambda one: one["settings"][0]["at"].append(1),
            lambda one: one["varied"].clear(),
            lambda one: one.update(extra=1),
        ):
            self.assert_breaks("sweep", answer, change)
        for words in (["examples/batch/households.csv", "--on", "2023-07-01", "--want", "gmi-benefit,poor-household"],
                      ["--synthetic", "50", "--on", "2026-02-01"]):
            answer = schemas_test.run("sweep", *words, "--vary", "gmi_share=0.2..0.4/0.1", "--format", "json")
            self.assert_fits("population-sweep", answer, words)
            for setting in answer["settings"]:
                self.assertEqual(len(setting["measures"]), len(answer["measures"]))
        self.assert_breaks("population-sweep", answer, lambda one: one["settings"][0]["measures"][0].pop("mean"))

    def test_comparisons_of_one_case(self):
        share = ["--set", "gmi_share=0.30@2026-01-01"]
        for words in (
            ["gmi-benefit", "--on", "2026-02-01", "--members", "1", "--income", "100", *share],
            ["gmi-benefit", "--on", "2026-02-01", "--members", "1", *share],
            ["--on", "2026-02-01", "--adult", "2", "--child", "3", "--income", "500", *share],
            ["housing-benefit", "--on", "2026-02-01,2026-05-01", *schemas_test.PENSIONER],
        ):
            for lang in ("lv", "en"):
                answer = schemas_test.run("compare", *words, "--format", "json", "--lang", lang)
                self.assert_fits("compare-case", answer, words)
            for side in ("before", "after"):
                self.assert_fits("answer", answer[side], words)
                for one in answer["differences"]:
                    decision = answer[side]["decisions"][one[side]]
                    self.assertEqual(decision["id"], one["id"])
                    for step in one["steps"]:
                        if step[side] is not None:
                            self.assertEqual(decision["trace"][step[side]]["name"], step["name"])
        self.assert_breaks("compare-case", answer, lambda one: one["differences"][0]["steps"][0].update(changed=["all"]))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
