#include "app/drafts/files.h"

#include <utility>

#include "app/drafts/saving.h"
#include "app/words/texts_zh.h"
#include "core/formats/json/declaration_json.h"
#include "core/formats/opening/open_file.h"
#include "core/formats/print/print_html.h"

namespace shenbao::app {

namespace {

Choice copy_content() {
    return {"copy:file", texts::kCopyFile, action::RunCommand{"copy-file"}};
}

}  // namespace

Outcome open_declaration(const Document& document, std::string_view name, std::string_view bytes,
                         platform::LocalTime now) {
    ReadResult result = open_file(document.reviewer(), bytes, now.day);
    if (!result.ok())
        return Outcome::of(effect::RequireEditing{},
                           effect::Show{{"open",
                                         Level::Error,
                                         texts::could_not_open(name),
                                         {result.message, std::string(texts::kNothingLost)}}});
    Notice notice{"open", Level::Hint, texts::opened_file(name), {std::string(texts::kUndoBringsBack)}};
    if (!result.notes.empty()) {
        notice.level = Level::Explain;
        notice.lines.push_back(texts::opened_notes(result.notes.size()));
        for (std::string& line : note_lines(result.notes)) notice.lines.push_back(std::move(line));
    }
    const std::string step = std::string(texts::kStepOpen) + " " + std::string(name);
    return Outcome::of(effect::RequireEditing{},
                       effect::Apply{step, {ReplaceDeclaration{std::move(result.declaration)}}},
                       effect::RefreshField{}, effect::Show{std::move(notice)});
}

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
                       effect::Show{std::move(notice)}, effect::NoteHandedOver{});
}

Outcome copy_as_file(const Document& document) {
    const auto notice = [](Level level, std::string_view said) {
        return Notice{"saved", level, std::string(texts::kCopyFile), {std::string(said)}, {copy_content()}};
    };
    return Outcome::of(effect::CopyText{write_declaration(document.definition(), document.declaration()),
                                        notice(Level::Hint, texts::kFileCopied),
                                        notice(Level::Explain, texts::kCopyRefused)});
}

Outcome start_anew(const Document& document) {
    return Outcome::of(
        effect::RequireEditing{},
        effect::Apply{std::string(texts::kStepNew),
                      {ReplaceDeclaration{blank_declaration(document.definition())}}},
        effect::CloseNotices{}, effect::RefreshField{},
        effect::Show{
            {"new", Level::Hint, std::string(texts::kStartedAnew), {std::string(texts::kUndoBringsBack)}}});
}

Outcome print(const Document& document) {
    return Outcome::of(effect::Print{
        print_page(document.definition(), document.sheet(), document.declaration(), document.state())});
}

}  // namespace shenbao::app
