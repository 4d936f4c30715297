"""The words of a memorandum on paper, and the names of its styles; Chinese in every language."""

#: Names of the styles in the base file, which an office may restyle in Word or WPS.
STYLES = {
    "title": "备忘录标题",
    "number": "备忘录文号",
    "mark": "备忘录标记",
    "party": "备忘录当事方",
    "text": "备忘录正文",
    "one": "备忘录一级标题",
    "three": "备忘录三级标题",
    "annex": "备忘录附件序号",
    "annex_title": "备忘录附件标题",
    "annexes": "备忘录附件说明",
    "seal": "备忘录落款",
    "head": "备忘录表头",
    "cell": "备忘录表格文字",
    "page": "备忘录页码",
}
TABLE = "备忘录表格"
LEAD = "备忘录二级标题"

#: What numbers headings: 一、（一）1.; digits from nought on, and what stands behind each but the last.
NUMERALS = "零一二三四五六七八九"
RANKS = ("千", "百", "十", "")

DATE = "{year}年{month}月{day}日"
NO_DATE = "    年    月    日"
NO_NUMBER = "（未编号）"
MARKS = "（{marks}）"
DRAFT = "草稿"

FIRST, SECOND = "甲方", "乙方"
PARTY = "{side}（{role}）：{name}"
GIVES, TAKES, WITNESS = "移交方", "接收方", "见证方"
WITNESSES = "见证方：{names}"

#: A long title goes on to a second line here.
TITLE_BREAK = "行政许可事项"

OPENING = "根据{basis}，双方就行政许可事项划转达成如下备忘。"
OPENING_ALONE = "双方就行政许可事项划转达成如下备忘。"
TITLED = "《{title}》"
NUMBERED = "《{title}》（{number}）"

ITEMS = "划转事项"
ITEMS_TEXT = "甲方将其主管的行政许可事项{count}项（见附件{annex}），自{day}起划转乙方行使。划转后甲方不再行使相应的行政许可权。"
ITEMS_UNDATED = "甲方将其主管的行政许可事项{count}项（见附件{annex}）划转乙方行使，自备忘录生效之日起施行。划转后甲方不再行使相应的行政许可权。"
ITEMS_PARTLY = "其中{count}项只划转附件{annex}所列的业务办理项，其余业务办理项仍由甲方行使。"
STAGES = "环节责任"
STAGES_TEXT = "各环节由谁牵头、谁配合，按附件{annex}执行。"
OPEN_CASES = "在办件处理"
CUT_OFF_LEAD = "截止受理。"
CUT_OFF = "甲方最后一天受理新申请的日期为{day}，次日起由乙方受理。"
FINISHER_LEAD = "办结。"
FINISHER = "截止日期前已受理、尚未办结的申请，由{side}办结并负责。"
RECONSIDERATION, LITIGATION = "行政复议。", "行政诉讼。"
HANDOVER = "移交"
HANDOVER_TEXT = "甲方按附件{annex}所列清单向乙方移交，移交日期为{day}，由双方清点签收。"
SEALS = "印章"
STAFF = "人员编制"
POSTS = "随事项划转编制{count}名。"
PERSONS = "随编制划转人员{count}名。"
FUNDS = "经费"
LIAISON = "对上衔接"
TRAINING = "业务培训"
TRAINING_ON = "培训最迟于{day}完成。"
PUSH = "信息双向推送"
PUSH_ROW = "{trigger}{information}（{direction}）：{parts}。"
PUSH_TRIGGER = "{trigger}，推送"
PUSH_WITHIN = "{limit}内推送"
PUSH_AT_ONCE = "当场推送"
PUSH_SYNCHRONOUS = "同步推送"
PUSH_CHANNEL = "通过{channel}推送"
DISPUTES = "争议解决"
LIABILITY = "法律责任"
LIABLE = "{side}的责任。"
TERM = "期限"
OTHERS = "其他"
COPIES = "本备忘录一式{count}份，双方、见证方和备案机关分别保存。"
SENTENCE = "{text}。"
ENDS = "。；！？：.!?;"

ANNEX = "附件{number}"
ANNEX_LIST = "附件：{number}.{title}"
ANNEX_ONE = "附件：{title}"
ANNEX_MORE = "　　　{number}.{title}"
#: By what an annex is known in the list of annexes.
ANNEX_OF = {"items": "事项", "stages": "环节", "handover": "移交"}
ANNEX_NAMES = {"items": "划转事项目录", "stages": "环节责任表", "handover": "移交清单"}
ANNEX_APART = "（另附）"

ITEM_HEADS = ("序号", "事项名称", "基本编码", "划转方式", "划转的业务办理项", "备注")
WHOLE, PARTLY = "整体", "部分"
STAGE_HEADS = ("环节", "期间", "牵头方", "配合方", "说明")
FROM, UNTIL, ALWAYS = "自{start}起", "至{end}止", "自生效之日起"
FROM_EVENT, UNTIL_EVENT = "{event}后", "{event}前"
IN_PRINCIPLE = "原则上"
SEAL_HEADS = ("停用印章", "停用日期", "缴回日期")
NONE = "无"

SIGN_SEAL = "{side}（盖章）："
SIGN_NAME = "负责人（签字）："
SIGN_WITNESS = "见证方（盖章）："
SIGN_WITNESS_NAME = "经办人（签字）："

CHANGED = "事项{code}《{name}》的{field}由{old}改为{new}。"
CHANGED_SOMEHOW = "事项{code}《{name}》的约定内容以目录现载为准。"
WHOLE_VALUE = "“{value}”"
NO_VALUE, YES, NO = "空白", "是", "否"

LIST_CHANGED = "划转事项目录变动"
LISTED, UNLISTED = "增列和改列的事项", "删去的事项"

MEMORANDUM = "备忘录"
SUPPLEMENT = "{title}补充备忘录"
SUPPLEMENT_OPENING = "双方就《{title}》{number}所列事项的下列变动补充约定如下，原备忘录其余约定不变。"
SUPPLEMENT_NUMBER = "（{number}）"
