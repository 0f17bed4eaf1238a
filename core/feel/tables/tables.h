// The generated tables; see make_tables.py for their coding.
#pragma once

namespace shenbao::feel::tables {

extern const char kZoneNames[];
extern const unsigned kZoneCount;
extern const unsigned short kZoneRecord[];
extern const unsigned short kRecordStart[];
extern const unsigned char kRecords[];
extern const unsigned short kRuleStart[];
extern const unsigned char kRules[];

extern const char kCategories[];
extern const unsigned char kCategoryRuns[];
extern const unsigned kCategoryRunBytes;
extern const unsigned char kLower[];
extern const unsigned kLowerBytes;
extern const unsigned char kUpper[];
extern const unsigned kUpperBytes;
extern const unsigned short kSpecialUpper[];
extern const unsigned kSpecialUpperCount;

}  // namespace shenbao::feel::tables
