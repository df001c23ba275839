/** What this device keeps drafts and waiting steps in. */
export const DEVICE_STORE = 'bentang-drafts'
