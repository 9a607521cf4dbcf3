package dirsh.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** A function of the subset, by the page of the same name in the Domino Designer documentation. */
enum Function {
    ALL("@All", 0) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            return Value.Numbers.TRUE;
        }
    },
    BEGINS("@Begins", 2) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            return anyPair(arguments, note, String::startsWith);
        }
    },
    CONTAINS("@Contains", 2) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            return anyPair(arguments, note, String::contains);
        }
    },
    CREATED("@Created", 0) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            return note.created();
        }
    },
    /** The number of elements, but 0 for the empty text. */
    ELEMENTS("@Elements", 1) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            Value list = arguments.get(0).value(note);
            if (list instanceof Value.Unknown) {
                return list;
            }
            int elements = list.equals(Value.Texts.EMPTY) ? 0 : sizeOf(list);
            return new Value.Numbers(List.of((double) elements));
        }
    },
    ENDS("@Ends", 2) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            return anyPair(arguments, note, String::endsWith);
        }
    },
    IS_AVAILABLE("@IsAvailable", 1) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            return Value.of(note.has(arguments.get(0).toString()));
        }
    },
    /** Whether every element of the first list is in the second; case matters. */
    IS_MEMBER("@IsMember", 2) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            return arguments.get(0).value(note) instanceof Value.Texts members
                            && arguments.get(1).value(note) instanceof Value.Texts list
                    ? Value.of(list.texts().containsAll(members.texts()))
                    : Value.Unknown.UNKNOWN;
        }
    },
    IS_UNAVAILABLE("@IsUnavailable", 1) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            return Value.of(!note.has(arguments.get(0).toString()));
        }
    },
    LOWER_CASE("@LowerCase", 1) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            return eachText(arguments, note, text -> text.toLowerCase(Locale.ROOT));
        }
    },
    MATCHES("@Matches", 2) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            if (!(arguments.get(0).value(note) instanceof Value.Texts strings)
                    || !(arguments.get(1).value(note) instanceof Value.Texts patterns)) {
                return Value.Unknown.UNKNOWN;
            }
            boolean known = true;
            for (String text : patterns.texts()) {
                Optional<TextPattern> pattern = TextPattern.of(text);
                if (pattern.isPresent() && strings.texts().stream().anyMatch(pattern.get()::matches)) {
                    return Value.Numbers.TRUE;
                }
                known &= pattern.isPresent();
            }
            return known ? Value.Numbers.FALSE : Value.Unknown.UNKNOWN;
        }
    },
    MODIFIED("@Modified", 0) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            return note.modified();
        }
    },
    TEXT("@Text", 1) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            Value value = arguments.get(0).value(note);
            if (value instanceof Value.Numbers some) {
                return Value.texts(
                        some.numbers().stream().map(Constants::number).toList());
            }
            return value instanceof Value.Times some
                    ? Value.texts(some.times().stream().map(Object::toString).toList())
                    : value;
        }
    },
    /** Without blanks at both ends and doubled ones inside; elements that are blank go. Other white space stays. */
    TRIM("@Trim", 1) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            if (!(arguments.get(0).value(note) instanceof Value.Texts some)) {
                return Value.Unknown.UNKNOWN;
            }
            List<String> trimmed = new ArrayList<>();
            for (String text : some.texts()) {
                String words = String.join(" ", text.split(" +")).replaceFirst("^ ", "");
                if (!words.isEmpty()) {
                    trimmed.add(words);
                }
            }
            return Value.texts(trimmed);
        }
    },
    UPPER_CASE("@UpperCase", 1) {
        @Override
        Value value(List<Expression> arguments, NoteView note) {
            return eachText(arguments, note, text -> text.toUpperCase(Locale.ROOT));
        }
    };

    private final String name;
    private final int arguments;

    Function(String name, int arguments) {
        this.name = name;
        this.arguments = arguments;
    }

    abstract Value value(List<Expression> arguments, NoteView note);

    /** How many arguments it takes. */
    int arguments() {
        return arguments;
    }

    /** Whether its argument is the name of an item rather than its value. */
    boolean takesName() {
        return this == IS_AVAILABLE || this == IS_UNAVAILABLE;
    }

    /** The function of a name with its {@code @}; case does not matter. */
    static Optional<Function> named(String name) {
        for (Function function : values()) {
            if (function.name.equalsIgnoreCase(name)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }

    /** True if the test holds for any element of the first list with any of the second; case matters to the callers. */
    private static Value anyPair(List<Expression> arguments, NoteView note, BiPredicate<String, String> test) {
        return arguments.get(0).value(note) instanceof Value.Texts strings
                        && arguments.get(1).value(note) instanceof Value.Texts parts
                ? Value.of(strings.texts().stream()
                        .anyMatch(text -> parts.texts().stream().anyMatch(part -> test.test(text, part))))
                : Value.Unknown.UNKNOWN;
    }

    private static Value eachText(List<Expression> arguments, NoteView note, UnaryOperator<String> change) {
        return arguments.get(0).value(note) instanceof Value.Texts some
                ? Value.texts(some.texts().stream().map(change).toList())
                : Value.Unknown.UNKNOWN;
    }

    private static int sizeOf(Value list) {
        if (list instanceof Value.Texts some) {
            return some.texts().size();
        }
        return list instanceof Value.Numbers some
                ? some.numbers().size()
                : list instanceof Value.Times times ? times.times().size() : 0;
    }
}
