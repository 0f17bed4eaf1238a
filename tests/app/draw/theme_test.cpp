// Colours that can be told apart: WCAG 2.2, contrast ratio
// (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), 1.4.3 for text and 1.4.11 for marks, focus and the
// edges of fields. Disabled commands are exempt by both. The small type of this application is never “large
// text”.
#include "app/draw/theme.h"

#include <gtest/gtest.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/drafts/draft_library.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

using app::Palette;

constexpr ImU32 opaque(unsigned hex) {
    return IM_COL32((hex >> 16) & 255, (hex >> 8) & 255, hex & 255, 255);
}
double channel(ImU32 color, int shift) {
    return static_cast<double>((color >> shift) & 255) / 255;
}

double luminance(ImU32 color) {
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(channel(color, IM_COL32_R_SHIFT)) +
           0.7152 * linear(channel(color, IM_COL32_G_SHIFT)) +
           0.0722 * linear(channel(color, IM_COL32_B_SHIFT));
}
double contrast(ImU32 one, ImU32 other) {
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

// What is seen where a colour that lets through is painted over an opaque one.
ImU32 painted(ImU32 over, ImU32 ground) {
    const double part = channel(over, IM_COL32_A_SHIFT);
    const auto mixed = [&](int shift) {
        const double value = channel(over, shift) * part + channel(ground, shift) * (1 - part);
        return static_cast<ImU32>(std::lround(value * 255)) << shift;
    };
    return mixed(IM_COL32_R_SHIFT) | mixed(IM_COL32_G_SHIFT) | mixed(IM_COL32_B_SHIFT) | IM_COL32_A_MASK;
}

std::string hex(ImU32 color) {
    char text[8];
    std::snprintf(text, sizeof text, "#%02X%02X%02X", (color >> IM_COL32_R_SHIFT) & 255,
                  (color >> IM_COL32_G_SHIFT) & 255, (color >> IM_COL32_B_SHIFT) & 255);
    return text;
}

std::string verdict(ImU32 ink, ImU32 ground) {
    return hex(ink) + " on " + hex(ground) + " is " + std::to_string(contrast(ink, ground)).substr(0, 4);
}

TEST(Contrast, IsThatOfThePublishedExamples) {
    EXPECT_NEAR(contrast(opaque(0x000000), opaque(0xFFFFFF)), 21, 0.001);
    EXPECT_NEAR(contrast(opaque(0x777777), opaque(0xFFFFFF)), 4.48, 0.005);
    EXPECT_NEAR(contrast(opaque(0xFFFFFF), opaque(0x767676)), 4.54, 0.005);
    EXPECT_NEAR(contrast(opaque(0xFF0000), opaque(0xFFFFFF)), 4.00, 0.005);
    EXPECT_EQ(contrast(opaque(0x345678), opaque(0x345678)), 1);
}

struct Scheme {
    bool dark, high_contrast;
};
std::string name_of(const Scheme& scheme) {
    return std::string(scheme.dark ? "Dark" : "Light") + (scheme.high_contrast ? "HighContrast" : "");
}
void PrintTo(const Scheme& scheme, std::ostream* out) {
    *out << name_of(scheme);
}
constexpr Scheme kSchemes[] = {{false, false}, {true, false}, {false, true}, {true, true}};

class Theme : public ::testing::TestWithParam<Scheme> {
  protected:
    const Palette& colors() const { return app::palette_for(GetParam().dark, GetParam().high_contrast); }
    double least_of_text() const { return GetParam().high_contrast ? 7 : 4.5; }
    double least_of_marks() const { return GetParam().high_contrast ? 4.5 : 3; }
};

// The marks of each view and what they lie on.
TEST_P(Theme, MarksStandOutFromWhatTheyLieOn) {
    const Palette& c = colors();
    struct Marks {
        const char* what;
        std::vector<ImU32> inks, grounds;
    };
    const Marks all[] = {
        {"focus of buttons, sections and findings",
         {c.accent},
         {c.surface, c.sunken, c.hover, c.pressed, c.accent_soft, c.error_soft, c.explain_soft, c.hint_soft}},
        {"focus and range on the paper",
         {c.accent},
         {c.page, c.label_fill, c.computed_fill, c.required_fill, c.hover_fill}},
        {"icons of buttons", {c.text}, {c.surface, c.hover, c.pressed, c.hint_soft, c.explain_soft}},
        {"icons of buttons that are on", {c.accent_strong}, {c.accent_soft, c.pressed}},
        {"rules of the paper",
         {c.rule},
         {c.page, c.label_fill, c.computed_fill, c.required_fill, c.hover_fill}},
        {"the line to write on", {c.rule_faint}, {c.page, c.hover_fill}},
        {"edges of fields off the paper",
         {c.rule_faint},
         {c.page, c.surface, c.hover, c.explain_soft, c.accent_soft}},
        {"corners of cells with findings",
         {c.error, c.explain, c.hint},
         {c.page, c.computed_fill, c.required_fill, c.hover_fill}},
        {"the arrow of a list", {c.text_faint}, {c.hover_fill}},
        {"row buttons", {c.accent, c.error}, {c.surface}},
        {"row buttons under the pointer", {c.on_accent}, {c.accent, c.error}},
        {"icons of findings",
         {c.error, c.explain, c.hint, c.good},
         {c.surface, c.hover, c.error_soft, c.explain_soft, c.hint_soft}},
        {"bars of what is current", {c.accent}, {c.accent_soft}},
        {"nothing was found", {c.good}, {c.good_soft}},
        {"progress", {c.accent, c.good}, {c.pressed}},
        {"how full the store is", {c.accent, c.error}, {c.pressed}},
        {"whether the draft is saved", {c.good, c.explain, c.error, c.text_faint}, {c.surface}},
    };
    for (const Marks& marks : all)
        for (ImU32 ink : marks.inks)
            for (ImU32 ground : marks.grounds)
                EXPECT_GE(contrast(ink, ground), least_of_marks())
                    << marks.what << ": " << verdict(ink, ground);
}

// The letters of a frame as they are seen, each ink with each ground: glyphs are quads with a picture of
// their own, grounds are triangles of one colour.
class Letters {
  public:
    void look() {
        const ImDrawData* data = ImGui::GetDrawData();
        m_grounds.clear();
        for (const ImDrawList* list : data->CmdLists)
            for (const ImDrawCmd& command : list->CmdBuffer) read(*list, command);
    }
    // Ink and ground of every letter seen so far, and how often.
    const std::map<std::pair<ImU32, ImU32>, int>& seen() const { return m_seen; }

  private:
    struct Triangle {
        ImVec2 a, b, c;
        ImU32 color;
        ImVec4 clip;
    };

    void read(const ImDrawList& list, const ImDrawCmd& command) {
        const ImVec2 blank = list._Data->TexUvWhitePixel;
        const auto vertex = [&](unsigned i) -> const ImDrawVert& {
            return list.VtxBuffer[static_cast<int>(command.VtxOffset) +
                                  list.IdxBuffer[static_cast<int>(command.IdxOffset + i)]];
        };
        for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
            const ImDrawVert &a = vertex(i), &b = vertex(i + 1), &c = vertex(i + 2);
            const bool solid = a.uv.x == blank.x && a.uv.y == blank.y;
            // The second half of a glyph says nothing new; soft edges of shapes are no ground.
            if (solid && a.col == b.col && a.col == c.col && (a.col & IM_COL32_A_MASK) != 0)
                m_grounds.push_back({a.pos, b.pos, c.pos, a.col, command.ClipRect});
            if (!solid && a.pos.y == b.pos.y)
                note(a.col, {(a.pos.x + c.pos.x) / 2, (a.pos.y + c.pos.y) / 2}, command.ClipRect);
        }
    }

    static bool within(const ImVec4& clip, ImVec2 p) {
        return p.x >= clip.x && p.y >= clip.y && p.x < clip.z && p.y < clip.w;
    }
    static bool within(const Triangle& t, ImVec2 p) {
        const auto side = [&](ImVec2 from, ImVec2 to) {
            return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
        };
        const float one = side(t.a, t.b), two = side(t.b, t.c), three = side(t.c, t.a);
        return (one >= 0 && two >= 0 && three >= 0) || (one <= 0 && two <= 0 && three <= 0);
    }

    void note(ImU32 ink, ImVec2 at, const ImVec4& clip) {
        if (!within(clip, at)) return;
        ImU32 ground = 0;
        for (const Triangle& triangle : m_grounds)
            if (within(triangle.clip, at) && within(triangle, at)) ground = painted(triangle.color, ground);
        ++m_seen[{ink, ground}];
    }

    std::vector<Triangle> m_grounds;
    std::map<std::pair<ImU32, ImU32>, int> m_seen;
};

