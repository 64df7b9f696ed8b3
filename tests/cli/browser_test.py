# SPDX-License-Identifier: Apache-2.0
"""HTML sheets printed to paper by a real browser.

Usage: browser_test.py PROGRAM. Ends with 77 (skipped) where Chromium or poppler's pdftotext and pdfinfo are missing.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = sys.argv.pop(1)
CHROMIUM = shutil.which("chromium")
if not CHROMIUM or not shutil.which("pdftotext") or not shutil.which("pdfinfo"):
    print("chromium or poppler-utils is missing; skipped")
    sys.exit(77)


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}).stdout


def printed(*words):
    """The pages as texts, and what pdfinfo says."""
    with tempfile.TemporaryDirectory() as folder:
        page, pdf = f"{folder}/sheet.html", f"{folder}/sheet.pdf"
        run(PROGRAM, "calc", *words, "--format", "html", "--output", page)
        run(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page)
        text = run("pdftotext", "-layout", pdf, "-")
        return text.split("\f")[:-1], run("pdfinfo", pdf)


class Paper(unittest.TestCase):
    def check(self, words, most_pages, parts):
        pages, about = printed(*words)
        self.assertRegex(about, r"Page size: +59[45][.0-9]* x 84[12][.0-9]* pts \(A4\)")
        self.assertLessEqual(len(pages), most_pages)
        for number, page in enumerate(pages, 1):
            self.assertRegex(page.rstrip().splitlines()[-1], rf"{number} ?/ ?{len(pages)}$")
            self.assertGreater(len(page.split()), 20, f"page {number} is nearly empty")
            last = [line for line in page.splitlines() if line.strip()][-2].strip()
            self.assertNotRegex(last, r"^(Aprēķins|Avoti|Pieņēmumi|Ņemt vērā|Calculation|Sources|Assumptions|Take care)$",
                                "a heading stays with what follows")
        text = re.sub(r"\s+", " ", " ".join(pages))
        for part in parts:
            self.assertIn(part, text)
        return pages

    def test_pensioner(self):
        pages = self.check(
            ["majokla-pabalsts", "--on", "01.02.2026", "--pensionars", "1", "--ienakumi", "500", "--majokla-izdevumi", "300", "--lang", "lv"],
            4, ["Mājokļa pabalsts: pienākas 267,50 EUR mēnesī", "https://likumi.lv/ta/id/319717", "Sagatavoja", "Norādītie fakti"])
        heads = sum("Lielums" in page and "Kā iegūts" in page for page in pages)
        self.assertGreaterEqual(heads, 2, "the head of a table is repeated on the next page")

    def test_refusal(self):
        self.check(["gmi-benefit", "--on", "2022-05-01", "--members", "4", "--income", "400", "--lang", "en"], 3,
                   ["GMI benefit: refused", "63.00", "What would change it", "Prepared by"])

    def test_family(self):
        family = PROJECT / "examples" / "cases" / "01-disabled-child-grandmother-student.json"
        self.check(["--facts", str(family), "--lang", "lv"], 9, ["Pienākas", "Kopā", "vecmāmiņa"])


if __name__ == "__main__":
    unittest.main()
