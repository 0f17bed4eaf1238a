#include "app/shell/opening.h"

#include <memory>
#include <utility>

#include "app/dialogs/drafts_dialog.h"
#include "app/platform/platform.h"
#include "app/words/drafts_texts_zh.h"
#include "app/words/texts_zh.h"
#include "core/formats/opening/open_file.h"

namespace shenbao::app {

namespace {

Notice told_of(std::string_view name, const std::vector<ReadNote>& notes) {
    Notice notice{"open", Level::Hint, texts::opened_file(name)};
    if (notes.empty()) return notice;
    notice.level = Level::Explain;
    notice.lines.push_back(texts::opened_notes(notes.size()));
    for (std::string& line : note_lines(notes)) notice.lines.push_back(std::move(line));
    return notice;
}

}  // namespace

Outcome open_bytes(Workspace& work, std::string_view name, std::string_view bytes) {
    const auto dialog = [](auto content) {
        return Outcome::of(
            effect::CloseDialogs{},
            effect::OpenDialog{std::make_shared<DraftsDialog>(std::move(content)), "button:drafts"});
    };
    if (drafts::is_archive(bytes)) return dialog(std::string(bytes));
    const CalendarDay today = platform::now().day;
    ReadResult result = open_file(work.document.reviewer(), bytes, today);
    if (!result.ok())
        return Outcome::of(effect::Show{{"open",
                                         Level::Error,
                                         texts::could_not_open(name),
                                         {result.message, std::string(texts::kNothingLost)}}});
    Notice told = told_of(name, result.notes);
    std::string step = std::string(texts::kStepOpen) + " " + std::string(name);
    DraftKeeper& keeper = work.saving.keeper();
    const Document file(work.document.form(), std::move(result.declaration), today);
    drafts::DraftFacts facts = facts_of(file, {});
    const std::string like = keeper.draft_like(facts, facts_of(work.document, {}));
    if (like.empty() && work.saving.untouched(work.document))
        return Outcome::of(effect::CloseDialogs{}).then(fill_with(file.declaration(), step, told));
    if (like.empty())
        return Outcome::of(effect::CloseDialogs{}, effect::BeginDraft{std::move(told), file.declaration()});
    const bool open_one = like == keeper.id();
    if ((open_one ? work.document.declaration() : keeper.library().session(like).open().declaration) ==
        file.declaration()) {
        told.lines.insert(told.lines.begin(), std::string(texts::kSameAsDraft));
        Outcome outcome = Outcome::of(effect::CloseDialogs{});
        if (!open_one) outcome.then(effect::OpenDraft{like});
        return outcome.then(effect::Show{std::move(told)});
    }
    drafts::ArchivedDraft one{.id = like, .meeting = drafts::ArchivedDraft::Meeting::Differs};
    one.facts = std::move(facts);
    one.facts.name = name;
    one.declaration = file.declaration();
    return dialog(FileContent{std::move(one), std::move(told), std::move(step)});
}

}  // namespace shenbao::app
