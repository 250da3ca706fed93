"""Words about turning files into text: why a file cannot be read, and what was left out of it."""

_HEADS_ZH = "“正文”“全文”“政策内容”或 text、content"
_HEADS_EN = "正文, 全文, 政策内容, text or content"

WORDS: dict[str, tuple[str, str]] = {
    # the file itself
    "missing": (
        "找不到“{name}”；请检查路径和文件名。",
        "“{name}” does not exist; check the path and the file name.",
    ),
    "folder": (
        "“{name}”是文件夹，不是文件；请指明其中的文件。",
        "“{name}” is a folder, not a file; name a file in it.",
    ),
    "closed_folder": (
        "无权打开文件夹“{name}”，里面的文件未导入；请改其权限，或复制到能打开的地方。",
        "Folder “{name}” may not be opened, and nothing in it was imported; change its permissions, or copy it.",
    ),
    "not_a_file": (
        "“{name}”不是普通文件；请先把内容存成文件。",
        "“{name}” is not a regular file; save its content as a file first.",
    ),
    "forbidden": (
        "没有读取“{name}”的权限；请修改文件权限，或复制到自己的文件夹。",
        "No permission to read “{name}”; change its permissions or copy it to a folder of your own.",
    ),
    "failed": (
        "读不出“{name}”（{reason}）；请检查磁盘或网络，再试一次。",
        "“{name}” could not be read ({reason}); check the disk or the network and try again.",
    ),
    "too_large": (
        "“{name}”超过 {megabytes} MB，不像一份文件的正文；请拆开后再导入。",
        "“{name}” is larger than {megabytes} MB, too large for one document; split it first.",
    ),
    "too_long": (
        "“{name}”的文字超过 {millions}00 万字，不像一份文件的正文；请拆开后再导入。",
        "The text of “{name}” has more than {millions} million characters, too many for one document; split it first.",
    ),
    # what it holds
    "empty": (
        "“{name}”里没有文字；如果内容是图片或扫描件，请先做文字识别（OCR）再导入。",
        "“{name}” holds no text; if it holds pictures or scans, run text recognition (OCR) first.",
    ),
    "binary": (
        "“{name}”不是文字，或者编码无法识别；请用原来的软件打开，另存为 UTF-8 的 .txt。",
        "“{name}” is no text, or its encoding is unknown; open it where it was made and save it as "
        "UTF-8 .txt.",
    ),
    "unsupported": (
        "不能读取“{name}”这种文件；请另存为 .docx、.pdf、.html 或 .txt。",
        "“{name}” is of a kind that cannot be read; save it as .docx, .pdf, .html or .txt.",
    ),
    "misnamed": (
        "“{name}”的内容其实是 {suffix} 文件；请把后缀改为 {suffix} 再导入。",
        "“{name}” is in truth a {suffix} file; change its suffix to {suffix} first.",
    ),
    "damaged": (
        "“{name}”不完整或已损坏，打不开；请重新下载，或用 WPS 或 Word 修复后另存为 .docx。",
        "“{name}” is incomplete or damaged; fetch it again, or repair it in WPS or Word and save it as .docx.",
    ),
    "encrypted": (
        "“{name}”有密码保护；请用 WPS 或 Office 打开，去掉密码后另存。",
        "“{name}” is protected by a password; open it in WPS or Office, remove the password and save it.",
    ),
    "inflated": (
        "“{name}”解压后大得反常，没有读入；请打开核对，确是文件的另存后再导入。",
        "“{name}” unpacks to an abnormal size and was left; open it to check, and save it anew if it is a document.",
    ),
    "too_deep": (
        "“{name}”的网页标签嵌套过深，读不完整；请用浏览器打开，把正文另存为 .txt。",
        "The tags of “{name}” are nested too deeply to read it whole; open it in a browser and save the "
        "text as .txt.",
    ),
    "embedded": (
        "“{name}”里嵌着另一份文件，读不完整；请用 Word 打开，另存为 .docx。",
        "“{name}” embeds another file and cannot be read whole; open it in Word and save it as .docx.",
    ),
    # what it is instead
    "word": (
        "“{name}”是旧格式的 Word 或 WPS 文档；请用 WPS 或 Word 打开，另存为 .docx。",
        "“{name}” is a Word or WPS document of the old format; open it in WPS or Word and save it as .docx.",
    ),
    "rtf": (
        "“{name}”是 RTF 文档；请用 WPS 或 Word 打开，另存为 .docx。",
        "“{name}” is an RTF document; open it in WPS or Word and save it as .docx.",
    ),
    "odt": (
        "“{name}”是 OpenDocument 文档；请用 WPS、Word 或 LibreOffice 打开，另存为 .docx。",
        "“{name}” is an OpenDocument file; open it in LibreOffice, WPS or Word and save it as .docx.",
    ),
    "ofd": (
        "“{name}”是 OFD 版式文件；请用 WPS 或 OFD 阅读器转换，另存为 .docx 或 .txt。",
        "“{name}” is an OFD file; convert it with WPS or an OFD reader and save it as .docx or .txt.",
    ),
    "image": (
        "“{name}”是图片；请先做文字识别（OCR），把结果另存为 .docx 或 .txt。",
        "“{name}” is a picture; run text recognition (OCR) and save the result as .docx or .txt.",
    ),
    "sheet": (
        "“{name}”是旧格式的电子表格；请用 WPS 或 Excel 打开，另存为 .xlsx 或 .csv。",
        "“{name}” is a spreadsheet of the old format; open it in WPS or Excel and save it as .xlsx or .csv.",
    ),
    "slides": (
        "“{name}”是演示文稿；请把要标注的正文复制到文档里，另存为 .docx 或 .txt。",
        "“{name}” is a slide show; copy the text to annotate into a document and save it as .docx or .txt.",
    ),
    "archive": (
        "“{name}”是压缩包，不是一份文件；.zip 可以用 annotator import 直接导入，其他压缩包和套在里层的请先解压。",
        "“{name}” is an archive, not a document; annotator import takes a .zip as it is; unpack one of another "
        "kind, or one inside another, first.",
    ),
    "damaged_page": (
        "“{name}”里没有完整的网页；请用浏览器重新打开原网页，另存一次。",
        "“{name}” holds no whole web page; open the page in a browser again and save it anew.",
    ),
    "page_elsewhere": (
        "“{name}”的正文由脚本或框架另外载入，不在这个文件里；请用浏览器打开，复制正文存为 .txt，或打印成 PDF。",
        "The text of “{name}” is loaded by a script or in a frame and is not in the file; open it in a browser, "
        "and copy the text into a .txt or print it to a PDF.",
    ),
    # PDF
    "pdf_encrypted": (
        "“{name}”有打开密码；请用 PDF 阅读器输入密码打开，另存为没有密码的 PDF。",
        "“{name}” opens only with a password; open it in a PDF reader and save it without one.",
    ),
    "pdf_damaged": (
        "“{name}”不完整或已损坏，打不开；请重新下载，或用 PDF 阅读器打开后重新打印成 PDF。",
        "“{name}” is incomplete or damaged; fetch it again, or print it to a new PDF from a PDF reader.",
    ),
    "pdf_scanned": (
        "“{name}”是扫描件，只有图片没有文字；请先做文字识别（OCR），另存为带文字的 PDF 或 .docx。",
        "“{name}” is a scan: pictures without text; run text recognition (OCR) and save it as a PDF with text "
        "or as .docx.",
    ),
    "pdf_garbled": (
        "“{name}”的字体没有说明每个字是什么字，取不出文字；请先做文字识别（OCR），或找到原来的文档。",
        "The fonts of “{name}” do not say which characters they show; run text recognition (OCR), or find the "
        "document it was made from.",
    ),
    "pdf_too_long": (
        "“{name}”有 {pages} 页，超过 {most} 页；请拆成几份再导入。",
        "“{name}” has {pages} pages, more than {most}; split it first.",
    ),
    "pdf_endless": (
        "“{name}”读得太久，没有读入；请用 PDF 阅读器打开核对，重新打印成 PDF。",
        "“{name}” took too long and was left; check it in a PDF reader and print it to a new PDF.",
    ),
    "running_heads": (
        "{count} 处页眉、页脚和页码没有读入：{said}",
        "{count} running heads, feet and page numbers were not read: {said}",
    ),
    "page_numbers": (
        "{count} 处页码没有读入。",
        "{count} page numbers were not read.",
    ),
    "picture_pages": (
        "{count} 页只有图片，没有文字可读（第 {pages} 页）。",
        "{count} pages hold pictures only and no text (page {pages}).",
    ),
    "lost_pages": (
        "{count} 页已损坏，没有读入（第 {pages} 页）。",
        "{count} pages are damaged and were not read (page {pages}).",
    ),
    "askew": (
        "斜排的 {count} 个字（水印之类）没有读入。",
        "{count} characters that stand askew, such as a watermark, were not read.",
    ),
    "unknown": (
        "有 {count} 个字文件没有说明是什么字，显示为 �；请对照原件。",
        "For {count} characters the file does not say what they are; they show as �; compare the original.",
    ),
    # tables and archives of documents
    "row": ("{name} 第{number}行", "{name} row {number}"),
    "many": (
        "“{name}”是文件清单，一行一份文件；请用 annotator import 导入。",
        "“{name}” lists documents, one a row; use annotator import for it.",
    ),
    "no_text": (
        "{name}没有正文；请补上正文，或删去这一行。",
        "{name} has no text; fill it in, or delete the row.",
    ),
    "no_documents": (
        "“{name}”里没有带正文（text 或 正文）的记录；请导出为一行一份文件的 .jsonl、.csv 或 .xlsx。",
        "“{name}” holds no records with a text (text or 正文); export it as .jsonl, .csv or .xlsx with one "
        "document a row.",
    ),
    "no_column": (
        f"{{name}}没有正文一栏；请把正文一栏命名为{_HEADS_ZH}。",
        f"{{name}} has no field with a text; call it {_HEADS_EN}.",
    ),
    "not_json": (
        "{name}不是完整的 JSON；请重新导出。",
        "{name} is no complete JSON; export it again.",
    ),
    "own_export": (
        "“{name}”是本程序导出的条目，不是文件；请导入原来的文件。",
        "“{name}” is an export of clauses made by this program; import the documents themselves.",
    ),
    "open_quote": (
        "{name}起有一个引号没有关上，后面的行无法分开；请在表格软件里改正后另存。",
        "A quotation mark opened in {name} is never closed, so the rows below cannot be told apart; mend it in "
        "a spreadsheet program and save it.",
    ),
    "other_sheet": (
        f"工作表“{{name}}”没有正文一栏（表头为{_HEADS_ZH}），没有导入；需要时请改表头，或另存为单独的文件。",
        f"The sheet “{{name}}” has no column with a text (headed {_HEADS_EN}) and was left; name its column so, "
        "or save it as a file of its own if it is needed.",
    ),
    "damaged_sheet": (
        "“{name}”不完整或已损坏，打不开；请用 WPS 或 Excel 修复后另存为 .xlsx 或 .csv。",
        "“{name}” is incomplete or damaged; repair it in WPS or Excel and save it as .xlsx or .csv.",
    ),
    "damaged_archive": (
        "“{name}”不完整或已损坏，解不开；请重新下载或重新压缩。",
        "“{name}” is incomplete or damaged and cannot be unpacked; fetch it or pack it again.",
    ),
    "locked": (
        "“{name}”在加了密码的压缩包里；请先用密码解压，再导入解压出来的文件。",
        "“{name}” is in an archive with a password; unpack it with the password and import the files.",
    ),
    "too_many": (
        "“{name}”里的文件超过 {most} 个；请分成几个压缩包再导入。",
        "“{name}” holds more than {most} files; part it into several archives.",
    ),
    "one_table": (
        f"“{{name}}”没有正文一栏（表头为{_HEADS_ZH}），整张表按一份文件读入，一行一条。",
        f"“{{name}}” has no column with a text (headed {_HEADS_EN}): the whole table was read as one document, "
        "a line a row.",
    ),
    "no_date": (
        "表格里的日期“{date}”看不懂，没有采用。",
        "The date “{date}” in the table was not understood and not taken over.",
    ),
    # notes on what was read
    "damaged_places": (
        "有 {count} 处字节不是文字（按 {encoding} 读），显示为 �；请对照原件。",
        "{count} places hold bytes that are no text (read as {encoding}) and show as �; compare the original.",
    ),
    "hidden": (
        "网页中标明是导航或隐藏的 {count} 个字没有读入。",
        "{count} characters that the page marks as navigation or hidden were not read.",
    ),
    "doubled_signs": (
        "有 {count} 处符号被编码了两次（如 &amp;nbsp;），已还原。",
        "{count} signs were encoded twice (such as &amp;nbsp;) and were restored.",
    ),
    "footnotes": (
        "{count} 条脚注、尾注没有读入。",
        "{count} footnotes and endnotes were not read.",
    ),
    "symbols": (
        "{count} 个符号字体的字符没有对应的文字，显示为 �；请对照原件。",
        "{count} characters of a symbol font have no text of their own and show as �; compare the original.",
    ),
}
