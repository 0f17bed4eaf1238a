// The draft behind the form: opened, saved, shared with other windows; what is true about its safety, and
// what the status line and the banner say of it. The one owner of what was saved, where, and whether this
// window may write.
#pragma once

#include <string>
#include <string_view>

#include "app/document/document.h"
#include "app/document/outcome.h"
#include "app/drafts/draft_keeper.h"
#include "app/platform/platform.h"

namespace shenbao::app {

// What the status line says.
struct SaveNotice {
    enum class Kind { Calm, Saved, Pending, Failed };
    Kind kind = Kind::Calm;
    std::string text;
};

// Over the paper while this window cannot write the draft, or nothing can be stored.
struct Banner {
    Level level = Level::Explain;
    std::string text;  // "" = no banner
    std::vector<Choice> choices;
};

class Saving {
  public:
    Saving(drafts::KeyValueStore& store, const FormDefinition& definition, std::string window);

    DraftKeeper& keeper() { return m_keeper; }
    const DraftKeeper& keeper() const { return m_keeper; }
    bool can_edit() const { return m_keeper.can_edit(); }
    const SaveNotice& notice() const { return m_notice; }
    // When a file was made of it, and whether it has changed since.
    std::string backup_age(platform::LocalTime now) const;
    Banner banner() const;
    bool failed() const { return m_failed; }
    unsigned long saved_revision() const { return m_saved_revision; }
    // Something would be lost if the page went away now.
    bool unsaved(const Document& document) const { return m_saved_revision != document.revision(); }

    // The draft that was open last.
    Outcome restore(platform::LocalTime now);
    // Another draft, or a further one; which is said to be impossible while what is shown is nowhere else.
    Outcome open(const Document& document, std::string_view draft, platform::LocalTime now);
    Outcome begin(const Document& document, effect::BeginDraft begin, platform::LocalTime now);
    // Nothing stands in it, and it is this window's: another content can take its place.
    bool untouched(const Document& document) const;

    // The declaration has changed, and will be saved in a moment.
    Outcome changed();
    // Another declaration is shown: it is the draft's, as it is stored.
    void shown(const Document& document);
    // What is due: a decision about who has the draft, or saving what has changed.
    Outcome save(const Document& document, platform::LocalTime now);
    // Also what has not changed: its name has, or it must be there.
    Outcome save_anyway(const Document& document, platform::LocalTime now);
    // What is shown was given to the browser as a file: which says nothing of its arriving.
    Outcome handed_over(const Document& document, platform::LocalTime now);
    // The person has seen that file. What is shown may then be left though no draft holds it.
    void arrived(const Document& document);
    void put_off_backup(platform::LocalTime now) { m_keeper.snooze_backup(now.milliseconds); }

    // --- other windows
    Outcome store_changed(const Document& document, std::string_view key, platform::LocalTime now);
    Outcome take_over(const Document& document, platform::LocalTime now);
    void look_only() { m_looking = true; }
    // The page goes away, is seen again.
    Outcome leave(const Document& document, platform::LocalTime now);
    Outcome come_back(const Document& document, platform::LocalTime now);
    // Why nothing can be changed here.
    std::string_view why_not() const;

  private:
    Outcome show(drafts::OpenedDraft draft);
    Outcome show_stored(const Document& document, drafts::OpenedDraft draft, platform::LocalTime now);
    Outcome tell_hold();
    Outcome keep_rest(const Document& document, platform::LocalTime now, bool& kept);
    Outcome lost(const Document& document, platform::LocalTime now);
    bool must_not_be_left(const Document& document) const;
    bool is_handed_over(const Document& document) const { return m_handed_revision == document.revision(); }

    DraftKeeper m_keeper;
    const FormDefinition& m_definition;
    unsigned long m_saved_revision = 0;
    unsigned long m_handed_revision = ~0UL, m_filed_revision = ~0UL;
    bool m_failed = false;
    bool m_blocked = false;  // nothing could be stored since the draft was opened
    bool m_looking = false;  // another window edits; the person chose to look
    bool m_told = false;     // that saving works, since the last time it failed
    SaveNotice m_notice;
};

// What a reader noted, as lines for the person.
std::vector<std::string> note_lines(const std::vector<ReadNote>& notes);

}  // namespace shenbao::app
