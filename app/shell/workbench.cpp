#include "app/shell/workbench.h"

#include "app/editing/rows.h"
#include "app/findings/repair.h"
#include "app/paper/moving.h"
#include "app/paper/paper_view.h"
#include "app/paper/ranges.h"
#include "app/platform/platform.h"
#include "app/shell/carry_out.h"
#include "app/shell/command_table.h"
#include "app/shell/debug_json.h"
#include "app/shell/frame.h"
#include "app/shell/opening.h"
#include "app/shell/pasting.h"
#include "app/shell/workspace.h"

namespace shenbao::app {

namespace {

// What activating a node comes to.
class Activation {
  public:
    explicit Activation(Workspace& work) : m_work(work) {}

    Outcome operator()(const std::monostate&) { return {}; }
    Outcome operator()(const action::EditCell&) { return {}; }
    Outcome operator()(const action::ExplainFinding&) { return {}; }
    Outcome operator()(const action::RunCommand& one) {
        const Command* command = command_named(one.command);
        return command == nullptr || command->run == nullptr ? Outcome() : command->run(m_work, {});
    }
    Outcome operator()(const action::GoToFinding& one) {
        const int index = m_work.findings.index(one.finding);
        return index < 0 ? Outcome() : go_to_finding(m_work.document, static_cast<size_t>(index));
    }
    Outcome operator()(const action::ConfirmExplanation& one) {
        const int index = m_work.findings.index(one.finding);
        if (index < 0) return {};
        return confirm_explanation(m_work.document.state().findings[static_cast<size_t>(index)]);
    }
    Outcome operator()(const action::RepairFinding& one) {
        const int index = m_work.findings.index(one.finding);
        if (index < 0) return {};
        const Finding& finding = m_work.document.state().findings[static_cast<size_t>(index)];
        if (one.fix >= 0)
            return carry_out_fix(m_work.document, finding, static_cast<size_t>(one.fix), one.all_alike);
        return repair(m_work.document, finding);
    }
    Outcome operator()(const action::GoToSection& one) {
        Outcome outcome = Outcome::of(effect::CloseDrawers{});
        if (const auto start = m_work.viewport.section_start(
                m_work.document, m_work.publisher.region(RegionId::Paper), one.section))
            outcome.then(*start);
        return outcome;
    }
    Outcome operator()(const action::CloseNotice& one) {
        Outcome outcome = Outcome::of(effect::CloseNotice{one.notice});
        if (one.notice == "backup") outcome.then(effect::PutOffBackup{});
        return outcome;
    }
    Outcome operator()(const action::OpenDraft& one) { return Outcome::of(effect::OpenDraft{one.draft}); }
    Outcome operator()(const action::AddRow& one) { return add_row(m_work.document, one.table, one.row); }
    Outcome operator()(const action::RemoveRow& one) {
        return remove_row(m_work.document, one.table, one.row);
    }
    Outcome operator()(const action::MoveRow& one) {
        Outcome outcome = move_row(m_work.document, one.table, one.row, one.step);
        // The cell that is chosen stays so where its row goes.
        const PathParts active = split_path(m_work.focus.active());
        if (active.table == one.table && active.row == one.row)
            outcome.then(effect::GiveKeyboardLater{cell_id(m_work.focus.active())});
        return outcome;
    }
    Outcome operator()(const action::InDialog& one) {
        if (!m_work.dialogs.open()) return {};
        DialogContext context = m_work.dialog_context();
        return m_work.dialogs.top()->act(one.act, one.of, context);
    }

