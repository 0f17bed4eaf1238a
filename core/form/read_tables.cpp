#include <map>

#include "core/form/object_reader.h"

namespace shenbao {
namespace {

constexpr EnumName<RowKind> kRowKinds[] = {
    {"named", RowKind::Named}, {"open", RowKind::Open}, {"total", RowKind::Total}};
constexpr EnumName<Direction> kDirections[] = {
    {"up", Direction::Up}, {"down", Direction::Down}, {"zero", Direction::Zero}};

RowDefinition read_row(const Json& value, std::string pointer, IdSet& ids, FaultList& faults) {
    ObjectReader reader(value, std::move(pointer), faults);
    RowDefinition row;
    row.id = reader.id("id");
    ids.add(row.id, reader.pointer_of("id"), faults);
    row.level1 = reader.text("level1");
    row.level2 = reader.text("level2");
    row.kind = reader.choice("kind", kRowKinds, RowKind::Named);
    row.title_entered = reader.flag("titleEntered");
    // Only an entered title may be printed empty.
    row.title = reader.text("title", row.title_entered ? Need::Optional : Need::Required);
    row.level2_entered = reader.flag("level2Entered");
    row.repeatable = reader.flag("repeatable");
    row.repeat_title = reader.text("repeatTitle");
    row.rate = reader.flag("rate");
    row.growth = reader.flag("growth");
    row.direction = reader.choice("direction", kDirections, Direction::None);
    row.help = reader.text("help");
    if (row.kind == RowKind::Open && !row.title_entered)
        reader.fault("kind", "An open row needs titleEntered", "“open”行的名称应当可以填写（titleEntered）");
    if (row.kind == RowKind::Total && (row.title_entered || row.level2_entered || row.repeatable))
        reader.fault("kind", "A total row cannot be entered or repeated", "合计行不能填写名称，也不能增加");
    if (!row.repeat_title.empty() && !row.repeatable)
        reader.fault("repeatTitle", "Only a repeatable row has it", "只有可增加的行（repeatable）才有");
    if (!row.repeat_title.empty() && row.repeat_title.find("{n}") == std::string::npos)
        reader.fault("repeatTitle", "Lacks {n}", "缺少 {n}");
    reader.finish();
    return row;
}

IdList<RowDefinition> read_rows(const Json& list, const std::string& pointer, FaultList& faults) {
    IdList<RowDefinition> rows;
    IdSet ids;
    for (const auto& value : list)
        rows.push_back(read_row(value, pointer_to(pointer, rows.size()), ids, faults));
    if (rows.empty()) faults.add(pointer, "A table needs rows", "表格至少要有一行");
    size_t totals = 0;
    for (size_t i = 0; i < rows.size(); ++i)
        if (rows[i].kind == RowKind::Total && ++totals == 2)
            faults.add(pointer_to(pointer_to(pointer, i), "kind"), "A table has one total row",
                       "一张表只能有一个合计行");
    return rows;
}

using RowSets = std::map<std::string, IdList<RowDefinition>, std::less<>>;

RowSets read_row_sets(ObjectReader& form) {
    RowSets sets;
    const Json* object = form.object("rowSets");
    if (!object) return sets;
    for (const auto& [name, value] : *object->get_ptr<const Json::object_t*>()) {
        std::string pointer = pointer_to(form.pointer_of("rowSets"), name);
        if (value.is_array()) {
            sets.emplace(name, read_rows(value, pointer, form.faults()));
        } else {
            form.faults().add(pointer, "Must be a list", "应当是列表（[…]）");
            sets.emplace(name, IdList<RowDefinition>());
        }
    }
    return sets;
}

IdList<RowDefinition> read_table_rows(ObjectReader& reader, const RowSets& sets) {
    const Json* rows = reader.any("rows");
    if (rows && rows->is_array()) return read_rows(*rows, reader.pointer_of("rows"), reader.faults());
    if (rows && rows->is_string()) {
        std::string name = read_text(*rows, reader.pointer_of("rows"), reader.faults());
        if (auto set = sets.find(name); set != sets.end()) return set->second;
        reader.fault("rows", "No row set '" + name + "'", "没有名为“" + name + "”的行集（rowSets）");
    } else {
        reader.fault("rows", "Must be a list of rows or the name of a row set",
                     "应当是行的列表，或行集（rowSets）的名字");
    }
    return {};
}

ColumnDefinition read_column(const Json& value, std::string pointer, IdSet& ids, FaultList& faults) {
    ObjectReader reader(value, std::move(pointer), faults);
    ColumnDefinition column;
    column.id = reader.id("id");
    ids.add(column.id, reader.pointer_of("id"), faults);
    column.title = reader.text("title", Need::Required);
    column.name = reader.text("name");
    column.type = reader.choice("type", kValueTypes, ValueType::Text, Need::Required);
    column.list = reader.text("list");
    column.formula = reader.text("formula");
    column.required = reader.flag("required");
    column.some_required = reader.flag("someRequired");
    column.about = reader.text("about");
    column.filled_from = reader.text("filledFrom");
    column.help = reader.text("help");
    reader.finish();
    return column;
}

TableDefinition read_table(ObjectReader& reader, const RowSets& sets) {
    TableDefinition table;
    table.id = reader.id("id");
    table.title = reader.text("title", Need::Required);
    table.short_title = reader.text("short");
    table.section = reader.text("section", Need::Required);
    table.total_formula = reader.text("totalFormula");
    table.peer = reader.text("peer");
    table.level2_heading = reader.text("level2Heading");
    table.row_heading = reader.text("rowHeading");
    if (const Json* columns = reader.array("columns", Need::Required)) {
        IdSet ids;
        for (const auto& value : *columns)
            table.columns.push_back(read_column(
                value, pointer_to(reader.pointer_of("columns"), table.columns.size()), ids, reader.faults()));
        for (size_t i = 0; i < table.columns.size(); ++i) {
            const std::string& about = table.columns[i].about;
            const ColumnDefinition* column = about.empty() ? nullptr : table.column(about);
            if (about.empty() || (column != nullptr && column->type == ValueType::Indicator)) continue;
            reader.faults().add(pointer_to(reader.pointer_of("columns"), i) + "/about",
                                "No indicator column '" + about + "'", "没有名为“" + about + "”的指标值列");
        }
        if (columns->empty()) reader.fault("columns", "A table needs columns", "表格至少要有一列");
    }
    table.rows = read_table_rows(reader, sets);
    reader.finish();
    return table;
}

}  // namespace

void read_tables(ObjectReader& form, FormDefinition& definition) {
    RowSets sets = read_row_sets(form);
    const Json* list = form.array("tables");
    if (!list) return;
    IdSet ids;
    for (const auto& value : *list) {
        ObjectReader reader(value, pointer_to(form.pointer_of("tables"), definition.tables.size()),
                            form.faults());
        definition.tables.push_back(read_table(reader, sets));
        ids.add(definition.tables.back().id, reader.pointer_of("id"), form.faults());
    }
}

}  // namespace shenbao
