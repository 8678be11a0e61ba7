"""The words offices put over their columns, as patterns in the order in which they are tried."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dutydesk.domain.contact_file import ContactField as F
from dutydesk.domain.contacts import ContactRole, RolePair, UnitKind

_PERSON = (
    r"负责人|责任人|联系人|联络员|信息员|网格员|安全员|响应人|劝导员|保管员|管理员|报告员|指挥长"
)
_DUTY_PEOPLE = r"值班领导|带班领导|带班人|带班$|值班员|值班人|主班|副班|备勤|值班长"

# The first pattern found decides: telephones come before people, people before units, for a
# heading such as "unit head's mobile" names all three.
_PATTERNS: tuple[tuple[re.Pattern[str], F], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), field)
    for pattern, field in (
        (r"^(序号?|编号|排序|no\.?|#)$", F.ORDER_NO),
        (r"培训", F.TRAINING_DAYS),
        (r"^(日期|值班日期|时间|星期|周次|班次|月份|date)$", F.DATE),
        (r"传真|\bfax\b", F.FAX),
        (r"卫星", F.SATELLITE_PHONE),
        (r"呼号|电台|对讲", F.RADIO),
        (r"其他(号码|电话)|短号|小号|集群|分机|虚拟网", F.OTHER_PHONE),
        (r"住宅电话|住宅|家庭电话|家庭座机|宅电|家电", F.HOME_PHONE),
        (
            r"值班.{0,4}(电话|座机|号码|手机|热线)|(24|二十四)(小时|h).{0,4}(电话|号码)",
            F.DUTY_PHONE,
        ),
        (r"手机|移动电话|mobile|\bcell\b", F.MOBILE),
        (
            r"座机|固定电话|固话|办公.{0,2}(电话|号码)|办电|(单位|公司)电话|(work|office) ?phone",
            F.OFFICE_PHONE,
        ),
        (r"电话|联系方式|联系号码|号码|\btel\b|phone|热线", F.PHONE),
        (r"地址|住址|地点|位置|address", F.ADDRESS),
        (r"备注|说明|附注|remark|\bnotes?\b", F.NOTE),
        (r"邮箱|邮件|微信|qq|e-?mail|身份证|性别|民族|年龄|出生|政治面貌|学历", F.UNKNOWN),
        (r"^[ab]/?[ab]角|^角色$|^角色\(?[ab]|主备", F.ROLE_PAIR),
        (rf"^({_DUTY_PEOPLE})", F.DUTY_PERSON),
        (r"^[ab]角", F.NAME),
        (r"姓名|名字|^name$", F.NAME),
        (r"^(单位|职务类|人员|联络)?(职务|职位|岗位|职称|职级)|^(post|title|position)$", F.POST),
        (rf"({_PERSON})(姓?名)?$", F.NAME),
        (r"(书记|主任|局长|队长|站长|所长|校长|院长|经理|法人|法定代表人)(姓名)?$", F.NAME),
        (r"^兼任|兼职", F.OTHER_POSTS),
        (r"责任区|片区|包保|包联|网格|责任范围|辖区", F.AREA),
        (r"类别|类型|分类|性质|行业|种类", F.CATEGORY),
        (r"职责|身份|人员类|角色", F.DUTY_ROLE),
        (r"上级|主管(单位|部门)|归口", F.PARENT_UNIT),
        (r"^(所属|所在)?(区县|县区|区\(县\)|县\(区\)|市县|区|县)$|^district$", F.DISTRICT),
        (r"街道|乡镇|镇街|街镇|镇\(街|乡\(镇", F.STREET),
        (r"社区|^(行政)?村|村\(|村居|居委|村委", F.COMMUNITY),
        (r"科室|处室|股室|内设机构|班组|department", F.DEPARTMENT),
        (r"单位|部门|机构|企业|公司|学校|医院|组织|队伍|机关|名称$|\bunit\b|company", F.UNIT),
    )
)

_ROLES: tuple[tuple[re.Pattern[str], ContactRole], ...] = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        (r"灾害信息(报告)?员|灾情信息员|^信息员", ContactRole.INFO_OFFICER),
        (r"值班室", ContactRole.DUTY_ROOM),
        (r"联络员|联络人", ContactRole.LIAISON),
        (r"网格员|网格长", ContactRole.GRID_WORKER),
        (r"第一响应人|应急响应人", ContactRole.FIRST_RESPONDER),
        (r"安全员|安全劝导员|安监员", ContactRole.SAFETY_OFFICER),
        (r"仓库保管员|仓库管理员|保管员", ContactRole.STORE_KEEPER),
        (r"分管(领导|负责人|副)", ContactRole.DEPUTY_IN_CHARGE),
        (r"主要负责人|主要领导|一把手", ContactRole.HEAD),
        (r"队长", ContactRole.TEAM_LEADER),
    )
)

_UNIT_KINDS: tuple[tuple[re.Pattern[str], UnitKind], ...] = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"指挥部", UnitKind.COMMAND_HQ),
        (r"(街道|街道办事处|街道办|镇|乡|镇政府|乡政府|镇人民政府|乡人民政府)$", UnitKind.STREET),
        (r"(社区|社区居委会|居委会|村|村委会)$", UnitKind.COMMUNITY),
        (r"(医院|卫生院|卫生服务中心|急救中心)$", UnitKind.HOSPITAL),
        (
            r"(供水|供电|供气|供热|燃气|自来水|电力|热力|通信|电信|移动|联通).*公司$",
            UnitKind.PUBLIC_SERVICE,
        ),
        (r"(武警|驻军|部队|人武部|武装部|支队机动)", UnitKind.MILITARY),
        (r"(救援队|应急队|抢险队|民兵连|突击队|分队)$", UnitKind.TEAM),
        (r"(局|分局|委|委员会|办公室|部|大队|支队|中心|办)$", UnitKind.DEPARTMENT),
    )
)
# What one column holds is nearly the same in all rows; a cell may be long, so few are kept.
_KEPT = 256
_LEVEL_KINDS = {F.STREET: UnitKind.STREET, F.COMMUNITY: UnitKind.COMMUNITY}
_TITLE_TAIL = re.compile(
    r"(\d{4}年)?(\d{1,2}月)?(应急|值班|人员|内部|工作人员|干部|职工|联系人)*"
    r"(通讯录|通信录|联系方式|联系表|电话号码表|电话表|花名册|名册|名单|一览表|登记表)"
)
_UNIT_END = re.compile(
    r"(局|委|委员会|办公室|街道|办事处|街道办|镇|乡|社区|村|公司|中心|大队|学校|医院|站|所|院)$"
)


@lru_cache(maxsize=_KEPT)
def heading_key(text: str) -> str:
    """Return a heading as compared: no blanks, no line ends, half width."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).strip(":*。、.")


