/**
 * Configuration of a node: one table of settings; where each comes from; and what is wrong with a value.
 *
 * A setting is looked for in the command's flags, then in the environment (`QUORATE_*`), then in a JSON file, then it has
 * its default. Every value is checked against the table; a name that the table does not have is refused, wherever it stands.
 */
import { QuorateError } from './errors.js';
import { requireFit } from './limit-rules.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';

export interface NodeConfig {
  readonly dataDir: string;
  readonly clusterName: string;
  readonly nodeId: number;
  readonly host: string;
  readonly port: number;
  readonly httpPort: number;
  /** Where peers are listened for; '' and 0 stand for what this node's entry among the nodes says. */
  readonly peerHost: string;
  readonly peerPort: number;
  readonly groups: number;
  readonly volumes: number;
  readonly logWorkers: number;
  readonly stateWorkers: number;
  readonly insecure: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly limits: Limits;
}

type SettingName = Exclude<keyof NodeConfig, 'limits'>;
type SettingValue = string | number | boolean;

interface Setting {
  /** The flag without its dashes; the environment variable is QUORATE_ and this in capitals with underscores. */
  readonly flag: string;
  readonly fallback: SettingValue;
  readonly help: string;
  /** Whole numbers only. */
  readonly range?: readonly [number, number];
  readonly oneOf?: readonly string[];
  readonly pattern?: RegExp;
}

export const CLUSTER_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export const SETTINGS: Readonly<Record<SettingName, Setting>> = {
  dataDir: {
    flag: 'data-dir',
    fallback: './quorate-data',
    help: 'directory of this node; made when it does not exist',
  },
  clusterName: {
    flag: 'cluster-name',
    fallback: 'quorate',
    help: 'name of the cluster; only used when the directory is new',
    pattern: CLUSTER_NAME,
  },
  nodeId: { flag: 'node-id', fallback: 0, help: "this node; 0: the directory's, 1 in a new one", range: [0, 4095] },
  host: { flag: 'host', fallback: '127.0.0.1', help: 'address to listen on' },
  port: { flag: 'port', fallback: 7411, help: 'port of the client protocol; 0 takes a free one', range: [0, 65_535] },
  httpPort: { flag: 'http-port', fallback: 7410, help: 'port of HTTP; 0 takes a free one', range: [0, 65_535] },
  peerHost: {
    flag: 'peer-host',
    fallback: '',
    help: "address to listen on for peers, if not this node's own in --peers",
  },
  peerPort: {
    flag: 'peer-port',
    fallback: 0,
    help: "port for peers; 0: this node's own in --peers",
    range: [0, 65_535],
  },
  groups: { flag: 'groups', fallback: 4, help: 'data groups; only used when the directory is new', range: [1, 256] },
  volumes: { flag: 'volumes', fallback: 1, help: 'log volumes; only used when the directory is new', range: [1, 16] },
  logWorkers: { flag: 'log-workers', fallback: 1, help: 'threads for log writers', range: [1, 16] },
  stateWorkers: { flag: 'state-workers', fallback: 1, help: 'threads for appliers', range: [1, 16] },
  insecure: { flag: 'insecure', fallback: false, help: 'allow an address other than loopback, without TLS' },
  logLevel: {
    flag: 'log-level',
    fallback: 'info',
    help: 'debug, info, warn, error or silent; JSON lines on standard error',
    oneOf: ['debug', 'info', 'warn', 'error', 'silent'],
  },
};

const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

export function environmentName(setting: Pick<Setting, 'flag'>): string {
  return `QUORATE_${setting.flag.toUpperCase().replaceAll('-', '_')}`;
}

function refuse(origin: string, why: string): never {
  throw new QuorateError('ERR_CONFIG', `${origin}: ${why}`);
}

/** The value as the table wants it. Text is what flags and the environment have; a file has its JSON types. */
function checked(setting: Setting, origin: string, value: unknown): SettingValue {
  if (typeof setting.fallback === 'boolean') {
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === '1') return true;
    if (value === 'false' || value === '0') return false;
    return refuse(origin, `must be true or false, not ${JSON.stringify(value)}`);
  }
  if (typeof setting.fallback === 'number') {
    const [low, high] = setting.range ?? [0, Number.MAX_SAFE_INTEGER];
    return wholeNumber(origin, value, low, high);
  }
  const mayBeEmpty = setting.fallback === '';
  if (typeof value !== 'string' || (value === '' && !mayBeEmpty)) {
    return refuse(origin, 'must be a text that is not empty');
  }
  if (setting.oneOf?.includes(value) === false)
    refuse(origin, `must be one of ${setting.oneOf.join(', ')}, not ${value}`);
  if (setting.pattern?.test(value) === false) refuse(origin, `'${value}' does not match ${setting.pattern.source}`);
  return value;
}

