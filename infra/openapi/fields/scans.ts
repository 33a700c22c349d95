import { linkToken, masked, sessionToken } from './cast.ts'
import type { Fields } from './field.ts'

const scanId = 'b2YgYSBRUiBjb2RlIHRoYXQgYSBkZXNrdG9wIHNob3d'
const askedAt = '2026-11-20T04:00:00.000Z'
const expiresAt = '2026-11-20T04:03:00.000Z'
const CODE = 'What follows the `#` of the address in the QR code.'

/** QR codes of ours, shown on a desktop and scanned with a phone. */
export const scanFields: Fields = {
  'OpenScanRequest.purpose': ['What the code is for: to sign this desktop in, or to go on on a phone.', 'sign_in'],
  'OpenScanRequest.returnPath': ['The page of this service on which the phone goes on.', '/document'],
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
    'How far it is. `waiting`: nobody has scanned it. `scanned`: a phone shows what asks. `confirmed`: fetch the session. `refused`: on the phone. `used`: the session was fetched, or the phone goes on.',
    'scanned',
  ],
  'GetScanAnswer.expiresAt': ['Until when the next step can be taken.', expiresAt],
  taken: ['The phone that went on by it; null before, and of a code to sign in by.'],
  'taken.device': ['What it runs on, as far as its browser says.', 'iphone'],
  'taken.session': [
    'Its session, by which DELETE /v1/sessions/{id} ends it; null where it was in the account before.',
    'cGhvbmUgdGhhdCBnb2VzIG9uIGJ5IGEgUVIgY29kZSA',
  ],
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
  'LookAtScanAnswer.account': [
    'Of a code to go on by: the account of the desktop. Ask the visitor whether it is theirs.',
  ],
  'LookAtScanAnswer.account.phone': ['Its number, masked.', masked.phone],
  'LookAtScanAnswer.account.externalId': ['How the platform calls it, masked.', null],
  'LookAtScanAnswer.account.name': ['The name it is verified with, masked.', null],
  'LookAtScanAnswer.signedInAs': [
    'Of a code to go on by: whom the browser that looks is signed in as by now.',
    'nobody',
  ],
  'EnterByScanRequest.code': [CODE, linkToken],
  'EnterByScanRequest.replace': ['The visitor was asked, and leaves the account the browser is signed in to.', false],
  'EnterByScanAnswer.token': [
    'The token of the session; left out where a web page has it in its cookie, and where the browser was in that account already.',
    sessionToken,
  ],
  'EnterByScanAnswer.account': ['The account of the desktop.'],
  'EnterByScanAnswer.returnPath': ['The page of this service on which to go on.', '/document'],
  'DecideScanRequest.code': [CODE, linkToken],
  'DecideScanRequest.decision': ['Whether the desktop is let in.', 'confirm'],
  'DecideScanAnswer.decision': ['What was decided.', 'confirm'],
}
