#include "core/formats/matching/headline.h"

#include <algorithm>

#include "core/form/sort_by.h"
#include "core/form/value.h"

namespace shenbao {
namespace {

// "4.长期目标" and "长期目标" are the same note.
std::string without_number(std::string key) {
    const size_t digits = key.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string::npos) return key;
    for (const std::string_view mark : {".", "、", ")"})
        if (std::string_view(key).substr(digits).starts_with(mark)) return key.substr(digits + mark.size());
    return key;
}

struct Place {
    size_t begin = 0, end = 0;  // in signs
    bool whole = true;          // false: only up to the colon
    size_t label = 0;
};

}  // namespace

PaperLines::PaperLines(const FormDefinition& definition, const std::vector<ExpectedRow>& rows) {
    for (const ExpectedRow& row : rows) {
        if (row.row->kind == SheetRowKind::Grid) continue;
        for (size_t i = 0; i < row.cells.size(); ++i) {
            const SheetCell& cell = *row.cells[i].cell;
            if (cell.kind != SheetCellKind::Label) continue;
            if (row.row->kind != SheetRowKind::Headline) {
                m_fixed.push_back(without_number(label_key(cell.text)));
                continue;
            }
            const size_t colon = std::min(cell.text.find("："), cell.text.find(':'));
            const std::string start =
                colon == std::string::npos ? cell.text : cell.text.substr(0, colon) + ":";
            const bool has_value =
                i + 1 < row.cells.size() && row.cells[i + 1].kind == ExpectedCell::Kind::Value;
            m_labels.push_back({FoldedText(cell.text), FoldedText(start), cell.text,
                                has_value ? row.cells[i + 1].cell : nullptr});
        }
    }
    for (const std::string& instruction : definition.instructions)
        m_fixed.push_back(without_number(label_key(instruction)));
}

LineReading PaperLines::read(std::string_view line) const {
    LineReading reading;
    if (std::find(m_fixed.begin(), m_fixed.end(), without_number(label_key(line))) != m_fixed.end()) {
        reading.known = true;
        reading.labels = 1;
        return reading;
    }
    const FoldedText text(line);
    std::vector<Place> places;
    for (size_t i = 0; i < m_labels.size(); ++i) {
        const Label& label = m_labels[i];
        size_t at = text.signs.find(label.words.signs);
        const bool whole = at != std::u32string::npos;
        if (!whole) at = text.signs.find(label.start.signs);
        if (at == std::u32string::npos || label.words.signs.empty()) continue;
        places.push_back({at, at + (whole ? label.words : label.start).signs.size(), whole, i});
    }
    if (places.empty()) return reading;
    sort_by(places, [](const Place& place) { return place.begin; });
    reading.known = true;
    reading.labels = static_cast<int>(places.size());
    const auto between = [&](size_t from, size_t to) {
        if (to <= from) return std::string();
        const size_t begin = text.offsets[from], end = text.offsets[to];
        return std::string(trim_blanks(line.substr(begin, end - begin)));
    };
    if (std::string before = between(0, places.front().begin); !before.empty())
        reading.parts.push_back({HeadlinePart::Kind::Stray, nullptr, {}, std::move(before)});
    for (size_t i = 0; i < places.size(); ++i) {
        const Label& label = m_labels[places[i].label];
        const size_t end = i + 1 < places.size() ? places[i + 1].begin : text.signs.size();
        std::string rest = between(places[i].end, end);
        if (rest.empty() && places[i].whole) continue;
        if (label.value != nullptr)
            reading.parts.push_back({HeadlinePart::Kind::Value, label.value, {}, std::move(rest)});
        else if (!places[i].whole)
            reading.parts.push_back({HeadlinePart::Kind::OtherWords, nullptr, label.text, std::move(rest)});
        else
            reading.parts.push_back({HeadlinePart::Kind::Stray, nullptr, {}, std::move(rest)});
    }
    return reading;
}

}  // namespace shenbao
