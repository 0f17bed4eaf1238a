#include "core/form/object_reader.h"

namespace shenbao {
namespace {

using Kind = SheetCellDefinition::Kind;
constexpr EnumName<Kind> kCellKinds[] = {{"text", Kind::Text},         {"field", Kind::Field},
                                         {"level1", Kind::Level1},     {"level2", Kind::Level2},
                                         {"rowTitle", Kind::RowTitle}, {"column", Kind::Column},
                                         {"mergeUp", Kind::MergeUp}};
constexpr EnumName<SheetRowKind> kRowKinds[] = {{"title", SheetRowKind::Title},
                                                {"headline", SheetRowKind::Headline},
                                                {"grid", SheetRowKind::Grid},
                                                {"note", SheetRowKind::Note}};
constexpr EnumName<char> kAligns[] = {{"l", 'l'}, {"c", 'c'}, {"r", 'r'}};
constexpr int kMostColumns = 256;

// "instruction": 3 prints filling note 3, so that its text stands once in the file.
std::string instruction_text(ObjectReader& reader, const std::vector<std::string>& instructions) {
    int number = reader.number("instruction", 1, 9999, 0);
    if (number == 0) return {};
    if (static_cast<size_t>(number) > instructions.size()) {
        reader.fault("instruction", "There is no instruction " + std::to_string(number),
                     "没有第 " + std::to_string(number) + " 条填报说明");
        return {};
    }
    return std::to_string(number) + "." + instructions[static_cast<size_t>(number) - 1];
}

SheetCellDefinition read_cell(ObjectReader& reader, const std::vector<std::string>& instructions) {
    SheetCellDefinition cell;
    cell.kind = reader.choice("kind", kCellKinds, Kind::Text);
    cell.text = reader.text("text");
    cell.target = reader.text("target");
    cell.span = reader.number("span", 1, kMostColumns, 1);
    cell.align = reader.choice("align", kAligns, 'c');
    cell.header = reader.flag("header");
    bool aims = cell.kind == Kind::Field || cell.kind == Kind::Column;
    if (aims && cell.target.empty())
        reader.fault("target", "Needs the id of its field or column", "缺少所指栏目或列的标识");
    if (!aims && !cell.target.empty())
        reader.fault("target", "Only a field or column cell has it", "只有 field 和 column 格才有");
    if (cell.kind != Kind::Text && !cell.text.empty())
        reader.fault("text", "Only a text cell has it", "只有文字格才有");
    if (reader.has("instruction")) {
        if (cell.kind != Kind::Text || reader.has("text"))
            reader.fault("instruction", "Stands for the text of a text cell", "只能代替文字格的文字");
        cell.text = instruction_text(reader, instructions);
    }
    reader.finish();
    return cell;
}

SheetRowDefinition read_row(ObjectReader& reader, const std::vector<std::string>& instructions) {
    SheetRowDefinition row;
    row.kind = reader.choice("kind", kRowKinds, SheetRowKind::Grid);
    row.section = reader.text("section");
    row.table = reader.text("table");
    row.height_mm = reader.millimetres("heightMm", row.height_mm);
    if (const Json* cells = reader.array("cells", Need::Required)) {
        for (const auto& value : *cells) {
            ObjectReader cell(value, pointer_to(reader.pointer_of("cells"), row.cells.size()),
                              reader.faults());
            row.cells.push_back(read_cell(cell, instructions));
        }
    }
    reader.finish();
    return row;
}

// Where each cell of a row starts; equal starts and spans make two rows' cells stand above each other.
std::vector<int> cell_starts(const SheetRowDefinition& row) {
    std::vector<int> starts;
    int column = 0;
    for (const auto& cell : row.cells) {
        starts.push_back(column);
        column += cell.span;
    }
    return starts;
}

bool has_cell(const SheetRowDefinition& row, int start, int span) {
    std::vector<int> starts = cell_starts(row);
    for (size_t i = 0; i < row.cells.size(); ++i)
        if (starts[i] == start && row.cells[i].span == span) return true;
    return false;
}

void check_spans(const SheetDefinition& sheet, const std::string& pointer, FaultList& faults) {
    for (size_t i = 0; i < sheet.rows.size(); ++i) {
        const auto& row = sheet.rows[i];
        std::string cells = pointer_to(pointer_to(pointer, i), "cells");
        int sum = 0;
        for (const auto& cell : row.cells) sum += cell.span;
        if (sum != static_cast<int>(sheet.columns_mm.size())) {
            std::string sum_text = std::to_string(sum), columns = std::to_string(sheet.columns_mm.size());
            faults.add(cells, "The spans add up to " + sum_text + ", the paper has " + columns + " columns",
                       "各格跨度之和为 " + sum_text + "，而纸面共有 " + columns + " 列");
        }
        std::vector<int> starts = cell_starts(row);
        for (size_t j = 0; j < row.cells.size(); ++j) {
            if (row.cells[j].kind != Kind::MergeUp) continue;
            if (i > 0 && has_cell(sheet.rows[i - 1], starts[j], row.cells[j].span)) continue;
            faults.add(pointer_to(cells, j), "There is no cell of the same place and span above",
                       "上一行没有位置和跨度相同的格子");
        }
    }
}

}  // namespace

void read_sheet(ObjectReader& form, FormDefinition& definition) {
    const Json* value = form.object("sheet", Need::Required);
    if (!value) return;
    ObjectReader reader(*value, form.pointer_of("sheet"), form.faults());
    SheetDefinition& sheet = definition.sheet;
    if (const Json* columns = reader.array("columnsMm", Need::Required)) {
        for (const auto& column : *columns) {
            auto width = millimetres_of(column);
            if (!width)
                form.faults().add(pointer_to(reader.pointer_of("columnsMm"), sheet.columns_mm.size()),
                                  "Must be millimetres, above 0 and at most 1000",
                                  "应当是毫米数，大于 0，不超过 1000");
            sheet.columns_mm.push_back(width.value_or(1));
        }
        if (sheet.columns_mm.empty() || sheet.columns_mm.size() > kMostColumns)
            reader.fault("columnsMm", "The paper needs 1 to 256 columns", "纸面应有 1 至 256 列");
    }
    if (const Json* rows = reader.array("rows", Need::Required)) {
        for (const auto& row : *rows) {
            ObjectReader row_reader(row, pointer_to(reader.pointer_of("rows"), sheet.rows.size()),
                                    form.faults());
            sheet.rows.push_back(read_row(row_reader, definition.instructions));
        }
        if (sheet.rows.empty()) reader.fault("rows", "The paper needs rows", "纸面至少要有一行");
    }
    reader.finish();
    check_spans(sheet, reader.pointer_of("rows"), form.faults());
}

}  // namespace shenbao