@lru_cache(maxsize=_KEPT)
def field_of(heading: str) -> F | None:
    """Return what a heading says its column holds, or None when it says nothing known."""
    key = heading_key(heading)
    if not key or len(key) > 24:  # noqa: PLR2004 -- longer texts are titles and notes
        return None
    return next((field for pattern, field in _PATTERNS if pattern.search(key)), None)


@lru_cache(maxsize=_KEPT)
def role_of(text: str) -> ContactRole | None:
    """Return the duty role that a post, a heading or a title names."""
    return next((role for pattern, role in _ROLES if pattern.search(text)), None)


@lru_cache(maxsize=_KEPT)
def role_pair_of(text: str) -> RolePair | None:
    """Return A or B of a cell or heading such as "A角", or None."""
    key = unicodedata.normalize("NFKC", text).strip().upper()
    match = re.match(r"([AB])(?![A-Z/])", key)
    return RolePair(match[1]) if match else None


@lru_cache(maxsize=_KEPT)
def unit_kind_of(name: str, level: F) -> UnitKind:
    """Return the kind of a unit from the column it stands in, else from its last word."""
    if level in _LEVEL_KINDS:
        return _LEVEL_KINDS[level]
    return next((kind for pattern, kind in _UNIT_KINDS if pattern.search(name)), UnitKind.OTHER)


def unit_in_title(title: str) -> str:
    """Return the unit a title names (`…局应急值班通讯录`), or empty when it names none."""
    key = heading_key(title)
    tail = _TITLE_TAIL.search(key)
    unit = key[: tail.start()] if tail else ""
    return unit if _UNIT_END.search(unit) else ""
