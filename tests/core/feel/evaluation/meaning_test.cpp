// What DMN 1.5 decides where engines differ: one test for each clause.
#include "tests/core/feel/evaluation/evaluate.h"

namespace shenbao::feel {
namespace {

TEST(FeelMeaning, HasNullAsAnInstanceOfNullAlone) {  // table 61
    expect({{"null instance of Any", "false"},
            {"{x: null, r: x instance of Any}.r", "false"},
            {"null instance of Null", "true"},
            {"null instance of list<Any>", "false"},
            {"null instance of function<>->Any", "false"},
            {"5 instance of Any", "true"},
            {"5 instance of Null", "false"},
            {"[null] instance of list<Any>", "true"},
            {"[null] instance of list<number>", "true"},
            {"{a: null} instance of context<a: Any>", "true"},
            {"(function(x: Any) x = null)(null)", "true"},
            {"[1] instance of list<nonsense>", "null"},
            {"(function() 1) instance of function<nonsense>->Any", "null"},
            {"{a: 1} instance of context<a: nonsense>", "null"}});
}

}  // namespace
}  // namespace shenbao::feel
