/**
 * example.ts - the editor of examples/electron and the packed package in one archive, as a user would have
 * it.
 */
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Project, ROOT } from "../package.js";
import { scratchFolder } from "../scratch_folder.js";
import { packArchive } from "./archive.js";
import type { Place } from "./archive_hooks.js";

export async function packExample(): Promise<Place> {
  const project = new Project();
  for (const name of readdirSync(project.folder))
    if (name.endsWith(".tgz")) rmSync(join(project.folder, name));
  cpSync(join(ROOT, "examples/electron"), project.folder, { recursive: true });
  const place = await packArchive(project.folder, join(scratchFolder(), "app.asar"));
  rmSync(project.folder, { recursive: true, force: true });
  return place;
}
