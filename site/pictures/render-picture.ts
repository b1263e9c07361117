import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Node } from '@takumi-rs/wasm';
import { MAP_SIZE } from './draw-map.ts';
import { type Picture, PICTURE_SIZE } from './picture.ts';

/** Name of the map among the renderer's images. */
const MAP = 'map';
/** Width of the column of text, in pixels. */
const COLUMN = 630;
/** Of the name, in pixels: from the largest down to what still fits. */
const NAME_SIZES = [76, 66, 56, 48, 40];
/** Widths of letters of the bold font by its size, on average: enough to choose a size, the renderer breaks the lines. */
const LETTER = 0.58;
const FONTS = [400, 700].flatMap((weight) => ['latin', 'latin-ext'].map((subset) => ({ weight, subset })));
/** Which characters are in which file (`@font-face` of the fonts' package). */
const RANGES: Readonly<Record<string, [number, number][]>> = {
  'latin-ext': [
    [0x100, 0x2ba],
    [0x1e00, 0x1e9f],
    [0x20a0, 0x20ab],
    [0x20ad, 0x20c4],
    [0x2c60, 0x2c7f],
    [0xa720, 0xa7ff],
  ],
  latin: [
    [0, 0xff],
    [0x2bb, 0x2da],
    [0x2000, 0x206f],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2212, 0x2212],
  ],
};

/** What a picture is drawn from: equal ones give equal bytes. */
export interface Layout {
  readonly language: string;
  readonly node: Node;
  /** SVG document. */
  readonly map: string | undefined;
}

/** The renderer's program and the fonts, whose bytes decide how a layout looks. @param root absolute folder of the package */
export function readTools(root: string): Uint8Array[] {
  const program = createRequire(import.meta.url).resolve('@takumi-rs/wasm/takumi_wasm_bg.wasm');
  return [readFileSync(program), ...listFonts(root).map(({ data }) => data)];
}

function listFonts(root: string): { readonly data: Uint8Array; readonly weight: number; readonly subset: string }[] {
  return FONTS.map(({ weight, subset }) => ({
    weight,
    subset,
    data: readFileSync(path.join(root, 'site', 'fonts', `roboto-${subset}-${weight}-normal.woff2`)),
  }));
}

/**
 * Draws layouts. The renderer is one WebAssembly program that reads nothing of the machine, neither its fonts nor
 * what its processor can do: the same layout gives the same bytes everywhere.
 * @param root absolute folder of the package, which holds the fonts
 */
export async function openRenderer(root: string): Promise<(layout: Layout) => Promise<Uint8Array>> {
  // Loaded only here: most builds find every picture kept from the one before.
  const { Renderer } = await import('@takumi-rs/wasm/node');
  const renderer = new Renderer();
  for (const { data, weight, subset } of listFonts(root)) {
    const unicodeRange = RANGES[subset] ?? [];
    renderer.registerFont({ name: 'Roboto', data, weight, style: 'normal', unicodeRange });
  }
  return ({ language, node, map }) =>
    renderer.render(node, {
      ...PICTURE_SIZE,
      format: 'png',
      lang: language,
      images: map === undefined ? [] : [{ src: MAP, data: new TextEncoder().encode(map), cache: 'none' }],
    });
}

/** Left the words, right the map, below them whose data these are. */
export function layOut({ language, kind, name, figures, site, source, map, palette }: Picture): Layout {
  const soft = palette['soft'] ?? '';
  const image: Node = { type: 'image', src: MAP, style: { ...MAP_SIZE, objectFit: 'contain' } };
  const nameStyle = {
    fontSize: fitName(keepDrawable(name)),
    fontWeight: 700,
    lineHeight: 1.12,
    ...clamp(3),
  };
  const words = column({ width: COLUMN }, [
    write(kind, { fontSize: 30, color: soft, marginBottom: 10, ...clamp(1) }),
    write(name, nameStyle),
    ...figures.map(([value, label]) =>
      column({ marginTop: 20 }, [
        write(value, { fontSize: 44, fontWeight: 700, lineHeight: 1.15, ...clamp(1) }),
        write(label, { fontSize: 26, color: soft, lineHeight: 1.25, ...clamp(2) }),
      ]),
    ),
  ]);
  const upper: Node = {
    type: 'container',
    style: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', height: MAP_SIZE.height },
    children: map === undefined ? [words] : [words, image],
  };
  const lower = column({}, [
    write(site, { fontSize: 22, fontWeight: 700, ...clamp(1) }),
    write(source, { fontSize: 18, color: soft, ...clamp(1) }),
  ]);
  const sheet = {
    justifyContent: 'space-between',
    width: '100%',
    height: '100%',
    padding: '34px 60px 26px',
    borderTop: `14px solid ${palette['accent'] ?? ''}`,
    backgroundColor: palette['paper'] ?? '',
    color: palette['ink'] ?? '',
    fontFamily: 'Roboto',
  };
  return { language, map, node: column(sheet, [upper, lower]) };
}

type Style = Readonly<Record<string, string | number>>;

function write(text: string, style: Style): Node {
  return { type: 'text', text: keepDrawable(text), style };
}

/** At most so many lines: words of any length are broken, and what is left over is three dots. */
function clamp(lines: number): Style {
  return { overflowWrap: 'anywhere', lineClamp: lines };
}

/** Without what no font has, which would be boxes; the picture in words has it. */
function keepDrawable(text: string): string {
  const ranges = Object.values(RANGES).flat();
  const isDrawable = (character: string): boolean => {
    const code = character.codePointAt(0) ?? 0;
    return ranges.some(([first, last]) => first <= code && code <= last);
  };
  return Array.from(text.normalize('NFC')).filter(isDrawable).join('').replaceAll(/ {2,}/g, ' ').trim();
}

function column(style: Style, children: Node[]): Node {
  return { type: 'container', style: { display: 'flex', flexDirection: 'column', ...style }, children };
}

/** The largest size in which the longest word has room, and the whole at most three lines. */
function fitName(name: string): number {
  const longest = Math.max(...name.split(/[\s–-]+/).map((word) => word.length));
  const fits = (size: number): boolean =>
    longest * LETTER * size <= COLUMN && Math.ceil((name.length * LETTER * size) / COLUMN) <= 2;
  return NAME_SIZES.find(fits) ?? 40;
}
