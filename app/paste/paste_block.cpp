#include "app/paste/paste_block.h"

#include <algorithm>

#include "core/form/value.h"
#include "core/formats/json/json_tree.h"

namespace shenbao::app {
namespace {

bool ends_cell(std::string_view text, size_t at) {
    return at >= text.size() || text[at] == '\t' || text[at] == '\n' || text[at] == '\r';
}

// The cell at `at` without its quotes, and `at` behind it; nothing if it is not quoted as a whole.
std::optional<std::string> quoted_cell(std::string_view text, size_t& at) {
    if (at >= text.size() || text[at] != '"') return {};
    std::string cell;
    for (size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] != '"') {
            cell += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '"') {
            cell += text[++i];
        } else {
            if (!ends_cell(text, i + 1)) return {};
            at = i + 1;
            return cell;
        }
    }
    return {};
}

bool is_control(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 || code == 0x7F;
}

}  // namespace

size_t PasteBlock::widest() const {
    size_t most = 0;
    for (const auto& row : rows) most = std::max(most, row.size());
    return most;
}

PasteBlock block_from_lines(std::string_view plain) {
    PasteBlock block;
    // A line end closes the last line, it does not begin another.
    for (size_t at = 0, row = 0; at < plain.size(); ++row) {
        const bool kept = row < kMostPastedRows;
        if (kept) block.rows.emplace_back();
        for (size_t column = 0;; ++column) {
            const size_t start = at;
            std::optional<std::string> cell = quoted_cell(plain, at);
            if (!cell) {
                while (!ends_cell(plain, at)) ++at;
                cell = std::string(plain.substr(start, at - start));
            }
            if (kept && column < kMostPastedColumns)
                block.rows.back().push_back(std::move(cell));
            else
                ++block.left_out;
            if (at >= plain.size() || plain[at] != '\t') break;
            ++at;
        }
        if (at < plain.size() && plain[at] == '\r') ++at;
        if (at < plain.size() && plain[at] == '\n') ++at;
    }
    return block;
}

std::optional<PasteBlock> block_from_json(std::string_view json) {
    const JsonTreeResult read = parse_json_tree(json);
    if (read.status != ReadStatus::Ok || !read.tree.is(JsonTree::Kind::Array)) return {};
    PasteBlock block;
    for (const JsonTree& row : read.tree.items) {
        if (!row.is(JsonTree::Kind::Array)) return {};
        const bool kept = block.rows.size() < kMostPastedRows;
        if (kept) block.rows.emplace_back();
        for (const JsonTree& cell : row.items) {
            if (!kept || block.rows.back().size() >= kMostPastedColumns)
                ++block.left_out;
            else if (cell.is(JsonTree::Kind::String))
                block.rows.back().emplace_back(cell.text);
            else
                block.rows.back().emplace_back();
        }
    }
    return block;
}

bool has_line_ends(std::string_view text) {
    return text.find_first_of("\n\r\t") != std::string_view::npos;
}

std::string pasted_text(std::string_view text, bool one_line) {
    text = trim_blanks(text);
    std::string result;
    bool broken = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (byte == '\n' || byte == '\r' || byte == '\t') {
            if (byte == '\n' && !one_line)
                result += byte;
            else
                broken = broken || one_line || byte == '\t';
            continue;
        }
        if (is_control(byte)) continue;
        const bool wide = !result.empty() && (byte & 0x80) != 0 && (result.back() & 0x80) != 0;
        if (broken && !result.empty() && !wide && result.back() != '\n') result += ' ';
        broken = false;
        result += byte;
    }
    return result;
}

}  // namespace shenbao::app
