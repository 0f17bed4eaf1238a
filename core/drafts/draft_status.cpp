#include "core/drafts/draft_status.h"

namespace shenbao::drafts {

DraftStatus draft_status(StoreStatus status) {
    switch (status) {
        case StoreStatus::Ok:
            return DraftStatus::Ok;
        case StoreStatus::Full:
            return DraftStatus::Full;
        case StoreStatus::Unavailable:
            return DraftStatus::Unavailable;
        default:
            return DraftStatus::Failed;
    }
}

std::string_view draft_message(DraftStatus status) {
    switch (status) {
        case DraftStatus::Ok:
        case DraftStatus::None:
            return "";
        case DraftStatus::Full:
            return "草稿未能保存：浏览器为本页留出的空间已满。请立即点“存成文件”，再清理旧草稿。";
        case DraftStatus::Unavailable:
            return "浏览器禁用了本地存储（无痕窗口或安全设置），草稿不能读出或存入。"
                   "请点“存成文件”，关闭网页前务必确认。";
        case DraftStatus::Failed:
            return "浏览器的本地存储出错，草稿未能读出或存入。请立即点“存成文件”，然后重新打开网页。";
        case DraftStatus::VerifyFailed:
            return "草稿未能保存：写入后读回的内容不一致，上一份草稿未受影响。请立即点“存成文件”。";
        case DraftStatus::Corrupt:
            return "以前的草稿已损坏，无法打开；损坏的记录已另存，没有删除。如存过文件，请打开该文件。";
        case DraftStatus::Newer:
            return "草稿由更新版本的程序保存，本版本只能查看，不会改动它。请换用新版本的程序。";
        case DraftStatus::Elsewhere:
            return "这份草稿正在另一个窗口中填写，本窗口没有写入。请到那个窗口继续，或在这里接管。";
    }
    return "";
}

DraftStatus write_verified(KeyValueStore& store, std::string_view key, std::string_view text) {
    const StoreStatus written = store.write(key, text);
    if (written != StoreStatus::Ok) return draft_status(written);
    std::string copy;
    const StoreStatus read = store.read(key, copy);
    if (read == StoreStatus::Unavailable) return DraftStatus::Unavailable;
    return read == StoreStatus::Ok && copy == text ? DraftStatus::Ok : DraftStatus::VerifyFailed;
}

}  // namespace shenbao::drafts
