"""What is said of the merge driver, the differences and the hook."""

WORDS = {
    "drivers.part": "部分",
    "drivers.state": "状态",
    "drivers.place": "位置",
    "drivers.installed": "已安装",
    "drivers.missing": "未安装",
    "drivers.other": "另有内容",
    "drivers.hook_taken": "提交前的检查没有安装：{place} 已有别的内容，或者仓库另设了钩子文件夹；请在那里加上一行：{line}",
}
