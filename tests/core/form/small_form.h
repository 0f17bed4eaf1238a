// A small valid definition, and the faults that appear when one piece of its text is replaced.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/form/definition.h"

namespace shenbao::testing {

inline constexpr std::string_view kSmallForm = R"form({
"format": "shenbao-form", "formatVersion": 1, "id": "small", "version": "1", "title": "小表",
"identity": {"unit": "person", "year": "spring"},
"sections": [{"id": "head", "title": "基本信息"}],
"lists": [{"id": "kinds", "options": ["甲", "乙"]}],
"instructions": ["写全称。", "写金额。"],
"fields": [
  {"id": "person", "title": "填报人", "section": "head", "type": "text", "required": true},
  {"id": "sort", "title": "类别", "section": "head", "type": "choice", "list": "kinds"},
  {"id": "spring", "title": "哪年", "section": "head", "type": "year", "initial": "2027"}
],
"rowSets": {"tree": [
  {"id": "first", "title": "第一"},
  {"id": "slot", "title": "……", "kind": "open", "titleEntered": true, "repeatable": true},
  {"id": "all", "title": "合计", "kind": "total"}
]},
"tables": [
  {"id": "money", "title": "钱", "section": "head", "peer": "more", "totalFormula": "sum(money.items.{column})",
   "columns": [{"id": "now", "title": "当年", "type": "amount"},
               {"id": "why", "title": "依据", "type": "choice", "list": "kinds"}],
   "rows": "tree"},
  {"id": "more", "title": "另表", "section": "head",
   "columns": [{"id": "past", "title": "上年", "type": "amount"}],
   "rows": [{"id": "only", "title": "只有"}]}
],
"rules": [
  {"id": "some-rule", "number": 1, "level": "error", "each": "person", "let": {"x": "1"}, "when": "cell = null",
   "message": "缺 {name}", "paths": ["person"]}
],
"sheet": {"columnsMm": [60, 120.5], "rows": [
  {"kind": "title", "cells": [{"text": "小表", "span": 2}]},
  {"section": "head", "heightMm": 9,
   "cells": [{"text": "填报人", "header": true}, {"kind": "field", "target": "person", "align": "l"}]},
  {"section": "head", "table": "money", "cells": [{"kind": "rowTitle"}, {"kind": "column", "target": "now"}]},
  {"cells": [{"kind": "mergeUp"}, {"text": "下"}]},
  {"kind": "note", "cells": [{"instruction": 2, "span": 2}]}
]}
})form";

// The small form with the first occurrence of `from` replaced.
inline std::string small_form_with(std::string_view from, std::string_view to) {
    std::string json(kSmallForm);
    size_t at = json.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    if (at != std::string::npos) json.replace(at, from.size(), to);
    return json;
}

// "pointer: message" for every fault.
inline std::vector<std::string> faults_of(std::string_view json) {
    DefinitionResult result = read_definition(json);
    EXPECT_EQ(result.definition.has_value(), result.faults.empty());
    std::vector<std::string> texts;
    for (const auto& fault : result.faults) {
        EXPECT_FALSE(fault.message_zh.empty()) << fault.pointer;
        texts.push_back(fault.pointer + ": " + fault.message);
    }
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace shenbao::testing
