/**
 * opfs_device.ts - which device a host gets: a synchronous one where it has synchronous access handles, else
 * an asynchronous one.
 */
import { missingError } from "../../base/errors.js";
import type { SpillDevice } from "../../base/options/device.js";
import { OpfsFile } from "./opfs_file.js";
import { hostFault, moveIn, type OpfsHost } from "./opfs_home.js";
import { type OpfsDeviceOptions, readOpfsOptions } from "./opfs_options.js";
import { OpfsSegments } from "./opfs_segments.js";

/** opfsDevice of ../opfs.ts, over what a host has. */
export async function opfsDeviceOver(options: OpfsDeviceOptions, host: OpfsHost): Promise<SpillDevice> {
  const settings = readOpfsOptions(options);
  // Hosts show these methods where they may be used: synchronous handles in dedicated workers.
  const methods = host.FileSystemFileHandle?.prototype ?? {};
  const isSync = "createSyncAccessHandle" in methods;
  if (!isSync && !("createWritable" in methods))
    throw missingError("FileSystemFileHandle.createWritable", "for an OPFS device outside of a worker");
  const home = await moveIn(host);
  if (!isSync) return new OpfsSegments(settings, home);
  try {
    const file = await home.folder.getFileHandle("segments", { create: true });
    return new OpfsFile(settings, home, await file.createSyncAccessHandle());
  } catch (error) {
    await home.leave();
    throw hostFault(error);
  }
}
