<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Citation</name>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Close Alcove</source>
        <translation>Alcove schließen</translation>
    </message>
    <message>
        <source>Keep Alcove running when its window is closed?</source>
        <translation>Soll Alcove weiterlaufen, wenn das Fenster geschlossen wird?</translation>
    </message>
    <message>
        <source>Alcove then keeps your documents up to date in the background. To bring the window back, start Alcove again or press its shortcut. You can change this in the settings.</source>
        <translation>Die Dokumente bleiben dann im Hintergrund aktuell. Ein neuer Start oder das Tastenkürzel holt das Fenster zurück. In den Einstellungen lässt sich das ändern.</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>this library is empty</source>
        <translation>Diese Bibliothek ist noch leer</translation>
    </message>
    <message>
        <source>nothing was indexed yet</source>
        <translation>Noch wurde nichts eingelesen</translation>
    </message>
    <message>
        <source>Add a folder first.</source>
        <translation>Zuerst einen Ordner hinzufügen.</translation>
    </message>
    <message>
        <source>an earlier version of Alcove wrote this library</source>
        <translation>Diese Bibliothek stammt von einer älteren Version von Alcove</translation>
    </message>
    <message>
        <source>Alcove upgrades it by itself. Nothing is lost.</source>
        <translation>Sie wird von selbst auf den neuesten Stand gebracht, ohne dass etwas verloren geht.</translation>
    </message>
    <message>
        <source>a newer version of Alcove wrote this library (index version {version}; this program reads up to {known})</source>
        <translation>Diese Bibliothek stammt von einer neueren Version von Alcove (Indexversion {version}, dieses Programm kennt {known})</translation>
    </message>
    <message>
        <source>a newer version of Alcove wrote this library (personal data version {version}; this program reads up to {known})</source>
        <translation>Diese Bibliothek stammt von einer neueren Version von Alcove (Version {version} der persönlichen Daten, dieses Programm kennt {known})</translation>
    </message>
    <message>
        <source>Update Alcove. Nothing was changed.</source>
        <translation>Alcove aktualisieren. Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>the index {path} is damaged: {error}</source>
        <translation>Der Index {path} ist beschädigt: {error}</translation>
    </message>
    <message>
        <source>the index is damaged</source>
        <translation>Der Index ist beschädigt</translation>
    </message>
    <message>
        <source>Alcove rebuilds it by itself.</source>
        <translation>Er wird von selbst neu erstellt.</translation>
    </message>
    <message>
        <source>the words index is missing or damaged</source>
        <translation>Der Wortindex fehlt oder ist beschädigt</translation>
    </message>
    <message>
        <source>the library folder {path} cannot be made: {error}</source>
        <translation>Der Ordner der Bibliothek {path} lässt sich nicht anlegen: {error}</translation>
    </message>
    <message>
        <source>Check the folder above it, and its disk.</source>
        <translation>Den Ordner darüber und seinen Datenträger prüfen.</translation>
    </message>
    <message>
        <source>the personal data in {path} cannot be read or written: {error}</source>
        <translation>Die persönlichen Daten in {path} lassen sich nicht lesen oder schreiben: {error}</translation>
    </message>
    <message>
        <source>Check the disk and its free space, or put back a backup of that file.</source>
        <translation>Datenträger und freien Platz prüfen oder eine Sicherung der Datei zurückspielen.</translation>
    </message>
    <message>
        <source>the disk that holds the library is full</source>
        <translation>Der Datenträger mit der Bibliothek ist voll</translation>
    </message>
    <message>
        <source>Free some space. What is finished is kept, and indexing then continues by itself.</source>
        <translation>Platz schaffen: Was fertig ist, bleibt erhalten, und danach geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>the disk that holds the library reports an error: {error}</source>
        <translation>Der Datenträger mit der Bibliothek meldet Fehler: {error}</translation>
    </message>
    <message>
        <source>Check the disk. What is finished is kept.</source>
        <translation>Datenträger prüfen. Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>that folder is not in this library</source>
        <translation>Dieser Ordner gehört nicht zur Bibliothek</translation>
    </message>
    <message>
        <source>The settings list the folders that are.</source>
        <translation>Die Ordner der Bibliothek stehen in den Einstellungen.</translation>
    </message>
    <message>
        <source>that file is not in this library</source>
        <translation>Diese Datei gehört nicht zur Bibliothek</translation>
    </message>
    <message>
        <source>The settings list its folders.</source>
        <translation>Die Ordner der Bibliothek stehen in den Einstellungen.</translation>
    </message>
    <message>
        <source>that folder cannot be read: {error}</source>
        <translation>Dieser Ordner lässt sich nicht ansehen: {error}</translation>
    </message>
    <message>
        <source>Check that it exists and that you may open it.</source>
        <translation>Prüfen, ob er vorhanden ist und ob er geöffnet werden darf.</translation>
    </message>
    <message>
        <source>the question is empty</source>
        <translation>Die Anfrage ist leer</translation>
    </message>
    <message>
        <source>Enter the question as you asked it.</source>
        <translation>Die Anfrage so angeben, wie sie gestellt wurde.</translation>
    </message>
    <message>
        <source>the question is not valid Unicode</source>
        <translation>Die Anfrage enthält ungültige Zeichen</translation>
    </message>
    <message>
        <source>no model was loaded for this search</source>
        <translation>Für diese Suche wurde kein Modell geladen</translation>
    </message>
    <message>
        <source>{model} is in use</source>
        <translation>{model} wird gerade verwendet</translation>
    </message>
    <message>
        <source>Switch to another model first.</source>
        <translation>Zuerst ein anderes Modell verwenden.</translation>
    </message>
    <message>
        <source>another Alcove is indexing this library</source>
        <translation>Ein anderes Alcove indexiert diese Bibliothek bereits</translation>
    </message>
    <message>
        <source>Wait until it has finished.</source>
        <translation>Warten, bis es fertig ist.</translation>
    </message>
    <message>
        <source>the disk that holds the library cannot lock files: {error}</source>
        <translation>Der Datenträger mit der Bibliothek kann keine Dateien sperren: {error}</translation>
    </message>
    <message>
        <source>Keep the library on a disk of this computer.</source>
        <translation>Die Bibliothek muss auf einem Datenträger dieses Computers liegen.</translation>
    </message>
    <message>
        <source>another Alcove is indexing this library, and does not answer</source>
        <translation>Ein anderes Alcove indexiert diese Bibliothek und antwortet nicht</translation>
    </message>
    <message>
        <source>It may be stuck: end the process that holds {name}.</source>
        <translation>Vielleicht hängt es: den Prozess beenden, der {name} offen hält.</translation>
    </message>
    <message>
        <source>It may be stuck or from another version: end it and try again.</source>
        <translation>Vielleicht hängt es oder hat eine andere Version: beenden und erneut versuchen.</translation>
    </message>
    <message>
        <source>the indexer cannot be started</source>
        <translation>Die Indexierung lässt sich nicht starten</translation>
    </message>
    <message>
        <source>A part of Alcove is missing: reinstall it.</source>
        <translation>Ein Teil von Alcove fehlt: Alcove neu installieren.</translation>
    </message>
    <message>
        <source>the indexer stops right after it starts</source>
        <translation>Die Indexierung endet gleich nach dem Start</translation>
    </message>
    <message>
        <source>Run “alcove watch” in a terminal to see why.</source>
        <translation>Der Befehl „alcove watch“ nennt in einem Terminal den Grund.</translation>
    </message>
    <message>
        <source>no indexer is running for this library</source>
        <translation>Für diese Bibliothek läuft keine Indexierung</translation>
    </message>
    <message>
        <source>It starts by itself.</source>
        <translation>Sie startet von selbst.</translation>
    </message>
    <message>
        <source>The indexer continues by itself as soon as it can, and then does what you asked.</source>
        <translation>Sobald es möglich ist, geht die Indexierung von selbst weiter und holt den Auftrag nach.</translation>
    </message>
    <message>
        <source>The process that reads documents ended before it was ready.</source>
        <translation>Der Prozess, der Dokumente liest, endete, bevor er bereit war.</translation>
    </message>
    <message>
        <source>The process that reads documents cannot be started: {error}</source>
        <translation>Der Prozess, der Dokumente liest, lässt sich nicht starten: {error}</translation>
    </message>
    <message>
        <source>Check that you may run this program. If you may, reinstall Alcove.</source>
        <translation>Prüfen, ob dieses Programm ausgeführt werden darf. Wenn ja, Alcove neu installieren.</translation>
    </message>
    <message>
        <source>The index was damaged and was rebuilt on {day}. The old one is in {path}; you can delete it.</source>
        <translation>Der Index war beschädigt und wurde neu erstellt ({day}). Der alte liegt in {path} und kann gelöscht werden.</translation>
    </message>
    <message>
        <source>The words index was {what}. Alcove rebuilds it from the database.</source>
        <translation>Der Wortindex war {what} und wird aus der Datenbank neu erstellt.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>outdated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>of another database</source>
        <translation>der einer anderen Datenbank</translation>
    </message>
    <message>
        <source>not equal to the database</source>
        <translation>nicht auf dem Stand der Datenbank</translation>
    </message>
    <message>
        <source>on a network file system</source>
        <translation>liegt auf einem Netzlaufwerk</translation>
    </message>
    <message>
        <source>on a removable drive</source>
        <translation>liegt auf einem Wechseldatenträger</translation>
    </message>
    <message>
        <source>watch limit reached</source>
        <translation>das System überwacht keine weiteren Ordner</translation>
    </message>
    <message>
        <source>no events arrive</source>
        <translation>Änderungen werden nicht gemeldet</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>the system cannot watch it</source>
        <translation>das System kann ihn nicht überwachen</translation>
    </message>
    <message>
        <source>“{line}” is not a pattern</source>
        <translation>„{line}“ ist kein Muster</translation>
    </message>
    <message>
        <source>the pattern “{line}” is not valid: {what}</source>
        <translation>Das Muster „{line}“ ergibt keinen Sinn: {what}</translation>
    </message>
    <message>
        <source>“{line}” is not one of these rules</source>
        <translation>„{line}“ ist keine dieser Regeln</translation>
    </message>
    <message>
        <source>The settings list them.</source>
        <translation>Die Regeln stehen in den Einstellungen unter „Ausschlüsse“.</translation>
    </message>
    <message>
        <source>a line in a .gitignore or .ignore file brings that file back</source>
        <translation>Eine Zeile in einer .gitignore- oder .ignore-Datei holt die Datei zurück</translation>
    </message>
    <message>
        <source>Check that there is enough memory, and that the temporary folder has 10 MB of free space and may hold programs. If so, reinstall Alcove.</source>
        <translation>Prüfen, ob genug Arbeitsspeicher frei ist und ob der temporäre Ordner 10 MB Platz hat und Programme enthalten darf. Wenn ja, Alcove neu installieren.</translation>
    </message>
    <message>
        <source>Patterns are written as in .gitignore; a backslash takes away a character&apos;s special meaning.</source>
        <translation>Muster werden wie in .gitignore geschrieben; ein umgekehrter Schrägstrich nimmt einem Zeichen seine Sonderbedeutung.</translation>
    </message>
    <message>
        <source>Change that line, or switch ignore files off.</source>
        <translation>Die Zeile ändern oder diese Dateien nicht beachten lassen.</translation>
    </message>
    <message>
        <source>there is nothing to match</source>
        <translation>es gibt nichts, worauf es passen könnte</translation>
    </message>
    <message>
        <source>it has a zero byte</source>
        <translation>enthält ein Nullbyte</translation>
    </message>
    <message>
        <source>it ends with a backslash</source>
        <translation>endet mit einem umgekehrten Schrägstrich</translation>
    </message>
    <message>
        <source>a “[” has no “]”</source>
        <translation>einem „[“ fehlt das „]“</translation>
    </message>
    <message>
        <source>no class of characters has that name</source>
        <translation>eine Zeichenklasse dieses Namens gibt es nicht</translation>
    </message>
    <message>
        <source>It has more than 256 KiB</source>
        <translation>größer als 256 KiB</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>your rules, line {number}</source>
        <translation>eigene Regeln, Zeile {number}</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file has no bytes.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>Die Datei enthält keinen Text.</translation>
    </message>
    <message>
        <source>There is no message in it.</source>
        <translation>Die Datei enthält keine Nachricht.</translation>
    </message>
    <message>
        <source>It is a picture.</source>
        <translation>Die Datei ist ein Bild.</translation>
    </message>
    <message>
        <source>Its pages are pictures.</source>
        <translation>Die Seiten sind Bilder.</translation>
    </message>
    <message>
        <source>It is protected by a password.</source>
        <translation>Die Datei ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <source>It is protected by a password or by rights management.</source>
        <translation>Die Datei ist durch ein Passwort oder eine Rechteverwaltung geschützt.</translation>
    </message>
    <message>
        <source>It is an encrypted message.</source>
        <translation>Die Nachricht ist verschlüsselt.</translation>
    </message>
    <message>
        <source>It is cut off or damaged.</source>
        <translation>Die Datei ist unvollständig oder beschädigt.</translation>
    </message>
    <message>
        <source>Parts of the book are missing.</source>
        <translation>Teile des Buchs fehlen.</translation>
    </message>
    <message>
        <source>Its contents do not follow its format.</source>
        <translation>Der Inhalt entspricht nicht dem Format.</translation>
    </message>
    <message>
        <source>Its contents are not those of a notebook.</source>
        <translation>Der Inhalt ist kein Notebook.</translation>
    </message>
    <message>
        <source>Its parser failed ({error}).</source>
        <translation>Das Lesen ist gescheitert ({error}).</translation>
    </message>
    <message>
        <source>It contains bytes that do not occur in text.</source>
        <translation>Die Datei enthält Zeichen, die in keinem Text vorkommen.</translation>
    </message>
    <message>
        <source>It holds more than {number} million characters.</source>
        <translation>Die Datei enthält mehr als {number} Millionen Zeichen.</translation>
    </message>
    <message>
        <source>Its messages hold more than {number} million characters.</source>
        <translation>Die Nachrichten enthalten mehr als {number} Millionen Zeichen.</translation>
    </message>
    <message>
        <source>It is larger than {number} MB.</source>
        <translation>Die Datei ist größer als {number} MB.</translation>
    </message>
    <message>
        <source>It has {size} MiB; {format} files are read up to {limit}.</source>
        <translation>Die Datei ist {size} MiB groß; {format}-Dateien werden bis {limit} MiB gelesen.</translation>
    </message>
    <message>
        <source>Unpacked, it would be more than {number} times as large.</source>
        <translation>Entpackt wäre die Datei mehr als {number}-mal so groß.</translation>
    </message>
    <message>
        <source>Reading it takes too much memory.</source>
        <translation>Das Lesen braucht zu viel Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Reading it took more than {number} seconds.</source>
        <translation>Das Lesen dauerte länger als {number} Sekunden.</translation>
    </message>
    <message>
        <source>The process that reads files crashed on it.</source>
        <translation>Der Prozess, der Dateien liest, ist daran gescheitert.</translation>
    </message>
    <message>
        <source>The process that reads files stopped working.</source>
        <translation>Der Prozess, der Dateien liest, ist ausgefallen.</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>Das Lesen der Datei ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>Opening it failed: {error}.</source>
        <translation>Das Öffnen ist gescheitert: {error}.</translation>
    </message>
    <message>
        <source>Reading it failed: {error}.</source>
        <translation>Das Lesen ist gescheitert: {error}.</translation>
    </message>
    <message>
        <source>It will be read again in a moment.</source>
        <translation>Die Datei wird gleich noch einmal gelesen.</translation>
    </message>
    <message>
        <source>This kind of file is found by its name only.</source>
        <translation>Dateien dieser Art sind nur über den Namen auffindbar.</translation>
    </message>
    <message>
        <source>You do not want {format} files to be read.</source>
        <translation>{format}-Dateien werden nicht gelesen, so ist es eingestellt.</translation>
    </message>
    <message>
        <source>“{value}” is not a kind of document</source>
        <translation>„{value}“ ist keine Dokumentart</translation>
    </message>
    <message>
        <source>“{value}” is not a language</source>
        <translation>„{value}“ ist keine Sprache</translation>
    </message>
    <message>
        <source>“{value}” is not a date</source>
        <translation>„{value}“ ist kein Datum</translation>
    </message>
    <message>
        <source>“{value}” is not the name of a folder</source>
        <translation>„{value}“ ist kein Ordnername</translation>
    </message>
    <message>
        <source>Did you mean {guess}?</source>
        <translation>Ist {guess} gemeint?</translation>
    </message>
    <message>
        <source>Try pdf, word, mail or code.</source>
        <translation>Möglich sind pdf, word, mail oder code.</translation>
    </message>
    <message>
        <source>Try en or english.</source>
        <translation>Möglich ist en oder english.</translation>
    </message>
    <message>
        <source>Try 2025-03-31, 2025-03, 2025, today or yesterday, or 7d, 2w, 3m, 1y for that long ago.</source>
        <translation>Möglich sind 2025-03-31, 2025-03, 2025, today, yesterday oder 7d, 2w, 3m, 1y für entsprechend lange her.</translation>
    </message>
    <message>
        <source>Enter the folder&apos;s name, the end of its path, or the whole path.</source>
        <translation>Den Namen des Ordners, das Ende seines Pfads oder den ganzen Pfad angeben.</translation>
    </message>
    <message>
        <source>similar: needs the whole path of a file</source>
        <translation>similar: braucht den ganzen Pfad einer Datei</translation>
    </message>
    <message>
        <source>Start the path with / or ~.</source>
        <translation>Den Pfad von vorn angeben, beginnend mit / oder ~.</translation>
    </message>
    <message>
        <source>similar: can be used only once</source>
        <translation>similar: ist nur einmal möglich</translation>
    </message>
    <message>
        <source>similar: cannot be excluded</source>
        <translation>similar: lässt sich nicht ausschließen</translation>
    </message>
    <message>
        <source>Remove it; a minus works before words and the other filters.</source>
        <translation>Hier entfernen; ein Minus ist vor Wörtern und den übrigen Filtern möglich.</translation>
    </message>
    <message>
        <source>this file has no text in the library</source>
        <translation>Von dieser Datei ist kein Text in der Bibliothek</translation>
    </message>
    <message>
        <source>Health shows what happened to it, under “Why is a file not found?”.</source>
        <translation>Was aus ihr wurde, steht im Zustand unter „Warum wird eine Datei nicht gefunden?“.</translation>
    </message>
    <message>
        <source>{source} cannot be used: {what}</source>
        <translation>{source} ist nicht verwendbar: {what}</translation>
    </message>
    <message>
        <source>the model that comes with Alcove is not installed</source>
        <translation>Das Modell, das zu Alcove gehört, ist nicht installiert</translation>
    </message>
    <message>
        <source>{file} was changed: its fingerprint differs from the one on record</source>
        <translation>{file} wurde verändert: Der Fingerabdruck stimmt nicht mit dem gespeicherten überein</translation>
    </message>
    <message>
        <source>Remove this model&apos;s folder and install the model again.</source>
        <translation>Den Ordner dieses Modells löschen und das Modell neu installieren.</translation>
    </message>
    <message>
        <source>Install the model again.</source>
        <translation>Das Modell neu installieren.</translation>
    </message>
    <message>
        <source>there is no model {model}</source>
        <translation>Das Modell {model} gibt es nicht</translation>
    </message>
    <message>
        <source>It may have been removed already.</source>
        <translation>Vielleicht wurde es schon entfernt.</translation>
    </message>
    <message>
        <source>Close Alcove and try again.</source>
        <translation>Alcove schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>another model is already called {name}</source>
        <translation>Ein anderes Modell heißt schon {name}</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{file} does not have the expected content</source>
        <translation>{file} hat nicht den erwarteten Inhalt</translation>
    </message>
    <message>
        <source>{file} is not a file</source>
        <translation>{file} ist keine Datei</translation>
    </message>
    <message>
        <source>Get the model&apos;s files again.</source>
        <translation>Die Dateien des Modells neu beschaffen.</translation>
    </message>
    <message>
        <source>Get or export the model again.</source>
        <translation>Das Modell neu beschaffen oder exportieren.</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file} fehlt</translation>
    </message>
    <message>
        <source>Choose a complete model folder, in the layout of sentence-transformers.</source>
        <translation>Einen vollständigen Modellordner im Aufbau von sentence-transformers wählen.</translation>
    </message>
    <message>
        <source>Choose a complete model folder.</source>
        <translation>Einen vollständigen Modellordner wählen.</translation>
    </message>
    <message>
        <source>Choose a text embedding model in the layout of sentence-transformers.</source>
        <translation>Ein Einbettungsmodell für Text im Aufbau von sentence-transformers wählen.</translation>
    </message>
    <message>
        <source>Choose a model that makes one dense vector for a text.</source>
        <translation>Ein Modell wählen, das für einen Text genau einen dichten Vektor berechnet.</translation>
    </message>
    <message>
        <source>Choose a model that comes with a fast tokenizer.</source>
        <translation>Ein Modell mit schnellem Tokenizer wählen.</translation>
    </message>
    <message>
        <source>Choose a model that comes with tokenizer.json.</source>
        <translation>Ein Modell wählen, das tokenizer.json enthält.</translation>
    </message>
    <message>
        <source>Choose a model that sentence-transformers can load.</source>
        <translation>Ein Modell wählen, das sentence-transformers laden kann.</translation>
    </message>
    <message>
        <source>Choose a model that is made for text of several sentences.</source>
        <translation>Ein Modell für Texte aus mehreren Sätzen wählen.</translation>
    </message>
    <message>
        <source>Choose another model, or one whose network was exported differently.</source>
        <translation>Ein anderes Modell wählen oder eines mit anders exportiertem Netz.</translation>
    </message>
    <message>
        <source>{file} asks for the model&apos;s own code</source>
        <translation>{file} verlangt eigenen Code des Modells</translation>
    </message>
    <message>
        <source>{file} asks for {kind}</source>
        <translation>{file} verlangt {kind}</translation>
    </message>
    <message>
        <source>That code would have to run here. Choose a model that needs none of its own.</source>
        <translation>Dafür müsste Code des Modells laufen: ein Modell wählen, das ohne auskommt.</translation>
    </message>
    <message>
        <source>{file} is a pickle, which can run code when it is opened</source>
        <translation>{file} ist eine Pickle-Datei, die beim Öffnen Code ausführen kann</translation>
    </message>
    <message>
        <source>Get the model with its weights as model.safetensors.</source>
        <translation>Das Modell mit Gewichten als model.safetensors beschaffen.</translation>
    </message>
    <message>
        <source>{folder} changed while it was read</source>
        <translation>{folder} wurde während des Lesens geändert</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <source>{file} was written by another version of Alcove</source>
        <translation>{file} stammt von einer anderen Version von Alcove</translation>
    </message>
    <message>
        <source>Delete this model&apos;s folder; Alcove then prepares the model again.</source>
        <translation>Den Ordner dieses Modells löschen, damit es neu erstellt wird.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a tokenizer</source>
        <translation>{file} ist nicht als Tokenizer lesbar</translation>
    </message>
    <message>
        <source>{file} cannot be read: {error}</source>
        <translation>{file} ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>{folder} cannot be loaded: {error}</source>
        <translation>{folder} lässt sich nicht laden: {error}</translation>
    </message>
    <message>
        <source>Landlock (ABI {number}) and seccomp</source>
        <translation>Landlock (ABI {number}) und seccomp</translation>
    </message>
    <message>
        <source>a process of its own with limits</source>
        <translation>einem eigenen Prozess mit Grenzen</translation>
    </message>
