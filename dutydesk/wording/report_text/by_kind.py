"""What the text says of one kind of event only: its verb, its cause, what is asked of it next."""

from __future__ import annotations

from dutydesk.domain.incident import Incident, IncidentCategory

# Nature has no culprit: of rain and frost nobody asks the cause.
_CAUSE = {
    "火灾": "起火原因",
    "爆炸": "爆炸原因",
    "泄漏": "泄漏原因",
    "事故": "事故原因",
    "中毒": "中毒原因",
    "疫": "传染来源",
    "中断": "中断原因",
    "坍塌": "坍塌原因",
}
_APPEARS = ("暴雨", "大雾", "高温", "干旱", "道路结冰", "低温冷冻", "沙尘暴", "大风", "雷电")
_NEXT = {
    "火灾": "清理火场、防止复燃，核实人员伤亡和损失，调查起火原因。",
    "爆炸": "排查再次爆炸危险，核实人员伤亡和损失，调查爆炸原因。",
    "泄漏": "控制泄漏源，监测周边浓度，核实人员伤亡和影响范围。",
    "交通事故": "恢复交通，核实人员伤亡，调查事故原因。",
    "坍塌": "排查被困人员和周边房屋，核实人员伤亡，调查坍塌原因。",
    "中毒": "救治患者，追查来源，核实人数，调查中毒原因。",
    "疫": "救治患者，开展流行病学调查，核实人数，落实防控措施。",
    "中断": "组织抢修，通知受影响用户，核实影响范围和恢复时间。",
    "走失": "扩大搜寻范围，查看沿途监控，核实人员下落。",
}
_NEXT_OF_NATURE = "核实受灾情况，巡查险情，转移受威胁群众。"
_NEXT_OTHERWISE = "核实人员伤亡、损失和起因，跟进现场处置。"


def happened(incident: Incident) -> str:
    """Return 发生, of weather 出现."""
    return "出现" if incident.kind in _APPEARS else "发生"


def cause_word(incident: Incident) -> str:
    """Return 起火原因, 事故原因, 起因; empty where there is nothing to ask."""
    if incident.category is IncidentCategory.NATURAL and "火灾" not in incident.kind:
        return ""
    return next((word for part, word in _CAUSE.items() if part in incident.kind), "起因")


def next_steps(incident: Incident) -> str:
    """Return what is usually done next, until somebody writes what is."""
    found = next((said for part, said in _NEXT.items() if part in incident.kind), "")
    if found:
        return found
    is_nature = incident.category is IncidentCategory.NATURAL
    return _NEXT_OF_NATURE if is_nature else _NEXT_OTHERWISE
