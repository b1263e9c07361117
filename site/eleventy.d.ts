/** The part of Eleventy's programmatic interface that the site uses; the package has no types of its own. */
declare module '@11ty/eleventy' {
  export interface UserConfig {
    /** Ours: what the plugin of `.eleventy.js` is given to write. */
    hankekartta?: { readonly pages: readonly unknown[]; readonly withStyles: boolean };
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath: string;
        readonly quietMode: boolean;
        readonly config: (config: UserConfig) => void;
      },
    );
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
