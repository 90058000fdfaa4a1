/**
 * rules.ts - the rules of the house that no compiler checks, each a pure function.
 *
 * A rule takes a tree (paths from the root, each with its text) and answers its violations, as lines that can
 * be understood without the rule. house.test.ts applies each rule to the tree as it is, where it must find
 * nothing, and to one with a small violation, where it must find exactly that.
 */

/** Paths from the root of the project, with `/`; a file that is not text has an empty one. */
export type Tree = ReadonlyMap<string, string>;

// ── what the rules know ────────────────────────────────────────────────────────────────────────────

/**
 * A folder and its rooms, the lowest first. A file imports from its own room or from a lower one. Rooms on
 * one line are siblings and do not know each other. A room is a folder or a single file; "" stands for the
 * files of the folder that are in no room of their own.
 */
export interface Floor {
  folder: string;
  rooms: readonly (readonly string[])[];
}

export const FLOORS: readonly Floor[] = [
  {
    folder: "assembly",
    rooms: [
      ["ground"],
      ["codec"],
      ["memory"],
      ["owners"],
      ["engine"],
      ["transfer", "workshop"],
      ["audit"],
      [""],
    ],
  },
  { folder: "assembly/codec", rooms: [[""], ["lz4"], ["dense", "typed"]] },
  {
    folder: "assembly/owners/eviction",
    rooms: [["lanes", "evicted"], ["duels", "ghosts", "heap"], ["orders"]],
  },
  {
    folder: "src",
    rooms: [
      ["abi"],
      ["base"],
      ["telemetry"],
      ["engine"],
      ["image"],
      ["estimate"],
      ["devices"],
      ["core"],
      ["clients"],
      ["housekeeping"],
      ["faces"],
      ["pool"],
      ["index"],
      ["adapters"],
    ],
  },
  { folder: "cli", rooms: [["library"], ["text"], ["pages"], ["measure", "replay", "bench"], ["main"]] },
  { folder: "kit", rooms: [["reference"], [""], ["doors"], ["attacks", "electron", "models"]] },
];

/** Violations that are known and owed. house.test.ts fails when one of them is mended and still listed. */
export const OWED: readonly string[] = [];

/** Files that the command reads beside its own sources. */
const COMMAND_READS = /^(build\/wasm\/doors\.wasm|cli\/bench\/native\/\w+\.c)$/;

/** Owners in other rooms than owners/: they do not know the others either, nor do these know them. */
const OWNERS_ELSEWHERE = ["assembly/memory/slab", "assembly/ground/stats"];

/** The one arrow between owners: an inode is an area that is found by another key. */
const OWNERS_MAY = ["assembly/owners/inodes assembly/owners/areas"];

/** The parts of the order of eviction know each other; the log of evicted keys is no part of it. */
const EVICTION = "assembly/owners/eviction/";
const EVICTION_APART = "assembly/owners/eviction/evicted";

/** Functions of memory/ that write at the address they are handed, on behalf of the caller. */
const WRITERS =
  "recordTake|recordGive|recordReserve|recordMove|frameHang|frameUnhang|" +
  "tableInit|tableCount|tableGrow|tableShrink|tableShrunk|listAdd|listRemove|wipe";

/** Regions that are divided into words, each of which has an owner. */
const DIVIDED = ["CONTROL_PTR", "CLIENTS_PTR"];

