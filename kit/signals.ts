/**
 * signals.ts - signals that are none of the host's, to abort verbs with.
 */
import assert from "node:assert/strict";

/**
 * A signal as an old polyfill has it: no class of the host, no reason, no throwIfAborted. It counts its
 * listeners.
 */
export class OldSignal {
  aborted = false;
  readonly listeners = new Set<() => void>();
  most = 0;
  addEventListener(type: string, listener: () => void): void {
    assert.equal(type, "abort");
    this.listeners.add(listener);
    this.most = Math.max(this.most, this.listeners.size);
  }
  removeEventListener(type: string, listener: () => void): void {
    assert.equal(type, "abort");
    this.listeners.delete(listener);
  }
  abort(): void {
    this.aborted = true;
    for (const listener of [...this.listeners]) listener();
  }
}
