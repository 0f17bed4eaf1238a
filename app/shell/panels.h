// The panels beside the paper: whether they are open, and where everything lies in the window.
#pragma once

#include <optional>

#include "app/document/outcome.h"
#include "app/semantics/semantics.h"

namespace shenbao::app {

// What a native scroll bar may take from a region.
inline constexpr float kScrollBar = 14;

class Panels {
  public:
    // False: it was that size already.
    bool resize(float width, float height);
    float width() const { return m_width; }
    float height() const { return m_height; }

    bool sections_open() const { return m_sections.value_or(m_width >= 1200); }
    bool findings_open() const { return m_findings.value_or(m_width >= 1024); }
    // In narrow windows they lie over the paper as drawers: a tablet held upright.
    bool are_drawers() const;
    void toggle(Panel panel);
    void open_findings() { m_findings = true; }
    // A drawer has done its work once the paper is used again.
    void close_drawers();

    float left_width() const;   // 0 while closed
    float right_width() const;  // likewise
    // Names and places of all regions but the dialog. `help`: the height its content needs.
    void place(Region (&regions)[kRegionCount], bool banner, float help) const;

  private:
    float m_width = 1280, m_height = 720;
    std::optional<bool> m_sections, m_findings;  // as the person chose
};

}  // namespace shenbao::app
