// A definition's FEEL, compiled once. Internal to core/review.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/review/review.h"
#include "core/review/scope.h"
#include "core/review/text_template.h"

namespace shenbao {

struct CompiledField {
    std::optional<feel::Expression> formula;  // computed, never entered
    std::optional<feel::Expression> initial;  // while blank
};

struct CompiledTable {
    size_t section = 0;                                            // index into sections
    std::vector<std::optional<feel::Expression>> column_formulas;  // by column
    std::vector<std::optional<feel::Expression>> totals;           // by column: the Total row's cell
    std::vector<feel::Value> column_values;                        // {id, title} contexts for rules
    std::optional<size_t> peer;                                    // index of the peer table
    bool computes = false;                                         // any total or column formula
    // by row of the definition: RowEntry values
    std::vector<std::vector<feel::Value>> row_constants;
    std::unordered_map<std::string_view, size_t> row_index;  // by RowDefinition::id
};

// Index into SheetDefinition::rows and into the cells of that row.
struct PaperPlace {
    size_t row = 0, cell = 0;
};

struct CompiledFix {
    TextTemplate label;
    std::optional<TextTemplate> value;  // none: rows are removed
    std::vector<TextTemplate> paths;    // of cells, or of these rows
};

// One thing a rule is evaluated for, with its texts compiled for what can be seen there.
struct CompiledTarget {
    Place place = Place::Form;
    size_t table = 0, column = 0, field = 0;
    std::optional<feel::Expression> where;
    std::vector<feel::Expression> lets;
    std::optional<feel::Expression> when;
    std::optional<TextTemplate> message;
    std::vector<TextTemplate> paths;
    std::vector<std::optional<CompiledFix>> fixes;  // by RuleDefinition::fixes
    // What it found stands until its row, its field, or one of the slots it reads besides changes.
    bool keeps = false;
    std::vector<size_t> reads;  // slots of today, fields and tables
    bool reads_labels = false;  // and those that labels read
};

struct CompiledRule {
    const RuleDefinition* rule = nullptr;
    std::vector<CompiledTarget> targets;
};

struct CompiledForm {
    FormDefinition definition;
    ScopeLayout layout;
    std::vector<size_t> field_order;  // a field stands behind those its formula reads
    std::vector<CompiledField> fields;
    std::vector<size_t> field_sections;
    std::vector<CompiledTable> tables;
    std::vector<CompiledRule> rules;
    std::vector<std::pair<std::string, TextTemplate>> labels;  // texts with {FEEL} on the paper
    std::vector<size_t> label_reads;                           // slots
    size_t most_lets = 0;
    // Where a field ("person") or a column ("income.current") stands on the paper.
    std::unordered_map<std::string, PaperPlace> paper_places;
};

// Whether a cell may have such a path, in which U+0001 stands for anything. "" is no cell and names none.
bool is_cell(const FormDefinition& definition, std::string_view outline);

// Everything wrong is added to `faults`; the form is usable only if none was.
void compile_form(CompiledForm& form, std::vector<DefinitionFault>& faults);

}  // namespace shenbao
