import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { signedInAs } from './links/session-link.ts'
import { browserNames } from './scan/browser.ts'
import { scanDecisions, scanPurposes } from './scan/scan.ts'
import { scanCode as code } from './scan.route.ts'
import { devices } from './sessions/session.ts'

export const lookAtScanRoute = route({
  fn: 'account-scan-phone',
  method: 'POST',
  name: 'lookAtScan',
  path: '/v1/scans/looks',
  caller: 'anyone',
  knowsSession: true,
  summary:
    'What a scanned code asks for, and what asks: browser and system as it says itself, since when, and the place if a trusted proxy says it. Decides nothing; the desktop learns that its code was scanned.',
  bodyLimit: 1024,
  body: z.strictObject({ code }),
  answers: {
    200: z.strictObject({
      purpose: z.enum(scanPurposes),
      browser: z.strictObject({
        name: z.nullable(z.enum(browserNames)),
        system: z.nullable(z.enum(devices)),
      }),
      place: z.nullable(z.string()),
      askedAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      /** Of a code to go on by. */
      account: z.nullable(
        z.strictObject({
          phone: z.nullable(z.string()),
          externalId: z.nullable(z.string()),
          name: z.nullable(z.string()),
        }),
      ),
      signedInAs: z.nullable(z.enum(signedInAs)),
    }),
  },
  problems: ['web_header_required', 'invalid_scan_code', 'scan_over'],
})

export const decideScanRoute = route({
  fn: 'account-scan-phone',
  method: 'POST',
  name: 'decideScan',
  path: '/v1/scans/decisions',
  caller: 'session',
  summary:
    'Lets the desktop that shows the code in to the account of the caller, or refuses it, once and for good. Ask first whether it is them who sits there. Whoever repeats what they decided is told the same.',
  bodyLimit: 1024,
  body: z.strictObject({ code, decision: z.enum(scanDecisions) }),
  answers: { 200: z.strictObject({ decision: z.enum(scanDecisions) }) },
  problems: ['unauthenticated', 'web_header_required', 'invalid_scan_code', 'scan_over'],
})
