/** The panel on a terminal, as a terminal would show it. */
import test from 'ava';
import { Panel } from '../../../src/cli/dev/panel.js';

/** Understands what a panel writes: text, line ends, going up, and clearing what is below. */
class Terminal {
  readonly columns: number;
  lines: string[] = [''];
  #row = 0;

  constructor(columns: number) {
    this.columns = columns;
  }

  write(text: string): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control sequences are what a terminal reads
    for (const [, up, clear, other = ''] of text.matchAll(/\x1b\[(\d+)A|(\r?\x1b\[J)|([^\x1b\r]+)/g)) {
      if (up !== undefined) this.#row -= Number(up);
      else if (clear !== undefined) this.lines = [...this.lines.slice(0, this.#row), ''];
      else this.#print(other);
    }
  }

  #print(text: string): void {
    for (const part of text.split(/(\n)/)) {
      if (part === '\n') {
        this.#row += 1;
        this.lines[this.#row] ??= '';
      } else this.lines[this.#row] += part;
    }
  }
}

test('what is shown again replaces what was shown, and remarks stay above it', (t) => {
  const terminal = new Terminal(40);
  const panel = new Panel(terminal);
  panel.show(['node 1 starting', 'node 2 starting']);
  panel.say('node 2 ended');
  panel.show(['node 1 serving', 'node 2 waiting']);
  t.deepEqual(terminal.lines, ['node 2 ended', 'node 1 serving', 'node 2 waiting', '']);
  panel.say('node 2 again');
  panel.show(['one line']);
  t.deepEqual(terminal.lines, ['node 2 ended', 'node 2 again', 'one line', '']);
});

test('no line is as wide as the terminal, which would wrap it', (t) => {
  const terminal = new Terminal(10);
  new Panel(terminal).show(['0123456789abcdef', 'short']);
  t.deepEqual(terminal.lines, ['012345678', 'short', '']);
});
