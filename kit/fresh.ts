/**
 * fresh.ts - copies of the library that are loaded when a test asks for them.
 *
 * The library takes its timers from the globals once, when it is imported. A copy takes those that there are
 * then.
 */
type Library = typeof import("spillway");

let copies = 0;

/** The library, imported anew. */
export async function freshLibrary(): Promise<Library> {
  const file = new URL("../spillway.js", import.meta.url);
  copies += 1;
  return (await import(`${file.href}?copy=${copies}`)) as Library;
}
