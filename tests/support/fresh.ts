/**
 * fresh.ts - copies of the library that are loaded when a test asks for them: with the globals that there are then. The library
 * takes its timers from these, once.
 */
type Library = typeof import("spillway");

let copies = 0;

export async function freshLibrary(): Promise<Library> {
  const file = new URL("../../spillway.js", import.meta.url);
  copies += 1;
  return (await import(`${file.href}?copy=${copies}`)) as Library;
}
