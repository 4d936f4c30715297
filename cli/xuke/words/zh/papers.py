"""What the commands about memoranda say."""

WORDS = {
    "papers.who": "{place}  {day}  {code} {name}（{unit}）",
    "papers.part": "{parts}：{state}",
    "papers.handling": "{suffix} {name}",
    "papers.list": "{words}",
    "papers.moved": "已划转，自 {day} 起由审批局行使",
    "papers.moves_on": "将于 {day} 划转，在此之前由主管部门行使",
    "papers.moves_later": "定为划转，日期未定，在此之前由主管部门行使",
    "papers.stays": "未划转，由主管部门行使",
    "papers.ended": "已取消或者撤回",
    "papers.nobody": "没有承担方。",
    "papers.section": "内设机构",
    "papers.until": "到何时",
    "papers.then": "{end}，其后{unit}",
    "papers.paper": "依据",
    "papers.titled": "《{title}》",
    "papers.numbered": "《{title}》（{number}）",
    "papers.draft": "备忘录草稿《{title}》",
    "papers.register": "事项记录",
    "papers.not_item": "{key} 不是事项；请写基本编码或者事项名称",
}
