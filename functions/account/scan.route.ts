import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { scanPurposes, scanStatuses } from './scan/scan.ts'
import { signedInShown } from './sessions/signed-in-view.ts'

/**
 * The cookie that carries the secret of a desktop while its page shows a code: out of reach of its scripts, and gone soon after the
 * code.
 */
export const SCAN_COOKIE = '__Host-shiming_scan'

const ofDesktop = { fn: 'account-scan', caller: 'anyone' } as const

export const openScanRoute = route({
  ...ofDesktop,
  method: 'POST',
  name: 'openScan',
  path: '/v1/scans',
  summary:
    'Begins to sign a desktop in by a QR code that says `url`, which somebody scans with a phone and confirms there. `deskToken` is for this desktop alone; with the header X-Shiming-Web it goes into an HttpOnly cookie instead.',
  bodyLimit: 1024,
  setsCookie: true,
  body: z.strictObject({ purpose: z.enum(scanPurposes) }),
  answers: {
    201: z.strictObject({
      id: z.string(),
      url: z.string(),
      expiresAt: z.iso.datetime(),
      /** Left out where it is in the cookie. */
      deskToken: z.optional(z.string()),
    }),
  },
  problems: ['too_often'],
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
