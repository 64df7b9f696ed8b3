# SPDX-License-Identifier: Apache-2.0
"""The JSON Schemas of reforms and of what the program prints about them. Usage as of schemas_test.py."""
import sys
import unittest

from schemas_test import PENSIONER, PROGRAM, PROJECT, SAMPLE, SchemaTest, problems, read, run

REFORMS = PROJECT / "examples" / "policy" / "reforms"
TRIALS = PROJECT / "tests" / "cli" / "reforms"


class Files(SchemaTest):
    def test_reforms(self):
        files = sorted(REFORMS.glob("*.json"))
        self.assertGreaterEqual(len(files), 3)
        for file in [*files, TRIALS / "child-bonus.json", TRIALS / "share-of-a-quarter.json"]:
            self.assert_fits("reform", read(file), file)
        share = lambda reform: reform["parameters"]["gmi_share"]["versions"][0]
        for change in (
            lambda reform: reform.pop("reform"),
            lambda reform: reform.pop("title"),
            lambda reform: reform.update(covers={}),
            lambda reform: reform["parameters"]["gmi_share"].update(unit="1"),
            lambda reform: reform["parameters"]["gmi_share"].update(versions=[]),
            lambda reform: share(reform).update(value=0.3),
            lambda reform: share(reform).pop("from"),
            lambda reform: share(reform).update(formula="1"),
        ):
            self.assert_breaks("reform", read(REFORMS / "raise-gmi-share.json"), change)
        for change in (
            lambda reform: reform["benefits"]["child_bonus"].pop("paid"),
            lambda reform: [reform["benefits"]["child_bonus"]["versions"][0].pop(key) for key in ("entitled_if", "amount")],
        ):
            self.assert_breaks("reform", read(TRIALS / "child-bonus.json"), change)
        for wrong in ("raise-gmi-share", "half-of-income"):
            self.assertNotEqual(problems("rule", read(REFORMS / f"{wrong}.json")), [], "a reform is no rule file")


@unittest.skipUnless(PROGRAM, "no program given")
class Output(SchemaTest):
    def test_answers_with_reforms(self):
        seen = set()
        for words in (["gmi-benefit", "--on", "2026-02-01", "--members", "2", "--income", "100",
                       "--reform", str(REFORMS / "raise-gmi-share.json"), "--reform", str(REFORMS / "half-of-income.json")],
                      ["housing-benefit", "--on", "2026-02-01", *PENSIONER,
                       "--reform", str(REFORMS / "housing-coefficients-of-2025.json"), "--set", "gmi_share=0.3@2026-07-01"],
                      ["child-bonus", "--on", "2026-02-01", "--adult", "--child", "7", "--reform", str(TRIALS / "child-bonus.json")]):
            for lang in ("lv", "en"):
                answer = run("calc", *words, "--format", "json", "--lang", lang)
                self.assert_fits("answer", answer, words)
            for change in (change for reform in answer["reforms"] for change in reform["changes"]):
                seen.update([change["read"], change["before"] is None, *change["after"]])
        self.assertEqual(seen, {True, False, "value", "table", "entitled_if", "amount"})
        for change in (
            lambda one: one.update(reforms=[]),
            lambda one: one["reforms"][0].pop("notice"),
            lambda one: one["reforms"][0]["changes"][0].update(read="yes"),
            lambda one: one["reforms"][0]["changes"][0].update(after={}),
        ):
            self.assert_breaks("answer", answer, change)
        share = ["--set", "gmi_share=0.3@2026-01-01"]
        self.assert_fits("thresholds", run("thresholds", "--on", "2026-02-01", *share, "--format", "json"), share)
        self.assert_fits("timeline", run("timeline", "gmi-benefit", "--from", "2026-02", "--members", "1", "--income", "100",
                                         *share, "--format", "json"), share)

    def test_law_that_goes_on(self):
        on = ["--law-goes-on-until", "2027-12-31"]
        answer = run("calc", "gmi-benefit", "--on", "2027-03-01", "--members", "1", "--income", "100", *on, "--format", "json")
        self.assert_fits("answer", answer, on)
        self.assertEqual((answer["law_goes_on"]["from"], answer["law_goes_on"]["to"]), ("2027-01-01", "2028-01-01"))
        self.assert_breaks("answer", answer, lambda one: one["law_goes_on"].pop("notice"))
        self.assert_fits("thresholds", run("thresholds", "--on", "2027-03-01", *on, "--format", "json"), on)
        self.assert_fits("timeline", run("timeline", "gmi-benefit", "--from", "2027-03", "--members", "1", "--income", "100",
                                         *on, "--format", "json"), on)

    def test_differences(self):
        for words in (["law", str(REFORMS / "raise-gmi-share.json")],
                      [str(REFORMS / "housing-coefficients-of-2025.json"), "law"],
                      [str(TRIALS / "child-bonus.json"), str(REFORMS / "half-of-income.json")],
                      [str(TRIALS / "topic-before.json"), str(TRIALS / "topic-after.json")],
                      ["law", str(SAMPLE)], ["likums", "law"]):
            for lang in ("lv", "en"):
                found = run("diff", *words, "--format", "json", "--lang", lang)
                self.assert_fits("diff", found, words)
        self.assertEqual(found["differences"], [])
        found = run("diff", "law", str(REFORMS / "raise-gmi-share.json"), "--format", "json")
        day = lambda one: one["differences"][0]["days"][0]
        for change in (
            lambda one: one.pop("before"),
            lambda one: one["differences"][0].update(change="other"),
            lambda one: day(one).pop("only_sources"),
            lambda one: day(one)["after"].update(value=0.3),
            lambda one: day(one)["after"].pop("sources"),
        ):
            self.assert_breaks("diff", found, change)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
