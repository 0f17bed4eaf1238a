#include "app/dialogs/drafts_view.h"

#include <algorithm>

#include "app/dialogs/drafts_frame.h"
#include "app/draw/controls.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

class DraftsList : private DraftsFrame {
  public:
    using DraftsFrame::DraftsFrame;

    float run() {
        draw_list(m_state.page == DraftsPage::Bin);
        return m_y;
    }

  private:
    void draw_list(bool bin) {
        draw_head(bin ? texts::kBin : texts::kManageDrafts);
        const auto binned = static_cast<size_t>(
            std::count_if(m_state.drafts.begin(), m_state.drafts.end(),
                          [](const drafts::DraftSummary& draft) { return draft.deleted_at != 0; }));
        if (!bin) draw_commands(binned);
        draw_columns();
        bool any = false;
        for (const drafts::DraftSummary& draft : m_state.drafts) {
            if ((draft.deleted_at != 0) != bin) continue;
            draw_draft(draft, bin);
            any = true;
        }
        if (!any) {
            words("drafts:none", {kSide, m_y + 16, m_width - 2 * kSide, 24},
                  bin ? texts::kBinEmpty : texts::kNoDrafts, kBody, m_colors.text_faint);
            m_y += 56;
        }
        if (bin) return;
        words("drafts:where", {kSide, m_y + 16, m_width - 2 * kSide, kLine}, texts::kWhereDraftsLive, kSmall,
              m_colors.text_soft);
        m_y += 56;
    }

    void draw_commands(size_t binned) {
        float x =
            button_after(kSide, m_y, "drafts:new", texts::kNewDraft, texts::kNewDraft, does(DraftsAct::New));
        x = button_after(x, m_y, "drafts:import", texts::kImport, texts::kImport, does(DraftsAct::Import));
        x = button_after(x, m_y, "drafts:export-all", texts::kExportAll, texts::kExportAll,
                         does(DraftsAct::ExportAll));
        if (binned > 0) {
            const std::string label = texts::counted(texts::kBin, binned);
            x = button_after(x, m_y, "drafts:bin", label, label, does(DraftsAct::Bin));
        }
        if (!m_state.aside.empty()) {
            const std::string label = texts::counted(texts::kRescue, m_state.aside.size());
            button_after(x, m_y, "drafts:rescue", label, label, does(DraftsAct::Rescue));
        }
        draw_gauge();
        m_y += 44;
    }

    // How much of what a browser usually gives is used up.
    void draw_gauge() {
        constexpr float kLength = 120, kUsual = 5.0F * 1024 * 1024;
        const std::string text = texts::stored(m_state.bytes);
        const float width = measure(text, kSmall);
        const Rect track{m_width - kSide - kLength, m_y + 12, kLength, 4};
        const float share = std::min(1.0F, static_cast<float>(m_state.bytes) / kUsual);
        m_canvas.fill(track, m_colors.pressed, 2);
        m_canvas.fill({track.x, track.y, std::max(4.0F, kLength * share), 4},
                      share > 0.8F ? m_colors.error : m_colors.accent, 2);
        words("drafts:gauge", {track.x - width - 12, m_y, width + 1, kButton}, text, kSmall,
              m_colors.text_soft);
    }

    // Left edges of the columns behind the name. Where there is no room for all, the name comes first.
    struct Columns {
        float filled, findings, time, size;
        bool all;
    };
    Columns columns() const {
        const float commands = m_width - kSide - 280;
        if (m_width < 900) return {commands - 208, 0, commands - 116, 0, false};
        return {commands - 404, commands - 312, commands - 188, commands - 72, true};
    }

    void draw_columns() {
        const Columns at = columns();
        const auto head = [&](float x, float width, std::string_view text) {
            m_canvas.text({x, m_y, width, 24}, text, kSmallBold, m_colors.text_soft);
        };
        head(kSide + 8, at.filled - kSide - 16, texts::kColumnName);
        head(at.filled, 84, texts::kColumnFilled);
        head(at.time, 108, texts::kColumnTime);
        if (at.all) head(at.findings, 144, texts::kColumnFindings);
        if (at.all) head(at.size, 64, texts::kColumnSize);
        m_y += 28;
        m_canvas.horizontal(kSide, m_y - 1, m_width - 2 * kSide, m_colors.border_strong);
    }

    void draw_draft(const drafts::DraftSummary& draft, bool bin) {
        const Columns at = columns();
        const std::string name = texts::draft_name(draft.facts);
        const bool current = draft.id == m_state.current;
        if (current) m_canvas.fill({kSide, m_y, m_width - 2 * kSide, kRow - 1}, m_colors.accent_soft);
        m_canvas.horizontal(kSide, m_y + kRow - 1, m_width - 2 * kSide, m_colors.border);
        const float x = kSide + 8, width = at.filled - x - 12;
        if (m_state.renaming == draft.id)
            draw_name_field(x, width);
        else
            draw_name(draft, name, x, width, current);
        const float line = m_y + (kRow - kLine) / 2;
        const drafts::DraftFacts& facts = draft.facts;
        if (draft.readable) {
            words("drafts:filled:" + draft.id, {at.filled, line, 84, kLine},
                  texts::filled(facts.filled, facts.required), kSmall, m_colors.text_soft);
            if (at.all)
                words("drafts:findings:" + draft.id, {at.findings, line, 116, kLine},
                      texts::draft_findings(facts), kSmall,
                      facts.errors > 0 ? m_colors.error : m_colors.text_soft);
        }
        words("drafts:time:" + draft.id, {at.time, line, 108, kLine},
              texts::moment(draft.saved_at, m_state.now, m_state.offset), kSmall, m_colors.text_soft);
        if (at.all)
            words("drafts:size:" + draft.id, {at.size, line, 64, kLine}, texts::bytes(draft.bytes), kSmall,
                  m_colors.text_soft);
        draw_draft_commands(draft, name, bin, current);
        m_y += kRow;
    }

