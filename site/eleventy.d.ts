/** The part of Eleventy's programmatic interface that the site uses; the package has no types of its own. */
declare module '@11ty/eleventy' {
  export interface TemplateData {
    readonly item: string;
  }

  export interface UserConfig {
    addTemplate(
      name: string,
      render: (data: TemplateData) => string,
      data: {
        readonly items: readonly string[];
        readonly pagination: { readonly data: 'items'; readonly size: 1; readonly alias: 'item' };
        readonly permalink: (data: TemplateData) => string;
      },
    ): void;
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
