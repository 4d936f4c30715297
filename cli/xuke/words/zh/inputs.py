"""Words of the input tables: signs that cells hold, and what is told of a cell that cannot be read."""

#: A value that is stated to be none: null, or an empty list.
NONE = "无"

#: What is on purpose not there.
DASHES = ("—", "——", "－", "--", "-", "/", "／")

#: A group that is there and holds nothing.
HOLLOW = "（空）"

#: A list that has rows on its own sheet.
ELSEWHERE = "见附表"

#: Texts that say something else than themselves.
RESERVED = frozenset({NONE, HOLLOW, ELSEWHERE, *DASHES})

YES, NO = "是", "否"
YESES = frozenset({"是", "有", "√", "✓", "Y", "YES", "TRUE", "1"})
NOES = frozenset({"否", "无", "×", "✗", "N", "NO", "FALSE", "0"})

#: Marks between several values on one line.
PARTED = r"[、，,；;\s]+"

#: Dates as people write them, narrowed: year, month, day.
DAY = r"([0-9]{4})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.])([0-9]{1,2})日?"

#: Limits as people write them, narrowed and without blanks.
LIMITS = {
    "on_the_spot": r"当场(?:办结|办理)?|即时(?:办结)?|即办",
    "working_day": r"(?P<value>[0-9]{1,4})个?工作日(?:内)?",
    "day": r"(?P<value>[0-9]{1,4})个?(?:自然日|日|天)(?:内)?",
    "month": r"(?P<value>[0-9]{1,4})个?月(?:内)?",
    "year": r"(?P<value>[0-9]{1,4})年(?:内)?",
}

TITLE = "{place}{title}"
FOR_DEPARTMENT = "填报部门：{name}"
RULES = "红字表头必填；表头锁定，可以排序、筛选、插入行、调整列宽；一格有几个值的一行写一个（Alt+Enter 换行）；各列填法见“填写说明”。"

REQUIRED = "【必填】"
EXAMPLE = "示例：{text}"
SEVERAL = "可以有几个，一行写一个。"
NONE_STATED = "没有的写“无”。"
NONE_OF_ROWS = "确实没有的写“无”。"

#: What the schemas say of files, and what the same is in a cell.
SIGNS = ((" null", "“无”"), (" true", "“是”"), (" false", "“否”"), ("，加双引号", ""))

#: How a cell is filled in, by its form.
WAYS = {
    "text": "",
    "code": "按文本填写，前导零不能丢。",
    "date": "写作 2018-09-25。",
    "integer": "写整数。",
    "number": "写数字。",
    "yes_no": "选“是”或者“否”。",
    "choice": "从下拉列表中选择。",
    "reference": "从下拉列表中选择，或者写标识。",
    "limit": "数值加单位，如“20个工作日”“30日”“3个月”；当场办结的写“当场办结”。",
    "rows": "内容在同名工作表中逐行填写，这里写“见附表”。",
}

EXAMPLES = {
    "date": "2018-09-25",
    "integer": "1",
    "number": "1",
    "yes_no": "是",
    "limit": "20个工作日",
    "rows": "见附表",
}

#: What is told when something else is typed into a cell.
REFUSED = {
    "code": "代码要按文本填写，请先把单元格设为文本。",
    "date": "这不像日期，请写作 2018-09-25。",
    "integer": "这里应当是不小于零的整数。",
    "number": "这里应当是不小于零的数字。",
    "yes_no": "只能选“是”或者“否”。",
    "choice": "只能从下拉列表中选择。",
    "reference": "下拉列表中没有这一项；确有登记的可以写标识。",
    "rows": "这里只写“见附表”或者“无”。",
}

HELP = "填写说明"
HELP_HEADS = ("工作表", "列", "必填", "填写内容", "填法", "示例", "可选内容")
MUST = "必填"
MANY_CHOICES = "{shown}等 {count} 项，见下拉列表"
AND, STEP = "、", "·"

WORDS = {
    "inputs.rows": "这一列不直接填写内容：请在工作表“{sheet}”中逐行填写；没有的写“无”",
    "inputs.number": "{field}在表中是数字 {found}，前导零和末几位可能已经丢失；请把单元格设为文本后重新填写",
    "inputs.code": "{field}“{found}”含有字母、数字以外的字符；请改为半角字母和数字",
    "inputs.date": "{field}“{found}”不是存在的日期；请写作 2018-09-25 或者 2018年9月25日",
    "inputs.integer": "{field}“{found}”不是整数",
    "inputs.no_number": "{field}“{found}”不是数字",
    "inputs.yes_no": "{field}“{found}”既不是“是”也不是“否”",
    "inputs.choice": "{field}“{found}”不在可选范围内；可选：{known}",
    "inputs.unknown": "{field}“{found}”没有登记；请填写已登记的名称或者标识",
    "inputs.ambiguous": "{field}“{found}”可以指 {known}；请改写标识",
    "inputs.limit": "{field}“{found}”不是时限；请写作 20个工作日、30日、3个月、1年或者当场办结",
    "inputs.department": "只要这个部门的记录；写标识或者名称",
    "inputs.blank": "不填已有的记录，只要空表",
    "inputs.file_name": "填报表",
    "inputs.done": "已写入 {path}：{rows} 条记录",
    "inputs.derived": "{table} 是算出来的表，不能填报；可以填报的表：{known}",
    "inputs.unknown_table": "没有 {table} 这张表；可以填报的表：{known}",
    "inputs.no_department": "没有“{name}”这个部门；请写 departments.yaml 中的标识或者名称",
    "inputs.unfit": "{record}：{field}的值无法原样放进单元格",
    "inputs.refused": "有 {count} 个值放进单元格会丢失，没有写出文件；请先用 xuke check 找出并改正",
}
