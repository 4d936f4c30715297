"""Words of the filing tables, which are Chinese in every language of the product."""

ANNEX = "附件{number}"
TITLE = "{place}{title}"
UNIT = "填报单位（盖章）：{unit}"
FILED_ON = "填报日期：{date}"
BLANK_DATE = "    年  月  日"
EMPTY = "本表无内容"
DEMONSTRATION = "演示数据，不得作为正式备案材料"
UNATTRIBUTED = "未发布来源"
DIRTY = "未提交"
JOINT = "；"
GAP = "          "
FOOTER = "— &P —"

DATE = "{year}年{month}月{day}日"
YES, NO = "是", "否"
AND, COLON = "、", "："
LIMITS = {
    "on_the_spot": "当场办结",
    "day": "{value}日",
    "working_day": "{value}个工作日",
    "month": "{value}个月",
    "year": "{value}年",
}

SIGNATURES = ("填表人：", "审核人：", "单位负责人：", "联系电话：")
GIVER_SEAL = "移交单位（盖章）："
TAKER_SEAL = "接收单位（盖章）："

ITEMS = "行政许可事项清单"
TRANSFERS = "划转事项目录"
RETAINED = "未划转和暂不划转事项清单"
BEFORE_AFTER = "划转前后对照表"
CHANGES = "调整对照表"
SUPERVISION = "监管事项目录清单"
RESPONSIBILITIES = "审管责任清单"
POWERS = "权责清单"
STAFFING = "编制人员划转表"
REDUCTIONS = "环节、材料、时限精简情况表"
STATISTICS = "统计汇总"
HALL = "进驻大厅事项目录"
DELEGATIONS = "委托、授权、承接事项清单"
SPECIAL_PROCEDURES = "特殊环节标准表"
INTERMEDIARIES = "中介服务及收费清单"
MEMORANDA = "备忘录签订情况表"
SEALS = "审批专用章启用停用备案表"
REGIMES = "配套制度目录"
PROGRESS = "改革任务进展表"
NOTES = "填报说明"

NUMBER = "序号"
KEY = "记录键"
HANDLING = "业务办理项"
EXTENT = "划转方式"
WHOLE, PARTIAL = "整体划转", "部分划转"
MOVED_HANDLINGS = "划转的业务办理项"
ALL_HANDLINGS = "全部"
MEMORANDUM = "备忘录文号"
DRAFT_MEMORANDUM = "备忘录（草案）"
UNNUMBERED_MEMORANDUM = "备忘录（无文号）"
BY_SUPPLEMENT = "{memorandum}补充备忘录（{number}）"
BY_UNNUMBERED_SUPPLEMENT = "{memorandum}补充备忘录（无文号）"
NOT_YET_SIGNED = "（草案）"
DRAFT_SUPPLEMENT = "{memorandum}补充备忘录（草案）"
SUPERVISOR = "监管部门及内设机构"
TAKING_SECTION = "承接内设机构"
MOVED_ON = "划转日期"
ORGAN_BEFORE, ORGAN_AFTER = "划转前实施机关", "划转后实施机关"
STEPS_BEFORE, STEPS_AFTER = "改革前环节数", "改革后环节数"
MATERIALS_BEFORE, MATERIALS_AFTER = "改革前材料数", "改革后材料数"
DAYS_BEFORE, DAYS_AFTER = "改革前时限", "改革后时限"
STEPS_CUT, MATERIALS_CUT, DAYS_CUT = "环节精简率", "材料精简率", "时限压缩率"
DAYS_UNIT = "时限单位"

RECORD_KIND = "记录类别"
RECORD_NAME, RECORD_ID = "记录", "标识"
CHANGE = "变动类型"
FIELD = "变动内容"
STEP, ELEMENT = "·", "「{name}」"
OLD, NEW = "调整前", "调整后"
CHANGE_COUNTS = "事项行数：调整前 {before} 行，调整后 {after} 行；新增 {added} 行，删除 {removed} 行。"
MERGE_COUNTS = "其中合并前 {merged_before} 行、合并后 {merged_after} 行，拆分前 {split_before} 行、拆分后 {split_after} 行。"

CHANGE_SUMMARY = "调整情况汇总表"
ROWS_BEFORE, ROWS_OUT, ROWS_INTO, ROWS_AFTER = "调整前事项数", "减少", "增加", "调整后事项数"
SORTS = {
    "new": "新增",
    "taken_over": "承接",
    "cancelled": "取消、删除",
    "handed_over": "划转",
    "taken_back": "收回",
    "changed": "其他变更",
}
CHANGED_ITEMS, CHANGED_OTHERS = "有变动的事项", "有变动的其他记录"
OTHER_DEPARTMENTS = "其余部门（{count} 个）"
WHOLE_PLACE = "不属于某一部门"
SUMMARY_ADDS_UP = "调整前事项数－减少＋增加＝调整后事项数；已撤销的事项不计入。一个事项有几种变动的，只计入列在最前的一种；各种变动之和为有变动的事项。"

SUPERVISED_NAMES = "所监管的许可事项名称"
STAGES, PERIOD, LEAD, ASSIST, GROUND = "责任环节", "责任期间", "牵头单位", "配合单位", "依据"
BY_POLICY = "实施方案阶段分工"
FROM_DAY, UNTIL_DAY = "自{what}起", "至{what}止"
FROM_EVENT, UNTIL_EVENT = "自“{what}”起", "至“{what}”止"
WHOLE_TIME = "划转后"
IN_PRINCIPLE = "（原则上）"

