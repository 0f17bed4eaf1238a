#include "app/findings/findings_view.h"

#include <algorithm>
#include <map>

#include "app/draw/controls.h"
#include "app/findings/repair.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

constexpr float kSide = 12, kPadding = 12, kLine = 20, kSmallLine = 18, kIcon = 16, kButton = 40;

class FindingsList {
  public:
    FindingsList(Canvas& canvas, float width, const FindingsState& state)
        : m_canvas(canvas), m_colors(canvas.colors()), m_width(width), m_state(state) {
        for (const Finding& finding : findings())
            for (const Fix& fix : finding.fixes) ++m_alike[{finding.rule, fix.kind}];
    }

    FindingsPlaces run(float height) {
        m_canvas.fill({0, 0, m_width, 1000000}, m_colors.surface);
        m_canvas.vertical(0, 0, 1000000, m_colors.border);
        for (const Notice& notice : m_state.notices) draw_notice(notice, level_look(notice.level));
        draw_state();
        bool any = findings().empty();
        for (Standing standing : kStandings)
            if (m_state.list.passes(standing)) any = draw_group(standing) || any;
        if (!any) draw_nothing(height);
        m_places.content_height = m_y + 16;
        return m_places;
    }

  private:
    struct Offer {
        std::string id, label;
        Action action;
        float x, y;  // its top from where the buttons begin
    };

    const std::vector<Finding>& findings() const { return m_state.document.state().findings; }

    struct Look {
        Icon icon;
        ImU32 ink, ground;
    };
    Look level_look(Level level) const {
        return {level_icon(level), level_color(m_colors, level), level_soft_color(m_colors, level)};
    }
    Look look_of(const Finding& finding) const {
        if (finding.explained) return {Icon::Check, m_colors.good, m_colors.good_soft};
        if (m_state.document.standing(finding) != Standing::Due) return level_look(finding.level);
        return {Icon::Due, m_colors.text_faint, m_colors.sunken};
    }

    // Where to begin, before anything stands in the form; that it is complete, once it is.
    void draw_state() {
        const FormState& state = m_state.document.state();
        if (m_state.document.is_blank() && m_state.document.waits()) {
            const Notice begin{"begin",
                               Level::Hint,
                               std::string(texts::kBegin),
                               {std::string(texts::kBeginOpen), std::string(texts::kBeginColors),
                                std::string(texts::kBeginKept)}};
            draw_notice(begin, level_look(Level::Hint), Role::Text);
        } else if (state.errors + state.explains == 0) {
            const Notice complete{"complete",
                                  Level::Hint,
                                  std::string(texts::kComplete),
                                  {},
                                  {{"complete:print", texts::kPrint, action::RunCommand{"print"}},
                                   {"complete:save", texts::kSave, action::RunCommand{"save"}}}};
            draw_notice(complete, {Icon::Check, m_colors.good, m_colors.good_soft}, Role::Alert, false);
        }
    }

    bool draw_group(Standing level) {
        const auto is_in = [&](const Finding& finding) {
            return m_state.document.standing(finding) == level;
        };
        const auto listed = std::count_if(findings().begin(), findings().end(), is_in);
        if (listed == 0) return false;
        const int due = count(m_state.document, level), explained = static_cast<int>(listed) - due;
        std::string title = texts::counted(standing_name(level), due);
        if (explained > 0) title += std::string(texts::kComma) + texts::counted(texts::kExplained, explained);
        const ImU32 ink = level == Standing::Error     ? m_colors.error
                          : level == Standing::Explain ? m_colors.explain
                          : level == Standing::Due     ? m_colors.text_soft
                                                       : m_colors.hint;
        m_y += 8;
        const Rect rect{kSide + 4, m_y, m_width - 2 * kSide, 24};
        m_canvas.text(rect, title, kSmallBold, ink);
        Node head;
        head.id = "group:" + std::to_string(static_cast<int>(level));
        head.role = Role::Heading;
        head.level = 3;
        head.name = head.value = title;
        head.rect = rect;
        head.style = {.size = 12, .line_height = 24, .weight = 700, .padding_x = 0, .padding_y = 0};
        m_canvas.describe(std::move(head));
        m_y += 28;
        for (size_t i = 0; i < findings().size(); ++i)
            if (is_in(findings()[i])) draw_finding(i);
        return true;
    }

