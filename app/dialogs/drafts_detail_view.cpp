#include <algorithm>

#include "app/dialogs/drafts_frame.h"
#include "app/draw/controls.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

namespace {

class DraftsDetail : private DraftsFrame {
  public:
    using DraftsFrame::DraftsFrame;

    float run() {
        switch (m_state.page) {
            case DraftsPage::Versions:
                draw_versions();
                break;
            case DraftsPage::Compare:
                draw_head(texts::compared(m_state.old_side, m_state.new_side));
                draw_differences(kSide, m_width - 2 * kSide);
                break;
            case DraftsPage::Import:
                draw_import();
                break;
            case DraftsPage::Rescue:
                draw_rescue();
                break;
            default:
                break;
        }
        return m_y;
    }

  private:
    void draw_versions() {
        draw_head(texts::kVersions);
        constexpr float kList = 260;
        const float top = m_y;
        for (size_t i = 0; i < m_state.versions.size(); ++i) {
            const drafts::DraftVersion& version = m_state.versions[i];
            const Rect rect{kSide, m_y, kList, 52};
            if (i == m_state.version) m_canvas.fill(rect, m_colors.accent_soft, kRounding);
            std::string text = texts::exact_moment(version.saved_at, m_state.now, m_state.offset);
            if (i == 0) text += " · " + std::string(texts::kCurrentState);
            if (version.opened && i != 0) text += " · " + std::string(texts::kOpenedState);
            const std::string id = "drafts:version:" + std::to_string(i);
            if (m_canvas.is_hovered(id)) m_canvas.frame(rect, m_colors.border_strong, 1, kRounding);
            if (m_canvas.is_focused(id)) m_canvas.frame(rect, m_colors.accent, 2, kRounding);
            m_canvas.text({rect.x + 12, rect.y + 6, rect.width - 84, 20}, text, kSmall, m_colors.text);
            m_canvas.text({rect.x + rect.width - 72, rect.y + 6, 64, 20}, texts::bytes(version.bytes), kSmall,
                          m_colors.text_faint, 'r');
            const std::string done = texts::version_done(m_state.version_facts[i]);
            m_canvas.text({rect.x + 12, rect.y + 26, rect.width - 20, 20}, done, kSmall, m_colors.text_soft);
            Node node;
            node.id = id;
            node.role = Role::Button;
            node.rect = rect;
            // Several saves of one minute: the number tells them apart.
            node.name = text + " #" + std::to_string(m_state.versions.size() - i) + " · " + done;
            node.pressed = i == m_state.version ? 1 : 0;
            node.action = does(DraftsAct::ShowVersion, std::to_string(i));
            node.style = {.size = 12, .line_height = 52, .middle = true, .padding_x = 12, .padding_y = 0};
            m_canvas.describe(std::move(node));
            m_y += 54;
        }
        const float bottom = m_y, x = kSide + kList + 24;
        m_canvas.vertical(x - 12, top, std::max(200.0F, bottom - top), m_colors.border);
        m_y = top;
        if (m_state.version > 0) {
            button_after(x, m_y, "drafts:restore", texts::kRestoreVersion, texts::kRestoreVersion,
                         does(DraftsAct::RestoreVersion));
            m_y += 40;
        }
        draw_differences(x, m_width - kSide - x);
        m_y = std::max(m_y, bottom);
    }

    static std::string side(const drafts::CellDifference& one, const std::string& text) {
        using Kind = drafts::CellDifference::Kind;
        if (one.kind == Kind::RowOrder) return std::string(texts::kRowsMoved);
        return text.empty() ? std::string(one.kind == Kind::Row ? "—" : texts::kBlank) : text;
    }

    // Cell by cell: its name, then what it was and what it is.
    void draw_differences(float x, float width) {
        const size_t count = m_state.differences.size();
        const std::string title =
            count == 0 ? std::string(m_state.page == DraftsPage::Versions ? texts::kThisIsNow : texts::kSame)
                       : texts::differences(count);
        words("drafts:differences", {x, m_y, width, 24}, title, kBodyBold, m_colors.text);
        m_y += 32;
        const float half = (width - 24) / 2;
        if (count > 0) {
            const std::string old_side = texts::labelled(texts::kOldSide, m_state.old_side),
                              new_side = texts::labelled(texts::kNewSide, m_state.new_side);
            words("drafts:old-side", {x, m_y, half, kLine}, old_side, kSmall, m_colors.text_soft);
            words("drafts:new-side", {x + half + 24, m_y, half, kLine}, new_side, kSmall, m_colors.text_soft);
            m_y += 28;
        }
        for (size_t i = 0; i < count; ++i) {
            const drafts::CellDifference& one = m_state.differences[i];
            const bool explains = one.kind == drafts::CellDifference::Kind::Explanation;
            const std::string name = explains ? texts::explanation_of(one.name) : one.name;
            const std::string before = side(one, one.old_text), after = side(one, one.new_text);
            const auto lines = [&](const std::string& text) {
                return static_cast<float>(m_canvas.texts().get(text, kSmall, half - 16).lines.size());
            };
            const float height = 18 * std::max(lines(before), lines(after)) + 8;
            const Rect left{x, m_y + 22, half, height}, right{x + half + 24, m_y + 22, half, height};
            if (m_canvas.in_view({x, m_y, width, height + 34})) {
                m_canvas.text({x, m_y, width, kLine}, name, kSmallBold, m_colors.text);
                m_canvas.fill(left, m_colors.error_soft, 4);
                m_canvas.fill(right, m_colors.good_soft, 4);
                m_canvas.paragraph({left.x + 8, left.y + 4, half - 16, height}, before, kSmall, 18,
                                   m_colors.text);
                m_canvas.paragraph({right.x + 8, right.y + 4, half - 16, height}, after, kSmall, 18,
                                   m_colors.text);
                m_canvas.text({x + half, left.y, 24, height}, "→", kSmall, m_colors.text_faint, 'c');
            }
            m_canvas.describe_text("drafts:difference:" + std::to_string(i), {x, m_y, width, height + 22},
                                   texts::labelled(name, texts::turned(before, after)), kSmall, 18);
            m_y += height + 34;
        }
    }

