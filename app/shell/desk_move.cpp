#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "app/paper/paper_view.h"
#include "app/shell/desk.h"
#include "app/shell/platform.h"

namespace shenbao::app {

std::vector<std::string> names_of_rows(const Sheet& sheet) {
    std::vector<std::string> names;
    for (const SheetRow& row : sheet.rows) names.push_back(row.table + "." + row.table_row);
    return names;
}

const SheetCell* Desk::cell_of(std::string_view path) const {
    return path.empty() ? nullptr : m_document.sheet().find(path);
}

const SheetCell* Desk::focused_cell() const {
    return cell_of(path_of(m_interaction.focused));
}

bool Desk::paper_is_current() const {
    const Sheet& sheet = m_document.sheet();
    if (std::exchange(m_rows_compared, m_document.revision()) != m_document.revision())
        m_rows_agree = m_paper.cells.size() == sheet.cells.size() && m_paper_rows == names_of_rows(sheet);
    return m_rows_agree;
}

const SheetCell* Desk::nearest_cell(std::string_view path) const {
    if (const SheetCell* cell = cell_of(path)) return cell;
    const size_t first = path.find('.');
    if (first == std::string_view::npos) return nullptr;
    std::string row(path.substr(0, path.find('.', first + 1)));
    row += '.';
    for (const SheetCell& cell : m_document.sheet().cells)
        if (cell.path.starts_with(row)) return &cell;
    return nullptr;
}

void Desk::go_to_cell(std::string_view path) {
    const SheetCell* cell = nearest_cell(path);
    if (cell == nullptr) return;
    close_drawers();
    if (cell->kind == SheetCellKind::Input) {
        m_active = cell->path;
        m_selected.clear();
        platform::focus(cell_id(cell->path), true);
    } else {
        // A computed cell takes no keyboard; it is framed and brought into sight.
        m_selected = cell->path;
        reveal(*cell, region(RegionId::Paper).rect.height / 3);
    }
    platform::request_frame();
}

std::vector<size_t> Desk::findings_in_order() const {
    std::vector<size_t> order;
    const auto& findings = m_document.state().findings;
    for (Level level : {Level::Error, Level::Explain, Level::Hint})
        for (size_t i = 0; i < findings.size(); ++i)
            if (findings[i].level == level && passes(m_filter, level)) order.push_back(i);
    return order;
}

void Desk::make_current(size_t finding) {
    m_current_finding = m_last_finding = m_finding_ids[finding];
    m_reveal_finding = true;
    const std::vector<size_t> order = findings_in_order();
    m_finding_place = static_cast<size_t>(std::find(order.begin(), order.end(), finding) - order.begin());
}

void Desk::go_to_finding(size_t index) {
    const std::vector<Finding>& findings = m_document.state().findings;
    if (index >= findings.size()) return;
    make_current(index);
    if (!findings[index].paths.empty()) go_to_cell(std::string(findings[index].paths.front()));
    announce(findings[index].message);
    platform::request_frame();
}

void Desk::go_to_next_finding(int direction) {
    const std::vector<size_t> order = findings_in_order();
    if (order.empty()) return;
    const int last = finding_index(m_last_finding);
    const auto found = std::find(order.begin(), order.end(), static_cast<size_t>(std::max(0, last)));
    const auto count = static_cast<ptrdiff_t>(order.size());
    ptrdiff_t next = direction > 0 ? 0 : count - 1;
    if (last >= 0 && found != order.end())
        next = found - order.begin() + direction;
    else if (!m_last_finding.empty())
        // It is mended: the next one has moved up to its place.
        next = static_cast<ptrdiff_t>(m_finding_place) + std::min(direction, 0);
    go_to_finding(order[static_cast<size_t>((next + count) % count)]);
}

// The finding shown as current is one about the active cell, if there is any.
void Desk::follow_active_cell() {
    const std::vector<Finding>& findings = m_document.state().findings;
    const auto about = [&](const Finding& finding) {
        return std::any_of(finding.paths.begin(), finding.paths.end(), [&](const std::string& path) {
            const SheetCell* cell = path == m_active ? nullptr : nearest_cell(path);
            return path == m_active || (cell != nullptr && cell->path == m_active);
        });
    };
    const int current = finding_index(m_current_finding);
    if (current >= 0 && about(findings[static_cast<size_t>(current)])) return;
    for (size_t index : findings_in_order()) {
        if (!about(findings[index])) continue;
        make_current(index);
        return;
    }
    m_current_finding.clear();
}

void Desk::go_to_section(std::string_view section) {
    close_drawers();
    const Sheet& sheet = m_document.sheet();
    for (size_t row = 0; row < sheet.rows.size() && row < m_paper.row_tops.size(); ++row) {
        if (sheet.rows[row].section != section) continue;
        platform::scroll_to(static_cast<int>(RegionId::Paper), region(RegionId::Paper).scroll_x,
                            row == 0 ? 0 : std::max(0.0F, m_paper.row_tops[row] - 12));
        break;
    }
    platform::request_frame();
}

std::string_view Desk::current_section() const {
    const Sheet& sheet = m_document.sheet();
    const Region& paper = region(RegionId::Paper);
    // That of the active cell while it is in sight, else the one at the top of the view.
    if (const SheetCell* cell = cell_of(shown_path())) {
        const float top = m_paper.row_tops[static_cast<size_t>(cell->row)];
        if (top >= paper.scroll_y && top < paper.scroll_y + paper.rect.height)
            return sheet.rows[static_cast<size_t>(cell->row)].section;
    }
    std::string_view section;
    for (size_t row = 0; row < sheet.rows.size(); ++row) {
        if (sheet.rows[row].section.empty()) continue;
        if (!section.empty() && m_paper.row_tops[row] > paper.scroll_y + 80) break;
        section = sheet.rows[row].section;
    }
    return section;
}

// Round the window as it is read; in each region to what was current there, else to its first control.
void Desk::go_to_region(int direction) {
    constexpr RegionId kRound[] = {RegionId::Toolbar, RegionId::Banner,  RegionId::Sections,
                                   RegionId::Paper,   RegionId::Filters, RegionId::Findings};
    constexpr int kCount = static_cast<int>(std::size(kRound));
    constexpr int kPaper = 3;
    const auto entry = [&](RegionId id) -> const Node* {
        const Node* first = nullptr;
        for (const Node& node : nodes(id)) {
            if (node.role < Role::TextBox || node.role > Role::Link) continue;
            if (node.current || (id == RegionId::Paper && path_of(node.id) == m_active)) return &node;
            if (first == nullptr && !(node.read_only && id == RegionId::Paper)) first = &node;
        }
        return first;
    };
    int from = kPaper - direction;
    for (int i = 0; i < kCount; ++i)
        for (const Node& node : nodes(kRound[i]))
            if (!m_interaction.focused.empty() && node.id == m_interaction.focused) from = i;
    for (int step = 1; step <= kCount; ++step) {
        const RegionId id = kRound[(from + step * direction + 2 * kCount * kCount) % kCount];
        const Node* node = region(id).visible ? entry(id) : nullptr;
        if (node == nullptr) continue;
        announce(region(id).name);
        platform::focus(node->id, true);
        platform::request_frame();
        return;
    }
}

bool Desk::move_from(std::string_view path, Key direction) {
    const SheetCell* from = cell_of(path);
    if (from == nullptr) return false;
    if (!paper_is_current()) {
        m_waiting_move = direction;
        platform::request_frame();
        return true;
    }
    m_selection.clear();
    if (const SheetCell* next = neighbour(*from, direction)) {
        platform::focus(cell_id(next->path), true);
        return true;
    }
    // At the end Enter stays, an arrow is left to the browser.
    return direction == Key::Enter || direction == Key::ShiftEnter;
}

const SheetCell* Desk::neighbour(const SheetCell& from, Key direction) const {
    if (!paper_is_current()) return nullptr;
    const Sheet& sheet = m_document.sheet();
    const Rect& here = m_paper.cells[static_cast<size_t>(&from - sheet.cells.data())];
    const bool enter = direction == Key::Enter || direction == Key::ShiftEnter;
    const bool vertical = enter || direction == Key::Up || direction == Key::Down;
    const bool forward = direction == Key::Enter || direction == Key::Down || direction == Key::Right;
    const SheetCell* best = nullptr;
    float best_distance = std::numeric_limits<float>::max();
    for (size_t i = 0; i < sheet.cells.size(); ++i) {
        const SheetCell& cell = sheet.cells[i];
        if (cell.kind != SheetCellKind::Input || &cell == &from) continue;
        const Rect& there = m_paper.cells[i];
        // Along the way, and across it by the distance of the nearer edges: 0 while they overlap.
        const float along =
            vertical ? (forward ? there.y - (here.y + here.height) : here.y - (there.y + there.height))
                     : (forward ? there.x - (here.x + here.width) : here.x - (there.x + there.width));
        if (along < -1) continue;
        const float low = vertical ? std::max(here.x, there.x) : std::max(here.y, there.y);
        const float high = vertical ? std::min(here.x + here.width, there.x + there.width)
                                    : std::min(here.y + here.height, there.y + there.height);
        const float across = std::max(0.0F, low - high + 1);
        if (!vertical && across > 0) continue;
        const float start = vertical ? std::abs(there.x - here.x) : std::abs(there.y - here.y);
        const float distance = along + across * 3 + start * 0.01F;
        if (distance < best_distance) best_distance = distance, best = &cell;
    }
    return best;
}

}  // namespace shenbao::app
