"""Sentences of supplements, which are Chinese in every language."""

RENUMBERED = "“{name}”的基本编码由 {old} 改为 {new}。"
SPLIT = "“{name}”（{old}）拆分为{results}。"
MERGED = "{sources}合并为“{name}”（{new}）。"
WITHDRAWN = "“{name}”（{old}）不再列入划转事项目录，理由：{reason}。"
ADDED = "增列“{name}”（{code}），自 {day} 起划转。"
ADDED_LATER = "增列“{name}”（{code}），划转日期另行商定。"
ONE = "“{name}”（{code}）"
