// When a person is reminded to save a file of the draft.
#include <gtest/gtest.h>

#include <memory>

#include "core/drafts/draft_library.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

const FormDefinition& form() {
    static const DefinitionResult result = read_definition(official_form_json());
    return *result.definition;
}

TEST(Backup, RemindsOfAFileAfterDaysAndCanBePutOff) {
    MemoryStore store;
    constexpr long long kDay = 24LL * 60 * 60 * 1000;
    {
        HeadlessWorkbench page(store);
        page.type("cell:person", "甲");
        page.workbench().save_now();
        EXPECT_EQ(page.value("status:backup"), "尚无文件备份");
        page.click("button:save");
        EXPECT_EQ(page.value("status:backup"), "今天存过文件");
        platform_log().now.milliseconds += 60'000;
        platform_log().now.minute += 1;
        page.type("cell:person", "甲丙");
        page.workbench().save_now();
        page.settle();
        EXPECT_EQ(page.value("status:backup"), "今天存过文件，之后有改动");
        page.type("cell:person", "甲乙");
    }
    const auto opened = [&](long long later) {
        drafts::DraftSession other(store, form(), "current", "clock");
        // A session that opened days later: the clock of the log starts anew with each workbench.
        store.write(other.prefix() + "backup", std::to_string(PlatformLog{}.now.milliseconds - later));
        return std::make_unique<HeadlessWorkbench>(store);
    };
    EXPECT_FALSE(opened(2 * kDay)->has("notice:backup"));
    {
        auto page = opened(4 * kDay);
        EXPECT_TRUE(page->has("notice:backup"));
        EXPECT_EQ(page->value("status:backup"), "文件备份 4 天前，之后有改动");
        page->click("close:backup");
    }
    EXPECT_FALSE(opened(4 * kDay)->has("notice:backup")) << "put off until tomorrow";
}

// A window at noon that day, over a draft and a file of it of so many days before.
class AfterDays {
  public:
    void saved(double days) {
        drafts::DraftSession drafts(store, form(), "current", "before");
        drafts.open();
        Declaration declaration = blank_declaration(form());
        declaration.values["person"] = std::to_string(days);
        ASSERT_EQ(drafts.save(declaration, {}, before(days)), drafts::DraftStatus::Ok);
        drafts.release();
    }
    void filed(double days) {
        drafts::DraftLibrary(store, form(), "before").note_backup("current", before(days));
    }
    void put_off(double days) {
        store.write(drafts::form_prefix(form().id) + "snooze", std::to_string(before(days)));
    }
    bool reminds() { return HeadlessWorkbench(store).has("notice:backup"); }

    MemoryStore store;

  private:
    static long long before(double days) {
        return PlatformLog{}.now.milliseconds - static_cast<long long>(days * 24 * 60 * 60 * 1000);
    }
};

TEST(Backup, OfLastNightIsNotOfToday) {
    AfterDays page;
    page.saved(0.7);
    page.filed(0.65);
    EXPECT_EQ(HeadlessWorkbench(page.store).value("status:backup"), "文件备份 1 天前");
}

TEST(Backup, DoesNotRemindOfAFileOfWhatWasNotChangedSinceTheLastOne) {
    AfterDays page;
    page.saved(6);
    page.filed(5);
    EXPECT_FALSE(page.reminds()) << "the file holds everything";
    page.saved(4);
    EXPECT_TRUE(page.reminds()) << "changed since";
    page.filed(3.5);
    EXPECT_FALSE(page.reminds());
}

TEST(Backup, DoesNotRemindOfAFileThatWasSavedTogetherWithTheDraft) {
    AfterDays page;
    page.saved(5);
    page.filed(5);
    EXPECT_FALSE(page.reminds()) << "the button saves both, perhaps within a millisecond";
}

TEST(Backup, RemindsOfTheFirstFileDaysAfterTheFirstSave) {
    AfterDays page;
    EXPECT_FALSE(page.reminds()) << "nothing was ever entered";
    page.saved(2.9);
    EXPECT_FALSE(page.reminds());
    AfterDays later;
    later.saved(3.1);
    later.saved(0.1);
    EXPECT_TRUE(later.reminds()) << "the work began then, however new its last state";
}

TEST(Backup, ReminderThatWasPutOffComesAgainTheNextDay) {
    AfterDays page;
    page.saved(5);
    page.put_off(0.9);
    EXPECT_FALSE(page.reminds());
    page.put_off(1.1);
    EXPECT_TRUE(page.reminds());
}

}  // namespace
}  // namespace shenbao::testing
