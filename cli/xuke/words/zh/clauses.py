"""What a memorandum says where the office has not written anything else; Chinese in every language."""

#: Who takes part, as the clauses and the texts of an office's own name them.
GIVER, TAKER, GOVERNMENT = "{移交方}", "{接收方}", "{本级政府}"

TITLE = "{giver}与{taker}行政许可事项划转备忘录"

#: A unit whose name holds this witnesses a memorandum.
WITNESS = "编办"

#: Endings of the names of jurisdictions, by which their government is named.
ENDINGS = "县市区州旗盟省"
GOVERNMENT_OF = "{ending}人民政府"
GOVERNMENT_HERE = "本级人民政府"

#: Clauses by their place in the memorandum.
CLAUSES = {
    "open_cases.reconsideration": "划转后由行政审批局作为被申请人，{移交方}提供其作出决定的全部案卷并协助答复",
    "open_cases.litigation": "划转后由行政审批局作为继续行使职权的机关应诉，{移交方}提供其作出决定的证据和依据并派员协助",
    "seal_clause": "自划转生效之日起审批结果加盖行政审批局审批专用章；过渡期内仍加盖{移交方}印章",
    "staff.text": "编随事走、人随编走，编制和人员与事项同步划转",
    "funds": "审批窗口经费由行政审批局列入预算；衔接期内勘查和评审经费仍由主管部门列支",
    "liaison": "行政审批局负责与上级对口部门对接，{移交方}协同；涉及审批的会议、培训和文件一并告知行政审批局",
    "training.text": "{移交方}在划转前完成所列事项的业务培训，行政审批局组织参训",
    "disputes": "先由联席会议协商，协商不成的报{本级政府}决定",
    "liability.bureau": "对审批行为及其后果承担责任，不按审批标准许可的依法追究",
    "liability.department": "对审批标准的制定和事中事后监管承担责任，不履行监管职责的依法追究",
    "term": "自双方签字盖章并经{本级政府}批准之日起生效，长期有效；划转事项被取消或者调整时签订补充备忘录",
}

HANDOVER = {
    "documents": (
        "审批股室现行审批标准和办事指南",
        "近三年许可事项统计台账",
        "上级主管部门关于所列事项的有效文件",
    ),
    "certificates": ("空白许可证照及领用登记簿",),
    "equipment": ("审批专用打印和扫描设备",),
    "accounts": ("上级审批系统操作账号",),
    "archives": ("划转前三年审批案卷目录", "在有效期内许可的审批档案"),
}
SEAL = "{giver}行政审批专用章"

ANNEXES = ("划转事项目录", "移交清单", "环节责任表")

#: Why a stage is shared in this way although the plan says nothing of it.
BY_DECISION = "方案未写，按谁审批、谁负责和谁主管、谁监管约定"
BY_ANALOGY = "方案未写，比照现场勘查的分工"

#: Trigger and content of a push, by what is pushed and which way.
PUSHES = {
    ("approval", "bureau_to_department"): ("作出受理或者决定时", "受理和决定信息、证照数据"),
    ("approval", "department_to_bureau"): ("技术审查、踏勘结束时", "技术审查和现场踏勘意见"),
    ("supervision", "bureau_to_department"): ("作出决定并需要跟进监管时", "需要跟进监管的事项和条件"),
    ("supervision", "department_to_bureau"): ("检查结束时", "监管中发现的涉及审批的问题"),
    ("enforcement", "bureau_to_department"): (
        "撤销、注销许可或者收到线索时",
        "撤销、注销和投诉举报线索",
    ),
    ("enforcement", "department_to_bureau"): ("立案或者作出处罚决定时", "立案、处罚和强制信息"),
}
CHANNEL = "审批监管信息平台"
