"""Data of affected people in the texts of an incident: finding them, and how each is masked (§10).

Rules of this file: what is found is only proposed, a person ticks it or adds words; a name keeps
its surname (张某某), a number its ends or tail; what is masked once is masked wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass

_ID = re.compile(r"(?<![0-9])(?:[1-9][0-9]{16}[0-9Xx]|[1-9][0-9]{14})(?![0-9Xx])")
_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9])")
_FIXED = re.compile(r"(?<![0-9])0[0-9]{2,3}[- ]?[0-9]{7,8}(?![0-9])")

_COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "司徒",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "东方",
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安"
    "齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游"
    "辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应"
    "臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
_ROLES = (
    "死者|伤者|伤员|患者|病人|遇难者|遇难人员|失踪者|失踪人员|失联人员|被困者|被困人员|被困群众|家属|亲属|户主|"
    "房主|业主|租户|租客|住户|居民|村民|群众|司机|驾驶员|乘客|学生|工人|员工|老人|店主|报警人|"
    "报案人|当事人|嫌疑人|联系人|父亲|母亲|儿子|女儿|丈夫|妻子"
)
_HAN = "\u4e00-\u9fff"
_NAME = rf"(?:{'|'.join(_COMPOUND)}|[{_SURNAMES}])[{_HAN}]{{1,2}}"
_AFTER_ROLE = re.compile(rf"(?:{_ROLES})(?:为|是|叫|系|：|:)?({_NAME}?)(?=[^{_HAN}]|$)")
_ROLE_LONG = re.compile(
    rf"(?:{_ROLES})(?:为|是|叫|系|：|:)?((?:{'|'.join(_COMPOUND)}|[{_SURNAMES}])[{_HAN}])"
)
_BEFORE_SEX = re.compile(rf"({_NAME})(?=[（(，,、]\s*(?:男|女|[0-9]{{1,3}}岁))")
# What follows a name of two characters rather than being its third.
_AFTER_NAME = (
    "已在被受于的从为和与及等现正又也是说称均送因将经其同驾骑步前救轻重死伤拨报发不没无由到"
)
# What begins like a surname and is none; two characters each.
_NO_NAMES = (
    "马上高度高空高处方面方向安全安置安抚安排成功成立时间应急应对和平"
    "常住包括包围申请申报左右关注关心"
)
_NOT_A_NAME = frozenset(_NO_NAMES[at : at + 2] for at in range(0, len(_NO_NAMES), 2))
_MASKED = re.compile("[某×*]")

NAME_LIMIT = 20


class PersonalKind(StrEnum):
    """姓名, 证件号码, 电话, 其他."""

    NAME = "name"
    ID_NUMBER = "id_number"
    PHONE = "phone"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PersonalWord:
    """One piece of data as it stands in the texts, and how often."""

    word: str
    kind: PersonalKind
    count: int = 1


def found_in(texts: Iterable[str], public: Collection[str] = ()) -> list[PersonalWord]:
    """Return what looks like data of people: ID numbers, telephones, names, in that order.

    ``public`` are numbers of offices that are no one's own.
    """
    whole = "\n".join(texts)
    kinds: dict[str, PersonalKind] = {}
    rest = whole
    for pattern, kind in (
        (_ID, PersonalKind.ID_NUMBER),
        (_MOBILE, PersonalKind.PHONE),
        (_FIXED, PersonalKind.PHONE),
    ):
        for match in pattern.finditer(rest):
            kinds.setdefault(match[0], kind)
        rest = pattern.sub(lambda match: " " * len(match[0]), rest)
    for name in _names(whole):
        kinds.setdefault(name, PersonalKind.NAME)
    order = list(PersonalKind)
    words = [
        PersonalWord(word, kind, whole.count(word))
        for word, kind in kinds.items()
        if word not in public
    ]
    return sorted(words, key=lambda one: (order.index(one.kind), whole.index(one.word)))


def kind_of(word: str) -> PersonalKind:
    """Return what a word that an officer wrote looks like."""
    bare = word.strip()
    if _ID.fullmatch(bare):
        return PersonalKind.ID_NUMBER
    if _MOBILE.fullmatch(bare) or _FIXED.fullmatch(bare):
        return PersonalKind.PHONE
    is_name = re.fullmatch(rf"[{_HAN}·]{{2,4}}", bare) is not None
    return PersonalKind.NAME if is_name else PersonalKind.OTHER


def masked_word(word: str) -> str:
    """Return 张某某, 138****1234, **************1234, or stars for anything else."""
    kind = kind_of(word)
    if kind is PersonalKind.NAME:
        surname = next((one for one in _COMPOUND if word.startswith(one)), word[0])
        return surname + "某" * max(len(word) - len(surname), 1)
    if kind is PersonalKind.ID_NUMBER:
        return "*" * (len(word) - 4) + word[-4:]
    if kind is PersonalKind.PHONE:
        digits = [at for at, sign in enumerate(word) if sign.isdigit()]
        hidden = set(digits[3:-4])
        return "".join("*" if at in hidden else sign for at, sign in enumerate(word))
    return "*" * len(word)


class Masker:
    """Masks words in texts, longer words first, so that no part of one stays."""

    def __init__(self, words: Sequence[str]) -> None:
        ordered = sorted({word for word in words if word}, key=len, reverse=True)
        self._masked = {word: masked_word(word) for word in ordered}
        pattern = "|".join(re.escape(word) for word in ordered)
        self._pattern = re.compile(pattern) if ordered else None

    def text(self, text: str) -> str:
        """Return a text with every word masked."""
        if self._pattern is None or not text:
            return text
        return self._pattern.sub(lambda match: self._masked[match[0]], text)


def _names(text: str) -> list[str]:
    found = []
    for pattern in (_BEFORE_SEX, _AFTER_ROLE):
        found += [match[1] for match in pattern.finditer(text)]
    for match in _ROLE_LONG.finditer(text):
        # Behind a role and before more words: two characters, a third where it reads as a name.
        third = text[match.end() : match.end() + 1]
        is_third = re.match(rf"[{_HAN}]", third or " ") and third not in _AFTER_NAME
        name = match[1] + (third if is_third else "")
        known = any(name.startswith(one) or one.startswith(match[1]) for one in found)
        if not known:
            found.append(name)
    return [
        name
        for name in dict.fromkeys(found)
        if name and name[:2] not in _NOT_A_NAME and not _MASKED.search(name)
    ]
