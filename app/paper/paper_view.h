// The paper: its cells drawn, and described as fields and tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/document/document.h"
#include "app/document/selection.h"
#include "app/draw/canvas.h"
#include "app/paper/paper_layout.h"

namespace shenbao::app {

// Ids: cell:<path>, table:<id>, row:<table>.<row>, add:<table>.<row>, remove:<table>.<row>, label:….
std::string cell_id(std::string_view path);
// True if a row can be added behind this one: it is an open slot, or the last of a group whose slots were
// removed.
bool can_add_row(const Document& document, const SheetRow& row);
bool can_remove_row(const Document& document, const SheetRow& row);
// `editable`: else fields can only be read, and rows neither added nor removed.
void describe_paper(const Document& document, const PaperLayout& layout, bool editable,
                    std::vector<Node>& nodes);

struct PaperMarks {
    std::string_view focused;        // path of the cell being edited; its text is drawn by its element
    std::string_view selected;       // path of the cell framed without being edited
    std::string_view hovered;        // path of the field under the pointer
    std::string_view left;           // path of the cell whose leaving brought an error
    const Finding* shown = nullptr;  // whose other cells are framed beside the selected one
    std::string_view hovered_row, focused_row;  // ids of the row nodes that pointer and keyboard are in
    std::optional<GridRange> range;
    float covered = 0;                         // of the view, by a held header
    size_t end_row = static_cast<size_t>(-1);  // what reaches beyond it is drawn without its text
    bool read_only = false;                    // rows can neither be added nor removed
};
void draw_paper(Canvas& canvas, const Region& region, const Document& document, const PaperLayout& layout,
                const PaperMarks& marks);

}  // namespace shenbao::app