// Draws the page in the states a person brings it into, and looks at the letters of each.
class Tour {
  public:
    Tour(HeadlessWorkbench& page, Letters& letters) : m_page(page), m_letters(letters) {}

    void paper() {
        look();
        point_at_everything();
        m_page.focus("cell:income.fiscal.current");
        look();
        for (int i = 0; i < 3; ++i) m_page.press("Shift+ArrowDown");
        m_page.press("Shift+ArrowRight");
        look();
        m_page.blur();
    }
    void findings() {
        const size_t count = ids("finding:").size();
        for (size_t i = 0; i < count; ++i) {
            m_page.press("F8");
            look();
        }
        for (const char* filter : {"filter:error", "filter:explain", "filter:hint", "filter:all"}) {
            m_page.click(filter);
            look();
        }
    }
    void draft_manager() {
        m_page.click("button:drafts");
        point_at_everything();
        for (const char* command : {"drafts:rename:", "drafts:compare:", "drafts:versions:"}) {
            const std::vector<std::string> found = ids(command);
            if (found.empty()) continue;
            m_page.click(found[0]);
            look();
            point_at_everything();
            if (m_page.has("drafts:back")) m_page.click("drafts:back");
        }
        m_page.click("drafts:close");
    }
    void other_dialogs() {
        m_page.press("F1");
        point_at_everything();
        m_page.press("F1");
        m_page.focus("cell:income.fiscal.current");
        m_page.workbench().paste("1\t2\t\t3\t4\nx\t", "");
        point_at_everything();
        m_page.click("paste:close");
    }

