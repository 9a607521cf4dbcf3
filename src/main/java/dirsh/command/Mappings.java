package dirsh.command;

import dirsh.compare.ComparedAttribute;
import dirsh.model.DirshException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which attributes a comparison compares with which items: by a mapping of a plugin, else as built in. */
final class Mappings {

    /** The mapping that counts where none is named. */
    private static final String USUAL = "exchange-notes-connector";

    private final Supplier<Catalogue> catalogue;

    Mappings(Supplier<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The attributes of these names, or the usual ones.
     *
     * @param mapping the mapping's id; null for the usual one
     * @throws DirshException if there is no such mapping or attribute
     */
    List<ComparedAttribute> attributes(@Nullable String mapping, List<String> names) {
        Optional<MappingSpec> spec = spec(mapping == null ? USUAL : mapping);
        if (spec.isEmpty() && mapping != null) {
            List<String> ids =
                    catalogue.get().mappings().stream().map(MappingSpec::id).toList();
            throw DirshException.badInput(
                    "no mapping '" + mapping + "'" + Suggestions.didYouMean(mapping, ids),
                    "compare --mapping " + USUAL);
        }
        if (names.isEmpty()) {
            return spec.map(MappingSpec::defaults).orElse(ComparedAttribute.DEFAULTS);
        }
        return ComparedAttribute.named(names, spec.map(MappingSpec::all).orElse(ComparedAttribute.ALL));
    }

    private Optional<MappingSpec> spec(String id) {
        return catalogue.get().mappings().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
    }
}
