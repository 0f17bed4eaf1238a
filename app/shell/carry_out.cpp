#include "app/shell/carry_out.h"

#include <algorithm>
#include <utility>

#include "app/dialogs/preview_dialog.h"
#include "app/editing/field.h"
#include "app/editing/rows.h"
#include "app/paper/moving.h"
#include "app/paper/paper_view.h"
#include "app/platform/platform.h"

namespace shenbao::app {

namespace {

class Carrier {
  public:
    explicit Carrier(Workspace& workspace) : m_work(workspace) {}

    // False: what follows in the outcome makes no sense any more.
    bool carry(Effect& effect) {
        return std::visit(
            [this](auto& one) {
                using Result = decltype(on(one));
                if constexpr (std::is_same_v<Result, bool>)
                    return on(one);
                else
                    return on(one), true;
            },
            effect);
    }

  private:
    Region& paper() { return m_work.publisher.region(RegionId::Paper); }
    void then(Outcome outcome) { carry_out(m_work, std::move(outcome)); }

    // --- the declaration
    bool on(effect::RequireEditing&) {
        if (m_work.can_edit()) return true;
        say(m_work.saving.why_not());
        refresh_field();
        return false;
    }
    bool on(effect::Apply& apply) {
        effect::RequireEditing editing;
        if (!on(editing)) return false;
        if (apply.merge.empty()) m_work.document.seal();
        const bool replaces =
            !apply.edits.empty() && std::holds_alternative<ReplaceDeclaration>(apply.edits[0]);
        m_back = "undo";
        m_work.document.apply(std::move(apply.step), std::move(apply.edits), std::move(apply.merge));
        if (replaces) declaration_replaced();
        changed();
        return true;
    }
    void on(effect::Seal&) { m_work.document.seal(); }
    bool on(effect::Undo&) { return step_back_or_forth(&Document::undo, "redo"); }
    bool on(effect::Redo&) { return step_back_or_forth(&Document::redo, "undo"); }
    void on(effect::ShowDeclaration& show) {
        m_work.document = Document(m_work.document.form(), std::move(show.declaration), platform::now().day);
        m_work.document.set_waiting(show.waits || m_work.document.waits());
        m_work.saving.shown(m_work.document);
        m_work.findings.follow(m_work.document);
        m_work.focus.draw({});
        declaration_replaced();
        for (const std::string_view gone : {"new", "open"}) m_work.notices.close(gone);
        // A field that has the keyboard keeps its own text until it is told.
        refresh_field();
        m_work.focus.know_errors(m_work.document);
        // Nothing stands in it: it begins where the form does.
        if (m_work.document.is_blank() && m_work.can_edit()) m_work.keyboard_due = first_field();
    }
    void on(effect::CheckAll&) {
        if (!m_work.document.waits()) return;
        m_work.document.set_waiting(false);
        m_work.findings.follow(m_work.document);
        m_work.focus.know_errors(m_work.document);
        // A draft keeps it; for what is blank there is none.
        if (m_work.can_edit() && !m_work.document.is_blank()) then(Outcome::of(effect::SaveDraft{true}));
    }
    std::string first_field() const {
        for (const SheetCell& cell : m_work.document.sheet().cells)
            if (cell.kind == SheetCellKind::Input && !cell.path.empty()) return cell_id(cell.path);
        return {};
    }

    bool step_back_or_forth(void (Document::*step)(), std::string_view back) {
        effect::RequireEditing editing;
        if (!on(editing)) return false;
        m_back = back;
        (m_work.document.*step)();
        m_work.notices.close_of_step(m_work.document.history().redo_name());
        changed();
        return true;
    }
    void declaration_replaced() {
        m_work.focus.begin_anew();
        m_work.focus.know_errors(m_work.document);
        if (std::optional<std::string> back = m_work.dialogs.drop_void()) closed(std::move(*back));
    }
    void changed() {
        m_work.findings.follow(m_work.document);
        m_work.notices.close("print");  // it counts what may be mended now
        then(m_work.saving.changed());
    }

