#include "app/text/text_layout.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "app/text/cluster.h"
#include "app/text/line_break.h"

namespace shenbao::app {

namespace {

// Advances of one face; a hanzi is one em wide in every Chinese font, so that measuring a text does not
// rasterise all its glyphs.
class Advances {
  public:
    explicit Advances(TextFace face) : m_em(static_cast<float>(face.size)) {
        const ImGuiIO& io = ImGui::GetIO();
        ImFont* font = io.Fonts->Fonts[face.bold && io.Fonts->Fonts.Size > 1 ? 1 : 0];
        m_baked = font->GetFontBaked(m_em, io.DisplayFramebufferScale.x);
    }
    // Of a character or cluster that stands at `x` from the start of its line.
    float of(char32_t c, float x) const {
        const bool hanzi = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c >= 0x20000;
        if (hanzi) return m_em;
        if (c == '\t') return next_tab_stop(x, m_baked->GetCharAdvance(' ')) - x;
        if (c < 0x20) return 0;
        return m_baked->GetCharAdvance(static_cast<ImWchar>(c));
    }

  private:
    float m_em;
    ImFontBaked* m_baked;
};

constexpr size_t kMostBytes = 4 << 20;

size_t bytes_of(const std::string& key, const TextLayout& layout) {
    return key.size() + layout.lines.size() * sizeof(TextLine);
}

bool hangs(char32_t c) {
    return c == ' ' || c == '\t' || c == 0x3000;
}

class LineBuilder {
  public:
    LineBuilder(std::string_view text, TextFace face, float width)
        : m_text(text), m_advances(face), m_limit(width) {
        m_points.reserve(text.size() / 2);
        for (size_t position = 0; position < text.size();) {
            size_t end = position;
            m_glyphs.push_back(next_cluster(text, end));
            while (position < end) {
                m_offsets.push_back(position);
                m_points.push_back(next_code_point(text, position));
            }
            m_glyphs.resize(m_points.size());
        }
        m_offsets.push_back(text.size());
        find_breaks(m_points, m_breaks);
    }

    TextLayout build() {
        size_t start = 0;
        while (start < m_points.size()) start = next_line(start);
        const bool open = m_points.empty() || m_points.back() == '\n';
        if (open) add(m_points.size(), m_points.size(), 0);
        return std::move(m_layout);
    }

  private:
    // Adds the line that starts at `start` and returns where the next one does.
    size_t next_line(size_t start) {
        float x = 0, inked = 0;  // with and without blanks at the end
        size_t fit = start;
        float fit_inked = 0;  // the last place where the line may end
        for (size_t i = start; i < m_points.size(); ++i) {
            const char32_t c = m_points[i];
            if (c == '\n') return add(start, i, inked), i + 1;
            x += m_advances.of(m_glyphs[i], x);
            if (!hangs(c)) {
                // Half a hundredth of tolerance: the browser compares in 1/64 px.
                if (m_limit > 0 && x > m_limit + 0.005F && i > start) {
                    if (fit > start) return add(start, fit, fit_inked), fit;
                    return add(start, i, inked), i;  // overflow-wrap: anywhere
                }
                inked = x;
            }
            if (m_breaks[i] == Break::Allowed) fit = i + 1, fit_inked = inked;
            if (m_breaks[i] == Break::Mandatory) return add(start, i + 1, inked), i + 1;
        }
        add(start, m_points.size(), inked);
        return m_points.size();
    }
    void add(size_t begin, size_t end, float width) {
        m_layout.lines.push_back({m_offsets[begin], m_offsets[end], width});
        m_layout.width = std::max(m_layout.width, width);
    }

    std::string_view m_text;
    Advances m_advances;
    float m_limit;
    std::u32string m_points;
    std::u32string m_glyphs;  // for each point what is drawn: itself, its cluster, or 0 inside a cluster
    std::vector<size_t> m_offsets;
    std::vector<Break> m_breaks;
    TextLayout m_layout;
};

}  // namespace

float next_tab_stop(float x, float space) {
    const float tab = 4 * space;  // as in page.css
    return tab > 0 ? (std::floor(x / tab) + 1) * tab : x;
}

float measure(std::string_view text, TextFace face) {
    const Advances advances(face);
    float width = 0;
    for (size_t position = 0; position < text.size();)
        width += advances.of(next_cluster(text, position), width);
    return width;
}

size_t fitting(std::string_view text, TextFace face, float width) {
    const Advances advances(face);
    size_t position = 0;
    for (float x = 0; position < text.size();) {
        size_t next = position;
        x += advances.of(next_cluster(text, next), x);
        if (x > width) break;
        position = next;
    }
    return position;
}

TextLayout layout_text(std::string_view text, TextFace face, float width) {
    return LineBuilder(text, face, width).build();
}

const TextLayout& TextCache::get(std::string_view text, TextFace face, float width) {
    // The parameters as bytes before the text make one key of all.
    char head[sizeof(int) + sizeof(float) + 1];
    std::memcpy(head, &face.size, sizeof(int));
    std::memcpy(head + sizeof(int), &width, sizeof(float));
    head[sizeof(int) + sizeof(float)] = face.bold ? 'b' : 'r';
    std::string key(head, sizeof head);
    key += text;
    auto [found, added] = m_entries.try_emplace(std::move(key));
    if (added) {
        found->second.layout = layout_text(text, face, width);
        m_bytes += bytes_of(found->first, found->second.layout);
    }
    found->second.used = m_generation;
    return found->second.layout;
}

void TextCache::sweep() {
    // A long text that is typed is another one with every key.
    if (m_entries.size() > 4096 || m_bytes > kMostBytes)
        std::erase_if(m_entries, [&](const auto& entry) {
            const bool old = entry.second.used + 1 < m_generation;
            if (old) m_bytes -= bytes_of(entry.first, entry.second.layout);
            return old;
        });
    ++m_generation;
}

}  // namespace shenbao::app
