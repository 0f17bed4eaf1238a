#include "app/drafts/files.h"

#include <utility>

#include "app/words/texts_zh.h"
#include "core/formats/json/declaration_json.h"
#include "core/formats/print/print_html.h"

namespace shenbao::app {

namespace {

Choice copy_content() {
    return {"copy:file", texts::kCopyFile, action::RunCommand{"copy-file"}};
}

}  // namespace

Outcome save_to_file(const Document& document) {
    const Declaration& declaration = document.declaration();
    const FormDefinition& form = document.definition();
    const std::string name =
        texts::declaration_file_name(form, identity_unit(form, declaration), document.state().year);
    // Whether it arrived no page is told.
    Notice notice{"saved",
                  Level::Hint,
                  std::string(texts::kSavedFile),
                  {name, std::string(texts::kWhereSaved), std::string(texts::kDownloadRefused)},
                  {copy_content()}};
    return Outcome::of(effect::SaveFile{name, "application/json", write_declaration(form, declaration)},
                       effect::Show{std::move(notice)}, effect::CheckAll{}, effect::NoteHandedOver{});
}

Outcome copy_as_file(const Document& document) {
    const auto notice = [](Level level, std::string_view said) {
        return Notice{"saved", level, std::string(texts::kCopyFile), {std::string(said)}, {copy_content()}};
    };
    return Outcome::of(effect::CopyText{write_declaration(document.definition(), document.declaration()),
                                        notice(Level::Hint, texts::kFileCopied),
                                        notice(Level::Explain, texts::kCopyRefused)});
}

effect::BeginDraft new_draft() {
    return {{"new", Level::Hint, std::string(texts::kStartedAnew)}};
}

Outcome print(const Document& document) {
    const FormState& state = document.state();
    if (state.errors + state.explains == 0) return print_anyway(document);
    return Outcome::of(
        effect::CheckAll{},
        effect::Show{{"print",
                      Level::Explain,
                      texts::print_as_draft(state.errors, state.explains),
                      {},
                      {{"print:anyway", texts::kPrintAnyway, action::RunCommand{"print-anyway"}},
                       {"print:errors", texts::kSeeErrors, action::RunCommand{"see-errors"}}}}},
        effect::GiveKeyboardLater{"print:anyway"});
}

Outcome print_anyway(const Document& document) {
    return Outcome::of(effect::CloseNotice{"print"},
                       effect::Print{print_page(document.definition(), document.sheet(),
                                                document.declaration(), document.state())});
}

}  // namespace shenbao::app