/** The window belongs to the operation under way; so only these files and rooms know where it is. */
const WINDOW = /\b(WINDOW_PTR|(?:window|rows|table|scratch|work)Ptr\()/;
const WINDOW_KNOWN =
  /^assembly\/(index|doors|threads|ground\/layout|ground\/window|(engine|transfer|workshop)\/.*)\.ts$/;

/**
 * Files with functions and no spec: doors are there for tests; windows are shown by tests/behaviour/windows.
 */
const WITHOUT_SPEC = ["assembly/doors.ts", "assembly/threads.ts"];

/** Columns that lines of code, comments and prose may have. */
export const WIDTH = 110;

/** Files and folders whose lines are not yet within WIDTH. */
export const WIDE: readonly string[] = [];

/** Folders whose headings may still have `Called:` lines. */
export const CALLED: readonly string[] = [];

/** Folders with code, and the endings of it. */
const CODE = ["assembly", "src", "cli", "kit", "bench", "examples", "scripts", "tests"];
const CODE_ENDINGS = /\.(ts|mjs|js|c)$/;
const PICTURES = /\.(svg|png)$/;

// ── reading a tree ─────────────────────────────────────────────────────────────────────────────────

const isBelow = (path: string, folders: readonly string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

function filesBelow(tree: Tree, folder: string, ending: string | RegExp): string[] {
  const ends = (path: string) => (typeof ending === "string" ? path.endsWith(ending) : ending.test(path));
  return [...tree.keys()].filter((path) => path.startsWith(`${folder}/`) && ends(path));
}

const codeFiles = (tree: Tree) => CODE.flatMap((folder) => filesBelow(tree, folder, CODE_ENDINGS));
const documents = (tree: Tree) =>
  [...tree.keys()].filter((path) => /^[^/]+\.md$/.test(path) || /^(docs|examples)\/.*\.md$/.test(path));
const textOf = (tree: Tree, path: string) => tree.get(path) ?? "";
const linesOf = (tree: Tree, path: string) => textOf(tree, path).split("\n");
const bare = (path: string) => path.replace(/(\.d)?\.(ts|mjs|js)$/, "");

/** `a/b/../c` without the dots. */
function joined(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${target}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** Files of the project that a file imports or re-exports, from the root and without ending. */
function importsOf(tree: Tree, path: string): string[] {
  const text = textOf(tree, path);
  const targets = [
    ...text.matchAll(/^(?:import|export)\s[^;]*?from\s+"(\.[^"]+)"/gm),
    ...text.matchAll(/\bimport\(?\s*"(\.[^"]+)"/g),
  ];
  return targets.map(([, target]) => joined(folderOf(path), target as string).replace(/\.js$/, ""));
}

/** Code without its comments. */
const codeOf = (tree: Tree, path: string) => textOf(tree, path).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");

// ── rooms ──────────────────────────────────────────────────────────────────────────────────────────

/** The room of a file on a floor, or undefined if it is in none. */
function roomOn({ folder, rooms }: Floor, path: string): string | undefined {
  const [first = "", ...rest] = path.slice(folder.length + 1).split("/");
  const names = rooms.flat();
  if (names.includes(first)) return first;
  return rest.length === 0 && names.includes("") ? "" : undefined;
}

function upwards(tree: Tree, floor: Floor): string[] {
  const { folder, rooms } = floor;
  const rank = (room: string) => rooms.findIndex((names) => names.includes(room));
  const wrong: string[] = [];
  for (const path of filesBelow(tree, folder, ".ts")) {
    if (path.endsWith(".d.ts")) continue;
    const from = bare(path);
    const room = roomOn(floor, from);
    if (room === undefined) {
      wrong.push(`${from} is in no room of ${folder}/`);
      continue;
    }
    for (const target of importsOf(tree, path)) {
      if (!target.startsWith(`${folder}/`)) {
        // Of a floor inside another the outer one tells where imports lead to.
        const isOutermost = !folder.includes("/");
        if (isOutermost && !COMMAND_READS.test(target))
          wrong.push(`${from} imports ${target}, outside ${folder}/`);
        continue;
      }
      const there = roomOn(floor, target);
      if (there === room) continue;
      if (there === undefined || rank(there) >= rank(room))
        wrong.push(`${from} imports ${target}, which is not below it`);
    }
  }
  return wrong;
}

/** Imports go down the list of rooms, in every tree and in the rooms that have rooms of their own. */
export function roomsInOrder(tree: Tree): string[] {
  return FLOORS.flatMap((floor) => upwards(tree, floor));
}

/**
 * Entries stand beside the library: none of its files is in them but those of base/ and devices/, and no
 * package. They name its types only.
 */
export function adaptersTakeTypesOnly(tree: Tree): string[] {
  const wrong: string[] = [];
  for (const path of filesBelow(tree, "src/adapters", ".ts"))
    for (const [, what = "", from = ""] of codeOf(tree, path).matchAll(
      /^(?:import|export)\s([^;]*?)\s?from\s+"([^"]+)"/gm,
    )) {
      const target = joined(folderOf(path), from);
      const isOurs = from.startsWith(".") && /^src\/(adapters|base|devices)\//.test(target);
      if (!isOurs && !what.startsWith("type ")) wrong.push(`${path} imports more than types from ${from}`);
    }
  return wrong;
}

