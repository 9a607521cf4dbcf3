package dirsh.diagnose;

import dirsh.connector.FlagReader;
import dirsh.connector.FlagReading;
import dirsh.formula.Formula;
import dirsh.model.Note;
import java.util.Set;

/**
 * A reader that takes what a selection formula picks, as a product's replication or sync formula does.
 *
 * @param name what it goes by
 * @param formula the formula, which sees summary items only
 */
public record FormulaReader(String name, Formula formula) implements FlagReader {

    @Override
    public FlagReading read(Note note) {
        return formula.selects(note) ? FlagReading.YES : FlagReading.NO;
    }

    @Override
    public Set<String> items() {
        return formula.itemNames();
    }
}