</context>
<context>
    <name>CountTexts</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln Textstelle</numerusform>
            <numerusform>%Ln Textstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln Seite</numerusform>
            <numerusform>%Ln Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln slide(s)</source>
        <translation>
            <numerusform>%Ln Folie</numerusform>
            <numerusform>%Ln Folien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sheet(s)</source>
        <translation>
            <numerusform>%Ln Tabellenblatt</numerusform>
            <numerusform>%Ln Tabellenblätter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more passage(s)</source>
        <translation>
            <numerusform>%n weitere Textstelle</numerusform>
            <numerusform>%n weitere Textstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy/copies</source>
        <translation>
            <numerusform>%n Kopie</numerusform>
            <numerusform>%n Kopien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other version(s)</source>
        <translation>
            <numerusform>%n andere Fassung</numerusform>
            <numerusform>%n andere Fassungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>vor %n s</numerusform>
            <numerusform>vor %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>etwa %n min</numerusform>
            <numerusform>etwa %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h</source>
        <translation>
            <numerusform>etwa %n h</numerusform>
            <numerusform>etwa %n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Alcove</source>
        <translation>Alcove</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. Alcove keeps running.</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten. Alcove läuft weiter.</translation>
    </message>
    <message>
        <source>Your documents are untouched. If something no longer works, quit Alcove and start it again. This line helps to fix the fault; it contains nothing personal:
{what}</source>
        <translation>Ihre Dokumente sind unberührt. Wenn etwas nicht mehr geht, Alcove beenden und neu starten. Zur Behebung hilft diese Zeile, die nichts Persönliches enthält:
{what}</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>unter einer Minute</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No document matches both the filters and the question.</source>
        <translation>Kein Dokument erfüllt die Filter und passt zur Anfrage.</translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation>Ohne Filter suchen</translation>
    </message>
    <message>
        <source>{share} of your documents can be found by meaning so far; the rest follows.</source>
        <translation>Bisher sind {share} der Dokumente nach Bedeutung auffindbar; der Rest folgt.</translation>
    </message>
    <message>
        <source>None of your documents contains these words.</source>
        <translation>Kein Dokument enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Search by meaning as well</source>
        <translation>Auch nach Bedeutung suchen</translation>
    </message>
    <message>
        <source>None of your documents answers this.</source>
        <translation>Kein Dokument passt zu dieser Anfrage.</translation>
    </message>
    <message>
        <source>No folder is searched yet</source>
        <translation>Noch wird kein Ordner durchsucht</translation>
    </message>
    <message>
        <source>Choose the folders whose documents you want to find.</source>
        <translation>Wählen Sie die Ordner, deren Dokumente Sie finden möchten.</translation>
    </message>
    <message>
        <source>Choose folders</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Add it to find its documents.</source>
        <translation>Fügen Sie ihn hinzu, dann lassen sich seine Dokumente finden.</translation>
    </message>
    <message>
        <source>This folder is not searched yet</source>
        <translation>Dieser Ordner wird noch nicht durchsucht</translation>
    </message>
    <message>
        <source>Add this folder</source>
        <translation>Diesen Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation>Noch nichts gefunden</translation>
    </message>
    <message>
        <source>Documents are still being read. What is found will appear here.</source>
        <translation>Dokumente werden noch gelesen. Treffer erscheinen hier.</translation>
    </message>
    <message>
        <source>Reading your documents</source>
        <translation>Dokumente werden gelesen</translation>
    </message>
    <message>
        <source>You will find the first ones in a moment. You can already type.</source>
        <translation>Die ersten sind gleich auffindbar. Eine Anfrage ist schon jetzt möglich.</translation>
    </message>
    <message>
        <source>{done} of {total} files have been read.</source>
        <translation>{done} von {total} Dateien sind gelesen.</translation>
    </message>
    <message>
        <source>Search is not available right now</source>
        <translation>Die Suche ist gerade nicht möglich</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ExclusionsPage</name>
    <message>
        <source>Exclusions</source>
        <translation>Ausschlüsse</translation>
    </message>
    <message>
        <source>Alcove neither reads nor finds what is excluded. Your files are not changed.</source>
        <translation>Ausgeschlossenes wird weder gelesen noch gefunden. Die Dateien selbst bleiben unverändert.</translation>
    </message>
    <message>
        <source>Excluded now</source>
        <translation>Derzeit ausgeschlossen</translation>
    </message>
    <message>
        <source>Respect .gitignore files</source>
        <translation>.gitignore-Dateien beachten</translation>
    </message>
    <message>
        <source>Search hidden files</source>
        <translation>Versteckte Dateien durchsuchen</translation>
    </message>
    <message>
        <source>Excludes what .gitignore and .ignore files in your folders list.</source>
        <translation>Schließt aus, was .gitignore- und .ignore-Dateien in den Ordnern nennen.</translation>
    </message>
    <message>
        <source>Files and folders whose name begins with a dot.</source>
        <translation>Dateien und Ordner, deren Name mit einem Punkt beginnt.</translation>
    </message>
    <message>
        <source>Nothing is excluded.</source>
        <translation>Nichts ist ausgeschlossen.</translation>
    </message>
