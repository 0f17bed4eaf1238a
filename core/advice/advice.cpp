#include "core/advice/advice.h"

#include <algorithm>

#include "core/advice/examples.h"
#include "core/advice/gaps.h"
#include "core/advice/json_places.h"
#include "core/advice/note.h"
#include "core/advice/sayings.h"
#include "core/feel/text/utf8.h"
#include "core/form/json_text.h"
#include "core/review/feel_mistakes.h"

namespace shenbao {
namespace {

// A byte of the changed text in the one before the changes, which are in order.
size_t before_changes(size_t byte, const std::vector<TextChange>& changes) {
    size_t shift = 0;  // of the changed text against the one before
    for (const TextChange& change : changes) {
        const size_t start = change.offset + shift;
        if (byte < start) break;
        if (byte < start + change.text.size()) return change.offset;
        shift += change.text.size() - change.length;
    }
    return byte - shift;
}

std::string changed(std::string_view source, const std::vector<TextChange>& changes) {
    std::string text(source);
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        text.replace(change->offset, change->length, change->text);
    return text;
}

// What stands behind the "{" at the start and before its "}"; all the rest when there is none.
std::string_view inside_braces(std::string_view source) {
    bool in_text = false;
    for (size_t i = 1; i < source.size(); ++i) {
        if (source[i] == '"') in_text = !in_text;
        if (source[i] == '\\' && in_text) ++i;
        if (source[i] == '}' && !in_text) return source.substr(1, i - 1);
    }
    return source;
}

class FeelAdvisor {
  public:
    FeelAdvisor(const FeelMistakes& mistakes, const FormDefinition& definition, std::string_view pointer)
        : m_mistakes(mistakes), m_definition(definition), m_pointer(pointer) {}

    std::vector<Note> run() {
        const feel::Diagnostic& first = m_mistakes.diagnostics.front();
        const bool open_brace = first.kind == feel::DiagnosticKind::Syntax && first.detail == "}" &&
                                first.offset == 0 && m_mistakes.source.starts_with('{');
        const auto check = [&](std::string_view source) {
            if (open_brace) source = inside_braces(source);
            return feel::compile(source, m_mistakes.scope).diagnostics;
        };
        if (first.kind == feel::DiagnosticKind::TooLong || first.detail == "UTF-8") {
            explain_all(m_mistakes.diagnostics, m_mistakes.source, {});
            return std::move(m_notes);
        }
        std::string source = m_mistakes.source;
        if (const auto quote = find_missing_quote(source, check)) {
            m_notes.push_back({quote->offset, quote->length, quote->words});
            return std::move(m_notes);
        }
        if (open_brace) {
            m_notes.push_back({0, 1, say(sayings::kBraceMissing)});
            return std::move(m_notes);
        }
        // Signs that are no FEEL are told by what they are. Whatever is wrong beside them shows when the text
        // is read with what they stand for.
        std::vector<TextChange> changes;
        bool all_changed = true;
        for (const WrongSign& sign : find_wrong_signs(source, m_mistakes.scope)) {
            m_notes.push_back({sign.offset, sign.length, sign.words});
            all_changed = all_changed && !sign.changes.empty();
            changes.insert(changes.end(), sign.changes.begin(), sign.changes.end());
        }
        if (m_notes.empty()) {
            explain_all(m_mistakes.diagnostics, source, {});
        } else if (all_changed) {
            std::stable_sort(changes.begin(), changes.end(),
                             [](const auto& left, const auto& right) { return left.offset < right.offset; });
            source = changed(source, changes);
            explain_all(check(source), source, changes);
        }
        return std::move(m_notes);
    }

  private:
    void explain_all(const std::vector<feel::Diagnostic>& diagnostics, std::string_view source,
                     const std::vector<TextChange>& changes) {
        const FeelText text{source, m_mistakes.scope, m_definition, m_pointer};
        for (const feel::Diagnostic& diagnostic : diagnostics) {
            Note note = explain(diagnostic, text);
            const size_t end = before_changes(note.offset + note.length, changes);
            note.offset = before_changes(note.offset, changes);
            note.length = end > note.offset ? end - note.offset : 0;
            // What follows from a sign that was told already is no second mistake.
            const bool told = std::any_of(m_notes.begin(), m_notes.end(), [&](const Note& other) {
                return note.offset >= other.offset && note.offset < other.offset + other.length &&
                       note.offset + note.length <= other.offset + other.length;
            });
            if (!told || changes.empty()) m_notes.push_back(std::move(note));
        }
    }

