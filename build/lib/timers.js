/**
 * timers.ts - waiting, in every host, without keeping anything alive that would otherwise end.
 */
/**
 * Resolves after `ms` milliseconds, the host having run. A process may end before that when it is in the `background`. For 0 as
 * soon as the host has run, where it has a way to tell: a timer takes a millisecond at least, half of the time of such work.
 */
export function pause(ms, background) {
    return new Promise((resolve) => {
        if (ms === 0 && !background && typeof setImmediate === "function") {
            setImmediate(resolve);
            return;
        }
        const timer = setTimeout(resolve, ms);
        if (background)
            unref(timer);
    });
}
/**
 * Calls `tick` with `target` every `ms` milliseconds until it answers false or nobody else holds the target. Keeps neither
 * the target nor the process alive; `tick` must not hold the target itself.
 */
export function whileHeld(target, ms, tick) {
    const held = new WeakRef(target);
    const timer = setInterval(() => {
        const one = held.deref();
        if (one === undefined || !tick(one))
            clearInterval(timer);
    }, ms);
    unref(timer);
}
/** Lets the process end while a timer is pending: Node's are objects, Deno's are numbers, browsers have no process. */
function unref(timer) {
    if (typeof timer === "object" && timer !== null)
        timer.unref?.();
    else
        globalThis.Deno?.unrefTimer(timer);
}
