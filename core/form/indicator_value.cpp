#include "core/form/indicator_value.h"

#include <algorithm>
#include <array>

namespace shenbao {
namespace {

struct Spelling {
    std::string_view written, comparator;
};
// Longer spellings first: 大于等于 before 大于.
constexpr std::array<Spelling, 26> kWords = {{
    {"大于等于", "≥"},   {"大于或等于", "≥"}, {"高于或等于", "≥"}, {"不低于", "≥"},   {"不少于", "≥"},
    {"不小于", "≥"},     {"至少", "≥"},       {"最低", "≥"},       {"小于等于", "≤"}, {"小于或等于", "≤"},
    {"低于或等于", "≤"}, {"不超过", "≤"},     {"不高于", "≤"},     {"不大于", "≤"},   {"不多于", "≤"},
    {"至多", "≤"},       {"最高", "≤"},       {"等于", "="},       {"大于", ">"},     {"小于", "<"},
    {"高于", ">"},       {"低于", "<"},       {"超过", ">"},       {"少于", "<"},     {"达到", "≥"},
    {"达", "≥"},
}};
// What people write for 无. A rule asks for 无 itself.
constexpr std::array<std::string_view, 16> kNone = {
    "不适用",   "不涉及",     "未涉及", "暂不涉及", "暂无", "没有", "暂没有", "无此项",
    "无此指标", "无此项指标", "无该项", "N/A",      "n/a",  "NA",   "N.A.",   "none"};

// Behind the number. By law 以上, 以下 and 以内 include it.
constexpr std::array<Spelling, 15> kEndings = {{
    {"（含）以上", "≥"},
    {"(含)以上", "≥"},
    {"以上（含）", "≥"},
    {"以上(含)", "≥"},
    {"及以上", "≥"},
    {"或以上", "≥"},
    {"以上", "≥"},
    {"（含）以下", "≤"},
    {"(含)以下", "≤"},
    {"以下（含）", "≤"},
    {"以下(含)", "≤"},
    {"及以下", "≤"},
    {"或以下", "≤"},
    {"以下", "≤"},
    {"以内", "≤"},
}};

// With a Chinese input method the keys < and > write marks of titles.
char32_t angle(char32_t sign) {
    switch (sign) {
        case U'》':
        case U'〉':
        case U'›':
        case U'»':
            return '>';
        case U'《':
        case U'〈':
        case U'‹':
        case U'«':
            return '<';
        default:
            return sign;
    }
}

std::string_view take_signs(SignReader& reader) {
    const auto take = [&](char32_t wanted) {
        if (angle(reader.peek()) != wanted) return false;
        reader.skip();
        reader.skip_blanks();
        return true;
    };
    if (take(U'≥') || take(U'≮')) return take('='), "≥";
    if (take(U'≤') || take(U'≯')) return take('='), "≤";
    if (take('>')) return take('=') ? "≥" : ">";
    if (take('<')) return take('=') ? "≤" : "<";
    if (take('=')) return take('>') ? "≥" : take('<') ? "≤" : "=";
    return "";
}

std::string_view take_comparator(SignReader& reader) {
    for (const Spelling& word : kWords) {
        if (!reader.take_word(word.written)) continue;
        reader.skip_blanks();
        return word.comparator;
    }
    return take_signs(reader);
}

// 九成, 九成五, 九成半.
bool take_tenths(SignReader& reader, std::string& plain) {
    const int tenths = reader.peek() == U'十' ? 10 : chinese_digit(reader.peek());
    if (tenths <= 0 || reader.peek_behind() != U'成') return false;
    reader.skip();
    reader.skip();
    int percent = tenths * 10;
    if (reader.peek() == U'半') {
        percent += 5;
        reader.skip();
    } else if (const int rest = chinese_digit(reader.peek()); rest > 0) {
        percent += rest;
        reader.skip();
    }
    plain = std::to_string(percent);
    return true;
}

std::string_view trimmed_end(std::string_view rest) {
    rest = trim_blanks(rest);
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view mark : {"。", "；", ";", "，", ","})
            if (rest.ends_with(mark)) {
                rest = trim_blanks(rest.substr(0, rest.size() - mark.size()));
                again = true;
            }
    }
    return rest;
}

bool has_digit(std::string_view text) {
    for (SignReader reader(text); !reader.at_end(); reader.skip())
        if (is_digit(reader.peek())) return true;
    return false;
}

// 无, in other words or as dashes alone.
bool is_none(std::string_view words) {
    SignReader dashes(words);
    while (dashes.peek() == '-') dashes.skip();
    words = trimmed_end(words);
    return dashes.at_end() || words == "无" || std::find(kNone.begin(), kNone.end(), words) != kNone.end();
}

}  // namespace

Share take_share(SignReader& reader, std::string& plain) {
    plain.clear();
    if (reader.take_word("百分之")) {
        reader.skip_blanks();
        SignReader before = reader;
        if (take_number(reader, plain)) return Share::Percent;
        reader = before;
        if (take_chinese_number(reader, plain)) return Share::Percent;
        plain.clear();
        return Share::None;
    }
    if (take_tenths(reader, plain)) return Share::Percent;
    if (!take_number(reader, plain)) {
        plain.clear();
        return Share::None;
    }
    SignReader behind = reader;
    behind.skip_blanks();
    if (!behind.take('%')) return Share::Number;
    reader = behind;
    return Share::Percent;
}

ValueReading read_indicator(std::string_view raw) {
    ValueReading reading;
    reading.blank = false;
    const std::string_view trimmed = trim_blanks(raw);
    const std::string words = without_blanks(trimmed);
    if (is_none(words)) {
        reading.kind = IndicatorKind::None;
        if (words == "无" && words != trimmed) reading.normalized = words;
        return reading;
    }
    if (words == "按实际情况" || words == "按实际" || words == "按实际情况填报") {
        reading.kind = IndicatorKind::AsActual;
        return reading;
    }
    reading.kind = IndicatorKind::Word;
    SignReader reader(trimmed);
    std::string_view comparator = take_comparator(reader);
    std::string plain;
    const Share share = take_share(reader, plain);
    if (share == Share::None) return reading;
    std::string_view rest = trimmed_end(reader.rest());
    for (const Spelling& ending : kEndings) {
        if (!comparator.empty() || !rest.ends_with(ending.written)) continue;
        comparator = ending.comparator;
        rest = trim_blanks(rest.substr(0, rest.size() - ending.written.size()));
    }
    // "1.完成项目": the number of an item.
    for (const std::string_view mark : {".", "．", "、", ")", "）"})
        if (rest.starts_with(mark)) return reading;
    // More digits behind the unit ("90%-95%", "3个2次", "14 24") make it a phrase, not one number.
    if (has_digit(rest)) return reading;
    reading.number = Decimal::parse(plain);
    if (!reading.number) return reading;
    reading.comparator = comparator;
    const bool percent = share == Share::Percent;
    reading.kind = percent && rest.empty() ? IndicatorKind::Percent : IndicatorKind::Number;
    const std::string written = std::string(comparator) + plain + (percent ? "%" : "") + std::string(rest);
    if (written != trimmed) reading.normalized = written;
    return reading;
}

}  // namespace shenbao
