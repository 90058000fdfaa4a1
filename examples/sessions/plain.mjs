/**
 * plain.mjs - a store for express-session over a Map of JSON, as the package's own MemoryStore has it.
 */
import session from "express-session";

export const sessions = new Map();

export class SessionStore extends session.Store {
  get(id, done) {
    answer(done, () => live(id));
  }

  set(id, value, done) {
    answer(done, () => void sessions.set(id, JSON.stringify(value)));
  }

  destroy(id, done) {
    answer(done, () => void sessions.delete(id));
  }

  /** Renews when a session ends, and changes nothing else of it. */
  touch(id, value, done) {
    answer(done, () => {
      const stored = live(id);
      if (stored) sessions.set(id, JSON.stringify({ ...stored, cookie: value.cookie }));
    });
  }

  all(done) {
    answer(done, () => Object.fromEntries(Array.from(sessions, ([id, text]) => [id, JSON.parse(text)])));
  }

  length(done) {
    answer(done, () => sessions.size);
  }

  clear(done) {
    answer(done, () => sessions.clear());
  }
}

/** The session of an id; one whose time is up goes. */
function live(id) {
  const text = sessions.get(id);
  if (text === undefined) return undefined;
  const value = JSON.parse(text);
  if (!(new Date(value.cookie.expires ?? Number.POSITIVE_INFINITY) <= Date.now())) return value;
  sessions.delete(id);
  return undefined;
}

/** What `make` answers or throws is handed to the callback. */
function answer(done, make) {
  let value;
  try {
    value = make();
  } catch (error) {
    done?.(error);
    return;
  }
  done?.(null, value);
}
