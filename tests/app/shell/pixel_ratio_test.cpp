// A window that is moved to a finer display, or zoomed by the browser.
#include <gtest/gtest.h>
#include <imgui.h>

#include "tests/support/fixtures.h"
#include "tests/support/headless.h"
#include "tests/support/memory_store.h"

namespace shenbao::testing {
namespace {

class PixelRatio : public ::testing::Test {
  protected:
    void change_to(float ratio) {
        ImGui::GetIO().DisplayFramebufferScale = {ratio, ratio};
        draw();
    }
    void draw() {
        app::platform::request_frame();
        page.settle();
    }
    // How many texts are remembered as they were broken and measured.
    int layouts() {
        const std::string state = page.state(), key = "\"layouts\": ";
        const size_t at = state.find(key);
        EXPECT_NE(at, std::string::npos);
        return at == std::string::npos ? 0 : std::atoi(state.c_str() + at + key.size());
    }

    MemoryStore store;
    HeadlessWorkbench page{store};
};

// Advances are rounded to the device's pixels: what was measured on another display may not be drawn here.
TEST_F(PixelRatio, OfAnotherDisplayHasEveryTextMeasuredAnew) {
    page.workbench().file_opened("seed.txt", seed_text());
    page.settle();
    // Texts that are not shown any more are still remembered.
    page.click("button:new").click("draft:back");
    for (int i = 0; i < 20; ++i) page.type("cell:duties", std::string(static_cast<size_t>(20 + i), 'x'));
    draw();
    for (const float ratio : {1.25F, 2.0F, 1.0F}) {
        const int before = layouts();
        change_to(ratio);
        const int measured = layouts();
        EXPECT_LT(measured, before) << ratio;
        EXPECT_GT(measured, 50) << ratio << ": what is shown";
        draw();
        EXPECT_EQ(layouts(), measured) << ratio << ": and no more than once";
        for (int i = 0; i < 20; ++i) page.type("cell:duties", std::string(static_cast<size_t>(20 + i), 'y'));
    }
}

}  // namespace
}  // namespace shenbao::testing
