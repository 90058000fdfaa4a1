/**
 * worker.mjs - a pool in a worker of a page, for a policy that allows no blob.
 */
import { serveWorker } from "/build/adapters/port.js";
import { Spillway } from "/build/spillway.js";

serveWorker(Spillway);
