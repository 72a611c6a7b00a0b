<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CountTexts</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln passage</numerusform>
            <numerusform>%Ln passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln slide(s)</source>
        <translation>
            <numerusform>%Ln slide</numerusform>
            <numerusform>%Ln slides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sheet(s)</source>
        <translation>
            <numerusform>%Ln sheet</numerusform>
            <numerusform>%Ln sheets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more passage(s)</source>
        <translation>
            <numerusform>%n more passage</numerusform>
            <numerusform>%n more passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy/copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other version(s)</source>
        <translation>
            <numerusform>%n other version</numerusform>
            <numerusform>%n other versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>about %n min</numerusform>
            <numerusform>about %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n h</source>
        <translation>
            <numerusform>about %n h</numerusform>
            <numerusform>about %n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderEntry</name>
    <message numerus="yes">
        <source>%Ln file(s) will be removed from the index, with everything that was read from it/them. Nothing changes on the disk.</source>
        <translation>
            <numerusform>%Ln file will be removed from the index, with everything that was read from it. Nothing changes on the disk.</numerusform>
            <numerusform>%Ln files will be removed from the index, with everything that was read from them. Nothing changes on the disk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormatRow</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthWindow</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be read. Only the name(s) can be found.</source>
        <translation>
            <numerusform>%Ln file could not be read. Only the name can be found.</numerusform>
            <numerusform>%Ln files could not be read. Only the names can be found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptRecords</name>
    <message numerus="yes">
        <source>%Ln deleted.</source>
        <translation>
            <numerusform>%Ln deleted.</numerusform>
            <numerusform>%Ln deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message numerus="yes">
        <source>%Ln question(s) is/are kept.</source>
        <translation>
            <numerusform>%Ln question is kept.</numerusform>
            <numerusform>%Ln questions are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) is/are kept.</source>
        <translation>
            <numerusform>%Ln result is kept.</numerusform>
            <numerusform>%Ln results are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentSearches</name>
    <message numerus="yes">
        <source>%Ln document(s) to search</source>
        <translation>
            <numerusform>%Ln document to search</numerusform>
            <numerusform>%Ln documents to search</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulePreview</name>
    <message numerus="yes">
        <source>This line excludes %Ln file(s) or folder(s) at the moment.</source>
        <translation>
            <numerusform>This line excludes %Ln file or folder at the moment.</numerusform>
            <numerusform>This line excludes %Ln files or folders at the moment.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchHeader</name>
    <message numerus="yes">
        <source>best %Ln document(s)</source>
        <translation>
            <numerusform>best %Ln document</numerusform>
            <numerusform>best %Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln folder(s) not available</source>
        <translation>
            <numerusform>%Ln folder not available</numerusform>
            <numerusform>%Ln folders not available</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) not read</source>
        <translation>
            <numerusform>%Ln file not read</numerusform>
            <numerusform>%Ln files not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Ln notice</numerusform>
            <numerusform>%Ln notices</numerusform>
        </translation>
    </message>
</context>
</TS>
