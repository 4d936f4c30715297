"""What the commands say that write single records and whole files in canonical form."""

WORDS = {
    "forms.help_check": "只列出写法不规范的文件，不写入；有这样的文件时返回 1",
    "forms.left": "{path} 有误或者写法特殊，没有改动；请先用 xuke check 看看这个文件",
    "forms.formatted": "改成规范写法的文件：{count} 个",
    "forms.would_format": "写法不规范的文件：{count} 个；没有写入",
}
