import { describe, expect, it } from 'vitest';
import { showing, showProgress, type Screen } from '../../pipeline/effects/show-progress.ts';
import { tellStages } from '../../pipeline/model/progress.ts';

/** A screen whose clock is set by hand, in milliseconds; it remembers what is written. */
function openScreen(isTerminal: boolean): Screen & { time: number; text: () => string } {
  const written: string[] = [];
  const screen = {
    isTerminal,
    width: 60,
    time: 0,
    write: (text: string) => void written.push(text),
    now: () => screen.time,
    usage: () => ({ cpu: screen.time * 2, memory: 300e6 }),
    text: () => written.join(''),
  };
  return screen;
}

/** What a terminal shows in the end: a line is written over after a carriage return. */
function render(text: string): string[] {
  return text.split('\n').map((line) => line.split('\r\u001b[K').at(-1) ?? '');
}

function readDocuments(screen: ReturnType<typeof openScreen>, isVerbose: boolean): void {
  const progress = showProgress(isVerbose, screen);
  progress.begin('reading documents', { unit: 'documents', total: 100 });
  for (let done = 1; done <= 50; done += 1) {
    screen.time += 100;
    progress.advance();
  }
  if (screen.isTerminal) expect(render(screen.text()).at(-1)).toBe('  50 of 100 documents, 10/s, 5 s left');
  progress.say('a word');
  progress.begin('publishing 7 projects', { unit: 'files' });
  progress.enter('projects.csv');
  screen.time += 300;
  progress.enter('projects.geojson');
  screen.time += 200;
  progress.enter('a quick one');
  progress.end();
}

const STAGES = ['reading documents', 'a word', 'publishing 7 projects', ''];

describe('progress', () => {
  it('is one line a stage where nothing can be written over', () => {
    const screen = openScreen(false);
    readDocuments(screen, false);
    expect(screen.text().split('\n')).toEqual(STAGES);
  });

  it('moves on a terminal with what is done, the rate and the rest, and leaves one line a stage', () => {
    const screen = openScreen(true);
    readDocuments(screen, false);
    expect(render(screen.text())).toEqual(STAGES);
    const states = screen.text().split('\r\u001b[K');
    // A second of patience, then five a second at most.
    expect(states.filter((state) => state.includes('documents, ')).length).toBe(21);
  });

  it('leaves no half line where the work fails', async () => {
    const screen = openScreen(true);
    const work = showing(showProgress(false, screen), async (progress) => {
      progress.begin('reading documents', { unit: 'documents' });
      screen.time += 2000;
      progress.advance();
      expect(render(screen.text()).at(-1)).toBe('  1 documents, 0.5/s');
      await Promise.reject(new Error('the disk is full'));
    });
    await expect(work).rejects.toThrow('the disk is full');
    expect(render(screen.text())).toEqual(['reading documents', '']);
  });

  it('tells a listener of stages their names alone', () => {
    const told: unknown[][] = [];
    const progress = tellStages((...all: unknown[]) => void told.push(all));
    progress.begin('reading documents', { unit: 'documents', total: 7 });
    progress.say('a word');
    expect(told).toEqual([['reading documents'], ['a word']]);
  });

  it('tells how long each stage and part took', () => {
    const screen = openScreen(false);
    readDocuments(screen, true);
    expect(screen.text().split('\n')).toEqual([
      'reading documents',
      'a word',
      '   5.00 s, CPU  10.00 s, 300 MB at most  reading documents (50 documents, 10/s)',
      'publishing 7 projects',
      '     0.30 s, CPU   0.60 s  projects.csv',
      '     0.20 s, CPU   0.40 s  projects.geojson',
      '   0.50 s, CPU   1.00 s, 300 MB at most  publishing 7 projects (3 files, 6.0/s)',
      '',
    ]);
  });

  it('never writes beyond the line, and nothing that steers a terminal', () => {
    const screen = openScreen(true);
    const progress = showProgress(false, screen);
    progress.begin('publishing', { unit: 'files' });
    screen.time += 2000;
    progress.enter(`${'x'.repeat(40)}\u001b[2J\n${'y'.repeat(80)}`);
    const last = screen.text().split('\r\u001b[K').at(-1) ?? '';
    expect(last).toHaveLength(59);
    expect(last).not.toMatch(/[\u001b\n]/u);
  });
});
