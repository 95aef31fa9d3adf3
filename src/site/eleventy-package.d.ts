/** The part of `@11ty/eleventy` 3 that Sijill uses; it ships no types. */
declare module "@11ty/eleventy" {
  export interface UserConfig {
    /** Undocumented, as of 3.1: how long configuring took. */
    readonly benchmarks: { readonly config: { setIsVerbose(isVerbose: boolean): void } };
    setUseGitIgnore(use: boolean): void;
    setTemplateFormats(formats: string): void;
    addTemplate(
      virtualPath: string,
      template: { readonly data: () => object; readonly render: (data: never) => string },
    ): void;
  }
  export interface Options {
    readonly quietMode?: boolean;
    /** `false`: no configuration file is looked for. */
    readonly configPath?: string | false;
    readonly config?: (config: UserConfig) => void;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options?: Options);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
