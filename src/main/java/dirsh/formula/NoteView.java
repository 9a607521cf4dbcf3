package dirsh.formula;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NotesTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A note as a formula sees it.
 *
 * @param note the note
 * @param scope which of its items are seen
 */
record NoteView(Note note, Scope scope) {

    /** Whether an item of the name is there, whatever its type. */
    boolean has(String name) {
        return isForm(name) || first(name).isPresent();
    }

    /**
     * The value of the first item of the name, the one that Notes reads of duplicates (C API, NSFItemConvertToText).
     *
     * <p>The empty text if there is none, or if it is of a type a formula cannot use: rich text, raw bytes, sealed.
     */
    Value value(String name) {
        if (isForm(name)) {
            return new Value.Texts(List.of(note.form()));
        }
        return first(name)
                .filter(item -> !item.has(ItemFlag.SEALED))
                .map(item -> value(item.value()))
                .orElse(Value.Texts.EMPTY);
    }

    Value created() {
        return time(note.times().created());
    }

    /** The last revision, which all replicas share; where the source does not know it, the last change in this file. */
    Value modified() {
        NotesTime revised = note.times().revised();
        return time(revised != null ? revised : note.times().modified());
    }

    /** Document-form DXL keeps the form outside the items, where no flag could hide it. */
    private boolean isForm(String name) {
        return note.formAttribute() != null && name.equalsIgnoreCase("Form");
    }

    private Optional<Item> first(String name) {
        for (Item item : note.items()) {
            if (item.isNamed(name) && scope.sees(item)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private static Value value(ItemValue value) {
        if (value instanceof ItemValue.Texts texts) {
            return Value.texts(texts.values());
        }
        if (value instanceof ItemValue.Numbers numbers) {
            return numbers(numbers.written());
        }
        if (value instanceof ItemValue.Times times) {
            return times.values().isEmpty() ? Value.Texts.EMPTY : new Value.Times(times.values());
        }
        return Value.Texts.EMPTY;
    }

    private static Value numbers(List<String> written) {
        List<Double> numbers = new ArrayList<>(written.size());
        for (String each : written) {
            try {
                numbers.add(Double.valueOf(each));
            } catch (NumberFormatException e) {
                // Notes stores an error value where a calculation failed; nothing compares with it.
                return Value.Unknown.UNKNOWN;
            }
        }
        return numbers.isEmpty() ? Value.Texts.EMPTY : new Value.Numbers(numbers);
    }

    private static Value time(@Nullable NotesTime time) {
        return time == null ? Value.Unknown.UNKNOWN : new Value.Times(List.of(time));
    }
}
