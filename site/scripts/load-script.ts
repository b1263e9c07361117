const loads = new Map<string, Promise<void>>();

/** Runs a script of the site, once; a page on a disk can fetch no data, but it can run scripts. */
export function loadScript(address: string): Promise<void> {
  const known = loads.get(address);
  if (known !== undefined) return known;
  const load = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      loads.delete(address);
      reject(new Error(address));
    };
    document.head.append(script);
  });
  loads.set(address, load);
  return load;
}
