/** One spelling of an address: people do not mind capitals in theirs. */
export const foldEmail = (email: string): string => email.normalize('NFKC').trim().toLowerCase()

/** Something before one @ and a host with a dot after it; whether it exists only a mail can tell. */
export const isEmail = (email: string): boolean =>
  email.length <= 254 && /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@<>"(),:;[\]\\]+\.[^\s@.<>"(),:;[\]\\]{2,}$/.test(email)