    // --- keyboard and looks
    void on(effect::GiveKeyboard& give) { platform::focus(give.node, !give.node.empty()); }
    void on(effect::LeaveCell&) {
        if (!m_work.focus.path().empty()) platform::focus("", false);
    }
    void on(effect::GiveKeyboardLater& give) { m_work.keyboard_due = give.node; }
    void on(effect::SetFieldText& set) { platform::set_field_text(set.node, set.text); }
    void on(effect::RefreshField&) { refresh_field(); }
    void on(effect::GoToCell& go) {
        const SheetCell* cell = m_work.document.nearest_cell(go.path);
        if (cell == nullptr) return;
        m_work.panels.close_drawers();
        if (cell->kind == SheetCellKind::Input) {
            m_work.focus.expect(cell->path);
            if (go.middle)
                reveal(*cell,
                       (paper().rect.height - m_work.viewport.place_of(m_work.document, *cell).height) / 2);
            platform::focus(cell_id(cell->path), true);
        } else {
            // A computed cell takes no keyboard; it is framed and brought into sight.
            m_work.focus.frame(cell->path);
            reveal(*cell, paper().rect.height / 3);
        }
    }
    void on(effect::GoToExplanation& go) {
        m_work.panels.open_findings();
        m_work.keyboard_due = "explain:" + m_work.findings.keys()[go.finding];
    }
    void on(effect::GoToNewRow& go) { then(go_to_new_row(m_work.document, go.table, go.row)); }
    void on(effect::Reveal& one) {
        if (const SheetCell* cell = m_work.document.cell(one.path)) reveal(*cell, 0);
    }
    void on(effect::MoveAfterFrame& move) { m_work.move_due = move.side; }
    void on(effect::DrawRange& draw) {
        // What is chosen is told in the same place.
        if (!draw.range.anchor().empty()) m_work.notices.end_message();
        m_work.focus.draw(std::move(draw.range));
    }
    void on(effect::FrameCell& frame) { m_work.focus.frame(frame.path); }
    void on(effect::MarkFinding& mark) {
        m_work.focus.look_at_finding(m_work.findings.keys()[mark.finding],
                                     m_work.findings.place_of(m_work.document, mark.finding));
        m_work.focus.end_standing_out();
        m_work.finding_due = true;
    }
    void on(effect::FilterFindings& filter) {
        m_work.findings.set_filter(filter.standing);
        m_work.publisher.region(RegionId::Findings).scroll_y = 0;
        m_work.scrolls_due[static_cast<size_t>(RegionId::Findings)] = {0, 0};
    }
    void on(effect::ScrollTo& scroll) {
        platform::scroll_to(static_cast<int>(scroll.region), scroll.x, scroll.y);
    }
    void on(effect::Zoom& zoom) { m_work.viewport.zoom_to(zoom.to, paper()); }
    void on(effect::TogglePanel& toggle) {
        // The cell being worked on stays where it is, whatever the zoom becomes.
        const SheetCell* cell = m_work.document.cell(m_work.focus.shown());
        if (cell != nullptr && m_work.viewport.has_rows_of(m_work.document))
            m_work.viewport.hold_cell(m_work.viewport.place_of(m_work.document, *cell), paper());
        m_work.panels.toggle(toggle.panel);
    }
    void on(effect::CloseDrawers&) { m_work.panels.close_drawers(); }

    void reveal(const SheetCell& cell, float above) {
        const auto scroll = m_work.viewport.reveal(m_work.document, paper(), cell, above);
        if (scroll) platform::scroll_to(static_cast<int>(RegionId::Paper), scroll->x, scroll->y);
    }
    // The element being edited keeps its own text; after a change from elsewhere it must be told.
    void refresh_field() {
        const Focus& focus = m_work.focus;
        const bool field = std::holds_alternative<action::EditCell>(focus.action()) ||
                           std::holds_alternative<action::ExplainFinding>(focus.action());
        if (!field) return;
        m_work.focus.note_text(field_text(m_work.document, m_work.findings, focus.action()));
        platform::set_field_text(focus.node(), focus.text_at_entry());
    }

    // --- what is told
    void on(effect::Say& one) { say(one.text); }
    void on(effect::Speak& one) { m_work.publisher.say(one.text); }
    void on(effect::Show& show) { tell(std::move(show.notice)); }
    void on(effect::ShowOnce& show) {
        if (!m_work.notices.has(show.notice.id)) tell(std::move(show.notice));
    }
    void on(effect::CloseNotice& close) { m_work.notices.close(close.id); }
    void on(effect::CloseNotices&) { m_work.notices.close_all(); }