    void draw_finding(size_t i) {
        const Finding& finding = findings()[i];
        const std::string& key = m_state.list.keys()[i];
        const Look look = look_of(finding);
        const std::string id = "finding:" + key;
        const bool current = m_state.current == static_cast<int>(i);
        const float text_x = kSide + kPadding + kIcon + 8;
        const float text_width = m_width - kSide - kPadding - text_x - 4;
        const float text_height =
            kLine * static_cast<float>(m_canvas.texts().get(finding.message, kBody, text_width).lines.size());
        const Rect link{kSide, m_y, m_width - 2 * kSide, text_height + 16};
        // The whole card is drawn first, so its height is needed before its parts.
        const bool explains = finding.level == Level::Explain;
        const float explain_height = explains ? explanation_height(finding, text_width) + 28 : 0;
        const float still_height = outdated(finding) ? kButton : 0;
        const std::string fix = repair_label(m_state.document, finding);
        const std::vector<Offer> fixes = fixes_of(finding, key, text_x);
        const float fix_height = (fix.empty() ? 0 : kButton) + (fixes.empty() ? 0 : fixes.back().y + kButton);
        const Rect card{link.x, link.y, link.width, link.height + explain_height + still_height + fix_height};
        const bool fresh = m_state.fresh == static_cast<int>(i);
        if (fresh || (current && m_state.fresh < 0))
            m_places.due_top = card.y, m_places.due_bottom = card.y + card.height;

        if (m_canvas.in_view(card)) {
            if (current || fresh) {
                m_canvas.fill(card, look.ground, kRounding);
                m_canvas.fill({card.x, card.y + 8, 3, card.height - 16}, look.ink, 1.5F);
            } else if (m_canvas.is_hovered(id) || m_canvas.is_pressed(id)) {
                m_canvas.fill(card, m_colors.hover, kRounding);
            }
            if (fresh) m_canvas.frame(card, look.ink, 2, kRounding);
            if (m_canvas.is_focused(id)) m_canvas.frame(card, m_colors.accent, 2, kRounding);
            m_canvas.icon(look.icon, kSide + kPadding, m_y + 10, kIcon, look.ink);
            m_canvas.paragraph({text_x, m_y + 8, text_width, text_height}, finding.message, kBody, kLine,
                               m_colors.text);
        }
        Node node;
        node.id = id;
        node.role = Role::Link;
        node.rect = link;
        node.name = finding.message;
        node.value = finding.message;
        node.description = standing_name(m_state.document.standing(finding));
        node.style = {.size = 13, .line_height = kLine, .padding_x = text_x - kSide, .padding_y = 8};
        node.current = current;
        node.action = action::GoToFinding{key};
        m_canvas.describe(std::move(node));
        m_y += link.height;
        if (explains) draw_explanation(finding, key, text_x, text_width);
        if (outdated(finding))
            offer("still:" + key, text_x, texts::kStillApplies, action::ConfirmExplanation{key});
        if (!fix.empty()) offer("fix:" + key, text_x, fix, action::RepairFinding{key});
        for (const Offer& one : fixes) draw_offer(one);
        if (!fixes.empty()) m_y += fixes.back().y + kButton;
        m_y += 2;
    }

    void offer(std::string id, float x, std::string_view label, Action action) {
        draw_offer({std::move(id), std::string(label), std::move(action), x, 0});
        m_y += kButton;
    }

    ButtonLook look_of(const Offer& one) const {
        return {.label = one.label,
                .has_icon = false,
                .framed = true,
                .disabled = !m_state.editable,
                .face = kSmall};
    }

    void draw_offer(const Offer& one) {
        const ButtonLook look = look_of(one);
        button(m_canvas, one.id, {one.x, m_y + one.y, button_width(look) + 8, 28}, look, one.label,
               one.action);
    }

    // Beside each other where there is room. Ids: mend:<kind>:<key>, alike:<kind>:<key>.
    std::vector<Offer> fixes_of(const Finding& finding, const std::string& key, float left) const {
        std::vector<Offer> offers;
        float x = left, y = 0;
        const auto add = [&](Offer one) {
            const float width = button_width(look_of(one)) + 8;
            if (x > left && x + width > m_width - kSide - kPadding) x = left, y += kButton;
            one.x = x, one.y = y;
            x += width + 8;
            offers.push_back(std::move(one));
        };
        for (size_t i = 0; i < finding.fixes.size(); ++i) {
            const Fix& fix = finding.fixes[i];
            const std::string end = std::to_string(fix.kind) + ":" + key;
            const int index = static_cast<int>(i);
            add({"mend:" + end, fix.label, action::RepairFinding{key, index}, 0, 0});
            const auto alike = m_alike.find({finding.rule, fix.kind});
            if (alike != m_alike.end() && alike->second > 1)
                add({"alike:" + end, texts::all_alike(alike->second), action::RepairFinding{key, index, true},
                     0, 0});
        }
        return offers;
    }

    // Written for figures that are no longer there.
    static bool outdated(const Finding& finding) {
        return !finding.explained && !finding.explanation.empty();
    }

    float explanation_height(const Finding& finding, float width) {
        const size_t lines = m_canvas.texts().get(finding.explanation, kBody, width - 16).lines.size();
        return std::max(64.0F, kLine * static_cast<float>(lines) + 14);
    }

