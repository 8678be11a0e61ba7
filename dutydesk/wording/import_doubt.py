"""The words for pairs of an import that may be one person."""

from __future__ import annotations

from collections.abc import Mapping

from dutydesk.domain.contact_file import ContactField
from dutydesk.domain.import_doubt import Decision, DoubtKind, ImportDoubt
from dutydesk.wording.contacts import CONTACT_FIELDS, ROLE_PAIRS

FIELDS: Mapping[ContactField, str] = {**CONTACT_FIELDS, ContactField.PHONE: "号码"}
"""What a row of two people side by side is called."""

DOUBTS: Mapping[DoubtKind, str] = {
    DoubtKind.SAME_MOBILE: "手机号相同，姓名不同",
    DoubtKind.SAME_NAME: "姓名相同，单位不同，没有号码可以区分",
    DoubtKind.FIELDS_DIFFER: "同一人，有的内容两边不同",
}

DECISIONS: Mapping[Decision, str] = {
    Decision.FILL: "同一人：只补充空缺和新号码，已有内容不改",
    Decision.FILE_WINS: "同一人：以文件为准改不同的几项",
    Decision.APART: "不是同一人：另建一人",
    Decision.SKIP: "跳过：不导入文件里这个人",
}


def both_sides(doubt: ImportDoubt) -> list[tuple[ContactField, str, str]]:
    """Return each field that either side fills: as the file says it, as it is on file."""
    new, old = doubt.person, doubt.known
    known = old.contact
    rows = [
        (ContactField.NAME, new.name, known.name),
        (
            ContactField.UNIT,
            "／".join(step.name for step in new.unit_path),
            "／".join(old.unit_path),
        ),
        (ContactField.POST, new.post, known.post),
        (
            ContactField.ROLE_PAIR,
            ROLE_PAIRS[new.role_pair] if new.role_pair else "",
            ROLE_PAIRS[known.role_pair] if known.role_pair else "",
        ),
        (
            ContactField.PHONE,
            "、".join(number.number for number in new.numbers),
            "、".join(number.number for number in old.numbers),
        ),
        (ContactField.ADDRESS, new.address, known.address),
        (ContactField.AREA, new.area, known.area),
        (ContactField.CATEGORY, new.category, known.category),
        (ContactField.TRAINING_DAYS, _days(new.training_days), _days(known.training_days)),
        (ContactField.NOTE, new.note, known.note),
    ]
    return [row for row in rows if row[1] or row[2]]


def _days(days: int | None) -> str:
    return "" if days is None else f"{days}天"
