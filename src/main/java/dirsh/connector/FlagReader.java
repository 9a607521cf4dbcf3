package dirsh.connector;

import dirsh.model.Note;
import java.util.Set;

/** Somebody who reads a yes or no out of a document: the Exchange connector, or another product that syncs. */
public interface FlagReader {

    /** The Exchange connector for Lotus Notes. */
    FlagReader CONNECTOR = new FlagReader() {
        @Override
        public String name() {
            return "exchange-notes-connector";
        }

        @Override
        public FlagReading read(Note note) {
            return ConnectorReading.of(note);
        }

        @Override
        public Set<String> items() {
            return Set.of(FlagItem.NAME);
        }
    };

    /** What it goes by. */
    String name();

    /** What it reads in the document. */
    FlagReading read(Note note);

    /** The items it looks at. */
    Set<String> items();

    /** Whether the connector's own rules hold for it: required items, unique target addresses, its own documents. */
    default boolean isConnector() {
        return this == CONNECTOR;
    }
}
