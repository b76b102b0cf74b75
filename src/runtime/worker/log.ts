/**
 * Logs: JSON lines by default, one object per line, on standard error. Any object with the four methods can take their
 * place (pino's loggers fit behind two lines of code).
 */
import type { Log } from '../actor/actor.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

export type LogSink = (level: LogLevel, event: string, facts: Readonly<Record<string, unknown>>) => void;

/** A log that hands what reaches `level` to one function. */
export function createLog(level: LogLevel, sink: LogSink): Log {
  const threshold = LEVELS.indexOf(level);
  const at =
    (of: LogLevel) =>
    (event: string, facts: Readonly<Record<string, unknown>> = {}): void => {
      if (LEVELS.indexOf(of) >= threshold) sink(of, event, facts);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** JSON of facts that may hold errors, typed arrays or cycles: a log line never throws. */
export function factsJson(facts: Readonly<Record<string, unknown>>): string {
  try {
    return JSON.stringify(facts, (_key, value: unknown) => {
      if (value instanceof Error) return { ...value, name: value.name, message: value.message };
      if (value instanceof Uint8Array) return `${value.byteLength} bytes`;
      return typeof value === 'bigint' ? value.toString() : value;
    });
  } catch {
    return '{"facts":"not printable"}';
  }
}

export function createJsonLog(level: LogLevel, write: (line: string) => void): Log {
  return createLog(level, (of, event, facts) => {
    const head = JSON.stringify({ time: new Date().toISOString(), level: of, event });
    const tail = factsJson(facts);
    write(tail === '{}' ? `${head}\n` : `${head.slice(0, -1)},${tail.slice(1)}\n`);
  });
}

/** The default log of a system. */
export function stderrLog(level: LogLevel = 'warn'): Log {
  return createJsonLog(level, (line) => process.stderr.write(line));
}