function wholeNumber(origin: string, value: unknown, low: number, high: number): number {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= low && number <= high) return number;
  return refuse(origin, `must be a whole number from ${low} to ${high}, not ${JSON.stringify(value)}`);
}

/** Timers of the platform take no longer wait than this, and a longer one for none at all. */
const TIMER_MS_MAX = 2 ** 31 - 1;
const isTime = (name: string): boolean => /Ms(Min|Max)?$/.test(name);

function limitsFrom(origin: string, values: unknown): Partial<Limits> {
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    refuse(origin, 'must be an object of limits');
  const result: Record<string, number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name))
      refuse(origin, `there is no limit named '${name}'; 'quorate start --print-config' lists them`);
    if (name === 'nodeBytesAdmission') {
      const fraction = Number(value);
      if (!(fraction > 0 && fraction <= 1)) refuse(`${origin}.${name}`, 'must be above 0 and at most 1');
      result[name] = fraction;
    } else {
      const most = isTime(name) ? TIMER_MS_MAX : Number.MAX_SAFE_INTEGER;
      result[name] = wholeNumber(`${origin}.${name}`, value, 1, most);
    }
  }
  return result;
}

/** `name=value` of a repeated `--limit` flag. Throws `ERR_CONFIG`. */
export function parseLimits(flags: readonly string[]): Partial<Limits> {
  const pairs = flags.map((flag) => {
    const at = flag.indexOf('=');
    if (at < 1) refuse('--limit', `must be name=value, not '${flag}'`);
    return [flag.slice(0, at), flag.slice(at + 1)] as const;
  });
  return limitsFrom('--limit', Object.fromEntries(pairs));
}

export interface ConfigSources {
  /** Flags as parsed, by flag name without dashes; `limit` is the list of `--limit` values. */
  readonly flags?: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The parsed JSON of the configuration file, and its name for messages. */
  readonly file?: { readonly name: string; readonly content: unknown };
}

function fileSettings(file: ConfigSources['file']): Readonly<Record<string, unknown>> {
  if (file === undefined) return {};
  const { name, content } = file;
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    refuse(name, 'must hold a JSON object');
  for (const key of Object.keys(content)) {
    if (key !== 'limits' && !Object.hasOwn(SETTINGS, key)) {
      refuse(name, `there is no setting named '${key}'; there are ${[...SETTING_NAMES, 'limits'].join(', ')}`);
    }
  }
  return content as Readonly<Record<string, unknown>>;
}

/** The configuration that the sources give together. Throws `ERR_CONFIG` naming the source and what it must be. */
export function resolveConfig(sources: ConfigSources): NodeConfig {
  const { flags = {}, environment = {} } = sources;
  const file = fileSettings(sources.file);
  const fileName = sources.file?.name ?? '';
  const values: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const setting = SETTINGS[name];
    const variable = environmentName(setting);
    if (flags[setting.flag] !== undefined) {
      values[name] = checked(setting, `--${setting.flag}`, flags[setting.flag]);
    } else if (environment[variable] !== undefined) {
      values[name] = checked(setting, variable, environment[variable]);
    } else if (file[name] !== undefined) {
      values[name] = checked(setting, `${fileName}: ${name}`, file[name]);
    } else {
      values[name] = setting.fallback;
    }
  }
  const limits: Limits = {
    ...DEFAULT_LIMITS,
    ...(file.limits === undefined ? {} : limitsFrom(`${fileName}: limits`, file.limits)),
    ...parseLimits((flags.limit as readonly string[] | undefined) ?? []),
  };
  requireFit(limits);
  return { ...(values as Omit<NodeConfig, 'limits'>), limits };
}

/** Variables that look like settings and are none: a typing error would otherwise go unseen. */
export function unknownVariables(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const known = new Set(SETTING_NAMES.map((name) => environmentName(SETTINGS[name])));
  const others = new Set(['QUORATE_CONFIG', 'QUORATE_ADDRESS', 'QUORATE_CONFORMANCE']);
  return Object.keys(environment).filter(
    (name) => name.startsWith('QUORATE_') && !known.has(name) && !others.has(name),
  );
}
