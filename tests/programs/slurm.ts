/** A Slurm of one node in a folder, of Debian's packages, without systemd: as root or as any user. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, hostname, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findPort } from './ask.ts';

export interface Slurm {
  /** For programs that speak with it. */
  readonly env: Readonly<Record<string, string>>;
  /** How a job or an array ended: the states of its tasks, sorted, once none waits or runs. */
  waitFor(job: string, seconds: number): Promise<string[]>;
  stop(): Promise<void>;
}

const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin`;
const POLL = 500;
/** Milliseconds that a daemon may take. */
const PATIENCE = 60_000;

/** Starts munge, the controller and the node. @param folder short: a socket's path has 107 characters at most */
export async function startSlurm(folder: string): Promise<Slurm> {
  const place = (name: string): string => path.join(folder, name);
  const [host = 'localhost'] = hostname().split('.');
  const user = userInfo().username;
  // munged refuses folders that others may write; its socket's must be one that clients may enter.
  chmodSync(folder, 0o755);
  for (const name of ['munge', 'state', 'spool']) mkdirSync(place(name), { recursive: true, mode: 0o755 });
  writeFileSync(place('munge/key'), randomBytes(1024), { mode: 0o600 });
  const [controller, node] = [await findPort(), await findPort()];
  const conf = {
    ClusterName: 'here',
    SlurmctldHost: `${host}(127.0.0.1)`,
    SlurmctldPort: controller,
    SlurmdPort: node,
    SlurmUser: user,
    SlurmdUser: user,
    AuthType: 'auth/munge',
    AuthInfo: `socket=${place('munge/socket')}`,
    CredType: 'cred/munge',
    StateSaveLocation: place('state'),
    SlurmdSpoolDir: place('spool'),
    SlurmctldPidFile: place('slurmctld.pid'),
    SlurmdPidFile: place('slurmd.pid'),
    SlurmctldLogFile: place('slurmctld.log'),
    SlurmdLogFile: place('slurmd.log'),
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    JobAcctGatherType: 'jobacct_gather/none',
    SwitchType: 'switch/none',
    MpiDefault: 'none',
    MailProg: '/bin/true',
    ReturnToService: 2,
    SelectType: 'select/cons_tres',
    SelectTypeParameters: 'CR_CPU',
    SchedulerParameters: 'batch_sched_delay=0,sched_interval=1',
    DependencyParameters: 'kill_invalid_depend',
    // What ended is still to be asked for.
    MinJobAge: 3600,
  };
  const lines = Object.entries(conf).map(([name, value]) => `${name}=${value}`);
  const nodes = `NodeName=${host} NodeAddr=127.0.0.1 CPUs=${cpus().length} RealMemory=4096 State=UNKNOWN`;
  const partition = `PartitionName=all Nodes=${host} Default=YES MaxTime=INFINITE State=UP`;
  writeFileSync(place('slurm.conf'), [...lines, nodes, partition, ''].join('\n'));
  // Starts where no cgroup file system is mounted, too.
  writeFileSync(place('cgroup.conf'), 'CgroupPlugin=cgroup/v1\n');
  const env = { ...process.env, PATH, SLURM_CONF: place('slurm.conf') };
  const run = (command: string, ...argv: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, argv, { env, encoding: 'utf8', timeout: PATIENCE });
    if (status !== 0) throw new Error(`${command} ${argv.join(' ')}: ${stderr}`);
    return stdout;
  };
  const files = { munged: 'munge', slurmctld: '', slurmd: '' };
  const stop = async (): Promise<void> => {
    for (const name of Object.keys(files).reverse()) await endDaemon(place(`${name}.pid`));
  };
  try {
    run(
      'munged',
      ...[`--key-file=${place('munge/key')}`, `--socket=${place('munge/socket')}`, `--pid-file=${place('munged.pid')}`],
      ...[`--log-file=${place('munge/log')}`, `--seed-file=${place('munge/seed')}`, '--num-threads=2'],
    );
    run('slurmctld', '-f', place('slurm.conf'));
    run('slurmd', '-f', place('slurm.conf'));
    const end = Date.now() + PATIENCE;
    while (run('sinfo', '-h', '-o', '%t').trim() !== 'idle') {
      if (Date.now() > end) throw new Error(`no idle node; see the logs in ${folder}`);
      await setTimeout(POLL);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    env: { PATH, SLURM_CONF: place('slurm.conf') },
    async waitFor(job, seconds) {
      // `sbatch --wait` says 0 of a job that never ran, and hangs where the node is gone.
      const end = Date.now() + seconds * 1000;
      for (;;) {
        const states = [...run('scontrol', '-o', 'show', 'job', job).matchAll(/\bJobState=(\w+)/g)].map(
          ([, state = '']) => state,
        );
        if (!states.some((state) => /^(PENDING|RUNNING|COMPLETING|CONFIGURING)$/.test(state))) return states.sort();
        if (Date.now() > end) throw new Error(`job ${job} is ${states.join(', ')} after ${seconds} s`);
        await setTimeout(POLL);
      }
    },
    stop,
  };
}

/** Ends a daemon of ours by the file that has its number, and waits until it is gone. */
async function endDaemon(file: string): Promise<void> {
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8'));
  try {
    process.kill(pid, 'SIGTERM');
    for (const end = Date.now() + PATIENCE; Date.now() < end;) {
      process.kill(pid, 0);
      await setTimeout(100);
    }
  } catch {
    // It is gone.
  }
}
