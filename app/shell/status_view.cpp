#include "app/shell/status_view.h"

#include <algorithm>

#include "app/draw/controls.h"
#include "app/words/texts_zh.h"

namespace shenbao::app {

Rect status_view(Canvas& canvas, float width, const Document& document, const SaveNotice& save,
                 std::string_view backup, float wanted) {
    const Palette& colors = canvas.colors();
    canvas.fill({0, 0, width, kStatusHeight}, colors.surface);
    canvas.horizontal(0, 0, width, colors.border);
    const float height = kStatusHeight;

    ImU32 ink = colors.text_soft, dot = colors.text_faint;
    if (save.kind == SaveNotice::Kind::Saved) dot = colors.good;
    if (save.kind == SaveNotice::Kind::Pending) dot = colors.explain;
    if (save.kind == SaveNotice::Kind::Failed) ink = dot = colors.error;
    canvas.fill({16, height / 2 - 4, 8, 8}, dot, 4);

    // In a narrow window there is no room for both.
    if (wanted > 0 && width < 900) return {32, 0, width - 48, height};

    const FormState& state = document.state();
    const std::string counts =
        texts::counts(state.errors - document.due(), state.explains, document.due(), state.hints);
    const FormDefinition& form = document.definition();
    const FieldDefinition* year_field = form.field(form.identity.year);
    const std::string year = year_field ? texts::declared_for(year_field->title, state.year) : std::string();
    const float counts_width = measure(counts, kSmall), year_width = measure(year, kSmall);
    const float year_x = width - 16 - counts_width - 24 - year_width;
    const float backup_width = measure(backup, kSmall), backup_x = year_x - 24 - backup_width;
    // Where there is no room for both, whether the draft is saved matters more.
    const float left = 32 + measure(save.text, kSmall) + 24;
    const bool roomy = left + wanted < backup_x - (wanted > 0 ? 24.0F : 0.0F);
    const Rect saved{32, 0, (roomy ? backup_x : year_x) - 48, height};
    canvas.text(saved, save.text, kSmall, ink);
    canvas.describe_text("status:draft", saved, save.text, kSmall, height);
    if (roomy) {
        const Rect rect{backup_x, 0, backup_width + 1, height};
        canvas.text(rect, backup, kSmall, colors.text_soft);
        canvas.describe_text("status:backup", rect, backup, kSmall, height);
    }
    if (state.year > 0) {
        canvas.text({year_x, 0, year_width + 1, height}, year, kSmall, colors.text_soft);
        canvas.describe_text("status:year", {year_x, 0, year_width + 1, height}, year, kSmall, height);
    }
    canvas.vertical(width - 16 - counts_width - 12, 8, height - 16, colors.border_strong);
    const Rect right{width - 16 - counts_width, 0, counts_width + 1, height};
    canvas.text(right, counts, kSmall, state.errors > document.due() ? colors.error : colors.text_soft);
    canvas.describe_text("status:counts", right, counts, kSmall, height);
    return {left, 0, std::max(0.0F, (roomy ? backup_x : year_x) - 24 - left), height};
}

}  // namespace shenbao::app