TOTAL = "合计"
TOTAL_OF = "{what}合计"
HELPERS = "另有帮办人员 {persons} 名，只从事辅助工作，不计入编制和人员。"
MINIMUM = "{what} {count} 名，方案要求不少于 {least} 名，{verdict}。"
POSTS, PERSONS, HELPER_PERSONS = "划转编制", "划转人员", "帮办人员"
REACHED, MISSED = "已达到", "相差 {gap} 名"

COUNTED = "计入合计的事项：环节 {steps} 项，材料 {materials} 项，时限 {time} 项；改革前或改革后的数没有写明的不计入。"
TIME_COUNTED = "时限合计以工作日计，单位不同又不能换算的不计入。"
TARGET = "方案目标（{subject}）：{direction}{figure}%{least}。{reading}"
DECREASE, INCREASE, OR_MORE = "减少", "提高", "以上"

SCOPE, SCOPED = "统计口径", "统计对象"
BY_ORGAN, BY_DEPARTMENT, BY_CATEGORY, ALL = "按实施机关", "按部门", "按类别", "全部"
NO_CATEGORY = "未分类"
LICENCES = "许可事项数"
RESIDENT, EXCLUDED, OTHER = "进驻未划转", "暂不划转", "其他去向"
RATE, WHOLE_RATE = "划转率", "整体划转率"
HANDLINGS, MOVED_COUNT, HANDLING_RATE = "办理项数", "划转办理项数", "办理项划转率"
TIMED, DAYS_SUM_BEFORE, DAYS_SUM_AFTER = "计入时限的事项数", "改革前时限合计", "改革后时限合计"
NOT_LICENCES = "只统计行政许可；另有其他类型事项 {count} 项和已取消的许可 {cancelled} 项，不计入。"
CHART_RATE = "各部门划转率"
CHART_DAYS = "各部门改革前后办结时限合计（工作日）"

CHARGE_SCOPE, ASKING_CODES = "收费类别", "相关事项基本编码"
LISTED_ITEMS = "所列事项数"
NO_MEMORANDUM = "有划转事项、尚无备忘录的部门：{departments}。"
UNREPORTED = "未报告进展"
TASKS = "{state} {count} 项"
TASK_COUNTS = "任务共 {count} 项，其中{parts}。"

SUBJECT, CONTENT = "项目", "说明"
NOTE_PROVENANCE = "数据来源"
NOTE_COMMIT = "数据版本"
NOTE_CLEAN, NOTE_DIRTY = "提交 {commit}", "提交 {commit} 之后有未提交的改动"
NO_COMMIT = "（无）"
NOTE_SINCE = "对照版本"
NOTE_SINCE_TEXT = "已附调整对照表，调整前为所对照的版本"
NOTE_TOOL = "生成工具"
NOTE_TOOL_TEXT = "xuke {version}，表式版本 {layout}"
NOTE_EDITION = "版式"
EDITIONS = {
    "filed": "报送版：同一部门的单元格合并，按页断开",
    "working": "工作版：不合并单元格，可筛选，带记录键",
}
NOTE_COUNTS = "记录数"
COUNT_OF = "{what} {count} 条"
NOTE_TABLE = "{title}（{count} 行）"

#: How each table is computed, by the id of the table.
COMPUTED = {
    "items": "列出除已撤销和只作总称之外的全部事项，一个业务办理项一行；序号按事项编排。",
    "transfers": "列出至少有一个业务办理项划转的事项；全部业务办理项划转的为整体划转，其余为部分划转。备忘录取列有该事项的备忘录，监管部门取监管事项目录清单。",
    "retained": "列出没有划转、也没有取消的业务办理项。",
    "before-after": "列出划转的事项；划转前实施机关取主管部门，划转后取实施机关；改革前的数取改革前基数，改革后的数按办理流程、申请材料的行数和承诺办结时限计算；办理项各自写明的，取其中最多的。",
    "changes": "逐条比较两个版本的记录，一处变动一行；只移动位置不算变动。",
    "supervision": "列出各部门登记的监管事项。",
    "responsibilities": "划转事项按其备忘录的环节责任表列出；没有签订备忘录的按实施方案的阶段分工；分工相同的环节合为一行。",
    "powers": "列出各部门登记的权责事项，一个责任环节一行。",
    "staffing": "列出编制人员划转记录；划转和抽调分别合计，不相加。",
    "reductions": "列出写有改革前基数的事项；精简率＝（改革前－改革后）÷改革前；合计只加前后都有数的事项。",
    "statistics": "只统计行政许可，不含已取消、已撤销和只作总称的事项；划转率＝（整体划转＋部分划转）÷许可事项数，整体划转率只计整体划转；办理项划转率＝划转办理项数÷办理项数。",
    "hall": "列出写明进驻大厅、没有取消的业务办理项；序号按事项编排。",
    "delegations": "列出权力来源为下放、授权、委托或者由来为承接的事项，以及去向为下放、委托、授权的业务办理项。",
    "special-procedures": "列出事项和业务办理项写明的特别程序，一项程序一行；已取消的不列。",
    "intermediaries": "先列中介服务，再列行政事业性收费，后列自身写明收费的事项；相关事项取申请时要求该项服务的事项。",
    "memoranda": "列出各部门的划转备忘录，草案在内；所列事项数按备忘录的事项目录计算。",
    "seals": "先列登记的印章，再列各备忘录移交清单中停用、缴回的印章。",
    "regimes": "列出文件种类为制度的文件，尚未制定的在内。",
    "progress": "列出改革方案的任务和工作要求，进展照登记的写；没有登记进展的不作判断。",
    "notes": "本表。",
}
