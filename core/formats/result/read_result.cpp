#include "core/formats/result/read_result.h"

namespace shenbao {
namespace {

// All sentences about files that cannot be opened, in one place. `before` and `after` stand around the place.
struct Sentence {
    ReadStatus status;
    std::string_view name;
    std::string_view what;
    std::string_view advice;
};

constexpr Sentence kSentences[] = {
    {ReadStatus::Ok, "Ok", "", ""},
    {ReadStatus::Empty, "Empty", "文件是空的", "请重新选择文件，或向交来文件的人要一份完整的。"},
    {ReadStatus::TooLarge, "TooLarge", "文件过大（超过 16 MB 或 50 万项），不会是一份申报表",
     "请检查是否选错了文件。"},
    {ReadStatus::NotUtf8, "NotUtf8", "文件不是 UTF-8 编码的文本，或已损坏",
     "请用原来的程序另存为 UTF-8 编码（记事本：另存为，编码选 UTF-8）后再打开。"},
    {ReadStatus::NotJson, "NotJson", "文件内容不完整或已损坏，读到此处无法继续",
     "请从备份或原电脑重新复制一份；复制中断是最常见的原因。"},
    {ReadStatus::TooDeep, "TooDeep", "括号嵌套超过 64 层，不会是一份申报表", "请检查是否选错了文件。"},
    {ReadStatus::OtherKind, "OtherKind", "这不是申报表的文件", "请检查是否选错了文件。"},
    {ReadStatus::NotADeclaration, "NotADeclaration", "这不是本程序保存的申报表文件",
     "请选择由“存成文件”得到的 .json 文件，或申报表的文本文件。"},
    {ReadStatus::OtherForm, "OtherForm", "这是另一种表的申报文件，不能在本表中打开",
     "请用填写它的那一份程序打开。"},
    {ReadStatus::NewerFormat, "NewerFormat", "文件由更新版本的程序保存，本版本不能保证读全",
     "为避免损坏没有打开；请换用新版本的程序。"},
    {ReadStatus::WrongTypes, "WrongTypes", "文件结构被改动过，此处不是应有的内容",
     "请恢复此处，或改用未经手工修改的文件。"},
    {ReadStatus::NotThisForm, "NotThisForm", "文本中找不到本表的表格",
     "请检查是否选错了文件；文本须由申报表另存为纯文本得到，单元格之间以制表符分隔。"},
};

const Sentence& sentence(ReadStatus status) {
    for (const Sentence& one : kSentences)
        if (one.status == status) return one;
    return kSentences[0];
}

}  // namespace

std::string read_message(ReadStatus status, std::string_view where) {
    const Sentence& words = sentence(status);
    if (words.what.empty()) return {};
    std::string message(words.what);
    if (!where.empty()) message.append("（位置：").append(where).append("）");
    message.append("。").append(words.advice);
    return message;
}

std::string_view read_status_name(ReadStatus status) {
    return sentence(status).name;
}

}  // namespace shenbao
