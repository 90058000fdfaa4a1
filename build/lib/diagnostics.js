/**
 * diagnostics.ts - events for whoever watches the process, on channels of node:diagnostics_channel.
 *
 *   spillway:evict      pages went because room was wanted
 *   spillway:refuse     a limit was met: once, until the client has a page accepted again
 *   spillway:pressure   the pressure controller has changed a pool's limit
 *   spillway:close      a client or a pool ends
 *
 * Messages are plain objects; none holds a key or a byte of a page. Channels belong to the process, not to a pool: who
 * subscribes is told of every pool in it, by name.
 *
 * Cost when nobody listens: one property read where something could be told. Hosts without that module (browsers) have silent
 * channels. The module is asked for when a pool is opened and never imported: this file runs everywhere.
 */
const SILENT = { hasSubscribers: false, publish() { } };
/** The four channels of the process, and under which name a pool appears on them. */
export class Diagnostics {
    pool;
    evict;
    refuse;
    pressure;
    close;
    constructor(pool, host = globalThis.process) {
        const source = host?.getBuiltinModule?.("node:diagnostics_channel");
        const channel = (name) => source?.channel(`spillway:${name}`) ?? SILENT;
        this.pool = pool;
        this.evict = channel("evict");
        this.refuse = channel("refuse");
        this.pressure = channel("pressure");
        this.close = channel("close");
    }
}
