"""List the core's texts that a window shows, so that lupdate collects them for translation.

A name in braces stands for any value; “what” for a text that is looked up here as well.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

_HEALTH_TELLS = str(
    QT_TRANSLATE_NOOP("Core", "Health shows what happened to it, under “Why is a file not found?”.")
)

# Qt's stubs type each as object, hence `str`.
TEXTS = frozenset(
    map(
        str,
        (
            # the library
            QT_TRANSLATE_NOOP("Core", "this library is empty"),
            QT_TRANSLATE_NOOP("Core", "nothing was indexed yet"),
            QT_TRANSLATE_NOOP("Core", "Add a folder first."),
            QT_TRANSLATE_NOOP("Core", "an earlier version of Alcove wrote this library"),
            QT_TRANSLATE_NOOP(
                "Core",
                "a newer version of Alcove wrote this library (index version {version}; this "
                "program reads up to {known})",
            ),
            QT_TRANSLATE_NOOP(
                "Core",
                "a newer version of Alcove wrote this library (personal data version {version}; "
                "this program reads up to {known})",
            ),
            QT_TRANSLATE_NOOP("Core", "Update Alcove. Nothing was changed."),
            QT_TRANSLATE_NOOP("Core", "the index {path} is damaged: {error}"),
            QT_TRANSLATE_NOOP("Core", "the index is damaged"),
            QT_TRANSLATE_NOOP("Core", "Alcove rebuilds it by itself."),
            QT_TRANSLATE_NOOP("Core", "the words index is missing or damaged"),
            QT_TRANSLATE_NOOP("Core", "the library folder {path} cannot be made: {error}"),
            QT_TRANSLATE_NOOP(
                "Core", "the personal data in {path} cannot be read or written: {error}"
            ),
            QT_TRANSLATE_NOOP(
                "Core", "Check the disk and its free space, or put back a backup of that file."
            ),
            QT_TRANSLATE_NOOP("Core", "the disk that holds the library is full"),
            QT_TRANSLATE_NOOP("Core", "the disk that holds the library reports an error: {error}"),
            QT_TRANSLATE_NOOP("Core", "Check the disk. What is finished is kept."),
            QT_TRANSLATE_NOOP("Core", "that folder is not in this library"),
            QT_TRANSLATE_NOOP("Core", "that file is not in this library"),
            QT_TRANSLATE_NOOP("Core", "that folder cannot be read: {error}"),
            QT_TRANSLATE_NOOP("Core", "Check that it exists and that you may open it."),
            QT_TRANSLATE_NOOP("Core", "the question is empty"),
            QT_TRANSLATE_NOOP("Core", "Enter the question as you asked it."),
            QT_TRANSLATE_NOOP("Core", "the question is not valid Unicode"),
            QT_TRANSLATE_NOOP("Core", "no model was loaded for this search"),
            QT_TRANSLATE_NOOP("Core", "{model} is in use"),
            QT_TRANSLATE_NOOP("Core", "Switch to another model first."),
            # the indexer
            QT_TRANSLATE_NOOP("Core", "another Alcove is indexing this library"),
            QT_TRANSLATE_NOOP("Core", "the disk that holds the library cannot lock files: {error}"),
            QT_TRANSLATE_NOOP(
                "Core", "another Alcove is indexing this library, and does not answer"
            ),
            QT_TRANSLATE_NOOP("Core", "It may be stuck: end the process that holds {name}."),
            QT_TRANSLATE_NOOP(
                "Core", "It may be stuck or from another version: end it and try again."
            ),
            QT_TRANSLATE_NOOP("Core", "the indexer cannot be started"),
            QT_TRANSLATE_NOOP("Core", "A part of Alcove is missing: reinstall it."),
            QT_TRANSLATE_NOOP("Core", "the indexer stops right after it starts"),
            QT_TRANSLATE_NOOP("Core", "Run “alcove watch” in a terminal to see why."),
            QT_TRANSLATE_NOOP("Core", "no indexer is running for this library"),
            QT_TRANSLATE_NOOP(
                "Core",
                "The indexer continues by itself as soon as it can, and then does what you asked.",
            ),
            QT_TRANSLATE_NOOP(
                "Core", "The process that reads documents ended before it was ready."
            ),
            QT_TRANSLATE_NOOP(
                "Core",
                "Check that there is enough memory, and that the temporary folder has 10 MB of"
                " free space and may hold programs. If so, reinstall Alcove.",
            ),
            QT_TRANSLATE_NOOP(
                "Core", "The process that reads documents cannot be started: {error}"
            ),
            QT_TRANSLATE_NOOP(
                "Core", "Check that you may run this program. If you may, reinstall Alcove."
            ),
            QT_TRANSLATE_NOOP(
                "Core",
                "The index was damaged and was rebuilt on {day}. The old one is in {path}; you "
                "can delete it.",
            ),
            QT_TRANSLATE_NOOP(
                "Core", "The words index was {what}. Alcove rebuilds it from the database."
            ),
            QT_TRANSLATE_NOOP("Core", "missing"),
            QT_TRANSLATE_NOOP("Core", "damaged"),
            QT_TRANSLATE_NOOP("Core", "outdated"),
            QT_TRANSLATE_NOOP("Core", "of another database"),
            QT_TRANSLATE_NOOP("Core", "not equal to the database"),
            # folders that are polled, and rules
            QT_TRANSLATE_NOOP("Core", "on a network file system"),
            QT_TRANSLATE_NOOP("Core", "on a removable drive"),
            QT_TRANSLATE_NOOP("Core", "watch limit reached"),
            QT_TRANSLATE_NOOP("Core", "no events arrive"),
            QT_TRANSLATE_NOOP("Core", "no permission"),
            QT_TRANSLATE_NOOP("Core", "the system cannot watch it"),
            QT_TRANSLATE_NOOP("Core", "“{line}” is not a pattern"),
            QT_TRANSLATE_NOOP("Core", "the pattern “{line}” is not valid: {what}"),
            QT_TRANSLATE_NOOP(
                "Core",
                "Patterns are written as in .gitignore; a backslash takes away a character's"
                " special meaning.",
            ),
            QT_TRANSLATE_NOOP("Core", "“{line}” is not one of these rules"),
            QT_TRANSLATE_NOOP(
                "Core", "a line in a .gitignore or .ignore file brings that file back"
            ),
            QT_TRANSLATE_NOOP("Core", "Change that line, or switch ignore files off."),
            QT_TRANSLATE_NOOP("Core", "there is nothing to match"),
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
            QT_TRANSLATE_NOOP("Core", "Its parser failed ({error})."),
            QT_TRANSLATE_NOOP("Core", "It contains bytes that do not occur in text."),
            QT_TRANSLATE_NOOP("Core", "It holds more than {number} million characters."),
            QT_TRANSLATE_NOOP("Core", "Its messages hold more than {number} million characters."),
            QT_TRANSLATE_NOOP("Core", "It is larger than {number} MB."),
            QT_TRANSLATE_NOOP("Core", "It has {size} MiB; {format} files are read up to {limit}."),
            QT_TRANSLATE_NOOP("Core", "Unpacked, it would be more than {number} times as large."),
            QT_TRANSLATE_NOOP("Core", "Reading it takes too much memory."),
            QT_TRANSLATE_NOOP("Core", "Reading it took more than {number} seconds."),
            QT_TRANSLATE_NOOP("Core", "The process that reads files crashed on it."),
            QT_TRANSLATE_NOOP("Core", "The process that reads files stopped working."),
            QT_TRANSLATE_NOOP("Core", "You may not read this file."),
            QT_TRANSLATE_NOOP("Core", "Opening it failed: {error}."),
            QT_TRANSLATE_NOOP("Core", "Reading it failed: {error}."),
            QT_TRANSLATE_NOOP("Core", "It will be read again in a moment."),
            QT_TRANSLATE_NOOP("Core", "This kind of file is found by its name only."),
            QT_TRANSLATE_NOOP("Core", "You do not want {format} files to be read."),
            # queries
            QT_TRANSLATE_NOOP("Core", "“{value}” is not a kind of document"),
            QT_TRANSLATE_NOOP("Core", "“{value}” is not a language"),
            QT_TRANSLATE_NOOP("Core", "“{value}” is not a date"),
            QT_TRANSLATE_NOOP("Core", "“{value}” is not the name of a folder"),
            QT_TRANSLATE_NOOP("Core", "Did you mean {guess}?"),
            QT_TRANSLATE_NOOP("Core", "Try pdf, word, mail or code."),
            QT_TRANSLATE_NOOP("Core", "Try en or english."),
            QT_TRANSLATE_NOOP(
                "Core",
                "Try 2025-03-31, 2025-03, 2025, today or yesterday, or 7d, 2w, 3m, 1y for that "
                "long ago.",
            ),
            QT_TRANSLATE_NOOP(
                "Core", "Enter the folder's name, the end of its path, or the whole path."
            ),
            QT_TRANSLATE_NOOP("Core", "similar: needs the whole path of a file"),
            QT_TRANSLATE_NOOP("Core", "Start the path with / or ~."),
            QT_TRANSLATE_NOOP("Core", "similar: can be used only once"),
            QT_TRANSLATE_NOOP("Core", "similar: cannot be excluded"),
            QT_TRANSLATE_NOOP(
                "Core", "Remove it; a minus works before words and the other filters."
            ),
            QT_TRANSLATE_NOOP("Core", "this file has no text in the library"),
            # models
            QT_TRANSLATE_NOOP("Core", "{source} cannot be used: {what}"),
            QT_TRANSLATE_NOOP("Core", "the model that comes with Alcove is not installed"),
            QT_TRANSLATE_NOOP(
                "Core", "{file} was changed: its fingerprint differs from the one on record"
            ),
            QT_TRANSLATE_NOOP("Core", "Remove this model's folder and install the model again."),
            QT_TRANSLATE_NOOP("Core", "Install the model again."),
            QT_TRANSLATE_NOOP("Core", "there is no model {model}"),
            QT_TRANSLATE_NOOP("Core", "It may have been removed already."),
            QT_TRANSLATE_NOOP("Core", "Close Alcove and try again."),
            QT_TRANSLATE_NOOP("Core", "another model is already called {name}"),
            QT_TRANSLATE_NOOP("Core", "Choose another name."),
            QT_TRANSLATE_NOOP("Core", "{file} does not have the expected content"),
            QT_TRANSLATE_NOOP("Core", "{file} is not a file"),
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
                "Core", "Choose another model, or one whose network was exported differently."
            ),
            QT_TRANSLATE_NOOP("Core", "{file} asks for the model's own code"),
            QT_TRANSLATE_NOOP("Core", "{file} asks for {kind}"),
            QT_TRANSLATE_NOOP(
                "Core",
                "That code would have to run here. Choose a model that needs none of its own.",
            ),
            QT_TRANSLATE_NOOP("Core", "{file} is a pickle, which can run code when it is opened"),
            QT_TRANSLATE_NOOP("Core", "Get the model with its weights as model.safetensors."),
            QT_TRANSLATE_NOOP("Core", "{folder} changed while it was read"),
            QT_TRANSLATE_NOOP("Core", "Try again."),
            QT_TRANSLATE_NOOP("Core", "{file} was written by another version of Alcove"),
            QT_TRANSLATE_NOOP(
                "Core", "Delete this model's folder; Alcove then prepares the model again."
            ),
            QT_TRANSLATE_NOOP("Core", "{file} cannot be read as a tokenizer"),
            QT_TRANSLATE_NOOP("Core", "{file} cannot be read: {error}"),
            QT_TRANSLATE_NOOP("Core", "{folder} cannot be loaded: {error}"),
            # the sandbox around the reader
            QT_TRANSLATE_NOOP("Core", "Landlock (ABI {number}) and seccomp"),
            QT_TRANSLATE_NOOP("Core", "a process of its own with limits"),
        ),
    )
)

# Advice that names the command line → its replacement in a window.
IN_A_WINDOW = {
    "Add a folder first: alcove index FOLDER": "Add a folder first.",
    "Update Alcove, or choose another library with --library.": (
        "Update Alcove. Nothing was changed."
    ),
    "Run alcove index: it is built again.": "Alcove rebuilds it by itself.",
    "Run alcove index: it is built again from what is stored.": "Alcove rebuilds it by itself.",
    "It is derived from your documents: alcove index builds it again.": (
        "Alcove rebuilds it by itself."
    ),
    "Run alcove index: it is brought up to date, and nothing is lost.": str(
        QT_TRANSLATE_NOOP("Core", "Alcove upgrades it by itself. Nothing is lost.")
    ),
    "Choose another with --library.": str(
        QT_TRANSLATE_NOOP("Core", "Check the folder above it, and its disk.")
    ),
    "Make room; what was finished is kept, and alcove index goes on from there.": str(
        QT_TRANSLATE_NOOP(
            "Core",
            "Free some space. What is finished is kept, and indexing then continues by itself.",
        )
    ),
    "alcove status lists those that are.": str(
        QT_TRANSLATE_NOOP("Core", "The settings list the folders that are.")
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
        QT_TRANSLATE_NOOP("Core", "Keep the library on a disk of this computer.")
    ),
    "alcove watch starts one.": str(QT_TRANSLATE_NOOP("Core", "It starts by itself.")),
    "alcove ignore lists them.": str(QT_TRANSLATE_NOOP("Core", "The settings list them.")),
}
