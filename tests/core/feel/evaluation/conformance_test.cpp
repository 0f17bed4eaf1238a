// The public conformance cases, when the file is there; it is not part of this repository.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace {

TEST(FeelConformance, PassesEveryGivenCaseOfTheTck) {
    const char* file = "../shared/feel/dmn-tck-half.json";
    if (!std::ifstream(file)) GTEST_SKIP() << file << " is not here";
    const std::string command = std::string(FEEL_CONFORMANCE) + " " + file + " > /dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0) << "run " << FEEL_CONFORMANCE << " " << file;
}

}  // namespace
