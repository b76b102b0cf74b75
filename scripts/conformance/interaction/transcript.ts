/**
 * The transcript: everything a directive prints, from handlers and from the log of the replicas, in one stream.
 *
 * A log level mutes what is below it; at `none` handlers are mute too. What a command prints of its parts is indented.
 */
import type { CoreLog } from '../../../src/actors/raft/core/types.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'fatal', 'none'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Transcript extends CoreLog {
  level: LogLevel;
  /** One or more lines; the last one's end may be left out. */
  print(text: string): void;
  /** Two spaces before every line printed meanwhile. */
  indented(work: () => void): void;
  /** What was printed since the last call, without the last line's end. */
  take(): string;
}

export function createTranscript(): Transcript {
  let lines: string[] = [];
  let indent = '';
  const add = (text: string): void => {
    for (const line of text.replace(/\n$/, '').split('\n')) lines.push(`${indent}${line}`);
  };
  const log = (level: LogLevel, label: string) => (line: string) => {
    if (LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(transcript.level)) add(`${label} ${line}`);
  };
  const transcript: Transcript = {
    level: 'debug',
    debug: log('debug', 'DEBUG'),
    info: log('info', 'INFO'),
    warning: log('warn', 'WARN'),
    error: log('error', 'ERROR'),
    print: (text) => {
      if (transcript.level !== 'none') add(text);
    },
    indented: (work) => {
      const outer = indent;
      indent = `${outer}  `;
      try {
        work();
      } finally {
        indent = outer;
      }
    },
    take: () => {
      const text = lines.join('\n');
      lines = [];
      return text;
    },
  };
  return transcript;
}

export function parseLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text.toLowerCase());
  if (level === undefined) throw new QuorateError('ERR_USAGE', `log levels must be one of [${LOG_LEVELS.join(', ')}]`);
  return level;
}
