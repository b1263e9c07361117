import type { ExploreContext } from '../explore/context.ts';
import { titleSelection, writeFrame } from '../explore/embed.ts';
import { writeSelection } from '../explore/selection.ts';
import type { ExploreState } from '../explore/state.ts';

/** The codes to copy follow the selection. The measure is always named: the collection's default may become another one. */
export function writeEmbedCodes(context: ExploreContext, state: ExploreState): void {
  const query = writeSelection({ ...state.selection, measure: state.measure });
  for (const code of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-address]')) {
    const { address = '', height } = code.dataset;
    code.value = writeFrame({
      address: address + query,
      title: titleSelection(context, state),
      height: Number(height),
    });
    const look = code.parentElement?.querySelector('a');
    if (look !== null && look !== undefined) look.search = query;
  }
}
