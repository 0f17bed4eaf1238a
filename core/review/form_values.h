// What the declaration's texts mean, and what was found the time before. Internal to core/review.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/review/compiled_form.h"

namespace shenbao {

struct CellValue {
    feel::Value value;   // null while blank, invalid, or not applicable
    feel::Value stated;  // number entered for a computed cell, else null
    std::string raw;
    bool blank = true;  // nothing entered
    bool invalid = false;
    std::string normalized;
};

struct RowValues {
    std::string id;
    const RowDefinition* definition = nullptr;
    size_t definition_index = 0;
    std::vector<feel::Value> entries;  // RowEntry…, then columns; the peer null
    feel::Value plain;                 // the context of `entries`
    feel::Value value;                 // with its peer
    std::vector<CellValue> cells;      // by column
    CellValue title, level2;           // where they are entered
    // Against the evaluation before.
    bool plain_changed = true;
    bool changed = true;
    // In FormState::cells: title and level2 where they are entered, then the columns.
    std::vector<CellState*> states;
    int required = 0, filled = 0;
};

struct TableValues {
    std::vector<RowValues> rows;
    IdOrder order;  // of the rows
    std::vector<size_t>
        peers;          // by row: the place of its peer in the other table, past the end if it has none
    feel::Value plain;  // the table's context, of rows without peers
    feel::Value value;

    // The place of a row; as many as there are if there is none.
    size_t place_of(std::string_view row) const;
};

struct FormValues {
    std::vector<feel::Value> variables;  // by slot; the local ones null
    std::vector<CellValue> fields;
    std::vector<TableValues> tables;
    std::string unfinished;  // path of the first cell whose formula exceeded a limit, "" if none did
    // Against the evaluation before.
    bool restructured = true;        // rows came, went or moved
    std::vector<char> slot_changed;  // by slot of today, fields and tables
};

// What a target found in one place: a row, a field, or the form.
struct Outcome {
    bool known = false;
    std::unique_ptr<Finding> finding;  // null: nothing
};

// Between one evaluation of a declaration and the next. Empty at first.
struct ReviewMemory {
    FormValues values;
    std::vector<std::vector<Outcome>> outcomes;  // by target in the order of the rules, then by row
    FormState state;
    std::vector<CellState*> marked;  // cells that findings name
};

// Brings `values`, empty or of an earlier evaluation, to what the declaration says now.
void read_form(const CompiledForm& form, const Declaration& declaration,
               const feel::EvaluationContext& context, CalendarDay today, FormValues& values);

// Its second half: totals, shares, and the contexts of rows and tables, each row knowing its peer.
void derive_tables(const CompiledForm& form, const feel::EvaluationContext& context, FormValues& values);

std::vector<Finding> run_rules(const CompiledForm& form, const Declaration& declaration, ReviewMemory& memory,
                               const feel::EvaluationContext& context);

// Paper order, then level; those of the same place and level stay as they are.
void sort_findings(const CompiledForm& form, const FormValues& values, std::vector<Finding>& findings);

}  // namespace shenbao
