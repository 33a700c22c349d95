/**
 * Why a vendor certainly did not take an e-mail. `bad_address`: nobody has this address. `address_limited`: it got too many of late.
 * `blocked`: this vendor sends it none, as it came back before or its owner wants none. `needs_repair`: it sends to nobody before a person
 * mends something on our side. `turned_away`: it takes nothing at this moment. `not_sent`: it was not reached.
 */
export const mailNotTakenBecause = [
  'bad_address',
  'address_limited',
  'blocked',
  'needs_repair',
  'turned_away',
  'not_sent',
] as const
export type MailNotTakenBecause = (typeof mailNotTakenBecause)[number]

/** What a vendor made of an e-mail. `sent`: it took it. `in_doubt`: it may have taken it, and nobody will know. */
export type MailResult =
  | { kind: 'sent' }
  | { kind: 'not_taken'; because: MailNotTakenBecause; code: string }
  | { kind: 'in_doubt'; code: string }

/** An e-mail with a code. `to`: a normalised address. `code`: 6 digits. `minutes`: how long the code is good for. */
export type CodeMail = { to: string; code: string; minutes: number }

/**
 * Sends codes by e-mail. Never throws for what the vendor or network does; throws, and sends nothing, without a permit for this vendor and
 * an address. `P`: what a permit is.
 */
export type MailSender<P> = {
  readonly vendor: string
  sendCode(mail: CodeMail, permit: P): Promise<MailResult>
}
