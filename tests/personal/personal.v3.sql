-- What the third version of Alcove wrote, as `.dump` prints it; the dump leaves out the version.
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'personal','_create_settings','2026-11-23 20:12:18.009712+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'personal','_add_rules_and_revision','2026-11-23 20:12:18.010033+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'personal','_add_judgments_and_evaluations','2026-11-23 20:12:18.010270+00:00');
CREATE TABLE evaluations (
        at REAL NOT NULL,       -- seconds since the epoch
        model TEXT NOT NULL,    -- name of the model that served
        revision INTEGER NOT NULL, -- of the settings
        summary TEXT NOT NULL   -- JSON: counts and measures, no question and no path
    );
INSERT INTO "evaluations" VALUES(1700000001.0,'mini',2,'{"queries": 1}');
CREATE TABLE "folders" (
   "path" BLOB PRIMARY KEY
, patterns TEXT NOT NULL DEFAULT '""');
INSERT INTO "folders" VALUES(X'2F686F6D652F61','"/build/"');
INSERT INTO "folders" VALUES(X'2F686F6D652F636166E9','""');
CREATE TABLE judgments (
        query TEXT NOT NULL,    -- as typed
        sha256 BLOB,            -- of the file's bytes; NULL where the file was never read
        format TEXT,            -- as it was read
        part INTEGER,           -- the message in a mailbox; NULL for the whole file
        path BLOB NOT NULL,     -- where it lay then
        grade INTEGER NOT NULL, -- 0 not this, 1 opened, 2 this was it
        at REAL NOT NULL        -- seconds since the epoch
    );
INSERT INTO "judgments" VALUES('a secret question',X'0101010101010101010101010101010101010101010101010101010101010101','md',NULL,X'2F686F6D652F612F62726561642E6D64',2,1700000000.0);
CREATE TABLE "settings" (
   "key" TEXT PRIMARY KEY,
   "value" TEXT
);
INSERT INTO "settings" VALUES('revision','2');
INSERT INTO "settings" VALUES('model','"abc"');
INSERT INTO "settings" VALUES('patterns','"*.log"');
INSERT INTO "settings" VALUES('ignore_files','true');
INSERT INTO "settings" VALUES('hidden','false');
INSERT INTO "settings" VALUES('size_limits','{}');
INSERT INTO "settings" VALUES('cores','null');
INSERT INTO "settings" VALUES('memory','2000000000');
INSERT INTO "settings" VALUES('judgments','true');
INSERT INTO "settings" VALUES('on_battery','"pause"');
INSERT INTO "settings" VALUES('when_busy','"slow"');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE UNIQUE INDEX judgments_document ON judgments
        (query, coalesce(sha256, path), coalesce(format, ''), coalesce(part, -1));
COMMIT;
PRAGMA user_version = 3;
