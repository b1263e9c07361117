import type { Wording } from '../explore/context.ts';
import { loadScript } from './load-script.ts';

/** "My position": the browser finds the municipality by itself; nothing is sent anywhere. */
export function handlePosition(root: string, { words }: Wording, choose: (code: string) => void): void {
  const button = document.getElementById('position');
  const status = document.getElementById('position-status');
  if (button === null || status === null || !('geolocation' in navigator)) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    status.textContent = '';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        void findHere(root, coords.longitude, coords.latitude).then((code) => {
          if (code === undefined) status.textContent = words.explore.positionOutside;
          else choose(code);
        });
      },
      () => {
        status.textContent = words.explore.positionFailed;
      },
      { maximumAge: 600_000, timeout: 20_000 },
    );
  });
}

async function findHere(root: string, longitude: number, latitude: number): Promise<string | undefined> {
  try {
    await Promise.all([loadScript(`${root}scripts/geography.js`), loadScript(`${root}scripts/boundaries.js`)]);
  } catch {
    return undefined;
  }
  return self.hankekarttaGeography?.(self.hankekarttaBoundaries).find(longitude, latitude);
}
