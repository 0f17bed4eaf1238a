// Stands in for parts of Dear ImGui that this program never calls: its tables (imgui_tables.cpp), a
// rasteriser of font files, texts of windows of its own, and in the page most of sscanf. Together they would
// be 55 KB of the page.
#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <cstdarg>

// Of an atlas before its own loader is set; glyphs come from ImFontConfig::FontLoader.
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
    static const ImFontLoader none;
    return &none;
}

// Names of windows and messages about them; there are never any.
int ImFormatString(char* buffer, size_t size, const char*, ...) {
    if (buffer != nullptr && size > 0) *buffer = '\0';
    return 0;
}
int ImFormatStringV(char* buffer, size_t size, const char* format, va_list) {
    return ImFormatString(buffer, size, format);
}

#ifdef sscanf
#include <cstdlib>
#include <cstring>

// "#version %d": one whole number after the words before it.
extern "C" int sscanf(const char* text, const char* format, ...) {
    const size_t words = std::strcspn(format, "%");
    if (std::strncmp(text, format, words) != 0) return 0;
    va_list targets;
    va_start(targets, format);
    *va_arg(targets, int*) = std::atoi(text + words);
    va_end(targets);
    return 1;
}
#endif

// What imgui.cpp and imgui_widgets.cpp call for a table or columns; there are never any.
namespace ImGui {

void EndColumns() {}
void PushColumnsBackground() {}
void PopColumnsBackground() {}
void EndTable() {}
void TableEndRow(ImGuiTable*) {}
void TableEndCell(ImGuiTable*) {}
void TablePushBackgroundChannel() {}
void TablePopBackgroundChannel() {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableGcCompactSettings() {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui
