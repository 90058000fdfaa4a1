/**
 * library.mjs - the built public files, as the suite takes them. Static imports: a service worker has no
 * others.
 */
import * as deviceTest from "../../../build/adapters/device-test.js";
import * as file from "../../../build/adapters/file.js";
import * as keyv from "../../../build/adapters/keyv.js";
import * as metrics from "../../../build/adapters/metrics.js";
import * as opfs from "../../../build/adapters/opfs.js";
import * as unstorage from "../../../build/adapters/unstorage.js";
import * as spillway from "../../../build/spillway.js";
import { runSuite } from "../../../build/tests/conformance/suite.js";

const library = { deviceTest, file, keyv, metrics, opfs, spillway, unstorage };

/** Runs the suite with these settings, and answers its report as text. */
export async function report(settings) {
  return JSON.stringify(await runSuite(library, settings));
}
