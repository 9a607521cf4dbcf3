package dirsh.plugin;

import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.jspecify.annotations.Nullable;

/**
 * An import of an earlier line, as plain words: Groovy's own node of it would keep the whole tree of that line, which
 * keeps the line before it, and so all lines ever typed.
 *
 * @param isStatic whether it imports members of a class
 * @param isStar whether it imports all of them
 * @param className the class; null for a whole package
 * @param packageName the package, with a dot at its end; null unless it imports all of one
 * @param fieldName the member; null for none
 * @param alias what it is called; null where it imports all
 */
record KeptImport(
        boolean isStatic,
        boolean isStar,
        @Nullable String className,
        @Nullable String packageName,
        @Nullable String fieldName,
        @Nullable String alias) {

    static KeptImport of(ImportNode node) {
        return new KeptImport(
                node.isStatic(),
                node.isStar(),
                node.getClassName(),
                node.getPackageName(),
                node.getFieldName(),
                node.getAlias());
    }

    /** Makes it an import of a further line, which wins with one of its own. */
    void addTo(ModuleNode module) {
        if (isStatic && isStar) {
            module.addStaticStarImport(className, ClassHelper.make(className));
        } else if (isStatic) {
            module.addStaticImport(ClassHelper.make(className), fieldName, alias);
        } else if (isStar) {
            module.addStarImport(packageName);
        } else if (module.getImport(alias) == null) {
            module.addImport(alias, ClassHelper.make(className));
        }
    }
}
