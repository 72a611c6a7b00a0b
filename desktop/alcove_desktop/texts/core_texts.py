"""The texts of the core that a window shows, for the tool that collects texts.

A name in braces stands for any value; “what” for a text that is looked up here as well.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

_HEALTH_TELLS = str(
    QT_TRANSLATE_NOOP("Core", "Under “Why is a file not found?”, health tells what became of it.")
)

# The stubs of Qt call each an object.
TEXTS = frozenset(
    map(
        str,
        (
            # the library
            QT_TRANSLATE_NOOP("Core", "this library is empty"),
            QT_TRANSLATE_NOOP("Core", "nothing was indexed yet"),
            QT_TRANSLATE_NOOP("Core", "Add a folder first."),
            QT_TRANSLATE_NOOP("Core", "an earlier Alcove wrote this library"),
            QT_TRANSLATE_NOOP(
                "Core",
                "a newer Alcove wrote this library (index version {version}, this program "
                "knows {known})",
            ),
            QT_TRANSLATE_NOOP(
                "Core",
                "a newer Alcove wrote this library (personal data version {version}, this "
                "program knows {known})",
            ),
            QT_TRANSLATE_NOOP("Core", "Update Alcove. Nothing was changed."),
            QT_TRANSLATE_NOOP("Core", "the index {path} is damaged: {error}"),
            QT_TRANSLATE_NOOP("Core", "the index is damaged"),
            QT_TRANSLATE_NOOP("Core", "It is built again by itself."),
            QT_TRANSLATE_NOOP("Core", "the words index is missing or damaged"),
            QT_TRANSLATE_NOOP("Core", "the library folder {path} cannot be made: {error}"),
            QT_TRANSLATE_NOOP(
                "Core", "the personal data in {path} cannot be read or written: {error}"
            ),
            QT_TRANSLATE_NOOP(
                "Core", "Check the disk and its free space, or put back a backup of that file."
            ),
            QT_TRANSLATE_NOOP("Core", "the disk with the library is full"),
            QT_TRANSLATE_NOOP("Core", "the disk with the library fails: {error}"),
            QT_TRANSLATE_NOOP("Core", "Check the disk; what was finished is kept."),
            QT_TRANSLATE_NOOP("Core", "that folder is not in this library"),
            QT_TRANSLATE_NOOP("Core", "that is no file of this library"),
            QT_TRANSLATE_NOOP("Core", "that folder cannot be looked at: {error}"),
            QT_TRANSLATE_NOOP("Core", "See whether it is there, and whether you may open it."),
            QT_TRANSLATE_NOOP("Core", "the question is empty"),
            QT_TRANSLATE_NOOP("Core", "Give it as you asked it."),
            QT_TRANSLATE_NOOP("Core", "the question is not valid Unicode"),
            QT_TRANSLATE_NOOP("Core", "no model was loaded for this search"),
            QT_TRANSLATE_NOOP("Core", "{model} is in use"),
            QT_TRANSLATE_NOOP("Core", "Let another one serve first."),
            # the indexer
            QT_TRANSLATE_NOOP("Core", "another Alcove is indexing this library"),
            QT_TRANSLATE_NOOP("Core", "the disk with the library cannot lock files: {error}"),
            QT_TRANSLATE_NOOP(
                "Core", "another Alcove is indexing this library, and does not answer"
            ),
            QT_TRANSLATE_NOOP("Core", "It may be stuck: end the process that holds {name}."),
            QT_TRANSLATE_NOOP(
                "Core", "It may be stuck, or of another version: end it and try again."
            ),
            QT_TRANSLATE_NOOP("Core", "the indexer cannot be started"),
            QT_TRANSLATE_NOOP("Core", "A part of Alcove is missing: install it again."),
            QT_TRANSLATE_NOOP("Core", "the indexer ends as soon as it is started"),
            QT_TRANSLATE_NOOP("Core", "alcove watch, typed in a terminal, says why."),
            QT_TRANSLATE_NOOP("Core", "no indexer is running for this library"),
            QT_TRANSLATE_NOOP(
                "Core",
                "The indexer goes on by itself when it can, and does what you asked for then.",
            ),
            QT_TRANSLATE_NOOP(
                "Core", "The process that reads documents ended before it was ready."
            ),
            QT_TRANSLATE_NOOP(
                "Core",
                "See that there is memory, and that programs may be loaded from the temporary"
                " folder, which needs 10 MB of room. If so, install Alcove again.",
            ),
            QT_TRANSLATE_NOOP(
                "Core", "The process that reads documents cannot be started: {error}"
            ),
            QT_TRANSLATE_NOOP(
                "Core", "See that you may run this program. If so, install Alcove again."
            ),
            QT_TRANSLATE_NOOP(
                "Core",
                "The index was damaged, and was built again on {day}. What it was lies in "
                "{path}, and can be removed.",
            ),
            QT_TRANSLATE_NOOP(
                "Core", "The words index was {what}, and is built again from the database."
            ),
            QT_TRANSLATE_NOOP("Core", "missing"),
            QT_TRANSLATE_NOOP("Core", "damaged"),
            QT_TRANSLATE_NOOP("Core", "outdated"),
            QT_TRANSLATE_NOOP("Core", "of another database"),
            QT_TRANSLATE_NOOP("Core", "not equal to the database"),
            # folders that are swept, and rules
            QT_TRANSLATE_NOOP("Core", "on a network file system"),
            QT_TRANSLATE_NOOP("Core", "on a removable drive"),
            QT_TRANSLATE_NOOP("Core", "watch limit reached"),
            QT_TRANSLATE_NOOP("Core", "no events arrive"),
            QT_TRANSLATE_NOOP("Core", "no permission"),
            QT_TRANSLATE_NOOP("Core", "the system cannot watch it"),
            QT_TRANSLATE_NOOP("Core", "“{line}” is no pattern"),
            QT_TRANSLATE_NOOP("Core", "the pattern “{line}” means nothing: {what}"),
            QT_TRANSLATE_NOOP(
                "Core",
                "Patterns are written as in .gitignore; a backslash makes a special character"
                " plain.",
            ),
            QT_TRANSLATE_NOOP("Core", "“{line}” is not one of these rules"),
            QT_TRANSLATE_NOOP(
                "Core", "a line in a .gitignore or .ignore file brings that file back"
            ),
            QT_TRANSLATE_NOOP("Core", "Change that line, or let ignore files not be obeyed."),
            QT_TRANSLATE_NOOP("Core", "it names nothing"),
            QT_TRANSLATE_NOOP("Core", "it has a zero byte"),
            QT_TRANSLATE_NOOP("Core", "it ends with a backslash"),
            QT_TRANSLATE_NOOP("Core", "a “[” has no “]”"),
            QT_TRANSLATE_NOOP("Core", "no class of characters has that name"),
            QT_TRANSLATE_NOOP("Core", "It has more than 256 KiB"),
            QT_TRANSLATE_NOOP("Core", "built in"),
            QT_TRANSLATE_NOOP("Core", "your rules, line {number}"),
            # why one file has no text
            QT_TRANSLATE_NOOP("Core", "It is empty."),
            QT_TRANSLATE_NOOP("Core", "The file has no bytes."),
            QT_TRANSLATE_NOOP("Core", "There is no text in it."),
            QT_TRANSLATE_NOOP("Core", "There is no message in it."),
            QT_TRANSLATE_NOOP("Core", "It is a picture."),
            QT_TRANSLATE_NOOP("Core", "Its pages are pictures."),
            QT_TRANSLATE_NOOP("Core", "It is protected by a password."),
            QT_TRANSLATE_NOOP("Core", "It is protected by a password or by rights management."),
            QT_TRANSLATE_NOOP("Core", "It is an encrypted message."),
            QT_TRANSLATE_NOOP("Core", "It is cut off or damaged."),
            QT_TRANSLATE_NOOP("Core", "Parts of the book are missing."),
            QT_TRANSLATE_NOOP("Core", "Its contents do not follow its format."),
            QT_TRANSLATE_NOOP("Core", "Its contents are not those of a notebook."),
            QT_TRANSLATE_NOOP("Core", "Its parser failed on it ({error})."),
            QT_TRANSLATE_NOOP("Core", "It holds bytes that no text has."),
            QT_TRANSLATE_NOOP("Core", "It holds more than {number} million characters."),
            QT_TRANSLATE_NOOP("Core", "Its messages hold more than {number} million characters."),
            QT_TRANSLATE_NOOP("Core", "It is larger than {number} MB."),
            QT_TRANSLATE_NOOP("Core", "It has {size} MiB; {format} files are read up to {limit}."),
            QT_TRANSLATE_NOOP("Core", "Unpacked, it would be more than {number} times as large."),
            QT_TRANSLATE_NOOP("Core", "Reading it takes too much memory."),
            QT_TRANSLATE_NOOP("Core", "Reading it took more than {number} seconds."),
            QT_TRANSLATE_NOOP("Core", "The process that reads files died of it."),
            QT_TRANSLATE_NOOP("Core", "The process that reads files broke."),
            QT_TRANSLATE_NOOP("Core", "You may not read this file."),
            QT_TRANSLATE_NOOP("Core", "Opening it failed: {error}."),
            QT_TRANSLATE_NOOP("Core", "Reading it failed: {error}."),
            QT_TRANSLATE_NOOP("Core", "It is read again in a moment."),
            QT_TRANSLATE_NOOP("Core", "This kind of file is found by its name only."),
            QT_TRANSLATE_NOOP("Core", "You do not want {format} files to be read."),
            # questions
            QT_TRANSLATE_NOOP("Core", "“{value}” is no kind of document"),
            QT_TRANSLATE_NOOP("Core", "“{value}” is no language"),
            QT_TRANSLATE_NOOP("Core", "“{value}” is not a date"),
            QT_TRANSLATE_NOOP("Core", "“{value}” is no folder's name"),
            QT_TRANSLATE_NOOP("Core", "Did you mean {guess}?"),
            QT_TRANSLATE_NOOP("Core", "Write pdf, word, mail or code."),
            QT_TRANSLATE_NOOP("Core", "Write en or english."),
            QT_TRANSLATE_NOOP(
                "Core",
                "Write 2025-03-31, 2025-03, 2025, today, yesterday, or 7d, 2w, 3m, 1y for so "
                "long ago.",
            ),
            QT_TRANSLATE_NOOP(
                "Core", "Write the folder's name, the end of its path, or the whole of it."
            ),
            QT_TRANSLATE_NOOP("Core", "similar: needs the whole path of a file"),
            QT_TRANSLATE_NOOP("Core", "Write it from its beginning, with / or ~ first."),
            QT_TRANSLATE_NOOP("Core", "only one similar: can be asked for"),
            QT_TRANSLATE_NOOP("Core", "similar: cannot be left out"),
            QT_TRANSLATE_NOOP(
                "Core", "Take it away; a minus may stand before words and the other filters."
            ),
            QT_TRANSLATE_NOOP("Core", "this file has no text in the library"),
            # models
            QT_TRANSLATE_NOOP("Core", "{source} cannot be used: {what}"),
            QT_TRANSLATE_NOOP("Core", "the model that comes with Alcove is not installed"),
            QT_TRANSLATE_NOOP(
                "Core", "{file} was altered: its fingerprint is not the one on record"
            ),
            QT_TRANSLATE_NOOP("Core", "Remove this model's folder and install the model again."),
            QT_TRANSLATE_NOOP("Core", "Install the model again."),
            QT_TRANSLATE_NOOP("Core", "there is no model {model}"),
            QT_TRANSLATE_NOOP("Core", "It may be gone already."),
            QT_TRANSLATE_NOOP("Core", "Close Alcove and try again."),
            QT_TRANSLATE_NOOP("Core", "another model is called {name}"),
            QT_TRANSLATE_NOOP("Core", "Choose another name."),
            QT_TRANSLATE_NOOP("Core", "{file} is not what it should be"),
            QT_TRANSLATE_NOOP("Core", "{file} is no file"),
            QT_TRANSLATE_NOOP("Core", "Get the model's files again."),
            QT_TRANSLATE_NOOP("Core", "Get or export the model again."),
            QT_TRANSLATE_NOOP("Core", "{file} is missing"),
            QT_TRANSLATE_NOOP(
                "Core", "Choose a complete model folder, in the layout of sentence-transformers."
            ),
            QT_TRANSLATE_NOOP("Core", "Choose a complete model folder."),
            QT_TRANSLATE_NOOP(
                "Core", "Choose a text embedding model in the layout of sentence-transformers."
            ),
            QT_TRANSLATE_NOOP("Core", "Choose a model that makes one dense vector for a text."),
            QT_TRANSLATE_NOOP("Core", "Choose a model that comes with a fast tokenizer."),
            QT_TRANSLATE_NOOP("Core", "Choose a model that comes with tokenizer.json."),
            QT_TRANSLATE_NOOP("Core", "Choose a model that sentence-transformers can load."),
            QT_TRANSLATE_NOOP("Core", "Choose a model that is made for text of several sentences."),
            QT_TRANSLATE_NOOP(
                "Core", "Choose another model, or one whose network was exported otherwise."
            ),
            QT_TRANSLATE_NOOP("Core", "{file} asks for code of the model's own"),
            QT_TRANSLATE_NOOP("Core", "{file} asks for {kind}"),
            QT_TRANSLATE_NOOP(
                "Core", "Its own code would have to run: choose a model that needs none."
            ),
            QT_TRANSLATE_NOOP("Core", "{file} is a pickle, which can run code when it is opened"),
            QT_TRANSLATE_NOOP("Core", "Get the model with its weights as model.safetensors."),
            QT_TRANSLATE_NOOP("Core", "{folder} changed while it was read"),
            QT_TRANSLATE_NOOP("Core", "Try again."),
            QT_TRANSLATE_NOOP("Core", "{file} was written by another version of Alcove"),
            QT_TRANSLATE_NOOP("Core", "Remove this model's folder to have it made again."),
            QT_TRANSLATE_NOOP("Core", "{file} cannot be read as a tokenizer"),
            QT_TRANSLATE_NOOP("Core", "{file} cannot be read: {error}"),
            QT_TRANSLATE_NOOP("Core", "{folder} cannot be loaded: {error}"),
            # what stands around documents that are read
            QT_TRANSLATE_NOOP("Core", "Landlock (ABI {number}) and seccomp"),
            QT_TRANSLATE_NOOP("Core", "a process of its own with limits"),
        ),
    )
)

# Advice that speaks of the command line → what stands in its place in a window.
IN_A_WINDOW = {
    "Add a folder first: alcove index FOLDER": "Add a folder first.",
    "Update Alcove, or choose another library with --library.": (
        "Update Alcove. Nothing was changed."
    ),
    "Run alcove index: it is built again.": "It is built again by itself.",
    "Run alcove index: it is built again from what is stored.": "It is built again by itself.",
    "It is derived from your documents: alcove index builds it again.": (
        "It is built again by itself."
    ),
    "Run alcove index: it is brought up to date, and nothing is lost.": str(
        QT_TRANSLATE_NOOP("Core", "It is brought up to date by itself, and nothing is lost.")
    ),
    "Choose another with --library.": str(
        QT_TRANSLATE_NOOP("Core", "Check the folder above it, and its disk.")
    ),
    "Make room; what was finished is kept, and alcove index goes on from there.": str(
        QT_TRANSLATE_NOOP("Core", "Make room; what was finished is kept, and indexing goes on.")
    ),
    "alcove status lists those that are.": str(
        QT_TRANSLATE_NOOP("Core", "The settings list those that are.")
    ),
    "alcove status lists its folders.": str(
        QT_TRANSLATE_NOOP("Core", "The settings list its folders.")
    ),
    "alcove why FILE says what is in the way.": _HEALTH_TELLS,
    "alcove why FILE says what became of it.": _HEALTH_TELLS,
    "Wait until it has finished, or choose another library with --library.": str(
        QT_TRANSLATE_NOOP("Core", "Wait until it has finished.")
    ),
    "Choose a library on a disk of this computer with --library.": str(
        QT_TRANSLATE_NOOP("Core", "The library has to lie on a disk of this computer.")
    ),
    "alcove watch starts one.": str(QT_TRANSLATE_NOOP("Core", "One is started by itself.")),
    "alcove ignore lists them.": str(QT_TRANSLATE_NOOP("Core", "The settings list them.")),
}
