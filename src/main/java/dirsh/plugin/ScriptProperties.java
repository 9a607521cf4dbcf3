package dirsh.plugin;

import dirsh.command.Arguments;
import dirsh.command.Suggestions;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaClassRegistry;
import groovy.lang.MissingPropertyException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Groovy reads the properties of answers and arguments.
 *
 * <p>A property of an answer is what its JSON shows: {@code finding.cause == 'not-summary'} compares texts, where the
 * record's own component is an enum that equals no text. Lists stay lists of objects, so that
 * {@code comparison.missing} can go into {@code plan}. What is neither is an error, as is an argument the declaration
 * does not know; by itself Groovy would read private fields.
 */
final class ScriptProperties {

    private ScriptProperties() {}

    /** Teaches the Groovy runtime of this process; a second call changes nothing. */
    static void install() {
        MetaClassRegistry registry = GroovySystem.getMetaClassRegistry();
        if (!(registry.getMetaClassCreationHandler() instanceof Creation)) {
            registry.setMetaClassCreationHandle(new Creation());
        }
    }

    private static final class Creation extends MetaClassRegistry.MetaClassCreationHandle {
        @Override
        @SuppressWarnings("rawtypes") // as the overridden method declares it
        protected MetaClass createNormalMetaClass(Class theClass, MetaClassRegistry registry) {
            MetaClass normal = super.createNormalMetaClass(theClass, registry);
            if (Answer.class.isAssignableFrom(theClass)) {
                return new AnswerMetaClass(normal);
            }
            return theClass == Arguments.class ? new ArgumentsMetaClass(normal) : normal;
        }
    }

    private static final class ArgumentsMetaClass extends DelegatingMetaClass {
        ArgumentsMetaClass(MetaClass normal) {
            super(normal);
        }

        @Override
        public @Nullable Object getProperty(Object object, String property) {
            return ((Arguments) object).get(property);
        }

        @Override
        @SuppressWarnings("rawtypes") // as the overridden method declares it
        public @Nullable Object getProperty(
                Class sender, Object object, String property, boolean toSuper, boolean inside) {
            return getProperty(object, property);
        }
    }

    private static final class AnswerMetaClass extends DelegatingMetaClass {
        AnswerMetaClass(MetaClass normal) {
            super(normal);
        }

        @Override
        public @Nullable Object getProperty(Object object, String property) {
            if (!(object instanceof Answer answer)) {
                return super.getProperty(object, property);
            }
            Object component;
            try {
                component = super.getProperty(object, property);
            } catch (MissingPropertyException missing) {
                Object field = answer.fields().get(property);
                if (field != null) {
                    return field;
                }
                throw unknown(answer, property);
            }
            if (component == null || isPlain(component)) {
                return component;
            }
            Object field = answer.fields().get(property);
            return field != null && isPlain(field) && !(field instanceof Collection) ? field : component;
        }

        /** The way in for {@code list*.cause}. */
        @Override
        @SuppressWarnings("rawtypes") // as the overridden method declares it
        public @Nullable Object getProperty(
                Class sender, Object object, String property, boolean toSuper, boolean inside) {
            return getProperty(object, property);
        }

        private static boolean isPlain(Object value) {
            return value instanceof CharSequence
                    || value instanceof Number
                    || value instanceof Boolean
                    || value instanceof Collection;
        }

        private static DirshException unknown(Answer answer, String property) {
            List<String> names = List.copyOf(answer.fields().keySet());
            return DirshException.badInput(
                    "no field '" + property + "' in this " + answer.getClass().getSimpleName()
                            + Suggestions.didYouMean(property, names),
                    "one of: " + String.join(", ", names));
        }
    }
}