/** No file imports itself by way of others. */
export function noCircles(tree: Tree): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: string[]) => {
    const seen = way.indexOf(file);
    if (seen >= 0) circles.push(`a circle: ${[...way.slice(seen), file].join(" -> ")}`);
    if (seen >= 0 || done.has(file)) return;
    const path = [`${file}.ts`, `${file}.mjs`].find((one) => tree.has(one));
    if (path !== undefined) for (const target of importsOf(tree, path)) walk(target, [...way, file]);
    done.add(file);
  };
  for (const path of CODE.flatMap((folder) => filesBelow(tree, folder, /\.(ts|mjs)$/))) walk(bare(path), []);
  return circles;
}

/** Owners do not know one another: only the engine brings them together. */
export function ownersApart(tree: Tree): string[] {
  const owners = filesBelow(tree, "assembly/owners", ".ts").map(bare).concat(OWNERS_ELSEWHERE);
  const may = (from: string, to: string) => {
    if (OWNERS_MAY.includes(`${from} ${to}`)) return true;
    return (
      from !== EVICTION_APART && to !== EVICTION_APART && from.startsWith(EVICTION) && to.startsWith(EVICTION)
    );
  };
  return owners.flatMap((owner) =>
    importsOf(tree, `${owner}.ts`)
      .filter((target) => owners.includes(target) && !may(owner, target))
      .map((target) => `${owner} knows ${target}, another owner`),
  );
}

/** Only the border calls the file that decides about stores and loads. */
export function engineBehindTheBorder(tree: Tree): string[] {
  return filesBelow(tree, "assembly", ".ts")
    .filter(
      (path) => path !== "assembly/index.ts" && importsOf(tree, path).includes("assembly/engine/engine"),
    )
    .map((path) => `${path} calls assembly/engine/engine, which only assembly/index.ts may`);
}

// ── regions of linear memory ───────────────────────────────────────────────────────────────────────

/** Names of absolute addresses: constants of ground/ that end in _PTR, and those defined by one of these. */
function addresses(tree: Tree): string[] {
  const found: string[] = [];
  // Constants stand behind those that they are made of, in layout.ts and then in records.ts.
  for (const path of ["assembly/ground/layout.ts", "assembly/ground/records.ts"]) {
    const constants = codeOf(tree, path).matchAll(/^export const (\w+): u32 =([^;]+);/gm);
    for (const [, name = "", value = ""] of constants) {
      if (name.endsWith("_PTR") || found.some((one) => new RegExp(`\\b${one}\\b`).test(value)))
        found.push(name);
    }
  }
  return found.filter((name) => !DIVIDED.includes(name) && name !== "WINDOW_PTR");
}

/** What a file says that it owns: its `Owns:` line and those that go on with it. */
function ownedBy(tree: Tree, path: string): string {
  return /^ \* Owns:(.*(?:\n \* {2,}.*)*)/m.exec(textOf(tree, path))?.[1] ?? "";
}

/** Names under which a file knows a region: its own, and constants and locals that begin with it. */
function namesOf(code: string, region: string): string[] {
  const names = [region];
  for (const name of names) {
    const made = new RegExp(`\\b(?:const|let) (\\w+)(?:: \\w+)? = (?:<\\w+>)?${name}\\b(?! ?[=!<>?])`, "g");
    for (const [, one] of code.matchAll(made)) if (!names.includes(one as string)) names.push(one as string);
  }
  return names;
}

