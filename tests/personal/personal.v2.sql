-- What the second version of Alcove wrote, as `.dump` prints it; the dump leaves out the version.
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'personal','_create_settings','2026-11-23 15:57:05.950047+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'personal','_add_rules_and_revision','2026-11-23 15:57:05.950369+00:00');
CREATE TABLE "folders" (
   "path" BLOB PRIMARY KEY
, patterns TEXT NOT NULL DEFAULT '""');
INSERT INTO "folders" VALUES(X'2F686F6D652F61','"/build/"');
INSERT INTO "folders" VALUES(X'2F686F6D652F636166E9','""');
CREATE TABLE "settings" (
   "key" TEXT PRIMARY KEY,
   "value" TEXT
);
INSERT INTO "settings" VALUES('revision','1');
INSERT INTO "settings" VALUES('model','"abc"');
INSERT INTO "settings" VALUES('patterns','"*.log"');
INSERT INTO "settings" VALUES('ignore_files','true');
INSERT INTO "settings" VALUES('hidden','false');
INSERT INTO "settings" VALUES('size_limits','{}');
INSERT INTO "settings" VALUES('cores','null');
INSERT INTO "settings" VALUES('memory','2000000000');
INSERT INTO "settings" VALUES('on_battery','"pause"');
INSERT INTO "settings" VALUES('when_busy','"slow"');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
PRAGMA user_version = 2;
