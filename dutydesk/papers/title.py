"""Breaking a title over lines: at words as far as they can be told, in the shape of a trapezium.

GB/T 9704 asks for lines that keep words whole and stand evenly in the middle. Without a dictionary
a few words of duty rooms, marks and figures tell where a break reads well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from dutydesk.papers.paragraph import Breaker, Line, may_break
from dutydesk.papers.styles import TextStyle
from dutydesk.papers.text import clean

_MEASURES = "人名户栋号弄楼层米公里平吨元万亿年月日时分度级起件辆台处个余多死伤岁头只路车％%℃㎡㎥"
_WORD = re.compile(
    rf"\d[\d.]*[{_MEASURES}]{{0,2}}|"
    "总值班室|领导小组|石库门|天然气|泥石流|养老院|值班室|办公室|办事处|进一步|"
    "委员会|关于|引发|导致|造成|发生|突发|有关|情况|报告|紧急|转移|安置|处置|"
    "火灾|爆炸|事故|交通|安全|生产|塌陷|塌方|泄漏|泄露|中毒|溺水|触电|受伤|"
    "死亡|失联|被困|群众|居民|小区|社区|街道|市场|周边|附近|部分|多名|老式|"
    "洋房|平房|厂房|仓库|车库|地下|里弄|燃气|停水|停电|停气|供水|供电|内涝|"
    "积水|洪水|暴雨|台风|大风|寒潮|地震|滑坡|山体|森林|防火|道路|路面|路口|"
    "高速|公路|隧道|桥梁|车辆|客车|货车|相撞|侧翻|追尾|人员|伤亡|企业|工厂|"
    "学校|医院|政府|应急|管理|防汛|抗旱|指挥|值班|救援|消防|公安|卫生|食品|"
    "疫情|聚集|上访|信访|舆情|网络|通信|中断|故障|预警|响应|工作|值守|做好|"
    "加强|开展|防范|应对|措施|通知|人民|中心|区域|县城|村民|市民|市政|号楼"
)
"""Words no break goes through; longer ones first."""
_CLOSING = "、，。；：）》”」】"
_OPENING = "（《“「【"
_CLAUSE = re.compile(
    "引发|导致|造成|发生|突发|情况的报告|的(?=情况的报告)"
    "|(?<![导一以])致|(?<![以涉普])及|(?<!参)与|(?<![合一])并"
)
_HANGING = "的了着旁内处上下中前后里外等"
_AFTER = "省市区县镇乡村街巷弄号栋楼层旁内人"
_COSTS = {"clause": 0.1, "edge": 0.8, "unknown": 1.6}
_LINES = range(2, 5)
"""A title of more lines is broken as running text is."""
_WINDOW = 0.4


def balanced(breaker: Breaker, text: str, style: TextStyle, widest: float) -> list[Line]:
    """Break a title into as few lines as needed; a line break that was typed is kept."""
    out: list[Line] = []
    for part in clean(text).split("\n"):
        lines = breaker.lines(part, style, widest)
        cuts = _best_cuts(breaker, part, style, widest, len(lines))
        if cuts:
            ends = (0, *cuts, len(part))
            lines = [
                line
                for start, end in pairwise(ends)
                for line in breaker.lines(part[start:end].strip(" "), style, widest)
            ]
        out += lines
    return out


def _best_cuts(
    breaker: Breaker, text: str, style: TextStyle, widest: float, count: int
) -> tuple[int, ...]:
    """Return where to break into `count` lines, nothing where the title is out of the ordinary."""
    if count not in _LINES:
        return ()
    widths = [breaker.width(char, style) for char in text]
    fair = sum(widths) / count
    costs = _costs(text)
    found = [
        (_shape(parts) + sum(costs[cut] for cut in cuts), cuts)
        for cuts, parts in _divisions(widths, (fair, widest), count, sorted(costs))
    ]
    return min(found)[1] if found else ()


def _divisions(
    widths: Sequence[float], sizes: tuple[float, float], count: int, cuts: Sequence[int]
) -> Iterator[tuple[tuple[int, ...], tuple[float, ...]]]:
    """Give every way to cut in lines of about the fair width, none wider than the widest."""
    fair, widest = sizes
    done = list(accumulate(widths, initial=0.0))
    narrow, wide = fair * (1 - _WINDOW), min(widest, fair * (1 + _WINDOW))

    def after(start: int, left: int) -> Iterator[tuple[tuple[int, ...], tuple[float, ...]]]:
        if left == 1:
            if done[-1] - done[start] <= widest:
                yield (), (done[-1] - done[start],)
            return
        for cut in cuts:
            if cut > start and narrow <= (width := done[cut] - done[start]) <= wide:
                for later, parts in after(cut, left - 1):
                    yield (cut, *later), (width, *parts)

    return after(0, count)


def _shape(parts: Sequence[float]) -> float:
    """Return how badly lines stand over each other: uneven, or narrow in the middle."""
    most = max(parts)
    cost = 6 * sum((1 - part / most) ** 2 for part in parts)
    waists = sum(
        before > middle < after
        for before, middle, after in zip(parts, parts[1:], parts[2:], strict=False)
    )
    return cost + 1.5 * waists


def _costs(text: str) -> dict[int, float]:
    """Return what a break costs at each place where one is allowed at all."""
    words = [found.span() for found in _WORD.finditer(text)]
    edges = {end for span in words for end in span}
    kinds = dict.fromkeys(edges, "edge")
    kinds |= {at: "inside" for start, end in words for at in range(start + 1, end)}
    kinds |= {found.start(): "clause" for found in _CLAUSE.finditer(text)}
    # 和 is a part of many names: it joins only what is known to be two words.
    kinds |= {at: "clause" for at in edges if text[at : at + 1] == "和" and at + 1 in edges}
    return {
        at: _cost(text, at, kinds.get(at, "unknown"))
        for at in range(1, len(text))
        if may_break(text, at, keep_words=True)
    }


def _cost(text: str, at: int, kind: str) -> float:
    before, after = text[at - 1], text[at]
    if before.isdigit() and after in _MEASURES:
        return 6.0
    if kind == "inside" or after in _HANGING or text[max(0, at - 2) : at] == "关于":
        return 4.0
    depth = sum(
        text[:at].count(mark) - text[:at].count(end) for mark, end in ("（）", "“”", "《》")
    )
    enclosed = 0.8 * max(0, depth)
    if before in _CLOSING or after in _OPENING or before == " ":
        return enclosed
    if after.isdigit():
        enclosed += 0.6
    return enclosed + (0.5 if before in _AFTER else _COSTS[kind])
