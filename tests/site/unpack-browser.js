/** Unpacks the packaged Chromium into TMPDIR: a process of its own, since the package looks at its environment when loaded. */
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
