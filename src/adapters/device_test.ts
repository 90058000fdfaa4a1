/**
 * device_test.ts - for who writes a device: checks of what it must do, and a device in memory that fails as
 * told.
 */
import type { SpillDevice } from "../base/options/device.js";
import { type DeviceCheck, type DeviceCheckOptions, runChecks } from "./parts/device_checks.js";
import { type MemoryDevice, type MemoryDeviceOptions, makeMemoryDevice } from "./parts/memory_device.js";

export type { SpillDevice } from "../base/options/device.js";
export type { DeviceCheck, DeviceCheckOptions } from "./parts/device_checks.js";
export type {
  DeviceAct,
  DeviceCall,
  MemoryDevice,
  MemoryDeviceOptions,
  PromptAct,
} from "./parts/memory_device.js";

/**
 * Tries what docs/api/devices.md asks of a device. Answers all checks, in their order.
 *
 * @param make makes a new device, which nobody else uses; it is called for each check
 * @throws ERR_SPILLWAY_ARG_TYPE, ERR_SPILLWAY_ARG_RANGE for the options, or if `make` is no function
 */
export function checkDevice(
  make: () => SpillDevice | Promise<SpillDevice>,
  options: DeviceCheckOptions = {},
): Promise<DeviceCheck[]> {
  return runChecks(make, options);
}

/**
 * A device in memory.
 *
 * @throws ERR_SPILLWAY_ARG_TYPE, ERR_SPILLWAY_ARG_RANGE
 */
export function memoryDevice(options: MemoryDeviceOptions = {}): MemoryDevice {
  return makeMemoryDevice(options);
}
