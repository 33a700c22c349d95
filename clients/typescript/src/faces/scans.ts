import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'

/** What a desktop may do that shows a QR code. */
const desktopFace = (ask: Ask) => ({
  /** How far the code is that this desktop asked for last. */
  get: (options: CallOptions = {}): Promise<Answer<'GET /v1/scans/current'>> => ask('GET /v1/scans/current', options),
  /** Opens the session that was confirmed on the phone, once; asked again within a minute it answers the same one. */
  redeem: (options: CallOptions = {}): Promise<Answer<'POST /v1/scans/current/redemption'>> =>
    ask('POST /v1/scans/current/redemption', options),
})

/** What whoever scanned a code may ask before they are signed in, and how a desktop begins. */
export const openScans = (ask: Ask, asDesktop: (deskToken: string | undefined) => Ask) => ({
  /** Begins to sign a desktop in by a QR code that says `url`. */
  open: (body: Body<'POST /v1/scans'>, options: CallOptions = {}): Promise<Answer<'POST /v1/scans'>> =>
    ask('POST /v1/scans', { body, ...options }),
  /** The desktop that shows it, by what `open` answered. On a page with `web` the cookie says which, so nothing is given. */
  desktop: ({ deskToken }: { deskToken?: string } = {}) => desktopFace(asDesktop(deskToken)),
  /** For the phone: what a scanned code asks for, and what asks. `code` follows the `#` of the address. */
  look: (code: string, options: CallOptions = {}): Promise<Answer<'POST /v1/scans/looks'>> =>
    ask('POST /v1/scans/looks', { body: { code }, ...options }),
  /** For the phone that scanned a code to go on by: opens a session of the account of the desktop, once. */
  enter: (body: Body<'POST /v1/scans/entries'>, options: CallOptions = {}): Promise<Answer<'POST /v1/scans/entries'>> =>
    ask('POST /v1/scans/entries', { body, ...options }),
})

/** What whoever is signed in may do, on the phone and at the desktop. */
export const userScans = (ask: Ask) => ({
  /** Shows a code by which this account goes on on a phone. */
  open: (body: Body<'POST /v1/scans'>, options: CallOptions = {}): Promise<Answer<'POST /v1/scans'>> =>
    ask('POST /v1/scans', { body, ...options }),
  /** Lets the desktop in to this account, or refuses it; doing the same twice does no harm. */
  decide: (
    body: Body<'POST /v1/scans/decisions'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/scans/decisions'>> => ask('POST /v1/scans/decisions', { body, ...options }),
})