    void say(std::string_view text) {
        constexpr int kShown = 8000;  // milliseconds
        m_work.publisher.say(text);
        m_work.notices.say(text, m_back, m_work.document.check());
        platform::request_wake(kShown);
    }
    void tell(Notice notice) {
        const bool needs_eyes = notice.level != Level::Hint || !notice.choices.empty();
        if (needs_eyes && !m_work.panels.findings_open()) m_work.panels.open_findings();
        // Where it is shown, it is an alert, which is spoken.
        if (!m_work.panels.findings_open()) say(notice.title);
        m_work.notices.show(std::move(notice));
        m_work.scrolls_due[static_cast<size_t>(RegionId::Findings)] = {0, 0};
    }

    // --- dialogs
    void on(effect::OpenDialog& open) {
        Dialog& dialog = *open.dialog;
        m_work.publisher.region(RegionId::Dialog).content_height = 0;
        m_work.dialogs.push(std::move(open.dialog), open.back.empty() ? m_work.focus.node() : open.back);
        DialogContext context = m_work.dialog_context();
        then(dialog.opened(context));
    }
    void on(effect::ShowPreview& show) {
        // What it was asked for by may be gone with what is done.
        const std::string& active = m_work.focus.active();
        effect::OpenDialog open{std::make_shared<PreviewDialog>(std::move(show.preview)),
                                active.empty() ? std::string() : cell_id(active)};
        on(open);
    }
    void on(effect::CloseDialog&) { closed(m_work.dialogs.pop()); }
    void on(effect::CloseDialogs&) {
        while (m_work.dialogs.open()) closed(m_work.dialogs.pop());
    }
    void closed(std::string back) {
        m_work.keyboard_due = std::move(back);
        Region& region = m_work.publisher.region(RegionId::Dialog);
        region.scroll_y = region.content_height = 0;
    }

    // --- the draft
    void on(effect::SaveDraft& save) {
        const platform::LocalTime now = platform::now();
        if (m_work.document.set_today(now.day)) {
            m_work.findings.follow(m_work.document);
            platform::request_frame();
        }
        then(save.anyway ? m_work.saving.save_anyway(m_work.document, now)
                         : m_work.saving.save(m_work.document, now));
    }
    bool on(effect::OpenDraft& open) {
        then(m_work.saving.open(m_work.document, open.draft, platform::now()));
        return m_work.saving.keeper().id() == open.draft;
    }
    void on(effect::BeginDraft& begin) {
        then(m_work.saving.begin(m_work.document, std::move(begin), platform::now()));
    }
    void on(effect::TakeOverDraft&) { then(m_work.saving.take_over(m_work.document, platform::now())); }
    void on(effect::LookOnly&) { m_work.saving.look_only(); }
    void on(effect::NoteHandedOver&) {
        then(m_work.saving.handed_over(m_work.document, platform::now()));
        m_work.notices.close("backup");
    }
    void on(effect::NoteArrived&) {
        m_work.saving.arrived(m_work.document);
        m_work.notices.close("leave");
        m_work.notices.close("rest");
    }
    void on(effect::PutOffBackup&) { m_work.saving.put_off_backup(platform::now()); }

    // --- the platform
    void on(effect::RequestFrame&) {}
    void on(effect::RequestSave& save) { platform::request_save(save.milliseconds); }
    void on(effect::ChooseFile&) { platform::open_file(); }
    void on(effect::SaveFile& file) { platform::save_file(file.name, file.media_type, file.bytes); }
    void on(effect::Print& print) { platform::print(print.html); }
    void on(effect::CopyText& copy) {
        tell(platform::copy_text(copy.text) ? std::move(copy.copied) : std::move(copy.refused));
    }
    void on(effect::FillClipboard& fill) { platform::fill_clipboard(fill.plain, fill.html); }
    void on(effect::InsertText& insert) { platform::insert_text(insert.text); }

    Workspace& m_work;
    std::string_view m_back;  // what takes back the step that the outcome made
};

}  // namespace

bool carry_out(Workspace& workspace, Outcome outcome) {
    Carrier carrier(workspace);
    // Saving shows nothing by itself, and comes again and again.
    if (std::any_of(outcome.effects().begin(), outcome.effects().end(), [](const Effect& effect) {
            return !std::holds_alternative<effect::SaveDraft>(effect) &&
                   !std::holds_alternative<effect::RequestSave>(effect);
        }))
        platform::request_frame();
    for (Effect& effect : outcome.effects())
        if (!carrier.carry(effect)) break;
    return outcome.used();
}

}  // namespace shenbao::app
