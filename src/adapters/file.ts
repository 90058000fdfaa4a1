/**
 * file.ts - a file as a device of a pool.
 */
import type { SpillDevice } from "../base/options/device.js";
import { type FileDeviceOptions, FileSettings } from "../base/options/file.js";
import { fileDeviceOver } from "../devices/file_device.js";
import { hostFiles } from "../devices/unnamed_file.js";

export type { SpillDevice } from "../base/options/device.js";
export type { FileDeviceOptions } from "../base/options/file.js";

/**
 * A file for the pages that a pool has no memory for. It is made when the pool is opened, and is gone with
 * the pool or the process, whichever ends first. Synchronous: `load` and `store` work as without a device.
 * The option `spill` of a pool takes the same options as they are, too.
 *
 * @throws ERR_SPILLWAY_ARG_TYPE, ERR_SPILLWAY_ARG_RANGE; ERR_SPILLWAY_UNSUPPORTED where the host has no
 *   node:fs. A file that cannot be made is an error of the opening of the pool, ERR_SPILLWAY_DEVICE.
 */
export function fileDevice(options: FileDeviceOptions): SpillDevice {
  return fileDeviceOver(new FileSettings("file device options", options, ""), hostFiles());
}
