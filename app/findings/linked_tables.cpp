#include "app/findings/linked_tables.h"

#include <algorithm>
#include <map>
#include <utility>

#include "app/document/preview.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/texts_zh.h"
#include "core/form/peers.h"
#include "core/form/value.h"

namespace shenbao::app {

namespace {

constexpr std::array<std::string_view, 3> kHeads{texts::kColumnCell, texts::kColumnNow, texts::kColumnThen};

Outcome shown(Preview preview) {
    return Outcome::of(effect::RequireEditing{},
                       effect::ShowPreview{std::make_shared<Preview>(std::move(preview))});
}

const std::string& title_of(const FormDefinition& definition, std::string_view table) {
    return definition.table(table)->title;
}

// `changed`: the model is what was just changed.
Preview alignment(const Document& document, std::string_view model, std::string_view target, bool changed) {
    const FormDefinition& definition = document.definition();
    const std::string& by = title_of(definition, model);
    std::vector<Edit> edits = align_rows_edits(definition, document.declaration(), model, target);
    Preview preview{"align",
                    align_label(definition, model),
                    texts::align_summary(by, title_of(definition, target), changed),
                    {},
                    0,
                    {}};
    preview.parts = {{"change", {}, kHeads, preview_lines(document, edits)}};
    if (!edits.empty())
        preview.choices.push_back(
            {texts::aligned_with(by), align_label(definition, model), std::move(edits)});
    return preview;
}

// One text into each cell that is to be filled.
class Filling {
  public:
    Filling(const Document& document, const TableDefinition& table)
        : m_document(document), m_table(table), m_peer(*peer_of(document.definition(), table.id)) {}

    // `all`: also cells that say something else.
    std::vector<Edit> run(bool all) {
        std::vector<Edit> edits;
        for (const DeclaredRow& row : m_document.declaration().rows.at(m_table.id))
            if (m_document.row(m_peer.id, row.id) != nullptr) fill_row(row.id, all, edits);
        return edits;
    }

  private:
    std::string_view text(const std::string& path) const { return m_document.declaration().text(path); }

    void fill_row(const std::string& row, bool all, std::vector<Edit>& edits) const {
        std::map<std::string_view, std::string_view> after;  // by column
        for (const ColumnDefinition& column : m_table.columns) {
            const std::string path = cell_path(m_table.id, row, column.id);
            const std::string_view now = text(path);
            std::string_view& then = after[column.id] = now;
            if (column.filled_from.empty()) continue;
            const std::string_view from = text(cell_path(m_peer.id, row, column.filled_from));
            const bool blank = trim_blanks(now).empty(), none = says_none(after[column.about]);
            if (none ? all && !blank : from != now && !trim_blanks(from).empty() && (all || blank)) {
                then = none ? std::string_view() : from;
                edits.push_back(SetValue{path, std::string(then)});
            }
        }
    }
    static bool says_none(std::string_view text) {
        return read_value(ValueType::Indicator, text).kind == IndicatorKind::None;
    }

    const Document& m_document;
    const TableDefinition& m_table;
    const TableDefinition& m_peer;
};

std::string path_of(const Edit& edit) {
    return std::get<SetValue>(edit).path;
}

}  // namespace

std::string align_label(const FormDefinition& definition, std::string_view table) {
    const TableDefinition* peer = peer_of(definition, table);
    if (peer == nullptr) return {};
    const bool follows = follows_peer(*definition.table(table));
    const std::string &one = follows ? peer->title : title_of(definition, table),
                      &other = follows ? title_of(definition, table) : peer->title;
    return texts::align(one, other);
}

Outcome align_tables(const Document& document, std::string_view table) {
    const FormDefinition& definition = document.definition();
    const TableDefinition* peer = peer_of(definition, table);
    if (peer == nullptr) return {};
    const std::string_view model = table_to_align_with(definition, document.history(), table);
    const std::string_view target = model == table ? std::string_view(peer->id) : table;
    const bool changed = !document.history().last_arranged(table, peer->id).empty();
    Preview preview = alignment(document, model, target, changed);
    auto other = std::make_shared<Preview>(alignment(document, target, model, false));
    if (!other->choices.empty()) {
        std::string label = other->choices[0].label;
        preview.choices.push_back({std::move(label), {}, {}, {}, std::move(other)});
    }
    return shown(std::move(preview));
}

const TableDefinition* following_table(const FormDefinition& definition, std::string_view table) {
    const auto follows = [&](const TableDefinition* one) { return one != nullptr && follows_peer(*one); };
    if (const TableDefinition* one = definition.table(table); follows(one)) return one;
    if (const TableDefinition* peer = peer_of(definition, table); follows(peer)) return peer;
    const auto first = std::find_if(definition.tables.begin(), definition.tables.end(), follows_peer);
    return first == definition.tables.end() ? nullptr : &*first;
}

std::string fill_label(const FormDefinition& definition, std::string_view table) {
    const TableDefinition* one = following_table(definition, table);
    if (one == nullptr) return {};
    return texts::fill_from(one->title, peer_of(definition, one->id)->title);
}

bool can_be_filled(const Document& document, std::string_view path) {
    const PathParts parts = split_path(path);
    const TableDefinition* table = document.definition().table(parts.table);
    const ColumnDefinition* column = table == nullptr ? nullptr : table->column(parts.column);
    return column != nullptr && !column->filled_from.empty() && document.text(path).empty() &&
           !document.text(cell_path(table->peer, parts.row, column->filled_from)).empty();
}

Outcome fill_from_peer(const Document& document, std::string_view wanted) {
    const FormDefinition& definition = document.definition();
    const TableDefinition* table = following_table(definition, wanted);
    if (table == nullptr) return {};
    std::vector<Edit> blank = Filling(document, *table).run(false), all = Filling(document, *table).run(true);
    std::vector<Edit> others;
    for (const Edit& edit : all)
        if (std::none_of(blank.begin(), blank.end(),
                         [&](const Edit& one) { return path_of(one) == path_of(edit); }))
            others.push_back(edit);
    const std::string label = fill_label(definition, wanted);
    Preview preview{"fill", label, texts::fill_summary(blank.size(), others.size()), {}, 0, {}};
    preview.parts = {{"change", {}, kHeads, preview_lines(document, blank)},
                     {"other", texts::kFillOthers, kHeads, preview_lines(document, others)}};
    const auto choose = [&](std::string words, std::vector<Edit> edits) {
        std::string step = texts::cells_step(label, edits.size());
        preview.choices.push_back({std::move(words), std::move(step), std::move(edits)});
    };
    const bool some = !blank.empty();
    if (some) choose(std::string(texts::kFillBlank), std::move(blank));
    if (!others.empty()) choose(std::string(texts::kFillAll), std::move(all));
    return shown(std::move(preview));
}

}  // namespace shenbao::app
