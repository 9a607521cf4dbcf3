package dirsh.command;

import java.util.List;

/** What plugins declare beside commands. */
public interface Catalogue {

    /** Nothing at all. */
    Catalogue EMPTY = new Catalogue() {
        @Override
        public List<RuleSpec> rules() {
            return List.of();
        }

        @Override
        public List<ReaderSpec> readers() {
            return List.of();
        }

        @Override
        public List<MappingSpec> mappings() {
            return List.of();
        }
    };

    /** All rules, ordered by id. */
    List<RuleSpec> rules();

    /** All readers of the flag, ordered by id. */
    List<ReaderSpec> readers();

    /** All attribute mappings, ordered by id. */
    List<MappingSpec> mappings();
}
