; The installer for Windows, by Inno Setup 6: https://jrsoftware.org/ishelp/
; packaging/build.py defines Version, App (the frozen folder), License, Licences, Icon and Dist.

[Setup]
AppId={{6C0C8B0E-5C0B-4C0D-9A53-6F1B0E6A2A51}
AppName=Alcove
AppVersion={#Version}
AppPublisher=Alcove developers
DefaultDirName={autopf}\Alcove
DefaultGroupName=Alcove
DisableProgramGroupPage=yes
; For the user alone, without an administrator; /ALLUSERS installs for everybody.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Named pipes, files that can be removed while they are open: Windows 10 1809 and later.
MinVersion=10.0.17763
OutputDir={#Dist}
OutputBaseFilename=alcove-{#Version}-windows-x64-setup
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\alcove-desktop.exe
LicenseFile={#License}
Compression=lzma2/ultra64
SolidCompression=yes
WizardStyle=modern
CloseApplications=force
RestartApplications=no
ChangesEnvironment=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.SearchInAlcove=Search in Alcove
de.SearchInAlcove=In Alcove suchen
en.AddToPath=Make the command "alcove" known to terminals
de.AddToPath=Den Befehl „alcove“ in Terminals bekannt machen
en.LibraryStays=Alcove is removed. Your library stays in %1: whoever wants to forget what was indexed, with saved searches and settings, deletes that folder.
de.LibraryStays=Alcove ist entfernt. Ihre Bibliothek bleibt in %1: Wer vergessen lassen will, was indexiert wurde, samt gespeicherten Suchen und Einstellungen, löscht diesen Ordner.

[Tasks]
Name: "path"; Description: "{cm:AddToPath}"; Flags: unchecked

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#App}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "{#Licences}"; DestDir: "{app}"; DestName: "licences.txt"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\Alcove"; Filename: "{app}\alcove-desktop.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\Directory\shell\Alcove"; ValueType: string; ValueData: "{cm:SearchInAlcove}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Directory\shell\Alcove"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\alcove-desktop.exe"
Root: HKA; Subkey: "Software\Classes\Directory\shell\Alcove\command"; ValueType: string; ValueData: """{app}\alcove-desktop.exe"" --folder ""%1"""
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\alcove-desktop.exe"; ValueType: string; ValueData: "{app}\alcove-desktop.exe"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsNotOnPath

[Run]
Filename: "{app}\alcove-desktop.exe"; Description: "{cm:LaunchProgram,Alcove}"; Flags: nowait postinstall skipifsilent

[UninstallRun]
Filename: "{app}\alcove-desktop.exe"; Parameters: "--quit"; RunOnceId: "Quit"; Flags: runhidden
Filename: "{app}\alcove.exe"; Parameters: "indexer stop"; RunOnceId: "Stop"; Flags: runhidden

[Code]
function UserPath(): String;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Result) then
    Result := '';
end;

function IsNotOnPath(): Boolean;
begin
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(UserPath()) + ';') = 0;
end;

{ Ends what runs of an older version before its files are replaced. }
function PrepareToInstall(var NeedsRestart: Boolean): String;
var
  Code: Integer;
begin
  Result := '';
  if FileExists(ExpandConstant('{app}\alcove-desktop.exe')) then
  begin
    Exec(ExpandConstant('{app}\alcove-desktop.exe'), '--quit', '', SW_HIDE, ewWaitUntilTerminated, Code);
    Exec(ExpandConstant('{app}\alcove.exe'), 'indexer stop', '', SW_HIDE, ewWaitUntilTerminated, Code);
    Sleep(3000);  { what was asked to end has two seconds }
  end;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path: String;
begin
  if Step <> usPostUninstall then
    exit;
  Path := UserPath() + ';';
  if StringChangeEx(Path, ';' + ExpandConstant('{app}') + ';', ';', True) > 0 then
    RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Copy(Path, 1, Length(Path) - 1));
  RegDeleteValue(HKCU, 'Software\Microsoft\Windows\CurrentVersion\Run', 'Alcove');
  SuppressibleMsgBox(
    FmtMessage(CustomMessage('LibraryStays'), [ExpandConstant('{localappdata}\alcove')]),
    mbInformation, MB_OK, IDOK);
end;
