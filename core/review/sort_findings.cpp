#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "core/form/sort_by.h"
#include "core/review/form_values.h"

namespace shenbao {
namespace {

class PaperOrder {
  public:
    PaperOrder(const CompiledForm& form, const FormValues& values) : m_form(form), m_values(values) {
        for (size_t i = 0; i < values.tables.size(); ++i) {
            m_rows_step = std::max(m_rows_step, values.tables[i].rows.size());
            m_tables.emplace(form.definition.tables[i].id, i);
        }
        for (const auto& [path, place] : form.paper_places)
            m_cells_step = std::max(m_cells_step, place.cell + 1);
    }

    std::uint64_t of(std::string_view path) {
        const PathParts parts = split_path(path);
        const auto place = m_form.paper_places.find(parts.table.empty() ? std::string(parts.field)
                                                                        : std::string(parts.table) + "." +
                                                                              std::string(parts.column));
        if (place == m_form.paper_places.end()) return 0;
        const size_t row = parts.table.empty() ? 0 : row_of(parts);
        return (std::uint64_t{place->second.row} * m_rows_step + row) * m_cells_step + place->second.cell;
    }

  private:
    // A row the table does not have stands first.
    size_t row_of(const PathParts& parts) {
        const auto table = m_tables.find(parts.table);
        if (table == m_tables.end()) return 0;
        const TableValues& values = m_values.tables[table->second];
        const size_t place = values.place_of(parts.row);
        return place < values.rows.size() ? place : 0;
    }

    const CompiledForm& m_form;
    const FormValues& m_values;
    size_t m_rows_step = 1, m_cells_step = 1;
    std::unordered_map<std::string_view, size_t> m_tables;
};

}  // namespace

void sort_findings(const CompiledForm& form, const FormValues& values, std::vector<Finding>& findings) {
    constexpr size_t kLevels = 4;
    PaperOrder order(form, values);
    sort_by(findings, [&](const Finding& finding) -> std::uint64_t {
        constexpr std::uint64_t kBehindAll = INT64_MAX / kLevels - 1;  // keys are signed
        const std::uint64_t place = finding.general         ? kBehindAll
                                    : finding.paths.empty() ? 0
                                                            : order.of(finding.paths.front());
        return place * kLevels + static_cast<std::uint64_t>(finding.level);
    });
}

}  // namespace shenbao
