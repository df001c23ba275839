/** The browser named by CHROME_PATH, else the first known one on PATH, else null. */
export const findChromium: (env?: NodeJS.ProcessEnv) => string | null
/** Asks Debian's package manager for Chromium; null where that cannot be had. */
export const installChromium: () => string | null
export const CHROMIUM_ARGS: string[]
