<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read again now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are read again now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is left out from now on, by a rule of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Path copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: this was it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: not this one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Citation</name>
    <message>
        <source>“{text}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Close Alcove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep Alcove running when its window is closed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It then keeps your documents up to date in the background. Start Alcove again, or press its shortcut, to bring the window back. This can be changed under Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln slide(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sheet(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more passage(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy/copies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other version(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document passes the filters and answers the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search without filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of your documents can be found by meaning so far; the rest follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your documents has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by meaning as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your documents answers this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading your documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first can be found in a moment. You can type already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be searched now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExclusionsPage</name>
    <message>
        <source>Exclusions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left out is not read, and is not found. Your files stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Obey .gitignore files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search hidden files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What .gitignore and .ignore files in your folders name is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and folders whose name begins with a dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FailuresView</name>
    <message>
        <source>Files that could not be indexed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Any type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{filter}: {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: relevance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which folders may be searched?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are read on this machine, and nothing of them ever leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden and temporary files, caches and downloaded code are left out. All of this can be changed in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder to be searched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>being counted …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderEntry</name>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will leave the index, with everything that was read from it/them. On the disk, nothing changes.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>Not looked through yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} · watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} · looked through every two minutes: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available now. Nothing of it was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available since {day}. Nothing of it was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies in these folders is read and can be found, on this machine only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop it on this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder to be searched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Go on indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The indexer is starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date, {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{activity}: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForgetFolder</name>
    <message>
        <source>Folder to be forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that was read from it leaves the library. The files stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that was read from {folder} is deleted from the library.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormatNames</name>
    <message>
        <source>Source code, scripts and configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables as text (csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word until 2003 (doc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word (docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single mails (eml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electronic books (epub)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages (html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures with text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jupyter notebooks (ipynb)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mailboxes (mbox)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlook mails (msg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument slides (odp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument sheets (ods)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument text (odt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Org mode (org)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerPoint until 2003 (ppt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerPoint (pptx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reStructuredText (rst)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rich text (rtf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TeX and LaTeX (tex)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables with tabs (tsv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text (txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel until 2003 (xls)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel (xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XML</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormatRow</name>
    <message>
        <source>Read {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest file of {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>up to {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormatsPage</name>
    <message>
        <source>File types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kind that is switched off is not read, and is not found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop shows no tray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Go on” keeps the index up to date in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GlobalShortcut</name>
    <message>
        <source>This desktop keeps shortcuts to itself. In its own keyboard settings, let one start this command: alcove-desktop --toggle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shortcut is one key together with Ctrl, Alt or the system key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key cannot be used for a shortcut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has this shortcut. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open at page {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthWindow</name>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read. Only the name(s) can be found.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptRecords</name>
    <message>
        <source>Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are deleted for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n deleted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{files}, {size} looked through: traces of {found} were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files}, {size} looked through: nothing of them was found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineTrial</name>
    <message>
        <source>This line leaves out nothing now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This line leaves out %n file(s) and folder(s) now.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This line would hide none of the files that are found now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line would hide {hidden} of {total} files, such as {examples}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Open at page {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelEntry</name>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the change of model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is deleted from the library. It can be taken in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{activity}: {done} of {total}. The model before it answers until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers searches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers searches until the other one has everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes over as soon as it has everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{dimension} dimensions · {tokens} tokens · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not prepared yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelImport</name>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is being prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is ready. It answers searches once you choose “Use”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is checked and prepared. This happens once and may take a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a folder on this machine, in the layout of sentence-transformers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model turns text into meaning, on this machine. While another one is being prepared, the one before goes on answering.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>How to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By meaning and by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By what is meant, in whatever words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the words themselves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are not found…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Nothing relevant. This is the closest there is:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{part}”: {what}. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searched for words spelt alike: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words index is being built again: found by meaning alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} can be found by meaning so far, everything by words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>This file is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its disk is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is a program, and Alcove does not start programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it in its folder and open it from there, if you trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No application opened this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one for this kind of file in the settings of your system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files cannot be opened: the part of Alcove that does it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit Alcove and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outlook</name>
    <message>
        <source>Choose at least one folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is in the folders is being counted …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no documents in them yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{documents}, all of them ready in {meaning}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{documents}. Words can be searched in {words}, meaning in {meaning}; what is ready is found from the start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>changed {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n slide(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n sheet(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n page(s)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept of you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you asked is offered again. It stays on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note which results you open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows how well searching works for you: alcove evaluate --mine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened and marked results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Alcove keeps, and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every part with its place and size, to be read or saved as a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) is/are kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) is/are kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>None are kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of text only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A kind that is switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger than the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacks to far too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes too long to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the reader down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No permission to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an ordinary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link to another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not downloaded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk fails there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed while it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Tesseract&apos;s language data to have text in pictures read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy without the password to have it read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it to see whether it can still be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limits are in the settings under File types.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the right to read it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonsList</name>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} · {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>Saved and recent searches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>What is kept, and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the index holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept of you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands between this program and a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, places and vectors of your documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which words stand in which document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models; nothing of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings, questions, judgments, saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, from before an update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A damaged index that was set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locks and the like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known on this system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody but you and the computer&apos;s administrators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other users of this computer can open the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findable by meaning: {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened and marked results: {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of an evaluation of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents are read behind {walls}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The indexer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A helper that reads, draws or opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: process {number}, {size} of memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportWindow</name>
    <message>
        <source>What Alcove keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a text file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names folders and counts; no question and no text is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResourcesPage</name>
    <message>
        <source>Resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most that indexing uses. Searching needs some besides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While other programs work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast indexing goes in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The indexer is being started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsList</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>page {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by its name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>hidden: the name begins with a dot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cache folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folders of downloaded or generated code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temporary files of editors and downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folders of version control systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alcove&apos;s own library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kinds of files that are switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by a folder&apos;s own rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by your rules for all folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by .gitignore files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by .ignore files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message>
        <source>Keep changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pattern a line, as in .gitignore; “!” keeps what it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules for all folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules for {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} means nothing: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchWindow</name>
    <message>
        <source>Search in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{time} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) to search</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shield</name>
    <message>
        <source>Documents are read in processes of their own, behind {walls}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>Shortcut that shows the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys together, such as Ctrl+Alt+Space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop keeps shortcuts to itself. In its own keyboard settings, let one start this command: alcove-desktop --toggle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning meanings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutting for another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding for another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidying up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused on battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused while the computer is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: the disk fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: documents cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed: no network, checked by the kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: Python refuses the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked to stay offline, nothing enforces it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel refuses every network connection to this program and to all that it starts. Nothing that you search can leave this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python code is refused every network connection; compiled libraries are only asked to stay offline, because this system has no kernel filter that we can use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries are asked to stay offline, but nothing holds them to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing keeps this program from using a network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>It lies in a folder that is searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies in no folder that is searched. Folders are added in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not on the disk now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a folder that is searched. Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed over: {source}, line {line}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed over: {source}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule leaves it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule leaves it out: “{name}”, {rule} ({source}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule leaves it out: “{name}” is matched by “{pattern}” ({source}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not been seen yet. It soon will be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changed and waits to be read again. Its old text is found until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text could not be read: {reason}. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was read as {format}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words find it, in {passages}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it that could be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning finds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning finds {encoded} of {passages} so far.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text of the document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alcove: up to date, {ago}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unexpected</name>
    <message>
        <source>Alcove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that should not have. Alcove goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your documents are untouched. If something does not work any more, quit Alcove and start it again. Who mends Alcove is helped by this line, which holds nothing of yours:
{what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is a file not found?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it here, or choose it, to see how far it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyThisHit</name>
    <message>
        <source>Why this hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the file has the words. It has no text here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of your words stand there; its meaning is near to the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your words stand there. Its meaning was not asked, or is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostly because your words stand there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its meaning is near to the question, and words of it stand there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}, counts {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
