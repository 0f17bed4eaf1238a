#include "app/draw/icons.h"

#include <initializer_list>

namespace shenbao::app {

namespace {

constexpr float kPi = 3.14159265F;

// A pen on the 16 × 16 grid.
class Pen {
  public:
    Pen(ImDrawList& list, float x, float y, float size, ImU32 color)
        : m_list(list), m_origin(x, y), m_scale(size / 16), m_color(color) {}

    void line(std::initializer_list<ImVec2> points, bool closed = false) {
        for (const ImVec2& point : points) m_list.PathLineTo(at(point));
        m_list.PathStroke(m_color, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width());
    }
    void box(ImVec2 a, ImVec2 b, float rounding) {
        m_list.AddRect(at(a), at(b), m_color, rounding * m_scale, 0, width());
    }
    void arc(ImVec2 centre, float radius, float from, float to) {
        m_list.PathArcTo(at(centre), radius * m_scale, from * kPi / 180, to * kPi / 180, 14);
        m_list.PathStroke(m_color, 0, width());
    }
    void circle(ImVec2 centre, float radius) {
        m_list.AddCircle(at(centre), radius * m_scale, m_color, 24, width());
    }
    void dot(ImVec2 centre, float radius) {
        m_list.AddCircleFilled(at(centre), radius * m_scale, m_color, 12);
    }

  private:
    ImVec2 at(ImVec2 p) const { return {m_origin.x + p.x * m_scale, m_origin.y + p.y * m_scale}; }
    float width() const { return 1.35F * m_scale; }

    ImDrawList& m_list;
    ImVec2 m_origin;
    float m_scale;
    ImU32 m_color;
};

void draw_command(Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::Open:
            pen.line({{2, 12.5F}, {2, 3.5F}, {6.2F, 3.5F}, {7.8F, 5.5F}, {13, 5.5F}, {13, 7.2F}});
            pen.line({{2, 12.5F}, {4.4F, 7.2F}, {15, 7.2F}, {12.6F, 12.5F}}, true);
            break;
        case Icon::Save:
            pen.line({{8, 2}, {8, 10}});
            pen.line({{4.8F, 7}, {8, 10.2F}, {11.2F, 7}});
            pen.line({{2.5F, 10.5F}, {2.5F, 13.5F}, {13.5F, 13.5F}, {13.5F, 10.5F}});
            break;
        case Icon::New:
            pen.line({{9.2F, 2}, {3.5F, 2}, {3.5F, 14}, {12.5F, 14}, {12.5F, 5.3F}}, false);
            pen.line({{9.2F, 2}, {12.5F, 5.3F}, {9.2F, 5.3F}}, true);
            pen.line({{8, 7.6F}, {8, 11.6F}});
            pen.line({{6, 9.6F}, {10, 9.6F}});
            break;
        case Icon::Undo:
            pen.line({{5.6F, 2.8F}, {2.6F, 5.8F}, {5.6F, 8.8F}});
            pen.line({{2.8F, 5.8F}, {9.6F, 5.8F}});
            pen.arc({9.6F, 9.6F}, 3.8F, -90, 90);
            pen.line({{9.6F, 13.4F}, {5.4F, 13.4F}});
            break;
        case Icon::Redo:
            pen.line({{10.4F, 2.8F}, {13.4F, 5.8F}, {10.4F, 8.8F}});
            pen.line({{13.2F, 5.8F}, {6.4F, 5.8F}});
            pen.arc({6.4F, 9.6F}, 3.8F, 270, 90);
            pen.line({{6.4F, 13.4F}, {10.6F, 13.4F}});
            break;
        case Icon::Print:
            pen.line({{4.2F, 6}, {4.2F, 2}, {11.8F, 2}, {11.8F, 6}});
            pen.line({{4.2F, 11.5F}, {2, 11.5F}, {2, 6}, {14, 6}, {14, 11.5F}, {11.8F, 11.5F}});
            pen.box({4.2F, 9.3F}, {11.8F, 14}, 0);
            break;
        case Icon::FitWidth:
            pen.line({{1.5F, 3}, {1.5F, 13}});
            pen.line({{14.5F, 3}, {14.5F, 13}});
            pen.line({{3.8F, 8}, {12.2F, 8}});
            pen.line({{6, 5.8F}, {3.8F, 8}, {6, 10.2F}});
            pen.line({{10, 5.8F}, {12.2F, 8}, {10, 10.2F}});
            break;
        case Icon::Sections:
            pen.box({2, 2.5F}, {14, 13.5F}, 1.5F);
            pen.line({{6.2F, 2.5F}, {6.2F, 13.5F}});
            break;
        case Icon::Findings:
            pen.box({2, 2.5F}, {14, 13.5F}, 1.5F);
            pen.line({{9.4F, 2.5F}, {9.4F, 13.5F}});
            break;
        case Icon::Drafts:
            pen.line({{5, 4.6F}, {5, 2}, {14, 2}, {14, 11}, {11.4F, 11}});
            pen.box({2, 4.8F}, {11, 14}, 0);
            pen.line({{4.4F, 8}, {8.6F, 8}});
            pen.line({{4.4F, 10.8F}, {8.6F, 10.8F}});
            break;
        default:
            break;
    }
}

void draw_sign(Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::Plus:
            pen.line({{8, 3.5F}, {8, 12.5F}});
            pen.line({{3.5F, 8}, {12.5F, 8}});
            break;
        case Icon::Minus:
            pen.line({{3.5F, 8}, {12.5F, 8}});
            break;
        case Icon::Close:
            pen.line({{4, 4}, {12, 12}});
            pen.line({{12, 4}, {4, 12}});
            break;
        case Icon::Check:
            pen.line({{3, 8.4F}, {6.6F, 12}, {13, 4.6F}});
            break;
        case Icon::Error:
            pen.circle({8, 8}, 6.2F);
            pen.line({{5.8F, 5.8F}, {10.2F, 10.2F}});
            pen.line({{10.2F, 5.8F}, {5.8F, 10.2F}});
            break;
        case Icon::Explain:
            pen.line({{8, 2.2F}, {14.4F, 13.4F}, {1.6F, 13.4F}}, true);
            pen.line({{8, 6.4F}, {8, 9.6F}});
            pen.dot({8, 11.5F}, 0.85F);
            break;
        case Icon::Hint:
            pen.circle({8, 8}, 6.2F);
            pen.line({{8, 7.4F}, {8, 11.2F}});
            pen.dot({8, 5.1F}, 0.85F);
            break;
        case Icon::Due:
            pen.circle({8, 8}, 4.6F);
            break;
        case Icon::ChevronDown:
            pen.line({{4, 6.2F}, {8, 10.2F}, {12, 6.2F}});
            break;
        case Icon::Remove:
            pen.line({{2.8F, 4.2F}, {13.2F, 4.2F}});
            pen.line({{6, 4.2F}, {6, 2.4F}, {10, 2.4F}, {10, 4.2F}});
            pen.line({{4.2F, 4.2F}, {4.8F, 13.8F}, {11.2F, 13.8F}, {11.8F, 4.2F}});
            break;
        case Icon::Up:
            pen.line({{4, 9.8F}, {8, 5.8F}, {12, 9.8F}});
            break;
        case Icon::Down:
            pen.line({{4, 6.2F}, {8, 10.2F}, {12, 6.2F}});
            break;
        default:
            break;
    }
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, float x, float y, float size, ImU32 color) {
    Pen pen(list, x, y, size, color);
    draw_command(pen, icon);
    draw_sign(pen, icon);
}

}  // namespace shenbao::app
