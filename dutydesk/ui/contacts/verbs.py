"""The keys of the room of contacts and what it says while it is empty."""

from __future__ import annotations

from dutydesk.domain.contact_state import Listed
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.widgets.empty_state import EmptyWords

EMPTY = EmptyWords(
    "contact",
    "通讯录还是空的",
    "导入办公室的表格、文本表格或手机名片，也可以一个一个新增。",
    "导入文件",
)
NOT_FOUND = EmptyWords("search", "没有找到", "换一个词，或只输号码的后四位、姓名的首字母。")

NEW = ActionSpec("contacts.new", "新增联系人", "Ctrl+N", ActionGroup.ENTRY, "plus")
EDIT = ActionSpec("contacts.edit", "修改选中的联系人", "Ctrl+E", ActionGroup.ENTRY, "pencil")
CALL = ActionSpec(
    "contacts.call", "给选中的人记去电", "Ctrl+D", ActionGroup.ENTRY, "phone-outgoing"
)
PAIR = ActionSpec("contacts.pair", "看对应的A/B角", "Ctrl+B", ActionGroup.VIEW, "users")
TAKE_IN = ActionSpec("contacts.import", "导入通讯录文件", "", ActionGroup.ENTRY, "file-text")
HAND_OUT = ActionSpec("contacts.export", "导出通讯录", "", ActionGroup.ENTRY, "file-text")
VERIFY = ActionSpec(
    "contacts.verify", "选中的联系人：核实无误", "Ctrl+Return", ActionGroup.ENTRY, "check"
)
RETIRE = ActionSpec("contacts.retire", "选中的联系人：停用或启用", "", ActionGroup.ENTRY, "users")
VERBS = (NEW, EDIT, CALL, PAIR, TAKE_IN, HAND_OUT, VERIFY, RETIRE)

PAPERS = {
    Listed.STALE: PaperKind.STALE_CONTACT_LIST,
    Listed.UNTRAINED: PaperKind.TRAINING_LIST,
}
"""The paper of a list; any other is printed as the directory."""