  private:
    void look() {
        m_page.settle();
        // A frame in which the atlas grew has two white pixels.
        app::platform::request_frame();
        m_page.settle();
        m_letters.look();
    }
    std::vector<std::string> ids(std::string_view stem) {
        std::vector<std::string> found;
        for (const app::Node& node : m_page.semantics().nodes)
            if (node.id.starts_with(stem)) found.push_back(node.id);
        return found;
    }
    // Hovers and presses one of each kind.
    void point_at_everything() {
        std::set<std::string> kinds;
        std::vector<std::string> some;
        for (const app::Node& node : m_page.semantics().nodes)
            if (kinds.insert(node.id.substr(0, node.id.find(':'))).second) some.push_back(node.id);
        for (const std::string& id : some) {
            m_page.workbench().hovered(id);
            look();
            m_page.workbench().pressed(id);
            look();
            m_page.workbench().pressed("");
        }
        m_page.workbench().hovered("");
    }

    HeadlessWorkbench& m_page;
    Letters& m_letters;
};

TEST_P(Theme, EveryLetterDrawnCanBeRead) {
    Letters letters;
    MemoryStore store;
    HeadlessWorkbench page(store);
    page.workbench().set_scheme(GetParam().dark, GetParam().high_contrast);
    Tour tour(page, letters);
    tour.paper();
    tour.draft_manager();
    page.workbench().file_opened("seed.txt", seed_text());
    page.workbench().save_now();
    tour.paper();
    tour.findings();
    tour.draft_manager();
    tour.other_dialogs();
    page.workbench().file_opened("nonsense.json", "{");
    tour.paper();
    // Far fewer would mean that not the page was looked at.
    EXPECT_GT(letters.seen().size(), GetParam().high_contrast ? 12U : 30U);
    for (const auto& [pair, times] : letters.seen()) {
        if (pair.first == colors().text_disabled) continue;
        EXPECT_GE(contrast(pair.first, pair.second), least_of_text())
            << verdict(pair.first, pair.second) << ", " << times << " letters";
    }
}

INSTANTIATE_TEST_SUITE_P(Palettes, Theme, ::testing::ValuesIn(kSchemes),
                         [](const ::testing::TestParamInfo<Scheme>& scheme) {
                             return name_of(scheme.param);
                         });

}  // namespace
}  // namespace shenbao::testing
