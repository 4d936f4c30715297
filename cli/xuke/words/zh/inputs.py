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
}
