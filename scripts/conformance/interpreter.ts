/** What runs the directives of one script: one per kind of corpus, made afresh for each file. */
import type { Directive } from './datadriven.js';

export interface Interpreter {
  /** The commands it knows. A script that uses another one is unsupported. */
  readonly commands: ReadonlySet<string>;
  /** Runs one directive and gives what it printed. Throws when an invariant of what it drives is broken. */
  handle(directive: Directive): string;
  /** Something this script turned out to need while it ran and that does not exist here. */
  missingAbility(): string | undefined;
}