</context>
<context>
    <name>FailureActions</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Exclude from now on</source>
        <translation>Künftig ausschließen</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Alle erneut versuchen</translation>
    </message>
    <message>
        <source>The file is being read again.</source>
        <translation>Die Datei wird noch einmal gelesen.</translation>
    </message>
    <message>
        <source>The files are being read again.</source>
        <translation>Die Dateien werden noch einmal gelesen.</translation>
    </message>
    <message>
        <source>A rule of its folder now excludes this file.</source>
        <translation>Die Datei ist jetzt durch eine Regel ihres Ordners ausgeschlossen.</translation>
    </message>
</context>
<context>
    <name>FailuresView</name>
    <message>
        <source>Files that could not be indexed</source>
        <translation>Dateien, die nicht indexiert werden konnten</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Any type</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Any folder</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner…</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Past week</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Past month</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Past year</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>Seit {day}</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>Bis {day}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Similar to</source>
        <translation>Ähnlich wie</translation>
    </message>
    <message>
        <source>{filter}: {values}</source>
        <translation>{filter}: {values}</translation>
    </message>
    <message>
        <source>Sort: relevance</source>
        <translation>Nach Relevanz</translation>
    </message>
    <message>
        <source>Sort: newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Sort: oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sortierung</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>Im Dokument suchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Add another folder…</source>
        <translation>Weiteren Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Which folders should Alcove search?</source>
        <translation>Welche Ordner sollen durchsuchbar sein?</translation>
    </message>
    <message>
        <source>Alcove reads them on this machine. Nothing in them ever leaves it.</source>
        <translation>Sie werden auf diesem Gerät gelesen, und nichts davon verlässt es.</translation>
    </message>
    <message>
        <source>Hidden and temporary files, caches and downloaded code are excluded. You can change this in the settings.</source>
        <translation>Versteckte und temporäre Dateien, Zwischenspeicher und heruntergeladener Code bleiben außen vor. All das lässt sich in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Choose a folder to search</source>
        <translation>Ordner zum Durchsuchen wählen</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>counting …</source>
        <translation>wird gezählt …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderEntry</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Rules for {name}</source>
        <translation>Regeln für {name}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) will be removed from the index, with everything that was read from it/them. Nothing changes on the disk.</source>
        <translation>
            <numerusform>%Ln Datei verlässt den Index, mit allem, was daraus gelesen wurde. Auf dem Datenträger ändert sich nichts.</numerusform>
            <numerusform>%Ln Dateien verlassen den Index, mit allem, was daraus gelesen wurde. Auf dem Datenträger ändert sich nichts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>Not scanned yet</source>
        <translation>Noch nicht durchgesehen</translation>
    </message>
    <message>
        <source>{files} · watched</source>
        <translation>{files} · überwacht</translation>
    </message>
    <message>
        <source>{files} · scanned every two minutes: {reason}</source>
        <translation>{files} · wird alle zwei Minuten durchgesehen: {reason}</translation>
    </message>
    <message>
        <source>Not available right now. Nothing was deleted.</source>
        <translation>Derzeit nicht verfügbar. Nichts davon wurde gelöscht.</translation>
    </message>
    <message>
        <source>Not available since {moment}. Nothing was deleted.</source>
        <translation>Nicht verfügbar seit {moment}. Nichts davon wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Alcove reads what is in these folders and finds it, on this machine only.</source>
        <translation>Was in diesen Ordnern liegt, wird gelesen und ist auffindbar, nur auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation>Weiterer Ordner</translation>
    </message>
    <message>
        <source>Or drop it on this page.</source>
        <translation>Oder auf diese Seite ziehen.</translation>
    </message>
    <message>
        <source>Choose a folder to search</source>
        <translation>Ordner zum Durchsuchen wählen</translation>
    </message>
