// Text broken into lines and measured with the fonts of the current ImGui context, so that the canvas and the
// browser's element over it agree. The element needs: white-space: pre-wrap; word-break: normal;
// line-break: auto; overflow-wrap: anywhere; text-spacing-trim: space-all; text-autospace: no-autospace.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace shenbao::app {

// A face and size; sizes are whole CSS px (Dear ImGui rounds them).
struct TextFace {
    int size = 14;
    bool bold = false;
    bool operator==(const TextFace&) const = default;
};

// Browsers set letters on quarters of a device pixel. Each face has a font for each of them
// (app/shell/workbench.h).
inline constexpr int kGlyphPhases = 4;

struct TextLine {
    size_t begin = 0, end = 0;  // bytes of the text, without the line feed; blanks at the end included
    float width = 0;            // without the blanks at the end, which hang
};

struct TextLayout {
    std::vector<TextLine> lines;  // at least one
    float width = 0;              // of the widest line
};

// Where a tab at `x` from the start of its line leads to: the next multiple of four blanks.
float next_tab_stop(float x, float space);
float measure(std::string_view text, TextFace face);
// The longest beginning of the text that fits, in bytes, on whole code points.
size_t fitting(std::string_view text, TextFace face, float width);

// Breaks at line feeds and where `width` is exceeded. A width of 0 or less breaks only at line feeds.
TextLayout layout_text(std::string_view text, TextFace face, float width);

// Remembers layouts, so that an edit measures only the cell it changed.
class TextCache {
  public:
    const TextLayout& get(std::string_view text, TextFace face, float width);
    // Forgets what was not asked for since the last sweep but one.
    void sweep();
    void clear() { m_entries.clear(), m_bytes = 0; }
    size_t size() const { return m_entries.size(); }

  private:
    struct Entry {
        TextLayout layout;
        unsigned used = 0;
    };
    std::unordered_map<std::string, Entry> m_entries;
    size_t m_bytes = 0;  // of all entries, about
    unsigned m_generation = 0;
};

}  // namespace shenbao::app