    void draw_explanation(const Finding& finding, const std::string& key, float x, float width) {
        const std::string id = "explain:" + key;
        const std::string_view status = finding.explained   ? texts::kExplained
                                        : outdated(finding) ? texts::kExplanationOutdated
                                                            : texts::kExplanationDue;
        m_canvas.text({x, m_y - 4, width, kSmallLine}, status, kSmallBold,
                      finding.explained ? m_colors.good : m_colors.explain);
        m_y += 16;
        const Rect rect{x, m_y, width, explanation_height(finding, width)};
        const bool focused = m_canvas.is_focused(id);
        Node node;
        node.id = id;
        node.role = Role::MultilineTextBox;
        node.rect = {rect.x + 1, rect.y + 1, rect.width - 2, rect.height - 2};
        node.name = texts::explanation_of(finding.message);
        node.value = finding.explanation;
        if (outdated(finding)) node.description = texts::kExplanationOutdated;
        node.style = {.size = 13, .line_height = kLine, .padding_x = 7, .padding_y = 6};
        node.required = true;
        node.read_only = !m_state.editable;
        node.action = action::ExplainFinding{key};
        if (m_canvas.in_view(rect)) {
            m_canvas.fill(rect, m_colors.page, 4);
            m_canvas.frame(rect, focused ? m_colors.accent : m_colors.rule_faint, focused ? 2.0F : 1.0F, 4);
            const bool blank = finding.explanation.empty();
            const std::string_view shown =
                blank ? texts::kExplanationPlaceholder : std::string_view(finding.explanation);
            if (!focused)
                m_canvas.styled(node.rect, shown, m_canvas.texts().get(shown, kBody, node.rect.width - 14),
                                node.style, blank ? m_colors.text_faint : m_colors.entered, Setting::Block);
        }
        m_canvas.describe(std::move(node));
        m_y += rect.height + 12;
    }

    void draw_notice(const Notice& notice, const Look& look, Role role = Role::Alert, bool closes = true) {
        m_y += 12;
        const float inner = m_width - 2 * kSide - 2 * kPadding, beside = inner - 56;
        std::string whole = notice.title;
        const float titled =
            12 +
            kLine * static_cast<float>(m_canvas.texts().get(notice.title, kBodyBold, beside).lines.size());
        float height = titled;
        for (const std::string& line : notice.lines) {
            height +=
                kSmallLine * static_cast<float>(m_canvas.texts().get(line, kSmall, inner).lines.size()) + 4;
            whole += "\n" + line;
        }
        if (!notice.choices.empty()) height += 34;
        height += 8;
        const Rect card{kSide, m_y, m_width - 2 * kSide, height};
        m_canvas.fill(card, look.ground, kRounding);
        m_canvas.frame(card, look.ink, 1, kRounding);
        m_canvas.icon(look.icon, card.x + kPadding, card.y + 12, kIcon, look.ink);
        m_canvas.paragraph({card.x + kPadding + 24, card.y + 10, beside, 1000}, notice.title, kBodyBold,
                           kLine, m_colors.text);
        Node node;
        node.id = "notice:" + notice.id;
        node.role = role;
        node.rect = {card.x, card.y, card.width - 36, card.height};
        node.name = node.value = whole;
        node.style = {.size = 12, .line_height = kSmallLine, .padding_x = kPadding, .padding_y = 8};
        m_canvas.describe(std::move(node));
        if (closes && role == Role::Alert)
            button(m_canvas, "close:" + notice.id, {card.x + card.width - 34, card.y + 6, 28, 28},
                   {.icon = Icon::Close}, texts::kClose, action::CloseNotice{notice.id});
        float y = card.y + titled + 2;
        for (const std::string& line : notice.lines)
            y += m_canvas.paragraph({card.x + kPadding, y, inner, 1000}, line, kSmall, kSmallLine,
                                    m_colors.text_soft) +
                 4;
        float x = card.x + kPadding;
        for (const Choice& choice : notice.choices) {
            const ButtonLook framed{.label = choice.label, .has_icon = false, .framed = true, .face = kSmall};
            const Rect place{x, y + 2, button_width(framed) + 8, 28};
            m_canvas.fill(place, m_colors.surface, kRounding);
            button(m_canvas, choice.id, place, framed, choice.label, choice.action);
            x += place.width + 8;
        }
        m_y += height;
    }

    void draw_nothing(float height) {
        const float top = std::max(m_y + 24, height / 3 - 40);
        const Rect circle{m_width / 2 - 24, top, 48, 48};
        m_canvas.fill(circle, m_colors.good_soft, 24);
        m_canvas.icon(Icon::Check, circle.x + 14, circle.y + 14, 20, m_colors.good);
        const std::string_view title = texts::kNothingInFilter;
        const Rect line{kSide, top + 60, m_width - 2 * kSide, 24};
        m_canvas.text(line, title, kLarge, m_colors.text, 'c');
        m_canvas.describe_text("text:nothing-found", line, title, kLarge, 24);
        m_y = top + 96;
    }

    Canvas& m_canvas;
    const Palette& m_colors;
    float m_width;
    std::map<std::pair<std::string_view, size_t>, int> m_alike;  // how many offer a fix, by rule and kind
    const FindingsState& m_state;
    float m_y = 0;
    FindingsPlaces m_places;
};

}  // namespace

FindingsPlaces findings_view(Canvas& canvas, float width, float height, const FindingsState& state) {
    return FindingsList(canvas, width, state).run(height);
}

}  // namespace shenbao::app
