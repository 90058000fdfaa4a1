/**
 * stream.ts - frames as a stream of bytes, of which nothing is made before the reader asks for it.
 *
 * Owns:   the stream, and the rest of a frame for which the reader's own buffer had no room.
 */
import { missingError } from "../base/errors.js";

/** Makes the frames. */
export interface FrameSource {
  /**
   * The next frame, read before the one after it is asked for. Undefined at the end. A promise: to be asked
   * again when it is kept; never while `within`.
   */
  next(): Uint8Array<ArrayBuffer> | Promise<unknown> | undefined;
  /** Whether more frames must be handed over before anything may change. */
  readonly within: boolean;
  /** The reader has asked for bytes. */
  asked(): void;
  /** Nothing more will be asked for. */
  end(): void;
}

type Controller = ReadableByteStreamController | ReadableStreamDefaultController<Uint8Array>;

export class FrameStream {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #source: FrameSource;
  #controller: Controller | undefined;
  #left = new Uint8Array();
  /** What the next frame waits for. */
  #waiting: Promise<unknown> | undefined;
  #ended = false;

  /** Throws ERR_SPILLWAY_UNSUPPORTED where the host has no streams, which are needed for a `purpose`. */
  constructor(source: FrameSource, purpose: string) {
    this.#source = source;
    this.stream = streamOf(purpose, {
      start: (controller) => {
        this.#controller = controller;
      },
      pull: (controller) => this.#pull(controller),
      cancel: () => this.#end(),
    });
  }

  /** Ends the stream with an error, now. */
  fail(error: unknown): void {
    this.#end();
    this.#controller?.error(error);
  }

  #pull(controller: Controller): void | Promise<void> {
    if (this.#ended) return;
    this.#source.asked();
    try {
      // A reader may bring its own buffer again and again: touching new memory costs more than packing.
      const request = "byobRequest" in controller ? controller.byobRequest : undefined;
      const bytes = request?.view ? this.#fill(request.view) : 0;
      if (bytes > 0) request?.respond(bytes);
      else if (this.#advance()) this.#enqueue(controller);
      else if (this.#waiting !== undefined) return this.#pullAfter(this.#waiting, controller);
      else {
        this.#end();
        controller.close();
        request?.respond(0);
        return;
      }
      while (this.#source.within && this.#advance()) this.#enqueue(controller);
    } catch (error) {
      this.#end();
      throw error;
    }
  }

  async #pullAfter(waiting: Promise<unknown>, controller: Controller): Promise<void> {
    try {
      await waiting;
    } catch (error) {
      this.#end();
      throw error;
    }
    this.#waiting = undefined;
    await this.#pull(controller);
  }

  /** Makes sure that there is something left to hand over. False at the end, and while it is waited for. */
  #advance(): boolean {
    if (this.#left.length > 0) return true;
    if (this.#waiting !== undefined) return false;
    const frame = this.#source.next();
    if (frame instanceof Uint8Array) this.#left = frame;
    else this.#waiting = frame;
    return this.#left.length > 0;
  }

  /** Hands over what is left, in a buffer of its own. */
  #enqueue(controller: Controller): void {
    controller.enqueue(this.#left.slice());
    this.#left = this.#left.subarray(this.#left.length);
  }

  /** Puts as much into a reader's buffer as it has room for. Answers the bytes, 0 at the end. */
  #fill(view: ArrayBufferView): number {
    const target = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    let filled = 0;
    while (filled < target.length && this.#advance()) {
      const part = this.#left.subarray(0, target.length - filled);
      target.set(part, filled);
      this.#left = this.#left.subarray(part.length);
      filled += part.length;
    }
    return filled;
  }

  #end(): void {
    this.#ended = true;
    this.#left = new Uint8Array();
    this.#source.end();
  }
}

/** What both kinds of streams ask of their source. */
interface StreamSource {
  start: (controller: Controller) => void;
  pull: (controller: Controller) => void | Promise<void>;
  cancel: () => void;
}

/**
 * A stream of bytes, whose readers may bring their own buffers. A host without those (WebKit) gets an
 * ordinary stream that holds nothing in advance.
 */
function streamOf(purpose: string, source: StreamSource): ReadableStream<Uint8Array> {
  if (typeof ReadableStream !== "function") throw missingError("ReadableStream", purpose);
  try {
    return new ReadableStream({ ...source, type: "bytes" });
  } catch {
    return new ReadableStream<Uint8Array>(source, { highWaterMark: 0 });
  }
}
