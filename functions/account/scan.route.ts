import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { scanPurposes, scanStatuses } from './scan/scan.ts'
import { SCAN_CODE } from './scan/scan-store.ts'
import { devices } from './sessions/session.ts'
import { signedInShown } from './sessions/signed-in-view.ts'

/**
 * The cookie that carries the secret of a desktop while its page shows a code: out of reach of its scripts, and gone soon after the
 * code.
 */
export const SCAN_COOKIE = '__Host-shiming_scan'

const ofDesktop = { fn: 'account-scan', caller: 'anyone' } as const

/** What follows the `#` of the address in the QR code. */
export const scanCode = z.string('invalid_scan_code').check(z.regex(SCAN_CODE, 'invalid_scan_code'))

/** A page of ours, and which part of it. */
const PAGE_PLACE = /^\/(?!\/)[\w\-./]{0,200}(?:\?[\w\-.=&]{1,100})?$/

const toSignIn = z.strictObject({ purpose: z.literal('sign_in') })

const toContinue = z.strictObject({
  purpose: z.literal('continue'),
  returnPath: z.string('invalid_return_path').check(z.regex(PAGE_PLACE, 'invalid_return_path')),
})

export const openScanRoute = route({
  fn: 'account-scan',
  caller: {
    formOf: (body: z.infer<typeof toSignIn> | z.infer<typeof toContinue>) => body.purpose,
    kinds: { sign_in: 'anyone', continue: 'session' },
  },
  method: 'POST',
  name: 'openScan',
  path: '/v1/scans',
  summary:
    'Begins to sign a desktop in by a QR code that says `url`, which somebody scans with a phone and confirms there; or, in a session, to go on on a phone by it, on the page `returnPath`. `deskToken` is for this desktop alone; with the header X-Shiming-Web it goes into an HttpOnly cookie instead.',
  bodyLimit: 1024,
  setsCookie: true,
  body: z.union([toSignIn, toContinue]),
  answers: {
    201: z.strictObject({
      id: z.string(),
      url: z.string(),
      expiresAt: z.iso.datetime(),
      /** Left out where it is in the cookie. */
      deskToken: z.optional(z.string()),
    }),
  },
  problems: ['unauthenticated', 'web_header_required', 'invalid_return_path', 'too_often'],
})

export const readScanRoute = route({
  ...ofDesktop,
  method: 'GET',
  name: 'getScan',
  path: '/v1/scans/current',
  readsCookie: SCAN_COOKIE,
  summary:
    'How far the code has come that this desktop shows, by its `deskToken` as bearer or its cookie. Ask every two seconds, until it is confirmed, refused or over.',
  answers: {
    200: z.strictObject({
      id: z.string(),
      purpose: z.enum(scanPurposes),
      status: z.enum(scanStatuses),
      expiresAt: z.iso.datetime(),
      /** The phone that went on. */
      taken: z.nullable(z.strictObject({ device: z.nullable(z.enum(devices)), session: z.nullable(z.string()) })),
    }),
  },
  problems: ['scan_over'],
})

export const redeemScanRoute = route({
  ...ofDesktop,
  method: 'POST',
  name: 'redeemScan',
  path: '/v1/scans/current/redemption',
  readsCookie: SCAN_COOKIE,
  setsCookie: true,
  summary:
    'Opens the session that was confirmed on the phone, for this desktop, once; asked again within a minute it tells the same one. With the header X-Shiming-Web the token goes into an HttpOnly cookie instead of the body.',
  answers: { 201: signedInShown },
  problems: ['web_header_required', 'scan_over', 'scan_not_confirmed'],
})

export const enterByScanRoute = route({
  ...ofDesktop,
  method: 'POST',
  name: 'enterByScan',
  path: '/v1/scans/entries',
  knowsSession: true,
  setsCookie: true,
  summary:
    'For the phone that scanned a code to go on by: opens a session of the account of the desktop, once, and says on which page to go on. A browser that is in that account already stays in its session; in another it is asked first (`replace`).',
  bodyLimit: 1024,
  body: z.strictObject({ code: scanCode, replace: z._default(z.boolean(), false) }),
  answers: {
    201: z.strictObject({
      /** Left out where it is in the cookie, and where there was a session already. */
      token: z.optional(z.string()),
      account: z.strictObject({ id: z.string() }),
      returnPath: z.string(),
    }),
  },
  problems: ['web_header_required', 'invalid_scan_code', 'scan_over', 'signed_in_as_another'],
})
