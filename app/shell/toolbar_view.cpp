#include "app/shell/toolbar_view.h"

#include <vector>

#include "app/draw/controls.h"
#include "app/words/dialog_texts_zh.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr float kButtonHeight = 32;

// Places buttons one after another.
class Row {
  public:
    Row(Canvas& canvas, float x, float height)
        : m_canvas(canvas), m_x(x), m_top((height - kButtonHeight) / 2) {}

    void add(std::string_view id, const ButtonLook& look, std::string_view name,
             std::string_view shortcut = {}) {
        const float width = button_width(look);
        button(m_canvas, id, {m_x, m_top, width, kButtonHeight}, look, name, shortcut);
        m_x += width + 2;
    }
    void separate() {
        m_canvas.vertical(m_x + 5, m_top + 6, kButtonHeight - 12, m_canvas.colors().border_strong);
        m_x += 12;
    }
    float x() const { return m_x; }

  private:
    Canvas& m_canvas;
    float m_x, m_top;
};

float draw_mark(Canvas& canvas, const ToolbarState& state, float width) {
    const Palette& colors = canvas.colors();
    const Rect mark{12, (kToolbarHeight - 32) / 2, 40, 32};
    canvas.fill(mark, colors.seal, 5);
    canvas.text(mark, texts::kMark, kTitle, IM_COL32_WHITE, 'c');
    Node node;
    node.id = "title";
    node.role = Role::Heading;
    node.level = 1;
    node.name = node.value = state.title;
    float x = mark.x + mark.width + 12;
    node.rect = {x, mark.y, 1, 32};
    node.style = {.size = 16, .line_height = 32, .weight = 700, .padding_x = 0, .padding_y = 0};
    if (width >= 1000) {
        const float length = measure(state.title, kTitle);
        node.rect.width = length;
        canvas.text({x, mark.y, length + 1, 32}, state.title, kTitle, colors.text);
        x += length + 20;
    }
    canvas.describe(std::move(node));
    return x;
}

}  // namespace

void toolbar_view(Canvas& canvas, float width, const ToolbarState& state) {
    const Palette& colors = canvas.colors();
    canvas.fill({0, 0, width, kToolbarHeight}, colors.surface);
    canvas.horizontal(0, kToolbarHeight - 1, width, colors.border);
    const bool labels = width >= 880;
    const auto label = [&](std::string_view text) { return labels ? text : std::string_view(); };

    Row row(canvas, draw_mark(canvas, state, width), kToolbarHeight);
    row.add("button:open", {.label = label(texts::kOpen), .icon = Icon::Open}, texts::kOpen, "Control+O");
    row.add("button:save", {.label = label(texts::kSave), .icon = Icon::Save}, texts::kSave, "Control+S");
    row.add("button:new", {.label = label(texts::kNew), .icon = Icon::New}, texts::kNew);
    row.add("button:drafts", {.label = label(texts::kDrafts), .icon = Icon::Drafts}, texts::kDrafts);
    row.separate();
    row.add("button:undo", {.label = label(texts::kUndo), .icon = Icon::Undo, .disabled = !state.can_undo},
            texts::undo_step(texts::kUndo, state.undo_name), "Control+Z");
    row.add("button:redo", {.label = label(texts::kRedo), .icon = Icon::Redo, .disabled = !state.can_redo},
            texts::undo_step(texts::kRedo, state.redo_name), "Control+Y");
    row.separate();
    row.add("button:print", {.label = label(texts::kPrint), .icon = Icon::Print}, texts::kPrint, "Control+P");

    // The right group, placed from its own width.
    const std::string percent = texts::zoom_percent(state.zoom_percent);
    const ButtonLook minus{.icon = Icon::Minus}, plus{.icon = Icon::Plus};
    const ButtonLook fit{.icon = Icon::FitWidth, .pressed = state.fits_width ? 1 : 0};
    const ButtonLook left{.icon = Icon::Sections, .pressed = state.sections_open ? 1 : 0};
    const ButtonLook right{.icon = Icon::Findings, .pressed = state.findings_open ? 1 : 0};
    const ButtonLook help{.label = "?", .has_icon = false, .face = kBodyBold};
    constexpr float kPercentWidth = 52;
    const float group = button_width(minus) * 5 + button_width(help) + kPercentWidth + 2 * 6 + 12 + 12;
    Row tail(canvas, width - group, kToolbarHeight);
    tail.add("button:zoom-out", minus, texts::kZoomOut, "Control+-");
    const ButtonLook reset{.label = percent, .has_icon = false};
    button(canvas, "button:zoom-reset",
           {tail.x() - 2, (kToolbarHeight - kButtonHeight) / 2, kPercentWidth, kButtonHeight}, reset,
           texts::zoom_name(state.zoom_percent), "Control+0");
    Row rest(canvas, tail.x() - 2 + kPercentWidth, kToolbarHeight);
    rest.add("button:zoom-in", plus, texts::kZoomIn, "Control++");
    rest.add("button:fit-width", fit, texts::kFitWidth);
    rest.separate();
    rest.add("button:sections", left, texts::kShowSections);
    rest.add("button:findings", right, texts::kShowFindings);
    rest.add("button:shortcuts", help, texts::kShortcuts, "F1");
}

}  // namespace shenbao::app
