#!/usr/bin/env python3
"""Reads the seed form by position and prints what every cell must become: path, TAB, text as JSON.

An independent reading for text_form_test: it knows the seed's blocks by their number and the indicator rows by the
order of the official table, and nothing of labels, alignment or noise inside them.

    tests/core/formats/statements/seed_expected.py tests/fixtures/seed.txt > tests/core/formats/statements/seed_expected.tsv
"""
import json
import re
import sys

ROWS = """public_funds_control staff_control meeting_cost_control official_expense_change cost_open
long_plan_conformity work_plan_soundness budget_scientific budget_reasonable project_approval budget_adjustment
budget_execution carryover procurement_execution nontax_completion prior_evaluation goal_reasonableness
performance_monitoring evaluation_coverage result_application asset_rules asset_compliance finance_rules
accounting_compliance fund_compliance core_output_1 core_output_2 duty_open economic_benefit social_benefit
ecological_benefit service_reform administration_reform training_completion cadre_planning talent_reserve
informatization technology_open client_satisfaction satisfaction_open""".split()
NAMES_ENTERED = {"core_output_1", "core_output_2", "economic_benefit", "social_benefit", "ecological_benefit"}
NOISE = " \t\n\u00a0\u3000"


def main() -> None:
    text = open(sys.argv[1], encoding="utf-8").read()
    head, body = text.split("\n\t", 1)
    blocks = re.split(r"\n\n+", "\t" + body)
    rows = [[cell.strip(NOISE) for cell in re.split(r"(?:^|\n)\t", block)[1:]] for block in blocks[:100]]
    cells = {"date": re.search(r"填报日期：(.*?日)", head).group(1)}
    cells["department"] = rows[0][1]
    cells["person"], cells["phone"] = rows[1][1], rows[1][3]
    cells["before_last_year"], cells["last_year"] = (rows[3][i].removesuffix("年") for i in (4, 5))
    for first, table, names in ((4, "income", "fiscal special_account unit total"),
                                (8, "expenditure", "personnel operation special total")):
        for row, name in enumerate(names.split()):
            for column, title in enumerate("current share before_last last".split()):
                cells[f"{table}.{name}.{title}"] = rows[first + row][3 + column]
    cells["duties"], cells["tasks"], cells["longterm_goal"] = rows[12][1], rows[13][1], rows[14][1]
    cells["end_year"] = re.search(r"截止(\d+)年", rows[14][0]).group(1)
    cells["annual_goal"] = rows[56][1]
    for first, table, columns in ((16, "longterm", "target basis category"),
                                  (60, "annual", "before_last last target basis category")):
        for row, name in enumerate(ROWS):
            line = rows[first + row]
            if name in NAMES_ENTERED:
                cells[f"{table}.{name}.title"] = line[3]
            for column, title in enumerate(columns.split()):
                cells[f"{table}.{name}.{title}"] = line[4 + column]
    for path in sorted(cells):
        if cells[path]:
            print(f"{path}\t{json.dumps(cells[path], ensure_ascii=False)}")


main()
