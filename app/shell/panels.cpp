#include "app/shell/panels.h"

#include <algorithm>
#include <cmath>

#include "app/draw/theme.h"
#include "app/findings/filters_view.h"
#include "app/shell/banner_view.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

bool Panels::are_drawers() const {
    constexpr float kDrawers = 900;
    return m_width < kDrawers;
}

bool Panels::resize(float width, float height) {
    if (width == m_width && height == m_height) return false;
    const bool had_drawers = are_drawers();
    m_width = width;
    m_height = height;
    // Panels that lay beside the paper must not cover it now.
    if (are_drawers() && !had_drawers) m_sections.reset(), m_findings.reset();
    return true;
}

void Panels::toggle(Panel panel) {
    std::optional<bool>& one = panel == Panel::Sections ? m_sections : m_findings;
    std::optional<bool>& other = panel == Panel::Sections ? m_findings : m_sections;
    one = !(panel == Panel::Sections ? sections_open() : findings_open());
    if (are_drawers() && *one) other = false;
}

void Panels::close_drawers() {
    if (are_drawers()) m_sections.reset(), m_findings.reset();
}

float Panels::left_width() const {
    if (!sections_open()) return 0;
    return m_width < 1200 ? 188.0F : m_width < 1500 ? 216.0F : 240.0F;
}

float Panels::right_width() const {
    if (!findings_open()) return 0;
    return m_width < 1200 ? 296.0F : m_width < 1500 ? 332.0F : 360.0F;
}

void Panels::place(Region (&regions)[kRegionCount], bool banner, float help_wanted) const {
    const float bar = banner ? kBannerHeight : 0;
    const float top = kToolbarHeight + bar, height = std::max(0.0F, m_height - top - kStatusHeight);
    const float help = std::min(help_wanted, std::floor(height * 0.36F));
    const float left = left_width(), right = m_width - right_width();
    const auto at = [&](RegionId id) -> Region& { return regions[static_cast<size_t>(id)]; };
    const auto place = [&](RegionId id, std::string_view name, Rect rect, bool visible) {
        at(id).name = name;
        at(id).rect = rect;
        at(id).visible = visible;
    };
    place(RegionId::Toolbar, texts::kToolbar, {0, 0, m_width, top}, true);
    place(RegionId::Sections, texts::kSections, {0, top, left, height}, sections_open());
    const float paper_left = are_drawers() ? 0 : left, paper_right = are_drawers() ? m_width : right;
    place(RegionId::Paper, texts::kPaper, {paper_left, top, std::max(0.0F, paper_right - paper_left), height},
          true);
    place(RegionId::Filters, texts::kFilters, {right, top, right_width(), kFiltersHeight}, findings_open());
    place(RegionId::Findings, texts::kFindings,
          {right, top + kFiltersHeight, right_width(), std::max(0.0F, height - kFiltersHeight - help)},
          findings_open());
    place(RegionId::Help, texts::kHelp, {right, top + height - help, right_width(), help}, findings_open());
    place(RegionId::Status, texts::kStatus, {0, m_height - kStatusHeight, m_width, kStatusHeight}, true);
    place(RegionId::Banner, texts::kBanner, {0, kToolbarHeight, m_width, bar}, bar > 0);
    for (RegionId id : {RegionId::Toolbar, RegionId::Status, RegionId::Filters, RegionId::Banner})
        at(id).content_width = at(id).rect.width, at(id).content_height = at(id).rect.height;
}

}  // namespace shenbao::app
