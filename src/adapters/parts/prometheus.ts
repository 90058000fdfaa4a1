/**
 * prometheus.ts - metrics as Prometheus' text exposition format 0.0.4.
 */
import type { Labels, Series } from "./metric_series.js";

/** Metrics without figures are left out. */
export function prometheus(all: readonly Series[]): string {
  return all.map(family).join("");
}

function family({ subject, metric, samples }: Series): string {
  if (samples.length === 0) return "";
  const { unit, kind, help } = metric;
  const words = ["spillway", subject, metric.name, unit, kind === "counter" ? "total" : ""];
  const name = words.filter((word) => word !== "").join("_");
  const lines = samples.map(({ labels, value }) => `${name}${written(labels)} ${number(value)}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${lines.join("")}`;
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

const escaped = (value: string) =>
  value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

function number(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? "+Inf" : "-Inf";
}
