"""The words of a filing report and the names of a bundle's parts; Chinese in every language."""

REPORT, BOOK, PAPERS_FOLDER = "01-报告.docx", "02-备案表.xlsx", "03-附送材料"
BOOK_TITLE = "备案表"

#: What the attached papers are called, by kind.
PAPERS = {
    "request": "请示",
    "decision": "政府决定",
    "opinion": "合法性审查意见",
    "consent": "部门同意意见",
    "publication": "公布证明",
    "other": "其他材料",
}

#: Titles and openings by the kind of filing, for each is another act.
TITLES = {
    "record": "关于{place}相对集中行政许可权改革事项的备案报告",
    "approval": "关于报请批准{place}相对集中行政许可权改革事项的请示",
    "submission": "关于报送{place}相对集中行政许可权改革事项的报告",
    "copy": "关于抄送{place}相对集中行政许可权改革事项的函",
    "publication": "关于公布{place}相对集中行政许可权改革事项的公告",
}
OPENINGS = {
    "record": "现将{place}相对集中行政许可权改革事项有关情况报告如下，请予备案。",
    "approval": "现将{place}相对集中行政许可权改革事项有关情况报告如下，请予审批。",
    "submission": "现将{place}相对集中行政许可权改革事项有关情况报告如下。",
    "copy": "现将{place}相对集中行政许可权改革事项有关情况抄送如下。",
    "publication": "现将{place}相对集中行政许可权改革事项公布如下。",
}
CLOSINGS = {
    "record": "以上报告，请予备案。",
    "approval": "妥否，请批示。",
    "submission": "特此报告。",
    "copy": "特此函告。",
    "publication": "特此公告。",
}
RECIPIENT = "{recipient}："
NO_RECIPIENT = "（主送机关）："
NO_NUMBER = "（文号）"

ITEMS = "事项情况"
ITEMS_TEXT = (
    "列入清单的行政许可事项{items}项，其中整体划转{whole}项、部分划转{partial}项、进驻未划转{resident}项、"
    "暂不划转{excluded}项、其他去向{other}项；业务办理项{handlings}项，其中划转{handlings_moved}项。"
)
RATE = "划转率{rate}，按业务办理项计{handling_rate}。"

MEMORANDA = "划转和备忘录"
MEMORANDA_TEXT = "划转事项涉及部门{departments}个，备忘录文号和签订日期如下。"
NO_TRANSFERS = "没有划转事项。"
MEMORANDA_HEADS = ("序号", "移交部门", "划转事项", "备忘录文号", "签订日期")
NO_MEMORANDUM, DRAFT_MEMORANDUM, UNNUMBERED = "尚无备忘录", "草案，尚未签订", "未编号"

CHANGES = "与上次报送相比"
FIRST = "此前没有记载版本的报送，本次没有可以对照的版本。"
CHANGES_TEXT = "上次报送为{former}。此后事项新增{added}项、取消或者移除{removed}项、变更{edited}项，逐项见附表“调整对照表”。"
UNCHANGED = "上次报送为{former}。此后事项没有改动。"
FORMER = "{title}（{facts}）"
FORMER_ON = "{day}报送"

REDUCTIONS = "精简情况"
REDUCED = "{subject}由{before}{unit}减为{after}{unit}，精简{rate}（按前后都有数的{count}个事项计）。"
KEPT = "{subject}改革前{before}{unit}，改革后{after}{unit}（按前后都有数的{count}个事项计）。"
NO_BASELINE = "没有写明改革前基数的事项，不作计算。"
SUBJECTS = {"steps": ("办理环节", "个"), "materials": ("申请材料", "份"), "time": ("办结时限", "个工作日")}

REMARKS = "需要说明的情况"
MISSING = "下列材料尚未附送：{papers}。"
EXCEPTIONS = "下列检查结果已经核实，仍照现状报送：{exceptions}。"
DEMONSTRATION = "数据中有演示数据，不得作为正式备案材料。"
UNATTRIBUTED = "数据中有来源未经发布的内容。"
NOTHING = "没有需要另行说明的情况。"
SOURCE = "本报告和附表由 xuke {version} 依据登记数据生成，数据版本为 {commit}，标签为 {tag}；每一份文件的校验值见 manifest.json。"

ANNEXES = "附件清单"
ANNEX_HEADS = ("序号", "名称", "行数", "所在文件", "校验值（前16位）")
SHEET_OF = "附件{number}　{title}"
SEAL = "{unit}"
