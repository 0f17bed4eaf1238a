#include "core/feel/text/unicode.h"

#include <algorithm>
#include <vector>

#include "core/feel/tables/tables.h"
#include "core/feel/text/table_cursor.h"
#include "core/feel/text/utf8.h"

namespace shenbao::feel {
namespace {

// Code points first, first + stride, … that lie `distance` from their counterparts.
struct CaseSpan {
    uint32_t first, last, stride;
    int32_t distance;
};

std::vector<CaseSpan> read_case(const unsigned char* bytes, unsigned size) {
    std::vector<CaseSpan> spans;
    int64_t first = 0;
    for (TableCursor cursor{bytes}; cursor.at < bytes + size;) {
        first += cursor.signed_number();
        const uint32_t count = cursor.number();
        const uint32_t stride = *cursor.at++;
        const uint32_t begin = static_cast<uint32_t>(first);
        spans.push_back(
            {begin, begin + (count - 1) * stride, stride == 0 ? 1 : stride, cursor.signed_number()});
    }
    return spans;
}

uint32_t mapped(const std::vector<CaseSpan>& spans, uint32_t c) {
    for (const CaseSpan& span : spans) {
        if (c >= span.first && c <= span.last && (c - span.first) % span.stride == 0) {
            return static_cast<uint32_t>(static_cast<int32_t>(c) + span.distance);
        }
    }
    return c;
}

struct CategoryRun {
    uint32_t first;
    uint8_t category;  // index into kCategories; Categories::pairs for alternating upper and lower case
};

struct Categories {
    std::vector<CategoryRun> runs;
    uint8_t pairs = 0, upper = 0, lower = 0;
};

const Categories& categories() {
    static const Categories kAll = [] {
        Categories all;
        const std::string_view names = tables::kCategories;
        all.pairs = static_cast<uint8_t>(names.size() / 2);
        for (size_t i = 0; i < names.size(); i += 2) {
            if (names.substr(i, 2) == "Lu") all.upper = static_cast<uint8_t>(i / 2);
            if (names.substr(i, 2) == "Ll") all.lower = static_cast<uint8_t>(i / 2);
        }
        uint32_t first = 0;
        for (TableCursor cursor{tables::kCategoryRuns};
             cursor.at < tables::kCategoryRuns + tables::kCategoryRunBytes;) {
            const uint8_t category = *cursor.at++;
            all.runs.push_back({first, category});
            const uint32_t length = cursor.number();
            first += category == all.pairs ? length * 2 : length;
        }
        return all;
    }();
    return kAll;
}

struct Block {
    std::string_view name;
    uint32_t first, last;
};

constexpr Block kBlocks[] = {
    {"BasicLatin", 0x0000, 0x007f},
    {"Latin-1Supplement", 0x0080, 0x00ff},
    {"LatinExtended-A", 0x0100, 0x017f},
    {"LatinExtended-B", 0x0180, 0x024f},
    {"IPAExtensions", 0x0250, 0x02af},
    {"SpacingModifierLetters", 0x02b0, 0x02ff},
    {"CombiningDiacriticalMarks", 0x0300, 0x036f},
    {"Greek", 0x0370, 0x03ff},
    {"GreekandCoptic", 0x0370, 0x03ff},
    {"Cyrillic", 0x0400, 0x04ff},
    {"CyrillicSupplement", 0x0500, 0x052f},
    {"Armenian", 0x0530, 0x058f},
    {"Hebrew", 0x0590, 0x05ff},
    {"Arabic", 0x0600, 0x06ff},
    {"Syriac", 0x0700, 0x074f},
    {"Thaana", 0x0780, 0x07bf},
    {"Devanagari", 0x0900, 0x097f},
    {"Bengali", 0x0980, 0x09ff},
    {"Gurmukhi", 0x0a00, 0x0a7f},
    {"Gujarati", 0x0a80, 0x0aff},
    {"Oriya", 0x0b00, 0x0b7f},
    {"Tamil", 0x0b80, 0x0bff},
    {"Telugu", 0x0c00, 0x0c7f},
    {"Kannada", 0x0c80, 0x0cff},
    {"Malayalam", 0x0d00, 0x0d7f},
    {"Sinhala", 0x0d80, 0x0dff},
    {"Thai", 0x0e00, 0x0e7f},
    {"Lao", 0x0e80, 0x0eff},
    {"Tibetan", 0x0f00, 0x0fff},
    {"Myanmar", 0x1000, 0x109f},
    {"Georgian", 0x10a0, 0x10ff},
    {"HangulJamo", 0x1100, 0x11ff},
    {"Ethiopic", 0x1200, 0x137f},
    {"Cherokee", 0x13a0, 0x13ff},
    {"UnifiedCanadianAboriginalSyllabics", 0x1400, 0x167f},
    {"Ogham", 0x1680, 0x169f},
    {"Runic", 0x16a0, 0x16ff},
    {"Khmer", 0x1780, 0x17ff},
    {"Mongolian", 0x1800, 0x18af},
    {"LatinExtendedAdditional", 0x1e00, 0x1eff},
    {"GreekExtended", 0x1f00, 0x1fff},
    {"GeneralPunctuation", 0x2000, 0x206f},
    {"SuperscriptsandSubscripts", 0x2070, 0x209f},
    {"CurrencySymbols", 0x20a0, 0x20cf},
    {"CombiningMarksforSymbols", 0x20d0, 0x20ff},
    {"CombiningDiacriticalMarksforSymbols", 0x20d0, 0x20ff},
    {"LetterlikeSymbols", 0x2100, 0x214f},
    {"NumberForms", 0x2150, 0x218f},
    {"Arrows", 0x2190, 0x21ff},
    {"MathematicalOperators", 0x2200, 0x22ff},
    {"MiscellaneousTechnical", 0x2300, 0x23ff},
    {"ControlPictures", 0x2400, 0x243f},
    {"OpticalCharacterRecognition", 0x2440, 0x245f},
    {"EnclosedAlphanumerics", 0x2460, 0x24ff},
    {"BoxDrawing", 0x2500, 0x257f},
    {"BlockElements", 0x2580, 0x259f},
    {"GeometricShapes", 0x25a0, 0x25ff},
    {"MiscellaneousSymbols", 0x2600, 0x26ff},
    {"Dingbats", 0x2700, 0x27bf},
    {"BraillePatterns", 0x2800, 0x28ff},
    {"CJKRadicalsSupplement", 0x2e80, 0x2eff},
    {"KangxiRadicals", 0x2f00, 0x2fdf},
    {"IdeographicDescriptionCharacters", 0x2ff0, 0x2fff},
    {"CJKSymbolsandPunctuation", 0x3000, 0x303f},
    {"Hiragana", 0x3040, 0x309f},
    {"Katakana", 0x30a0, 0x30ff},
    {"Bopomofo", 0x3100, 0x312f},
    {"HangulCompatibilityJamo", 0x3130, 0x318f},
    {"Kanbun", 0x3190, 0x319f},
    {"BopomofoExtended", 0x31a0, 0x31bf},
    {"EnclosedCJKLettersandMonths", 0x3200, 0x32ff},
    {"CJKCompatibility", 0x3300, 0x33ff},
    {"CJKUnifiedIdeographsExtensionA", 0x3400, 0x4dbf},
    {"CJKUnifiedIdeographs", 0x4e00, 0x9fff},
    {"YiSyllables", 0xa000, 0xa48f},
    {"YiRadicals", 0xa490, 0xa4cf},
    {"HangulSyllables", 0xac00, 0xd7af},
    {"PrivateUse", 0xe000, 0xf8ff},
    {"PrivateUseArea", 0xe000, 0xf8ff},
    {"CJKCompatibilityIdeographs", 0xf900, 0xfaff},
    {"AlphabeticPresentationForms", 0xfb00, 0xfb4f},
    {"ArabicPresentationForms-A", 0xfb50, 0xfdff},
    {"CombiningHalfMarks", 0xfe20, 0xfe2f},
    {"CJKCompatibilityForms", 0xfe30, 0xfe4f},
    {"SmallFormVariants", 0xfe50, 0xfe6f},
    {"ArabicPresentationForms-B", 0xfe70, 0xfeff},
    {"HalfwidthandFullwidthForms", 0xff00, 0xffef},
    {"Specials", 0xfff0, 0xffff},
    {"Gothic", 0x10330, 0x1034f},
    {"MusicalSymbols", 0x1d100, 0x1d1ff},
    {"MathematicalAlphanumericSymbols", 0x1d400, 0x1d7ff},
    {"Emoticons", 0x1f600, 0x1f64f},
    {"CJKUnifiedIdeographsExtensionB", 0x20000, 0x2a6df},
    {"CJKCompatibilityIdeographsSupplement", 0x2f800, 0x2fa1f},
    {"Tags", 0xe0000, 0xe007f},
};

}  // namespace

uint32_t to_lower(uint32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    static const std::vector<CaseSpan> kSpans = read_case(tables::kLower, tables::kLowerBytes);
    return mapped(kSpans, c);
}

uint32_t to_upper(uint32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
    static const std::vector<CaseSpan> kSpans = read_case(tables::kUpper, tables::kUpperBytes);
    return mapped(kSpans, c);
}

void append_upper(std::string& text, uint32_t c) {
    if (c >= 0x80) {
        const unsigned short* at = tables::kSpecialUpper;
        for (unsigned i = 0; i < tables::kSpecialUpperCount; ++i) {
            if (*at == c) {
                for (unsigned j = 0; j < at[1]; ++j) append_code_point(text, at[2 + j]);
                return;
            }
            at += 2 + at[1];
        }
    }
    append_code_point(text, to_upper(c));
}

GeneralCategory general_category(uint32_t c) {
    const Categories& all = categories();
    const auto next =
        std::upper_bound(all.runs.begin(), all.runs.end(), c,
                         [](uint32_t value, const CategoryRun& run) { return value < run.first; });
    const CategoryRun& run = *(next - 1);
    uint8_t category = run.category;
    if (category == all.pairs) category = (c - run.first) % 2 == 0 ? all.upper : all.lower;
    return {static_cast<uint8_t>(tables::kCategories[category * 2]),
            static_cast<uint8_t>(tables::kCategories[category * 2 + 1])};
}

bool is_general_category(std::string_view name) {
    const std::string_view all = tables::kCategories;
    if (name.empty() || name.size() > 2) return false;
    for (size_t i = 0; i < all.size(); i += 2) {
        if (all.substr(i, name.size()) == name) return true;
    }
    return false;
}

std::optional<BlockRange> find_block(std::string_view name) {
    for (const Block& block : kBlocks) {
        if (block.name == name) return BlockRange{block.first, block.last};
    }
    return std::nullopt;
}

}  // namespace shenbao::feel