    const FeelMistakes& m_mistakes;
    const FormDefinition& m_definition;
    std::string_view m_pointer;
    std::vector<Note> m_notes;
};

// A byte of a total's formula in the text with {column}.
size_t before_column(size_t byte, std::string_view written, std::string_view column) {
    constexpr std::string_view kColumn = "{column}";
    size_t at = 0;  // in `written`
    while (true) {
        const size_t next = written.find(kColumn, at);
        if (next == std::string_view::npos || byte < next - at) return std::min(at + byte, written.size());
        byte -= next - at;
        if (byte < column.size()) return next;
        byte -= column.size();
        at = next + kColumn.size();
    }
}

size_t characters(std::string_view text) {
    return static_cast<size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

class Advisor {
  public:
    Advisor(std::string_view json, JsonPlaces places, const FormDefinition& definition)
        : m_json(json), m_places(std::move(places)), m_definition(definition) {}

    std::vector<Advice> run(const std::vector<DefinitionFault>& faults) {
        for (const DefinitionFault& fault : faults) {
            if (fault.feel)
                add_feel(fault);
            else
                add(fault);
        }
        std::stable_sort(m_advice.begin(), m_advice.end(), [](const Advice& left, const Advice& right) {
            return std::pair(left.line, left.column) < std::pair(right.line, right.column);
        });
        return std::move(m_advice);
    }

  private:
    Advice& place(std::string_view pointer, size_t byte, const Words& words) {
        const TextPosition position = text_position(m_json, byte);
        return m_advice.emplace_back(
            Advice{std::string(pointer), position.line, position.column, {}, 0, 0, words.en, words.zh});
    }

    void add(const DefinitionFault& fault) {
        Words words(fault.message_zh + "。", fault.message + ".");
        if (!fault.unknown.empty()) {
            const Words names = similar_names(fault.unknown, candidates(fault.pointer));
            if (!names.empty()) words = words + say(sayings::kSimilar, {names});
            if (fault.unknown.find("…") != std::string::npos) words = words + say(sayings::kDots);
            if (names.empty() && fault.pointer.find("/paths/") != std::string::npos)
                words = words + say(sayings::kPathsLook);
        }
        if (fault.offset && fault.message.starts_with("No JSON")) words = words + say(sayings::kNoJson);
        place(fault.pointer, fault.offset ? *fault.offset : m_places.value(fault.pointer),
              with_examples(words, m_definition));
    }

    // What could stand at such a pointer.
    std::vector<std::string> candidates(std::string_view pointer) const {
        const auto is_at = [&](std::string_view key) { return pointer.find(key) != std::string_view::npos; };
        if (is_at("/section")) return m_places.ids("/sections");
        if (is_at("/list")) return m_places.ids("/lists");
        if (is_at("/peer") || pointer.ends_with("/table")) return m_places.ids("/tables");
        if (is_at("/identity")) return m_places.ids("/fields");
        std::vector<std::string> names = m_places.ids("/fields");
        for (const auto& table : m_definition.tables) {
            if (is_at("/each")) names.push_back(table.id);
            for (const auto& column : table.columns) {
                names.push_back(table.id + (is_at("/each") ? "." : ".….") + column.id);
                for (const auto& row : table.rows)
                    if (!is_at("/each")) names.push_back(table.id + "." + row.id + "." + column.id);
            }
        }
        return names;
    }

    void add_feel(const DefinitionFault& fault) {
        const FeelMistakes& mistakes = *fault.feel;
        const std::string whole = m_places.text(fault.pointer);
        const bool total = !mistakes.column.empty();
        const std::string written = total ? whole : mistakes.source;
        for (const Note& note : FeelAdvisor(mistakes, m_definition, fault.pointer).run()) {
            size_t start = note.offset, end = note.offset + note.length;
            if (total) {
                start = before_column(start, written, mistakes.column);
                end = std::max(start, before_column(end, written, mistakes.column));
            }
            start = std::min(start, written.size());
            end = std::min(end, written.size());
            const Words words = with_examples(note.words, m_definition, &mistakes.scope);
            Advice& advice =
                place(fault.pointer, m_places.in_text(fault.pointer, mistakes.start + start), words);
            advice.expression = written;
            advice.at = characters(std::string_view(written).substr(0, start)) + 1;
            advice.length = characters(std::string_view(written).substr(start, end - start));
        }
    }

    std::string_view m_json;
    JsonPlaces m_places;
    const FormDefinition& m_definition;
    std::vector<Advice> m_advice;
};

}  // namespace

FormCheck check_form(std::string_view json) {
    FormCheck check;
    Reviewer::Result loaded = load_form(json);
    check.reviewer = std::move(loaded.reviewer);
    if (loaded.faults.empty()) return check;
    const bool is_json = std::none_of(loaded.faults.begin(), loaded.faults.end(),
                                      [](const DefinitionFault& fault) { return fault.offset.has_value(); });
    const DefinitionResult read = is_json ? read_definition(json) : DefinitionResult();
    const FormDefinition nothing;
    Advisor advisor(json, JsonPlaces(is_json ? json : std::string_view()),
                    read.definition ? *read.definition : nothing);
    check.mistakes = advisor.run(loaded.faults);
    return check;
}

}  // namespace shenbao
