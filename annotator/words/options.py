"""What each option of a command does, as its help page tells."""

WORDS: dict[str, tuple[str, str]] = {
    "version": ("显示版本。", "Show the version."),
    "project": (
        "项目文件（默认 annotator.db，或环境变量 ANNOTATOR_PROJECT）。",
        "The project file (annotator.db, or ANNOTATOR_PROJECT).",
    ),
    "reviewer": (
        "以谁的名字做（默认为 annotator preferences 里的，或环境变量 ANNOTATOR_REVIEWER）。",
        "Who is at work (as in annotator preferences, or ANNOTATOR_REVIEWER).",
    ),
    "theme": (
        "配色（或环境变量 ANNOTATOR_THEME）：dark 深色，light 浅色，contrast 高对比，none 无颜色。",
        "Colours (or ANNOTATOR_THEME): dark, light, contrast, none.",
    ),
    "linear": (
        "逐行模式：只输出文字行、逐行输入，供读屏软件、盲文显示器和脚本使用。",
        "Line by line: plain lines out, a line in; for screen readers, braille lines and scripts.",
    ),
    "json": ("输出 JSON。", "Print JSON."),
    "log_reviewer": ("只看这个人的记录。", "Only what this person did."),
    "unresolved": ("只列不在单位表中的单位。", "Only units that are not in the table."),
    "proposed": (
        "列出标注时新增、待确认的单位。",
        "Units that reviewers added and that wait for confirmation.",
    ),
    "add_unit": (
        "新增一个单位并确认；单位表里已有的，只补别名（限负责人）。",
        "Add a unit, confirmed; to one that is known its aliases alone (the owner alone).",
    ),
    "place": (
        "新增单位所在的省、市、区或县；名称里写明了的不必再写。",
        "The province, city, district or county of the added unit, where its name does not tell.",
    ),
    "alias_unit": (
        "新增单位的别名、简称，可写多个。",
        "Another name of the added unit; can be given several times.",
    ),
    "confirm": ("确认一个新增单位（限负责人）。", "Confirm an added unit (the owner alone)."),
    "merge": (
        "把新增的这个单位并入已有单位，二者是同一单位（限负责人）。",
        "Say that the added unit NAME is the unit INTO (the owner alone).",
    ),
    "drop": ("删除误加的单位（限负责人）。", "Drop what was added and is no unit (the owner alone)."),
    "dry_run_codebook": (
        "只看改了什么、涉及哪些标签，不启用。",
        "Only tell what changes and whose labels it touches.",
    ),
    "recheck": (
        "启用后，把意义有变的已标条款退回给标过的人。",
        "Then give touched clauses back to whoever labelled them.",
    ),
    "recheck_disputed": (
        "启用后，只退回各人在改动的几类之间选得不同的条款。",
        "Then give back those alone on which reviewers differ.",
    ),
    "toml": ("输出 TOML 原文，可另存修改。", "Print the TOML text, to save and change."),
    "force": ("替换已有的输出文件夹。", "Replace a folder that is there."),
    "ledger": (
        "改为写任务台账（.xlsx，一项任务一行，可打印、可填写），不写文件夹。",
        "Write a task ledger (.xlsx, a task a row, to print and fill in) in the place of a folder.",
    ),
    "by_unit": ("台账里每个单位另有一张表。", "In the ledger, a sheet for each unit as well."),
    "simplified": ("台账用简体字写。", "Write the ledger in simplified characters."),
    "dry_run_ledger": (
        "只说会写入什么、哪些读不进来，不写入。",
        "Only tell what would be stored and what cannot be placed.",
    ),
    "timestamp": (
        "清单里写的时间（默认当前时间，或 SOURCE_DATE_EPOCH）。",
        "The time written in the manifest (now, or SOURCE_DATE_EPOCH).",
    ),
    "ratings": (
        "改为读取判断文件（JSONL），不读项目。",
        "Read ratings from a JSONL file, not a project.",
    ),
    "field": ("判断文件里的哪一项。", "Which field of the ratings."),
    "kind": (
        "这一项的量表：nominal、ordinal、interval、ratio 或 set。",
        "Its scale: nominal, ordinal, interval, ratio or set.",
    ),
    "levels": ("全部等级，从低到高，逗号分隔。", "All levels, lowest first, with commas."),
    "resamples": (
        "重抽多少次来算 95% 区间；0 为不算。",
        "Resamples for the 95% intervals; 0 for none.",
    ),
    "all_rows": ("各表全列，不只前几行。", "All rows of the tables, not the first few."),
    "seed": ("重抽的随机种子。", "The seed of the resamples."),
    "export_ratings": (
        "把项目里的判断写成 JSONL，可用 --ratings 再算。",
        "Write the project's ratings as JSONL, for --ratings.",
    ),
    "training_too": ("练习轮次的标签也算。", "Count labels of training rounds too."),
    "submitted": ("只比较已完成的条款。", "Compare only finished clauses."),
    "accept_repair": ("采用第几处修复。", "Accept the repair of that number."),
    "as_it_came": ("第几处照原文，不修复。", "Read what came where the repair of that number is."),
    "read": ("这几个字改读成什么。", "Read these words of the clause otherwise."),
    "dry_run_repair": (
        "只看改后读作什么，不保存。",
        "Only show what the clause would read; store nothing.",
    ),
    "set": (
        "更正一项，可多次；等号后不写内容则清空。项目有：{fields}，写中文或英文名都行。",
        "Put one right, as often as needed; with nothing behind the = it is taken away. Names: {fields}.",
    ),
    "back": ("恢复使用。", "Bring it back into use."),
    "where": (
        "只导出符合这个查询的条款（写法同 annotator search）。",
        "Only the clauses that meet this query, written as for annotator search.",
    ),
    "views": (
        "写哪些数据视图，逗号分隔；all 为全部（默认 canonical,classification）。",
        "Which views, with commas; all for every one (canonical,classification).",
    ),
    "status": (
        "训练用的视图只收这些状态的条款，如 gold,silver（默认：凡已有定论的）。",
        "The training views take clauses of these statuses alone, such as gold,silver (whatever is settled).",
    ),
    "tables": (
        "给人看的表：csv（一行一条）、long（一行一个值）、xlsx（两者都有）或 none。",
        "Tables for people: csv (a row a clause), long (a row a value), xlsx (both) or none.",
    ),
    "about": (
        "这份数据由谁、怎样做成，写进说明页的文字（Markdown 文件）。",
        "Who made this and how: a Markdown file whose text goes into the card.",
    ),
    "prompt": (
        "提问模板（UTF-8 文本），用于 sft、preference 和 eval。",
        "What models are asked (UTF-8 text), for sft, preference and eval.",
    ),
    "gzip": ("数据文件用 gzip 压缩。", "Compress the data files with gzip."),
    "shard": (
        "一个数据文件最多多少行（sft 和 preference 不分）。",
        "At most so many lines a data file (sft and preference stay whole).",
    ),
    "split": (
        "按整份文件划分，如 80/10/10 或 80/20；划分存于项目，以后的导出沿用。",
        "Divide whole documents, such as 80/10/10 or 80/20; kept in the project for later exports.",
    ),
    "folds": (
        "不划分，改为标出交叉验证的折（fold）。",
        "Folds for cross-validation in the place of splits (fold).",
    ),
    "no_split": ("这一次不划分。", "Not divided this time."),
    "by": (
        "哪些文件放在一起：document（只有转载）、issuer（同一机关）、round（同一轮次）。",
        "Which documents stay together: document (reprints alone), issuer, round.",
    ),
    "split_seed": ("同样好的划分里取哪一个（0）。", "Which of equally good divisions (0)."),
    "resplit": ("重新划分，已划分的文件也可能换边。", "Divide anew; documents may change sides."),
    "reviewers": (
        "标注人怎么写：names 姓名（默认），pseudonym 代号（各次导出相同），fresh 只用一次的代号。",
        "Reviewers by their names (names, unless --public), by pseudonyms that stay (pseudonym), or new ones (fresh).",
    ),
    "times": (
        "时间写到：ms 毫秒（默认），day 天，none 不写；不到毫秒时用时也不写。",
        "Times to the millisecond (ms, unless --public), to the day (day) or not at all (none); coarse times come "
        "without the seconds that were spent.",
    ),
    "notes": (
        "备注、提问和理由：keep 保留（默认），drop 去掉。",
        "Notes, questions and reasons: keep them (unless --public), or drop them.",
    ),
    "mask": (
        "遮盖原文里的电话、邮箱、身份证号和联系人姓名；原样记在项目旁的 .masked.jsonl 里。",
        "Cover telephones, e-mail addresses, identity numbers and names of contacts in texts; what stood there is "
        "kept beside the project in a file .masked.jsonl.",
    ),
    "licence": (
        "标注的许可，如 CC-BY-4.0。",
        "The licence of the labels, such as CC-BY-4.0.",
    ),
    "texts_licence": (
        "文件原文的许可，或 none（没有许可可给）。",
        "The licence of the documents' texts, or none (there is none to give).",
    ),
    "without_texts": (
        "不带原文：只写编号、偏移、校验值和标注；有同样文件的人可用 annotator join 拼回。",
        "Without texts: ids, offsets, hashes and labels; who has the documents joins them again with annotator join.",
    ),
    "public": (
        "准备公开：用代号、写到天、去掉备注、遮盖个人信息；还缺什么或不妥，一并说明后停下。",
        "For everybody: pseudonyms, days, no notes, personal data covered; stops and names what is missing or unfit.",
    ),
    "label_format": (
        "文件是哪种格式（默认看内容）：lines 见下；其余是别的工具导出的，release 是本工具导出的 canonical 或 raw。",
        "What the file is (its content tells): lines as below; the others are exports of other tools, release is "
        "canonical or raw out of an export of this one.",
    ),
    "label_by": ("文件没有写明是谁标的，就算是此人的。", "Whose labels are where the file names nobody."),
    "label_names": (
        "文件里的名字是谁：名字=姓名，逗号分隔。",
        "Who is who in the file: NAME=PERSON, with commas.",
    ),
    "label_field": ("没有写明哪一项的标签属于此项。", "The field of labels that do not tell theirs."),
    "interop": (
        "另写别的工具的格式，逗号分隔，或 all：doccano、label_studio、prodigy、conll、spacy、fasttext、llamafactory、qdc。",
        "Also in the formats of other tools, with commas, or all: doccano, label_studio, prodigy, conll, spacy, "
        "fasttext, llamafactory, qdc.",
    ),
    "parquet": (
        "另写 Parquet（需要 pyarrow）。",
        "Write Parquet too (needs pyarrow).",
    ),
    "full": (
        "连同原文、码表和全部记录写出，可用 annotator import 恢复成项目。",
        "Write texts, codebooks and the whole log too: annotator import makes the project again.",
    ),
    "verify": (
        "不导出，只核对 OUT 这份发布：逐一列出问题。",
        "Do not export; check the release OUT and list every fault.",
    ),
    "limit": ("最多列出多少条。", "At most so many clauses."),
    "count": ("只说有多少条。", "Only how many there are."),
    "save": ("把这个查询存在这个名字下。", "Keep the query under this name."),
    "saved": ("用已存的查询。", "Use a saved query."),
    "drop_query": ("删去已存的查询。", "Take a saved query away."),
    "list": ("列出已存的查询。", "List the saved queries."),
    "dry_run": ("只说会并入什么，不改动项目。", "Only tell what would come in; change nothing."),
    "bundle_reviewer": ("给谁。", "For whom."),
    "events": (
        "把全部记录写进这个文件（JSONL，便于版本管理），可用 annotator merge 并回。",
        "Write all events to this file (JSONL, for version control); annotator merge reads it.",
    ),
    "where_report": (
        "交叉表只数符合这条查询的条款。",
        "Count only clauses that meet this query in the cross-tables.",
    ),
    "role": (
        "角色，可写多次：annotator（默认）、reviewer、arbitrator、supervisor、owner。",
        "A role, more than once for several: annotator (unless given), reviewer, arbitrator, supervisor, owner.",
    ),
    "drop_alias": (
        "分开：这些名字不再算作此人。",
        "Part them: these names are no longer that person's.",
    ),
    "dry_alias": (
        "只说会有多少标注一起移动，不执行。",
        "Only tell how many answers would move along.",
    ),
    "open": ("列出要裁定的条款。", "List what is to be decided."),
    "agreed": ("各人一致的都作定论。", "Decide all on which everyone agrees."),
    "accept": (
        "这几条（条款编号）采用此人的标注。",
        "Take what this reviewer said of the clauses.",
    ),
    "return": (
        "把这几条（条款编号）退回给此人再看，--reason 必写。",
        "Give the clauses back to NAME to look at again, with a --reason.",
    ),
    "feedback": (
        "此人的标注中，哪些被裁定为别的。",
        "What was decided otherwise than NAME said.",
    ),
    "decided_field": ("只管这一项。", "Of this field alone."),
    "decided_reason": ("裁定的理由。", "Why it is decided so."),
    "anonymous": ("反馈中不写裁定人。", "Do not tell who decided."),
}
