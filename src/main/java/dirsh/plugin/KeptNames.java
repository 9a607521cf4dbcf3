package dirsh.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Token;

/**
 * The change to a line's tree that lets its names outlive it: declarations at the top level become assignments, and
 * imports are added to every later line.
 *
 * <p>Without it Groovy forgets {@code def x = 1} with the line; evaluating old lines again would repeat what they did.
 */
final class KeptNames extends CompilationCustomizer {

    private final Map<String, KeptImport> imports;
    private final Map<String, KeptImport> seen = new LinkedHashMap<>();

    /** The change for one line, after the lines whose imports are given. */
    KeptNames(Map<String, KeptImport> imports) {
        super(CompilePhase.CONVERSION);
        this.imports = Map.copyOf(imports);
    }

    /** The imports of the line, by what they say. */
    Map<String, KeptImport> imports() {
        return seen;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode node) {
        if (!node.isScript()) {
            return;
        }
        ModuleNode module = source.getAST();
        remember(module);
        imports.values().forEach(one -> one.addTo(module));
        for (MethodNode method : node.getMethods()) {
            if (method.getName().equals("run") && method.getCode() instanceof BlockStatement block) {
                block.getStatements().replaceAll(KeptNames::kept);
            }
        }
    }

    private void remember(ModuleNode module) {
        List<ImportNode> all = new ArrayList<>(module.getImports());
        all.addAll(module.getStarImports());
        all.addAll(module.getStaticImports().values());
        all.addAll(module.getStaticStarImports().values());
        all.forEach(one -> seen.put(one.getText(), KeptImport.of(one)));
    }

    private static Statement kept(Statement statement) {
        if (!(statement instanceof ExpressionStatement line)
                || !(line.getExpression() instanceof DeclarationExpression declaration)) {
            return statement;
        }
        Expression target = declaration.getLeftExpression() instanceof TupleExpression several
                ? several
                : new VariableExpression(declaration.getVariableExpression().getName());
        if (target instanceof TupleExpression several) {
            List<Expression> names = new ArrayList<>();
            for (Expression each : several.getExpressions()) {
                names.add(new VariableExpression(each.getText()));
            }
            target = new org.codehaus.groovy.ast.expr.ArgumentListExpression(names);
        }
        BinaryExpression assignment = new BinaryExpression(
                target,
                Token.newSymbol("=", declaration.getLineNumber(), declaration.getColumnNumber()),
                value(declaration));
        assignment.setSourcePosition(declaration);
        target.setSourcePosition(declaration.getLeftExpression());
        ExpressionStatement kept = new ExpressionStatement(assignment);
        kept.setSourcePosition(statement);
        return kept;
    }

    private static Expression value(DeclarationExpression declaration) {
        Expression given = declaration.getRightExpression();
        if (declaration.isMultipleAssignmentDeclaration()) {
            return given;
        }
        ClassNode type = declaration.getVariableExpression().getOriginType();
        boolean dynamic = declaration.getVariableExpression().isDynamicTyped();
        if (given instanceof EmptyExpression) {
            boolean number = !dynamic && ClassHelper.isPrimitiveType(type) && !ClassHelper.isPrimitiveBoolean(type);
            if (number) {
                return new CastExpression(type, new ConstantExpression(0));
            }
            return !dynamic && ClassHelper.isPrimitiveBoolean(type)
                    ? new ConstantExpression(false)
                    : new ConstantExpression(null);
        }
        return dynamic ? given : new CastExpression(type, given);
    }
}