/** Whether a file writes into a region: by a store, a copy, or a function that writes on its behalf. */
function writes(code: string, region: string): boolean {
  const at = `(?:<usize>)?(?:${namesOf(code, region).join("|")})\\b`;
  return new RegExp(`\\b(?:(?:v128\\.)?store(?:<\\w+>)?|memory\\.(?:fill|copy)|${WRITERS})\\(\\s*${at}`).test(
    code,
  );
}

/** Every region has one owner, which says so and is the only file that writes there. */
export function regionsOwned(tree: Tree): string[] {
  const files = filesBelow(tree, "assembly", ".ts").filter(
    (path) => !/^assembly\/(doors|ground\/layout|ground\/records)\.ts$/.test(path),
  );
  const wrong: string[] = [];
  for (const region of addresses(tree)) {
    const isNamed = new RegExp(`\\b${region}\\b`);
    const owners = files.filter((path) => isNamed.test(ownedBy(tree, path)));
    if (owners.length === 0) wrong.push(`${region} has no owner: no file names it in its Owns: line`);
    if (owners.length > 1) wrong.push(`${region} has several owners: ${owners.join(", ")}`);
    const writers = files.filter((path) => writes(codeOf(tree, path), region));
    const others = owners.length === 1 ? writers.filter((path) => !owners.includes(path)) : [];
    for (const path of others) wrong.push(`${path} writes ${region}, which ${owners[0]} owns`);
    if (owners.length !== 1 && writers.length > 1)
      wrong.push(`${region} is written by ${writers.join(", ")}`);
  }
  return wrong;
}

/** Nothing below the engine knows where the window is: it is told by a parameter. */
export function windowIsHandedOn(tree: Tree): string[] {
  return filesBelow(tree, "assembly", ".ts")
    .filter((path) => !WINDOW_KNOWN.test(path) && WINDOW.test(codeOf(tree, path)))
    .map((path) => `${path} knows the window, which belongs to the operation under way`);
}

// ── files ──────────────────────────────────────────────────────────────────────────────────────────

/** The engine has no managed object, hence no collector, and no decorator. */
export function nothingManaged(tree: Tree): string[] {
  return filesBelow(tree, "assembly", ".ts").flatMap((path) => {
    const found = /\bnew [A-Z]\w*|\bclass |\bArray<|Uint8Array|@inline|\bMath\.\w+/.exec(codeOf(tree, path));
    return found ? [`${path} names a managed type or decorates: ${found[0].trim()}`] : [];
  });
}

/** Every file of the engine that does something has its spec, and every spec its file. */
export function everyFileHasItsSpec(tree: Tree): string[] {
  const specOf = (path: string) => path.replace(/^assembly/, "tests/engine").replace(/\.ts$/, ".spec.ts");
  const works = (path: string) => /^(export )?function /m.test(textOf(tree, path));
  const without = filesBelow(tree, "assembly", ".ts")
    .filter((path) => works(path) && !WITHOUT_SPEC.includes(path) && !tree.has(specOf(path)))
    .map((path) => `${path} has no spec`);
  const lost = filesBelow(tree, "tests/engine", ".spec.ts")
    .filter((spec) => !tree.has(spec.replace("tests/engine", "assembly").replace(".spec", "")))
    .map((spec) => `${spec} is the spec of no file`);
  return [...without, ...lost];
}

/** A test in tests/unit has the path of what it tests in src/: a file, or a room. */
export function everyUnitTestHasItsFile(tree: Tree): string[] {
  return filesBelow(tree, "tests/unit", ".test.ts").flatMap((test) => {
    const subject = test.replace("tests/unit", "src").replace(".test.ts", "");
    const there =
      tree.has(`${subject}.ts`) || [...tree.keys()].some((path) => path.startsWith(`${subject}/`));
    return there ? [] : [`${test} mirrors no file of src/`];
  });
}

