package dirsh.formula;

import java.util.Optional;

/** An operator between two values. */
enum Operator {
    AND("&", Level.LOGIC) {
        @Override
        Value apply(Value left, Value right) {
            if (left.isFalse() || right.isFalse()) {
                return Value.Numbers.FALSE;
            }
            return left.isTrue() && right.isTrue() ? Value.Numbers.TRUE : Value.Unknown.UNKNOWN;
        }
    },
    OR("|", Level.LOGIC) {
        @Override
        Value apply(Value left, Value right) {
            if (left.isTrue() || right.isTrue()) {
                return Value.Numbers.TRUE;
            }
            return left.isFalse() && right.isFalse() ? Value.Numbers.FALSE : Value.Unknown.UNKNOWN;
        }
    },
    EQUAL("=", Level.COMPARISON) {
        @Override
        Value apply(Value left, Value right) {
            return Pairs.compare(left, right, order -> order == 0);
        }
    },
    NOT_EQUAL("!=", Level.COMPARISON) {
        @Override
        Value apply(Value left, Value right) {
            return Pairs.compare(left, right, order -> order != 0);
        }
    },
    LESS("<", Level.COMPARISON) {
        @Override
        Value apply(Value left, Value right) {
            return Pairs.compare(left, right, order -> order < 0);
        }
    },
    GREATER(">", Level.COMPARISON) {
        @Override
        Value apply(Value left, Value right) {
            return Pairs.compare(left, right, order -> order > 0);
        }
    },
    AT_MOST("<=", Level.COMPARISON) {
        @Override
        Value apply(Value left, Value right) {
            return Pairs.compare(left, right, order -> order <= 0);
        }
    },
    AT_LEAST(">=", Level.COMPARISON) {
        @Override
        Value apply(Value left, Value right) {
            return Pairs.compare(left, right, order -> order >= 0);
        }
    },
    PLUS("+", Level.SUM) {
        @Override
        Value apply(Value left, Value right) {
            return left instanceof Value.Texts first && right instanceof Value.Texts second
                    ? Pairs.concatenate(first, second)
                    : Pairs.calculate(left, right, Double::sum);
        }
    },
    MINUS("-", Level.SUM) {
        @Override
        Value apply(Value left, Value right) {
            return Pairs.calculate(left, right, (first, second) -> first - second);
        }
    },
    TIMES("*", Level.PRODUCT) {
        @Override
        Value apply(Value left, Value right) {
            return Pairs.calculate(left, right, (first, second) -> first * second);
        }
    },
    DIVIDED_BY("/", Level.PRODUCT) {
        @Override
        Value apply(Value left, Value right) {
            return Pairs.calculate(left, right, (first, second) -> first / second);
        }
    };

    private final String sign;
    private final Level level;

    Operator(String sign, Level level) {
        this.sign = sign;
        this.level = level;
    }

    abstract Value apply(Value left, Value right);

    Level level() {
        return level;
    }

    /** The operator of this level that the sign stands for; Notes writes "not equal" in four ways. */
    static Optional<Operator> of(String sign, Level level) {
        String usual = sign.equals("<>") || sign.equals("><") || sign.equals("=!") ? "!=" : sign;
        for (Operator operator : values()) {
            if (operator.sign.equals(usual) && operator.level == level) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return sign;
    }
}
