"""What the commands say that write single records and whole files in canonical form."""

WORDS = {
    "forms.help_check": "只列出写法不规范的文件，不写入；有这样的文件时返回 1",
    "forms.left": "{path} 有误或者写法特殊，没有改动；请先用 xuke check 看看这个文件",
    "forms.formatted": "改成规范写法的文件：{count} 个",
    "forms.would_format": "写法不规范的文件：{count} 个；没有写入",
    "forms.help_set": "设字段的值，如 name=某某、limit.promised.value=5、bases.b1.document=某法；列表可以多次给出",
    "forms.missing": "新建 {kind} 还缺这些字段，请用 --set 字段=值 给出：{fields}",
    "forms.elsewhere": "{kind} 不用这项命令新建，请用 {command}",
    "forms.bad_set": "“{text}”应写成 字段=值",
    "forms.is_there": "记录 {key} 已经存在",
    "forms.not_written": "数据模式的问题 {count} 个；没有写入",
    "forms.needs_field": "字段 {field} 里还有字段，请写到最里层，如 {example}",
    "forms.unknown_field": "{kind} 没有字段 {field}",
    "forms.unknown_reference": "{field}：没有标识或者名称为“{text}”的记录",
    "forms.several": "{field}：“{text}”可以指几条记录，请写标识：{known}",
    "forms.unknown_choice": "{field}：“{text}”不在选项之内；可选：{known}",
    "forms.not_boolean": "{field}：“{text}”应写成“是”或“否”",
    "forms.not_number": "{field}：“{text}”不是数",
    "forms.ask": "{title}（{field}）",
    "forms.ask_more": "{title}（{field}），再有一个，没有就回车",
    "forms.ask_other": "其他字段，写成 字段=值，没有就回车",
}
