import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** Ends a run with the tests that it left out, by name: none is skipped in silence. */
export default class SkipReporter implements Reporter {
  private vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    // Who asks for some tests by name knows that the others do not run.
    if (this.vitest === undefined || this.vitest.config.testNamePattern !== undefined) return;
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test) => `NOT RUN  ${module.relativeModuleId} > ${test.fullName}`),
    );
    if (skipped.length > 0) this.vitest.logger.log(`\n${skipped.join('\n')}\n`);
  }
}
