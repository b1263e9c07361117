import { SaxesParser } from '@rubensworks/saxes';

/** What a map by itself shows: its shapes by the name of their municipality, its words, and its heading. */
export function readMapSvg(svg: string) {
  const shapes = new Map<string, { words: string; fill: string | undefined }>();
  const texts: string[] = [];
  const titles: string[] = [];
  let fill: string | undefined;
  let said = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    said = '';
    if (name === 'path') fill = attributes['fill'];
  });
  parser.on('text', (text) => {
    said += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'text') texts.push(said);
    if (name === 'title') titles.push(said);
    const [place, words] = said.split(': ');
    if (name === 'title' && place !== undefined && words !== undefined && titles.length > 1)
      shapes.set(place, { words, fill });
  });
  parser.write(svg).close();
  return { shapes, texts, title: titles[0] ?? '' };
}