  private:
    Workspace& m_work;
};

bool is_in_dialog(const Action& action) {
    return std::holds_alternative<action::InDialog>(action);
}

// What the field holds, wherever it is.
std::string text_of(const Workspace& work, const Action& field) {
    if (is_in_dialog(field)) return work.dialogs.open() ? work.dialogs.top()->field_text() : std::string();
    return field_text(work.document, work.findings, field);
}

// A key of a text being edited is the text's; while a dialog is open, it hears before the form does.
Outcome outcome_of(Workspace& work, const Command& command, const KeyPress& press) {
    if (command.run == nullptr || (command.of_text && press.in_text)) return {};
    if (!work.dialogs.open() || command.over_dialogs) return command.run(work, press);
    if ((command.name == "undo" && press.undoes) || (command.name == "redo" && press.redoes)) return {};
    const Node* node = work.publisher.find(work.focus.node());
    const bool field = node != nullptr && node->role == Role::TextBox;
    DialogContext context = work.dialog_context();
    return work.dialogs.top()->key(command, field, context);
}

// The finding shown as current is one about the active cell, if there is any.
void follow_active_cell(Workspace& work) {
    const std::string& path = work.focus.active();
    const int current = work.findings.index(work.focus.finding());
    const std::vector<Finding>& findings = work.document.state().findings;
    if (current >= 0 && is_about(work.document, findings[static_cast<size_t>(current)], path)) return;
    const auto finding = finding_about(work.document, work.findings, path);
    if (!finding) return work.focus.look_at_no_finding();
    work.focus.look_at_finding(work.findings.keys()[*finding],
                               work.findings.place_of(work.document, *finding));
    work.finding_due = true;
}

}  // namespace

struct Workbench::Parts : Workspace {
    using Workspace::Workspace;
};

Workbench::Workbench(std::shared_ptr<const Reviewer> form, drafts::KeyValueStore& store)
    : m_parts(std::make_unique<Parts>(std::move(form), store)) {
    carry_out(*m_parts, m_parts->saving.restore(platform::now()));
    platform::request_frame();
}

Workbench::~Workbench() {
    m_parts->saving.keeper().leave();
}

void Workbench::resize(float width, float height) {
    if (m_parts->panels.resize(width, height)) platform::request_frame();
}

void Workbench::set_scheme(bool dark, bool high_contrast) {
    m_parts->dark = dark;
    m_parts->high_contrast = high_contrast;
    platform::request_frame();
}

void Workbench::scrolled(RegionId id, float x, float y) {
    Region& region = m_parts->publisher.region(id);
    if (region.scroll_x == x && region.scroll_y == y) return;
    region.scroll_x = x;
    region.scroll_y = y;
    platform::request_frame();
}

void Workbench::hovered(std::string_view node_id) {
    if (m_parts->hovered == node_id) return;
    m_parts->hovered = node_id;
    platform::request_frame();
}

void Workbench::pressed(std::string_view node_id) {
    if (m_parts->pressed == node_id) return;
    m_parts->pressed = node_id;
    platform::request_frame();
}

void Workbench::activated(std::string_view node_id) {
    platform::request_frame();
    const Node* node = m_parts->publisher.find(node_id);
    if (node == nullptr || node->disabled) return;
    const Action action = node->action;  // its node may be gone before it is done
    carry_out(*m_parts, std::visit(Activation(*m_parts), action));
}

void Workbench::clicked(float x, float y) {
    Workspace& work = *m_parts;
    if (work.dialogs.open() || !work.viewport.has_rows_of(work.document)) return;
    if (const SheetCell* cell =
            work.viewport.cell_at(work.document, work.publisher.region(RegionId::Paper), x, y))
        carry_out(work, show_cell(work.document, *cell));
}

void Workbench::focused(std::string_view node_id) {
    Workspace& work = *m_parts;
    const Action action = work.publisher.action_of(node_id);
    work.focus.enter(node_id, action, text_of(work, action));
    work.focus.know_errors(work.document);
    work.document.seal();
    if (!work.focus.path().empty()) {
        work.panels.close_drawers();
        follow_active_cell(work);
    }
    platform::request_frame();
}

void Workbench::blurred(std::string_view node_id) {
    Workspace& work = *m_parts;
    if (work.focus.node() == node_id) {
        const std::string path(work.focus.path());
        // Looking changes nothing: not what was left as it is, nor a rewriting that was undone.
        const bool changed = text_of(work, work.focus.action()) != work.focus.text_at_entry();
        work.focus.leave();
        if (!path.empty()) {
            if (changed && work.can_edit()) carry_out(work, normalized(work.document, path));
            // Once a cell is left, not at each key.
            if (NewErrors fresh = new_errors(work.document, work.focus.known_errors(), path);
                !fresh.text.empty()) {
                carry_out(work, Outcome::of(effect::Say{std::move(fresh.text)}));
                work.focus.stand_out(work.findings.keys()[fresh.first], path);
                work.finding_due = true;
            }
            work.focus.know_errors(work.document);
        }
    }
    work.document.seal();
    platform::request_frame();
}

void Workbench::typed(std::string_view node_id, std::string_view text, Means means) {
    Workspace& work = *m_parts;
    const Action field =
        work.focus.node() == node_id ? work.focus.action() : work.publisher.action_of(node_id);
    if (is_in_dialog(field)) {
        if (work.dialogs.open()) work.dialogs.top()->typed(text);
        return;
    }
    carry_out(work, app::typed(work.document, work.findings, node_id, field, text, means));
}

bool Workbench::key(std::string_view stroke, const KeyPress& press) {
    const Command* command = command_of_stroke(stroke);
    return command != nullptr && carry_out(*m_parts, outcome_of(*m_parts, *command, press));
}

bool Workbench::run(std::string_view command_name, const KeyPress& press) {
    const Command* command = command_named(command_name);
    return command != nullptr && carry_out(*m_parts, outcome_of(*m_parts, *command, press));
}

bool Workbench::choose(std::string_view typed) {
    return carry_out(*m_parts, app::choose(m_parts->document, m_parts->focus, typed));
}

bool Workbench::select_to(float x, float y) {
    Workspace& work = *m_parts;
    if (work.focus.path().empty() || !work.viewport.has_rows_of(work.document)) return false;
    if (const SheetCell* cell =
            work.viewport.cell_at(work.document, work.publisher.region(RegionId::Paper), x, y))
        carry_out(work, draw_range_to(work.document, work.focus, *cell));
    return work.focus.range().range(work.document.sheet()).has_value();
}

bool Workbench::in_range(std::string_view node_id) const {
    const auto range = m_parts->focus.range().range(m_parts->document.sheet());
    const Action action = m_parts->publisher.action_of(node_id);
    const auto* edits = std::get_if<action::EditCell>(&action);
    const SheetCell* cell = edits == nullptr ? nullptr : m_parts->document.cell(edits->path);
    return range && cell != nullptr && range->contains(*cell);
}

void Workbench::copy_range(bool cut) {
    carry_out(*m_parts, copy_cells(m_parts->document, m_parts->focus, cut));
}

bool Workbench::paste(std::string_view plain, std::string_view table, bool dropped) {
    return carry_out(*m_parts, app::paste(*m_parts, plain, table, dropped));
}

void Workbench::wheel_zoom(float factor, float x, float y) {
    Viewport& viewport = m_parts->viewport;
    viewport.set_zoom(viewport.zoom() * factor, x, y, m_parts->publisher.region(RegionId::Paper));
    platform::request_frame();
}

void Workbench::file_opened(std::string_view name, std::string_view bytes) {
    carry_out(*m_parts, open_bytes(*m_parts, name, bytes));
}

void Workbench::save_now() {
    carry_out(*m_parts, Outcome::of(effect::SaveDraft{}));
}

void Workbench::store_changed_elsewhere(std::string_view key) {
    carry_out(*m_parts, m_parts->saving.store_changed(m_parts->document, key, platform::now()));
    if (!m_parts->dialogs.open()) return;
    DialogContext context = m_parts->dialog_context();
    m_parts->dialogs.top()->store_changed(context);
    platform::request_frame();
}

void Workbench::leave() {
    carry_out(*m_parts, m_parts->saving.leave(m_parts->document, platform::now()));
}

void Workbench::come_back() {
    carry_out(*m_parts, m_parts->saving.come_back(m_parts->document, platform::now()));
}

bool Workbench::unsaved() const {
    return m_parts->saving.unsaved(m_parts->document);
}

void Workbench::woken() {
    m_parts->notices.end_message();
    m_parts->focus.end_standing_out();
    platform::request_frame();
}

void Workbench::frame() {
    draw_frame(*m_parts);
}

const Semantics& Workbench::semantics() const {
    return m_parts->publisher.semantics();
}

std::string Workbench::debug_json() const {
    return app::debug_json(*m_parts);
}

}  // namespace shenbao::app
