export type Severity = 'error' | 'warning' | 'note';
export type Confidence = 'high' | 'medium' | 'low';

/** Lines and columns count from 1, columns in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** One link of a chain, such as a retaining path; without a place when it is not in the code that was read. */
export interface Step extends Partial<Position> {
  text: string;
  path?: string;
}

export interface Note {
  label: 'retained' | 'grows' | 'release' | 'fix' | 'because';
  text: string;
  steps: Step[];
}

export interface Fix {
  description: string;
  /** Whether it keeps what the program does. */
  safe: boolean;
  edits: { start: Position; end: Position; text: string }[];
}

export interface Finding {
  /** The id of a rule, such as "listener-leak". */
  rule: string;
  severity: Severity;
  confidence: Confidence;
  path: string;
  start: Position;
  /** Exclusive. */
  end: Position;
  message: string;
  /** The name of the function around it; "" at the top of a module. */
  function: string;
  /** Stays the same when code elsewhere in the file changes. */
  fingerprint: string;
  notes: Note[];
  fixes: Fix[];
}

/** A file that could not be read or parsed; the path is "" for what concerns the whole run. */
export interface Problem extends Partial<Position> {
  path: string;
  severity: Severity;
  message: string;
}

export interface Report {
  /** Goes up when a field is renamed, removed or changes its meaning. */
  version: 1;
  tool: { name: 'leaklint'; version: string };
  findings: Finding[];
  problems: Problem[];
  summary: { files: number; filesWithFindings: number; lines: number; errors: number; warnings: number; notes: number };
}

/** As the options of `leaklint check` of the same names; what is left out is what leaklint.json says. */
export interface TextOptions {
  /** The folder that paths are relative to, in the arguments and in the report; default that of the process. */
  cwd?: string;
  /** Ends the run; the promise is then rejected with an AbortError. */
  signal?: AbortSignal;
  /** A leaklint.json to use instead of the nearest one. */
  config?: string;
  preset?: 'recommended' | 'leaks' | 'strict' | 'all';
  rules?: Record<string, 'error' | 'warn' | 'note' | 'off'>;
  /** Report findings from this confidence on; default "medium". */
  confidence?: Confidence;
  /** false reads ignored, minified and declaration files, and node_modules, as well. */
  ignore?: boolean;
  /** A file to use instead of the nearest leaklint-baseline.json; false for none. */
  baseline?: string | false;
  threads?: number;
  /** The folder where results are kept for the next time; false for none. */
  cache?: string | false;
}

export interface CheckOptions extends TextOptions {
  /** Report only what a line changed since this revision has to do with. */
  diff?: string;
  /** Read git's index instead of the work tree. */
  staged?: boolean;
}

/**
 * Checks files and folders, the working folder when there are none. Findings are a result, not an error; rejected is
 * what the command line would end with code 2 for: a wrong option or configuration, or a path that is not there.
 */
export function check(paths?: string | readonly string[], options?: CheckOptions): Promise<Report>;

/** Checks a text as if it were that file, which need not exist. */
export function checkText(text: string, filename: string, options?: TextOptions): Promise<Report>;

/** The path of the program: LEAKLINT_BINARY if that is set, else that of the package for this platform. Throws if there is none. */
export function binaryPath(): string;
