# SPDX-License-Identifier: Apache-2.0
"""HTML sheets and studies in a real browser: on the screen and printed to paper.

Usage: browser_test.py PROGRAM. Ends with 77 (skipped) where Chromium or poppler's pdftotext and pdfinfo are missing.
"""
import html
import json
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


def browse(folder, *words):
    return run(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", *words)


def printed(*words, command="calc"):
    """The pages as texts, and what pdfinfo says."""
    with tempfile.TemporaryDirectory() as folder:
        page, pdf = f"{folder}/sheet.html", f"{folder}/sheet.pdf"
        run(PROGRAM, command, *words, "--format", "html", "--output", page)
        browse(folder, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page)
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


# Put into a copy of the page; the page itself has no script.
MEASURE = """<script>
const box = one => { const b = one.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom].map(Math.round); };
const wide = document.documentElement.clientWidth;
document.title = JSON.stringify({
  overflow: document.documentElement.scrollWidth - wide,
  charts: [...document.querySelectorAll("svg")].map(svg => ({
    box: box(svg), bars: [...svg.querySelectorAll("rect[stroke]")].map(box),
    outside: [...svg.querySelectorAll("text")].filter(one => {
      const [l, t, r, b] = box(one), [left, top, right, bottom] = box(svg);
      return l < left - 1 || r > right + 1 || t < top - 1 || b > bottom + 1; }).map(one => one.textContent)})),
  cut: [...document.querySelectorAll("td, th")].filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)
});
</script>"""


class Studies(unittest.TestCase):
    def measured(self, window, *words):
        """What a browser makes of the page in a window so wide."""
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "study.html"
            run(PROGRAM, *words, "--format", "html", "--output", str(page))
            text = page.read_text(encoding="utf-8")
            self.assertNotRegex(text, r"<script|<link|@import|src=|url\((?!#)")
            page.write_text(text.replace("</body>", MEASURE + "</body>"), encoding="utf-8")
            dom = browse(folder, f"--window-size={window},2000", "--dump-dom", str(page))
        return json.loads(html.unescape(re.search(r"<title>(\{.*?\})</title>", dom, re.S).group(1)))

    def check(self, lang, window, *words):
        seen = self.measured(window, *words, "--lang", lang)
        self.assertLessEqual(seen["overflow"], 0, "the page is no wider than the window")
        self.assertEqual(seen["cut"], [], "cells show all of their text")
        self.assertGreaterEqual(len(seen["charts"]), 3)
        for chart in seen["charts"]:
            left, top, right, bottom = chart["box"]
            self.assertGreater(right - left, 300)
            self.assertGreater(bottom - top, 60)
            self.assertEqual(chart["outside"], [], "no text leaves its chart")
            self.assertTrue(any(bar[2] > bar[0] and bar[3] > bar[1] for bar in chart["bars"]))
            for bar in chart["bars"]:
                self.assertTrue(left <= bar[0] and bar[2] <= right and top <= bar[1] and bar[3] <= bottom, bar)

    def test_on_the_screen(self):
        reform = ["--synthetic", "300", "--on", "2026-02-01", "--set", "gmi_share=0.18@2026-01-01"]
        self.check("lv", 1200, "compare", *reform)
        self.check("en", 900, "compare", *reform, "--by", "income/10", "--by", "composition")
        self.check("lv", 1000, "simulate", "--synthetic", "300", "--on", "2023-07-01,2025-02-01,2026-02-01")

    def test_on_paper(self):
        pages, about = printed("--synthetic", "300", "--on", "2026-02-01", "--set", "gmi_share=0.18@2026-01-01", "--by",
                               "composition", "--by", "income/10", "--lang", "lv", command="compare")
        self.assertRegex(about, r"Page size: +59[45][.0-9]* x 84[12][.0-9]* pts \(A4\)")
        self.assertLessEqual(len(pages), 10)
        text = re.sub(r"\s+", " ", " ".join(pages))
        for part in ("Salīdzinājums par 01.02.2026", "Visas mājsaimniecības ir izdomātas", "ieguvumi un zaudējumi",
                     "Mājsaimniecības sastāvs", "Par skaitļiem"):
            self.assertIn(part, text)
        for number, page in enumerate(pages, 1):
            self.assertRegex(page.rstrip().splitlines()[-1], rf"{number} ?/ ?{len(pages)}$")
            self.assertGreater(len(page.split()), 20, f"page {number} is nearly empty")


if __name__ == "__main__":
    unittest.main()