/** A test says at its top what it shows. */
export function everyTestHasItsHeading(tree: Tree): string[] {
  return filesBelow(tree, "tests", /\.(test|spec)\.ts$/).flatMap((path) => {
    const heading = /^\/\*\*\n([\s\S]*?)\*\//.exec(textOf(tree, path))?.[1] ?? "";
    return /\bShows?\b|\bshows\b|\bspec\.ts - /.test(heading) ? [] : [`${path} does not say what it shows`];
  });
}

/**
 * The programs of an example are what a user writes: they import packages and files beside them. What drives
 * and measures them (index.mjs, harness/) is the project's own.
 */
export function examplesAreOfUsers(tree: Tree): string[] {
  const programs = filesBelow(tree, "examples", /\/(?!index|harness)[^/]+\/(?!index)\w+\.mjs$/);
  return programs.flatMap((path) =>
    [...textOf(tree, path).matchAll(/\b(?:from|import)\s*\(?\s*"((?:#|\.\.\/|\/)[^"]*)"/g)].map(
      ([, target]) => `${path} imports ${target}, which a user does not have`,
    ),
  );
}

/** What the package is made of is there. */
export function packedFilesExist(tree: Tree): string[] {
  const { files } = JSON.parse(textOf(tree, "package.json")) as { files: string[] };
  const isThere = (path: string) =>
    tree.has(path) || [...tree.keys()].some((one) => one.startsWith(`${path}/`));
  return files
    .filter((path) => !isThere(path))
    .map((path) => `package.json packs ${path}, which is not there`);
}

/** Chance comes from a seed that a run prints and takes. */
export function randomnessIsSeeded(tree: Tree): string[] {
  return codeFiles(tree)
    .filter((path) => !path.startsWith("tests/house/") && /Math\.random/.test(textOf(tree, path)))
    .map((path) => `${path} draws without a seed`);
}

/** Who calls a file is read off the imports: a line that says so is soon wrong. */
export function noCalledLines(tree: Tree): string[] {
  return codeFiles(tree)
    .filter((path) => !isBelow(path, CALLED) && /^ \* +Called:/m.test(textOf(tree, path)))
    .map((path) => `${path} says who calls it`);
}

// ── prose ──────────────────────────────────────────────────────────────────────────────────────────

const isComment = (line: string) => /^\s*(\/\*|\*|\/\/)/.test(line);
const withoutStrings = (line: string) => line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "''");

/**
 * Numbers of the lines of code that are too long. Biome holds code to the width and leaves a literal whole.
 * So a line with a literal is free, and so is one inside a template of several lines.
 */
