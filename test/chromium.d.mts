/** The browser named by CHROME_PATH, else the first known one on PATH, else null. */
export const findChromium: (env?: NodeJS.ProcessEnv) => string | null
/** Asks Debian's package manager for Chromium; null where that cannot be had. */
export const installChromium: () => string | null
/** How Chromium is started: maps are drawn in software, and the browser calls nobody. */
export const CHROMIUM_ARGS: string[]
