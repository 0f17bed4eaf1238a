// Files of the checkout, for tests: natively and, through NODERAWFS, under Node.
#pragma once

#include <string>
#include <string_view>

namespace shenbao::testing {

// The bytes of a file, its path relative to the checkout's root: "tests/fixtures/seed.txt". A file that
// cannot be read ends the test program with a message: nothing after it could mean anything.
std::string read_file(std::string_view path);

// assets/forms/department-performance-target.form.json
const std::string& official_form_json();

// A form that shares no name with the official one: 申报单位 is its field "bureau", 自评年度 its field
// "cycle".
const std::string& other_form_json();

// The real filled form of the seed, with another person and phone.
const std::string& seed_text();

}  // namespace shenbao::testing