function wideCode(lines: readonly string[]): number[] {
  const wide: number[] = [];
  let inTemplate = false;
  for (const [i, line] of lines.entries()) {
    const comment = !inTemplate && isComment(line);
    const free = !comment && (inTemplate || /["'`]|\/.+\//.test(line.replace(/\/\/.*/, "")));
    if ([...line].length > WIDTH && !free) wide.push(i + 1);
    if (!comment && withoutStrings(line).split("`").length % 2 === 0) inTemplate = !inTemplate;
  }
  return wide;
}

/** Numbers of a document's lines that are too long. Tables, blocks of code and bare links are free. */
function wideProse(lines: readonly string[]): number[] {
  const wide: number[] = [];
  let inBlock = false;
  for (const [i, line] of lines.entries()) {
    if (/^\s*```/.test(line)) inBlock = !inBlock;
    const link = /^\s*(?:[-*] |\[[^\]]+\]: )?(?:!?\[[^\]]*\]\([^)]*\)|https?:\S+)[.,;]?$/.test(line);
    const free = inBlock || /^\s*\|/.test(line) || link;
    if ([...line].length > WIDTH && !free) wide.push(i + 1);
  }
  return wide;
}

/** Lines are within WIDTH columns. */
export function linesFit(tree: Tree): string[] {
  const told = (path: string, wide: readonly number[]) =>
    wide.map((line) => `${path}:${line} is wider than ${WIDTH} columns`);
  const files = codeFiles(tree).filter((path) => !isBelow(path, WIDE));
  const prose = documents(tree).filter((path) => !isBelow(path, WIDE));
  return [
    ...files.flatMap((path) => told(path, wideCode(linesOf(tree, path)))),
    ...prose.flatMap((path) => told(path, wideProse(linesOf(tree, path)))),
  ];
}

/** Anchors of a document's headings, as GitHub makes them. */
function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of withoutBlocks(text).matchAll(/^#+ +(.+)$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const anchor = words.replace(/[^\p{L}\p{M}\p{N} _-]/gu, "").replaceAll(" ", "-");
    let unique = anchor;
    for (let i = 1; anchors.has(unique); i++) unique = `${anchor}-${i}`;
    anchors.add(unique);
  }
  return anchors;
}

const withoutBlocks = (text: string) => text.replace(/^```[\s\S]*?^```/gm, "");

/** Links in documents lead to files and headings that are there. */
export function linksLead(tree: Tree): string[] {
  const wrong: string[] = [];
  const isThere = (path: string) =>
    tree.has(path) || [...tree.keys()].some((one) => one.startsWith(`${path}/`));
  for (const path of documents(tree)) {
    for (const [, link = ""] of withoutBlocks(textOf(tree, path)).matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)) {
      if (/^(https?|mailto):/.test(link)) continue;
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? path : joined(folderOf(path), file);
      if (!isThere(target)) wrong.push(`${path} links to ${link}, which is not there`);
      else if (anchor !== undefined && !anchorsOf(textOf(tree, target)).has(anchor))
        wrong.push(`${path} links to ${link}, where no such heading is`);
    }
  }
  return wrong;
}

/**
 * What a comment or document names as a section of a document, by its title or number, is a heading there.
 */
export function namedSectionsExist(tree: Tree): string[] {
  const named = /\b((?:docs\/)?[\w/-]+\.md), (?:"([^"]+)"|section (\d+))/g;
  return [...codeFiles(tree), ...documents(tree)].flatMap((path) => {
    const text = textOf(tree, path).replace(/\n\s*(\*(?!\/) ?)?/g, " ");
    return [...text.matchAll(named)].flatMap(([, document = "", title, number]) => {
      const headings = [...textOf(tree, document).matchAll(/^#+ +(.+)$/gm)].map(
        ([, heading = ""]) => heading,
      );
      const isThere = headings.some((one) =>
        title === undefined ? one.startsWith(`${number}.`) : one.replace(/^\d+\. /, "") === title,
      );
      return isThere ? [] : [`${path} names ${document}, ${title ?? `section ${number}`}: no such heading`];
    });
  });
}

/** Every picture of docs/ is shown by a document, with words for who cannot see it. */
export function picturesHaveWords(tree: Tree): string[] {
  const wrong: string[] = [];
  const shown = new Set<string>();
  for (const path of documents(tree)) {
    const text = withoutBlocks(textOf(tree, path));
    const images = [...text.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(([, alt, file]) => [alt, file]);
    for (const [image] of text.matchAll(/<img\b[^>]*>/g))
      images.push([/\balt="([^"]*)"/.exec(image)?.[1], /\bsrc="([^"]*)"/.exec(image)?.[1]]);
    // A second look of an image that has words.
    for (const [, file = ""] of text.matchAll(/<source\b[^>]*\bsrcset="([^"]*)"/g))
      shown.add(joined(folderOf(path), file));
    for (const [alt = "", file = ""] of images) {
      shown.add(joined(folderOf(path), file));
      if (alt.trim() === "") wrong.push(`${path} shows ${file} without words for it`);
    }
  }
  const unseen = filesBelow(tree, "docs", PICTURES).filter((path) => !shown.has(path));
  return [...wrong, ...unseen.map((path) => `${path} is shown by no document`)];
}
