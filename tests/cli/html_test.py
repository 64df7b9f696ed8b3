# SPDX-License-Identifier: Apache-2.0
"""HTML sheets read by an XML parser and an HTML parser: well-formed, accessible, self-contained, escaped.

Usage: html_test.py PROGRAM
"""
import html.parser
import os
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = sys.argv.pop(1)
FAMILIES = sorted(str(path) for path in (PROJECT / "examples" / "cases").glob("*.json"))
PENSIONER = ["housing-benefit", "--on", "2026-02-01", "--pensioner", "1", "--income", "500", "--housing-costs", "300"]
HOSTILE = "<script>alert(1)</script>&amp;\"'</th><img/src=x>]]>"
SPACE = "{http://www.w3.org/1999/xhtml}"


def sheet(*words):
    done = subprocess.run([PROGRAM, "calc", *words, "--format", "html"], capture_output=True, text=True, encoding="utf-8",
                          check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode != 0:
        raise AssertionError(f"{words}: ended with {done.returncode}\n{done.stderr}")
    return done.stdout


class Balance(html.parser.HTMLParser):
    """Every element is closed in turn, as a browser reads it."""
    VOID = {"meta", "col", "br"}

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.texts = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        if tag not in self.VOID:
            self.wrong.append(f"<{tag}/>")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")

    def handle_data(self, data):
        self.texts.append(data)


class Sheets(unittest.TestCase):
    def check(self, page, lang):
        self.assertTrue(page.startswith("<!DOCTYPE html>\n"))
        balance = Balance()
        balance.feed(page)
        balance.close()
        self.assertEqual((balance.wrong, balance.open), ([], []))

        root = xml.etree.ElementTree.fromstring(page.encode("utf-8"))
        tags = {one.tag.removeprefix(SPACE) for one in root.iter()}
        self.assertLessEqual(tags & {"script", "link", "img", "iframe", "object", "form", "input"}, set())
        self.assertEqual(root.get("lang"), lang)
        self.assertTrue(root.find(f"{SPACE}head/{SPACE}title").text.strip())
        self.assertEqual(len(list(root.iter(f"{SPACE}main"))), 1)
        levels = [int(one.tag[-1]) for one in root.iter() if re.fullmatch(SPACE + r"h[1-6]", one.tag)]
        self.assertEqual(levels.count(1), 1)
        self.assertEqual(levels[0], 1)
        for before, after in zip(levels, levels[1:]):
            self.assertLessEqual(after, before + 1)
        self.assertTrue(all("".join(one.itertext()).strip() for one in root.iter() if one.tag[-2:-1] == "h" and one.tag[-1].isdigit()))

        for table in root.iter(f"{SPACE}table"):
            self.assertTrue(table[0].tag == f"{SPACE}caption" and table[0].text.strip())
            heads = table.findall(f"{SPACE}thead/{SPACE}tr/{SPACE}th")
            self.assertTrue(heads and all(one.get("scope") == "col" for one in heads))
            rows = table.findall(f"{SPACE}tbody/{SPACE}tr")
            self.assertTrue(rows)
            for row in rows:
                self.assertEqual(len(row), len(heads))
                self.assertEqual(row[0].get("scope"), "row")
        for one in root.iter(f"{SPACE}ul"):
            self.assertTrue(len(one) > 0 and all(item.tag == f"{SPACE}li" for item in one))

        ids = [one.get("id") for one in root.iter() if one.get("id")]
        self.assertEqual(len(ids), len(set(ids)))
        for one in root.iter():
            if one.get("aria-labelledby"):
                self.assertIn(one.get("aria-labelledby"), ids)
            self.assertFalse([name for name in one.attrib if name.startswith("on") or name in ("src", "style")])
        for link in root.iter(f"{SPACE}a"):
            target = link.get("href")
            if target.startswith("#"):
                self.assertIn(target[1:], ids)
            else:  # on paper the address is all there is
                self.assertRegex(target, r"^https?://")
                self.assertEqual(link.text, target)
        self.assertEqual(re.findall(r"@import|url\(", page), [])
        return root

    def test_sheets(self):
        for lang in ("lv", "en"):
            self.check(sheet(*PENSIONER, "--lang", lang), lang)
            self.check(sheet(*PENSIONER, "--lang", lang, "--explain"), lang)
            self.check(sheet("gmi-benefit", "housing-benefit", "--on", "2025-03-01", "--members", "2", "--income", "900", "--lang", lang), lang)
            self.check(sheet("--on", "2025-03-01", "--lang", lang), lang)

    def test_families(self):
        self.assertGreaterEqual(len(FAMILIES), 13)
        for number, family in enumerate(FAMILIES):
            lang = ("lv", "en")[number % 2]
            self.check(sheet("--facts", family, "--lang", lang), lang)

    def test_text_is_no_markup(self):
        page = sheet("birth-benefit", "--on", "2025-03-01", "--person", "kind=adult label=" + HOSTILE, "--lang", "en")
        root = self.check(page, "en")
        self.assertTrue(any(HOSTILE in (one.text or "") for one in root.iter()))
        page = sheet("birth-benefit", "--on", "2025-03-01", "--person", "kind=adult label=\x01\x1f\x7f", "--lang", "en")
        self.check(page, "en")

    def test_all_that_a_case_file_needs(self):
        root = self.check(sheet(*PENSIONER, "--lang", "lv"), "lv")
        text = " ".join(" ".join(root.itertext()).split())
        version = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True).stdout
        program, checksum = re.fullmatch(r"(slieksnis [0-9.]+), (?:rules|noteikumi) ([0-9a-f]{12})\n", version).groups()
        for part in (
            "Novērtējuma diena 01.02.2026", "Aprēķina datums", "Programma " + program, "(SHA-256) " + checksum,
            "Mājokļa pabalsts: pienākas 267,50 EUR mēnesī", "Atzītie mājokļa izdevumi mēnesī 300,00\u00a0EUR mēnesī norādīts".replace("\u00a0", " "),
            "Īpašums un uzkrājumi likuma robežās jā pieņemts", "= mājokļa koeficients × GMI līmenis", "= 2,5 × 187,00",
            "187,0044 noapaļots līdz veseliem eiro", "01.07.2023–31.12.2026", "Ministru kabineta 2020. gada 17. decembra noteikumi Nr. 809",
            "https://likumi.lv/ta/id/319717", "Pieņēmumi", "Ņemt vērā", "Sagatavoja", "Datums",
        ):
            self.assertIn(part, text)


if __name__ == "__main__":
    unittest.main()