</context>
<context>
    <name>ForgetFolder</name>
    <message>
        <source>Folder to forget</source>
        <translation>Ordner, der vergessen werden soll</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget this folder</source>
        <translation>Diesen Ordner vergessen</translation>
    </message>
    <message>
        <source>Forget a folder</source>
        <translation>Ordner vergessen</translation>
    </message>
    <message>
        <source>Everything that was read from it is deleted from the library. Your files stay.</source>
        <translation>Alles daraus Gelesene verlässt die Bibliothek. Die Dateien bleiben.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Everything that was read from {folder} is deleted from the library.</source>
        <translation>Alles, was aus {folder} gelesen wurde, wird aus der Bibliothek gelöscht.</translation>
    </message>
</context>
<context>
    <name>FormatNames</name>
    <message>
        <source>Source code, scripts and configuration</source>
        <translation>Quelltext, Skripte und Konfiguration</translation>
    </message>
    <message>
        <source>Tables as text (csv)</source>
        <translation>Tabellen als Text (csv)</translation>
    </message>
    <message>
        <source>Word until 2003 (doc)</source>
        <translation>Word bis 2003 (doc)</translation>
    </message>
    <message>
        <source>Word (docx)</source>
        <translation>Word (docx)</translation>
    </message>
    <message>
        <source>Single mails (eml)</source>
        <translation>Einzelne Mails (eml)</translation>
    </message>
    <message>
        <source>Electronic books (epub)</source>
        <translation>E-Books (epub)</translation>
    </message>
    <message>
        <source>Web pages (html)</source>
        <translation>Webseiten (html)</translation>
    </message>
    <message>
        <source>Pictures with text</source>
        <translation>Bilder mit Text</translation>
    </message>
    <message>
        <source>Jupyter notebooks (ipynb)</source>
        <translation>Jupyter-Notebooks (ipynb)</translation>
    </message>
    <message>
        <source>Data (json)</source>
        <translation>Daten (json)</translation>
    </message>
    <message>
        <source>Mailboxes (mbox)</source>
        <translation>Postfächer (mbox)</translation>
    </message>
    <message>
        <source>Markdown (md)</source>
        <translation>Markdown (md)</translation>
    </message>
    <message>
        <source>Outlook mails (msg)</source>
        <translation>Outlook-Mails (msg)</translation>
    </message>
    <message>
        <source>OpenDocument slides (odp)</source>
        <translation>OpenDocument-Präsentationen (odp)</translation>
    </message>
    <message>
        <source>OpenDocument sheets (ods)</source>
        <translation>OpenDocument-Tabellen (ods)</translation>
    </message>
    <message>
        <source>OpenDocument text (odt)</source>
        <translation>OpenDocument-Text (odt)</translation>
    </message>
    <message>
        <source>Org mode (org)</source>
        <translation>Org-Mode (org)</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PowerPoint until 2003 (ppt)</source>
        <translation>PowerPoint bis 2003 (ppt)</translation>
    </message>
    <message>
        <source>PowerPoint (pptx)</source>
        <translation>PowerPoint (pptx)</translation>
    </message>
    <message>
        <source>reStructuredText (rst)</source>
        <translation>reStructuredText (rst)</translation>
    </message>
    <message>
        <source>Rich text (rtf)</source>
        <translation>Formatierter Text (rtf)</translation>
    </message>
    <message>
        <source>TeX and LaTeX (tex)</source>
        <translation>TeX und LaTeX (tex)</translation>
    </message>
    <message>
        <source>Tables with tabs (tsv)</source>
        <translation>Tabellen mit Tabulatoren (tsv)</translation>
    </message>
    <message>
        <source>Plain text (txt)</source>
        <translation>Reiner Text (txt)</translation>
    </message>
    <message>
        <source>Excel until 2003 (xls)</source>
        <translation>Excel bis 2003 (xls)</translation>
    </message>
    <message>
        <source>Excel (xlsx)</source>
        <translation>Excel (xlsx)</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
</context>
<context>
    <name>FormatRow</name>
    <message>
        <source>Read {kind}</source>
        <translation>{kind} lesen</translation>
    </message>
    <message>
        <source>Largest file of {kind}</source>
        <translation>Größte Datei: {kind}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>up to {size}</source>
        <translation>bis {size}</translation>
    </message>
