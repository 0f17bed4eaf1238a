// The names that FEEL texts of a definition may use, and in which order their values are passed.
//
// Slots: today, every field, every table, then the local names of the place (row, cell, …).
#pragma once

#include <vector>

#include "core/feel/expression.h"
#include "core/form/definition.h"

namespace shenbao {

// Entries of every row context, before the columns. Kept together with read_form.cpp, which fills them.
enum class RowEntry : size_t {
    Id,
    Origin,
    Title,
    Name,
    Level1,
    Level2,
    Kind,
    Entered,
    Rate,
    Growth,
    Direction,
    Unread,  // ids of the columns whose text is not understood
    Peer
};
constexpr size_t kRowEntries = static_cast<size_t>(RowEntry::Peer) + 1;
// Those of every table context before its rows: id, title, short, rows, items.
constexpr size_t kTableEntries = 5;

// Shapes and types of one table's values, made once.
struct TableShape {
    feel::ShapeReference row;    // RowEntry…, then one entry per column
    feel::ShapeReference table;  // id, title, short, rows, items, then one entry per row of the definition
    feel::Type row_type, table_type;  // row_type's peer has no peer of its own
};

struct ScopeLayout {
    feel::ShapeReference indicator;  // text, kind, operator, number
    feel::ShapeReference column;     // id, title
    std::vector<TableShape> tables;  // in the definition's order
    size_t first_field = 1;          // slot of the first field; slot 0 is today
    size_t first_table = 1;
    size_t first_local = 1;
};

ScopeLayout make_layout(const FormDefinition& definition);

// Where a FEEL text stands decides what it sees.
enum class Place {
    FieldFormula,  // today and the fields
    Form,          // fields and tables
    Row,           // also `row` and `table`
    Cell,          // also `cell`, `raw`, `stated`, `invalid`, `column`, `name`
    FieldCell,     // as Cell, without `row` and `table`
};
// Local names in slot order behind first_local. Each place's names are a prefix of these, but FieldCell skips
// none: unused slots stay null.
enum class Local : size_t { Row, Table, Cell, Raw, Stated, Invalid, Column, Name };
constexpr size_t kLocals = static_cast<size_t>(Local::Name) + 1;

// `table` for Place::Row and Cell: index of the table; `cell` the type of the cell's value.
feel::Scope make_scope(const FormDefinition& definition, const ScopeLayout& layout, Place place,
                       size_t table = 0, feel::Type cell = feel::Type::any());

// The FEEL type of a value of this kind.
feel::Type value_type(const ScopeLayout& layout, ValueType type);

}  // namespace shenbao
