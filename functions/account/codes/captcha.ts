/** What a captcha's widget gives to the page that shows it. */
export type CaptchaTicket = { ticket: string; randstr: string }

/**
 * `passed`: a person, as far as the vendor can tell. `failed`: the ticket is worth nothing (forged, too old, used before, a risk).
 * `unavailable`: nobody knows what it is worth. `needsRepair`: nobody will before a person mends something on our side, or learns what
 * the answer means.
 */
export type CaptchaResult =
  | { kind: 'passed' }
  | { kind: 'failed'; code: string }
  | { kind: 'unavailable'; code: string; needsRepair?: true }

/** A captcha that pages can show. Never throws for what the vendor or network does. */
export type Captcha = {
  readonly vendor: string
  /** What a page shows the widget with. */
  readonly appId: string
  /** Judges a ticket, which passes once. `sourceIp`: where the request that brings it comes from; the vendor is told. */
  check(brought: CaptchaTicket, sourceIp: string): Promise<CaptchaResult>
}
