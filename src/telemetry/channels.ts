/**
 * channels.ts - events for the observers of a process, on channels of node:diagnostics_channel.
 *
 *   spillway:evict      pages were evicted because room was wanted
 *   spillway:refuse     a store met a limit: once, until the client has a page accepted again
 *   spillway:pressure   the pressure controller has changed a pool's limit
 *   spillway:close      a client or a pool ends
 *   spillway:dispose    values left a map or a cache
 *   spillway:device     a device behind a pool went out of service, is full, or is in service again
 *
 * Messages are plain objects. None holds a byte of a page, and none a key, except for clients that ask for
 * theirs (`evictedKeys`). Channels belong to the process, not to a pool: a subscriber gets messages of every
 * pool in it, by name.
 *
 * A subscriber may call the pool, and close it: by then the work that the message tells of is complete, and
 * the call has only to return.
 *
 * Cost without subscribers: one property read for each possible message. Hosts without that module (browsers)
 * have silent channels. This file looks for the module when a pool is opened and never imports it, so it runs
 * everywhere.
 */

/** The parts of a channel of node:diagnostics_channel that are used here. */
export interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: object): void;
}

/** The key of a page of a cleancache. */
export interface EvictedKey {
  /** The number that initFs or initSharedFs answered. */
  fs: number;
  /** A bigint if it is above 2^53 - 1. */
  inode: number | bigint;
  index: number;
}

/** Ephemeral pages were evicted. One message for each call and each client that lost some. */
export interface EvictMessage {
  /** Names of the pool, and of the client that lost the pages. */
  pool: string;
  client: string;
  /** How many pages were evicted, and the bytes of their bodies. */
  pages: number;
  bytes: number;
  /**
   * A store wanted room, in the pool or within its client's bound; or the pool shrank, by request or under
   * pressure.
   */
  reason: "store" | "shrink" | "pressure";
  /**
   * Only of a client that asks (`pool.cleancache({ evictedKeys: true })`): the keys of these pages, the first
   * 4,096 if there are more. Every subscriber in the process gets them; `cache.takeEvicted()` hands them to
   * its caller alone.
   */
  keys?: readonly EvictedKey[];
}

/**
 * A store was refused. There is no second message for this client and reason until it has a page accepted.
 */
export interface RefuseMessage {
  /** Names of the pool, and of the client whose store was refused. */
  pool: string;
  client: string;
  /** The pages that the client has now, and their bytes as they count against its bound. */
  pages: number;
  bytes: number;
  /**
   * A limit of the pool, or of the client; the pool is frozen; the area was never opened, or was invalidated
   * since.
   */
  reason: "full" | "capped" | "frozen" | "closed";
}

/** The pressure controller of a pool has changed its limit. */
export interface PressureMessage {
  pool: string;
  /** Pages kept at present. */
  pages: number;
  /** The limit in bytes from now on, and until now. */
  bytes: number;
  previousBytes: number;
  /** The reading that caused it: "none" raises the limit, the others lower it. */
  reason: "none" | "some" | "critical";
}

/** A client or a pool ends. The figures are those of just before. */
export interface CloseMessage {
  pool: string;
  /** The client that ends; undefined when it is the pool. */
  client: string | undefined;
  /**
   * Pages kept, and bytes: of a client those that count against its bound, of a pool those of its linear
   * memory.
   */
  pages: number;
  bytes: number;
}

/** Values left a map or a cache. One message for each verb and reason. */
export interface DisposeMessage {
  /** Names of the pool, and of the map or cache. */
  pool: string;
  client: string;
  /** How many values left, and their serialised bytes. */
  values: number;
  bytes: number;
  /**
   * They were overwritten, deleted, their time was up, all were cleared, or it was closed; of a cache also:
   * the pool wanted room, or they were taken.
   */
  reason: "set" | "delete" | "expire" | "clear" | "close" | "evict" | "take";
}

/** A device behind a pool has changed its state. */
export interface DeviceMessage {
  /** Names of the pool and of the device. */
  pool: string;
  device: string;
  /** As in `stats().spill.devices`. */
  state: string;
  /** Milliseconds until it is tried again. */
  retryMs: number;
  /** What kind of fault caused it, if one did. */
  fault: string | undefined;
}

const SILENT: Channel = { hasSubscribers: false, publish() {} };

/**
 * Publishes a message. Channels report errors of subscribers; one that lets them through does no harm here.
 */
export function tell(channel: Channel, message: object): void {
  try {
    channel.publish(message);
  } catch {
    // An error of the subscriber's own.
  }
}

/** The process object of a host that has channels: Node from 20.16 on, Deno, Electron. */
interface Host {
  getBuiltinModule?(name: string): { channel(name: string): Channel } | undefined;
}

/** The channels of the process, and the name of a pool in its messages. */
export class Channels {
  readonly pool: string;
  readonly evict: Channel;
  readonly refuse: Channel;
  readonly pressure: Channel;
  readonly close: Channel;
  readonly dispose: Channel;
  readonly device: Channel;

  constructor(pool: string, host: Host | undefined = (globalThis as { process?: Host }).process) {
    const source = host?.getBuiltinModule?.("node:diagnostics_channel");
    const channel = (name: string) => source?.channel(`spillway:${name}`) ?? SILENT;
    this.pool = pool;
    this.evict = channel("evict");
    this.refuse = channel("refuse");
    this.pressure = channel("pressure");
    this.close = channel("close");
    this.dispose = channel("dispose");
    this.device = channel("device");
  }
}
