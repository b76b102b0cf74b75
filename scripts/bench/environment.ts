/**
 * What a benchmark must say about where it ran: the machine, and what one fsync costs on the disk it used, measured in
 * the same run. Without these its figures cannot be compared with anything.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';

const PAGE_BYTES = 4096;
const FILE_PAGES = 1024;
const GIB = 2 ** 30;

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly system: string;
  readonly node: string;
}

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / GIB),
    system: `${type()} ${release()}`,
    node: process.versions.node,
  };
}

export function formatMachine(machine: Machine): string {
  const { cpu, cores, memoryGib, system, node } = machine;
  return `${cores} x ${cpu}, ${memoryGib} GiB, ${system}, Node ${node}`;
}

/** The value below which `fraction` of the samples lie. */
export function percentile(samples: readonly number[], fraction: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))] ?? 0;
}

export interface FsyncLatency {
  readonly count: number;
  readonly meanUs: number;
  readonly p50Us: number;
  readonly p99Us: number;
}

/** Writes of one page, each followed by an fsync, into a file in `directory` that has its size already. */
export function measureFsync(directory: string, durationMs = 500): FsyncLatency {
  const file = join(directory, 'fsync-probe');
  const descriptor = openSync(file, 'w');
  const page = Buffer.alloc(PAGE_BYTES, 1);
  const samples: number[] = [];
  try {
    writeSync(descriptor, Buffer.alloc(PAGE_BYTES * FILE_PAGES));
    fsyncSync(descriptor);
    const start = performance.now();
    for (let now = start; now < start + durationMs; ) {
      writeSync(descriptor, page, 0, PAGE_BYTES, (samples.length % FILE_PAGES) * PAGE_BYTES);
      fsyncSync(descriptor);
      const after = performance.now();
      samples.push((after - now) * 1000);
      now = after;
    }
  } finally {
    closeSync(descriptor);
    rmSync(file, { force: true });
  }
  const meanUs = samples.reduce((sum, each) => sum + each, 0) / samples.length;
  return { count: samples.length, meanUs, p50Us: percentile(samples, 0.5), p99Us: percentile(samples, 0.99) };
}

export function formatFsync({ count, meanUs, p50Us, p99Us }: FsyncLatency): string {
  const us = (value: number) => `${value.toFixed(0)} us`;
  return `fsync of 4 KiB: mean ${us(meanUs)}, p50 ${us(p50Us)}, p99 ${us(p99Us)} (${count} of them)`;
}

/** A new directory under `parent` (default: the system's temporary one), and how to remove it. */
export function benchDirectory(parent: string = tmpdir()): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(parent, 'quorate-bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
