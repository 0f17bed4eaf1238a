// The words of the dialog about this form.
#pragma once

#include <string_view>

namespace shenbao::app::texts {

inline constexpr std::string_view kAbout = "关于本表", kCloseAbout = "关闭关于本表";
inline constexpr std::string_view kAboutForm = "表名", kAboutVersion = "表样版本", kAboutDraft = "草稿",
                                  kAboutCode = "校验码", kAboutWhere = "草稿存放";
inline constexpr std::string_view kAboutCodeHelp =
    "内容相同，校验码就相同。它也印在纸质表的末行和存成的文件中，可用来核对三者是否一致。";
inline constexpr std::string_view kAboutWhereHelp =
    "草稿只存在这台电脑的这个浏览器中，不会上传；清除浏览数据、换浏览器或换电脑后就看不到了。"
    "点“存成文件”，可以带走和留底。";

}  // namespace shenbao::app::texts
