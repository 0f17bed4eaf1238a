#include "app/semantics/publisher.h"

#include <gtest/gtest.h>

namespace shenbao::app {
namespace {

std::vector<Node> named(const std::vector<std::string>& ids) {
    std::vector<Node> nodes;
    for (const std::string& id : ids) nodes.emplace_back().id = id;
    return nodes;
}

// Nodes keep their place from one list to the next where they can; nothing of that is seen.
class Published : public ::testing::Test {
  protected:
    void describe(RegionId region, std::vector<Node> nodes) {
        m_publisher.nodes(region) = std::move(nodes);
        if (region == RegionId::Paper) m_publisher.paper_changed();
    }
    void publish() {
        EXPECT_TRUE(m_publisher.publish());
        std::vector<Node> all;
        for (RegionId id : reading_order())
            all.insert(all.end(), m_publisher.nodes(id).begin(), m_publisher.nodes(id).end());
        EXPECT_TRUE(m_publisher.semantics().nodes == all);
        for (const Node& node : all) {
            const Node* found = m_publisher.find(node.id);
            ASSERT_NE(found, nullptr) << node.id;
            EXPECT_TRUE(*found == node) << node.id;
        }
    }
    Publisher m_publisher;
};

TEST_F(Published, NodesStandInReadingOrderWhateverCameAndWent) {
    describe(RegionId::Toolbar, named({"save", "open"}));
    describe(RegionId::Paper, named({"title", "a rather long name of a cell", "cell"}));
    describe(RegionId::Findings, named({"finding"}));
    publish();
    describe(RegionId::Toolbar, named({"save"}));
    publish();
    EXPECT_EQ(m_publisher.find("open"), nullptr);
    // As many as before, each in another place.
    describe(RegionId::Toolbar, named({"save", "open"}));
    describe(RegionId::Findings, {});
    publish();
    EXPECT_EQ(m_publisher.find("finding"), nullptr);
    describe(RegionId::Paper, named({"title", "another long name of a cell", "cell"}));
    publish();
    EXPECT_EQ(m_publisher.find("a rather long name of a cell"), nullptr);
    describe(RegionId::Paper, {});
    describe(RegionId::Status, named({"status"}));
    publish();
    EXPECT_FALSE(m_publisher.publish()) << "nothing is different";
}

TEST_F(Published, NodesThatStayAreFoundAsTheyAreNow) {
    describe(RegionId::Toolbar, named({"save"}));
    std::vector<Node> paper = named({"title", "cell"});
    describe(RegionId::Paper, paper);
    publish();
    paper[1].value = "1424";
    paper[1].action = action::EditCell{"income.fiscal.current"};
    describe(RegionId::Paper, paper);
    publish();
    EXPECT_EQ(m_publisher.find("cell")->value, "1424");
    EXPECT_TRUE(m_publisher.action_of("cell") == Action(action::EditCell{"income.fiscal.current"}));
}

}  // namespace
}  // namespace shenbao::app
