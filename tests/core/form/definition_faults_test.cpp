#include "tests/core/form/small_form.h"

namespace shenbao::testing {
namespace {

Texts faults_with(std::string_view from, std::string_view to) {
    return faults_of(small_form_with(from, to));
}

TEST(DefinitionFaults, SmallFormHasNone) {
    EXPECT_EQ(faults_of(kSmallForm), Texts{});
}

TEST(DefinitionFaults, AreAllReportedTogether) {
    std::string json = small_form_with(R"("level": "error")", R"("level": "fatal")");
    json.replace(json.find(R"("type": "text")"), 14, R"("type": "word")");
    json.replace(json.find(R"("span": 2)"), 9, R"("span": 3)");
    EXPECT_EQ(faults_of(json).size(), 3u);
}

TEST(DefinitionFaults, HeaderMustBeOurs) {
    EXPECT_EQ(faults_with("shenbao-form", "survey"), Texts{"/format: Not a form definition: 'survey'"});
    EXPECT_EQ(faults_with("\"formatVersion\": 1", "\"formatVersion\": 2"),
              Texts{"/formatVersion: Written for a newer program; this one reads version 1"});
    EXPECT_EQ(faults_with("\"formatVersion\": 1", "\"formatVersion\": 0"),
              Texts{"/formatVersion: Must be 1"});
    EXPECT_EQ(faults_with("\"formatVersion\": 1", "\"formatVersion\": \"1\""),
              Texts{"/formatVersion: Must be 1"});
    EXPECT_EQ(faults_with("\"formatVersion\": 1, ", ""), Texts{"/formatVersion: Must be 1"});
}

TEST(DefinitionFaults, NameMissingKeys) {
    EXPECT_EQ(faults_with("\"id\": \"small\", ", ""), Texts{": Lacks the key 'id'"});
    EXPECT_EQ(faults_with("\"title\": \"填报人\", ", ""), Texts{"/fields/0: Lacks the key 'title'"});
    EXPECT_EQ(faults_with("\"title\": \"第一\"", "\"help\": \"\""),
              Texts{"/rowSets/tree/0: Lacks the key 'title'"});
    EXPECT_EQ(faults_with("\"title\": \"填报人\"", "\"title\": \"\""),
              Texts{"/fields/0/title: Must not be empty"});
}

TEST(DefinitionFaults, NameUnknownKeys) {
    EXPECT_EQ(faults_with("\"version\"", "\"unit\": \"元\", \"version\""),
              Texts{"/unit: Unknown key 'unit'"});
    EXPECT_EQ(faults_with("\"unit\"", "\"colour\""), Texts{"/identity/colour: Unknown key 'colour'"});
    EXPECT_EQ(faults_with("\"required\": true", "\"requierd\": true"),
              Texts{"/fields/0/requierd: Unknown key 'requierd'"});
    EXPECT_EQ(faults_with("\"heightMm\": 9", "\"height/~\": 9"),
              Texts{"/sheet/rows/1/height~1~0: Unknown key 'height/~'"});
}

TEST(DefinitionFaults, NameKeysThatStandTwice) {
    EXPECT_EQ(faults_with("\"identity\": {", "\"title\": \"元\", \"identity\": {"),
              Texts{"/title: The key 'title' stands twice in its object"});
    EXPECT_EQ(faults_with("\"required\": true", "\"type\": \"text\""),
              Texts{"/fields/0/type: The key 'type' stands twice in its object"});
}

TEST(DefinitionFaults, NameWrongJsonTypes) {
    EXPECT_EQ(faults_with("\"title\": \"小表\"", "\"title\": 7"), Texts{"/title: Must be a text"});
    EXPECT_EQ(faults_with("\"required\": true", "\"required\": 1"),
              Texts{"/fields/0/required: Must be true or false"});
    EXPECT_EQ(faults_with("[{\"id\": \"head\", \"title\": \"基本信息\"}]", "{}")[0],
              "/sections: Must be a list");
    EXPECT_EQ(faults_with("{\"x\": \"1\"}", "[]"), Texts{"/rules/0/let: Must be an object"});
    EXPECT_EQ(faults_with("{\"x\": \"1\"}", "{\"x\": 1}"), Texts{"/rules/0/let/x: Must be a text"});
    EXPECT_EQ(faults_with("\"number\": 1", "\"number\": 1.5"),
              Texts{"/rules/0/number: Must be a whole number 0 – 9999"});
    EXPECT_EQ(faults_with("\"number\": 1", "\"number\": 99999999999999999999"),
              Texts{"/rules/0/number: Must be a whole number 0 – 9999"});
    EXPECT_EQ(faults_with("[\"person\"]", "[\"person\", null]"), Texts{"/rules/0/paths/1: Must be a text"});
    EXPECT_EQ(faults_with("{\"id\": \"only\", \"title\": \"只有\"}", "3"),
              Texts{"/tables/1/rows/0: Must be an object"});
    EXPECT_EQ(faults_with("{\"tree\": [", "{\"tree\": 4, \"spare\": ["),
              Texts{"/rowSets/tree: Must be a list"});
    EXPECT_EQ(faults_with("\"rows\": \"tree\"", "\"rows\": 4"),
              Texts{"/tables/0/rows: Must be a list of rows or the name of a row set"});
    EXPECT_EQ(faults_of("[]"), Texts{": Must be an object"});
    EXPECT_EQ(faults_of("null"), Texts{": Must be an object"});
}

TEST(DefinitionFaults, NameUnknownWords) {
    EXPECT_EQ(
        faults_with("\"type\": \"text\"", "\"type\": \"word\""),
        Texts{
            "/fields/0/type: Unknown word 'word'; known: text, longText, amount, percent, indicator, choice, "
            "date, phone, year"});
    EXPECT_EQ(faults_with("\"level\": \"error\"", "\"level\": \"fatal\""),
              Texts{"/rules/0/level: Unknown word 'fatal'; known: error, explain, hint"});
    EXPECT_EQ(
        faults_with("\"paths\": [\"person\"]}", "\"paths\": [\"person\"], \"fix\": \"mend\"}"),
        Texts{"/rules/0/fix: Unknown word 'mend'; known: align-indicators, fill-from-peer, accept-computed"});
    EXPECT_EQ(faults_with("\"kind\": \"open\"", "\"kind\": \"shut\"")[0],
              "/rowSets/tree/1/kind: Unknown word 'shut'; known: named, open, total");
    EXPECT_EQ(faults_with("\"title\": \"第一\"", "\"title\": \"第一\", \"direction\": \"left\""),
              Texts{"/rowSets/tree/0/direction: Unknown word 'left'; known: up, down, zero"});
    EXPECT_EQ(faults_with("\"kind\": \"title\"", "\"kind\": \"heading\""),
              Texts{"/sheet/rows/0/kind: Unknown word 'heading'; known: title, headline, grid, note"});
    EXPECT_EQ(faults_with("\"kind\": \"rowTitle\"", "\"kind\": \"row\"")[0].substr(0, 27),
              "/sheet/rows/2/cells/0/kind:");
    EXPECT_EQ(faults_with("\"align\": \"l\"", "\"align\": \"left\""),
              Texts{"/sheet/rows/1/cells/1/align: Unknown word 'left'; known: l, c, r"});
}

TEST(DefinitionFaults, NameFixesThatDoNothingOrTwoThings) {
    const auto faults = [](const std::string& fix) {
        return faults_with("\"paths\": [\"person\"]}", "\"paths\": [\"person\"], \"fixes\": " + fix + "}");
    };
    EXPECT_EQ(faults(R"([{"label": "填 0", "value": "0"}])"), Texts{});
    EXPECT_EQ(faults(R"([{"label": "清空", "value": ""}])"), Texts{});
    EXPECT_EQ(faults(R"([{"label": "删除", "removes": ["money.slot"]}])"), Texts{});
    EXPECT_EQ(faults(R"({})"), Texts{"/rules/0/fixes: Must be a list"});
    EXPECT_EQ(faults(R"([{"value": "0"}])"), Texts{"/rules/0/fixes/0: Lacks the key 'label'"});
    EXPECT_EQ(faults(R"([{"label": "填"}])"), Texts{"/rules/0/fixes/0/value: Needs either value or removes"});
    EXPECT_EQ(faults(R"([{"label": "填", "value": "0", "removes": ["money.slot"]}])"),
              Texts{"/rules/0/fixes/0/value: Needs either value or removes"});
    EXPECT_EQ(faults(R"([{"label": "删", "removes": []}])"),
              Texts{"/rules/0/fixes/0/removes: Needs rows, and no paths"});
    EXPECT_EQ(faults(R"([{"label": "填", "value": "0", "path": "person"}])"),
              Texts{"/rules/0/fixes/0/path: Unknown key 'path'"});
}

TEST(DefinitionFaults, NameIdsUsedTwice) {
    EXPECT_EQ(faults_with("\"id\": \"sort\"", "\"id\": \"person\""),
              Texts{"/fields/1/id: The id 'person' is used twice"});
    EXPECT_EQ(faults_with("\"id\": \"slot\"", "\"id\": \"first\""),
              Texts{"/rowSets/tree/1/id: The id 'first' is used twice"});
    EXPECT_EQ(faults_with("\"id\": \"why\"", "\"id\": \"now\""),
              Texts{"/tables/0/columns/1/id: The id 'now' is used twice"});
    EXPECT_EQ(faults_with("\"id\": \"more\"", "\"id\": \"money\""),
              (Texts{"/tables/1/id: The id 'money' is used twice", "/tables/0/peer: No table 'more'"}));
    EXPECT_EQ(faults_with("基本信息\"}", "基本信息\"}, {\"id\": \"head\", \"title\": \"又\"}"),
              Texts{"/sections/1/id: The id 'head' is used twice"});
    EXPECT_EQ(faults_with("\"乙\"]}", "\"乙\"]}, {\"id\": \"kinds\", \"options\": [\"丙\"]}"),
              Texts{"/lists/1/id: The id 'kinds' is used twice"});
    EXPECT_EQ(
        faults_with("\"rules\": [",
                    R"("rules": [{"id": "some-rule", "level": "hint", "when": "true", "message": "m"},)"),
        Texts{"/rules/1/id: The id 'some-rule' is used twice"});
    EXPECT_EQ(faults_with("\"甲\", \"乙\"", "\"甲\", \"甲\""),
              Texts{"/lists/0/options/1: The option stands twice"});
}

TEST(DefinitionFaults, NameIdsThatFeelCannotSay) {
    for (std::string_view bad : {"a-b", "2nd", "Person", "for", "true", "人", "a b", "a.b"})
        EXPECT_EQ(faults_with("\"id\": \"sort\"", "\"id\": \"" + std::string(bad) + "\""),
                  Texts{"/fields/1/id: '" + std::string(bad) +
                        "' is no id: a-z first, then a-z, 0-9, _; no FEEL keyword"});
}

// A "/" would lead into another form's drafts, a "." into another cell.
TEST(DefinitionFaults, NameIdsThatCannotStandInStoredNames) {
    const std::string long_id(65, 'a');
    for (std::string_view bad :
         {"a/b", "/", "..", "a.b", "a~b", "a:b", "Small", "小表", "a b", "2nd", "-a", "a\\b", "a*"}) {
        const std::string said = bad == "a\\b" ? "a\b" : std::string(bad);
        const std::string fault =
            "/id: '" + said + "' is no id: a-z first, then a-z, 0-9, - and _; at most 64";
        EXPECT_EQ(faults_with("\"id\": \"small\"", "\"id\": \"" + std::string(bad) + "\""), Texts{fault});
        EXPECT_EQ(faults_with("some-rule", bad), Texts{"/rules/0" + fault});
    }
    EXPECT_EQ(faults_with("\"id\": \"small\"", "\"id\": \"" + long_id + "\"").size(), 1U);
    EXPECT_EQ(faults_with("\"id\": \"small\"", "\"id\": \"small-form_2\""), Texts{});
    // Every other id is one that FEEL can say, which has no such character either.
    for (std::string_view id : {"head", "kinds", "person", "first", "money", "now"}) {
        const std::string quoted = "\"id\": \"" + std::string(id);
        EXPECT_NE(faults_with(quoted, quoted + "/x"), Texts{}) << id;
    }
}

TEST(DefinitionFaults, NameIdentityFieldsThatDoNotFit) {
    EXPECT_EQ(faults_with("\"unit\": \"person\"", "\"unit\": \"bureau\""),
              Texts{"/identity/unit: No field 'bureau'"});
    EXPECT_EQ(faults_with("\"year\": \"spring\"", "\"year\": \"money\""),
              Texts{"/identity/year: No field 'money'"});
    EXPECT_EQ(faults_with("\"unit\": \"person\"", "\"unit\": \"spring\""),
              Texts{"/identity/unit: Must be a field of type text or choice that is entered"});
    EXPECT_EQ(faults_with("\"type\": \"text\"", "\"type\": \"text\", \"formula\": \"\\\"甲\\\"\""),
              Texts{"/identity/unit: Must be a field of type text or choice that is entered"});
    EXPECT_EQ(faults_with("\"year\": \"spring\"", "\"year\": \"person\""),
              Texts{"/identity/year: Must be a field of type year"});
    EXPECT_EQ(faults_with("{\"unit\": \"person\", \"year\": \"spring\"}", "[]"),
              Texts{"/identity: Must be an object"});
    EXPECT_EQ(faults_with("\"unit\": \"person\"", "\"unit\": \"sort\""), Texts{}) << "a choice will do";
    EXPECT_EQ(faults_with("{\"unit\": \"person\", \"year\": \"spring\"}", "{}"), Texts{});
    EXPECT_EQ(faults_with("\"identity\": {\"unit\": \"person\", \"year\": \"spring\"},", ""), Texts{});
}

TEST(DefinitionFaults, NameIdsThatAreTaken) {
    EXPECT_EQ(faults_with("\"id\": \"sort\"", "\"id\": \"today\""),
              Texts{"/fields/1/id: The name 'today' is taken"});
    EXPECT_EQ(faults_with("\"id\": \"why\"", "\"id\": \"title\""),
              Texts{"/tables/0/columns/1/id: The name 'title' is taken"});
    EXPECT_EQ(faults_with("\"id\": \"only\"", "\"id\": \"items\""),
              Texts{"/tables/1/rows: The row id 'items' is taken"});
    EXPECT_EQ(faults_with("\"id\": \"sort\"", "\"id\": \"more\""),
              Texts{"/tables/1/id: A field has the id 'more' too"});
}

TEST(DefinitionFaults, NameColumnsThatCannotBeFilledFromThePeer) {
    const std::string past = "\"id\": \"past\", \"title\": \"上年\", \"type\": \"amount\"";
    const auto filled = [&](std::string_view from, std::string_view more, std::string_view peer = "money") {
        std::string json = small_form_with(
            past, past + ", \"filledFrom\": \"" + std::string(from) + "\"" + std::string(more));
        const std::string table = "\"title\": \"另表\"";
        json.replace(json.find(table), table.size(), table + ", \"peer\": \"" + std::string(peer) + "\"");
        return faults_of(json);
    };
    const std::string at = "/tables/1/columns/0/filledFrom: ";
    EXPECT_EQ(filled("now", ""), Texts{});
    EXPECT_EQ(filled("then", ""), Texts{at + "No column 'then'"});
    EXPECT_EQ(filled("why", ""), Texts{at + "Must be an entered column of the same type and list"});
    EXPECT_EQ(filled("now", ", \"formula\": \"1\""),
              Texts{at + "Must be an entered column of the same type and list"});
    EXPECT_EQ(filled("now", "", "more"), Texts{at + "The table and its peer must each be the other's peer"});
    std::string both = small_form_with(past, past + ", \"filledFrom\": \"now\"");
    for (const auto& [from, to] :
         {std::pair(std::string("\"title\": \"另表\""),
                    std::string("\"title\": \"另表\", \"peer\": \"money\"")),
          std::pair(std::string("\"title\": \"当年\", \"type\": \"amount\""),
                    std::string("\"title\": \"当年\", \"type\": \"amount\", \"filledFrom\": \"past\""))})
        both.replace(both.find(from), from.size(), to);
    EXPECT_EQ(faults_of(both),
              (Texts{"/tables/0/columns/0/filledFrom: Of two peers only one can follow the other",
                     at + "Of two peers only one can follow the other"}));
}

TEST(DefinitionFaults, NameThingsThatAreNotThere) {
    EXPECT_EQ(faults_with("\"section\": \"head\"", "\"section\": \"tail\""),
              Texts{"/fields/0/section: No section 'tail'"});
    EXPECT_EQ(faults_with("\"list\": \"kinds\"", "\"list\": \"sorts\""),
              Texts{"/fields/1/list: No pick list 'sorts'"});
    EXPECT_EQ(faults_with("\"peer\": \"more\"", "\"peer\": \"less\""),
              Texts{"/tables/0/peer: No table 'less'"});
    for (const std::string about : {"gone", "past"})  // it is an amount
        EXPECT_EQ(faults_with("\"title\": \"上年\", \"type\": \"amount\"",
                              "\"title\": \"上年\", \"type\": \"amount\", \"about\": \"" + about + "\""),
                  Texts{"/tables/1/columns/0/about: No indicator column '" + about + "'"});
    EXPECT_EQ(faults_with("\"rows\": \"tree\"", "\"rows\": \"bush\""),
              Texts{"/tables/0/rows: No row set 'bush'"});
    EXPECT_EQ(faults_with("\"target\": \"person\"", "\"target\": \"nobody\""),
              Texts{"/sheet/rows/1/cells/1/target: No field 'nobody'"});
    EXPECT_EQ(faults_with("\"target\": \"now\"", "\"target\": \"never\""),
              Texts{"/sheet/rows/2/cells/1/target: No column 'never'"});
    EXPECT_EQ(faults_with("\"table\": \"money\"", "\"table\": \"gold\""),
              Texts{"/sheet/rows/2/table: No table 'gold'"});
    EXPECT_EQ(faults_with("\"section\": \"head\", \"heightMm\"", "\"section\": \"tail\", \"heightMm\""),
              Texts{"/sheet/rows/1/section: No section 'tail'"});
    EXPECT_EQ(faults_with("\"instruction\": 2", "\"instruction\": 3"),
              Texts{"/sheet/rows/4/cells/0/instruction: There is no instruction 3"});
}

TEST(DefinitionFaults, NameListsThatDoNotFitTheType) {
    EXPECT_EQ(faults_with(", \"list\": \"kinds\"", ""),
              Texts{"/fields/1/list: A choice needs its pick list"});
    EXPECT_EQ(faults_with("\"type\": \"amount\"}", "\"type\": \"amount\", \"list\": \"kinds\"}"),
              Texts{"/tables/0/columns/0/list: Only a choice has a pick list"});
    EXPECT_EQ(faults_with("[\"甲\", \"乙\"]", "[]"), Texts{"/lists/0/options: A pick list needs options"});
}

TEST(DefinitionFaults, NameChangesThatLeadNowhere) {
    const auto faults = [](const std::string& change) {
        return faults_with("\"rules\": [", "\"changes\": [" + change + "], \"rules\": [");
    };
    const auto moved = [&](const std::string& from, const std::string& to) {
        return faults(R"({"version": 1, "moved": [{"from": ")" + from + R"(", "title": "旧", "to": ")" + to +
                      "\"}]}");
    };
    EXPECT_EQ(moved("old", "person"), Texts{});
    EXPECT_EQ(moved("old", "money.first.now"), Texts{});
    EXPECT_EQ(moved("money.old", "money.first"), Texts{});
    EXPECT_EQ(moved("money.*.old", "money.*.now"), Texts{});
    EXPECT_EQ(moved("old", "nobody"), Texts{"/changes/0/moved/0/to: No part 'nobody'"});
    EXPECT_EQ(moved("money.old", "money.nobody"), Texts{"/changes/0/moved/0/to: No part 'money.nobody'"});
    EXPECT_EQ(moved("money.*.old", "money.*.nothing"),
              Texts{"/changes/0/moved/0/to: No part 'money.*.nothing'"});
    EXPECT_EQ(moved("old", "money.first"),
              Texts{"/changes/0/moved/0/to: A part moves to a part of its own kind"});
    EXPECT_EQ(faults(R"({"version": 1, "added": ["nobody"]})"),
              Texts{"/changes/0/added/0: No part 'nobody'"});
    EXPECT_EQ(faults(R"({"version": 2}, {"version": 2})"),
              Texts{"/changes/1/version: Versions stand in their order, each once"});
}

TEST(DefinitionFaults, NameInitialsThatDoNotFitTheOptions) {
    EXPECT_EQ(faults_with("\"乙\"]}", "\"乙\"], \"initials\": [\"j\"]}"),
              Texts{"/lists/0/initials: As many initials as options are needed"});
    EXPECT_EQ(faults_with("\"乙\"]}", "\"乙\"], \"initials\": [\"j\", \"Y\"]}"),
              Texts{"/lists/0/initials/1: Initials are lowercase letters and digits"});
}

TEST(DefinitionFaults, NameRowsThatContradictThemselves) {
    EXPECT_EQ(faults_with("\"titleEntered\": true, ", ""),
              Texts{"/rowSets/tree/1/kind: An open row needs titleEntered"});
    EXPECT_EQ(faults_with("\"kind\": \"total\"", "\"kind\": \"total\", \"repeatable\": true"),
              Texts{"/rowSets/tree/2/kind: A total row cannot be entered or repeated"});
    EXPECT_EQ(faults_with("\"title\": \"第一\"", "\"title\": \"第一\", \"kind\": \"total\""),
              Texts{"/rowSets/tree/2/kind: A table has one total row"});
    EXPECT_EQ(faults_with(", \"totalFormula\": \"sum(money.items.{column})\"", ""),
              Texts{"/tables/0: Has a total row but no totalFormula"});
    EXPECT_EQ(faults_with("\"title\": \"第一\"", "\"title\": \"第一\", \"repeatTitle\": \"第{n}\""),
              Texts{"/rowSets/tree/0/repeatTitle: Only a repeatable row has it"});
    EXPECT_EQ(faults_with("\"repeatable\": true", "\"repeatable\": true, \"repeatTitle\": \"又\""),
              Texts{"/rowSets/tree/1/repeatTitle: Lacks {n}"});
    EXPECT_EQ(faults_with("[{\"id\": \"only\", \"title\": \"只有\"}]", "[]"),
              Texts{"/tables/1/rows: A table needs rows"});
    EXPECT_EQ(faults_with("[{\"id\": \"past\", \"title\": \"上年\", \"type\": \"amount\"}]", "[]"),
              Texts{"/tables/1/columns: A table needs columns"});
    EXPECT_EQ(faults_with("\"initial\": \"2027\"", "\"formula\": \"1\", \"initial\": \"2\""),
              Texts{"/fields/2/initial: A computed field has no initial value"});
}

TEST(DefinitionFaults, NamePaperThatDoesNotAddUp) {
    EXPECT_EQ(faults_with("\"span\": 2", "\"span\": 3"),
              Texts{"/sheet/rows/0/cells: The spans add up to 3, the paper has 2 columns"});
    EXPECT_EQ(faults_with("\"span\": 2", "\"span\": 0")[0],
              "/sheet/rows/0/cells/0/span: Must be a whole number 1 – 256");
    EXPECT_EQ(faults_with("120.5", "-1"),
              Texts{"/sheet/columnsMm/1: Must be millimetres, above 0 and at most 1000"});
    EXPECT_EQ(faults_with("\"heightMm\": 9", "\"heightMm\": 1e999")[0].substr(0, 4), ": No");
    EXPECT_EQ(faults_with("\"heightMm\": 9", "\"heightMm\": \"9\""),
              Texts{"/sheet/rows/1/heightMm: Must be millimetres, above 0 and at most 1000"});
    EXPECT_EQ(faults_with("[60, 120.5]", "[]").front(), "/sheet/columnsMm: The paper needs 1 to 256 columns");
    EXPECT_EQ(
        faults_with("{\"kind\": \"mergeUp\"}, {\"text\": \"下\"}", "{\"kind\": \"mergeUp\", \"span\": 2}"),
        Texts{"/sheet/rows/3/cells/0: There is no cell of the same place and span above"});
    EXPECT_EQ(faults_with("{\"text\": \"小表\", \"span\": 2}", "{\"kind\": \"mergeUp\", \"span\": 2}"),
              Texts{"/sheet/rows/0/cells/0: There is no cell of the same place and span above"});
}

TEST(DefinitionFaults, NameCellsInTheWrongPlace) {
    EXPECT_EQ(faults_with("{\"text\": \"下\"}", "{\"kind\": \"level1\"}"),
              Texts{"/sheet/rows/3/cells/1: Stands only in a row with 'table'"});
    EXPECT_EQ(faults_with("{\"text\": \"下\"}", "{\"kind\": \"field\", \"target\": \"person\"}"),
              Texts{"/sheet/rows/3/cells/1/target: 'person' stands on the paper twice"});
    EXPECT_EQ(faults_with("{\"kind\": \"rowTitle\"}", "{\"kind\": \"column\", \"target\": \"now\"}"),
              Texts{"/sheet/rows/2/cells/1/target: 'money.now' stands on the paper twice"});
    EXPECT_EQ(faults_with(", \"target\": \"person\"", ""),
              Texts{"/sheet/rows/1/cells/1/target: Needs the id of its field or column"});
    EXPECT_EQ(faults_with("{\"text\": \"下\"}", "{\"text\": \"下\", \"target\": \"person\"}"),
              Texts{"/sheet/rows/3/cells/1/target: Only a field or column cell has it"});
    EXPECT_EQ(faults_with("{\"kind\": \"rowTitle\"}", "{\"kind\": \"rowTitle\", \"text\": \"行\"}"),
              Texts{"/sheet/rows/2/cells/0/text: Only a text cell has it"});
    EXPECT_EQ(faults_with("\"instruction\": 2", "\"instruction\": 2, \"text\": \"二\""),
              Texts{"/sheet/rows/4/cells/0/instruction: Stands for the text of a text cell"});
    std::string two_rows = small_form_with("{\"cells\": [{\"kind\": \"mergeUp\"}",
                                           "{\"table\": \"money\", \"cells\": [{\"kind\": \"mergeUp\"}");
    EXPECT_EQ(faults_of(two_rows), Texts{"/sheet/rows/3/table: 'money' stands on the paper twice"});
    EXPECT_EQ(faults_with("\"columnsMm\"", "\"rows\": [], \"columnsMm\"").front(),
              "/sheet/rows: The key 'rows' stands twice in its object");
}

TEST(DefinitionFaults, PaperNeedsRows) {
    std::string json(kSmallForm);
    json.erase(json.find("\"rows\": [\n  {\"kind\": \"title\""));
    EXPECT_EQ(faults_of(json + "\"rows\": []}}"), Texts{"/sheet/rows: The paper needs rows"});
    json.erase(json.find(",\n\"sheet\""));
    EXPECT_EQ(faults_of(json + "}"), Texts{": Lacks the key 'sheet'"});
}

}  // namespace
}  // namespace shenbao::testing
