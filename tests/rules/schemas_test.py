# SPDX-License-Identifier: Apache-2.0
"""The JSON Schemas in rules/schemas against every rule file, every case and what the program prints.

Usage: schemas_test.py [PROGRAM]. Without a program only the files are checked. Ends with 77 (skipped) where the
module jsonschema is missing.
"""
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

try:
    import jsonschema
except ImportError:
    print("the Python module jsonschema is missing (Debian: python3-jsonschema); skipped")
    sys.exit(77)

PROJECT = pathlib.Path(__file__).resolve().parents[2]
RULES = PROJECT / "rules"
SAMPLE = PROJECT / "tests" / "cli" / "rules_to_reconcile"  # with rows, conflicts and open differences
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SLIEKSNIS_CLI_PATH")


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def validator(name):
    schema = read(RULES / "schemas" / f"{name}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


NAMES = ("rule", "facts", "answer", "thresholds", "reconcile", "coverage", "receipt", "timeline", "batch", "reform", "diff",
         "sweep", "population-sweep", "compare-case", "study")
SCHEMAS = {name: validator(name) for name in NAMES}


def problems(name, document):
    return [f"/{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in SCHEMAS[name].iter_errors(document)]


class SchemaTest(unittest.TestCase):
    def assert_fits(self, name, document, what):
        self.assertEqual(problems(name, document), [], what)

    def assert_breaks(self, name, document, change):
        broken = copy.deepcopy(document)
        change(broken)
        self.assertNotEqual(broken, document)
        self.assertNotEqual(problems(name, broken), [], broken)


class Files(SchemaTest):
    def test_rule_files(self):
        files = sorted([*RULES.glob("*/rule.json"), *SAMPLE.glob("*/rule.json")])
        self.assertGreaterEqual(len(files), 10)
        for file in files:
            self.assert_fits("rule", read(file), file)

    def test_facts_of_cases_and_published_figures(self):
        count = 0
        for file in sorted(RULES.glob("*/cases.json")):
            for case in read(file)["cases"]:
                facts = {"on": case["on"], **case.get("facts", {})}
                if "given" in case:
                    facts["given"] = case["given"]
                self.assert_fits("facts", facts, case["name"])
                count += 1
        for file in sorted(RULES.glob("*/rule.json")):
            for figure in read(file).get("published", []):
                self.assert_fits("facts", figure.get("facts", {}), figure)
        self.assertGreater(count, 1000)

    def test_broken_rule_files(self):
        gmi = read(RULES / "gmi" / "rule.json")
        share = lambda rule: rule["parameters"]["gmi_share"]
        level = lambda rule: rule["variables"]["gmi_first"]
        benefit = lambda rule: rule["benefits"]["gmi_benefit"]
        for change in (
            lambda rule: rule.pop("reviewed"),
            lambda rule: rule.update(extra=1),
            lambda rule: share(rule)["versions"][0].update(value=0.2),
            lambda rule: share(rule)["versions"][0].update(confidence="low"),
            lambda rule: share(rule)["title"].pop("en"),
            lambda rule: share(rule).pop("unit"),
            lambda rule: level(rule)["versions"][0].update(formula="1"),
            lambda rule: level(rule)["versions"][0].pop("value"),
            lambda rule: level(rule)["versions"][0].update({"from": "1.1.2020"}),
            lambda rule: benefit(rule)["versions"][0].pop("round"),
            lambda rule: benefit(rule).update(paid="weekly"),
            lambda rule: benefit(rule).update(not_in_total="yes"),
            lambda rule: rule["published"][0].pop("source"),
            lambda rule: rule["variables"].update({"Bad name": level(rule)}),
        ):
            self.assert_breaks("rule", gmi, change)
        for paid in ("month", "quarter", "half_year", "once", "service"):
            gmi["benefits"]["gmi_benefit"].update(paid=paid, not_in_total=True)
            self.assert_fits("rule", gmi, paid)

    def test_broken_reports(self):
        fee = read(SAMPLE / "fee" / "rule.json")
        self.assert_breaks("rule", fee, lambda rule: rule["units"]["years"]["one"].pop("lv"))
        for change in (
            lambda rule: rule["published"][0].update(open=True),
            lambda rule: rule["rows"][0].update(rules=[]),
            lambda rule: rule["rows"][0].update(row="5"),
            lambda rule: rule["conflicts"][0].pop("reason"),
            lambda rule: rule["conflicts"][0].update(open="yes"),
            lambda rule: rule["conflicts"][0].update(about="basic_level"),
        ):
            self.assert_breaks("rule", read(SAMPLE / "allowance" / "rule.json"), change)

    def test_broken_facts(self):
        facts = {"on": "2026-02-01", "household": {"income": "500.00"}, "persons": [{"kind": "pensioner", "age": 70}]}
        self.assert_fits("facts", facts, "facts")
        for change in (
            lambda one: one.update(person=[]),
            lambda one: one.update(on="2026"),
            lambda one: one["household"].update(income=None),
            lambda one: one["household"].update(income=["1", "2"]),
            lambda one: one["household"].update({"two words": "1"}),
            lambda one: one["persons"].append("pensioner"),
            lambda one: one["persons"][0].update(kind=3),
        ):
            self.assert_breaks("facts", facts, change)


PENSIONER = ["--pensioner", "1", "--income", "500", "--housing-costs", "300"]
CARE_LEAVER = ["--person", "age=19 care_leaver=true disabled_since_childhood=false studying=true"]
COMMANDS = [
    ["housing-benefit", "--on", "2026-02-01", *PENSIONER],
    ["housing-benefit", "--on", "2022-01-15", *PENSIONER],
    ["housing-benefit", "--on", "2022-11-01", *PENSIONER],
    ["housing-benefit", "--on", "2023-06-15", *PENSIONER],
    ["housing-benefit", "--on", "2021-03-01", *PENSIONER],
    ["housing-benefit", "--on", "2025-06-01", "--pensioner", "1", "--income", "300", "--housing-costs", "90"],
    ["housing-benefit", "gmi-benefit", "--on", "2025-06-01", "--members", "4", "--income", "100/200/300.01", "--housing-costs", "300",
     "--composition", "other"],
    ["gmi-benefit", "--on", "2020-05-01", "--members", "3", "--income", "12.34"],
    ["gmi-benefit", "--on", "2022-05-01", "--members", "4", "--income", "400"],
    ["gmi-benefit", "--on", "2022-05-01", "--members", "4", "--income", "0", "--set", "property_within_limits=no"],
    ["birth-benefit", "--facts", "examples/cases/12-working-parent.json"],
    ["gmi-benefit", "--on", "2023-07-01", "--adult", "2", "--child", "7", "--income", "0"],
    ["gmi-benefit", "--on", "2024-02-29", "--person", "kind=adult wage=400", "--adult", "--child", "7"],
    ["gmi-benefit", "--on", "2025-03-01", "--members", "1", "--income", "166"],
    ["gmi-benefit", "--on", "2025-03-01", "--members", "1"],
    ["gmi-benefit", "--on", "2025-03-01"],
    ["gmi-benefit", "--on", "2025-03-01", "--members", "1", "--income", "100", "--set", "gmi_first=200"],
    ["gmi-benefit", "--on", "2025-03-01", "--members", "1", "--income", "100", "--set", "income_median=800", "--set", "gmi_share=1"],
    ["poor-household", "low-income-household", "--on", "2025-03-01", "--members", "2", "--income", "700"],
    ["low-income-household", "--on", "2026-03-01", "--members", "1", "--income", "595.01", "--municipality", "ogre"],
    ["low-income-household", "--on", "2024-02-19", "--members", "3", "--income", "900", "--municipality", "riga"],
    ["care-leaver-start-benefit", "care-leaver-study-benefit", "--on", "2025-03-01", *CARE_LEAVER],
    ["care-leaver-household-goods-benefit", "--on", "2025-03-01", *CARE_LEAVER],  # depends on the interval of the median
    ["care-leaver-household-goods-benefit", "--on", "2026-03-01", *CARE_LEAVER, "--person", "age=17 care_leaver=true", "--adult"],
    ["old-age-pension-right", "--on", "2025-03-01", "--person", "born=1960-02-28 insurance_record_years=19", "--person", "age=64"],
    ["state-housing-grant", "--on", "2026-03-01", "--housing-benefit-expenditure", "1000"],
    ["--on", "2020-06-01", "--pensioner", "2"],
    ["--on", "2026-06-01", "--adult", "2", "--child", "3", "--child", "17", "--income", "1000", "--housing-costs", "250.55"],
]


def run(*words, **environment):
    done = subprocess.run([PROGRAM, *words], capture_output=True, text=True, encoding="utf-8", check=False,
                          env={**os.environ, "LC_ALL": "C.UTF-8", **environment})
    if done.returncode != 0:
        raise AssertionError(f"{words}: ended with {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


@unittest.skipUnless(PROGRAM, "no program given")
class Output(SchemaTest):
    def test_answers(self):
        seen = set()
        for words in COMMANDS:
            for lang in ("lv", "en"):
                answer = run("calc", *words, "--format", "json", "--lang", lang)
                self.assert_fits("answer", answer, words)
            for decision in answer["decisions"]:
                seen.add(decision["outcome"])
                seen.update(key for key in ("person", "amount_between", "changes", "bounds", "holds") if key in decision)
                seen.update(change["kind"] for change in decision.get("changes", []))
                seen.update(key for key in ("overridden", "assumptions", "cautions") if decision[key])
                seen.update(step["origin"] for step in decision["trace"])
                seen.update(key for step in decision["trace"] for key in ("months", "rounding", "row") if key in step)
            seen.update(key for key in ("not_in_force",) if key in answer)
        for part in ("granted", "refused", "undetermined", "person", "amount_between", "overridden", "assumptions", "cautions",
                     "computed", "figure", "stated", "assumed", "months", "rounding", "row", "not_in_force",
                     "changes", "bounds", "holds", "number", "choice", "persons", "later_day", "earlier_day"):
            self.assertIn(part, seen)

    def test_today(self):
        answer = run("calc", "gmi-benefit", "--members", "1", "--income", "0", "--format", "json", "--on", "2026-11-21")
        answer["on_is_today"] = True
        self.assert_fits("answer", answer, "today")

    def test_facts_files(self):
        facts = {"on": "01.03.2025", "household": {"mājokļa_izdevumi": "120,50", "municipality": "riga"},
                 "persons": [{"kind": "adult", "wage": ["300", "310", 320]}, {"kind": "child", "age": 7}],
                 "given": {"gmi_first": "200"}}
        facts["household"]["gmi_level"] = "500"
        self.assert_fits("facts", facts, "facts")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "family.json"
            path.write_text(json.dumps(facts), encoding="utf-8")
            answer = run("calc", "--facts", str(path), "--format", "json")
        self.assert_fits("answer", answer, "from a file")
        origins = {step["origin"] for decision in answer["decisions"] for step in decision["trace"]}
        self.assertIn("given", origins)

    def test_receipts(self):
        for words in COMMANDS[:8] + COMMANDS[-2:]:
            with tempfile.TemporaryDirectory() as folder:
                path = pathlib.Path(folder) / "receipt.json"
                answer = run("calc", *words, "--format", "json", "--receipt", str(path))
                receipt = read(path)
            self.assert_fits("receipt", receipt, words)
            self.assert_fits("facts", receipt["facts"], words)
            self.assert_fits("answer", receipt["answer"], words)
            self.assertEqual(receipt["answer"], answer)
        for change in (
            lambda one: one.pop("rules"),
            lambda one: one.update(receipt=2),
            lambda one: one.update(program="other 1"),
            lambda one: one.update(wanted=["Bad name"]),
            lambda one: one["facts"].pop("on"),
            lambda one: one.update(extra=1),
        ):
            self.assert_breaks("receipt", receipt, change)

    def test_thresholds(self):
        for on in ("2020-01-01", "2021-07-01", "2023-06-30", "2023-07-01", "2025-12-31", "2026-12-31"):
            for lang in ("lv", "en"):
                self.assert_fits("thresholds", run("thresholds", "--on", on, "--format", "json", "--lang", lang), on)

    def test_reconciliation(self):
        for rules in ([], ["--rules", str(SAMPLE)]):
            for lang in ("lv", "en"):
                report = run("reconcile", *rules, "--format", "json", "--lang", lang)
                self.assert_fits("reconcile", report, rules)
                counted = lambda key, what: sum(one[key] == what for one in report["figures"])
                summary = report["summary"]
                self.assertEqual(summary["figures"], len(report["figures"]))
                self.assertEqual(summary["conflicts"], len(report["conflicts"]))
                for verdict in ("equal", "explained", "open", "unexplained"):
                    self.assertEqual(summary[verdict], counted("verdict", verdict))
        self.assertGreater(summary["open"], 0)
        for figure in report["figures"]:
            self.assert_fits("facts", figure.get("facts", {}), figure)
        for change in (
            lambda one: one.pop("summary"),
            lambda one: one["figures"][0].update(verdict="fine"),
            lambda one: one["figures"][0].update(verdict="open"),
            lambda one: one["figures"][0].update(published=20),
            lambda one: one["intervals"][0].update(implied={"low": "1"}),
            lambda one: one["conflicts"][0].pop("decided"),
            lambda one: one["conflicts"][0]["sources"][0].pop("act"),
        ):
            self.assert_breaks("reconcile", report, change)

    def test_coverage(self):
        for rules in ([], ["--rules", str(SAMPLE)]):
            for lang in ("lv", "en"):
                table = run("coverage", *rules, "--format", "json", "--lang", lang)
                self.assert_fits("coverage", table, rules)
        self.assertEqual([row["row"] for row in table["rows"]], ["R02", "R10"])
        for change in (
            lambda one: one["rows"][0].update(rules=[]),
            lambda one: one["rows"][0].update(cases="4"),
            lambda one: one["rows"][0].update(confidence="sure"),
            lambda one: one["rows"][0]["periods"][0].pop("to"),
            lambda one: one["rows"][0].pop("reviewed"),
        ):
            self.assert_breaks("coverage", table, change)

    def test_timelines(self):
        family = str(PROJECT / "examples" / "cases" / "05-ukrainian-mother-baby.json")
        pensioner = str(PROJECT / "examples" / "cases" / "11-pensioner-record-to-1995.json")
        seen = set()
        for words in (["housing-benefit", "--from", "2023-01", "--to", "2026-12", *PENSIONER],
                      ["gmi-benefit", "poor-household", "--from", "2020", "--to", "2026", "--members", "2"],
                      [family, "--from", "2022", "--to", "2026"],
                      ["energy-support", pensioner, "--from", "2022-10-15", "--to", "2023-06"]):
            for lang in ("lv", "en"):
                line = run("timeline", *words, "--format", "json", "--lang", lang)
                self.assert_fits("timeline", line, words)
            for course in line["courses"]:
                ends = [course["spans"][0]["from"], *(span["to"] for span in course["spans"])]
                self.assertEqual(ends[0], line["from"])
                self.assertEqual(ends[-1], line["to"])
                self.assertEqual(ends[:-1], [span["from"] for span in course["spans"]])
                seen.update(span["outcome"] for span in course["spans"])
                seen.update(cause["kind"] for span in course["spans"] for cause in span["causes"])
            seen.update(total["complete"] for total in line["totals"])
        self.assertEqual(seen, {"granted", "refused", "undetermined", "not_in_force", "no_information", "figure", "rule",
                                "time", "begins", "ends", True, False})
        line = run("timeline", "housing-benefit", "--from", "2023", "--to", "2024", *PENSIONER, "--format", "json")
        span = lambda one: one["courses"][0]["spans"][1]
        for change in (
            lambda one: one.pop("to"),
            lambda one: one["courses"][0].update(spans=[]),
            lambda one: span(one).update(amount=1),
            lambda one: span(one).update(outcome="refused"),
            lambda one: span(one).update(needs=["income"]),
            lambda one: span(one)["causes"][0].update(kind="chance"),
            lambda one: span(one)["causes"][0].pop("sources"),
            lambda one: one["totals"][0].pop("complete"),
        ):
            self.assert_breaks("timeline", line, change)

    def test_summaries_of_many_rows(self):
        examples = PROJECT / "examples" / "batch"
        bad = "day;members;income;incom\n01.02.2026;1;10,00;\n01.03.2026;x;-1;\n"
        with tempfile.TemporaryDirectory() as folder:
            summary = pathlib.Path(folder) / "summary.json"
            rows = pathlib.Path(folder) / "rows.csv"
            rows.write_text(bad, encoding="utf-8")
            seen = set()
            for words in ([str(examples / "households.csv"), "--on", "2023-07-01"],
                          [str(examples / "majsaimniecibas.csv"), "--on", "2026-02-01"],
                          [str(examples / "personas.csv"), "--on", "2023-07-01", "--household", "majsaimnieciba"],
                          [str(rows), "--on", "column:day", "--on-error", "mark"]):
                for lang in ("lv", "en"):
                    done = subprocess.run([PROGRAM, "batch", *words, "--want", "gmi-benefit,poor-household", "--summary",
                                           str(summary), "--lang", lang], capture_output=True, check=False)
                    self.assertEqual(done.returncode, 3 if str(rows) in words else 0, done.stderr)
                    told = read(summary)
                    self.assert_fits("batch", told, words)
                seen.update(column["use"] for column in told["columns"])
                seen.update(key for column in told["columns"] for key in column)
                seen.update(key for key in ("on_column", "persons", "bad_rows", "errors") if told.get(key))
                seen.update(key for key in ("assumptions", "cautions", "first_errors") if told[key])
        self.assertEqual(seen, {"fact", "household", "day", "passed", "header", "use", "near", "on_column", "persons", "bad_rows",
                                "errors", "assumptions", "cautions", "first_errors"})
        for change in (
            lambda one: one.pop("rows"),
            lambda one: one.pop("on_column"),
            lambda one: one.update(on="2026-01-01"),
            lambda one: one["format"].update(separator="|"),
            lambda one: one["columns"][1].pop("fact"),
            lambda one: one["columns"][0].update(use="date"),
            lambda one: one["benefits"][0].update(total=1.5),
            lambda one: one["benefits"][0].update(granted="1"),
            lambda one: one["benefits"][0].pop("reasons"),
            lambda one: one["first_errors"][0].update(code="bad"),
        ):
            self.assert_breaks("batch", told, change)

    def test_studies_of_populations(self):
        examples = PROJECT / "examples" / "batch"
        bad = "day;members;income;weight;place\n01.02.2026;1;10,00;1,5;Ogre\n01.03.2026;x;-1;2;\n"
        persons = [str(examples / "personas.csv"), "--household", "majsaimnieciba"]
        tables = set()
        with tempfile.TemporaryDirectory() as folder:
            rows = pathlib.Path(folder) / "rows.csv"
            rows.write_text(bad, encoding="utf-8")
            for words in (["simulate", str(examples / "households.csv"), "--on", "2023-07-01,2026-02-01"],
                          ["simulate", *persons, "--on", "2023-07-01", "--want", "poor-household"],
                          ["compare", str(examples / "households.csv"), "--on", "2026-02-01", "--set", "gmi_share=0.30@2026-01-01"],
                          ["compare", *persons, "--on", "2025-02-01,2026-02-01", "--by", "age=18,65.5", "--by", "income/3"],
                          ["compare", str(rows), "--on", "column:day", "--on-error", "mark", "--weights", "weight", "--by",
                           "column:place", "--set", "gmi_level=300"],
                          ["compare", "--synthetic", "30", "--on", "2026-02-01", "--set", "gmi_share=0.30@2026-01-01"]):
                for lang in ("lv", "en"):
                    done = subprocess.run([PROGRAM, *words, "--format", "json", "--lang", lang], capture_output=True, check=False)
                    self.assertEqual(done.returncode, 3 if str(rows) in words else 0, done.stderr)
                    told = json.loads(done.stdout)
                    self.assert_fits("study", told, words)
                    self.assertEqual(told["made_up"], "--synthetic" in words)
                    tables.update(one["by"] for one in told["tables"])
        self.assertLessEqual({"composition", "municipality", "members", "age", "income", "place"}, tables)
        figures = lambda one: one["all"]["figures"][-1]
        for change in (
            lambda one: one.pop("made_up"),
            lambda one: one["scenarios"][0].pop("changes"),
            lambda one: one["scenarios"][1]["changed_versions"][0].update(read="yes"),
            lambda one: one["measures"][0].update(threshold="poor_level"),
            lambda one: one["measures"][-1].pop("threshold"),
            lambda one: one["tables"][0]["groups"][0].pop("households"),
            lambda one: figures(one).update(amount=1.5),
            lambda one: figures(one).update(mean="1.555"),
            lambda one: figures(one).pop("no_longer"),
            lambda one: figures(one).pop("loss"),
            lambda one: figures(one)["granted"].update(rows=-1),
        ):
            self.assert_breaks("study", told, change)

    def test_broken_answers(self):
        answer = run("calc", *COMMANDS[0], "--format", "json", "--lang", "en")
        decision = lambda one: one["decisions"][0]
        step = lambda one: next(s for s in decision(one)["trace"] if "formula" in s)
        for change in (
            lambda one: one.pop("on"),
            lambda one: one.update(extra=1),
            lambda one: decision(one).update(amount=267.5),
            lambda one: decision(one).update(amount=None),
            lambda one: decision(one).update(outcome="maybe"),
            lambda one: decision(one).update(outcome="undetermined"),
            lambda one: decision(one).pop("needs"),
            lambda one: step(one).pop("with_numbers"),
            lambda one: step(one).update(origin="guessed"),
            lambda one: step(one).pop("to"),
            lambda one: step(one)["sources"][0].pop("address"),
        ):
            self.assert_breaks("answer", answer, change)
        refused = run("calc", "gmi-benefit", "--on", "2022-05-01", "--members", "4", "--income", "400", "--format", "json")
        kinds = [change["kind"] for change in refused["decisions"][0]["changes"]]
        self.assertEqual(kinds, ["number", "persons", "later_day"])
        for change in (
            lambda one: decision(one)["changes"].clear(),
            lambda one: decision(one)["changes"][0].pop("at_most"),
            lambda one: decision(one)["changes"][0].update(at_least="1"),
            lambda one: decision(one)["changes"][0].pop("unit"),
            lambda one: decision(one)["changes"][1].pop("more"),
            lambda one: decision(one)["changes"][1].update(kinds=["adult"]),
            lambda one: decision(one)["changes"][2].pop("on"),
            lambda one: decision(one)["changes"][2].update(kind="luck"),
            lambda one: decision(one).update(holds={"from": "2022-01-01", "to": "2023-01-01"}),
            lambda one: decision(one).update(bounds={"least": "0", "greatest": None}),
        ):
            self.assert_breaks("answer", refused, change)
        thresholds = run("thresholds", "--on", "2025-01-01", "--format", "json")
        for change in (
            lambda one: one["thresholds"].clear(),
            lambda one: one["thresholds"][0].update(value=1),
            lambda one: one["thresholds"][0].update(confidence="sure"),
            lambda one: one["thresholds"][0].pop("sources"),
        ):
            self.assert_breaks("thresholds", thresholds, change)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
