/** What a command is told of its way, as it happens. Units are documents, projects, files, pages. */
export interface Progress {
  /** Ends the stage before and begins one, as a person is told of it: `reading data/documents`. */
  begin(stage: string, of?: { readonly unit: string; readonly total?: number }): void;
  /** So many more units of the stage are done. */
  advance(count?: number): void;
  /** A part of the stage begins, such as a file that is written; it is the stage's unit. */
  enter(part: string): void;
  /** A word on a line of its own. */
  say(line: string): void;
  /** Ends the last stage. */
  end(): void;
}

/** Tells a listener which stage begins, and nothing finer. */
export function tellStages(listener: (line: string) => void): Progress {
  const nothing = (): void => undefined;
  return { begin: (stage) => listener(stage), say: listener, advance: nothing, enter: nothing, end: nothing };
}

/** For what is quick, or nobody looks at. */
export const UNTOLD: Progress = tellStages(() => undefined);
