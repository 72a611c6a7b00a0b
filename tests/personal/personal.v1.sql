-- What the first version of Alcove wrote, as `.dump` prints it; the dump leaves out the version.
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'personal','_create_settings','2026-11-23 12:59:44.439062+00:00');
CREATE TABLE "folders" (
   "path" BLOB PRIMARY KEY
);
INSERT INTO "folders" VALUES(X'2F686F6D652F61');
INSERT INTO "folders" VALUES(X'2F686F6D652F636166E9');
CREATE TABLE "settings" (
   "key" TEXT PRIMARY KEY,
   "value" TEXT
);
INSERT INTO "settings" VALUES('model','"abc"');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
PRAGMA user_version = 1;
