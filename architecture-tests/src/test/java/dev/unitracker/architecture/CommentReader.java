package dev.unitracker.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.unitracker.architecture.Comments.Promise;
import dev.unitracker.architecture.Comments.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Reads what one file promises and which of it a comment tells. */
final class CommentReader {

    private static final Set<String> OF_TESTS = Set.of(
            "Test",
            "ParameterizedTest",
            "RepeatedTest",
            "TestFactory",
            "BeforeEach",
            "AfterEach",
            "BeforeAll",
            "AfterAll");

    private final Sources.Parsed file;
    private final FileLines lines;
    private final List<Promise> promises = new ArrayList<>();

    private CommentReader(Sources.Parsed file) {
        this.file = file;
        this.lines = new FileLines(file.text());
    }

    static CommentReader of(Sources.Parsed file) {
        CommentReader reader = new CommentReader(file);
        TreePath top = new TreePath(file.unit());
        for (Tree declared : file.unit().getTypeDecls()) {
            if (declared instanceof ClassTree type
                    && type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                reader.read(new TreePath(top, type), type, type.getSimpleName().toString());
            }
        }
        return reader;
    }

    /** Returns what the file promises, in its order; empty if none of its types is public. */
    List<Promise> promises() {
        return promises;
    }

    /** Returns how many lines are counted: none if no type is public. */
    FileLines.Count lines() {
        return promises.isEmpty() ? FileLines.Count.NONE : lines.count();
    }

    private void read(TreePath at, ClassTree type, String name) {
        DocCommentTree comment = comment(at);
        promises.add(new Promise(Sort.TYPE, name, comment != null));
        boolean isContract = type.getMembers().stream().anyMatch(CommentReader::isTest);
        for (Tree member : type.getMembers()) {
            if (isContract && isOfContract(member)) {
                leaveOut(member);
            }
            member(new TreePath(at, member), type, name, comment);
        }
    }

    private void member(TreePath at, ClassTree type, String name, @Nullable DocCommentTree comment) {
        Tree member = at.getLeaf();
        if (member instanceof ClassTree nested && isPromised(nested.getModifiers(), type)) {
            read(at, nested, name + "." + nested.getSimpleName());
        } else if (member instanceof VariableTree field && isComponent(field, type)) {
            boolean told = comment != null && tells(comment, field.getName().toString());
            promises.add(new Promise(Sort.COMPONENT, name + "." + field.getName(), told));
        } else if (member instanceof MethodTree method
                && isPromised(method.getModifiers(), type)
                && !isToldElsewhere(method, type)) {
            promises.add(new Promise(Sort.METHOD, name + "." + signature(method, type), comment(at) != null));
        }
    }

    private static boolean isPromised(ModifiersTree modifiers, ClassTree type) {
        Set<Modifier> flags = modifiers.getFlags();
        boolean inInterface = type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
        return flags.contains(Modifier.PUBLIC)
                || flags.contains(Modifier.PROTECTED)
                || (inInterface && !flags.contains(Modifier.PRIVATE));
    }

    /** Tells whether another comment says what a method does, or, of a test, its name. */
    private boolean isToldElsewhere(MethodTree method, ClassTree type) {
        return isAnnotated(method, Set.of("Override"))
                || isTest(method)
                || (type.getKind() == Tree.Kind.RECORD && (isAccessor(method, type) || isCanonical(method, type)));
    }

    private static boolean isAccessor(MethodTree method, ClassTree type) {
        return method.getParameters().isEmpty()
                && components(type).stream()
                        .anyMatch(component -> component.getName().equals(method.getName()));
    }

    private boolean isCanonical(MethodTree method, ClassTree type) {
        return method.getReturnType() == null
                && (isCompact(method, type) || types(method.getParameters()).equals(types(components(type))));
    }

    /** The parser tells only by what stands before the body. */
    private boolean isCompact(MethodTree constructor, ClassTree type) {
        String head = file.text().substring(start(constructor), start(constructor.getBody()));
        return head.strip().endsWith(type.getSimpleName().toString());
    }

    private static List<VariableTree> components(ClassTree type) {
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> isComponent(field, type))
                .toList();
    }

    private static boolean isComponent(VariableTree field, ClassTree type) {
        return type.getKind() == Tree.Kind.RECORD
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private static List<String> types(List<? extends VariableTree> variables) {
        return variables.stream().map(each -> each.getType().toString()).toList();
    }

    private static String signature(MethodTree method, ClassTree type) {
        String name = method.getReturnType() == null
                ? type.getSimpleName().toString()
                : method.getName().toString();
        return types(method.getParameters()).stream().collect(Collectors.joining(", ", name + "(", ")"));
    }

    private static boolean isTest(Tree member) {
        return member instanceof MethodTree method && isAnnotated(method, OF_TESTS);
    }

    /** Of a contract its tests and what only they use: a name that is a sentence stands for the comment. */
    private static boolean isOfContract(Tree member) {
        return isTest(member) || modifiers(member).contains(Modifier.PRIVATE);
    }

    private static Set<Modifier> modifiers(Tree member) {
        if (member instanceof MethodTree method) {
            return method.getModifiers().getFlags();
        }
        if (member instanceof ClassTree nested) {
            return nested.getModifiers().getFlags();
        }
        return member instanceof VariableTree field ? field.getModifiers().getFlags() : Set.of();
    }

    private static boolean isAnnotated(MethodTree method, Set<String> names) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(annotation ->
                        names.contains(annotation.getAnnotationType().toString()));
    }

    private @Nullable DocCommentTree comment(TreePath at) {
        DocCommentTree comment = file.trees().getDocCommentTree(at);
        boolean says = comment != null
                && !(comment.getFullBody().isEmpty() && comment.getBlockTags().isEmpty());
        return says ? comment : null;
    }

    private static boolean tells(DocCommentTree comment, String component) {
        return comment.getBlockTags().stream()
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .anyMatch(param -> !param.isTypeParameter()
                        && param.getName().getName().contentEquals(component)
                        && !param.getDescription().isEmpty());
    }

    private void leaveOut(Tree member) {
        int end = (int) file.trees().getSourcePositions().getEndPosition(file.unit(), member);
        lines.leaveOut(line(start(member)), line(end));
    }

    private int line(int position) {
        return (int) file.unit().getLineMap().getLineNumber(position);
    }

    private int start(Tree tree) {
        return (int) file.trees().getSourcePositions().getStartPosition(file.unit(), tree);
    }
}
