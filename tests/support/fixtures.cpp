#include "tests/support/fixtures.h"

#include <cstdio>
#include <cstdlib>

namespace shenbao::testing {

std::string read_file(std::string_view path) {
    std::string name(path);
    std::FILE* file = std::fopen(name.c_str(), "rb");
    if (!file) {
        std::fprintf(stderr, "Cannot read %s; run tests from the checkout's root\n", name.c_str());
        std::exit(2);
    }
    std::string bytes;
    char buffer[65536];
    while (size_t count = std::fread(buffer, 1, sizeof buffer, file)) bytes.append(buffer, count);
    std::fclose(file);
    return bytes;
}

const std::string& official_form_json() {
    static const std::string kText = read_file("assets/forms/department-performance-target.form.json");
    return kText;
}

const std::string& other_form_json() {
    static const std::string kText = R"form({
"format": "shenbao-form", "formatVersion": 1, "id": "review-2", "version": "1", "title": "项目自评表",
"identity": {"unit": "bureau", "year": "cycle"},
"sections": [{"id": "top", "title": "表头"}],
"fields": [
  {"id": "cycle", "title": "自评年度", "section": "top", "type": "year", "initial": "today.year + 2"},
  {"id": "bureau", "title": "申报单位", "section": "top", "type": "text", "required": true}
],
"sheet": {"columnsMm": [40, 140], "rows": [
  {"kind": "title", "cells": [{"text": "项目自评表", "span": 2}]},
  {"section": "top", "cells": [{"text": "自评年度", "header": true}, {"kind": "field", "target": "cycle"}]},
  {"section": "top", "cells": [{"text": "申报单位", "header": true}, {"kind": "field", "target": "bureau"}]}
]}
})form";
    return kText;
}

const std::string& seed_text() {
    static const std::string kText = read_file("tests/fixtures/seed.txt");
    return kText;
}

}  // namespace shenbao::testing
