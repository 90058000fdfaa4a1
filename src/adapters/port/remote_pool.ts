/**
 * remote_pool.ts - a pool on the other side of a port: its faces are opened here.
 */
import { typeError } from "../../base/errors.js";
import { readForeign } from "../../base/foreign.js";
import type { PagedBufferOptions } from "../../base/options/buffer.js";
import type { FrontswapOptions } from "../../base/options/client.js";
import type { SpillCacheOptions, SpillMapOptions } from "../../base/options/map.js";
import type { HostAsyncDisposable } from "../../base/types.js";
import type {
  RemoteBuffer,
  RemoteCache,
  RemoteFrontswap,
  RemoteMap,
  RemotePool,
  RemotePoolStats,
} from "../parts/port_types.js";
import type { Caller } from "./caller.js";
import { type ClientCodec, hostCodec } from "./coded_bytes.js";
import { BufferFace } from "./remote_buffer.js";
import { FrontswapFace } from "./remote_frontswap.js";
import { CacheFace, MapFace, type MapFacts } from "./remote_map.js";
import { asValue } from "./results.js";
import { CONNECTION, type Kind, type Welcome } from "./wire.js";

// Hosts without the symbol get the one that the helpers of compilers look for.
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

type Dispose = (key: string, reason: never) => void;

/** What the server says of a face. */
interface Opened {
  number: number;
  name: string;
  byteLength: number;
}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the class has the method of the interface.
export class PoolOverPort implements RemotePool {
  readonly pageSize: number;
  readonly #caller: Caller;
  readonly #maxValueBytes: number;
  /** Is called when the connection is closed by this side. */
  readonly #ended: () => unknown;
  #lastFace = CONNECTION;

  constructor(caller: Caller, { pageSize, maxValueBytes }: Welcome, ended: () => unknown) {
    this.#caller = caller;
    this.pageSize = pageSize;
    this.#maxValueBytes = maxValueBytes;
    this.#ended = ended;
  }

  get closed(): Promise<Error | undefined> {
    return this.#caller.closed;
  }

  async frontswap(options: FrontswapOptions = {}): Promise<RemoteFrontswap> {
    const { number, name } = await this.#open("frontswap", optionsOf(options));
    return new FrontswapFace(this.#caller, number, name, this.pageSize);
  }

  async map<V = unknown>(options: SpillMapOptions<V> = {}): Promise<RemoteMap<V>> {
    return new MapFace<V>(await this.#openMap("map", options));
  }

  async cache<V = unknown>(options: SpillCacheOptions<V> = {}): Promise<RemoteCache<V>> {
    return new CacheFace<V>(await this.#openMap("cache", options));
  }

  async buffer(byteLength: number | string, options: PagedBufferOptions): Promise<RemoteBuffer> {
    const opened = await this.#open("buffer", optionsOf(options), byteLength);
    return new BufferFace(this.#caller, opened.number, opened.name, opened.byteLength);
  }

  async #openMap(kind: Kind, given: object): Promise<MapFacts> {
    const { codec, dispose, ...options } = optionsOf(given) as Record<string, unknown>;
    if (dispose !== undefined && typeof dispose !== "function")
      throw typeError("dispose", "a function", dispose);
    const own = codec === undefined ? hostCodec() : checkCodec(codec);
    const asked = { ...options, coded: own !== undefined, disposes: dispose !== undefined };
    const { number, name } = await this.#open(kind, asked, undefined, dispose as Dispose | undefined);
    return { caller: this.#caller, number, name, codec: own, maxValueBytes: this.#maxValueBytes };
  }

  async #open(kind: Kind, options: object, byteLength?: unknown, dispose?: Dispose): Promise<Opened> {
    this.#lastFace += 1;
    const number = this.#lastFace;
    if (dispose !== undefined) this.#caller.listen(number, dispose as (key: string, reason: string) => void);
    try {
      const args = [number, kind, options, byteLength];
      const decode = asValue<Omit<Opened, "number">>();
      return { number, ...(await this.#caller.call({ face: CONNECTION, verb: "open", args, decode })) };
    } catch (error) {
      this.#caller.unlisten(number);
      throw error;
    }
  }

  drained(): Promise<void> {
    return this.#caller.drained();
  }

  async stats(): Promise<RemotePoolStats> {
    const decode = asValue<Pick<RemotePoolStats, "faces" | "pages" | "countedBytes">>();
    const own = this.#caller.stats();
    return { ...own, ...(await this.#caller.call({ face: CONNECTION, verb: "figures", args: [], decode })) };
  }

  async close(): Promise<void> {
    this.#caller.close();
    await this.#ended();
  }

  async [asyncDispose](): Promise<void> {
    await this.close();
  }
}
export interface PoolOverPort extends HostAsyncDisposable {}

/** Options as they can be sent: a copy of what the object has at this moment. */
function optionsOf(options: object): object {
  if (typeof options !== "object" || options === null) throw typeError("options", "an object", options);
  return readForeign("options", () => ({ ...options }));
}

function checkCodec(codec: unknown): ClientCodec {
  const { encode, decode } = readForeign("codec", () => ({ ...pick(codec) }));
  if (typeof encode !== "function" || typeof decode !== "function")
    throw typeError("codec", "an object with encode and decode", codec);
  return {
    encode: (value) => Reflect.apply(encode, codec, [value]) as ArrayBufferView,
    decode: (bytes) => Reflect.apply(decode, codec, [bytes]) as unknown,
  };
}

function pick(codec: unknown): { encode?: unknown; decode?: unknown } {
  const { encode, decode } = Object(codec) as Record<string, unknown>;
  return { encode, decode };
}