    void draw_import() {
        draw_head(texts::kImportOne);
        if (!m_state.archive.message.empty()) {
            words("drafts:refused", {kSide, m_y, m_width - 2 * kSide, 24}, m_state.archive.message, kBody,
                  m_colors.error);
            m_y += 40;
        }
        if (m_state.archive.altered) {
            words("drafts:altered", {kSide, m_y, m_width - 2 * kSide, 24}, texts::kArchiveAltered, kBody,
                  m_colors.explain);
            m_y += 40;
        }
        if (m_state.archive.unreadable > 0) {
            words("drafts:unreadable", {kSide, m_y, m_width - 2 * kSide, 24},
                  texts::damaged_drafts(m_state.archive.unreadable), kBody, m_colors.error);
            m_y += 40;
        }
        for (size_t i = 0; i < m_state.archive.drafts.size(); ++i) draw_archived(i);
    }

    bool is_in_bin(std::string_view id) const {
        return std::any_of(
            m_state.drafts.begin(), m_state.drafts.end(),
            [&](const drafts::DraftSummary& draft) { return draft.id == id && draft.deleted_at != 0; });
    }

    void draw_archived(size_t i) {
        using Meeting = drafts::ArchivedDraft::Meeting;
        const drafts::ArchivedDraft& draft = m_state.archive.drafts[i];
        const std::string name = texts::draft_name(draft.facts), number = std::to_string(i);
        m_canvas.horizontal(kSide, m_y + kRow - 1, m_width - 2 * kSide, m_colors.border);
        words("drafts:archived:" + number, {kSide + 8, m_y + 10, 320, kLine}, name, kBodyBold, m_colors.text);
        std::string origin = texts::draft_origin(draft.facts);
        if (draft.saved_at != 0)
            (origin += " · ") += texts::moment(draft.saved_at, m_state.now, m_state.offset);
        if (draft.deleted_at != 0) (origin += " · ") += texts::kWasInBin;
        if (draft.damaged > 0) origin += " · " + texts::damaged_records(draft.damaged);
        words("drafts:from:" + number, {kSide + 8, m_y + 31, 420, 18}, origin, kSmall, m_colors.text_soft);
        const bool binned = !m_state.imported[i] && draft.deleted_at == 0 && is_in_bin(draft.id);
        words("drafts:meeting:" + number, {kSide + 440, m_y + 20, 120, kLine},
              m_state.imported[i] ? texts::kImported
              : binned            ? texts::kInBinHere
                                  : texts::meeting(draft.meeting),
              kSmall, draft.meeting == Meeting::Differs ? m_colors.explain : m_colors.text_soft);
        float right = m_width - kSide - 4;
        const auto add = [&](std::string_view command, std::string_view label, DraftsAct act) {
            right = button_before(right, m_y + 16, "drafts:" + std::string(command) + ":" + number, label,
                                  texts::of_draft(label, name), does(act, number), true);
        };
        if (binned) {
            button_before(right, m_y + 16, "drafts:put-back:" + draft.id, texts::kPutBack,
                          texts::of_draft(texts::kPutBack, name), does(DraftsAct::PutBack, draft.id), true);
        } else if (!m_state.imported[i] && draft.meeting == Meeting::New) {
            add("take", texts::kImportOne, DraftsAct::Take);
        } else if (!m_state.imported[i] && draft.meeting == Meeting::Differs) {
            add("replace", texts::kReplace, DraftsAct::Replace);
            add("take", texts::kKeepBoth, DraftsAct::Take);
            add("look", texts::kLook, DraftsAct::Look);
        }
        m_y += kRow;
    }

    void draw_rescue() {
        draw_head(texts::kRescue);
        for (const drafts::AsideRecord& record : m_state.aside) {
            const std::string name = record.draft + " " + record.key.substr(record.key.rfind('/') + 1);
            words("drafts:aside:" + record.key, {kSide + 8, m_y, 480, 40},
                  name + " · " + texts::bytes(record.bytes), kSmall, m_colors.text);
            button_before(m_width - kSide - 4, m_y + 6, "drafts:raw:" + record.key, texts::kSave,
                          texts::of_draft(texts::kSave, name), does(DraftsAct::SaveRaw, record.key), true);
            m_canvas.horizontal(kSide, m_y + 40, m_width - 2 * kSide, m_colors.border);
            m_y += 44;
        }
    }
};

}  // namespace

float drafts_detail_view(Canvas& canvas, float width, const DraftsState& state) {
    return DraftsDetail(canvas, width, state).run();
}

}  // namespace shenbao::app
