/**
 * statements.mjs - counts the statements in which a program with Spillway differs from the plain one.
 *
 * A statement is what JavaScript calls one, an import, a declaration, a field or a method of a class; a block
 * is none. Of one that holds others only its own part counts: of an `if` the condition, of a function its
 * head. Two are the same when their texts are, blanks and comments aside.
 */
import { readFileSync } from "node:fs";
import { parse } from "acorn";

const read = (name, file) => readFileSync(new URL(`../${name}/${file}.mjs`, import.meta.url), "utf8");

const isStatement = (type) =>
  /(Statement|Declaration|^PropertyDefinition|^MethodDefinition)$/.test(type) &&
  !/^(BlockStatement|ExportNamedDeclaration|ExportDefaultDeclaration)$/.test(type);

/** Statements of a text: `line` from 1, and `text` without what is in others. */
export function statements(source) {
  const found = [];
  const root = parse(source, { ecmaVersion: "latest", sourceType: "module", locations: true });
  visit(root, found);
  return found.map((node) => ({ line: node.loc.start.line, text: ownText(source, node) }));
}

function visit(node, found) {
  if (isStatement(node.type)) found.push(node);
  for (const child of childrenOf(node)) visit(child, found);
}

function childrenOf(node) {
  return Object.values(node)
    .flat()
    .filter((value) => typeof value?.type === "string");
}

/** The outermost statements inside a node. */
function innerOf(node) {
  return childrenOf(node).flatMap((child) => (isStatement(child.type) ? [child] : innerOf(child)));
}

function ownText(source, node) {
  let text = "";
  let at = node.start;
  for (const inner of innerOf(node).sort((a, b) => a.start - b.start)) {
    text += source.slice(at, inner.start);
    at = inner.end;
  }
  text += source.slice(at, node.end);
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "").replace(/\s+/g, " ");
}

/** How many statements both programs of an example have, and which are in one of them only. */
export function difference(name) {
  const plain = statements(read(name, "plain"));
  const spillway = statements(read(name, "spillway"));
  return {
    plain: plain.length,
    spillway: spillway.length,
    fresh: without(spillway, plain),
    gone: without(plain, spillway),
  };
}

/** The statements of a list that another has not; each of the other stands for one. */
function without(list, other) {
  const rest = other.map(({ text }) => text);
  return list.filter(({ text }) => {
    const at = rest.indexOf(text);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
