"""What the preview says when a paper did not leave the desk."""

from __future__ import annotations

NO_PRINTER = (
    "这台电脑没有装打印机，没有打印。请接好打印机，或按 Ctrl+S 另存为文件，到别的电脑上打印。"
)
PRINTER_NOT_READY = "打印机没有接收，没有打印，也没有登记。请检查打印机后再按 Ctrl+P。"
ONLY_LOOKING = "现在只能看，不能打印或另存。要打印请由值班人员打开。"
NO_READER = "没有打开：这台电脑没有设好看PDF的程序。请按 Ctrl+S 另存为文件。"
