"""The words for units, people and their numbers, and for what is doubtful in their files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dutydesk.domain import contact_refusals as refused
from dutydesk.domain.contact_file import ContactField, Problem, ProblemCode
from dutydesk.domain.contact_refusals import FileDanger
from dutydesk.domain.contacts import ContactRole, RolePair, UnitKind
from dutydesk.domain.phone import NumberKind

UNIT_KINDS: Mapping[UnitKind, str] = {
    UnitKind.SUPERIOR: "上级总值班室",
    UnitKind.DISTRICT_LEADERS: "区领导",
    UnitKind.DEPARTMENT: "区直部门",
    UnitKind.STREET: "街道（镇）",
    UnitKind.COMMUNITY: "社区（村）",
    UnitKind.COMMAND_HQ: "专项指挥部",
    UnitKind.TEAM: "应急队伍",
    UnitKind.KEY_UNIT: "重点单位",
    UnitKind.PUBLIC_SERVICE: "公共服务",
    UnitKind.HOSPITAL: "医院",
    UnitKind.MILITARY: "驻军武警",
    UnitKind.EXPERTS: "专家",
    UnitKind.VOLUNTEERS: "志愿者",
    UnitKind.MEDIA: "媒体",
    UnitKind.OTHER: "其他",
}

CONTACT_ROLES: Mapping[ContactRole, str] = {
    ContactRole.HEAD: "主要负责人",
    ContactRole.DEPUTY_IN_CHARGE: "分管领导",
    ContactRole.LIAISON: "联络员",
    ContactRole.DUTY_ROOM: "值班室",
    ContactRole.INFO_OFFICER: "灾害信息员",
    ContactRole.GRID_WORKER: "网格员",
    ContactRole.FIRST_RESPONDER: "第一响应人",
    ContactRole.SAFETY_OFFICER: "安全员",
    ContactRole.TEAM_LEADER: "队长",
    ContactRole.STORE_KEEPER: "仓库保管员",
}

ROLE_PAIRS: Mapping[RolePair, str] = {RolePair.A: "A角", RolePair.B: "B角"}

NUMBER_KINDS: Mapping[NumberKind, str] = {
    NumberKind.MOBILE: "手机",
    NumberKind.OFFICE: "办公电话",
    NumberKind.DUTY: "值班电话",
    NumberKind.FAX: "传真",
    NumberKind.HOME: "住宅电话",
    NumberKind.SATELLITE: "卫星电话",
    NumberKind.RADIO: "电台呼号",
    NumberKind.OTHER: "其他号码",
}

CONTACT_FIELDS: Mapping[ContactField, str] = {
    ContactField.NAME: "姓名",
    ContactField.PARENT_UNIT: "上级单位",
    ContactField.DISTRICT: "区县",
    ContactField.STREET: "街道（镇）",
    ContactField.UNIT: "单位",
    ContactField.DEPARTMENT: "科室",
    ContactField.COMMUNITY: "社区（村）",
    ContactField.POST: "职务",
    ContactField.OTHER_POSTS: "兼任",
    ContactField.DUTY_ROLE: "值守角色",
    ContactField.ROLE_PAIR: "A/B角",
    ContactField.PHONE: "电话（自动分辨）",
    ContactField.MOBILE: "手机",
    ContactField.OFFICE_PHONE: "办公电话",
    ContactField.DUTY_PHONE: "值班电话",
    ContactField.FAX: "传真",
    ContactField.HOME_PHONE: "住宅电话",
    ContactField.SATELLITE_PHONE: "卫星电话",
    ContactField.RADIO: "电台呼号",
    ContactField.OTHER_PHONE: "其他号码",
    ContactField.ADDRESS: "地址",
    ContactField.AREA: "责任区域",
    ContactField.CATEGORY: "类别",
    ContactField.TRAINING_DAYS: "培训天数",
    ContactField.NOTE: "备注",
    ContactField.ORDER_NO: "序号",
    ContactField.DATE: "日期",
    ContactField.DUTY_PERSON: "值班人员",
    ContactField.UNKNOWN: "未识别（记入备注）",
    ContactField.IGNORED: "不导入",
}

_DIFFERING = {
    "post": "职务",
    "address": "地址",
    "area": "责任区域",
    "category": "类别",
    "training_days": "培训天数",
    "note": "备注",
    "role_pair": "A/B角",
    "unit": "单位",
}

_PROBLEMS: Mapping[ProblemCode, Callable[[Problem], str]] = {
    ProblemCode.NAME_MISSING: lambda _: "没有姓名，这一行未导入，请在原表补上姓名后再导入",
    ProblemCode.NAME_DOUBTFUL: lambda _: "姓名像是有多个人或夹带其他内容，已照原样保存，请核对",
    ProblemCode.NUMBER_MALFORMED: lambda _: "号码位数或写法不对，已照原样保存，请核实",
    ProblemCode.NUMBER_NOT_A_MOBILE: lambda _: "手机一栏里不是手机号码，已按固定电话或短号保存",
    ProblemCode.ROLE_PAIR_UNKNOWN: lambda _: "看不出是A角还是B角，原文已记入备注",
    ProblemCode.TRAINING_DAYS_UNKNOWN: lambda _: "培训天数不是数字，原文已记入备注",
    ProblemCode.UNIT_MISSING: lambda _: "没有单位，人员已导入，请补上单位",
    ProblemCode.UNIT_FROM_ABOVE: lambda _: "单位是空的，已按上一行的单位导入，请核对",
    ProblemCode.SAME_MOBILE_OTHER_NAME: lambda p: (
        f"与“{p.detail}”手机号相同但姓名不同，已作为新人员导入，请核对"
    ),
    ProblemCode.PERSON_RETIRED: lambda _: "此人在本机已停用，仍保持停用，如已恢复工作请手工启用",
    ProblemCode.FIELD_DIFFERS: lambda p: (
        f"与已有的{_differing(p.detail)}不同，保留已有内容，如需更改请手工修改"
    ),
    ProblemCode.SHEET_NOT_READ: lambda _: "这张工作表不是通讯录，未导入",
    ProblemCode.CARD_UNREADABLE: lambda _: "这张名片内容损坏，未导入",
    ProblemCode.HEADINGS_GUESSED: lambda p: (
        f"没有标题行，按内容把这一列当作{_guessed(p.detail)}，请核对"
    ),
    ProblemCode.VALUE_NOT_TAKEN: lambda _: "这一项看不懂，没有导入，请核对后手工补上",
}

_DANGERS: Mapping[FileDanger, str] = {
    FileDanger.RATIO: "压缩比超过{limit}:1",
    FileDanger.MEMBERS: "内含文件超过{limit}个",
    FileDanger.UNPACKED_SIZE: "解压后超过{limit}字节",
    FileDanger.ROWS: "行数超过{limit}行",
    FileDanger.COLUMNS: "列数超过{limit}列",
    FileDanger.CELLS: "表格范围超过{limit}格",
    FileDanger.MERGED_CELLS: "合并单元格超过{limit}个",
    FileDanger.MEMORY: "读起来要占用超过{limit}MB内存",
    FileDanger.SECONDS: "读了{limit}秒还没有读完",
}

DIRECTORY_TITLE = "通讯录"
WITHOUT_UNIT = "未分单位"

_RESAVE = "请用WPS或Excel打开后另存为xlsx，再重新导入"
_UNCHANGED = "没有导入任何内容"

SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    refused.ForeignFileMissing: lambda e: (
        f"找不到或打不开文件“{e.name}”，{_UNCHANGED}。请检查文件位置和权限。"
    ),
    refused.ForeignFileTooLarge: lambda e: (
        f"文件“{e.name}”有{e.size // 1048576}MB，超过{e.limit // 1048576}MB的上限，{_UNCHANGED}。"
        "请删去图片或拆成几个文件。"
    ),
    refused.ForeignFileDangerous: lambda e: (
        f"文件“{e.name}”{_DANGERS[e.danger].format(limit=e.limit)}，打开它可能拖垮电脑，"
        f"{_UNCHANGED}。{_smaller(e.name, e.danger)}。"
    ),
    refused.ForeignFileEncrypted: lambda e: (
        f"文件“{e.name}”设了打开密码，{_UNCHANGED}。请去掉密码另存后再导入。"
    ),
    refused.ForeignFileUnreadable: lambda e: (
        f"文件“{e.name}”内容损坏或格式不对，{_UNCHANGED}。{_again(e.name)}。"
    ),
    refused.ForeignFileKindUnknown: lambda e: (
        f"不认识文件“{e.name}”的格式，{_UNCHANGED}。可导入的有xlsx、xls、csv和手机名片vcf。"
    ),
    refused.ContactFileEmpty: lambda e: (
        f"文件“{e.name}”里没有一行通讯录，{_UNCHANGED}。请检查是否选对了文件。"
    ),
    refused.ContactHeadingsMissing: lambda e: (
        f"在文件“{e.name}”里没有找到姓名、单位、电话等表头，{_UNCHANGED}。请给表格加上表头。"
    ),
    refused.ContactFileIsRoster: lambda e: (
        f"文件“{e.name}”的工作表“{e.sheet}”是值班表（有日期和值班人员），不是通讯录，{_UNCHANGED}。"
    ),
    refused.ExportEndingUnknown: lambda e: (
        f"文件名“{e.name}”的后缀不对，没有写出文件。通讯录可导出为.xlsx、.csv或.vcf。"
    ),
    refused.ExportNotWritten: lambda e: (
        f"文件“{e.name}”写不进去，没有写出文件。请检查文件夹是否存在、是否有权限、磁盘是否已满，"
        "或文件是否正被打开。"
    ),
    refused.ContactNameMissing: lambda _: "联系人没有姓名，未保存。请填写姓名。",
    refused.ContactWithItself: lambda e: f"“{e.name}”不能与自己合并，请另选一人。",
    refused.ImportUndone: lambda e: f"“{e.file}”的这次导入已经撤回过了，不能再撤回。",
    refused.ImportChangedSince: lambda e: (
        f"“{e.file}”导入之后又改过或用过{_listed(e.names)}，没有撤回。请逐个修改或停用。"
    ),
    refused.UnitNameMissing: lambda _: "单位没有名称，未保存。请填写单位名称。",
    refused.UnitBelowItself: lambda e: (
        f"“{e.name}”不能归到它自己的下级单位里，未保存。请另选上级单位。"
    ),
    refused.ContactNotOne: lambda e: (
        f"“{e.text}”不止一个人：{_some(e.found)}。请写全姓名，同名的写编号。"
    ),
    refused.UnitNotOne: lambda e: f"“{e.name}”不止一个单位：{_some(e.found)}。请写编号。",
}
"""One sentence for each refusal of this feature: what happened, what to do."""


def problem_sentence(problem: Problem) -> str:
    """Return what is doubtful, as the officer reads it."""
    return _PROBLEMS[problem.code](problem)


def _guessed(field: str) -> str:
    known = {one.value: word for one, word in CONTACT_FIELDS.items()}
    return known.get(field, "备注")


def _again(name: str) -> str:
    """Say how to get a sound file: cards come from a telephone, tables from an office."""
    return "请在手机上重新导出名片后再导入" if name.lower().endswith(".vcf") else _RESAVE


def _smaller(name: str, danger: FileDanger) -> str:
    """Say how to get a file that can be read: what is only too much is cut."""
    if danger in {FileDanger.MEMORY, FileDanger.SECONDS}:
        return "请删去用不到的内容或拆成几个文件，再重新导入"
    return _again(name)


_LISTED = 10


def _listed(names: tuple[str, ...]) -> str:
    more = f"等{len(names)}处" if len(names) > _LISTED else ""
    return "、".join(f"“{name}”" for name in names[:_LISTED]) + more


def _some(found: tuple[str, ...]) -> str:
    more = f"等{len(found)}个" if len(found) > _LISTED else ""
    return "、".join(found[:_LISTED]) + more


def _differing(field: str) -> str:
    return _DIFFERING.get(field, "内容")
