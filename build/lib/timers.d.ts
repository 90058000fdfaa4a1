/**
 * timers.ts - waiting, in every host, without keeping anything alive that would otherwise end.
 */
/**
 * Resolves after `ms` milliseconds, the host having run. A process may end before that when it is in the `background`. For 0 as
 * soon as the host has run, where it has a way to tell: a timer takes a millisecond at least, half of the time of such work.
 */
export declare function pause(ms: number, background: boolean): Promise<void>;
/**
 * Calls `tick` with `target` every `ms` milliseconds until it answers false or nobody else holds the target. Keeps neither
 * the target nor the process alive; `tick` must not hold the target itself.
 */
export declare function whileHeld<T extends object>(target: T, ms: number, tick: (target: T) => boolean): void;
