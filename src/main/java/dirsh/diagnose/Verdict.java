package dirsh.diagnose;

import dirsh.connector.FlagReading;
import dirsh.model.NoteKind;
import java.util.Optional;

/**
 * What came out for one document.
 *
 * @param kind its kind
 * @param conflict whether it is a conflict document
 * @param formShows what the form shows
 * @param connectorReads what the connector reads
 * @param finding why it is left out; empty if it is exported
 */
public record Verdict(
        NoteKind kind,
        boolean conflict,
        FlagReading formShows,
        FlagReading connectorReads,
        Optional<Finding> finding) {}
