#!/usr/bin/env python3
"""The command `shenbao` as a shell sees it: exit statuses, JSON, text, files. cli_test.py <binary> [test …]"""
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BINARY = sys.argv.pop(1)
SEED = pathlib.Path("tests/fixtures/seed.txt")
FORM = pathlib.Path("assets/forms/department-performance-target.form.json")
TODAY = ["--today", "2025-12-31"]


def shenbao(*arguments):
    run = subprocess.run([BINARY, *map(str, arguments)], capture_output=True, encoding="utf-8", timeout=120,
                         env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}, check=False)
    return run.returncode, run.stdout, run.stderr


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


class Check(Folder):
    def report(self, text):
        status, out, _ = shenbao("check", self.file("form.txt", text), "--format", "json", *TODAY)
        return status, json.loads(out)

    def test_reports_the_seeds_open_slots_as_its_only_errors(self):
        status, report = self.report(SEED.read_text())
        self.assertEqual(status, 1)
        self.assertEqual(list(report), ["form", "version", "counts", "findings"])
        self.assertEqual((report["form"], report["version"]), ("department-performance-target", "2026"))
        self.assertEqual(list(report["counts"]), ["error", "explain", "hint"])
        for finding in report["findings"]:
            self.assertEqual(list(finding), ["rule", "level", "paths", "message"])
            self.assertTrue(finding["message"] and finding["paths"])
        errors = [finding for finding in report["findings"] if finding["level"] == "error"]
        self.assertEqual(len(errors), report["counts"]["error"])
        for finding in errors:
            self.assertRegex(" ".join(finding["paths"]), r"_open\b", finding)
        explains = [finding for finding in report["findings"] if finding["level"] == "explain"]
        self.assertEqual(report["counts"]["explain"], 1)
        for words in ("1424", "487", "192.4"):
            self.assertIn(words, explains[0]["message"])
        levels = [finding["level"] for finding in report["findings"]]
        self.assertEqual(report["counts"]["hint"], levels.count("hint"))

    def test_names_both_sides_when_income_and_expenditure_differ(self):
        text = SEED.read_text().replace("\t1421\n", "\t1420\n")
        text = text.replace("\t1424\n\t100%\n\t581.4　\n\t487　\n\n\t部门职能", "\t1423\n\t100%\n\t581.4　\n\t487　\n\n\t部门职能")
        status, report = self.report(text)
        self.assertEqual(status, 1)
        messages = [f["message"] for f in report["findings"] if f["level"] == "error" and "不相等" in f["message"]]
        self.assertEqual(len(messages), 1, messages)
        for words in ("1424", "1423"):
            self.assertIn(words, messages[0])

    def test_reports_a_stated_total_that_is_wrong(self):
        _, before = self.report(SEED.read_text())
        _, after = self.report(SEED.read_text().replace("\t1424　\n\t100%", "\t1425　\n\t100%", 1))
        self.assertEqual(after["counts"]["error"], before["counts"]["error"] + 1)
        self.assertTrue(any("1425" in f["message"] and "1424" in f["message"] for f in after["findings"]))

    def test_exits_with_zero_when_nothing_is_wrong(self):
        text = SEED.read_text()
        text = text.replace("\t\n\t\n\t……\n\t……\n\t\n\t\n\t\n\n", "").replace("\t\n\t\n\t……\n\t……\n\t\n\t\n\t\n\t\n\t\n\n", "")
        text = text.replace("\t\n\t\n\t\n\t……\n\t\n\t\n\t\n\n", "").replace("\t\n\t\n\t\n\t……\n\t\n\t\n\t\n\t\n\t\n\n", "")
        text = text.replace("\t联系部门满意度\n\t……\n\t\n\t\n\t\n\n", "\t联系部门满意度\n\t联系部门满意度\n\t≥95%\n\t计划标准\n\t基本型\n\n")
        text = text.replace("\t联系部门满意度\n\t……\n\t\n\t\n\t\n\t\n\t\n",
                            "\t联系部门满意度\n\t联系部门满意度\n\t94%\n\t93%\n\t≥95%\n\t计划标准\n\t基本型\n")
        status, report = self.report(text)
        self.assertEqual(report["counts"]["error"], 0, [f for f in report["findings"] if f["level"] == "error"])
        self.assertEqual(status, 0)

    def test_groups_its_text_by_level_with_rule_and_cell_names(self):
        status, out, err = shenbao("check", SEED, *TODAY)
        self.assertEqual((status, err), (1, ""))
        self.assertLess(out.index("错误（"), out.index("需要书面说明"))
        self.assertLess(out.index("需要书面说明"), out.index("\n提示\n"))
        self.assertIn("〔规则 9〕", out)
        self.assertIn("〔规则 21〕", out)
        self.assertIn("位置：收入构成 合计 当年金额", out)

    def test_asks_again_for_an_explanation_of_other_figures(self):
        form = self.folder / "form.json"
        shenbao("convert", SEED, form, *TODAY)
        declaration = json.loads(form.read_text())
        _, report = self.report(SEED.read_text())
        due = next(finding for finding in report["findings"] if finding["level"] == "explain")
        self.assertNotIn("explanation", due)
        key = f"{due['rule']}:{due['paths'][0]}"
        for given_for, explained, label in ((due["message"], True, "说明：新增专项"),
                                            ("增加 40%", False, "说明（数据已变，待重新说明）：新增专项")):
            declaration["explanations"], declaration["explained"] = {key: "新增专项"}, {key: given_for}
            declaration.pop("sha256", None)
            form.write_text(json.dumps(declaration))
            _, out, _ = shenbao("check", form, *TODAY, "--format", "json")
            finding = next(one for one in json.loads(out)["findings"] if one["level"] == "explain")
            self.assertEqual((finding["explanation"], finding["explained"]), ("新增专项", explained))
            _, out, _ = shenbao("check", form, *TODAY)
            self.assertIn(label, out)
            self.assertIn("待说明 0 处" if explained else "待说明 1 处", out)

    def test_says_what_could_not_be_read_from_a_text(self):
        path = self.file("form.txt", SEED.read_text() + "\n负责人签字\n")
        _, out, _ = shenbao("check", path, *TODAY)
        self.assertRegex(out, r"第 \d+ 行：.*负责人签字")
        _, out, err = shenbao("check", path, "--format", "json", *TODAY)
        self.assertIn("负责人签字", err)
        json.loads(out)

    def test_exits_with_two_when_a_file_is_unreadable(self):
        cases = {
            "missing": (self.folder / "nothing.json", "找不到"),
            "folder": (self.folder, "找不到"),
            "truncated": (self.file("a.json", '{"format": "shenbao-decl'), "第 1 行第 25 字节"),
            "hostile depth": (self.file("b.json", "[" * 100000), "64 层"),
            "damaged UTF-8": (self.file("c.txt", SEED.read_bytes().replace(b"\xe9", b"\xff", 1)), "UTF-8"),
            "NUL": (self.file("d.json", b'{"a": "\0"}'), "UTF-8"),
            "word": (self.file("e.docx", b"PK\x03\x04..word/document.xml"), "另存为“纯文本(.txt)”"),
            "excel": (self.file("e.xlsx", b"PK\x03\x04..xl/workbook.xml"), "Excel"),
            "picture": (self.file("e.json", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "图片"),
            "foreign JSON": (self.file("k.json", '{"name": "x"}'), "这不是本程序保存的申报表文件。"),
            "too large": (self.file("f.txt", b"x" * (17 << 20)), "16 MB"),
            "not this form": (self.file("g.txt", "会议纪要\n"), "找不到本表"),
            "empty": (self.file("h.txt", ""), "空的"),
        }
        for name, (path, words) in cases.items():
            with self.subTest(name):
                status, out, err = shenbao("check", path, "--format", "json")
                self.assertEqual((status, out), (2, ""))
                self.assertIn(words, err)

    def test_reads_texts_as_old_programs_save_them(self):
        text = SEED.read_text()
        _, expected, _ = shenbao("check", SEED, "--format", "json", *TODAY)
        for encoding in ("gb18030", "utf-8-sig", "utf-16"):
            with self.subTest(encoding):
                path = self.file("form.txt", text.encode(encoding))
                self.assertEqual(shenbao("check", path, "--format", "json", *TODAY)[1], expected)
        path = self.file("form.txt", "\ufeff".encode("utf-16-be") + text.encode("utf-16-be"))
        self.assertEqual(shenbao("check", path, "--format", "json", *TODAY)[1], expected)

    def test_reads_a_text_that_begins_with_a_bracket(self):
        _, expected, _ = shenbao("check", SEED, "--format", "json", *TODAY)
        for start in ("[草稿]", "{附件 1}", "["):
            with self.subTest(start):
                path = self.file("form.txt", f"{start}\n\n{SEED.read_text()}")
                self.assertEqual(json.loads(shenbao("check", path, "--format", "json", *TODAY)[1])["findings"], json.loads(expected)["findings"])

    def test_refuses_wrong_arguments(self):
        for arguments in ([], ["check"], ["check", SEED, "--format", "xml"], ["check", SEED, "--today", "2025-02-30"],
                          ["check", SEED, "--today", "now"], ["form"], ["other"]):
            with self.subTest(arguments):
                self.assertEqual(shenbao(*arguments)[0], 2)
        status, out, _ = shenbao("--help")
        self.assertEqual(status, 0)
        self.assertIn(json.loads(FORM.read_text())["title"], out)


class Convert(Folder):
    def test_carries_the_seed_to_json_and_back(self):
        first, text, second = (self.folder / name for name in ("1.json", "2.txt", "3.json"))
        self.assertEqual(shenbao("convert", SEED, first, *TODAY), (0, "", ""))
        self.assertEqual(shenbao("convert", first, text, *TODAY), (0, "", ""))
        self.assertEqual(shenbao("convert", text, second, *TODAY), (0, "", ""))
        self.assertEqual(first.read_bytes(), second.read_bytes())
        self.assertEqual(sorted(os.listdir(self.folder)), ["1.json", "2.txt", "3.json"])

    def test_writes_values_as_typed_and_a_checksum_others_can_verify(self):
        path = self.folder / "1.json"
        shenbao("convert", SEED, path, *TODAY)
        declaration = json.loads(path.read_text())
        expected = dict(line.split("\t", 1) for line in
                        pathlib.Path("tests/core/formats/statements/seed_expected.tsv").read_text().splitlines())
        computed = {"before_last_year", "last_year", "end_year"}
        for table in ("income", "expenditure"):
            computed |= {p for p in expected if p.startswith(table) and (".share" in p or ".total." in p)}
        self.assertEqual(declaration["values"], {p: json.loads(t) for p, t in expected.items() if p not in computed})
        stated = declaration.pop("sha256")
        canonical = json.dumps(declaration, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        self.assertEqual(hashlib.sha256(canonical.encode()).hexdigest(), stated)

    def test_gives_the_same_findings_for_both_formats(self):
        path = self.folder / "1.json"
        shenbao("convert", SEED, path, *TODAY)
        self.assertEqual(shenbao("check", path, "--format", "json", *TODAY),
                         shenbao("check", SEED, "--format", "json", *TODAY))

    def test_writes_a_page_to_print(self):
        path = self.folder / "1.html"
        self.assertEqual(shenbao("convert", SEED, path, *TODAY), (0, "", ""))
        html = path.read_text()
        for words in ("<!doctype html>", "鄂州市临空经济区口岸和投资促进局", "草稿", "2024年", "截止28年", "校验码"):
            self.assertIn(words, html)

    def test_refuses_what_it_cannot_read_or_write(self):
        self.assertEqual(shenbao("convert", SEED, self.folder / "1.docx")[0], 2)
        self.assertEqual(shenbao("convert", self.folder / "none.txt", self.folder / "1.json")[0], 2)
        self.assertEqual(shenbao("convert", SEED, self.folder / "none" / "1.json")[0], 2)
        self.assertEqual(os.listdir(self.folder), [])


class FormCheck(Folder):
    def test_finds_nothing_wrong_with_the_official_form(self):
        status, out, err = shenbao("form", "check", FORM)
        self.assertEqual((status, err), (0, ""))
        self.assertIn("没有问题", out)

    def test_reports_every_fault_with_its_pointer(self):
        form = json.loads(FORM.read_text())
        form["fields"][0]["type"] = "dat"
        form["rules"][0]["when"] = "1 +"
        status, out, _ = shenbao("form", "check", self.file("x.form.json", json.dumps(form)), "--format", "json")
        self.assertEqual(status, 1)
        pointers = [fault["pointer"] for fault in json.loads(out)["faults"]]
        self.assertIn("/fields/0/type", pointers)
        status, out, _ = shenbao("form", "check", self.file("y.form.json", '{"a":'))
        self.assertEqual(status, 1)
        self.assertIn("：", out)
        self.assertEqual(shenbao("form", "check", self.folder / "none")[0], 2)

    def test_says_where_a_mistake_stands_and_shows_it(self):
        form = json.loads(FORM.read_text())
        form["rules"] = [{"id": "mine", "level": "error", "each": "income", "message": "…",
                          "when": "row.title = \"合计\" && row.current ＞ 1"}]
        text = json.dumps(form, ensure_ascii=False, indent=1)
        path = self.file("x.form.json", text)
        line = next(number for number, line in enumerate(text.split("\n"), 1) if "&&" in line)
        column = text.split("\n")[line - 1].index("&&") + 1
        status, out, _ = shenbao("form", "check", path, "--format", "json")
        self.assertEqual(status, 1)
        first, second = json.loads(out)["faults"]
        self.assertEqual((first["pointer"], first["line"], first["column"]), ("/rules/0/when", line, column))
        self.assertEqual(first["expression"], {"text": form["rules"][0]["when"], "column": 18, "length": 2})
        self.assertEqual(second["expression"]["column"], 33)
        self.assertIn("把“&&”改成“and”", first["messageZh"])
        self.assertIn("write 'and' instead of '&&'", first["message"])
        status, out, _ = shenbao("form", "check", path)
        self.assertEqual(status, 1)
        self.assertIn(f"第 {line} 行第 {column} 列（/rules/0/when，表达式第 18 个字符）：\n"
                      "    row.title = \"合计\" && row.current ＞ 1\n"
                      "                 　　  ^^\n  两个条件都要成立", out)
        self.assertIn("共 2 处问题", out)
        path = self.folder / "1.json"
        shenbao("convert", SEED, path, *TODAY)
        self.assertIn("把“&&”改成“and”", shenbao("check", path, "--form", self.folder / "x.form.json")[2])

    def test_checks_files_against_another_definition(self):
        form = json.loads(FORM.read_text())
        form["id"] = "other"
        other = self.file("other.form.json", json.dumps(form))
        path = self.folder / "1.json"
        shenbao("convert", SEED, path, *TODAY)
        status, _, err = shenbao("check", path, "--form", other)
        self.assertEqual(status, 2)
        self.assertIn("另一种表", err)


if __name__ == "__main__":
    unittest.main()
