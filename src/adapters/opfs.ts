/**
 * opfs.ts - the origin private file system of a browser as a device of a pool.
 */
import type { SpillDevice } from "../base/options/device.js";
import { opfsDeviceOver } from "./parts/opfs_device.js";
import type { OpfsHost } from "./parts/opfs_home.js";
import type { OpfsDeviceOptions } from "./parts/opfs_options.js";

export type { SpillDevice } from "../base/options/device.js";
export type { OpfsDeviceOptions } from "./parts/opfs_options.js";

/**
 * Files of the page's origin for the pages that a pool has no memory for. They are gone when the pool is
 * closed; those of a page that was killed go when the next such device is made. In a dedicated worker the
 * device is synchronous: `load` and `store` work as without a device. Elsewhere it is asynchronous.
 *
 * Rejects with ERR_SPILLWAY_ARG_TYPE or ERR_SPILLWAY_ARG_RANGE for wrong options, with
 * ERR_SPILLWAY_UNSUPPORTED where the host has no such file system, no Web Locks or no way to write, and with
 * what the host throws: a SecurityError where the user forbids storage.
 */
export function opfsDevice(options: OpfsDeviceOptions): Promise<SpillDevice> {
  return opfsDeviceOver(options, globalThis as unknown as OpfsHost);
}