</context>
<context>
    <name>FormatsPage</name>
    <message>
        <source>File types</source>
        <translation>Dateiarten</translation>
    </message>
    <message>
        <source>Types that are switched off are neither read nor found.</source>
        <translation>Ausgeschaltete Arten werden weder gelesen noch gefunden.</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>Im Hintergrund</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>This desktop shows no tray.</source>
        <translation>Dieser Desktop zeigt keinen Infobereich.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Beim Schließen des Fensters</translation>
    </message>
    <message>
        <source>“Keep running” keeps the index up to date in the background.</source>
        <translation>„Weiterlaufen“ hält den Index im Hintergrund aktuell.</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>Wie im System</translation>
    </message>
</context>
<context>
    <name>GlobalShortcut</name>
    <message>
        <source>This desktop manages shortcuts itself. In its keyboard settings, add a shortcut for this command: alcove-desktop --toggle</source>
        <translation>Dieser Desktop verwaltet Tastenkürzel selbst. In seinen Tastatureinstellungen lässt sich eines für diesen Befehl anlegen: alcove-desktop --toggle</translation>
    </message>
    <message>
        <source>A shortcut is one key with Ctrl, Alt or the system key.</source>
        <translation>Ein Tastenkürzel besteht aus einer Taste zusammen mit Strg, Alt oder der Systemtaste.</translation>
    </message>
    <message>
        <source>This key cannot be used for a shortcut.</source>
        <translation>Diese Taste eignet sich nicht für ein Tastenkürzel.</translation>
    </message>
    <message>
        <source>Another program uses this shortcut. Choose a different one.</source>
        <translation>Ein anderes Programm verwendet dieses Tastenkürzel. Ein anderes wählen.</translation>
    </message>
    <message>
        <source>The display does not answer.</source>
        <translation>Die Anzeige antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>HealthWindow</name>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Filter by name or folder</source>
        <translation>Nach Name oder Ordner filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>All files could be read.</source>
        <translation>Alle Dateien konnten gelesen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read. Only the name(s) can be found.</source>
        <translation>
            <numerusform>%Ln Datei konnte nicht gelesen werden. Nur der Name ist auffindbar.</numerusform>
            <numerusform>%Ln Dateien konnten nicht gelesen werden. Nur die Namen sind auffindbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>No path here contains this.</source>
        <translation>Keine Datei hier hat das in ihrem Pfad.</translation>
    </message>
</context>
<context>
    <name>HitActions</name>
    <message>
        <source>This file&apos;s name cannot be used in a search.</source>
        <translation>Der Name dieser Datei lässt sich in einer Suche nicht verwenden.</translation>
    </message>
    <message>
        <source>Rename the file to search for it.</source>
        <translation>Nach dem Umbenennen lässt sich danach suchen.</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>Pfad kopiert</translation>
    </message>
    <message>
        <source>Citation copied</source>
        <translation>Zitat kopiert</translation>
    </message>
    <message>
        <source>Saved: this is what you wanted</source>
        <translation>Gemerkt: das Gesuchte</translation>
    </message>
    <message>
        <source>Saved: not what you wanted</source>
        <translation>Gemerkt: nicht das Gesuchte</translation>
    </message>
</context>
<context>
    <name>KeptRecords</name>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>They are deleted for good.</source>
        <translation>Sie werden endgültig gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted.</source>
        <translation>
            <numerusform>%Ln gelöscht.</numerusform>
            <numerusform>%Ln gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked {files}, {size}: found traces of {found}.</source>
        <translation>{files}, {size} durchsucht: Spuren gefunden ({found}).</translation>
    </message>
    <message>
        <source>Checked {files}, {size}: found no trace.</source>
        <translation>{files}, {size} durchsucht: nichts davon gefunden.</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
</context>
<context>
    <name>LibraryState</name>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>Die Schreibweise prüfen.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Open at page {number}</source>
        <translation>Auf Seite {number} öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Zitat kopieren</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Ähnliche suchen</translation>
    </message>
    <message>
        <source>Why this hit</source>
        <translation>Warum dieser Treffer</translation>
    </message>
    <message>
        <source>This is what I wanted</source>
        <translation>Das war gesucht</translation>
    </message>
    <message>
        <source>Not what I wanted</source>
        <translation>Das war nicht gesucht</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Other versions</source>
        <translation>Andere Fassungen</translation>
    </message>
</context>
<context>
    <name>ModeSelector</name>
    <message>
        <source>How to search</source>
        <translation>Art der Suche</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>By meaning and by words</source>
        <translation>Nach Bedeutung und nach Wörtern</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>By what is meant, whatever the words</source>
        <translation>Nach dem Gemeinten, gleich in welchen Worten</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>By the words themselves</source>
        <translation>Nach den Wörtern selbst</translation>
    </message>
</context>
<context>
    <name>ModelEntry</name>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Progress of the change of model</source>
        <translation>Fortschritt des Modellwechsels</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The model is deleted from the library. It can be imported again.</source>
        <translation>Das Modell wird aus der Bibliothek gelöscht. Es lässt sich wieder importieren.</translation>
    </message>
    <message>
        <source>{activity}: {done} of {total}. Until then, the current model is used.</source>
        <translation>{activity}: {done} von {total}. Bis dahin antwortet das bisherige Modell.</translation>
    </message>
    <message>
        <source>In use for searches.</source>
        <translation>Wird für die Suche verwendet.</translation>
    </message>
    <message>
        <source>In use until the new model is ready.</source>
        <translation>Wird verwendet, bis das neue Modell bereit ist.</translation>
    </message>
    <message>
        <source>Takes over as soon as it is ready.</source>
        <translation>Übernimmt, sobald es bereit ist.</translation>
    </message>
    <message>
        <source>{dimension} dimensions · {tokens} tokens · {size}</source>
        <translation>{dimension} Dimensionen · {tokens} Tokens · {size}</translation>
    </message>
    <message>
        <source>not prepared yet</source>
        <translation>noch nicht vorbereitet</translation>
    </message>
</context>
<context>
    <name>ModelImport</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import another model</source>
        <translation>Weiteres Modell importieren</translation>
    </message>
    <message>
        <source>The model is being prepared</source>
        <translation>Das Modell wird vorbereitet</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>Ordner eines Modells wählen</translation>
    </message>
    <message>
        <source>{name} is ready. Choose “Use” to search with it.</source>
        <translation>{name} ist bereit. Mit „Verwenden“ beantwortet es Suchanfragen.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported.</source>
        <translation>Abgebrochen. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The model is being checked and prepared. This happens once and may take a minute.</source>
        <translation>Das Modell wird geprüft und vorbereitet. Das geschieht einmal und kann eine Minute dauern.</translation>
    </message>
    <message>
        <source>From a folder on this machine, in the layout of sentence-transformers.</source>
        <translation>Aus einem Ordner auf diesem Gerät, im Aufbau von sentence-transformers.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model captures what text means, on this machine. While a new one is being prepared, the current one stays in use.</source>
        <translation>Das Modell erfasst die Bedeutung von Text, auf diesem Gerät. Während ein anderes vorbereitet wird, antwortet das bisherige weiter.</translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Suche sichern…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Health…</source>
        <translation>Zustand…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Save this search</source>
        <translation>Suche sichern</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Name – another saved search already has this name</source>
        <translation>Name – so heißt schon eine gesicherte Suche</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Nothing relevant. The closest results:</source>
        <translation>Nichts Passendes. Die nächsten Treffer:</translation>
    </message>
    <message>
        <source>{what}. {advice}</source>
        <translation>{what}. {advice}</translation>
    </message>
    <message>
        <source>“{part}”: {what}</source>
        <translation>„{part}“: {what}</translation>
    </message>
    <message>
        <source>Searched for similar spellings: {words}.</source>
        <translation>Gesucht nach ähnlich geschriebenen Wörtern: {words}.</translation>
    </message>
    <message>
        <source>The words index is being rebuilt. Until then, results come from meaning alone.</source>
        <translation>Der Wortindex wird neu erstellt: Treffer vorerst nur nach Bedeutung.</translation>
    </message>
    <message>
        <source>So far, {share} of what was read can be found by meaning, and all of it by words.</source>
        <translation>Bisher sind {share} des Gelesenen nach Bedeutung auffindbar, alles nach Wörtern.</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>This file is no longer there.</source>
        <translation>Diese Datei ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its disk is not connected.</source>
        <translation>Sie wurde verschoben, umbenannt oder gelöscht, oder ihr Datenträger ist nicht verbunden.</translation>
    </message>
    <message>
        <source>This file is a program, and Alcove does not start programs.</source>
        <translation>Diese Datei ist ein Programm, und Alcove startet keine Programme.</translation>
    </message>
    <message>
        <source>Show it in its folder and open it from there, if you trust it.</source>
        <translation>Wenn sie vertrauenswürdig ist: im Ordner zeigen und dort öffnen.</translation>
    </message>
    <message>
        <source>No application could show this folder.</source>
        <translation>Kein Programm hat diesen Ordner gezeigt.</translation>
    </message>
    <message>
        <source>Install a file manager, or copy the path with Ctrl+C.</source>
        <translation>Eine Dateiverwaltung installieren oder den Pfad mit Strg+C kopieren.</translation>
    </message>
    <message>
        <source>No application could open this file.</source>
        <translation>Keine Anwendung hat diese Datei geöffnet.</translation>
    </message>
    <message>
        <source>Choose an application for this type of file in your system&apos;s settings.</source>
        <translation>In den Systemeinstellungen eine Anwendung für diese Dateiart wählen.</translation>
    </message>
    <message>
        <source>Files cannot be opened: the part of Alcove that opens them has stopped.</source>
        <translation>Dateien lassen sich nicht öffnen: Der zuständige Teil von Alcove wurde beendet.</translation>
    </message>
    <message>
        <source>Quit Alcove and start it again.</source>
        <translation>Alcove beenden und neu starten.</translation>
    </message>
