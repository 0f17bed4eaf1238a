#include "core/formats/opening/foreign_file.h"

#include "core/form/value.h"

namespace shenbao {
namespace {

using namespace std::string_view_literals;

enum class Kind { None, Picture, Pdf, Word, Excel, Slides, Ofd, Locked, Archive, Page, Program };

struct Signature {
    std::string_view start;
    Kind kind;
};
constexpr Signature kSignatures[] = {
    {"\x89PNG"sv, Kind::Picture},  {"\xFF\xD8\xFF"sv, Kind::Picture}, {"GIF8"sv, Kind::Picture},
    {"II*\0"sv, Kind::Picture},    {"MM\0*"sv, Kind::Picture},        {"%PDF"sv, Kind::Pdf},
    {"{\\rtf"sv, Kind::Word},      {"Rar!\x1A"sv, Kind::Archive},     {"7z\xBC\xAF"sv, Kind::Archive},
    {"\x1F\x8B"sv, Kind::Archive}, {"MZ\x90\0"sv, Kind::Program},
};

// Names stand uncompressed in a zip.
constexpr Signature kZipParts[] = {
    {"OFD.xml"sv, Kind::Ofd},
    {"word/"sv, Kind::Word},
    {"xl/"sv, Kind::Excel},
    {"ppt/"sv, Kind::Slides},
    {"opendocument.text"sv, Kind::Word},
    {"opendocument.spreadsheet"sv, Kind::Excel},
};
// And in UTF-16 in the older compound documents.
constexpr Signature kCompoundParts[] = {
    {"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv, Kind::Locked},
    {"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv, Kind::Word},
    {"W\0o\0r\0k\0b\0o\0o\0k\0"sv, Kind::Excel},
    {"B\0o\0o\0k\0"sv, Kind::Excel},
    {"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0"sv, Kind::Slides},
};

template <size_t count>
Kind kind_by_part(std::string_view bytes, const Signature (&parts)[count], Kind otherwise) {
    for (const Signature& part : parts)
        if (bytes.find(part.start) != std::string_view::npos) return part.kind;
    return otherwise;
}

// <html, <!doctype, <?xml: a text may begin with the sign alone.
bool is_markup(std::string_view text) {
    if (!text.starts_with('<') || text.size() < 2) return false;
    const char next = text[1];
    return next == '!' || next == '?' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

Kind kind_of(std::string_view bytes) {
    for (const Signature& signature : kSignatures)
        if (bytes.starts_with(signature.start)) return signature.kind;
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
        return kind_by_part(bytes, kZipParts, Kind::Archive);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return kind_by_part(bytes, kCompoundParts, Kind::Word);
    const bool binary = bytes.size() > 12 && bytes.substr(0, 512).find('\0') != std::string_view::npos;
    if (binary && (bytes.starts_with("BM") || bytes.substr(8).starts_with("WEBP") ||
                   bytes.substr(4).starts_with("ftyp")))
        return Kind::Picture;
    if (bytes.size() > 262 && bytes.substr(257).starts_with("ustar")) return Kind::Archive;
    const std::string_view text = trim_blanks(bytes.substr(0, 4096));
    if (is_markup(text)) {
        if (text.find("Word.Document") != std::string_view::npos) return Kind::Word;
        if (text.find("Excel.Sheet") != std::string_view::npos) return Kind::Excel;
        return Kind::Page;
    }
    return Kind::None;
}

}  // namespace

std::string foreign_file_message(std::string_view bytes) {
    constexpr std::string_view kAsText = "在 Word 中另存为“纯文本(.txt)”，再打开那个文件。";
    std::string message;
    switch (kind_of(bytes)) {
        case Kind::None:
            return {};
        case Kind::Picture:
            return "这是图片（照片或截图），其中的字不能读入。请找它的 Word 原稿，或照着它填写。";
        case Kind::Pdf:
            message = "这是 PDF 文件，不能读入。请找它的 Word 原稿，";
            break;
        case Kind::Ofd:
            message = "这是 OFD 版式文件，不能读入。请找它的 Word 原稿，";
            break;
        case Kind::Word:
            message = "这是 Word 文件，还不能直接打开。请";
            break;
        case Kind::Page:
            message = "这是网页文件，不能读入。请用 Word 打开它，";
            break;
        case Kind::Excel:
            return "这是 Excel 文件，还不能直接打开。请在 Excel "
                   "中选中表格并复制，再点本表中左上角的那一格粘贴。";
        case Kind::Slides:
            return "这是演示文稿，不是申报表。请检查是否选错了文件。";
        case Kind::Locked:
            return "这是加了打开密码的 Word 或 Excel 文件。请先去掉密码，" + std::string(kAsText);
        case Kind::Archive:
            return "这是压缩文件（也可能是不完整的 Word、Excel 文件）。请先解压，再打开里面的申报表。";
        case Kind::Program:
            return "这是程序文件，不是申报表。请检查是否选错了文件。";
    }
    return message.append(kAsText);
}

}  // namespace shenbao
