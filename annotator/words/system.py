"""Why the system refused: its usual reasons, as errno names them, in the words of daily work."""

WORDS: dict[str, tuple[str, str]] = {
    "ENOENT": ("没有这个文件或文件夹", "there is no such file or folder"),
    "ENOTDIR": ("路径中有一段不是文件夹", "a part of the path is no folder"),
    "EISDIR": ("这是文件夹", "it is a folder"),
    "EEXIST": ("已经存在", "it exists already"),
    "EACCES": ("没有权限", "no permission"),
    "EPERM": ("没有权限", "no permission"),
    "cannot_open": ("没有这个文件夹，或没有权限", "there is no such folder, or no permission"),
    "EROFS": ("磁盘是只读的", "the disk is read-only"),
    "ENOSPC": ("磁盘已满", "the disk is full"),
    "EDQUOT": ("已用完分给你的磁盘空间", "your share of the disk is used up"),
    "EFBIG": ("文件超过了允许的大小", "the file is larger than allowed"),
    "ENAMETOOLONG": ("名称太长", "the name is too long"),
    "EIO": ("磁盘读写出错", "the disk failed"),
    "ENXIO": ("设备不在", "the device is not there"),
}