</context>
<context>
    <name>Outlook</name>
    <message>
        <source>Choose at least one folder.</source>
        <translation>Mindestens einen Ordner wählen.</translation>
    </message>
    <message>
        <source>Counting the documents in these folders …</source>
        <translation>Der Inhalt der Ordner wird gezählt …</translation>
    </message>
    <message>
        <source>There are no documents in them yet.</source>
        <translation>Darin sind noch keine Dokumente.</translation>
    </message>
    <message>
        <source>{documents}, all of them ready in {meaning}.</source>
        <translation>{documents}, alles bereit in {meaning}.</translation>
    </message>
    <message>
        <source>{documents}. Search by words in {words}, by meaning in {meaning}. You can search what is ready at any time.</source>
        <translation>{documents}. Nach Wörtern durchsuchbar in {words}, nach Bedeutung in {meaning}; was fertig ist, wird sofort gefunden.</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Previous page</source>
        <translation>Vorherige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
</context>
<context>
    <name>PagesPanel</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>changed {day}</source>
        <translation>geändert am {day}</translation>
    </message>
    <message>
        <source>This file is not available right now. You see the text that was read earlier.</source>
        <translation>Diese Datei ist derzeit nicht vorhanden. Gezeigt wird der gelesene Text.</translation>
    </message>
    <message>
        <source>This file has changed since its text was read.</source>
        <translation>Diese Datei wurde geändert, seit ihr Text gelesen wurde.</translation>
    </message>
    <message>
        <source>The page takes a moment to draw. This is its text.</source>
        <translation>Die Seite braucht einen Moment. Das ist ihr Text.</translation>
    </message>
    <message>
        <source>The page takes too long to draw. This is its text.</source>
        <translation>Die Seite braucht zu lange. Das ist ihr Text.</translation>
    </message>
    <message>
        <source>The page cannot be drawn ({why}).</source>
        <translation>Die Seite lässt sich nicht darstellen ({why}).</translation>
    </message>
    <message>
        <source>This file is no longer in the index.</source>
        <translation>Diese Datei ist nicht mehr im Index.</translation>
    </message>
    <message>
        <source>This file is waiting to be read.</source>
        <translation>Diese Datei wartet darauf, gelesen zu werden.</translation>
    </message>
    <message>
        <source>There is no text in this file.</source>
        <translation>Diese Datei enthält keinen Text.</translation>
    </message>
</context>
<context>
    <name>PreviewHeader</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Ähnliche suchen</translation>
    </message>
    <message>
        <source>Why this hit</source>
        <translation>Warum dieser Treffer</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Open at page {page}</source>
        <translation>Auf Seite {page} öffnen</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>What is kept about you</source>
        <translation>Was über Sie gespeichert wird</translation>
    </message>
    <message>
        <source>Remember questions</source>
        <translation>Anfragen merken</translation>
    </message>
    <message>
        <source>Your earlier questions are suggested again. They stay on this machine.</source>
        <translation>Frühere Anfragen werden wieder vorgeschlagen. Sie bleiben auf diesem Gerät.</translation>
    </message>
    <message>
        <source>Remembered questions</source>
        <translation>Gemerkte Anfragen</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Note which results you open</source>
        <translation>Geöffnete Treffer merken</translation>
    </message>
    <message>
        <source>Lets “alcove evaluate --mine” show how well searching works for you.</source>
        <translation>Zeigt, wie gut die Suche ist: alcove evaluate --mine.</translation>
    </message>
    <message>
        <source>Opened and marked results</source>
        <translation>Geöffnete und markierte Treffer</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>What Alcove keeps, and where</source>
        <translation>Was Alcove speichert und wo</translation>
    </message>
    <message>
        <source>Every part, with its location and size. You can save it as a text file.</source>
        <translation>Jeder Teil mit Ort und Größe, zum Lesen oder als Textdatei.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) is/are kept.</source>
        <translation>
            <numerusform>%Ln Anfrage ist gespeichert.</numerusform>
            <numerusform>%Ln Anfragen sind gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) is/are kept.</source>
        <translation>
            <numerusform>%Ln Treffer ist gespeichert.</numerusform>
            <numerusform>%Ln Treffer sind gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>None are kept.</source>
        <translation>Keine gespeichert.</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>Tasten drücken</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>No text in it</source>
        <translation>Kein Text enthalten</translation>
    </message>
    <message>
        <source>Pictures of text only</source>
        <translation>Text nur als Bild</translation>
    </message>
    <message>
        <source>Unknown file type</source>
        <translation>Unbekannte Dateiart</translation>
    </message>
    <message>
        <source>Not text</source>
        <translation>Keine Textdatei</translation>
    </message>
    <message>
        <source>A type that is switched off</source>
        <translation>Ausgeschaltete Dateiart</translation>
    </message>
    <message>
        <source>Locked with a password</source>
        <translation>Durch Passwort geschützt</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Larger than the limit</source>
        <translation>Größer als erlaubt</translation>
    </message>
    <message>
        <source>Unpacks to far too much data</source>
        <translation>Entpackt viel zu groß</translation>
    </message>
    <message>
        <source>Takes too long to read</source>
        <translation>Lesen dauert zu lange</translation>
    </message>
    <message>
        <source>Crashes the reader</source>
        <translation>Lesen stürzt ab</translation>
    </message>
    <message>
        <source>No permission to read</source>
        <translation>Keine Leseberechtigung</translation>
    </message>
    <message>
        <source>Not an ordinary file</source>
        <translation>Keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>A link to another place</source>
        <translation>Verweis auf einen anderen Ort</translation>
    </message>
    <message>
        <source>Not downloaded yet</source>
        <translation>Noch nicht heruntergeladen</translation>
    </message>
    <message>
        <source>The disk reports an error</source>
        <translation>Datenträgerfehler</translation>
    </message>
    <message>
        <source>Changed while it was read</source>
        <translation>Beim Lesen geändert</translation>
    </message>
    <message>
        <source>Install Tesseract&apos;s language data to read text in pictures.</source>
        <translation>Mit den Sprachdaten von Tesseract wird auch Text in Bildern gelesen.</translation>
    </message>
    <message>
        <source>Save a copy without the password, and it will be read.</source>
        <translation>Eine Kopie ohne Passwort kann gelesen werden.</translation>
    </message>
    <message>
        <source>Open it to see whether it can still be used.</source>
        <translation>Öffnen und prüfen, ob die Datei noch brauchbar ist.</translation>
    </message>
    <message>
        <source>The limits are in the settings under File types.</source>
        <translation>Die Grenzen stehen in den Einstellungen unter „Dateiarten“.</translation>
    </message>
    <message>
        <source>Allow yourself to read it, then try again.</source>
        <translation>Das Lesen erlauben, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Download it, then try again.</source>
        <translation>Herunterladen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>Datenträger prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>It will be read again by itself.</source>
        <translation>Die Datei wird von selbst noch einmal gelesen.</translation>
    </message>
</context>
<context>
    <name>ReasonsList</name>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>{reason} · {number}</source>
        <translation>{reason} · {number}</translation>
    </message>
