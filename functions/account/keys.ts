import { keyAt } from '../../shared/table/keys.ts'

/** Everything of one account is one partition: one item per concern, each with the capability that owns it. */
export const accountPartition = (accountId: string): string => `ACCOUNT#${accountId}`

export const accountKeys = {
  profile: (accountId: string) => keyAt(accountPartition(accountId), 'PROFILE'),
  /** A session and its phone challenge. Read by every signed-in request. */
  session: (accountId: string, hash: string) => keyAt(accountPartition(accountId), `SESSION#${hash}`),
  /** A message token, by its MAC, which begins with the version of the key. Read when sending. */
  token: (accountId: string, mac: string) => keyAt(accountPartition(accountId), `TOKEN#${mac}`),
  /** The last appeal against a ban. */
  appeal: (accountId: string) => keyAt(accountPartition(accountId), 'APPEAL'),
  /** The account of a mobile number, by blind index. Read at sign-in. */
  phone: (index: string) => keyAt(`PHONE#${index}`, 'PHONE'),
  /** The account of a platform's user. Read by gate and sign-in. */
  external: (externalId: string) => keyAt(`EXTERNAL#${externalId}`, 'EXTERNAL'),
  /** A code sent for signing in, by the id its asker got. */
  challenge: (id: string) => keyAt(`CHALLENGE#${id}`, 'CHALLENGE'),
  /** A link into the page, by the hash of its token. */
  link: (hash: string) => keyAt(`LINK#${hash}`, 'LINK'),
  /** That somebody signed in, and not who. Written once, read by day as a list. */
  signIn: (id: string) => keyAt(`SIGNIN#${id}`, 'SIGNIN'),
  /** A text given to a vendor, by our number of it, and not to whom. Written by who sends it, read by day as a list. */
  text: (id: string) => keyAt(`TEXT#${id}`, 'TEXT'),
  /** A counter of a rate limit. */
  limit: (subject: string, window: string) => keyAt(`LIMIT#${subject}`, `LIMIT#${window}`),
}

/** Read as lists. */
export const accountLists = {
  sessions: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'SESSION#' }),
  tokens: (accountId: string) => ({ pk: accountPartition(accountId), prefix: 'TOKEN#' }),
  /** Of the list index: appeals in a state. Open ones stand at the time when they were made, others at that of their decision. */
  appeals: (status: string) => `APPEALS#${status}`,
  /** Of the list index: things of whichever account that are found by their id alone. */
  named: (id: string) => `NAMED#${id}`,
  /** Of the list index: sign-ins of a Beijing day, in LIST_PARTS parts. */
  signIns: (day: string, part: number) => `SIGNINS#${day}#${part}`,
  /** Of the list index: texts that vendors were given on a Beijing day, in LIST_PARTS parts. */
  texts: (day: string, part: number) => `TEXTS#${day}#${part}`,
}
