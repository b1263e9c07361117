/** Published projects would vanish: the build is refused (exit status 3) unless removals are allowed. */
export class RemovalError extends Error {
  readonly projects: readonly string[];
  constructor(projects: readonly string[]) {
    super(`${String(projects.length)} published project(s) would vanish`);
    this.projects = projects;
  }
}