</context>
<context>
    <name>RecentSearches</name>
    <message>
        <source>Saved and recent searches</source>
        <translation>Gesicherte und letzte Suchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) to search</source>
        <translation>
            <numerusform>%Ln Dokument durchsuchbar</numerusform>
            <numerusform>%Ln Dokumente durchsuchbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask in your own words, or type a name.</source>
        <translation>Mit eigenen Worten fragen oder einen Namen eingeben.</translation>
    </message>
    <message>
        <source>Remove this search</source>
        <translation>Diese Suche entfernen</translation>
    </message>
    <message>
        <source>Forget this question</source>
        <translation>Diese Anfrage vergessen</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Alcove is already running but does not answer.</source>
        <translation>Alcove läuft schon und antwortet nicht.</translation>
    </message>
    <message>
        <source>End it and start it again.</source>
        <translation>Alcove beenden und neu starten.</translation>
    </message>
    <message>
        <source>The library in {folder} cannot be used: {error}.</source>
        <translation>Die Bibliothek in {folder} lässt sich nicht benutzen: {error}.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions, and its disk.</source>
        <translation>Prüfen Sie die Rechte des Ordners und seinen Datenträger.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>What is kept, and where</source>
        <translation>Was gespeichert ist und wo</translation>
    </message>
    <message>
        <source>Who can read it</source>
        <translation>Wer es lesen kann</translation>
    </message>
    <message>
        <source>What the index holds</source>
        <translation>Was der Index enthält</translation>
    </message>
    <message>
        <source>What is kept about you</source>
        <translation>Was über Sie gespeichert ist</translation>
    </message>
    <message>
        <source>The model that answers</source>
        <translation>Das Modell, das antwortet</translation>
    </message>
    <message>
        <source>What stands between this program and a network</source>
        <translation>Was dieses Programm vom Netz trennt</translation>
    </message>
    <message>
        <source>What runs now</source>
        <translation>Was gerade läuft</translation>
    </message>
    <message>
        <source>Text, locations and vectors of your documents</source>
        <translation>Text, Orte und Vektoren der Dokumente</translation>
    </message>
    <message>
        <source>Which words stand in which document</source>
        <translation>Welche Wörter in welchem Dokument stehen</translation>
    </message>
    <message>
        <source>Models; nothing personal</source>
        <translation>Modelle; nichts Persönliches</translation>
    </message>
    <message>
        <source>Settings, questions, judgments, saved searches</source>
        <translation>Einstellungen, Anfragen, Bewertungen, gesicherte Suchen</translation>
    </message>
    <message>
        <source>The same, from before an update</source>
        <translation>Dasselbe, von vor einer Aktualisierung</translation>
    </message>
    <message>
        <source>A damaged index that was set aside</source>
        <translation>Ein beschädigter, beiseitegelegter Index</translation>
    </message>
    <message>
        <source>Locks and the like</source>
        <translation>Sperren und Ähnliches</translation>
    </message>
    <message>
        <source>Not known on this system.</source>
        <translation>Auf diesem System nicht bekannt.</translation>
    </message>
    <message>
        <source>Nobody but you and the computer&apos;s administrators.</source>
        <translation>Niemand außer Ihnen und der Verwaltung dieses Computers.</translation>
    </message>
    <message>
        <source>Other users of this computer can open the folder.</source>
        <translation>Andere Benutzerkonten dieses Computers können den Ordner öffnen.</translation>
    </message>
    <message>
        <source>Files: {number}</source>
        <translation>Dateien: {number}</translation>
    </message>
    <message>
        <source>Documents: {number}</source>
        <translation>Dokumente: {number}</translation>
    </message>
    <message>
        <source>Passages: {number}</source>
        <translation>Textstellen: {number}</translation>
    </message>
    <message>
        <source>Findable by meaning: {share}</source>
        <translation>Nach Bedeutung auffindbar: {share}</translation>
    </message>
    <message>
        <source>Folders: {number}</source>
        <translation>Ordner: {number}</translation>
    </message>
    <message>
        <source>Rules: {number}</source>
        <translation>Regeln: {number}</translation>
    </message>
    <message>
        <source>Questions: {number}</source>
        <translation>Anfragen: {number}</translation>
    </message>
    <message>
        <source>Saved searches: {number}</source>
        <translation>Gesicherte Suchen: {number}</translation>
    </message>
    <message>
        <source>Opened and marked results: {number}</source>
        <translation>Geöffnete und markierte Treffer: {number}</translation>
    </message>
    <message>
        <source>Results of evaluating them</source>
        <translation>Kennzahlen einer Auswertung davon</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keines</translation>
    </message>
    <message>
        <source>Documents are read behind {walls}.</source>
        <translation>Dokumente werden hinter {walls} gelesen.</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Dieses Programm</translation>
    </message>
    <message>
        <source>The indexer</source>
        <translation>Indexierung</translation>
    </message>
    <message>
        <source>A helper that reads, draws or opens</source>
        <translation>Hilfsprozess, der liest, zeichnet oder öffnet</translation>
    </message>
    <message>
        <source>{what}: process {number}, {size} of memory</source>
        <translation>{what}: Prozess {number}, {size} Arbeitsspeicher</translation>
    </message>
</context>
<context>
    <name>ReportWindow</name>
    <message>
        <source>What Alcove keeps</source>
        <translation>Was Alcove speichert</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Save as a text file…</source>
        <translation>Als Textdatei sichern…</translation>
    </message>
    <message>
        <source>It lists folders and counts. It contains no question and no text.</source>
        <translation>Der Bericht nennt Ordner und Anzahlen; er enthält keine Anfrage und keinen Text.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gesichert.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht sichern</translation>
    </message>
</context>
<context>
    <name>ResourcesPage</name>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Indexierung</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>All but one</source>
        <translation>Alle bis auf einen</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Prozessorkerne</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>The most that indexing may use. Searching needs some more.</source>
        <translation>Höchstens so viel nutzt die Indexierung. Die Suche kommt hinzu.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>On battery</source>
        <translation>Im Akkubetrieb</translation>
    </message>
    <message>
        <source>While other programs work</source>
        <translation>Wenn andere Programme arbeiten</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How fast indexing runs in the background.</source>
        <translation>Wie schnell im Hintergrund indexiert wird.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>The indexer is being started.</source>
        <translation>Die Indexierung wird gestartet.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
</context>
<context>
    <name>ResultRow</name>
    <message>
        <source>not available now</source>
        <translation>derzeit nicht verfügbar</translation>
    </message>
    <message>
        <source>sheet {number}</source>
        <translation>Blatt {number}</translation>
    </message>
    <message>
        <source>slide {number}</source>
        <translation>Folie {number}</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>found by its name</source>
        <translation>über den Namen gefunden</translation>
    </message>
</context>
<context>
    <name>ResultsList</name>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>RulePreview</name>
    <message>
        <source>This line excludes nothing at the moment.</source>
        <translation>Diese Zeile schließt derzeit nichts aus.</translation>
    </message>
    <message numerus="yes">
        <source>This line excludes %Ln file(s) or folder(s) at the moment.</source>
        <translation>
            <numerusform>Diese Zeile schließt derzeit %Ln Datei oder Ordner aus.</numerusform>
            <numerusform>Diese Zeile schließt derzeit %Ln Dateien oder Ordner aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>This line would exclude none of the files that can be found now.</source>
        <translation>Diese Zeile würde keine der auffindbaren Dateien ausschließen.</translation>
    </message>
    <message>
        <source>This line would exclude {hidden} of {total} files, such as {examples}.</source>
        <translation>Diese Zeile würde {hidden} von {total} Dateien ausschließen, etwa {examples}.</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>hidden: the name begins with a dot</source>
        <translation>versteckt: der Name beginnt mit einem Punkt</translation>
    </message>
    <message>
        <source>cache folders</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Python environments</source>
        <translation>Python-Umgebungen</translation>
    </message>
    <message>
        <source>folders of downloaded or generated code</source>
        <translation>Ordner mit heruntergeladenem oder erzeugtem Code</translation>
    </message>
    <message>
        <source>temporary files of editors and downloads</source>
        <translation>temporäre Dateien von Editoren und Downloads</translation>
    </message>
    <message>
        <source>folders of version control systems</source>
        <translation>Ordner von Versionsverwaltungen</translation>
    </message>
    <message>
        <source>Alcove&apos;s own library</source>
        <translation>die eigene Bibliothek von Alcove</translation>
    </message>
    <message>
        <source>kinds of files that are switched off</source>
        <translation>ausgeschaltete Dateiarten</translation>
    </message>
    <message>
        <source>by a folder&apos;s own rules</source>
        <translation>durch eigene Regeln eines Ordners</translation>
    </message>
    <message>
        <source>by your rules for all folders</source>
        <translation>durch Ihre Regeln für alle Ordner</translation>
    </message>
    <message>
        <source>by .gitignore files</source>
        <translation>durch .gitignore-Dateien</translation>
    </message>
    <message>
        <source>by .ignore files</source>
        <translation>durch .ignore-Dateien</translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>One pattern per line, as in .gitignore; “!” brings files back.</source>
        <translation>Ein Muster pro Zeile, wie in .gitignore; „!“ behält, was es nennt.</translation>
    </message>
    <message>
        <source>Rules for all folders</source>
        <translation>Regeln für alle Ordner</translation>
    </message>
    <message>
        <source>Rules for {folder}</source>
        <translation>Regeln für {folder}</translation>
    </message>
    <message>
        <source>Line {number} is not valid: {what}.</source>
        <translation>Zeile {number} ergibt keinen Sinn: {what}.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>Wonach suchen Sie?</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear (Esc)</source>
        <translation>Leeren (Esc)</translation>
    </message>
</context>
<context>
    <name>SearchHeader</name>
    <message numerus="yes">
        <source>best %Ln document(s)</source>
        <translation>
            <numerusform>das beste %Ln Dokument</numerusform>
            <numerusform>die besten %Ln Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} ms</source>
        <translation>{time} ms</translation>
    </message>
</context>
<context>
    <name>SearchWindow</name>
    <message>
        <source>Search in a folder</source>
        <translation>In einem Ordner suchen</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation>Ausschlüsse</translation>
    </message>
    <message>
        <source>File types</source>
        <translation>Dateiarten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
