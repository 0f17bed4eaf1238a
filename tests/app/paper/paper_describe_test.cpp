// The paper as nodes. They are kept from frame to frame, and only what may be different is set anew.
#include <gtest/gtest.h>

#include "app/paper/paper_view.h"
#include "tests/support/fixtures.h"
#include "tests/support/headless.h"

namespace shenbao::app {
namespace {

class PaperNodes : public ::testing::Test {
  protected:
    PaperNodes()
        : m_form(load_form(testing::official_form_json()).reviewer),
          m_document(m_form, blank_declaration(m_form->definition()), {2025, 12, 31}) {
        m_imgui.begin_frame();
    }
    ~PaperNodes() override { m_imgui.end_frame(); }

    void step(const char* what, std::vector<Edit> edits) {
        EXPECT_FALSE(edits.empty()) << what;
        m_document.apply(what, std::move(edits));
        compare(what);
    }
    void compare(const char* what, bool editable = true, float zoom = 1) {
        const PaperLayout layout = lay_out_paper(m_document.sheet(), m_texts, zoom, 1000);
        describe_paper(m_document, layout, editable, m_kept);
        std::vector<Node> anew;
        describe_paper(m_document, layout, editable, anew);
        ASSERT_EQ(m_kept.size(), anew.size()) << what;
        for (size_t i = 0; i < anew.size(); ++i)
            EXPECT_TRUE(m_kept[i] == anew[i]) << what << ": " << anew[i].id << " " << anew[i].value;
    }
    const Node& node(std::string_view id) {
        for (const Node& one : m_kept)
            if (one.id == id) return one;
        ADD_FAILURE() << id;
        return m_kept.front();
    }

    std::shared_ptr<const Reviewer> m_form;
    Document m_document;
    std::vector<Node> m_kept;

  private:
    testing::HeadlessImGui m_imgui;
    TextCache m_texts;
};

TEST_F(PaperNodes, DescribedOverThoseOfTheFrameBeforeAreAsDescribedAnew) {
    const FormDefinition& form = m_form->definition();
    compare("blank");
    step("an amount", {SetValue{"income.fiscal.current", "1424"}});
    EXPECT_EQ(node("cell:income.total.current").value, "1424");
    step("none", {SetValue{"income.fiscal.current", "多少"}});
    EXPECT_TRUE(node("cell:income.fiscal.current").invalid);
    EXPECT_NE(node("cell:income.fiscal.current").description, "");
    step("mended", {SetValue{"income.fiscal.current", "1425"}});
    EXPECT_FALSE(node("cell:income.fiscal.current").invalid);
    step("a choice of its own", {SetValue{"longterm.cost_open.basis", "自定标准"}});
    EXPECT_EQ(node("cell:longterm.cost_open.basis").options.back(), "自定标准");
    step("one of the list", {SetValue{"longterm.cost_open.basis", "计划标准"}});
    EXPECT_NE(node("cell:longterm.cost_open.basis").options.back(), "自定标准");
    step("a name", {SetValue{"longterm.cost_open.title", "印刷费控制率"}});
    EXPECT_NE(node("cell:longterm.cost_open.target").name.find("印刷费控制率"), std::string::npos);
    step("a row", add_row_edits(form, m_document.declaration(), "longterm", "core_output_1"));
    step("it moves", move_row_edits(form, m_document.declaration(), "longterm", "core_output_1", 1));
    step("one goes", remove_row_edits(form, m_document.declaration(), "longterm", "core_output_1"));
    step("another's rows", {InsertRow{"annual", 0, {"cost_open-9", "cost_open"}, {{"title", "别处的"}}}});
    compare("looked at only", false);
    compare("larger", true, 1.5F);
    while (m_document.history().can_undo()) {
        m_document.undo();
        compare("taken back");
    }
    step("another declaration", {ReplaceDeclaration{blank_declaration(form)}, SetValue{"person", "欧阳"}});
}

// A row of the table whether or not the paper shows the column.
TEST_F(PaperNodes, StandForRowsByTheirFirstCell) {
    const auto nearest = [&](std::string_view path) {
        const SheetCell* cell = m_document.nearest_cell(path);
        return cell == nullptr ? "" : cell->path;
    };
    EXPECT_EQ(nearest("longterm.cost_open.target"), "longterm.cost_open.target");
    EXPECT_EQ(nearest("longterm.cost_open"), "longterm.cost_open.title");
    EXPECT_EQ(nearest("longterm.duty_open.gold"), "longterm.duty_open.level2");
    EXPECT_EQ(nearest("longterm.gold.target"), "");
    EXPECT_EQ(nearest("gold.cost_open.target"), "");
    EXPECT_EQ(nearest("gold"), "");
    EXPECT_EQ(nearest("person"), "person");
}

}  // namespace
}  // namespace shenbao::app
