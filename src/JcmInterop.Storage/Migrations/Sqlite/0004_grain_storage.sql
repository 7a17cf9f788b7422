-- Tables and statements that the ADO.NET grain storage of Orleans looks for. It names the parameters, reads the statements by their keys,
-- and takes the version a statement returns: the same version as before, or none, means that another activation was first.

CREATE TABLE OrleansQuery (
    QueryKey TEXT NOT NULL PRIMARY KEY,
    QueryText TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE OrleansStorage (
    ServiceId TEXT NOT NULL,
    GrainTypeString TEXT NOT NULL,
    GrainIdN0 INTEGER NOT NULL,
    GrainIdN1 INTEGER NOT NULL,
    GrainIdExtensionString TEXT NOT NULL,
    GrainIdHash INTEGER NOT NULL,
    GrainTypeHash INTEGER NOT NULL,
    Version INTEGER NOT NULL,
    PayloadBinary BLOB,
    PRIMARY KEY (ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString)
) STRICT;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ReadFromStorageKey', '
SELECT PayloadBinary, Version
FROM OrleansStorage
WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
    AND GrainIdExtensionString = IFNULL(@GrainIdExtensionString, '''')
    AND GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash;');

-- A grain without a version may only create its row; a grain with one may only replace the row that has this very version.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('WriteToStorageKey', '
INSERT INTO OrleansStorage
    (ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainIdHash, GrainTypeHash, Version, PayloadBinary)
SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, IFNULL(@GrainIdExtensionString, ''''), @GrainIdHash, @GrainTypeHash, 1, @PayloadBinary
WHERE @GrainStateVersion IS NULL OR EXISTS (
    SELECT 1 FROM OrleansStorage
    WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
        AND GrainIdExtensionString = IFNULL(@GrainIdExtensionString, ''''))
ON CONFLICT DO UPDATE SET PayloadBinary = excluded.PayloadBinary, Version = Version + 1 WHERE Version = @GrainStateVersion;
SELECT CASE WHEN changes() = 0 THEN @GrainStateVersion ELSE IFNULL(@GrainStateVersion, 0) + 1 END AS NewGrainStateVersion;');

-- The row stays without payload, so that its version goes on and an outdated activation is still found out.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('ClearStorageKey', '
UPDATE OrleansStorage
SET PayloadBinary = NULL, Version = Version + 1
WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
    AND GrainIdExtensionString = IFNULL(@GrainIdExtensionString, '''')
    AND Version = @GrainStateVersion;
SELECT CASE WHEN changes() = 0 THEN @GrainStateVersion ELSE @GrainStateVersion + 1 END AS NewGrainStateVersion;');

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('DeleteStorageKey', '
DELETE FROM OrleansStorage
WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
    AND GrainIdExtensionString = IFNULL(@GrainIdExtensionString, '''')
    AND Version = @GrainStateVersion;
SELECT CASE WHEN changes() = 0 THEN @GrainStateVersion ELSE @GrainStateVersion + 1 END AS NewGrainStateVersion;');
