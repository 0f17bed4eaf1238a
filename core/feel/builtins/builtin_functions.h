// One function for each line of the table in builtins.cpp; for core/feel only.
#pragma once

#include "core/feel/tree/builtins.h"

namespace shenbao::feel {

Value builtin_not(Evaluator& evaluator, const Arguments& arguments);
Value builtin_is(Evaluator& evaluator, const Arguments& arguments);
Value builtin_number(Evaluator& evaluator, const Arguments& arguments);
Value builtin_string(Evaluator& evaluator, const Arguments& arguments);
Value builtin_date(Evaluator& evaluator, const Arguments& arguments);
Value builtin_time(Evaluator& evaluator, const Arguments& arguments);
Value builtin_date_and_time(Evaluator& evaluator, const Arguments& arguments);
Value builtin_duration(Evaluator& evaluator, const Arguments& arguments);
Value builtin_years_and_months_duration(Evaluator& evaluator, const Arguments& arguments);
Value builtin_day_of_year(Evaluator& evaluator, const Arguments& arguments);
Value builtin_day_of_week(Evaluator& evaluator, const Arguments& arguments);
Value builtin_month_of_year(Evaluator& evaluator, const Arguments& arguments);
Value builtin_week_of_year(Evaluator& evaluator, const Arguments& arguments);
Value builtin_now(Evaluator& evaluator, const Arguments& arguments);
Value builtin_today(Evaluator& evaluator, const Arguments& arguments);
Value builtin_substring(Evaluator& evaluator, const Arguments& arguments);
Value builtin_string_length(Evaluator& evaluator, const Arguments& arguments);
Value builtin_upper_case(Evaluator& evaluator, const Arguments& arguments);
Value builtin_lower_case(Evaluator& evaluator, const Arguments& arguments);
Value builtin_substring_before(Evaluator& evaluator, const Arguments& arguments);
Value builtin_substring_after(Evaluator& evaluator, const Arguments& arguments);
Value builtin_replace(Evaluator& evaluator, const Arguments& arguments);
Value builtin_contains(Evaluator& evaluator, const Arguments& arguments);
Value builtin_starts_with(Evaluator& evaluator, const Arguments& arguments);
Value builtin_ends_with(Evaluator& evaluator, const Arguments& arguments);
Value builtin_matches(Evaluator& evaluator, const Arguments& arguments);
Value builtin_split(Evaluator& evaluator, const Arguments& arguments);
Value builtin_string_join(Evaluator& evaluator, const Arguments& arguments);
Value builtin_decimal(Evaluator& evaluator, const Arguments& arguments);
Value builtin_floor(Evaluator& evaluator, const Arguments& arguments);
Value builtin_ceiling(Evaluator& evaluator, const Arguments& arguments);
Value builtin_round_up(Evaluator& evaluator, const Arguments& arguments);
Value builtin_round_down(Evaluator& evaluator, const Arguments& arguments);
Value builtin_round_half_up(Evaluator& evaluator, const Arguments& arguments);
Value builtin_round_half_down(Evaluator& evaluator, const Arguments& arguments);
Value builtin_abs(Evaluator& evaluator, const Arguments& arguments);
Value builtin_modulo(Evaluator& evaluator, const Arguments& arguments);
Value builtin_sqrt(Evaluator& evaluator, const Arguments& arguments);
Value builtin_log(Evaluator& evaluator, const Arguments& arguments);
Value builtin_exp(Evaluator& evaluator, const Arguments& arguments);
Value builtin_odd(Evaluator& evaluator, const Arguments& arguments);
Value builtin_even(Evaluator& evaluator, const Arguments& arguments);
Value builtin_list_contains(Evaluator& evaluator, const Arguments& arguments);
Value builtin_count(Evaluator& evaluator, const Arguments& arguments);
Value builtin_min(Evaluator& evaluator, const Arguments& arguments);
Value builtin_max(Evaluator& evaluator, const Arguments& arguments);
Value builtin_sum(Evaluator& evaluator, const Arguments& arguments);
Value builtin_mean(Evaluator& evaluator, const Arguments& arguments);
Value builtin_all(Evaluator& evaluator, const Arguments& arguments);
Value builtin_any(Evaluator& evaluator, const Arguments& arguments);
Value builtin_sublist(Evaluator& evaluator, const Arguments& arguments);
Value builtin_append(Evaluator& evaluator, const Arguments& arguments);
Value builtin_concatenate(Evaluator& evaluator, const Arguments& arguments);
Value builtin_insert_before(Evaluator& evaluator, const Arguments& arguments);
Value builtin_remove(Evaluator& evaluator, const Arguments& arguments);
Value builtin_list_replace(Evaluator& evaluator, const Arguments& arguments);
Value builtin_reverse(Evaluator& evaluator, const Arguments& arguments);
Value builtin_index_of(Evaluator& evaluator, const Arguments& arguments);
Value builtin_union(Evaluator& evaluator, const Arguments& arguments);
Value builtin_distinct_values(Evaluator& evaluator, const Arguments& arguments);
Value builtin_flatten(Evaluator& evaluator, const Arguments& arguments);
Value builtin_product(Evaluator& evaluator, const Arguments& arguments);
Value builtin_median(Evaluator& evaluator, const Arguments& arguments);
Value builtin_stddev(Evaluator& evaluator, const Arguments& arguments);
Value builtin_mode(Evaluator& evaluator, const Arguments& arguments);
Value builtin_sort(Evaluator& evaluator, const Arguments& arguments);
Value builtin_get_value(Evaluator& evaluator, const Arguments& arguments);
Value builtin_get_entries(Evaluator& evaluator, const Arguments& arguments);
Value builtin_context(Evaluator& evaluator, const Arguments& arguments);
Value builtin_context_put(Evaluator& evaluator, const Arguments& arguments);
Value builtin_context_merge(Evaluator& evaluator, const Arguments& arguments);
Value builtin_range(Evaluator& evaluator, const Arguments& arguments);
Value builtin_before(Evaluator& evaluator, const Arguments& arguments);
Value builtin_after(Evaluator& evaluator, const Arguments& arguments);
Value builtin_meets(Evaluator& evaluator, const Arguments& arguments);
Value builtin_met_by(Evaluator& evaluator, const Arguments& arguments);
Value builtin_overlaps(Evaluator& evaluator, const Arguments& arguments);
Value builtin_overlaps_before(Evaluator& evaluator, const Arguments& arguments);
Value builtin_overlaps_after(Evaluator& evaluator, const Arguments& arguments);
Value builtin_finishes(Evaluator& evaluator, const Arguments& arguments);
Value builtin_finished_by(Evaluator& evaluator, const Arguments& arguments);
Value builtin_includes(Evaluator& evaluator, const Arguments& arguments);
Value builtin_during(Evaluator& evaluator, const Arguments& arguments);
Value builtin_starts(Evaluator& evaluator, const Arguments& arguments);
Value builtin_started_by(Evaluator& evaluator, const Arguments& arguments);
Value builtin_coincides(Evaluator& evaluator, const Arguments& arguments);

}  // namespace shenbao::feel
