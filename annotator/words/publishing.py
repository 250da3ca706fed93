"""Words about releases that others may have: who is named, what is covered, under which licences."""

WORDS: dict[str, tuple[str, str]] = {
    "unfit": (
        "还不能公开：{what}。",
        "This cannot be public yet: {what}.",
    ),
    "stop": ("；", "; "),
    "full": (
        "完整的一份（--full）里有全部记录和姓名，不能同时去掉或公开；请去掉 --full，或去掉 --public、--reviewers、--times、--notes、--mask、--without-texts。",
        "A full release (--full) holds every event and every name, and cannot keep anything back or be public; leave out --full, or "
        "--public, --reviewers, --times, --notes, --mask and --without-texts.",
    ),
    "names": (
        "写有标注人的姓名（请改用 --reviewers pseudonym 或 fresh）",
        "reviewers are named (--reviewers pseudonym or fresh)",
    ),
    "times": (
        "时间精确到毫秒，从快慢可以认出人（请改用 --times day 或 none）",
        "times are told to the millisecond, and people are known by their speed (--times day or none)",
    ),
    "notes": (
        "带有备注、提问和理由（请改用 --notes drop）",
        "notes, questions and reasons are told (--notes drop)",
    ),
    "unmasked": (
        "没有遮盖电话、邮箱等个人信息（请去掉 --no-mask）",
        "telephones, e-mail addresses and the like are not covered (leave --no-mask out)",
    ),
    "licence": (
        "没有写明标注的许可（请加 --licence，如 CC-BY-4.0）",
        "the licence of the labels is not stated (--licence, such as CC-BY-4.0)",
    ),
    "texts_licence": (
        "没有写明文件原文的许可（请加 --texts-licence，如 CC-BY-4.0 或 none，或用 --without-texts 不带原文）",
        "the licence of the texts is not stated (--texts-licence, such as CC-BY-4.0 or none, or --without-texts)",
    ),
    "named": (
        "还不能公开：要原样列入的 {path} 里写有 {names}；请在新的一版里去掉，再导出。",
        "This cannot be public yet: {path}, which goes in as it is, has {names}; leave that out in a new version of it.",
    ),
    "bad_licence": (
        "不认识许可“{name}”；请用 SPDX 的写法，如 {names}，自拟的写成 LicenseRef-名称。",
        "“{name}” is no licence known here; write it as SPDX does, such as {names}, or LicenseRef-NAME for your own.",
    ),
    "nothing_but_text": (
        "“{name}”里全是原文，不能与 --without-texts 同用；请去掉其中一个。",
        "“{name}” is nothing but text and cannot be had with --without-texts; leave one of both out.",
    ),
    "tools_need_texts": (
        "别的工具的格式（--interop）里有原文，不能与 --without-texts 同用；请去掉其中一个。",
        "Files for other tools (--interop) hold the texts and cannot go with --without-texts; leave out one of the two.",
    ),
    "table_of_texts": (
        "给人看的表里都是原文，不能与 --without-texts 同用；请去掉其中一个。",
        "The tables for people are full of texts and cannot be had with --without-texts; leave one of both out.",
    ),
    "no_release": (
        "“{path}”不是导出生成的文件夹，或其中的 manifest.json 读不了；请核对路径。",
        "“{path}” is no folder that an export made, or its manifest.json cannot be read; check the path.",
    ),
    "has_texts": (
        "“{path}”里本来就有原文，不需要拼回。",
        "The texts are in “{path}” already; there is nothing to join.",
    ),
    "changed": (
        "“{path}”里的“{name}”与 manifest.json 中的校验值不符，没有写任何文件；请重新取得这份数据。",
        "“{name}” in “{path}” does not fit its hash in manifest.json, and nothing was written; get the data anew.",
    ),
    "other_codebook": (
        "“{path}”的 codebook.toml 与数据不符，没有写任何文件；请重新取得这份数据。",
        "The codebook.toml of “{path}” is not that of its data, and nothing was written; get the data anew.",
    ),
    "no_documents": (
        "项目“{project}”里没有这份数据用到的 {count} 份文件：{names}；请先用 annotator import 导入，再拼回。",
        "{count} documents of the data are not in the project “{project}”: {names}; bring them in with annotator import, "
        "then join.",
    ),
    "other_text": (
        "“{title}”在项目“{project}”里的切分或修复与标注时不同（{clause}），没有写任何文件；请用标注时的版本导入。",
        "“{title}” is cut or repaired otherwise in the project “{project}” than when it was labelled ({clause}), and nothing "
        "was written; bring it in with the version that was used then.",
    ),
    "joined": (
        "已把原文拼回 {lines} 行，写在“{out}”；校验值全部相符。",
        "The texts were joined to {lines} lines, in “{out}”; every hash fits.",
    ),
    "map": (
        "遮盖了 {number} 处个人信息，原文记在 {path}（只有你能读，不要随数据发出）。",
        "{number} pieces of personal data are covered; what stood there is in {path} (readable by you alone, not to be sent along).",
    ),
}
