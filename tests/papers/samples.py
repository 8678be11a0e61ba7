"""Invented papers for tests: an ordinary day, an empty one, a crowded one, and their reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dutydesk.domain.instants import china_instant
from dutydesk.domain.paper import CheckLine, OpenItemLine, Signature
from dutydesk.domain.paper_directory import Directory, DirectoryPerson, DirectoryUnit
from dutydesk.domain.paper_handover_record import ArticleLine, CountLine, HandoverRecord
from dutydesk.domain.paper_log_sheet import EntryReference, LogSheet, LogSheetEntry
from dutydesk.domain.paper_special_report import SpecialReport

UNIT = "东湖区安和街道办事处值班室"
DAY = date(2026, 11, 20)
NEXT_DAY = DAY + timedelta(days=1)
START = china_instant(DAY, 8, 30)
END = china_instant(NEXT_DAY, 8, 30)


def at(clock: str, day: date = DAY):
    hour, minute = clock.split(":")
    return china_instant(day, int(hour), int(minute))


def entry(no, clock, kind, content, **more):
    happened = at(clock, NEXT_DAY if clock < "08:30" else DAY)
    facts = {"recorded_at": happened, "recorder": "陈晓明", **more}
    return LogSheetEntry(no=no, at=happened, kind=kind, content=content, **facts)


TYPICAL_ENTRIES = (
    entry(1, "08:30", "其他", "与夜班交接，未办结2项。", result="已交接"),
    entry(
        2,
        "09:12",
        "上级通知",
        "电话通知：16时前报送防汛值守情况，包括在岗人员、备勤队伍、物资到位情况。",
        source="区政府总值班室",
        person="王某",
        phone="0000-0000001",
        urgency="加急",
        handling="已报带班领导，转应急办办理。",
        directive="请应急办按时报送。李建国",
        result="15:40已报送",
    ),
    entry(
        3,
        "10:05",
        "来文",
        "收区防汛办传真《关于做好强降雨防范应对工作的通知》（东汛办〔2026〕12号），共3页。",
        source="区防汛办",
        phone="0000-0000012",
        handling="送带班领导阅，复印转各社区。",
        result="办结",
    ),
    entry(
        4,
        "11:20",
        "群众来访",
        "安和二社区居民2人反映小区停车收费问题。",
        source="安和二社区",
        person="赵某等2人",
        handling="已登记，转城管科答复。",
        result="转办",
    ),
    entry(
        5,
        "14:05",
        "来电",
        "居民反映3号楼燃气异味，已通知燃气公司和消防，14:21到场，阀门松动已处理。",
        source="安和一社区",
        person="刘某",
        phone="000-00000003",
        handling="通知区燃气公司抢修、安和消防救援站；社区干部到场疏散2户。",
        result="14:50办结",
        corrected_by=EntryReference(7),
    ),
    entry(
        6,
        "14:30",
        "去电",
        "核实燃气处置进展，抢修人员答复管道压力正常。",
        source="区燃气公司",
        person="值班员",
        phone="0000-0000119",
        result="办结",
        is_late=True,
        recorded_at=at("15:06"),
    ),
    entry(
        7,
        "14:05",
        "来电",
        "居民反映5号楼燃气异味，已通知燃气公司和消防，14:21到场，阀门松动已处理。",
        source="安和一社区",
        person="刘某",
        phone="000-00000003",
        handling="通知区燃气公司抢修、安和消防救援站；社区干部到场疏散2户。",
        result="14:50办结",
        corrects=EntryReference(5),
        correction_reason="楼号记错",
        is_late=True,
        recorded_at=at("15:20"),
    ),
    entry(
        8,
        "15:40",
        "去电",
        "报送防汛值守情况，对方已收到。",
        source="区政府总值班室",
        result="办结",
    ),
    entry(9, "16:30", "设备", "卫星电话试通话正常，电量78%。", result="正常"),
    entry(
        10,
        "18:30",
        "突发事件",
        "18时13分，安和街道东市场旁一平房起火。18时30分消防救援站到场，18时50分明火扑灭，过火面积约20平方米，"
        "未蔓延，初步统计无人员伤亡。起因正在核实。",
        source="安和消防救援站",
        person="值班员",
        phone="000-00000119",
        urgency="特急",
        handling="18:33电话报区政府总值班室、区应急管理局；18:52书面首报。",
        directive="立即疏散周边住户，做好安置。李建国",
        result="续报中",
    ),
    entry(
        11,
        "19:24",
        "预警",
        "区气象台19时20分发布暴雨橙色预警，叫应6个社区防汛责任人，5人3分钟内应答，1人未接，改呼B角，19时29分应答。",
        source="区气象台",
        handling="转发各社区、各科室。",
        result="办结",
    ),
    entry(
        12,
        "20:10",
        "领导指示",
        "区长批示：请应急局牵头，街道配合，今日内排查同类隐患。",
        source="区政府办",
        result="移交下班",
    ),
    entry(
        13,
        "21:00",
        "抽查",
        "视频点名，带班领导、值班员在岗，应答12秒。",
        source="区政府总值班室",
        result="正常",
    ),
    entry(14, "23:55", "巡查", "巡查办公楼，门窗、用电正常。"),
    entry(
        15,
        "02:15",
        "来电",
        "建设路立交积水约35厘米，1辆车熄火，人员已撤出。",
        source="市民",
        person="孙某",
        phone="138****0004",
        handling="通知市政、交警设置围挡。",
        result="03:40积水排除",
        recorder="周燊",
    ),
    entry(
        16,
        "05:30",
        "来电",
        "低洼院落居民3户8人已转移至社区活动室。",
        source="安和三社区",
        person="吴喆",
        handling="已报带班领导。",
        is_late=True,
        recorded_at=at("06:02", NEXT_DAY),
        recorder="周燊",
    ),
    entry(
        17,
        "08:00",
        "去电",
        "报送本班值班信息。",
        source="区政府总值班室",
        result="办结",
        recorder="周燊",
    ),
)

OPEN_ITEMS = (
    OpenItemLine(
        "建设路塌陷围挡",
        "市政处",
        "已围挡，夜间设警示灯，抢修队今日进场。",
        at("12:00", NEXT_DAY),
        "需10时前电话核实。",
    ),
    OpenItemLine(
        "东市场平房火灾续报",
        "应急办 陈晓明",
        "首报已报送，起因待消防认定。",
        at("17:00", NEXT_DAY),
    ),
)

EQUIPMENT = (
    CheckLine("值班电话（录音）", "正常"),
    CheckLine("传真机", "正常"),
    CheckLine("打印机", "异常", is_fault=True, note="缺黑色硒鼓，已报修"),
    CheckLine("政务外网终端", "正常"),
    CheckLine("视频会议系统", "正常"),
    CheckLine("卫星电话", "正常", note="电量78%"),
    CheckLine("应急对讲机", "正常"),
    CheckLine("应急灯、手电", ""),
    CheckLine("电源、UPS", "正常"),
)


def typical_sheet(**more) -> LogSheet:
    facts = {
        "unit": UNIT,
        "duty_date": DAY,
        "shift": "全天班",
        "started_at": START,
        "ended_at": END,
        "is_practice": False,
        "weather": "小雨转大雨 8～13℃",
        "rainfall_mm": 62.0,
        "lead_officer": "李建国",
        "presence": "在岗带班",
        "primary_officer": "陈晓明",
        "secondary_officer": "周燊",
        "standby_officer": "郑玥",
        "warnings": ("暴雨橙色预警（11月20日19:20发布）", "地质灾害黄色预警（11月20日20:00发布）"),
        "entries": TYPICAL_ENTRIES,
        "summary": "本班接处来电来文17件，突发事件1起（东市场平房火灾，已首报），在效预警2个。"
        "转移低洼院落居民3户8人，其余运行平稳。",
        "open_items": OPEN_ITEMS,
        "equipment": EQUIPMENT,
        "outgoing_signature": Signature("陈晓明", at("08:31", NEXT_DAY)),
        "incoming_signature": Signature("郑玥", at("08:34", NEXT_DAY)),
        **more,
    }
    return LogSheet(**facts)


def empty_sheet(**more) -> LogSheet:
    return typical_sheet(
        **{
            "entries": (),
            "summary": "",
            "open_items": (),
            "equipment": (),
            "warnings": (),
            "weather": "",
            "rainfall_mm": None,
            "outgoing_signature": Signature(),
            "incoming_signature": Signature(),
            **more,
        }
    )


def crowded_sheet(count: int = 60) -> LogSheet:
    long_text = (
        "接安和一社区来电，居民反映建设路与和平街交叉口南侧约50米处路面塌陷，长约3米、宽约2米、深约1.5米，"
        "无人员车辆掉入。值班员立即通知市政处、交警大队、供水公司到场，设置围挡和警示灯，疏导过往车辆；"
        "14时20分供水公司查明为DN300管道接口漏水，关闭阀门，影响周边4个小区约1200户供水，协调送水车2辆。"
    )
    rows = []
    for number in range(1, count + 1):
        base = TYPICAL_ENTRIES[number % len(TYPICAL_ENTRIES)]
        content = base.content if number % 3 else long_text * (1 + number % 2)
        happened = START + timedelta(minutes=23 * (number - 1))
        late = number % 9 == 0
        rows.append(
            replace(
                base,
                no=number,
                at=happened,
                recorded_at=happened + timedelta(minutes=40 if late else 0),
                is_late=late,
                content=content,
                corrects=None,
                corrected_by=None,
            )
        )
    return typical_sheet(entries=tuple(rows))


HEAD = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

CHECKS = (
    CheckLine("重要来电", "正常", group="值班情况"),
    CheckLine("来文传真（件数）", "正常", group="值班情况", note="传真3件，均已送阅"),
    CheckLine(
        "突发事件及报告阶段、下次续报时间",
        "正常",
        group="值班情况",
        note="东市场火灾已首报，21日17时前续报",
    ),
    CheckLine("在效预警与响应", "正常", group="值班情况", note="暴雨橙色、地质灾害黄色"),
    CheckLine("领导批示指示及办理", "正常", group="值班情况"),
    CheckLine("上级通知会议", "正常", group="值班情况"),
    CheckLine("抽查情况", "正常", group="值班情况"),
    CheckLine("带班领导、值班员、备勤在岗", "正常", group="人员"),
    CheckLine("调班情况", "不适用", group="人员"),
    CheckLine("领导外出报备", "正常", group="人员"),
    *(replace(line, group="设备") for line in EQUIPMENT),
    CheckLine("值班记录本、交接班记录", "正常", group="资料"),
    CheckLine("值班通讯录、单位值班表", "正常", group="资料"),
    CheckLine("有无、件数、保密柜钥匙已交", "正常", group="纸质涉密件", note="无"),
    CheckLine("卫生、门窗、用电、消防", "正常", group="环境安全"),
)

ARTICLES = (
    ArticleLine("值班室钥匙", "3把", "相符"),
    ArticleLine("手电筒", "2支", "相符"),
    ArticleLine("应急对讲机", "2部", "相符", "1部充电中"),
    ArticleLine("车辆钥匙", "1把", ""),
)


def handover(**more) -> HandoverRecord:
    facts = {
        "unit": UNIT,
        "no": "2026-324",
        "outgoing_shift": "2026年11月20日 全天班",
        "incoming_shift": "2026年11月21日 全天班",
        "is_practice": False,
        "handed_over_at": at("08:34", NEXT_DAY),
        "counts": (
            CountLine("来电", 5),
            CountLine("来文", 1),
            CountLine("突发事件", 1),
            CountLine("预警", 1),
            CountLine("批示", 2),
        ),
        "summary": "全天降雨62毫米，接报突发事件1起，已按时首报；转移低洼院落居民3户8人。",
        "open_items": OPEN_ITEMS,
        "checks": CHECKS,
        "articles": ARTICLES,
        "remarks": "10时前电话核实建设路围挡；打印机硒鼓由办公室上午送来。",
        "outgoing_signature": Signature("陈晓明", at("08:31", NEXT_DAY)),
        "incoming_signature": Signature("郑玥", at("08:34", NEXT_DAY)),
        "journal_head": HEAD,
        **more,
    }
    return HandoverRecord(**facts)


FIRST_BODY = (
    (
        "11月20日18时13分，安和街道东市场旁一平房起火。18时30分消防救援站到场，18时50分明火扑灭，"
        "过火面积约20平方米，未蔓延，初步统计无人员伤亡。起因正在核实。街道带班领导已到现场，疏散周边12户。"
        "有关情况将续报。"
    ),
)

LONG_BODY = (
    "11月20日18时13分，安和街道东市场旁一平房起火，18时50分明火扑灭，无人员伤亡。现将有关情况续报如下。",
    "一、基本情况",
    (
        "（一）事发单位概况。起火平房为砖木结构，建于1986年，建筑面积46平方米，由2户5人租住，房主赵某。"
        "平房东侧为东市场熟食区，西侧为居民小区围墙，北侧距最近居民楼约12米。"
    ),
    "（二）过火及损失情况。过火面积约20平方米，烧毁家具、被褥、电动自行车1辆，初步统计直接经济损失6.5万元。",
    "1. 受影响居民2户5人，均已安置在安和三社区活动室，街道发放棉被5床、方便食品3箱。",
    "2. 周边12户居民于19时40分全部返家，水、电、燃气供应正常。",
    "二、处置情况",
    (
        "（一）接报和出动。18时15分，市消防救援支队指挥中心接警，先后调派安和消防救援站、建设路消防救援站5辆消防车、"
        "26名指战员赶赴现场；18时18分，街道值班室接东市场管理办公室电话报告，立即报告带班领导李建国，"
        "并通知属地派出所、供电公司、燃气公司、安和卫生服务中心到场。"
    ),
    (
        "（二）现场处置。18时30分，首批力量到场，随即疏散周边居民、切断电源气源、设置警戒；18时50分，明火被扑灭；"
        "19时15分，现场清理完毕。经逐户核对，无人员伤亡、无人员被困。"
    ),
    (
        "（三）信息报送。18时33分，街道值班室电话报告区政府总值班室、区应急管理局；18时52分，报送书面首报；"
        "19时30分，电话续报现场清理情况。"
    ),
    "三、下一步工作",
    "（一）配合做好火灾原因调查。消防部门初步判断为电气线路故障，正在进一步调查。",
    (
        "（二）立即开展同类隐患排查。由街道应急办牵头，会同派出所、消防救援站、各社区，对辖区内出租平房、"
        "“三合一”场所、电动自行车集中停放充电场所进行拉网式排查，建立台账，11月23日前完成。"
    ),
    "（三）妥善做好善后安置。由街道民政科、安和三社区负责，解决受影响居民临时住所，协调房主修缮房屋。",
    "（四）密切关注天气变化。今夜到明天有中到大雨，安排值班力量巡查火场及周边低洼院落，发现险情立即处置并报告。",
    "（五）做好信息发布和舆情引导。由街道党政办会同区委宣传部门，及时回应居民关切，不信谣、不传谣。",
    "有关情况将续报。",
)


def first_report(**more) -> SpecialReport:
    facts = {
        "masthead": "突发事件信息专报",
        "issue_no": "第12期",
        "unit": "安和街道办事处值班室",
        "issued_on": DAY,
        "title": "关于安和街道东市场平房火灾情况的报告",
        "body": FIRST_BODY,
        "is_practice": False,
        "urgency": "特急",
        "timed_at": at("18:50"),
        "report_to": ("区委值班室", "区政府总值班室", "区应急管理局"),
        "copy_to": ("区消防救援大队", "安和派出所"),
        "drafted_by": "陈晓明",
        "reviewed_by": "周燊",
        "signed_by": "李建国",
        "phone": "0000-0000001",
        "copies": 3,
        **more,
    }
    return SpecialReport(**facts)


def follow_up_report(**more) -> SpecialReport:
    return first_report(
        **{
            "issue_no": "第13期",
            "stage": "续报一",
            "body": LONG_BODY,
            "timed_at": at("21:40"),
            **more,
        }
    )


_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"
_GIVEN = ("建国", "晓明", "喆", "堃", "玥", "珺", "昇", "燊", "志强", "丽华")
_UNITS = (
    ("东湖区人民政府总值班室", 0),
    ("东湖区应急管理局", 0),
    ("应急指挥中心", 1),
    ("东湖区防汛抗旱指挥部办公室（区水务局）", 0),
    ("安和街道办事处", 0),
    ("安和一社区", 1),
    ("安和二社区", 1),
    ("安和三社区", 1),
    ("东湖区供水有限责任公司抢修调度中心", 0),
    ("安和消防救援站", 0),
)


def directory(people: int = 150, **more) -> Directory:
    persons = [
        DirectoryPerson(
            name=_SURNAMES[n % len(_SURNAMES)] + _GIVEN[n % len(_GIVEN)],
            post=("主任", "副主任", "办公室主任", "应急办负责人", "科员")[n % 5],
            duty_role=("主要负责人", "分管领导", "联络员", "灾害信息员", "网格员")[n % 5],
            role_pair=("", "", "", "A", "B")[n % 5],
            office_phone=f"0000-00{n:05d}",
            mobile=f"1380000{n:04d}",
            fax=f"0000-01{n:05d}" if n % 4 == 0 else "",
            note="夜间可联系" if n % 17 == 0 else "",
        )
        for n in range(people)
    ]
    each = max(1, people // len(_UNITS))
    units = tuple(
        DirectoryUnit(
            name,
            depth,
            duty_phone=f"0000-02{n:05d}",
            fax=f"0000-03{n:05d}" if n % 2 else "",
            people=tuple(persons[n * each : (n + 1) * each]),
        )
        for n, (name, depth) in enumerate(_UNITS)
    )
    facts = {
        "unit": UNIT,
        "title": "值班通讯录",
        "is_practice": False,
        "as_of": DAY,
        "duty_phone": "0000-0000001",
        "fax": "0000-0000002",
        "units": units,
        **more,
    }
    return Directory(**facts)