    void draw_name(const drafts::DraftSummary& draft, const std::string& name, float x, float width,
                   bool current) {
        float room = width;
        if (current) {
            const float badge = measure(texts::kFilling, kSmall) + 12;
            room -= badge + 8;
            const float end = x + std::min(room, measure(name, kBodyBold)) + 8;
            m_canvas.fill({end, m_y + 12, badge, 18}, m_colors.accent, 9);
            m_canvas.text({end, m_y + 12, badge, 18}, texts::kFilling, kSmall, m_colors.on_accent, 'c');
            m_canvas.describe_text("drafts:current", {end, m_y + 12, badge, 18}, texts::kFilling, kSmall, 18);
        }
        words("drafts:called:" + draft.id, {x, m_y + 10, room, kLine}, name, kBodyBold, m_colors.text);
        words("drafts:origin:" + draft.id, {x, m_y + 31, width, 18},
              draft.readable ? texts::draft_origin(draft.facts) : std::string(texts::kUnreadable), kSmall,
              draft.readable ? m_colors.text_soft : m_colors.error);
    }

    void draw_name_field(float x, float width) {
        const Rect rect{x - 4, m_y + 14, width - 60, 32};
        const bool focused = m_canvas.is_focused("drafts:name");
        m_canvas.fill(rect, m_colors.page, 4);
        m_canvas.frame(rect, focused ? m_colors.accent : m_colors.rule_faint, focused ? 2.0F : 1.0F, 4);
        Node node;
        node.id = "drafts:name";
        node.role = Role::TextBox;
        node.rect = {rect.x + 2, rect.y + 2, rect.width - 4, rect.height - 4};
        node.name = texts::kNameOfDraft;
        node.value = m_state.name;
        node.style = {.size = 13, .line_height = kLine, .middle = true, .padding_x = 6, .padding_y = 4};
        node.action = does(DraftsAct::Name);
        if (!focused)
            m_canvas.text({node.rect.x + 6, node.rect.y, node.rect.width - 12, node.rect.height},
                          m_state.name, kBody, m_colors.entered);
        m_canvas.describe(std::move(node));
        button_after(rect.x + rect.width + 8, m_y + 16, "drafts:done", texts::kDone, texts::kDone,
                     does(DraftsAct::NameDone));
    }

    void draw_draft_commands(const drafts::DraftSummary& draft, const std::string& name, bool bin,
                             bool current) {
        float right = m_width - kSide - 4;
        const float y = m_y + (kRow - kButton) / 2;
        const auto add = [&](std::string_view command, std::string_view label, DraftsAct act) {
            std::string id = "drafts:" + std::string(command) + ":" + draft.id;
            right = button_before(right, y, id, label, texts::of_draft(label, name), does(act, draft.id));
        };
        if (bin) {
            add("purge", m_state.purging == draft.id ? texts::kPurgeSure : texts::kPurge, DraftsAct::Purge);
            add("put-back", texts::kPutBack, DraftsAct::PutBack);
            return;
        }
        if (!current) add("delete", texts::kDelete, DraftsAct::Delete);
        if (draft.readable) add("export", texts::kSave, DraftsAct::Export);
        if (draft.readable) add("rename", texts::kRename, DraftsAct::Rename);
        if (draft.readable) add("copy", texts::kCopy, DraftsAct::Copy);
        if (draft.readable) {
            const std::string id = "drafts:compare:" + draft.id;
            const ButtonLook look{.label = texts::kCompare,
                                  .has_icon = false,
                                  .pressed = m_state.chosen == draft.id ? 1 : 0,
                                  .face = kSmall};
            right -= button_width(look);
            button(m_canvas, id, {right, y, button_width(look), kButton}, look,
                   texts::of_draft(texts::kCompare, name), does(DraftsAct::Compare, draft.id));
        }
        if (current)
            add("versions", texts::kVersions, DraftsAct::Versions);
        else if (draft.readable)
            add("open", texts::kOpenDraft, DraftsAct::Open);
    }
};

}  // namespace

float drafts_view(Canvas& canvas, float width, const DraftsState& state) {
    const bool list = state.page == DraftsPage::List || state.page == DraftsPage::Bin;
    return (list ? DraftsList(canvas, width, state).run() : drafts_detail_view(canvas, width, state)) +
           kDialogBottom;
}

}  // namespace shenbao::app
