"""The rules that exclude files, in the window's words."""

from PySide6.QtCore import QCoreApplication

from alcove.files.rules import defaults


def rule(stored: str) -> str:
    """Return what a rule excludes, such as “cache folders”; an unknown rule stays as it is."""
    translate = QCoreApplication.translate
    texts = {
        defaults.HIDDEN: translate("Rules", "hidden: the name begins with a dot"),
        defaults.CACHE: translate("Rules", "cache folders"),
        defaults.ENVIRONMENT: translate("Rules", "Python environments"),
        defaults.GENERATED: translate("Rules", "folders of downloaded or generated code"),
        defaults.TEMPORARY: translate("Rules", "temporary files of editors and downloads"),
        defaults.VERSION_CONTROL: translate("Rules", "folders of version control systems"),
        defaults.LIBRARY: translate("Rules", "Alcove's own library"),
        defaults.FILE_TYPE: translate("Rules", "kinds of files that are switched off"),
        "by this folder's rules": translate("Rules", "by a folder's own rules"),
        "by your rules": translate("Rules", "by your rules for all folders"),
        "by .gitignore files": translate("Rules", "by .gitignore files"),
        "by .ignore files": translate("Rules", "by .ignore files"),
    }
    return texts.get(stored, stored)
