import { linkToken, sessionToken } from './cast.ts'
import type { Fields } from './field.ts'

const scanId = 'b2YgYSBRUiBjb2RlIHRoYXQgYSBkZXNrdG9wIHNob3d'
const askedAt = '2026-11-20T04:00:00.000Z'
const expiresAt = '2026-11-20T04:03:00.000Z'
const CODE = 'What follows the `#` of the address in the QR code.'

/** QR codes of ours, shown on a desktop and scanned with a phone. */
export const scanFields: Fields = {
  'OpenScanRequest.purpose': ['What the code is for.', 'sign_in'],
  'OpenScanAnswer.id': [
    'Names the code, so that a page knows it from another that was asked for since. Not what it says.',
    scanId,
  ],
  'OpenScanAnswer.url': ['What the QR code says. It lets nobody in.', `https://id.example.cn/scan#${linkToken}`],
  'OpenScanAnswer.expiresAt': ['Until when it can be confirmed.', expiresAt],
  deskToken: [
    'By which this desktop asks how far it is and fetches its session; left out where a web page has it in its cookie.',
    `${scanId}.${linkToken}`,
  ],
  'GetScanAnswer.id': ['Names the code that this desktop asked for last.', scanId],
  'GetScanAnswer.purpose': ['What it is for.', 'sign_in'],
  'GetScanAnswer.status': [
    'How far it is. `waiting`: nobody has scanned it. `scanned`: a phone shows what asks. `confirmed`: fetch the session. `refused`: on the phone. `used`: the session was fetched.',
    'scanned',
  ],
  'GetScanAnswer.expiresAt': ['Until when the next step can be taken.', expiresAt],
  'RedeemScanAnswer.token': ['The token of the session; left out where a web page has it in its cookie.', sessionToken],
  'RedeemScanAnswer.account': ['The account of whoever confirmed.'],
  'LookAtScanRequest.code': [CODE, linkToken],
  'LookAtScanAnswer.purpose': ['What the desktop wants.', 'sign_in'],
  'LookAtScanAnswer.browser': ['What asks, as it says of itself.'],
  'LookAtScanAnswer.browser.name': ['The browser or app; null where nothing tells.', 'chrome'],
  'LookAtScanAnswer.browser.system': ['What it runs on; null where nothing tells.', 'windows'],
  'LookAtScanAnswer.place': ['From where it asks, as a trusted proxy says; null where none is.', null],
  'LookAtScanAnswer.askedAt': ['When the desktop asked for the code.', askedAt],
  'LookAtScanAnswer.expiresAt': ['Until when it can be confirmed.', expiresAt],
  'DecideScanRequest.code': [CODE, linkToken],
  'DecideScanRequest.decision': ['Whether the desktop is let in.', 'confirm'],
  'DecideScanAnswer.decision': ['What was decided.', 'confirm'],
}