</context>
<context>
    <name>Shield</name>
    <message>
        <source>Documents are read in processes of their own, behind {walls}.</source>
        <translation>Dokumente werden in eigenen Prozessen gelesen, hinter {walls}.</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Shortcut that shows the window</source>
        <translation>Tastenkürzel fürs Fenster</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>Kein Tastenkürzel</translation>
    </message>
    <message>
        <source>Press the keys together, such as Ctrl+Alt+Space.</source>
        <translation>Die Tasten zusammen drücken, etwa Strg+Alt+Leertaste.</translation>
    </message>
    <message>
        <source>This desktop manages shortcuts itself. In its keyboard settings, add a shortcut for this command: alcove-desktop --toggle</source>
        <translation>Dieser Desktop verwaltet Tastenkürzel selbst. In seinen Tastatureinstellungen lässt sich eines für diesen Befehl anlegen: alcove-desktop --toggle</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation>Änderungen werden gesucht</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Dokumente werden gelesen</translation>
    </message>
    <message>
        <source>Preparing the model</source>
        <translation>Modell wird vorbereitet</translation>
    </message>
    <message>
        <source>Encoding meaning</source>
        <translation>Bedeutung wird erfasst</translation>
    </message>
    <message>
        <source>Splitting for another model</source>
        <translation>Neu aufteilen für ein anderes Modell</translation>
    </message>
    <message>
        <source>Encoding for another model</source>
        <translation>Neu erfassen für ein anderes Modell</translation>
    </message>
    <message>
        <source>Cleaning up</source>
        <translation>Aufräumen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Paused on battery</source>
        <translation>Angehalten im Akkubetrieb</translation>
    </message>
    <message>
        <source>Paused while the computer is busy</source>
        <translation>Angehalten, solange der Computer ausgelastet ist</translation>
    </message>
    <message>
        <source>Paused: the disk is full</source>
        <translation>Angehalten: Datenträger voll</translation>
    </message>
    <message>
        <source>Paused: disk error</source>
        <translation>Angehalten: Datenträgerfehler</translation>
    </message>
    <message>
        <source>Paused: documents cannot be read</source>
        <translation>Angehalten: Dokumente nicht lesbar</translation>
    </message>
    <message>
        <source>Sealed: no network, checked by the kernel</source>
        <translation>Abgeschottet: kein Netz, vom Kernel gesichert</translation>
    </message>
    <message>
        <source>Offline: Python refuses the network</source>
        <translation>Offline: Python verweigert das Netz</translation>
    </message>
    <message>
        <source>Asked to stay offline, but not enforced</source>
        <translation>Offline erbeten, aber nicht erzwungen</translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation>Nicht abgeschottet</translation>
    </message>
    <message>
        <source>The kernel refuses every network connection to this program and to all that it starts. Nothing that you search can leave this machine.</source>
        <translation>Der Kernel verweigert diesem Programm und allem, was es startet, jede Netzverbindung. Nichts von dem, was Sie durchsuchen, kann dieses Gerät verlassen.</translation>
    </message>
    <message>
        <source>Python code is refused every network connection; compiled libraries are only asked to stay offline, because this system has no kernel filter that we can use.</source>
        <translation>Python-Code wird jede Netzverbindung verweigert; kompilierte Bibliotheken sind nur gebeten, offline zu bleiben, weil dieses System keinen nutzbaren Filter im Kernel hat.</translation>
    </message>
    <message>
        <source>Libraries are asked to stay offline, but nothing holds them to it.</source>
        <translation>Bibliotheken sind gebeten, offline zu bleiben, aber nichts zwingt sie dazu.</translation>
    </message>
    <message>
        <source>Nothing keeps this program from using a network.</source>
        <translation>Nichts hindert dieses Programm daran, ein Netz zu nutzen.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln file(s) not read</source>
        <translation>
            <numerusform>%Ln Datei nicht gelesen</numerusform>
            <numerusform>%Ln Dateien nicht gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <translation>Indexierung fortsetzen</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>Indexierung anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s) not available</source>
        <translation>
            <numerusform>%Ln Ordner nicht verfügbar</numerusform>
            <numerusform>%Ln Ordner nicht verfügbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Ln Hinweis</numerusform>
            <numerusform>%Ln Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>The indexer is starting</source>
        <translation>Indexierung startet</translation>
    </message>
    <message>
        <source>Up to date, {ago}</source>
        <translation>Aktuell, {ago}</translation>
    </message>
    <message>
        <source>{activity}: {done} of {total}</source>
        <translation>{activity}: {done} von {total}</translation>
    </message>
    <message>
        <source>{number}/s</source>
        <translation>{number}/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>It is in a folder that Alcove searches.</source>
        <translation>Die Datei liegt in einem durchsuchten Ordner.</translation>
    </message>
    <message>
        <source>It is in no folder that Alcove searches. Add folders in the settings.</source>
        <translation>Die Datei liegt in keinem durchsuchten Ordner. Ordner lassen sich in den Einstellungen hinzufügen.</translation>
    </message>
    <message>
        <source>It is on the disk.</source>
        <translation>Sie ist auf dem Datenträger.</translation>
    </message>
    <message>
        <source>It is not on the disk now.</source>
        <translation>Sie ist derzeit nicht auf dem Datenträger.</translation>
    </message>
    <message>
        <source>This is a folder that Alcove searches. Choose a file in it.</source>
        <translation>Das ist ein durchsuchter Ordner. Eine Datei darin wählen.</translation>
    </message>
    <message>
        <source>Skipped: {source}, line {line}: {what}.</source>
        <translation>Übergangen: {source}, Zeile {line}: {what}.</translation>
    </message>
    <message>
        <source>Skipped: {source}: {what}.</source>
        <translation>Übergangen: {source}: {what}.</translation>
    </message>
    <message>
        <source>No rule excludes it.</source>
        <translation>Keine Regel schließt sie aus.</translation>
    </message>
    <message>
        <source>A rule excludes it: “{name}”, {rule} ({source}).</source>
        <translation>Eine Regel schließt sie aus: „{name}“, {rule} ({source}).</translation>
    </message>
    <message>
        <source>A rule excludes it: “{name}” is matched by “{pattern}” ({source}).</source>
        <translation>Eine Regel schließt sie aus: „{name}“ passt auf „{pattern}“ ({source}).</translation>
    </message>
    <message>
        <source>Nothing has been read yet.</source>
        <translation>Noch wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Alcove has not seen it yet, but soon will.</source>
        <translation>Sie wurde noch nicht erfasst. Das geschieht in Kürze.</translation>
    </message>
    <message>
        <source>It changed and is waiting to be read again. Until then, its old text can be found.</source>
        <translation>Sie wurde geändert und wartet darauf, neu gelesen zu werden. Bis dahin ist der alte Text auffindbar.</translation>
    </message>
    <message>
        <source>It is waiting to be read.</source>
        <translation>Sie wartet darauf, gelesen zu werden.</translation>
    </message>
    <message>
        <source>Its text could not be read: {reason}. {detail}</source>
        <translation>Ihr Text konnte nicht gelesen werden: {reason}. {detail}</translation>
    </message>
    <message>
        <source>It was read as {format}.</source>
        <translation>Sie wurde als {format} gelesen.</translation>
    </message>
    <message>
        <source>It can be found by words, in {passages}.</source>
        <translation>Nach Wörtern auffindbar, in {passages}.</translation>
    </message>
    <message>
        <source>It contains nothing that could be found.</source>
        <translation>Sie enthält nichts Auffindbares.</translation>
    </message>
    <message>
        <source>It can be found by meaning.</source>
        <translation>Nach Bedeutung auffindbar.</translation>
    </message>
    <message>
        <source>So far, {encoded} of {passages} can be found by meaning.</source>
        <translation>Nach Bedeutung bisher auffindbar: {encoded} von {passages}.</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Show earlier text</source>
        <translation>Vorhergehendes zeigen</translation>
    </message>
    <message>
        <source>Show later text</source>
        <translation>Folgendes zeigen</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text of the document</source>
        <translation>Text des Dokuments</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <translation>Indexierung fortsetzen</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>Indexierung anhalten</translation>
    </message>
    <message>
        <source>Alcove: up to date, {ago}</source>
        <translation>Alcove: aktuell, {ago}</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Why is a file not found?</source>
        <translation>Warum wird eine Datei nicht gefunden?</translation>
    </message>
    <message>
        <source>Drop a file here, or choose one, to see how far it got.</source>
        <translation>Hierher ziehen oder wählen, um zu sehen, wie weit sie kam.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>stopped here</source>
        <translation>hier gestoppt</translation>
    </message>
</context>
<context>
    <name>WhyThisHit</name>
    <message>
        <source>Why this hit</source>
        <translation>Warum dieser Treffer</translation>
    </message>
    <message>
        <source>The file&apos;s name contains the words. Its text is not in the index.</source>
        <translation>Der Dateiname enthält die Wörter. Text der Datei liegt nicht vor.</translation>
    </message>
    <message>
        <source>It contains none of your words, but its meaning is close to the question.</source>
        <translation>Keines der Wörter kommt vor; die Bedeutung ist der Anfrage nahe.</translation>
    </message>
    <message>
        <source>It contains your words. Its meaning was not compared, or is not known yet.</source>
        <translation>Die Wörter kommen vor. Die Bedeutung war nicht gefragt oder ist noch nicht erfasst.</translation>
    </message>
    <message>
        <source>Mostly because it contains your words.</source>
        <translation>Vor allem, weil die Wörter vorkommen.</translation>
    </message>
    <message>
        <source>Its meaning is close to the question, and it contains some of your words.</source>
        <translation>Die Bedeutung ist der Anfrage nahe, und einige ihrer Wörter kommen vor.</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>{part}, counts {share}</source>
        <translation>{part}, Gewicht {share}</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
</context>
</TS>
