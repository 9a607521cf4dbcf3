package dirsh.repair;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the log of a kit's agent says of one document.
 *
 * @param word the outcome
 * @param reason why, in the agent's words; may be empty
 * @param sequence the document's sequence number afterwards; 0 or less where the agent did not know it
 * @param announced whether the agent announced a save of the document, before or with this
 */
public record Reported(Word word, String reason, int sequence, boolean announced) {

    /** The agent's words for outcomes. */
    public enum Word {
        /** A save was announced, and nothing came after it. */
        BEGUN("begun"),
        /** Saved, opened again and found as planned. */
        DONE("done"),
        /** As planned before the agent came. */
        FOUND("found"),
        /** Not saved. */
        REFUSED("refused"),
        /** Saved, but not found as planned, or the save failed. */
        FAILED("failed"),
        /** The first save was made and the second was not. */
        LEFT_AT_NO("left at no");

        private final String text;

        Word(String text) {
            this.text = text;
        }

        /** The word of that text, if there is one. */
        public static Optional<Word> of(String text) {
            return Stream.of(values()).filter(word -> word.text.equals(text)).findFirst();
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
