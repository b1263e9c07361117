/** The manifest of pipeline/scale/kubernetes.yaml: its fields are those of batch/v1, and its commands do what they are for. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { describe, expect, it } from 'vitest';
import { createWorkspace, readDocuments, ROOT } from './workspace.ts';

interface Container {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  readonly workingDir: string;
}
interface Job {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly completionMode?: string;
    readonly completions?: number;
    readonly parallelism?: number;
    readonly suspend?: boolean;
    readonly template: {
      readonly spec: {
        readonly containers: readonly [Container];
        readonly volumes: readonly { readonly name: string }[];
      };
    };
  };
}

const text = readFileSync(path.join(ROOT, 'pipeline/scale/kubernetes.yaml'), 'utf8');
const documents = parseAllDocuments(text, { uniqueKeys: true });
const jobs = documents.map((document) => document.toJS() as Job);
const container = (job: Job | undefined): Container => job!.spec.template.spec.containers[0];

/** Names of batch/v1 and core/v1 at these places, written down by hand: a slip of the pen in the manifest shows, a wrong notion of ours does not. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '': ['apiVersion', 'kind', 'metadata', 'spec'],
  metadata: ['name'],
  spec: ['completionMode', 'completions', 'parallelism', 'backoffLimit', 'suspend', 'template'],
  'spec.template': ['spec'],
  'spec.template.spec': ['restartPolicy', 'automountServiceAccountToken', 'securityContext', 'containers', 'volumes'],
  'spec.template.spec.securityContext': ['runAsNonRoot', 'runAsUser', 'fsGroup', 'seccompProfile'],
  'spec.template.spec.securityContext.seccompProfile': ['type'],
  'spec.template.spec.containers': [
    'name',
    'image',
    'workingDir',
    'command',
    'env',
    'resources',
    'securityContext',
    'volumeMounts',
  ],
  'spec.template.spec.containers.env': ['name', 'value'],
  'spec.template.spec.containers.resources': ['requests', 'limits'],
  'spec.template.spec.containers.resources.requests': ['cpu', 'memory'],
  'spec.template.spec.containers.resources.limits': ['memory'],
  'spec.template.spec.containers.securityContext': [
    'allowPrivilegeEscalation',
    'readOnlyRootFilesystem',
    'capabilities',
  ],
  'spec.template.spec.containers.securityContext.capabilities': ['drop'],
  'spec.template.spec.containers.volumeMounts': ['name', 'mountPath'],
  'spec.template.spec.volumes': ['name', 'persistentVolumeClaim', 'emptyDir'],
  'spec.template.spec.volumes.persistentVolumeClaim': ['claimName'],
  'spec.template.spec.volumes.emptyDir': [],
};

function listUnknown(value: unknown, place: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => listUnknown(each, place));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [
    ...(KNOWN[place]?.includes(name) === true ? [] : [`${place}.${name}`]),
    ...listUnknown(each, place === '' ? name : `${place}.${name}`),
  ]);
}

describe('the Kubernetes manifest', () => {
  it('is two jobs of batch/v1 with no other field than theirs', () => {
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(jobs.map(({ apiVersion, kind, metadata }) => [apiVersion, kind, metadata.name])).toEqual([
      ['batch/v1', 'Job', 'hankekartta-read'],
      ['batch/v1', 'Job', 'hankekartta-assemble'],
    ]);
    expect(jobs.flatMap((job) => listUnknown(job, ''))).toEqual([]);
  });

  it('has a task a shard, and every mount its volume', () => {
    const [read, assemble] = jobs;
    const { completionMode, completions, parallelism } = read!.spec;
    expect([completionMode, parallelism]).toEqual(['Indexed', completions]);
    for (const job of jobs) {
      expect(container(job).env).toEqual([{ name: 'SHARDS', value: String(completions) }]);
      const volumes = job.spec.template.spec.volumes.map(({ name }) => name);
      expect(container(job).volumeMounts.map(({ name }) => name)).toEqual(volumes);
      expect(container(job).volumeMounts.map(({ mountPath }) => mountPath)).toContain(container(job).workingDir);
    }
    // It waits for whoever saw the first one complete.
    expect(assemble!.spec.suspend).toBe(true);
  });

  it('makes what one run makes, by its own commands', { timeout: 600_000 }, async () => {
    const one = createWorkspace(readDocuments());
    expect(await one.run('build', '--release', '2026-01-02')).toMatchObject({ status: 0 });
    const many = createWorkspace(readDocuments());
    const [read, assemble] = jobs;
    // `npx hankekartta` as the image has it.
    many.write({ 'bin/npx': `#!/bin/sh\nshift\nexec '${process.execPath}' '${ROOT}/pipeline/hankekartta.js' "$@"\n` });
    spawnSync('chmod', ['+x', many.place('bin/npx')]);
    const run = ({ command, env }: Container, more: Readonly<Record<string, string>>): void => {
      const [program = '', ...argv] = command;
      const { status, stderr } = spawnSync(program, argv, {
        cwd: many.folder,
        encoding: 'utf8',
        env: {
          PATH: `${many.place('bin')}:${process.env['PATH'] ?? ''}`,
          // The release's name, as every reproducible build says it: 2 January 2026.
          SOURCE_DATE_EPOCH: '1767348000',
          ...Object.fromEntries(env.map(({ name, value }) => [name, value])),
          ...more,
        },
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('error') as string });
    };
    for (let index = 0; index < read!.spec.completions!; index += 1)
      run(container(read), { JOB_COMPLETION_INDEX: String(index) });
    run(container(assemble), {});
    expect(many.hash('dist')).toEqual(one.hash('dist'));
    expect(existsSync(many.place('.hankekartta/shards-4'))).toBe(false);
  });
});
